"""Steps of a spaCy pipeline that say the same as spaCy's own in less time, and sentence bounds.

Import only after spaCy itself has been imported (see `parser`): it takes half a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, EntityRecognizer
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import load_model, registry

from timeline.language.marks import CLOSING, SENTENCE_ENDS

if TYPE_CHECKING:
    from spacy.tokens import Doc

# After an abbreviation ("the U.S. To avoid …") only a capitalised function word opens a sentence
# beyond doubt: names and nouns follow abbreviations inside sentences too ("U.S. President").
_OPENERS = frozenset(
    "the a an this that these those it he she they we i you in on at to for from by with as but and"
    " after before while when if although however meanwhile its his her their our there".split()
)
# Ranks before a name, whose stop the tokenizer takes for the end of a sentence: "Capt. Ana Ruiz".
_RANKS = frozenset("Capt. Lt. Sgt. Cpl. Pvt. Det. Maj. Cmdr. Supt. Insp. Atty. Ptl.".split())
# What a rule about one word may look at, and all that decides whether it fits.
_OF_A_WORD: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
# Words remembered with their rules; beyond it the memory starts anew.
_REMEMBERED = 50_000


def load(name: str) -> Language:
    """Load an English pipeline, with sentence bounds added and quicker steps in place of its own.

    A step that the pipeline lacks, or has of another kind, stays as it is.

    Args:
        name: its package.
    """
    # spaCy's own English models bring all rules of their tokenizer: those of the language, which
    # take a tenth of a second, need not be read before
    own = {"nlp.tokenizer": {"@tokenizers": "timeline_tokenizer"}}
    official = name.startswith("en_core_web_")
    nlp = load_model(name, exclude=["senter"], config=own if official else {})
    _keep_whole(nlp)
    nlp.add_pipe("timeline_sentence_bounds", before="parser")
    for name, kind in (("attribute_ruler", AttributeRuler), ("ner", EntityRecognizer)):
        if name in nlp.pipe_names and type(nlp.get_pipe(name)) is kind:
            nlp.add_pipe(f"timeline_{name}", after=name)
            nlp.disable_pipe(name)
    return nlp


def _keep_whole(nlp: Language) -> None:
    """Keep "re-elected" and "Sgt." one word: cut up, they are no verb and no title."""
    cuts = getattr(nlp.tokenizer, "infix_finditer", None)
    if cuts is None:
        return  # another pipeline may cut words in a way of its own
    tokenizer: Any = nlp.tokenizer
    for rank in _RANKS:
        tokenizer.add_special_case(rank, [{"ORTH": rank}])
    tokenizer.infix_finditer = lambda word: [
        cut for cut in cuts(word) if word[: cut.end()].lower() != "re-"
    ]


class Recognizer:
    """Names, by the pipeline's own model, moving from state to state with the interpreter's lock.

    spaCy lets go of Python's lock for the whole run and then takes it again in each of some
    hundred tests a token; that costs more than the tests. Held throughout, they take half.

    Args:
        ner: a transition-based recogniser.
    """

    def __init__(self, ner: EntityRecognizer) -> None:
        self._ner = ner

    def __call__(self, doc: Doc) -> Doc:
        self._read([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Find the names of a stream of texts, `batch_size` of them at a time."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            self._read(batch)
            yield from batch

    def _read(self, docs: list[Doc]) -> None:
        if self._ner.cfg["beam_width"] != 1 or not any(len(doc) for doc in docs):
            self._ner.set_annotations(docs, self._ner.predict(docs))
            return
        states = self._ner.moves.init_batch(docs)
        model = self._ner.model.predict(docs)
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            unfinished = self._ner.transition_states(unfinished, model.predict(unfinished))
        model.clear_memory()
        self._ner.set_annotations(docs, states)


class Ruler:
    """Universal tags and exceptions, by the pipeline's own rules, remembered for each word.

    spaCy tries each of its 179 rules at each token. Nearly all look at a single word, so which
    of them fit is known from the last time it came with the same tag and dependency.

    Args:
        ruler: an attribute ruler; its rules must not change afterwards.
    """

    def __init__(self, ruler: Any) -> None:  # spaCy leaves most of its methods without types
        self._ruler = ruler
        self._single = Matcher(ruler.vocab)
        self._longer = Matcher(ruler.vocab)
        self._known: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        for number, rule in enumerate(ruler.patterns):
            alone = all(
                len(pattern) == 1 and pattern[0].keys() <= set(_OF_A_WORD)
                for pattern in rule["patterns"]
            )
            (self._single if alone else self._longer).add(str(number), rule["patterns"])

    def __call__(self, doc: Doc) -> Doc:
        # in the order of the rules, of which a later one overrules
        self._ruler.set_annotations(doc, sorted(self._matches(doc)))
        return doc

    def _matches(self, doc: Doc) -> Iterator[tuple[int, int, int, int]]:
        for key, start, end in self._longer(doc, allow_missing=True):
            yield self._number(key), key, start, end
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        for i, word in enumerate(map(tuple, doc.to_array(_OF_A_WORD).tolist())):
            rules = self._known.get(word)
            if rules is None:
                found = self._single(doc[i : i + 1], allow_missing=True)
                rules = self._known[word] = [(self._number(key), key) for key, _, _ in found]
            for number, key in rules:
                yield number, key, i, i + 1

    def _number(self, key: int) -> int:
        return int(self._ruler.vocab.strings[key])


@registry.tokenizers("timeline_tokenizer")  # type: ignore[untyped-decorator]
def _bare_tokenizer() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


@Language.factory("timeline_ner")
def _recognizer(nlp: Language, name: str) -> Recognizer:
    return Recognizer(nlp.get_pipe(name.removeprefix("timeline_")))


@Language.factory("timeline_attribute_ruler")
def _ruler(nlp: Language, name: str) -> Ruler:
    return Ruler(nlp.get_pipe(name.removeprefix("timeline_")))


@Language.component("timeline_sentence_bounds")
def _sentence_bounds(doc: Doc) -> Doc:
    """Forbid a new sentence where none can begin ("Malaysian PM | Anwar Ibrahim")."""
    words = [t.text for t in doc]
    before = words[0] if words else ""  # the last one that is no closing mark
    for i, last in enumerate(words[:-1], start=1):
        if last not in CLOSING:
            before = last
        if last == ";" and _is_clause(doc, i):
            doc[i].is_sent_start = True
        elif before[-1] not in SENTENCE_ENDS or (last in _RANKS and _is_name(words[i])):
            doc[i].is_sent_start = False
        elif len(before) > 1 and words[i].istitle() and words[i].lower() in _OPENERS:
            doc[i].is_sent_start = True
    return doc


def _is_name(word: str) -> bool:
    """Whether a word behind a rank may be who holds it."""
    return word.istitle() and word.lower() not in _OPENERS


def _is_clause(doc: Doc, start: int) -> bool:
    """Whether what follows a semicolon has a finite verb, so that it is no item of a list."""
    for t in doc[start : start + 25]:
        if t.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return True
        if t.text in (";", "."):
            return False
    return False
