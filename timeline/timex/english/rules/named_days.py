"""Days with names: Christmas, Easter, Labor Day; by computus and weekday arithmetic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Qualifier
from timeline.timex import days, moon
from timeline.timex.english.reasons import named_beside
from timeline.timex.feasts import Feast, bare_feast, fixed, from_easter, nth, orthodox_easter
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_day


def _workday(month: int, day: int) -> Feast:
    """A day, or the working day nearest to it."""

    def feast(year: int) -> date:
        d = date(year, month, day)
        return d + timedelta({5: -1, 6: 1}.get(d.weekday(), 0))

    return feast


# each name and its day in a year; names and days as American news gives them
NAMED: dict[str, Feast] = {
    "christmas eve": fixed(12, 24),
    "christmas day": fixed(12, 25),
    "christmas": fixed(12, 25),
    "xmas": fixed(12, 25),
    "x-mas": fixed(12, 25),
    "boxing day": fixed(12, 26),
    "new year's eve": fixed(12, 31),
    "new year's day": fixed(1, 1),
    "new year's": fixed(1, 1),
    "valentine's day": fixed(2, 14),
    "st. patrick's day": fixed(3, 17),
    "april fools' day": fixed(4, 1),
    "april fool's day": fixed(4, 1),
    "may day": fixed(5, 1),
    "halloween": fixed(10, 31),
    "veterans day": fixed(11, 11),
    "armistice day": fixed(11, 11),
    "bastille day": fixed(7, 14),
    "guy fawkes night": fixed(11, 5),
    "all saints' day": fixed(11, 1),
    "juneteenth": fixed(6, 19),
    "earth day": fixed(4, 22),
    "labor day": nth(9, 0, 1),
    "memorial day": nth(5, 0, -1),
    "martin luther king day": nth(1, 0, 3),
    "martin luther king jr. day": nth(1, 0, 3),
    "presidents day": nth(2, 0, 3),
    "presidents' day": nth(2, 0, 3),
    "mother's day": nth(5, 6, 2),
    "father's day": nth(6, 6, 3),
    "columbus day": nth(10, 0, 2),
    "independence day": fixed(7, 4),
    "mlk day": nth(1, 0, 3),
    "boss's day": _workday(10, 16),
    "trinity sunday": from_easter(56),
    "clean monday": lambda year: orthodox_easter(year) - timedelta(48),
    "orthodox easter": orthodox_easter,
    "orthodox good friday": lambda year: orthodox_easter(year) - timedelta(2),
    "orthodox christmas": fixed(1, 7),
    "lunar new year": moon.lunar_new_year,
    "chinese new year": moon.lunar_new_year,
    "diwali": moon.diwali,
    "rosh hashanah": moon.rosh_hashanah,
    "yom kippur": lambda year: moon.rosh_hashanah(year) + timedelta(9),
    "sukkot": lambda year: moon.rosh_hashanah(year) + timedelta(14),
    "passover": moon.passover,
    "purim": lambda year: moon.passover(year) - timedelta(30),
    "shavuot": lambda year: moon.passover(year) + timedelta(50),
    "hanukkah": moon.hanukkah,
    "eid al-fitr": lambda year: moon.islamic(year, 10, 1),
    "eid ul-fitr": lambda year: moon.islamic(year, 10, 1),
    "eid al-adha": lambda year: moon.islamic(year, 12, 10),
    "eid ul-adha": lambda year: moon.islamic(year, 12, 10),
    "ashura": lambda year: moon.islamic(year, 1, 10),
    "9/11": lambda _year: date(2001, 9, 11),
    "september 11 attacks": lambda _year: date(2001, 9, 11),
    "thanksgiving": nth(11, 3, 4),
    "thanksgiving day": nth(11, 3, 4),
    "black friday": lambda year: days.nth_weekday(year, 11, 3, 4) + timedelta(1),
    "cyber monday": lambda year: days.nth_weekday(year, 11, 3, 4) + timedelta(4),
    "easter": from_easter(0),
    "easter sunday": from_easter(0),
    "easter monday": from_easter(1),
    "good friday": from_easter(-2),
    "palm sunday": from_easter(-7),
    "ash wednesday": from_easter(-46),
    "shrove tuesday": from_easter(-47),
    "mardi gras": from_easter(-47),
    "maundy thursday": from_easter(-3),
    "pentecost": from_easter(49),
    "whit monday": from_easter(50),
    "ascension day": from_easter(39),
}


# names that are words of their own when they begin small: "an easter egg", "a may day"
_CAPITAL = frozenset("easter may good ash palm earth black new".split())
_SIGHTED = frozenset(("eid al-fitr", "eid ul-fitr", "eid al-adha", "eid ul-adha", "ashura"))
_GREETINGS = frozenset("merry happy before after until every white good last next orthodox".split())


def _is_surname(at: Place) -> bool:
    """Whether a given name stands before "Christmas" or "Halloween"."""
    before = at.before(16)
    name = before.split()[-1:] if before[-1:] == " " else []
    return bool(
        name
        and name[0].istitle()
        and name[0].isalpha()
        and name[0].lower() not in _GREETINGS
        and before.split()[-2:-1]
        and before.split()[-2][-1:] not in ".!?"
        and at.after(1) in (".", ",", ")", ";")
    )


def _named(m: Parts, at: Place) -> Reading | None:
    return None if at.before(1) == "#" or _is_surname(at) else resolve(m, at)


def resolve(m: Parts, at: Place) -> Reading | None:
    """The day of the feast in group `name`, by groups `y`, `rel`, `yrel` or else its clause."""
    raw = m.raw("name")
    table = NAMED[_plain(m["name"])]
    told = m["y"] or m["rel"] or at.is_whole()
    if raw[:1].islower() and m["name"].split()[0] in _CAPITAL and not told:
        return None
    if m["name"] in ("9/11", "september 11 attacks"):
        return on_day(table(2001), "is a day known by its date")
    found = _resolve(m, at, table)
    if found and found.span and _plain(m["name"]) in _SIGHTED:
        return replace(
            found,
            why=f"{found.why}; a sighting of the moon may shift it",
            qualifier=Qualifier.ABOUT,
        )
    return found


def _plain(name: str) -> str:
    """The name as the table has it: "eid al fitr" → "eid al-fitr"."""
    return _TABLED[_loose(" ".join(name.split()))]


def _loose(name: str) -> str:
    return name.replace("-", " ").replace(".", "")


_TABLED = {_loose(name): name for name in NAMED}


def _resolve(m: Parts, at: Place, table: Feast) -> Reading | None:
    """The year of a named day, as it is written or as its clause leans."""
    now = at.anchor
    told = m["y"] or m["y0"]
    if told:
        return on_day(table(int(told)), f"is the day on which it falls in {told}")
    word = {"following": "next", "coming": "next", "previous": "last"}.get(m["rel"], m["rel"])
    if word in ("last", "next", "this"):
        if word == "this":
            return on_day(table(now.year), named_beside(word, "feast", now), now)
        year = now.year
        if word == "last" and table(year) >= now:
            year -= 1
        if word == "next" and table(year) <= now:
            year += 1
        return on_day(table(year), named_beside(word, "such feast", now), now)
    if m["yrel"]:
        year = now.year + {"last": -1, "next": 1}.get(m["yrel"], 0)
        return on_day(table(year), f"counts years from {days.say(now)}", now)
    return bare_feast(at, table)


NAMES = (
    "|".join(sorted(NAMED, key=len, reverse=True))
    .replace(".", r"\.?")
    .replace(" ", "{S}")
    .replace("-", "(?:-|{S})")
)

RULES: tuple[Rule, ...] = (
    Rule(
        "named day",
        rf"(?:(?:the{{S}})?(?P<rel>last|next|this|following|previous|coming){{S}})?(?P<name>{NAMES})(?:,?{{S}}(?:of{{S}}|in{{S}})?(?P<y>{{YEAR}})|{{S}}(?:of{{S}})?(?P<yrel>last|this|next){{S}}year)?",
        _named,
        yes=(
            ("They won on [Christmas Day].", "2024-12-25"),
            ("They will play on [Thanksgiving].", "2025-11-27"),
            ("They won at [Easter 2019].", "2019-04-21"),
            ("They won [last Labor Day].", "2025-09-01"),
            ("They play on [Thanksgiving of next year].", "2026-11-26"),
            ("They won at [Lunar New Year 2024].", "2024-02-10"),
            ("They won at [Orthodox Easter 2024].", "2024-05-05"),
            ("They won at [Diwali 2022].", "2022-10-24"),
            ("They won at [Yom Kippur 2024].", "2024-10-12"),
            ("They won at [Passover 2024].", "2024-04-23"),
            ("They won at [Hanukkah 2023].", "2023-12-08"),
            ("They won on [Eid al-Fitr 2024].", "2024-04-10"),
            ("The law was made after [9/11].", "2001-09-11"),
        ),
        no=("Every easter egg is red.",),
    ),
)
