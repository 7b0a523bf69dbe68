"""Who is the subject of an event: through governors, coordination and relative clauses."""

from __future__ import annotations

from timeline.events.scene import Scene
from timeline.events.triggers import Trigger
from timeline.language import Document

_RELATIVE = frozenset(("who", "whom", "which", "that"))
_INTENTIONS = frozenset(
    "plan desire wish intention aim goal decision hope dream bid offer promise attempt"
    " effort move pledge vow threat refusal failure intent".split()
)
_ONE = frozenset(("has", "is", "was", "does"))
_MANY = frozenset(("have", "are", "were", "do"))
_CONJUNCTIONS = frozenset("as after before since until while when".split())


def subject_of(scene: Scene, trigger: Trigger) -> int | None:
    """Find who or what does what an event tells of.

    Args:
        scene: the article.
        trigger: the event.

    Returns:
        The head of the subject; None if the clause and those it hangs on have none.
    """
    doc = scene.doc
    seen: set[int] = set()
    current: int | None = trigger.token
    found: int | None = None
    while current is not None and current not in seen:
        seen.add(current)
        subject = _own_subject(scene, current)
        if subject is None:
            found, current = _of_governor(doc, current)
        else:
            found, current = _of_clause(scene, trigger, current, subject)
    return found


def _own_subject(scene: Scene, verb: int) -> int | None:
    """A verb's subject; of two, the person: "The former director, Ina Sand will lead …"."""
    subjects = scene.doc.children_of(verb, "nsubj", "nsubjpass")
    if len(subjects) > 1 and scene.doc.tokens[subjects[0]].lower not in _RELATIVE:
        subjects = [i for i in subjects if i in scene.roster.mentions] or subjects
    return subjects[0] if subjects else _stray_subject(scene, verb)


def _stray_subject(scene: Scene, verb: int) -> int | None:
    """The noun before a finite verb that the parser takes for a part of it, or of the verb before.

    In "Costa resigned and its owner, Ruiz, is stepping in" it may join the owner to "resigned".
    """
    doc = scene.doc
    token = doc.tokens[verb]
    if token.pos != "VERB":
        return None
    for c in doc.children_of(verb, "compound"):
        if c == verb - 1 and c in scene.roster.mentions:
            return c
    if token.dep != "conj" or doc.tokens[token.head].pos != "VERB":
        return None
    for c in doc.children_of(token.head, "conj"):
        if token.head < c < verb and doc.tokens[c].pos in ("NOUN", "PROPN"):
            inside = doc.subtree(c)
            between = range(inside[-1] + 1, verb)
            joined = doc.tokens[inside[0] - 1].dep == "cc"
            if joined and all(doc.tokens[k].head == verb for k in between):
                return c
    return None


def _of_clause(
    scene: Scene, trigger: Trigger, verb: int, subject: int
) -> tuple[int | None, int | None]:
    """What a verb's own subject stands for, or else the verb where to look on."""
    doc = scene.doc
    if doc.tokens[verb].dep == "ccomp" and _disagrees(doc, trigger.token, subject):
        # "Chad says its ports are full and has closed them": Chad has
        return None, doc.tokens[verb].head
    if doc.tokens[subject].lower in _RELATIVE:
        if doc.tokens[verb].dep == "relcl":
            return _described(scene, doc.tokens[verb].head), None
        if doc.tokens[subject].tag in ("WDT", "WP"):
            return None, doc.tokens[verb].head
    owner = doc.child(subject, "poss")
    if owner is not None and doc.tokens[subject].lemma in _INTENTIONS:
        return owner, None  # "his plan is to leave": he leaves
    return _name_before_verb(scene, subject, verb), None


def _described(scene: Scene, noun: int) -> int:
    """Whom a noun describes: in "He is a dentist who came from Lima" it is he that came."""
    doc = scene.doc
    token = doc.tokens[noun]
    if token.dep != "attr" or doc.tokens[token.head].lemma != "be" or token.tag != "NN":
        return noun
    subject = doc.child(token.head, "nsubj")
    return subject if subject in scene.roster.mentions and subject is not None else noun


