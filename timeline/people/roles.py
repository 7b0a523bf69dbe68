"""What a person is: titles before a name, appositions after it, and the country they speak for."""

from __future__ import annotations

import re

from timeline.language import Document
from timeline.people.lexicon import FIELDS, HONORIFICS

_TITLES = HONORIFICS | frozenset(
    "mr mrs ms miss dr sir lord lady dame president vice prime minister premier pm chancellor king"
    " queen emperor empress prince princess pope sheikh sultan emir ayatollah senator sen rep"
    " congressman congresswoman governor gov mayor ambassador envoy secretary general gen colonel"
    " col major maj captain capt lieutenant lt sergeant sgt admiral judge justice professor prof"
    " chief inspector detective officer deputy foreign defense defence finance interior speaker"
    " chairman chairwoman chair ceo director leader spokesman spokeswoman spokesperson rev reverend"
    " archbishop bishop cardinal father sister coach commissioner representative attorney then"
    " former acting interim late ex adm cmdr commander brig sheriff constable treasurer"
    " baron baroness count countess duke duchess imam rabbi chairperson pastor"
    " vice-president councilman councilwoman councillor councilor alderman patrolman trooper"
    " corporal cpl det supt superintendent marshal undersecretary coroner dean taoiseach tánaiste"
    " provost".split()
)
# Nouns by which an article calls somebody by an office or a calling.
CALLINGS = _TITLES - FIELDS - HONORIFICS | frozenset(
    "chief executive head boss founder co-founder owner manager lawyer lawmaker legislator deputy"
    " politician candidate nominee economist analyst scientist researcher author writer poet"
    " novelist singer actor actress musician composer conductor artist painter dancer comedian"
    " player striker midfielder defender goalkeeper captain batsman bowler boxer swimmer runner"
    " cyclist golfer driver pilot astronaut cosmonaut winner champion banker investor trader"
    " businessman businesswoman entrepreneur billionaire journalist reporter editor broadcaster"
    " presenter activist campaigner dissident rebel cleric priest nun monk missionary doctor"
    " surgeon nurse teacher student farmer engineer architect soldier diplomat negotiator mediator"
    " monarch dictator ruler heir successor predecessor widow wife husband mother father son"
    " daughter brother sister resident suspect defendant plaintiff prosecutor magistrate lawman"
    " inspector spy agent adviser advisor aide strategist counsel treasurer trustee chairperson"
    " vice-president congressman congresswoman correspondent expert star official member friend"
    " colleague partner professor scholar creator contestant host guest veteran patient president"
    " representative delegate elect associate attorney general chair advocate commentator"
    " counterpart".split()
)
# Endings of nouns of persons: "striker", "senator", "pianist", "librarian".
_CALLING_ENDINGS = ("er", "or", "ist", "man", "woman", "person", "ian", "eer", "aire", "law")
_KIN = frozenset(
    "lady wife husband mother father son daughter brother sister widow widower son-in-law"
    " granddaughter grandson grandmother grandfather niece nephew aunt uncle cousin fiancée fiancé"
    " daughter-in-law stepson stepdaughter half-brother half-sister girlfriend boyfriend".split()
)
# Callings that are companies' and teams' as well: "the owner, Acme Foods", "the winner, Real Lima".
_ANYBODY = frozenset(
    "owner winner champion host partner member rebel broadcaster investor trader agent defendant"
    " plaintiff representative successor predecessor heir creator associate contestant guest star"
    " mediator negotiator nominee candidate leader chair general suspect official patient expert"
    " adviser advisor counsel major driver player".split()
)
# Endings of callings that no company has: "dentist", "fireman", "mathematician".
_HUMAN_ENDINGS = ("ist", "man", "woman", "person", "ician", "eer")
# What says nothing of the office: "the embattled president", "the new owner".
_MERE = frozenset(
    "old new longtime embattled veteran current incumbent popular young late-night usual own"
    " eventual outspoken controversial famous".split()
)
_MARKS = frozenset(("(", ")", "[", "]", "-LRB-", "-RRB-", ",", ";", ":", "--", "—", "–", '"', "``"))
_LONGEST_ROLE = 12
_FEMALE = frozenset(
    "mrs ms miss lady dame queen empress princess congresswoman chairwoman spokeswoman mother wife"
    " daughter sister actress businesswoman frau fräulein madame mademoiselle mme signora signorina"
    " señora señorita senhora".split()
)
_MALE = frozenset(
    "mr sir lord king emperor prince pope sheikh sultan emir congressman chairman spokesman father"
    " husband son brother actor businessman herr monsieur signor señor senhor".split()
)
# Offices that speak and act for a state.
_STATE_OFFICE = re.compile(
    r"\b(president|prime minister|premier|pm|chancellor|king|queen|emperor|foreign minister|"
    r"(?:\w+ )?minister|secretary of \w+|ambassador|envoy|head of state)\b",
    re.IGNORECASE,
)


