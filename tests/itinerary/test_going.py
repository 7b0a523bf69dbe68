"""Who goes with whom, what leads somewhere without a verb of motion, and what only seems to."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.model import Status

MINISTER = "Kenyan foreign minister Ruth Wambui"


def journeys(read, text: str) -> dict[str, list[str]]:
    return {i.person.name: [s.place.name for s in i.stops] for i in read(text).itineraries}


@pytest.mark.parametrize(
    ("text", "person", "places"),
    [
        (f"The Kenyan delegation, led by {MINISTER[7:]}, landed in Oslo on Tuesday. It flies on to "
         "Rome on Saturday.", "Ruth Wambui", ["Oslo", "Rome"]),
        ("Marta Quell, leader of the expedition that crossed the ice, was glad. The party sailed "
         "from Genoa on May 3 and reached Karachi on May 20. From there it went by rail to Lahore.",
         "Marta Quell", ["Genoa", "Karachi", "Lahore"]),
        ("Marta Quell, who heads the delegation, spoke little. The delegation flew to Oslo on "
         "Tuesday.", "Marta Quell", ["Oslo"]),
        ("Ruth Wambui and Ana Pohl drove from Lyon to Turin on Monday. They went on to Milan the "
         "next day.", "Ana Pohl", ["Lyon", "Turin", "Milan"]),
        ("Forty members of the Seabright Choir flew to Riga on Monday. They sang in Tallinn on "
         "Wednesday.", "Seabright Choir", ["Riga", "Tallinn"]),
        (f"{MINISTER} and her Greek counterpart toured a port in Oslo on Monday. The two ministers "
         "flew to Rome on Tuesday. Peru's minister Luis Ramos was ill.", "Luis Ramos", []),
        ("The storm frightened the crew. It reached Genoa on Monday.", "the crew", []),
    ],
)  # fmt: skip
def test_who_goes_with_a_group(read, text: str, person: str, places: list[str]) -> None:
    assert journeys(read, text).get(person, []) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("took the ferry to Calais on Sunday and walked on through Belgium and Germany.",
         ["Calais", "Belgium", "Germany"]),
        ("boarded a train to Lyon on Monday. She was seen on Wednesday in Turin. Police arrested "
         "her in Bari on Friday.", ["Lyon", "Turin", "Bari"]),
        ("cycled across Mali in May.", ["Mali"]),
        ("set out from Lyon on Monday, made for Turin and put up in Milan for the night.",
         ["Lyon", "Turin", "Milan"]),
        ("took her family to Naples on Monday.", ["Naples"]),
        ("is expected in Turin on Tuesday.", ["Turin"]),
        ("campaigned in Lyon on Monday, Turin on Tuesday and Milan on Wednesday.",
         ["Lyon", "Turin", "Milan"]),
        ("left Lyon on Monday. Fog kept her in Turin for two days.", ["Lyon", "Turin"]),
        ("flies to Quito on Wednesday, Bogota on Friday and Lima on Sunday.",
         ["Quito", "Bogotá", "Lima"]),
        ("will be in Quito on Wednesday and Bogota on Friday.", ["Quito", "Bogotá"]),
        ("left office on Monday.", []),
        ("left the museum 20 million rand in her will on Monday.", []),
        ("turned to Peru for help on Monday.", []),
    ],
)  # fmt: skip
def test_what_leads_somewhere(read, text: str, places: list[str]) -> None:
    assert journeys(read, f"{MINISTER} {text}").get("Ruth Wambui", []) == places


def test_a_list_of_weekdays_goes_forward(read) -> None:
    text = f"{MINISTER} flies to Quito on Wednesday, Bogota on Friday and Lima on Sunday."
    stops = read(text).itineraries[0].stops
    assert [s.arrive.latest for s in stops] == [
        date(2025, 10, 29), date(2025, 10, 31), date(2025, 11, 2)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("travels to Oslo for a lecture on November 3.", date(2025, 11, 3)),
        ("will fly to Oslo for Friday's summit.", date(2025, 10, 31)),
    ],
)
def test_what_somebody_comes_for_bounds_the_stay(read, text: str, latest: date) -> None:
    (stop,) = read(f"{MINISTER} {text}").itineraries[0].stops
    assert (stop.arrive.earliest, stop.arrive.latest) == (date(2025, 10, 25), latest)
    assert stop.depart.earliest == latest


def test_the_day_of_a_purpose_is_not_lent(read) -> None:
    text = f"{MINISTER} travels to Oslo for a lecture on November 3, and hopes to visit Lima."
    _, lima = read(text).itineraries[0].stops
    assert lima.arrive.latest is None


@pytest.mark.parametrize(
    "text",
    [
        "begins a tour of the Gulf next week with a stop in Doha.",
        "has dropped Oman from a tour of the Gulf that begins tomorrow. On Monday she meets aides "
        "in Doha.",
    ],
)
def test_a_tour_that_begins_later_is_planned(read, text: str) -> None:
    stop = next(
        s for s in read(f"{MINISTER} {text}").itineraries[0].stops if s.place.country == "QA"
    )
    assert stop.status is Status.PLANNED
    assert stop.arrive.earliest is not None


def test_a_country_reached_and_a_town_to_come_are_two_stops(read) -> None:
    text = f"{MINISTER} crossed into Turkey this week. She will be in Istanbul on November 20."
    assert journeys(read, text)["Ruth Wambui"] == ["Turkey", "Istanbul"]


def test_the_way_of_a_journey_is_not_its_end(read) -> None:
    text = f"{MINISTER}, who is cycling from Lyon to Turin, crossed into Italy on Monday."
    stops = {s.place.name: s for s in read(text).itineraries[0].stops}
    assert stops["Lyon"].status is Status.HAPPENED
    assert stops["Turin"].arrive.latest != date(2025, 10, 20)


def test_a_stay_that_is_over_has_its_length(read) -> None:
    first, _ = (
        read(f"After two days in Quito, {MINISTER} flew to Lima on October 20.")
        .itineraries[0]
        .stops
    )
    assert (first.days, first.status) == ((2, 2), Status.HAPPENED)


def test_the_trip_that_is_off_is_the_one_that_is_named(read) -> None:
    text = f"{MINISTER} is to leave for Rome on Sunday. Her visit to Oslo was cancelled on Friday."
    found = {s.place.name: s.status for s in read(text).itineraries[0].stops}
    assert found == {"Rome": Status.PLANNED, "Oslo": Status.CANCELLED}


def test_what_goes_on_with_no_day_of_its_own_is_no_earlier(read) -> None:
    text = f"{MINISTER} left Lyon on Monday and made for Turin."
    turin = read(text).itineraries[0].stops[-1]
    assert turin.arrive.earliest == date(2025, 10, 20)
    assert turin.arrive.latest == date(2025, 10, 25)
