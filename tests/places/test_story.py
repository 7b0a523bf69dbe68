"""The company a name keeps: which of several bearers is meant, and names that no list has."""

from __future__ import annotations

import re

import pytest

from timeline.model import PlacePrecision
from timeline.places import Gazetteer, NameSpan, PlaceMention

_MARK = re.compile(r"\[([^\]|]+)(?:\|([A-Z_]+))?\]")


def read(marked: str) -> tuple[str, list[NameSpan]]:
    """The text of a marked sentence and its names; a name without a label is a GPE."""
    text, names, position = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        names.append((len(text), len(text) + len(mark[1]), mark[2] or "GPE"))
        text += mark[1]
        position = mark.end()
    return text + marked[position:], names


def find(marked: str) -> list[PlaceMention]:
    text, names = read(marked)
    return Gazetteer.load().find(text, names)


# The first mention of the name: its country, and a point within a degree.
COMPANY = [
    # a capital's name among its namesake's neighbours
    (
        "Trains from [London] to [Stratford] and [Windsor], Ontario, ran late.",
        "London",
        43.0,
        -81.2,
    ),
    ("[London] and [Manchester] trade with Kenya.", "London", 51.5, -0.1),
    ("Ferries left [Paris] for [Clarksville], in Texas, near [Bonham].", "Paris", 33.7, -95.6),
    ("Ministers met in [Paris] and [Lyon].", "Paris", 48.9, 2.35),
    # counties, by a town that only one state has
    ("[Walker County] deputies drove to [Huntsville], Texas.", "Walker County", 30.7, -95.5),
    ("Judges of [Lamar County] sat in [Paris, Texas].", "Lamar County", 33.7, -95.5),
    ("Floods closed roads in [Camden] and [Glynn] counties in Georgia.", "Glynn", 31.2, -81.5),
    ("[Rapides Parish] voted.", "Rapides Parish", 31.2, -92.5),
    # a place of the same name nearer to the others
    ("Trucks left [Alexandria] for [Pineville], Louisiana.", "Alexandria", 31.3, -92.4),
    ("Boats left [Alexandria] for [Port Said].", "Alexandria", 31.2, 29.9),
    # states in lists of states
    ("Farmers in Oregon, Idaho, Washington, Montana and Utah sued.", "Washington", 47.5, -120.5),
    ("Crews from Ohio, [New York] and Indiana came.", "New York", 42.9, -75.6),
    ("Envoys flew from Washington to Geneva.", "Washington", 38.9, -77.0),
    # countries keep their name among countries
    ("Envoys of Mexico, Italy and Jordan came.", "Italy", 43.5, 12.2),
    # a world-wide story is no local one, however many American names it has
    (
        "Egypt's army met envoys in Cairo. Crowds in [Allentown], [Bethlehem] and [Easton], "
        "Pennsylvania, cheered with Italian and Egyptian flags.",
        "Egypt",
        27.0,
        30.0,
    ),
    (
        "Shares fell in [Memphis], [Nashville] and [Jackson], Tennessee, and in Paris and Zurich, "
        "though German bonds rose.",
        "Paris",
        48.9,
        2.35,
    ),
    ("Marchers met in [New York], Washington and Atlanta.", "New York", 40.7, -74.0),
    # districts and provinces
    ("A school in [Samtse district], Bhutan, reopened.", "Samtse", 26.9, 89.1),
    ("He farmed in [Dorset], England.", "Dorset", 50.8, -2.2),
]


@pytest.mark.parametrize(("marked", "name", "latitude", "longitude"), COMPANY)
def test_the_company_decides(marked: str, name: str, latitude: float, longitude: float) -> None:
    mention = next(m for m in find(marked) if m.text.startswith(name))
    assert mention.place is not None
    assert mention.place.latitude == pytest.approx(latitude, abs=1)
    assert mention.place.longitude == pytest.approx(longitude, abs=1)


PRECISION = [
    ("a flight to [Soekarno-Hatta International Airport|FAC]", "site"),
    ("a rally in [Tiananmen Square|FAC]", "site"),
    ("patrols in the Strait of Hormuz", "region"),
    ("snow in the Rocky Mountains", "region"),
    ("a ferry to [Staten Island|LOC]", "admin"),
    ("a mine in [Elko County]", "admin"),
    ("a fair in [Elko]", "city"),
    ("a vote in Kenya", "country"),
    ("drought in Southeast Asia", "region"),
]


@pytest.mark.parametrize(("marked", "precision"), PRECISION)
def test_precision(marked: str, precision: str) -> None:
    place = find(marked)[0].place
    assert place is not None
    assert place.precision == PlacePrecision(precision)


def test_an_unlisted_place_stands_beside_its_neighbour_as_an_area() -> None:
    mentions = find("A bridge near [Nakuru], Kenya, fell at the village of [Orvatune].")
    village = mentions[-1]
    assert village.text == "Orvatune"
    assert village.place is not None
    assert village.place.precision is PlacePrecision.ADMIN
    assert village.place.name == "Orvatune"
    assert village.place.latitude == pytest.approx(-0.3, abs=0.5)


@pytest.mark.parametrize("marked", ["The [Orvatune] is sold.", "the village of [Orvatune]"])
def test_an_unlisted_name_alone_is_nowhere(marked: str) -> None:
    assert find(marked) == []


OVERLOOKED = [
    ("Kenyan police made arrests in Nakuru on Sunday.", "Nakuru"),
    ("Kenyan police in [Nakuru|PERSON] fired.", "Nakuru"),
    ("Kenyan police fired in Nakuru Monday.", "Nakuru"),
    ("Buses link [Nairobi], Nakuru and Naivasha.", "Naivasha"),
]


@pytest.mark.parametrize(("marked", "name"), OVERLOOKED)
def test_towns_that_the_tagger_overlooks(marked: str, name: str) -> None:
    assert name in [mention.text for mention in find(marked)]


NO_TOWNS = [
    "The firm invested in Reading Software.",
    "In Monroe's day this was new.",
    "On her way to [Lima], Clinton spoke.",
    "He was born in May and died in June.",
    "He stood in Line and waited.",
    "[Java|PRODUCT] runs on phones.",
    "Shares of [Amazon|ORG] fell.",
    "A probe reached [Mars|LOC].",
    "He spoke on the [South Lawn|FAC].",
]


@pytest.mark.parametrize("marked", NO_TOWNS)
def test_words_that_are_also_towns(marked: str) -> None:
    assert [m.text for m in find(marked) if m.text != "Lima"] == []


def test_given_extents_are_all_answered() -> None:
    text = "Swedish crews left Malmö for Ystad, then Tryggholmen."
    extents = [(text.index(w), text.index(w) + len(w)) for w in ("Swedish", "Ystad", "Tryggholmen")]
    swedes, ystad, unknown = Gazetteer.load().resolve(text, extents, [])
    assert swedes is not None
    assert swedes.place is None
    assert swedes.point is not None
    assert swedes.point.country == "SE"
    assert ystad is not None
    assert ystad.place is not None
    assert ystad.place.country == "SE"
    assert unknown is not None
    assert unknown.place is not None
    assert unknown.place.precision is PlacePrecision.ADMIN


def test_a_long_text_is_read_in_linear_time() -> None:
    text, names = read("Boats left [Alexandria] for [Port Said] and the village of [Orvatune]. ")
    many = [(a + k * len(text), b + k * len(text), n) for k in range(2000) for a, b, n in names]
    assert len(Gazetteer.load().find(text * 2000, many)) == 6000
