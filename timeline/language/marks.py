"""The marks that end a sentence, and those that may still follow it."""

SENTENCE_ENDS = frozenset(".!?…:;")
CLOSING = frozenset("\"')]}»”’")