def _of_governor(doc: Document, verb: int) -> tuple[int | None, int | None]:
    """The subject that a verb without one takes from what governs it, or where to look on."""
    token = doc.tokens[verb]
    above = doc.tokens[token.head]
    if token.dep == "ROOT" and (told := _behind_source(doc, verb)) is not None:
        return told, None
    if token.dep == "advcl" and (split := _split_subject(doc, verb)) is not None:
        return split, None
    if token.dep == "xcomp":  # "asked him to leave": the object of the governor leaves
        controller = doc.child(token.head, "dobj")
        named = controller is not None and doc.tokens[controller].lower not in _RELATIVE
        if named and above.lemma != "promise":
            return controller, None
    if token.dep == "acl" and above.lemma in _INTENTIONS:
        owner = doc.child(above.i, "poss")
        if owner is not None:
            return owner, None  # "her plan to leave"
        if above.dep in ("dobj", "attr", "pobj"):  # "Costa announced plans to leave"
            verbs = (k for k in doc.ancestors(above.i) if doc.tokens[k].pos in ("VERB", "AUX"))
            return None, next(verbs, None)
    if token.dep == "acl" and above.pos in ("NOUN", "PROPN", "PRON"):
        return above.i, None
    onward = token.dep in ("xcomp", "conj", "advcl", "pcomp", "ccomp", "prep", "acomp")
    return None, token.head if onward else None


def _behind_source(doc: Document, verb: int) -> int | None:
    """The subject that the parser hangs on a source: "According to Ruiz, Dara Quinn, 30, left"."""
    for c in doc.children_of(verb, "prep", "advcl"):
        if c > verb or doc.tokens[c].lower != "according":
            continue
        named = [k for k in doc.subtree(c) if doc.tokens[k].dep == "appos" and k < verb]
        names = [k for k in named if doc.tokens[k].tag == "NNP" and doc.tokens[k + 1].text == ","]
        return names[-1] if names else None
    return None


def _split_subject(doc: Document, verb: int) -> int | None:
    """The subject that the parser gives to a conjunction, for a clause that a comma splits.

    "The crowd rose as Costa, draped in a flag, began to speak": "as" is taken for a preposition.
    """
    if doc.tokens[verb].tag not in ("VBD", "VBZ", "VBP") or doc.children_of(verb, "mark", "aux"):
        return None
    above = doc.tokens[verb].head
    for c in reversed(doc.children_of(above, "prep")):
        if above < c < verb and doc.tokens[c].lower in _CONJUNCTIONS:
            noun = doc.child(c, "pobj")
            split = noun is not None and noun + 1 < verb and doc.tokens[noun + 1].text == ","
            return noun if split else None
    return None


def _disagrees(doc: Document, verb: int, subject: int) -> bool:
    """Whether a verb without a subject of its own cannot share a subject for its number."""
    if doc.child(verb, "nsubj", "nsubjpass") is not None or doc.tokens[verb].dep != "conj":
        return False
    finite = doc.tokens[next(iter(doc.children_of(verb, "aux", "auxpass")), verb)]
    one = finite.lower in _ONE or (finite.tag == "VBZ" and finite.lower not in _MANY)
    many = finite.lower in _MANY or finite.tag == "VBP"
    token = doc.tokens[subject]
    several = token.tag in ("NNS", "NNPS") or bool(doc.children_of(subject, "conj"))
    single = token.tag in ("NN", "NNP") and not several
    return (one and token.tag == "NNS") or (many and single and token.tag == "NN")


def _name_before_verb(scene: Scene, subject: int, verb: int) -> int:
    """The person whose name ends a long subject, where the parse stops at a word before it.

    In "former world champion boxer Dara Quinn was banned" the small model may take "champion" for
    the subject.
    """
    doc = scene.doc
    if subject in scene.roster.mentions:
        return subject
    last = min([verb, *doc.children_of(verb, "aux", "auxpass", "neg", "advmod")], default=verb) - 1
    if last <= subject or last not in scene.roster.mentions:
        return subject
    inside = doc.subtree(subject, frozenset(("prep", "relcl", "acl", "poss", "punct", "cc")))
    return last if last in inside else subject
