"""From text to sentences, words, names and verb groups; the only room that knows spaCy."""

from timeline.language.direction import direction_of_group, direction_reader
from timeline.language.document import Document, Name, Sentence, Token
from timeline.language.parser import ModelMissing, Parser
from timeline.language.verbs import Tense, VerbGroup, verb_group

__all__ = [
    "Document",
    "ModelMissing",
    "Name",
    "Parser",
    "Sentence",
    "Tense",
    "Token",
    "VerbGroup",
    "direction_of_group",
    "direction_reader",
    "verb_group",
]
