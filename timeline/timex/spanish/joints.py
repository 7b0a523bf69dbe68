"""How Spanish puts two dates together: "el viernes a las 10", "del lunes al miércoles"."""

from __future__ import annotations

import re

from timeline.timex.language import Joints

JOINTS = Joints(
    beside=re.compile(
        rb"(?: \([^()\n]{3,24}\))?(?:,?[ \n](?:a |de |del |el |en |sobre |hacia |por |la )*"
        rb"|,[ \n]?)$",
        re.I,
    ),
    clocks=frozenset(("time of day", "hour in words", "noon and midnight", "part of the day")),
    between=re.compile(rb"[ \n]?(-|a|al|hasta|y)[ \n]?(?:el |la |los |las )?$", re.I),
    opening=re.compile(rb"(?:^|[^A-Za-z])(desde|de|del|entre)[ \n](?:el |la |los |las )?$", re.I),
    joining=frozenset((b"-", b"a", b"al", b"hasta")),
    only_after=frozenset((b"a", b"hasta")),
    opener=b"de",
    within=b"entre",
    conjunction=b"y",
    counting=re.compile(
        rb"[ \n](?:despues|a partir|tras|(?P<back>antes))[ \n](?:de |del )?(?:el |la )?$", re.I
    ),
    part_of=re.compile(
        rb"(?:^|[^A-Za-z])(?P<x>(?:la )?(?P<part>manana|tarde|noche|madrugada) del? "
        rb"(?:el |este |dia |pasado ){0,2})$",
        re.I,
    ),
    parts={
        b"manana": "morning",
        b"tarde": "afternoon",
        b"noche": "night",
        b"madrugada": "dawn",
    },
    beginning=re.compile(rb",?[ \n](?:a partir|a contar)[ \n](?:de |desde |del )(?:el )?$", re.I),
    side=re.compile(
        rb"(?:l[oa]s?[ \n])?(?:[a-z]+[ \n])?(?:(?P<first>primer[oa]?s?)|ultim[oa]s?)[ \n]",
        re.I,
    ),
    of=re.compile(rb"[ \n](?:del?)[ \n](?:el |la |ano )?$", re.I),
)
