"""What only looks like time: May the person, $2010, Resolution 1973, a march, the Sunday Times."""

from __future__ import annotations

import re

from timeline.timex.genre import Genre
from timeline.timex.rule import Place
from timeline.timex.words import words

_MONTH_PREPOSITIONS = words(
    """
    in since by until till last next this of from to through before after during early
    late mid between and every each for on over past the or
    """
)
# what stands before a number that is a name or an amount, not a year
_NUMBER_OWNERS = words(
    """
    resolution flight boeing airbus no number nos route highway room page pages chapter
    section article act bill directive regulation model series formula area channel psalm
    lot serial unit box block order apt suite line level build version code about around
    roughly nearly almost some approximately least most than over under only exactly
    another additional total asteroid rs usd eur gbp us$ rule
    """
)
_YEAR_OWNERS = words(
    """
    in since by until till from during before after circa of year
    """
)
_COUNTED = words(
    """
    people persons men women children soldiers troops workers employees jobs students
    dollars euros pounds yen cents percent per miles mile kilometers kilometres km feet
    foot meters metres m kg kilograms tons tonnes acres hectares votes seats homes houses
    cars vehicles copies times points yards degrees calories pages words members patients
    cases deaths victims shares barrels gallons litres liters square cubic mph rpm watts
    volts mhz megahertz horsepower bytes hours minutes days weeks months year years
    million billion thousand hundred
    """
)
# "an army of 1500 tanks" counts them, whatever stands before
_FORCES = words(
    """
    men soldiers troops tanks guns aircraft planes ships vessels rifles prisoners casualties
    civilians fighters rebels volunteers infantry cavalry horses horsemen sailors marines killed
    wounded dead strong refugees settlers households families schoolchildren pupils inhabitants
    """
)
_TIMELY = words("in since by until till during circa")
_EVENTS = words(
    """
    Revolution Crisis Rising Uprising War Revolt Coup Offensive Manifesto Massacre Monarchy Movement
    Rebellion Putsch Plot Days Riots Protests
    """
)
_AFTER_PERSON = words(
    """
    said says told added has was is had will would wrote
    """
)


# a small word that is none of those which may follow a month
_NOUN_ON = re.compile(
    r" (?!(?:and|or|to|until|till|through|but|when|while|the|a|an|he|she|it|they|we|this|last|next"
    r"|for|with|by|at|in|on|of|as|was|were|is|are|will|would|after|before|because)\b)[a-z]"
)


def month_is_a_word(name: str, at: Place) -> bool:
    """Whether a capitalised month alone is a verb, a march or a person's name."""
    after = at.after(16)
    following = after.split()
    before_words = at.before(30).split()
    previous = before_words[-1] if before_words else ""
    low = previous.lower().strip("\"'(,.;:`")
    if after[:1] == " " and following and following[0].strip(".,;:'\"") in _EVENTS:
        return True  # "the July Crisis" is a name
    if low in ("ms", "mr", "mrs", "miss", "dr", "theresa", "brian", "prime"):
        return True
    if after[:1] == "'" and name in ("May", "April", "June") and low not in _MONTH_PREPOSITIONS:
        return after[:2] == "'s" and low not in ("the",)
    if name == "august":  # the adjective stands before a noun: "in august company"
        noun = _NOUN_ON.match(after)
        return low not in _MONTH_PREPOSITIONS or low == "the" or noun is not None
    if low in _MONTH_PREPOSITIONS and low != "the":
        return name in ("May", "March", "April", "June", "August", "Jan") and (
            low in ("for", "of", "to", "from", "and", "or")
            and bool(following)
            and following[0][:1].isupper()
            and after[:1] not in ",."
        )
    if name == "May":
        # "May" opening a sentence is the verb; elsewhere it needs a preposition or a noun phrase
        if not previous or previous[-1:] in ".!?\"'`":
            return True
        return low != "the" and (not after or after[0] != ",")
    if name in ("March", "MARCH"):
        if following and following[0].lower() in ("on", "for", "of", "to", "against", "madness"):
            return True
        return low not in ("the",) and bool(following) and following[0][:1].isupper()
    if name in ("April", "June", "August", "Jan", "Dec"):
        if following and (following[0][:1].isupper() or following[0].lower() in _AFTER_PERSON):
            return low not in ("the",)
        return previous[:1].isupper() and len(previous) > 1 and previous[-1] not in ".,;:!?"
    return False


def number_not_a_year(year: int, at: Place) -> bool:
    """Whether four digits that could be a year are a price, a name or a count."""
    before, after = at.before(24), at.after(20)
    last = before[-1:]
    if last in ("$", "#", "+", ":", "/", ".", "@", "_", "=", "*", "%", "&") or (
        last == "-" and before[-2:-1].isdigit()
    ):
        return True
    if last == "," and before[-2:-1].isdigit():
        return True
    opens = not before.strip() or before[-1:] == "\n" or before[-2:] in (". ", ") ")
    if opens and after[:1] == ":" and after[1:2] in (" ", "\n"):
        return not 1000 <= year <= 2099  # "1912: The works are sold" in a table of events
    if after[:1] in ("%", "_", "@", ":", "=", "*", "/") or (
        after[:1] in (",", ".", "-") and after[1:2].isdigit()
    ):
        return True
    previous = before.split()
    low = previous[-1].lower().strip("\"'(`.") if previous else ""
    later = low == "than" and previous[-2:-1] and previous[-2].lower() in ("later", "earlier")
    if low in _NUMBER_OWNERS and not later:
        return True
    following = after.split()
    nxt = following[0].lower().strip(".,;:)") if following and after[:1] in " -\n" else ""
    counting = _YEAR_OWNERS if nxt not in _FORCES else _TIMELY
    if (nxt in _COUNTED or nxt in _FORCES) and low not in counting:
        return True
    if nxt in ("people", "dollars", "percent", "troops", "miles", "feet"):
        return True
    if year < 1200 and at.genre is not Genre.NARRATIVE:
        return True
    if last == "(" and after[:1] in ")-" and 1000 <= year < 1500:
        return False  # a painting or a battle with its year in brackets
    return not 1000 <= year <= 2099 or (year < 1500 and low not in _YEAR_OWNERS)


def not_a_date(at: Place) -> bool:
    """Whether a month and a number belong to something longer, such as a score or a price."""
    after = at.after(3)
    if after[:1] == "%" or (after[:1] in ".,:" and after[1:2].isdigit()):
        return True
    return at.before(1) in ("$", "-", "/", "#")
