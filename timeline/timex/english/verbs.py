"""What a verb and its neighbours say about direction: modals, tenses, plans, infinitives."""

from __future__ import annotations

import re

from timeline.model import Direction
from timeline.timex.rule import Lean
from timeline.timex.words import words

_MODALS = words(
    """
    will shall would 'll wo should must ought 'd can may
    """
)
# after a form of "be": "is expected to", "was due on", "are set for"
_PLANNING = words(
    """
    expected scheduled due set slated planned planning going poised likely supposed to
    bound ready expecting hoping booked projected forecast
    """
)
_PLAN_WORDS = words(
    """
    scheduled slated due upcoming planned planning expects expect expected hopes intends intend
    aims deadline expires starting beginning agenda tentatively vows
    """
)
_BE = frozenset(["is", "are", "am", "be", "'s", "'re"])
_BEEN = frozenset(["was", "were"])
_HAVE = frozenset(["has", "have", "had", "having", "'ve"])
# what an infinitive hangs on when it points ahead: "vowed to return on Sunday"
_COMMITTING = words(
    """
    want wants hope need needs
    vowed promised pledged plan plans planned wants wanted hopes hoped expects expected
    intends intended ordered asked invited urged told threatened preparing prepares
    prepared agreed scheduled aims offered seeks sought deadline summoned subpoenaed
    required decided
    """
)
_NO_VERB = words(
    """
    the a an his her its their our my your this that these those court jail prison
    hospital school work power office death war town church bed parliament congress people
    him them us me it one two three four five six all any some such what date
    """
)
# verbs that swallow an infinitive without pointing ahead: "failed to win on Sunday"
_IMPLICATIVE = words(
    """
    failed managed began started continued used had happened refused helped proved tended
    declined appeared seemed ceased stopped needed forced able unable
    """
)
SCHEDULED = words(
    """
    arrives begins starts opens closes ends leaves departs heads meets visits travels
    flies returns hosts faces kicks takes holds votes goes runs launches releases marks
    convenes resumes plays speaks addresses attends lands sails reports celebrates reopens
    concludes finishes premieres airs debuts tours signs welcomes receives
    """
)
_SPEAKING = words("saying adding telling speaking writing citing")
_ADVERBS = words("not also now still being widely already all")
_BARE_VERB = words("to will would can be could may might")
_IRREGULAR = words(
    """
    did said told began met took went came left gave held killed rose fell won lost made did
    got found ran became kept brought sold bought built sent spent spoke broke shot struck
    drew drove flew fought fled grew heard knew led lay paid saw sank sang sat set shook
    slept stood stole swore taught thought threw understood woke wore wrote hit put cut
    quit shut burst cast hurt let read spread bore beat bit blew caught chose dealt dug
    ate felt forgave froze hung hid laid lent lit meant rode rang sought shrank slid stuck
    swept swam swung tore withdrew overtook underwent undertook oversaw arose bid bled
    bred dove woven wove sped split
    """
)
# after a noun: "goods seized on Sunday", "a decision taken on Friday"
_PARTICIPLES = words(
    """
    taken given seen written done made shown driven beaten stolen broken chosen frozen
    hidden drawn flown thrown worn spoken held won shot sold paid sent built met
    """
)
_NOT_PAST = words(
    """
    need indeed speed seed feed deed breed exceed proceed succeed embed hundred red bed
    shed wed united armed so-called talented hatred kindred sacred naked wicked rugged
    moped
    """
)
# the same in the past, but never without a subject: "set the alarm for Friday"
_COMMANDS = words("set put let read")
_DETERMINERS = words(
    """
    the a an his her its their our this that
    """
)
# "a team that landed in Lima" against "that wounded man"
_AFTER_A_VERB = words(
    "in on at by from to the a an his her its their for with after into over and up out , as"
)
_AS_WAS = words("as than previously originally first earlier once")
# what is held on a day that was set before: it may be told of from either side
PLANNED_EVENTS = words(
    """
    election elections vote voting poll polls ballot primary primaries caucus caucuses runoff
    referendum game match final finals semifinal race fight bout opener kickoff tournament
    meeting meetings talks summit conference hearing session debate deadline launch premiere
    concert gig ceremony funeral memorial parade rally inauguration convention visit speech
    address telethon opening start auction festival wedding draft deadline contest poll
    """
)
_BEFORE_A_NOUN = words("for of with by in at from")
_COMPOUND = re.compile(r"(?!(?:re|co|pre|un)-)[a-z]+-")
# captions tell so of what a picture shows: "she waves as the car arrives Sunday"
_SHOWN = words(
    """
    arrives takes leaves speaks plays attends receives kicks lands holds runs addresses
    welcomes signs meets visits
    """
)
_BEGIN = words(
    """
    begin start come arrive reach drive hit vote rule decide happen resume reopen return announce
    release land face meet open close end bring take rise fall drop lead mean become
    """
)
_ONCE_IT = words("when if once until unless before till")
_OWNED = words("a an the no some any more one two three to its their his her")
_PERCEIVED = words("heard seen overheard smelled glimpsed felt")
HELPERS = _MODALS | _BE | _BEEN | {"to"}
_VERBS = frozenset(
    {"to", "set", "plan", "plans", "after", "could"}
    | _MODALS
    | _BE
    | _BEEN
    | _HAVE
    | _IRREGULAR
    | _PARTICIPLES
    | _PLAN_WORDS
    | _SPEAKING
    | SCHEDULED
)
BREAK = frozenset([*',;:()"~`-_', "--", "---"])
SUBORDINATE = words(
    """
    that which who whom whose where while although because but
    """
)


