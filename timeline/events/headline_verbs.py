"""The verb of a headline: auxiliaries dropped or put right, so that what is left is grammatical.

"was arrested" → "arrested", "will meet" → "to meet", "had flown" → "flew"; "has been serving"
stays as it is.
"""

from __future__ import annotations

from timeline.events.scene import Scene
from timeline.language import Document, VerbGroup, verb_group
from timeline.language.verbs import FUTURE_MODALS
from timeline.model import TO_COME, Status

# Verbs whose past tense is not made with -ed: lemma, past and, where it differs, participle.
_IRREGULAR = (
    "arise arose arisen;bear bore born;beat beat beaten;become became become;begin began begun;"
    "bite bit bitten;bleed bled;blow blew blown;break broke broken;bring brought;build built;"
    "burst burst;buy bought;cast cast;catch caught;choose chose chosen;come came come;cost cost;"
    "cut cut;deal dealt;dig dug;do did done;draw drew drawn;drink drank drunk;drive drove driven;"
    "eat ate eaten;fall fell fallen;feed fed;feel felt;fight fought;find found;flee fled;"
    "fly flew flown;forbid forbade forbidden;forget forgot forgotten;forgive forgave forgiven;"
    "freeze froze frozen;get got gotten;give gave given;go went gone;grow grew grown;hang hung;"
    "have had;hear heard;hide hid hidden;hit hit;hold held;hurt hurt;keep kept;know knew known;"
    "lay laid;lead led;leave left;lend lent;let let;lose lost;make made;mean meant;meet met;"
    "overcome overcame overcome;overthrow overthrew overthrown;pay paid;put put;quit quit;"
    "read read;ride rode ridden;ring rang rung;rise rose risen;run ran run;say said;see saw seen;"
    "seek sought;sell sold;send sent;set set;shake shook shaken;shoot shot;show showed shown;"
    "shut shut;sing sang sung;sink sank sunk;sit sat;sleep slept;speak spoke spoken;spend spent;"
    "split split;spread spread;stand stood;steal stole stolen;stick stuck;strike struck;"
    "swear swore sworn;sweep swept;swim swam swum;take took taken;teach taught;tear tore torn;"
    "tell told;think thought;throw threw thrown;undergo underwent undergone;"
    "understand understood;wear wore worn;win won;withdraw withdrew withdrawn;write wrote written"
)
_PAST: dict[str, str] = {}
_OF_PARTICIPLE: dict[str, str] = {}
for _row in _IRREGULAR.split(";"):
    _lemma, _past, *_rest = _row.split()
    _PAST[_lemma] = _past
    _OF_PARTICIPLE[_rest[0] if _rest else _past] = _past

_WHOLE = {
    "n't": "not",
    "'ve": "have",
    "'s": "has",
    "ca": "can",
    "wo": "will",
    "'d": "would",
    "sha": "shall",
}
_HAVING = frozenset("have has had 've 's having".split())
_DOING = frozenset("do does did".split())
_HISSING = ("s", "x", "z", "ch", "sh", "o")
_VOWELS = frozenset("aeiou")


def past_of(lemma: str) -> str:
    """The past tense of a verb; a final consonant is doubled after one short vowel."""
    if lemma in _PAST:
        return _PAST[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    short = len(lemma) in (3, 4) and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS
    if short and lemma[-1] not in _VOWELS | {"w", "x", "y"}:
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def past_of_participle(word: str) -> str:
    """The past tense of a verb by its participle: "flew" for "flown"."""
    return _OF_PARTICIPLE.get(word, word)


def present_of(lemma: str, plural: bool) -> str:
    """The present tense of a verb in the third person."""
    if plural:
        return lemma
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(_HISSING) else "s")


