"""Days with names in German: Weihnachten, Ostern, Pfingsten, Allerheiligen, Silvester."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.timex import days
from timeline.timex.feasts import Feast, bare_feast, fixed, from_easter, nth
from timeline.timex.german.choose import sign_of
from timeline.timex.german.letters import keyed, spelt
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_day


def _advent(week: int) -> Feast:
    """The n-th Sunday of Advent; the fourth is the last one before Christmas."""

    def of(year: int) -> date:
        christmas = date(year, 12, 25)
        fourth = christmas - timedelta(christmas.isoweekday())
        return fourth - timedelta(7 * (4 - week))

    return of


def _repentance(year: int) -> date:
    """Buß- und Bettag: the Wednesday before the last Sunday of the church's year."""
    return _advent(1)(year) - timedelta(11)


NAMED: dict[str, Feast] = {
    "weihnachten": fixed(12, 25),
    "weihnachtstag": fixed(12, 25),
    "weihnacht": fixed(12, 25),
    "christtag": fixed(12, 25),
    "heiliger abend": fixed(12, 24),
    "heiligen abend": fixed(12, 24),
    "heiligem abend": fixed(12, 24),
    "heiligabend": fixed(12, 24),
    "stephanstag": fixed(12, 26),
    "stefanstag": fixed(12, 26),
    "stefanitag": fixed(12, 26),
    "silvester": fixed(12, 31),
    "silvesterabend": fixed(12, 31),
    "neujahr": fixed(1, 1),
    "neujahrstag": fixed(1, 1),
    "dreikönig": fixed(1, 6),
    "dreikönigstag": fixed(1, 6),
    "heilige drei könige": fixed(1, 6),
    "valentinstag": fixed(2, 14),
    "lichtmess": fixed(2, 2),
    "mariä lichtmess": fixed(2, 2),
    "josefstag": fixed(3, 19),
    "josefitag": fixed(3, 19),
    "frauentag": fixed(3, 8),
    "tag der arbeit": fixed(5, 1),
    "maifeiertag": fixed(5, 1),
    "tag der befreiung": fixed(5, 8),
    "peter und paul": fixed(6, 29),
    "mariä himmelfahrt": fixed(8, 15),
    "maria himmelfahrt": fixed(8, 15),
    "hochunserfrauentag": fixed(8, 15),
    "tag der deutschen einheit": fixed(10, 3),
    "nationalfeiertag": fixed(10, 26),
    "reformationstag": fixed(10, 31),
    "halloween": fixed(10, 31),
    "allerheiligen": fixed(11, 1),
    "allerseelen": fixed(11, 2),
    "martini": fixed(11, 11),
    "martinstag": fixed(11, 11),
    "nikolaustag": fixed(12, 6),
    "nikolausabend": fixed(12, 5),
    "mariä empfängnis": fixed(12, 8),
    "maria empfängnis": fixed(12, 8),
    "muttertag": nth(5, 6, 2),
    "buß- und bettag": _repentance,
    "erster advent": _advent(1),
    "ersten advent": _advent(1),
    "zweiten advent": _advent(2),
    "dritten advent": _advent(3),
    "vierten advent": _advent(4),
    "erster adventsonntag": _advent(1),
    "ersten adventsonntag": _advent(1),
    "zweiten adventsonntag": _advent(2),
    "dritten adventsonntag": _advent(3),
    "vierten adventsonntag": _advent(4),
    "unsinniger donnerstag": from_easter(-52),
    "unsinnigen donnerstag": from_easter(-52),
    "weiberfastnacht": from_easter(-52),
    "rosenmontag": from_easter(-48),
    "faschingsdienstag": from_easter(-47),
    "aschermittwoch": from_easter(-46),
    "palmsonntag": from_easter(-7),
    "gründonnerstag": from_easter(-3),
    "karfreitag": from_easter(-2),
    "karsamstag": from_easter(-1),
    "ostern": from_easter(0),
    "ostersonntag": from_easter(0),
    "ostermontag": from_easter(1),
    "weißer sonntag": from_easter(7),
    "weißen sonntag": from_easter(7),
    "christi himmelfahrt": from_easter(39),
    "vatertag": from_easter(39),
    "pfingsten": from_easter(49),
    "pfingstsonntag": from_easter(49),
    "pfingstmontag": from_easter(50),
    "dreifaltigkeitssonntag": from_easter(56),
    "fronleichnam": from_easter(60),
    "fronleichnamstag": from_easter(60),
    "herz-jesu-sonntag": from_easter(70),
}
_KEYED = keyed(NAMED)
_NAMES = spelt("|".join(sorted(NAMED, key=len, reverse=True))).replace(" ", "{S}")


def _named(m: Parts, at: Place) -> Reading | None:
    if at.after(2)[:1] == "-" and at.after(2)[1:].isalpha():
        return None  # "Oster-Ausgabe", "Weihnachten-Spezial"
    table, now = _KEYED[" ".join(m["name"].split())], at.anchor
    if m["y"]:
        return on_day(table(int(m["y"])), f"falls then in {m['y']}")
    sign = sign_of(m["rel"]) if m["rel"] else 0
    if sign:
        year = now.year
        if sign < 0 and table(year) >= now:
            year -= 1
        if sign > 0 and table(year) <= now:
            year += 1
        return on_day(table(year), f"is '{m['rel']}' seen from {days.say(now)}", now)
    if m["rel"]:
        return on_day(table(now.year), f"is this year's, seen from {days.say(now)}", now)
    return bare_feast(at, table)


RULES: tuple[Rule, ...] = (
    Rule(
        "named day",
        rf"(?:(?P<rel>(?:{{LAST}}|{{NEXT}}|dies|heurig){{E}}){{S}})?(?P<name>{_NAMES})s?"
        r"(?:,?{S}(?P<y>{YEAR}))?",
        _named,
        yes=(
            ("Sie gewannen zu [Weihnachten].", "2024-12-25"),
            ("Sie werden am [Heiligen Abend] spielen.", "2025-12-24"),
            ("Sie gewannen zu [Ostern 2019].", "2019-04-21"),
            ("Sie gewannen am [Pfingstmontag 2024].", "2024-05-20"),
            ("Sie werden zu [Allerheiligen] spielen.", "2025-11-01"),
            ("Sie spielten zu [Mariä Himmelfahrt].", "2025-08-15"),
            ("Sie spielten [letzte Ostern].", "2025-04-20"),
            ("Sie spielten am [ersten Advent 2023].", "2023-12-03"),
            ("Sie spielten am [Buß- und Bettag 2023].", "2023-11-22"),
            ("Sie feierten [Silvester].", "2024-12-31"),
        ),
        no=("Die Weihnachtsferien fallen kurz aus.",),
    ),
)
