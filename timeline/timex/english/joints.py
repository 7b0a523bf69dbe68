"""How English puts two dates together: "10 p.m. Friday", "from Monday to Wednesday"."""

from __future__ import annotations

import re

from timeline.timex.language import Joints
from timeline.timex.timex3 import PART_CODE

JOINTS = Joints(
    beside=re.compile(
        rb"(?: \([^()\n]{3,24}\))?"
        rb"(?:,?[ \n](?:at |on |in |of |about |around |shortly after |the )*|,[ \n]?)$"
    ),
    clocks=frozenset(
        (
            "time with a.m. or p.m.",
            "time of twenty-four hours",
            "time in four digits",
            "o'clock",
            "noon and midnight",
            "in the morning",
        )
    ),
    between=re.compile(
        rb"[ \n]?(-|to|through|thru|until|till|and|to the)[ \n]?(?:on |the )?$", re.IGNORECASE
    ),
    opening=re.compile(rb"(?:^|[^A-Za-z])(from|between)[ \n](?:the )?$", re.IGNORECASE),
    joining=frozenset((b"-", b"to", b"through", b"thru", b"until", b"till")),
    only_after=frozenset((b"to", b"until", b"till")),
    opener=b"from",
    within=b"between",
    conjunction=b"and",
    counting=re.compile(
        rb"[ \n](?:after|from|following|since|(?P<back>before|prior to|ahead of))"
        rb"[ \n](?:the )?$",
        re.IGNORECASE,
    ),
    part_of=re.compile(
        rb"(?:^|[^A-Za-z])(?P<x>(?:the )?(?:early |late )?"
        rb"(?P<part>morning|afternoon|evening|night|dawn|dusk) (?:of|on) (?:the )?)$",
        re.I,
    ),
    parts={part.encode(): part for part in PART_CODE},
    beginning=re.compile(
        rb"(?:,?[ \n](?:starting|beginning|commencing)|,[ \n]from)[ \n](?:on |from )?(?:the )?$",
        re.I,
    ),
    listing=b"and|or|&",
    side=re.compile(rb"(?:the[ \n])?(?:(?P<first>first|opening)|last|final|closing)[ \n]", re.I),
    of=re.compile(rb"[ \n](?:of|in)[ \n](?:the )?$", re.I),
)
