"""Itineraries as plain data for the reader component: stops, totals, contradictions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from timeline.dashboard.cited import Cited, Link, Sources
from timeline.dashboard.extraction import country_name
from timeline.model import NOT_MADE, Bounds, PlacePrecision, Precision, Qualifier, Status, When
from timeline.notation import day_words, words
from timeline.views.together import Stretch, Together

Block = dict[str, Any]
# A status in words that stand for themselves, as a colour would not.
STATUS_WORDS: Mapping[str, str] = {
    Status.HAPPENED: "made",
    Status.ONGOING: "under way",
    Status.REPORTED: "reported as made",
    Status.PLANNED: "planned",
    Status.EXPECTED: "expected",
    Status.PROPOSED: "only proposed",
    Status.CONDITIONAL: "only possible",
    Status.DENIED: "denied",
    Status.CANCELLED: "cancelled",
}
_BEGUN = (Status.HAPPENED, Status.ONGOING, Status.REPORTED)
_OFF = {status.value for status in NOT_MADE}
_POINTS = (PlacePrecision.CITY.value, PlacePrecision.SITE.value)
_MOST_QUOTES = 2  # that stand open under a stop


def travellers(stops: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Each traveller's stops by a name of its own, those with the most stops first."""
    found: dict[str, pd.DataFrame] = {}
    for (article_id, person), rows in stops.groupby(["article_id", "person"], sort=False):
        # two of one name are told apart by their article
        name = str(person) if str(person) not in found else f"{person} ({article_id})"
        found[name] = rows.sort_values("order").reset_index(drop=True)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def made(rows: pd.DataFrame) -> pd.DataFrame:
    """The stops that were or will be made."""
    return rows[~rows["status"].isin(_OFF)]


def called_off(rows: pd.DataFrame) -> pd.DataFrame:
    """The stops that were cancelled, denied or merely proposed."""
    return rows[rows["status"].isin(_OFF)]


def with_shown(stops: pd.DataFrame, events: Iterable[str]) -> pd.DataFrame:
    """The same stops, with those of their events that are shown."""
    if stops.empty:
        return stops
    shown = set(events)
    kept = [tuple(one for one in ids if one in shown) for ids in stops["event_ids"]]
    return stops.assign(event_ids=pd.Series(kept, index=stops.index, dtype=object))


def summary(stops: pd.DataFrame, events: Iterable[str]) -> list[Block]:
    """Each traveller's stops in one line, with the reasons for their days folded away."""
    journeys = []
    for name, rows in travellers(with_shown(stops, events)).items():
        told: list[Any] = list(rows.itertuples())
        reasons = dict.fromkeys(str(reason) for row in told for reason in row.reasons)
        halts = [
            {
                "number": int(row.order),
                "place": str(row.place),
                "days": _short_days(row),
                "status": "" if row.status in _BEGUN else STATUS_WORDS[row.status],
                "off": row.status in _OFF,
                "id": row.event_ids[0] if row.event_ids else "",
            }
            for row in told
        ]
        journeys.append({"name": name, "stops": halts, "why": list(reasons)})
    return [{"kind": "journeys", "journeys": journeys}] if journeys else []


def itinerant(stops: pd.DataFrame, events: Iterable[str]) -> list[dict[str, Any]]:
    """Each traveller's stops that have a place on the map, for stepping through them."""
    located = with_shown(made(stops).dropna(subset=["latitude", "longitude"]), events)
    found = []
    for name, journey in travellers(located).items():
        rows: list[Any] = list(journey.itertuples())
        if len(rows) > 1:
            halts = [
                {
                    "id": row.event_ids[0] if row.event_ids else "",
                    "place": str(row.place),
                    "when": stay_words(row),
                    "at": [float(row.longitude), float(row.latitude)],
                }
                for row in rows
            ]
            found.append({"person": name, "stops": halts})
    return found


