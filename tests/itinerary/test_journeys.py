"""Twelve travel stories, and how near our journeys come to those of a careful reader.

A stop is (place, country, status, arrival bounds, departure bounds, true arrival, true departure).
Bounds are "earliest..latest" by month and day of the story's year, "" where the text gives none;
true days are one course of events that the story allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

import timeline
from timeline.model import Bounds, Stop

GoldStop = tuple[str, str, str, str, str, str, str]


@dataclass(frozen=True)
class Story:
    """An article of one day, with the stops of each traveller in order."""

    name: str
    date: str
    text: str
    journeys: dict[str, tuple[GoldStop, ...]]


STORIES = (
    Story(
        "a tour with a cancelled leg",
        "2024-03-06",
        "Kenyan President Ali Mwangi landed in Madrid on Tuesday at the start of a European tour. "
        "He will fly to Lisbon on Friday for a trade fair. "
        "Mwangi has cancelled his visit to Athens because of a strike by air traffic controllers.",
        {
            "Ali Mwangi": (
                ("Madrid", "ES", "happened", "03-05..03-05", "03-05..03-08", "03-05", "03-08"),
                ("Lisbon", "PT", "planned", "03-08..03-08", "03-08..", "03-08", "03-09"),
                ("Athens", "GR", "cancelled", "", "", "", ""),
            )
        },
    ),
    Story(
        "a past tour and one to come",
        "2024-05-15",
        "Canadian Foreign Minister Laura Tremblay will travel to Ghana and Senegal next week, "
        "her office said. She arrives in Accra on Monday. "
        "In February, Tremblay toured Japan, where she met business leaders in Osaka.",
        {
            "Laura Tremblay": (
                ("Osaka", "JP", "happened", "02-01..02-29", "02-01..", "02-10", "02-12"),
                ("Accra", "GH", "planned", "05-20..05-20", "05-20..", "05-20", "05-22"),
                ("Senegal", "SN", "planned", "05-20..", "05-20..", "05-22", "05-24"),
            )
        },
    ),
    Story(
        "two travellers who cross",
        "2024-09-11",
        "Brazilian President Paulo Teixeira arrived in Berlin on Monday for talks on forests. "
        "German Chancellor Heike Brandt was received by aides in Brasilia on Tuesday. "
        "Teixeira flies home to Brasilia on Thursday.",
        {
            "Paulo Teixeira": (
                ("Berlin", "DE", "happened", "09-09..09-09", "09-09..09-12", "09-09", "09-12"),
                ("Brasília", "BR", "planned", "09-12..09-12", "09-12..", "09-12", "09-20"),
            ),
            "Heike Brandt": (
                ("Brasília", "BR", "happened", "..09-10", "09-10..", "09-10", "09-11"),
            ),
        },
    ),
    Story(
        "there and back",
        "2024-11-20",
        "Swedish minister Karin Lindgren flew to Nairobi on Sunday and returned to Stockholm on "
        "Tuesday. She had met farmers in Nairobi on Monday.",
        {
            "Karin Lindgren": (
                ("Nairobi", "KE", "happened", "11-17..11-17", "11-18..11-19", "11-17", "11-19"),
                ("Stockholm", "SE", "happened", "11-19..11-19", "11-19..", "11-19", "11-25"),
            )
        },
    ),
    Story(
        "a contradiction",
        "2024-07-03",
        "Chilean envoy Rosa Fuentes will stay in Geneva until Friday, an aide said. "
        "Before her stop in Geneva, Fuentes will fly to Vienna. "
        "She arrives in Vienna on 12 July.",
        {
            "Rosa Fuentes": (
                ("Vienna", "AT", "planned", "07-12..07-12", "07-12..", "07-12", "07-13"),
                ("Geneva", "CH", "planned", "07-03..07-05", "07-05..07-05", "07-04", "07-05"),
            )
        },
    ),
    Story(
        "a chain of lengths",
        "2025-02-10",
        "Indian Prime Minister Arun Mehta arrives in Hanoi on Wednesday for a three-day visit. "
        "From there, he will travel to Manila. After that he flies to Jakarta for a summit.",
        {
            "Arun Mehta": (
                ("Hanoi", "VN", "planned", "02-12..02-12", "02-14..02-15", "02-12", "02-14"),
                ("Manila", "PH", "planned", "02-14..", "02-14..", "02-14", "02-16"),
                ("Jakarta", "ID", "planned", "02-14..", "02-14..", "02-16", "02-18"),
            )
        },
    ),
    Story(
        "a guest and a host",
        "2024-04-18",
        "Polish Prime Minister Marek Zielinski met his Danish counterpart, Freja Holm, in "
        "Copenhagen on Wednesday. Holm said after the talks that both were content. "
        "Zielinski is due to return to Warsaw on Friday.",
        {
            "Marek Zielinski": (
                ("Copenhagen", "DK", "happened", "..04-17", "04-17..04-19", "04-17", "04-19"),
                ("Warsaw", "PL", "planned", "04-19..04-19", "04-19..", "04-19", "04-30"),
            )
        },
    ),
    Story(
        "a region and its countries",
        "2024-08-22",
        "Turkish Foreign Minister Selim Aydin arrives in Central Asia on Saturday. "
        "He will visit Kazakhstan and then Uzbekistan, the ministry said.",
        {
            "Selim Aydin": (
                ("Kazakhstan", "KZ", "planned", "08-24..08-24", "08-24..", "08-24", "08-26"),
                ("Uzbekistan", "UZ", "planned", "08-24..", "08-24..", "08-26", "08-28"),
            )
        },
    ),
    Story(
        "speaking on a visit",
        "2024-10-25",
        "Speaking on a visit to Lagos on Thursday, French minister Claire Dupuis said that the "
        "loan had been paid. She denied that she would travel to Chad. "
        "Dupuis may visit Benin in December if the talks go well.",
        {
            "Claire Dupuis": (
                ("Lagos", "NG", "happened", "..10-24", "10-24..", "10-23", "10-25"),
                ("Benin", "BJ", "conditional", "12-01..12-31", "12-01..", "12-04", "12-06"),
            )
        },
    ),
    Story(
        "arrived from somewhere else",
        "2024-06-12",
        "U.S. Secretary of State Helen Carver met aid workers in Amman on Wednesday. "
        "Carver arrived from Cairo on Tuesday. She flies to Ankara on Thursday.",
        {
            "Helen Carver": (
                ("Cairo", "EG", "happened", "..06-11", "..06-11", "06-10", "06-11"),
                ("Amman", "JO", "happened", "06-11..06-11", "06-12..06-13", "06-11", "06-13"),
                ("Ankara", "TR", "planned", "06-13..06-13", "06-13..", "06-13", "06-15"),
            )
        },
    ),
    Story(
        "those who do not travel",
        "2024-12-04",
        "Washington told Lima on Monday that it would send a ship. "
        "Peruvian President Elena Quispe wrote to the Kremlin about the war in Ukraine. "
        "Norwegian Foreign Minister Lars Haugen will attend the climate summit in Lima on Friday.",
        {"Lars Haugen": (("Lima", "PE", "planned", "12-04..12-06", "12-06..", "12-05", "12-07"),)},
    ),
    Story(
        "on the second day of a visit",
        "2025-01-30",
        "Australian Prime Minister Grace Nolan, on the second day of a four-day visit to India, "
        "opened a solar plant on Thursday. She will go on to Sri Lanka from there.",
        {
            "Grace Nolan": (
                ("India", "IN", "happened", "01-29..01-29", "02-01..02-02", "01-29", "02-01"),
                ("Sri Lanka", "LK", "planned", "02-01..", "02-01..", "02-01", "02-03"),
            )
        },
    ),
)


def day(year: str, text: str) -> date | None:
    return date.fromisoformat(f"{year}-{text}") if text else None


def bounds(year: str, text: str) -> Bounds:
    earliest, _, latest = text.partition("..")
    return Bounds(day(year, earliest), day(year, latest))


@pytest.fixture(scope="module")
def read() -> dict[str, dict[str, tuple[Stop, ...]]]:
    return {
        story.name: {
            i.person.name: i.stops
            for i in timeline.extract(story.text, date=story.date).itineraries
        }
        for story in STORIES
    }


def pairs(read, story: Story) -> list[tuple[GoldStop, Stop]]:
    """Gold stops with those found of the same traveller, place and status, in order."""
    found = []
    for person, gold in story.journeys.items():
        ours = list(read[story.name].get(person, ()))
        for wanted in gold:
            at = next(
                (k for k, s in enumerate(ours) if (s.place.name, s.status.value) == wanted[:3:2]),
                None,
            )
            if at is not None:
                found.append((wanted, ours[at]))
                del ours[: at + 1]
    return found


def test_stops(read) -> None:
    matched = sum(len(pairs(read, story)) for story in STORIES)
    gold = sum(len(stops) for story in STORIES for stops in story.journeys.values())
    ours = sum(len(stops) for found in read.values() for stops in found.values())
    assert 2 * matched / (gold + ours) >= 0.85


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.name)
def test_bounds_hold_the_true_days(read, story: Story) -> None:
    year = story.date[:4]
    for (place, *_, arrived, left), stop in pairs(read, story):
        for true, bound in ((arrived, stop.arrive), (left, stop.depart)):
            if true:
                assert day(year, true) in bound, place


def test_bounds_are_those_of_a_careful_reader(read) -> None:
    exact = [
        bounds(story.date[:4], text) == bound
        for story in STORIES
        for (_, _, _, arrive, depart, *_), stop in pairs(read, story)
        for text, bound in ((arrive, stop.arrive), (depart, stop.depart))
    ]
    assert sum(exact) / len(exact) >= 0.7
