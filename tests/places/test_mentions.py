"""Places found in a text: what is one, what is none, and which of several it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import PlacePrecision
from timeline.places import Gazetteer, NameSpan, PlaceMention

# The tagger's names are marked in the sentences: "He left [Geneva|GPE]."
_MARK = re.compile(r"\[([^\]|]+)\|([A-Z_]+)\]")


def read(marked: str) -> tuple[str, list[NameSpan]]:
    """The text of a marked sentence, and its names."""
    text = ""
    names: list[NameSpan] = []
    position = 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        names.append((len(text), len(text) + len(mark.group(1)), mark.group(2)))
        text += mark.group(1)
        position = mark.end()
    return text + marked[position:], names


def find(marked: str) -> list[PlaceMention]:
    """The places of a marked sentence."""
    text, names = read(marked)
    return Gazetteer.load().find(text, names)


# A marked sentence, and (text, kind, country) of each mention.
FOUND = [
    ("The U.S. and the UK signed.", [("U.S.", "country", "US"), ("UK", "country", "GB")]),
    ("It was made in the U.S.", [("U.S.", "country", "US")]),
    ("a US-China accord", [("US", "country", "US"), ("China", "country", "CN")]),
    ("They told us that US troops left.", [("US", "country", "US")]),
    ("Türkiye's navy sailed.", [("Türkiye", "country", "TR")]),
    ("The UAE and Ivory Coast", [("UAE", "country", "AE"), ("Ivory Coast", "country", "CI")]),
    ("ships off Côte d’Ivoire", [("Côte d’Ivoire", "country", "CI")]),
    ("Burma's army", [("Burma", "country", "MM")]),
    ("Kosovo, Taiwan", [("Kosovo", "country", "XK"), ("Taiwan", "country", "TW")]),
    ("across Papua New Guinea", [("Papua New Guinea", "country", "PG")]),
    ("from Equatorial Guinea", [("Equatorial Guinea", "country", "GQ")]),
    (
        "from Guinea-Bissau to Guinea",
        [("Guinea-Bissau", "country", "GW"), ("Guinea", "country", "GN")],
    ),
    ("a ranch in New Mexico", [("New Mexico", "admin", "US")]),
    ("talks in South Korea", [("South Korea", "country", "KR")]),
    ("South Sudan and Sudan", [("South Sudan", "country", "SS"), ("Sudan", "country", "SD")]),
    ("Nigeria is not Niger", [("Nigeria", "country", "NG"), ("Niger", "country", "NE")]),
    ("A Saudi prince and Dutch envoys", [("Saudi", "demonym", "SA"), ("Dutch", "demonym", "NL")]),
    ("South Korean firms", [("South Korean", "demonym", "KR")]),
    ("Scottish and Emirati banks", [("Scottish", "demonym", "GB"), ("Emirati", "demonym", "AE")]),
    ("anti-American slogans", [("American", "demonym", "US")]),
    ("Papua New Guineans voted", [("Papua New Guineans", "demonym", "PG")]),
    ("in Scotland and Wales", [("Scotland", "admin", "GB"), ("Wales", "admin", "GB")]),
    ("aid for Gaza", [("Gaza", "admin", "PS")]),
    ("from Hong Kong", [("Hong Kong", "country", "HK")]),
    ("an oil tanker in the Gulf", [("Gulf", "region", "")]),
    ("across the Middle East", [("Middle East", "region", "")]),
    ("through the Strait of Hormuz", [("Strait of Hormuz", "sea", "")]),
    ("in the South China Sea", [("South China Sea", "sea", "")]),
    ("over the Gulf of Mexico", [("Gulf of Mexico", "sea", "")]),
    ("the Kremlin denied it", [("Kremlin", "body", "RU")]),
    ("[the White House|ORG] agreed", [("White House", "body", "US")]),
    ("the [Élysée Palace|FAC] said", [("Élysée Palace", "body", "FR")]),
    ("KUALA LUMPUR, Oct 3 - Rain", [("KUALA LUMPUR", "city", "MY")]),
    ("GENEVA, June 3 (Agency) - Snow fell.", [("GENEVA", "city", "CH")]),
    ("PORT SUDAN (Agency) — Aid came.", [("PORT SUDAN", "city", "SD")]),
    ("judges at The Hague", [("The Hague", "city", "NL")]),
    ("in Washington, D.C., today", [("Washington, D.C.", "city", "US")]),
    ("in Washington state", [("Washington", "admin", "US")]),
    ("a walk in [Nice|GPE]", [("Nice", "city", "FR")]),
    ("a trip to [Reading|GPE]", [("Reading", "city", "GB")]),
    (
        "in [São Paulo|GPE] and [Sao Paulo|GPE]",
        [("São Paulo", "city", "BR"), ("Sao Paulo", "city", "BR")],
    ),
    ("in [Guangdong|GPE] province", [("Guangdong", "admin", "CN")]),
    ("in [Kansas City|GPE]", [("Kansas City", "city", "US")]),
    ("in Kansas City", [("Kansas City", "city", "US")]),
    ("in [northern Italy|LOC]", [("Italy", "country", "IT")]),
    ("in [downtown Chicago|GPE]", [("Chicago", "city", "US")]),
    ("at [New York City|GPE]'s port", [("New York City", "city", "US")]),
    ("[Frankfurt|GPE] was flooded", [("Frankfurt", "city", "DE")]),
    ("the president of [Malaysia|PERSON] spoke", [("Malaysia", "country", "MY")]),
    ("[Kenya’s Foreign Ministry|ORG] replied", [("Kenya", "country", "KE")]),
    ("They landed at Trieste", [("Trieste", "city", "IT")]),
    ("They came as far as Trieste", [("Trieste", "city", "IT")]),
    (
        "They sailed from [Colombo to Mombasa|ORG]",
        [("Colombo", "city", "LK"), ("Mombasa", "city", "KE")],
    ),
    (
        "rain in [Ghent|GPE]; [Ghent|ORG] flooded",
        [("Ghent", "city", "BE"), ("Ghent", "city", "BE")],
    ),
    ("[Peruvian President Ana Solis|PERSON] left", [("Peruvian", "demonym", "PE")]),
]


@pytest.mark.parametrize(("marked", "expected"), FOUND)
def test_finds(marked: str, expected: list[tuple[str, str, str]]) -> None:
    mentions = find(marked)
    assert [
        (m.text, m.kind.value, "".join(m.countries) if m.kind.value != "region" else "")
        for m in mentions
    ] == expected


NOT_PLACES = [
    "POLICE WARN OF STORM",
    "NICE TO MEET YOU - a column",
    "He told us to wait.",
    "STAND WITH US NOW",
    "In March the police read a nice report.",
    "We sat in a mobile home with the man.",
    "[Michael Jordan|PERSON] scored.",
    "On Sunday Michael Jordan scored.",
    "Then Mr. Chad resigned.",
    "[Chad|PERSON] resigned.",
    "[British Airways|ORG] cut flights.",
    "She reads the Washington Post daily.",
    "The Panama Papers named him.",
    "It cost US$40.",
    "They bought a guinea pig and a turkey.",
    "a Spanish-speaking nurse",
    "lessons in [French|LANGUAGE]",
    "[Paris Hilton|PERSON] arrived.",
    "shares in [Gulf Oil|ORG]",
    "a member of Gulf Oil's board",
    "[European Central Bank|ORG] rates",
    "a European summit",
]


@pytest.mark.parametrize("marked", NOT_PLACES)
def test_finds_nothing(marked: str) -> None:
    assert find(marked) == []


# The last word before the colon is looked at: which country, and near which point.
WHICH = [
    ("She moved to [Paris|GPE], [Texas|GPE], in May.", "Paris", "US", 33.7, -95.6),
    ("She moved to Paris, Texas, in May.", "Paris", "US", 33.7, -95.6),
    ("He drove to [London|GPE], [Ontario|GPE].", "London", "CA", 43.0, -81.2),
    ("A court in [Birmingham|GPE], Ala., ruled.", "Birmingham", "US", 33.5, -86.8),
    ("A court in [Birmingham|GPE] (Alabama) ruled.", "Birmingham", "US", 33.5, -86.8),
    ("A court in [Birmingham|GPE] ruled.", "Birmingham", "GB", 52.5, -1.9),
    ("Police in [Birmingham|GPE] said Alabama had asked.", "Birmingham", "US", 33.5, -86.8),
    ("The U.S. team lost in [Portland|GPE].", "Portland", "US", 45.5, -122.7),
    ("in [Portland|GPE], Maine", "Portland", "US", 43.7, -70.3),
    ("in [Springfield|GPE], Ill., on Monday", "Springfield", "US", 39.8, -89.6),
    ("in [Austin|GPE], Texas Monday", "Austin", "US", 30.3, -97.7),
    ("Cubans met in [Santiago|GPE], Cuba", "Santiago", "CU", 20.0, -75.8),
    ("in [Santiago|GPE] on Friday", "Santiago", "CL", -33.4, -70.6),
    ("Mexican police in [Mérida|GPE]", "Mérida", "MX", 21.0, -89.6),
    ("a fair in [Peru|GPE], Indiana", "Peru", "US", 40.8, -86.1),
    ("the army of Peru", "Peru", "PE", -9.6, -75.2),
    ("in [Seattle|GPE], Washington", "Seattle", "US", 47.6, -122.3),
    ("Tbilisi said Georgia would vote.", "Georgia", "GE", 42.2, 43.5),
    ("Voters in Georgia, Alabama and Florida queued.", "Georgia", "US", 32.9, -83.2),
    ("the state of Georgia", "Georgia", "US", 32.9, -83.2),
    ("in [Rustavi|GPE], Georgia", "Rustavi", "GE", 41.5, 45.0),
    ("in [Rome|GPE], Georgia", "Rome", "US", 34.3, -85.2),
    ("Talks in Tokyo, South Korea and China", "Tokyo", "JP", 35.7, 139.7),
]


@pytest.mark.parametrize(("marked", "name", "country", "latitude", "longitude"), WHICH)
def test_which(marked: str, name: str, country: str, latitude: float, longitude: float) -> None:
    mention = next(m for m in find(marked) if m.text == name)
    assert mention.countries == (country,)
    assert mention.place is not None
    assert abs(mention.place.latitude - latitude) < 0.7
    assert abs(mention.place.longitude - longitude) < 0.7


def test_qualifier_is_no_mention_of_its_own() -> None:
    (mention,) = find("a church in [Paris|GPE], [Texas|GPE]")
    assert mention.qualifier is not None
    assert (mention.qualifier.text, mention.qualifier.countries) == ("Texas", ("US",))
    text, _ = read("a church in [Paris|GPE], [Texas|GPE]")
    assert text[mention.qualifier.start : mention.qualifier.end] == "Texas"


def test_qualifier_given_once_holds_for_the_article() -> None:
    mentions = find("In [Moscow|GPE], Idaho, it rained. [Moscow|GPE] has a park.")
    assert [m.countries for m in mentions] == [("US",), ("US",)]
    assert mentions[1].capital_of == ""


def test_town_too_small_for_the_gazetteer_stands_at_its_state() -> None:
    (mention,) = find("a barn in [Zzyxton|GPE], Nebraska")
    assert mention.place is not None
    assert mention.place.name == "Zzyxton"
    assert mention.place.precision is PlacePrecision.ADMIN


def test_unknown_place_without_a_state_is_not_guessed() -> None:
    assert find("a barn in [Zzyxton|GPE]") == []


CAPITALS = [
    ("Washington objected.", "US"),
    ("Beijing objected.", "CN"),
    ("Kyiv and Kiev", "UA"),
    ("in Pretoria", "ZA"),
    ("in Cape Town", "ZA"),
    ("in [San José|GPE], Costa Rica", "CR"),
    ("in [Washington|GPE], Illinois", ""),
    ("in [Osaka|GPE]", ""),
]


@pytest.mark.parametrize(("marked", "country"), CAPITALS)
def test_capital_of(marked: str, country: str) -> None:
    assert {m.capital_of for m in find(marked)} == {country}


def test_peoples_and_bodies_have_no_coordinates() -> None:
    assert [m.place for m in find("Japanese envoys met the Pentagon.")] == [None, None]


def test_region_does_not_stand_for_each_of_its_countries() -> None:
    (mention,) = find("a tour of Southeast Asia")
    assert mention.countries == ()
    assert "MY" in Gazetteer.load().members("Southeast Asia")


def test_a_dateline_says_what_a_name_means() -> None:
    text = "VALPARAISO, June 15 - As Valparaiso slept, the bells rang."
    found = Gazetteer.load().find(text, [], start=text.index("As"))
    assert [(m.text, m.countries) for m in found] == [("Valparaiso", ("CL",))]


def test_words_without_a_capital_name_nothing() -> None:
    text, names = read("no ship had called on [the west coast|GPE]")
    assert Gazetteer.load().find(text, names) == []


def test_a_surname_is_no_town_again() -> None:
    text, names = read("[Ana Trieste|PERSON] left. They gave the medal to Trieste.")
    assert Gazetteer.load().find(text, names) == []


def test_start_leaves_out_what_comes_before() -> None:
    text = "TOKYO - Rain fell on Kenya."
    mentions = Gazetteer.load().find(text, [], start=8)
    assert [m.text for m in mentions] == ["Kenya"]


@given(
    st.lists(
        st.sampled_from(
            [
                "Japan",
                "U.S.",
                "Paris",
                ", ",
                "Texas",
                " ",
                "the Gulf",
                "(",
                "\n",
                "Éire",
                "’s ",
                ".",
            ]
        ),
        max_size=30,
    ),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6),
    st.sampled_from(["GPE", "PERSON", "ORG", "NORP"]),
)
def test_mentions_are_verbatim_sorted_and_apart(
    pieces: list[str], cuts: list[tuple[int, int]], label: str
) -> None:
    text = "".join(pieces)
    names = [(a, min(a + n, len(text)), label) for a, n in cuts if a < len(text)]
    mentions = Gazetteer.load().find(text, names)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
    ends = [0, *(m.qualifier.end if m.qualifier else m.end for m in mentions)]
    assert all(end <= mention.start for end, mention in zip(ends, mentions, strict=False))