def _at(sentence: list[str], i: int) -> str:
    return sentence[i] if 0 <= i < len(sentence) else ""


def is_infinitive(sentence: list[str], i: int) -> bool:
    """Whether the "to" at `i` begins an infinitive rather than leads to a noun or a name."""
    following = _at(sentence, i + 1)
    if not following.isalpha() or following in _NO_VERB or not following.islower():
        return False
    return not following.endswith(("ing", "ed")) and (
        not following.endswith("s") or following.endswith("ss")
    )


def verb(sentence: list[str], i: int) -> Lean | None:
    """What the word at `i`, with its neighbours, says about direction.

    Args:
        sentence: words and marks; lower case but for names.
        i: the word to read.

    Returns:
        PAST or FUTURE with the verb that says so; None for any other word.
    """
    word = sentence[i]
    if word not in _VERBS and (word[-2:] != "ed" or _COMPOUND.match(word)):
        return None  # most words by far, and "state-imposed"
    if word == "could":
        return _could(_at(sentence, i + 1))
    if word in _MODALS:
        return _modal(sentence, i)
    if word in _BE or word in _BEEN:
        return _be(sentence, i)
    if word == "to":
        return _infinitive(sentence, i)
    if word in _HAVE:
        following = _at(sentence, i + 1)
        if word in ("have", "has") and following == "to":
            return Lean(Direction.FUTURE, f"'{word} to' looks ahead")
        return Lean(Direction.PAST, f"'{word}' is perfect")
    if word == "let" and _at(sentence, i + 1) == "'s":
        return Lean(Direction.FUTURE, "'let's' looks ahead")
    if word == "set" and _at(sentence, i + 1) in ("for", "to"):
        return Lean(Direction.FUTURE, f"'set {sentence[i + 1]}' looks ahead")
    return _plain(sentence, i)


def _modal(sentence: list[str], i: int) -> Lean:
    word, following = sentence[i], _at(sentence, i + 1)
    if "have" in (following, _at(sentence, i + 2)) and not (
        following == "have" and _at(sentence, i + 2) in _OWNED
    ):
        return Lean(Direction.PAST, f"'{word} have' looks back")
    return Lean(Direction.FUTURE, f"'{f'{word} {following}'.strip()}' looks ahead")


def _could(following: str) -> Lean | None:
    """What may come; "could" with a verb of the senses or a perfect tells of the past."""
    if following in _BEGIN:
        return Lean(Direction.FUTURE, f"'could {following}' may come")
    return None


