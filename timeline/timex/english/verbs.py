"""What a verb and its neighbours say about direction: modals, tenses, plans, infinitives."""

from __future__ import annotations

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
_DETERMINERS = words(
    """
    the a an his her its their our this that
    """
)
HELPERS = _MODALS | _BE | _BEEN | {"to"}
_VERBS = frozenset(
    {"to", "set", "plan", "plans"}
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
BREAK = frozenset(',;:()"~`')
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
    if word not in _VERBS and word[-2:] != "ed":
        return None  # most words by far
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
    if "have" in (following, _at(sentence, i + 2)):
        return Lean(Direction.PAST, f"'{word} have' looks back")
    return Lean(Direction.FUTURE, f"'{f'{word} {following}'.strip()}' looks ahead")


def _be(sentence: list[str], i: int) -> Lean | None:
    word, following = sentence[i], _at(sentence, i + 1)
    if following in _ADVERBS:
        following = _at(sentence, i + 2)
    if following in _PLANNING or (following == "to" and word not in _BEEN):
        return Lean(Direction.FUTURE, f"'{word} {following}' looks ahead")
    if word in _BEEN:
        return Lean(Direction.PAST, f"'{word}' is past")
    if word == "be":
        return Lean(Direction.FUTURE, "'be' is still to come")
    if following.endswith("ing") and len(following) > 4:
        return Lean(Direction.FUTURE, f"'{word} {following}' is arranged")
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
    if word in _IRREGULAR:
        if previous in _BE or previous in _BARE_VERB or previous in ("the", "a"):
            return None
        return Lean(Direction.PAST, f"'{word}' is past")
    if word in _PLAN_WORDS and previous not in _BE and previous not in _DETERMINERS:
        return Lean(Direction.FUTURE, f"'{word}' is about what is to come")
    if word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST:
        if previous in _BE or previous in _BARE_VERB or previous in _DETERMINERS:
            return None
        if previous in ("still", "previously", "newly") and _at(sentence, i - 2) in _DETERMINERS:
            return None
        return Lean(Direction.PAST, f"'{word}' is past")
    if word in ("plans", "plan") and _at(sentence, i + 1) in _DETERMINERS:
        return Lean(Direction.FUTURE, f"'{word}' looks ahead")
    if word in _SPEAKING:
        return Lean(Direction.PAST, f"'{word}' reports")
    if word in SCHEDULED:
        return Lean(Direction.FUTURE, f"'{word}' is a scheduled present")
    return None