def stop_list(rows: pd.DataFrame, whole: pd.DataFrame, sources: Sources) -> Block:
    """Stops one below the other, with all that is known of each.

    Args:
        rows: the stops to list.
        whole: all stops of the same journey.
        sources: where their sentences stand.
    """
    way = made(whole)
    on_the_way = list(
        zip(way["order"].astype(int), way["place_precision"].astype(str), strict=True)
    )
    precision = dict(on_the_way)
    before = dict(zip([order for order, _ in on_the_way[1:]], on_the_way, strict=False))
    stops = []
    each: list[Any] = list(rows.itertuples())
    for row in each:
        order = int(row.order)
        rough = order in before and {precision[order], before[order][1]} - set(_POINTS)
        stops.append(_stop(row, sources) | {"distance": _leg(row.leg_km, rough=bool(rough))})
    return {"kind": "stays", "stops": stops}


def totals(rows: pd.DataFrame) -> list[list[str]]:
    """How far a journey goes, through which countries, with how many stops, and when.

    Args:
        rows: all stops of one journey.

    Returns:
        Pairs of a label and a value.
    """
    way = made(rows)
    if way.empty:
        return [["Stops", "none that is or will be made"]]
    first: Any = way.iloc[0]
    last: Any = way.iloc[-1]
    lands = [country_name(code) for code in first.journey_countries]
    told = [["Distance", _distance(first.journey_km, rough=bool(first.journey_approximate))]]
    told.append(["Stops", _counted(way)])
    if lands:
        told.append([_plural(len(lands), "country", "countries"), ", ".join(lands)])
    begins = _bounds(first.arrive_earliest, first.arrive_latest) or "not said"
    ends = _bounds(last.depart_earliest, last.depart_latest) or "not said"
    return [*told, ["First day", begins], ["Last day", ends]]


def conflicts(rows: pd.DataFrame, sources: Sources) -> list[Block]:
    """Contradictions, each with the sentences of both sides."""
    if rows.empty:
        return []
    found = []
    for text in rows["journey_conflicts"].iloc[0]:
        conflict = sources.conflict(text, _articles(rows))
        both = [*conflict.said.cited, *(one for link in conflict.against for one in link.cited)]
        quotes = {one.text: one for one in both}
        found.append(
            {
                "place": conflict.place,
                "said": conflict.said.text,
                "against": [_link(link) for link in conflict.against],
                "quotes": [_quote(one) for one in quotes.values()],
            }
        )
    return [{"kind": "conflicts", "conflicts": found}] if found else []


def meetings(found: Sequence[Together]) -> list[dict[str, str]]:
    """Rows of the table of where two travellers were together."""
    return [
        {
            "Where": _where(one),
            "Both certainly there": _stretches(one.certain) or "on no day for certain",
            "Both possibly there": _stretches(one.possible),
            "Status": "planned" if one.planned else "made",
        }
        for one in found
    ]


def stay_words(row: Any) -> str:
    """When a stay begins and ends, in words, each within its bounds."""
    arrive = _bounds(row.arrive_earliest, row.arrive_latest)
    depart = _bounds(row.depart_earliest, row.depart_latest)
    if arrive and arrive == depart:
        return f"there {arrive}" if "or" in arrive or "between" in arrive else f"there on {arrive}"
    said = [f"arrives {arrive}"] if arrive else []
    said += [f"leaves {depart}"] if depart else []
    return "; ".join(said) or "no date in the text"


def _stop(row: Any, sources: Sources) -> dict[str, Any]:
    country = country_name(row.country) if row.country else ""
    disputed = any(text.startswith(f"{row.place}: ") for text in row.journey_conflicts)
    quotes = [
        sources.quoted(text, name) for text, name in zip(row.quotes, row.sources, strict=True)
    ]
    return {
        "number": int(row.order),
        "place": str(row.place),
        "country": "" if country == row.place else country,
        "status": STATUS_WORDS[row.status] + (", contradicted" if disputed else ""),
        "ahead": row.status not in _BEGUN,
        "off": row.status in _OFF,
        "purpose": str(row.purpose),
        "ends": [
            _end("Arrives", row.arrive_earliest, row.arrive_latest, row.chains[:2], row, sources),
            _end("Leaves", row.depart_earliest, row.depart_latest, row.chains[2:], row, sources),
        ],
        "quotes": [_quote(one) for one in quotes],
        "open": _MOST_QUOTES,
        "id": row.event_ids[0] if row.event_ids else "",
    }