def is_title(word: str) -> bool:
    """Whether a word can stand before a name as a title or an office.

    Args:
        word: one word, with or without its full stop.

    Returns:
        True for "President", "Mr.", "coach" and their like.
    """
    return word.lower().rstrip(".") in _TITLES


def gender_of(words: str) -> str:
    """What a title or role tells of gender.

    Args:
        words: a role as printed.

    Returns:
        "f" or "m" where it tells, else an empty string.
    """
    found = set(re.findall(r"[^\W\d_]+", words.lower()))
    if found & _FEMALE:
        return "f"
    return "m" if found & _MALE else ""


def is_state_office(role: str) -> bool:
    """Whether a role speaks for a state.

    Args:
        role: a role as printed.

    Returns:
        True for heads of state and government, ministers and diplomats.
    """
    return bool(_STATE_OFFICE.search(role))


def is_honorific(role: str) -> bool:
    """Whether a role is a mere form of address.

    Args:
        role: a role as printed.

    Returns:
        True for "Mr." and "Dr", which tell of gender at most.
    """
    words = role.lower().split()
    return bool(words) and words[-1].rstrip(".") in HONORIFICS


def role_of(doc: Document, first: int, last: int) -> tuple[int, int]:
    """Find the role of the name at tokens `first:last`.

    Read before the name ("Malaysian PM Anwar Ibrahim"), in an apposition after it ("Koji Sato,
    Toyota's president,") or in the noun that the name is apposed to ("the owner, Ana Ruiz,").

    Args:
        doc: the parsed article.
        first: the first token of the name.
        last: the token behind it.

    Returns:
        The characters of the role; (0, 0) if there is none.
    """
    tokens = doc.tokens
    k = _opening(doc, first, last)
    words = [t for t in tokens[k:first] if t.pos not in ("DET", "PUNCT")]
    while words and (words[-1].pos in ("CCONJ", "PART", "ADP") or words[-1].text == "-"):
        words.pop()
    if words and (any(is_title(t.text) for t in words) or is_calling(words[-1].lower)):
        return words[0].start, words[-1].end
    head = doc.head_of(range(first, last))
    if head is None:
        return 0, 0
    noun = apposed_calling(doc, head)
    if noun is not None:
        before = doc.subtree(noun, frozenset(("relcl", "acl", "appos", "punct", "conj")))
        before = [i for i in before if i < first and tokens[i].tag not in ("DT", "PRP$")]
        if before and before[-1] - before[0] < _LONGEST_ROLE:
            return tokens[before[0]].start, tokens[before[-1]].end
    apposition = doc.child(head, "appos")
    if apposition is not None and _names_calling(doc, apposition):
        inside = doc.subtree(apposition, frozenset(("relcl", "acl", "appos", "punct", "conj")))
        inside = [i for i in inside if i >= last]
        while inside and tokens[inside[-1]].pos in ("CCONJ", "PUNCT"):
            inside.pop()
        while inside and tokens[inside[0]].tag == "PRP$":
            inside.pop(0)
        if inside and inside[-1] - inside[0] < _LONGEST_ROLE:
            return tokens[inside[0]].start, tokens[inside[-1]].end
    return 0, 0


