"""How German puts two dates together: "am Montag um 14 Uhr", "vom 3. bis 5. Mai"."""

from __future__ import annotations

import re

from timeline.timex.language import Joints

CLOCKS = frozenset(
    (
        "time in hours",
        "hour in a list",
        "time after um",
        "half past, quarter to",
        "noon and midnight",
        "in the morning",
    )
)

JOINTS = Joints(
    beside=re.compile(
        rb"(?: \([^()\n]{3,24}\))?"
        rb"(?:,?[ \n](?:um |ab |gegen |von |bis |am |in |der |etwa |rund |kurz |vor |nach )*"
        rb"|,[ \n]?)$",
        re.IGNORECASE,
    ),
    clocks=CLOCKS,
    between=re.compile(
        rb",?[ \n]?(-|bis|und)(?:[ \n](?:zum|zur|einschlies+lich))?[ \n]?(?:de[nmr] |am |im )?$",
        re.IGNORECASE,
    ),
    # group 1 is "vo" for "von" and "vom" alike
    opening=re.compile(rb"(?:^|[^A-Za-z])(vo|zwischen)[nm]?[ \n](?:de[mnr] )?$", re.IGNORECASE),
    joining=frozenset((b"-", b"bis")),
    only_after=frozenset(),
    opener=b"vo",
    within=b"zwischen",
    conjunction=b"und",
    counting=re.compile(rb"[ \n](?:nach|ab|(?P<back>vor))[ \n](?:de[mrn] )?$", re.IGNORECASE),
    part_of=re.compile(
        rb"(?:^|[^A-Za-z])(?P<x>(?P<part>Morgen|Vormittag|Nachmittag|Mittag|Abend|Nacht)"
        rb"[ \n](?:des|vom) )$",
        re.IGNORECASE,
    ),
    parts={
        b"morgen": "morning",
        b"vormittag": "morning",
        b"mittag": "lunchtime",
        b"nachmittag": "afternoon",
        b"abend": "evening",
        b"nacht": "night",
    },
    beginning=re.compile(rb",?[ \n](?:ab|beginnend am|beginnend mit)[ \n](?:de[mr] )?$", re.I),
    side=re.compile(rb"(?:d[aei][sre]n?[ \n])?(?:(?P<first>erste[nrs]?)|letzte[nrs]?)[ \n]", re.I),
    apart=True,
    of=re.compile(rb"[ \n](?:des|im|von|vom|der)[ \n](?:Jahr(?:es)?[ \n])?$", re.I),
)
