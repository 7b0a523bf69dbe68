"""Whether an English date only looks back behind its story: "who had been captured in 1933"."""

from __future__ import annotations

import re

from timeline.timex.words import ordered, words

_REACH = 140
_CLAUSE = re.compile(rb"[.;:~]['\")]*[ \n]|\n")
_BETWEEN = "|".join(ordered("not never also already been just only long once ever yet first then"))
_IRREGULAR = "|".join(
    ordered(
        """
        come gone done made put set begun won led met held stood found built left lain run cut hit
        shut fled said laid paid struck sat shot sold told
        """
    )
)
# "had taken", "had not yet been taken"; "had three ships" has no participle
_PLUPERFECT = re.compile(
    rf"\bhad(?: (?:{_BETWEEN}|\w+ly))*"
    rf" (?:\w+(?:ed|en|wn|ung|unk|ept|elt|ent|ost|ought|aught)|\w*(?:{_IRREGULAR}))\b".encode()
)
_SINCE = re.compile(rb"\b(?:since|back in|dating (?:back )?(?:from|to))(?: \w+)? $")
# "the treaty of 1815" names a thing; "the summer of 1815" a time
_OF = re.compile(rb"\b(?:the|an?|its|their|his|her) (?:[A-Za-z]+ ){0,2}([A-Za-z]+) of (?:the )?$")
_TIMES = words(
    """
    end start beginning middle close part half course rest remainder night morning evening
    afternoon spring summer autumn fall winter month week weeks months days day quarter year years
    season dawn eve months outbreak
    """
)


_STOP = re.compile(rb"[.!?;~][\"')]*[ \n]|\n")
_RELATIVE = re.compile(rb"\b(?:who|which|whom|whose|where|when|that|as|after|because|since)\b")
_COMMA = re.compile(rb"[.,!?;~\n]")


def flashback(flat: bytes, start: int, end: int) -> int:
    """Where a flashback ends that a date stands in: after the past perfect, or after "since".

    A date that only names a thing ("the treaty of 1815") is one too. It ends with its sentence, or
    with its relative clause.

    Args:
        flat: the text, one byte a character.
        start, end: the date.

    Returns:
        An offset after the date; 0 if there is no flashback.
    """
    told = _CLAUSE.split(flat[max(0, start - _REACH) : start])[-1]
    had = _PLUPERFECT.search(told)
    if not had and not _SINCE.search(told):
        named = _OF.search(told)
        if named is None or named.group(1).decode().lower() in _TIMES:
            return 0
    inside = had and _RELATIVE.search(told, 0, had.start())
    stop = (_COMMA if inside else _STOP).search(flat, end)
    return stop.start() if stop else len(flat)