def _be(sentence: list[str], i: int) -> Lean | None:
    word, following = sentence[i], _at(sentence, i + 1)
    if following in _ADVERBS:
        following = _at(sentence, i + 2)
    afire = following == "set" and _at(sentence, i + 2) not in ("to", "for")
    if (following in _PLANNING and not afire) or (
        following == "to" and is_infinitive(sentence, i + 1)
    ):
        return Lean(Direction.FUTURE, f"'{word} {following}' looks ahead")
    if word in _BEEN:
        return Lean(Direction.PAST, f"'{word}' is past")
    if word == "be" and _at(sentence, i - 1) in ("could", "can") and following in _PERCEIVED:
        return Lean(Direction.PAST, f"'could be {following}' is past")
    if word == "be":
        return Lean(Direction.FUTURE, "'be' is still to come")
    if following.endswith("ing") and len(following) > 4:
        return Lean(Direction.FUTURE, f"'{word} {following}' is arranged")
    if following in _IRREGULAR or following in _PARTICIPLES or following[-2:] == "ed":
        for back in range(i - 1, max(-1, i - 5), -1):
            if sentence[back] in _ONCE_IT:
                return Lean(Direction.FUTURE, f"'{sentence[back]} … {word} {following}' is to come")
            if sentence[back] in BREAK:
                break
    return None


def _infinitive(sentence: list[str], i: int) -> Lean | None:
    if not is_infinitive(sentence, i):
        return None
    for back in (i - 1, i - 2):
        if _at(sentence, back) in _IMPLICATIVE:
            return Lean(Direction.PAST, f"'{sentence[back]} to' is past")
    following = sentence[i + 1]
    if following == "be" or _at(sentence, i - 1) in _PLANNING:
        return Lean(Direction.FUTURE, f"'to {following}' is still to come")
    for back in range(max(0, i - 4), i):
        if sentence[back] in _COMMITTING:
            return Lean(Direction.FUTURE, f"'{sentence[back]} … to' looks ahead")
    return None


def _plain(sentence: list[str], i: int) -> Lean | None:
    """A full verb by its form, unless its neighbour makes it a participle or a noun."""
    word, previous = sentence[i], _at(sentence, i - 1)
    if word in _PARTICIPLES and word not in _IRREGULAR:
        if previous in _BE or previous in _BARE_VERB or previous in _HAVE:
            return None
        if not previous.isalpha() or previous in _DETERMINERS:
            return None
        return Lean(Direction.PAST, f"'{word}' is past", False)
    if i == 0 and word in _COMMANDS and _at(sentence, 1).islower():
        return Lean(Direction.FUTURE, f"'{word}' begins a request")
    if word in _IRREGULAR:
        if previous in _BE or previous in _BARE_VERB or previous in ("the", "a"):
            return None
        return Lean(Direction.PAST, f"'{word}' is past")
    as_was = previous in _AS_WAS or _at(sentence, i - 2) == "as"
    if word in ("planned", "scheduled", "expected", "due") and as_was:
        return None  # "left as planned", "later than expected": the plan is behind it
    if word in _PLAN_WORDS and previous not in _BE and previous not in _DETERMINERS:
        return Lean(Direction.FUTURE, f"'{word}' is about what is to come")
    if word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST and word.islower():
        return None if _qualifies(sentence, i) else Lean(Direction.PAST, f"'{word}' is past")
    if word in _SHOWN and "as" in sentence[max(0, i - 5) : i]:
        return Lean(Direction.NEAREST, f"'as … {word}' may tell of either side", False)
    return _present(word, _at(sentence, i + 1))


def _qualifies(sentence: list[str], i: int) -> bool:
    """Whether a form in -ed belongs to a noun or to a helper before it."""
    previous, following = _at(sentence, i - 1), _at(sentence, i + 1)
    if previous in _BEFORE_A_NOUN and following.islower():
        return True  # "by armed men", "for invited guests"
    if previous in _BE or previous in _BARE_VERB:
        return True
    if previous == "that" and following in _AFTER_A_VERB:
        return False
    if previous in ("still", "previously", "newly"):
        previous = _at(sentence, i - 2)
    return previous in _DETERMINERS


def _present(word: str, following: str) -> Lean | None:
    """Plans and timetables in the present, and what "after" and "saying" look back to."""
    if word in ("plans", "plan") and following in _DETERMINERS:
        return Lean(Direction.FUTURE, f"'{word}' looks ahead")
    if word == "reports" and following in ("", ".", ",", "of", "from", "that", "said", "say"):
        return None
    if word == "after" and following.endswith("ing") and len(following) > 5:
        return Lean(Direction.PAST, f"'after {following}' looks back")
    if word in _SPEAKING:
        return Lean(Direction.PAST, f"'{word}' reports")
    if word in SCHEDULED:
        return Lean(Direction.FUTURE, f"'{word}' is a scheduled present")
    return None