def _opening(doc: Document, first: int, last: int) -> int:
    """The first token of the role that stands before a name."""
    tokens = doc.tokens
    sentence = doc.sentence_of(first)
    k = first
    # "Secretary of State Ana Ruiz", "Minister for Trade Ana Ruiz"
    linked = k - 3 >= sentence.first and tokens[k - 2].lower in ("of", "for")
    # but not "a spokesman for President Ana Ruiz"
    field = tokens[k - 1].text[:1].isupper() and not is_title(tokens[k - 1].text)
    if linked and is_title(tokens[k - 3].text) and field:
        k -= 3
    while k > sentence.first and tokens[k - 1].text not in _MARKS:
        token = tokens[k - 1]
        below = token.dep in ("compound", "amod", "nmod", "poss", "case") and k <= token.head < last
        hyphen = token.text == "-" and token.end == tokens[k].start
        if not (is_title(token.text) or below or hyphen) or token.text[:1].isdigit():
            break
        k -= 1
    # "the embattled president", "newly appointed", "his former minister": what does not say which
    while k < first:
        token = tokens[k]
        verbal = token.pos in ("VERB", "ADV") and token.lower not in FIELDS
        mere = token.text in _MERE or (verbal and token.text[:1].islower())
        if not mere and token.tag != "PRP$" and token.text[:1].isalpha():
            break
        k += 1
    return k


def is_calling(word: str) -> bool:
    """Whether a noun says what a person is.

    Args:
        word: a common noun in lower case.

    Returns:
        True for offices, callings and kin.
    """
    return word in CALLINGS or word in _KIN or (len(word) > 4 and word.endswith(_CALLING_ENDINGS))


def is_human(word: str) -> bool:
    """Whether a noun says that somebody is a person, as no company and no team is.

    Args:
        word: a noun in lower case.

    Returns:
        True for "captain", "dentist" and "widow", but not for "owner" or "winner".
    """
    ending = len(word) > 5 and word.endswith(_HUMAN_ENDINGS)
    return (word in CALLINGS and word not in _ANYBODY) or word in _KIN or ending


def is_kinship(word: str) -> bool:
    """Whether a noun names a kinship.

    Args:
        word: a noun in lower case.

    Returns:
        True for "wife" and "nephew", but not for "lady".
    """
    return word in _KIN and word != "lady"


def _names_calling(doc: Document, i: int) -> bool:
    token = doc.tokens[i]
    return token.lower in CALLINGS or (token.pos == "NOUN" and is_calling(token.lower))


def is_kin(role: str) -> bool:
    """Whether a role tells of kinship alone.

    Args:
        role: a role as printed.

    Returns:
        True for "first lady", "his wife" and their like.
    """
    words = role.lower().split()
    return bool(words) and words[-1] in _KIN


def apposed_calling(doc: Document, head: int) -> int | None:
    """The noun of an office that a name stands beside: "the club's owner, Ana Ruiz".

    Args:
        doc: the parsed article.
        head: the head of the name.

    Returns:
        The token of the noun; None if the name is no apposition to one.
    """
    if doc.tokens[head].dep != "appos":
        return None
    above = doc.tokens[doc.tokens[head].head]
    first = head
    while first > 2 and doc.tokens[first - 1].dep == "compound":
        first -= 1
    if doc.tokens[first - 1].text == "," and _names_calling(doc, first - 2):
        above = doc.tokens[first - 2]
    # "the dentist in Lima, Ina Sand,": the parser may hang the name on the town
    while above.tag == "NNP" and above.dep == "pobj" and not _names_calling(doc, above.i):
        above = doc.tokens[doc.tokens[above.head].head]
    if above.i < head and above.tag in ("NN", "NNP"):
        return above.i if _names_calling(doc, above.i) else None
    return None