def _end(
    verb: str, first: Any, last: Any, chains: Sequence[str], row: Any, sources: Sources
) -> dict[str, Any]:
    """One end of a stay: its day in words, and why no sooner and no later."""
    told = _bounds(first, last)
    names = tuple(dict.fromkeys(row.sources))
    why: list[dict[str, Any]] = []
    same = chains[0] == chains[1] and not pd.isna(first) and first == last
    for side, day, chain in zip(("Not before", "Not after"), (first, last), chains, strict=True):
        if pd.isna(day) or not chain or (same and why):
            continue
        bound = "On" if same else side
        links = [_link(link) for link in sources.chain(chain, names)]
        why.append({"bound": f"{bound} {day_words(day.date())}", "links": links})
    return {"text": f"{verb} {told}" if told else f"{verb}: no day in the text", "why": why}


def _link(link: Link) -> dict[str, Any]:
    return {"text": link.text, "cited": [_quote(one) for one in link.cited]}


def _quote(cited: Cited) -> dict[str, str]:
    return {"label": cited.label, "text": cited.text, "id": cited.event_id}


def _articles(rows: pd.DataFrame) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in rows["sources"] for name in names))


def _leg(km: float, *, rough: bool) -> str:
    return "" if pd.isna(km) else f"{_distance(km, rough=rough)} from the stop before"


def _distance(km: float, *, rough: bool) -> str:
    """Kilometres as fine as they are known: to ten, or to a hundred where they are rough."""
    if rough:
        return f"about {max(round(km, -2), 100 if km >= 1 else 0):,.0f} km"
    return f"{round(km, -1) if km >= 100 else round(km):,.0f} km"


def _counted(way: pd.DataFrame) -> str:
    counts = Counter(STATUS_WORDS[status] for status in way["status"])
    return ", ".join(f"{count} {word}" for word, count in counts.items())


def _plural(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count} {many}"


def _where(one: Together) -> str:
    country = country_name(one.country) if one.country else ""
    if not one.place:
        return f"{country}, anywhere"
    return one.place if country in ("", one.place) else f"{one.place}, {country}"


def _stretches(stretches: Sequence[Stretch]) -> str:
    return ", ".join(_days_of(stretch) for stretch in stretches)


def _days_of(stretch: Stretch) -> str:
    first = None if stretch.first == date.min else stretch.first
    last = None if stretch.last == date.max else stretch.last
    if first is None and last is None:
        return "on any day"
    bounds = Bounds(first, last)
    if first is None or last is None or first == last:
        return words(When(bounds, bounds, Precision.DAY, Qualifier.INFERRED))
    return words(When.lasted(Bounds(first, first), Bounds(last, last), Precision.DAY))


def _short_days(row: Any) -> str:
    """The days of a stay, as far as they are bounded at all, in as few words as can be."""
    first, last = row.arrive_earliest, row.depart_latest
    if pd.isna(first) and pd.isna(last):
        first, last = row.arrive_latest, row.depart_earliest
        if pd.isna(first) and pd.isna(last):
            return ""
        return f"around {day_words((last if pd.isna(first) else first).date())}"
    if pd.isna(last):
        return f"from {day_words(first.date())}"
    if pd.isna(first):
        return f"until {day_words(last.date())}"
    days = _days_of(Stretch(first.date(), last.date()))
    sure = first == row.arrive_latest and last == row.depart_earliest
    return days if sure else f"within {days}"


def _bounds(earliest: Any, latest: Any) -> str:
    if pd.isna(earliest) and pd.isna(latest):
        return ""
    bounds = Bounds(
        None if pd.isna(earliest) else earliest.date(), None if pd.isna(latest) else latest.date()
    )
    return words(When(bounds, bounds, Precision.DAY, Qualifier.INFERRED))