def verb_words(scene: Scene, group: VerbGroup, status: Status) -> str:
    """The verb group in headline form, without what stands above it."""
    doc = scene.doc
    token = doc.tokens[group.head]
    auxiliaries = [doc.tokens[c].lower for c in doc.children_of(group.head, "aux", "auxpass")]
    auxiliaries = [a for a in auxiliaries if a != "to"]
    negation = ["not"] if group.negated else []
    never = _never(doc, group.head)
    if never:
        negation = ["never"]
    future = group.modal in FUTURE_MODALS or (group.modal in ("would", "'d") and status in TO_COME)
    if future or group.infinitive:
        rest = [a for a in auxiliaries if a != group.modal]
        return " ".join([*negation, "to", *rest, token.lower if rest else token.lemma])
    if group.modal:
        rest = [a for a in auxiliaries if a != group.modal]
        modal = _WHOLE.get(group.modal, group.modal)
        return " ".join([modal, *negation, *rest, token.lower if rest else token.lemma])
    if group.passive:
        return " ".join([*negation, *(["being"] if "being" in auxiliaries else []), token.lower])
    if group.perfect:
        return _perfect(group, token.lower, auxiliaries, negation)
    if group.progressive:
        return " ".join([*negation, *_now_or_then(token.lower, token.lemma, status)])
    doing = next((a for a in auxiliaries if a in _DOING), "")
    if doing and negation:
        return " ".join([doing, *negation, token.lemma])
    if not group.is_finite:
        return _without_tense(token.tag, token.lower, token.lemma, negation, status)
    if token.tag in ("VBZ", "VBP") and status in TO_COME:
        return " ".join([*negation, "to", token.lemma])
    return " ".join([*negation, token.lower])


def _never(doc: Document, i: int) -> bool:
    return any(doc.tokens[c].lower == "never" for c in doc.children_of(i, "neg", "advmod"))


def _perfect(group: VerbGroup, word: str, auxiliaries: list[str], negation: list[str]) -> str:
    having = next((a for a in auxiliaries if a in _HAVING), "")
    then = group.tense.value == "past" or having in ("having", "")
    if then and not group.progressive and not negation:
        return past_of_participle(word)
    having = "had" if having == "having" else _WHOLE.get(having, having)
    rest = [a for a in auxiliaries if a == "been"]
    return " ".join([having, *negation, *rest, word]).strip()


def _now_or_then(word: str, lemma: str, status: Status) -> list[str]:
    return ["to", lemma] if status in TO_COME else [word]


def _without_tense(tag: str, word: str, lemma: str, negation: list[str], status: Status) -> str:
    """ "…, killing three" has happened, "for meeting her on Friday" has yet to."""
    if tag == "VBN":
        return " ".join([*negation, word])
    if status in TO_COME or status is Status.PROPOSED:
        return " ".join([*negation, "to", lemma])
    if negation:
        return f"not {word}"
    return past_of(lemma) if status is Status.HAPPENED else word


def governor_words(scene: Scene, i: int) -> str:
    """A verb or adjective above an event in headline form: "expected", "agreed", "did not agree".

    A form of "be" and the "going" of "is going to" only say that the rest is to come.
    """
    doc = scene.doc
    token = doc.tokens[i]
    if token.pos in ("NOUN", "PROPN"):
        return ""
    group = verb_group(doc, i)
    if token.lemma == "be" or (token.lemma == "go" and group.progressive):
        return "not" if group.negated else ""
    if token.pos not in ("VERB", "AUX"):
        return token.lower
    words = verb_words(scene, group, Status.HAPPENED)
    waits = any(doc.tokens[c].lower == "yet" for c in doc.children_of(i, "advmod"))
    return f"{words} yet" if waits else words  # "has yet to offer": it has not


def linked_words(doc: Document, i: int) -> str:
    """A verb below another with what links it: "to be opened", "leaving"."""
    token = doc.tokens[i]
    auxiliaries = [doc.tokens[c].lower for c in doc.children_of(i, "aux", "auxpass") if c < i]
    negation = ["not"] if doc.child(i, "neg") is not None else []
    if token.dep == "conj" and token.tag == "VB" and not auxiliaries:
        auxiliaries = ["to"]  # "agreed to come and help": to help
    return " ".join([*negation, *auxiliaries, token.lower])
