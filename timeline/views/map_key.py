"""The key of a map: what its marks mean and whose colours they have, only for what occurs."""

from __future__ import annotations

from timeline.views.atlas import CROSS, Atlas

Entry = dict[str, str]


def key_of(atlas: Atlas) -> list[Entry]:
    """What the key of a map must explain.

    Args:
        atlas: what the map shows.

    Returns:
        Entries of `kind`, `sample` (what is written on the sample), `text` and `colour` (in the
        light edition, empty where it has no meaning); the marks first, then the colours.
    """
    spots = atlas.spots
    single = [spot for spot in spots if spot.places == 1]
    stops = [spot for spot in single if spot.numbers]
    twice = next((s.text for s in stops if not s.shared and "·" in s.text), "")
    shared = next((s.text for s in stops if s.shared), "")
    marks = (
        ("stop", "1", "stop, by its number on the way", any(s.text != twice for s in stops)),
        ("stop", twice, "visited more than once", bool(twice)),
        ("stop", shared, "stop of several travellers", bool(shared)),
        ("wide", "", "country or region, not a point in it", any(s.wide for s in single)),
        ("off", CROSS, "called off, denied or only proposed", any(s.off for s in single)),
        ("stop", "12", "events of several places", len(single) < len(spots)),
        ("way", "", "way made", any(not leg.planned for leg in atlas.legs)),
        ("ahead", "", "planned way", any(leg.planned for leg in atlas.legs)),
    )
    found = [_entry(kind, text, sample) for kind, sample, text, occurs in marks if occurs]
    owners = [(spot.owner, spot.colour) for spot in single if spot.owner]
    dots = dict.fromkeys(owners)
    ways = dict.fromkeys((leg.person, leg.colour) for leg in atlas.legs)
    found += [_entry("dot", name, colour=colour) for name, colour in dots]
    return found + [
        _entry("way", name, colour=colour) for name, colour in ways if (name, colour) not in dots
    ]


def _entry(kind: str, text: str, sample: str = "", colour: str = "") -> Entry:
    return {"kind": kind, "sample": sample, "text": text, "colour": colour}
