"""Stops in order, with the bounds that the text implies and no more."""

from __future__ import annotations

from datetime import date

import pytest

import timeline
from timeline.model import Status


def stops(timeline, person: str):
    return next((i.stops for i in timeline.itineraries if i.person.name == person), ())


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Maria Costa flew to Osaka from Lima on Monday.", ["Lima", "Osaka"]),
        ("Peruvian Foreign Minister Maria Costa met aides in Oslo on Monday.", ["Oslo"]),
        ("Maria Costa will travel to Chad, Niger and Mali.", ["Chad", "Niger", "Mali"]),
        ("Before her stop in Lima, Maria Costa will be in Quito. "
         "From there, she flies to Bogota.", ["Quito", "Lima", "Bogotá"]),
        ("Maria Costa arrived in Oslo on Monday. She flew to Rome on Wednesday.", ["Oslo", "Rome"]),
        ("Maria Costa flies to Rome on Friday. She arrives in Oslo on Monday, "
         "and will visit Lyon on Thursday.", ["Oslo", "Lyon", "Rome"]),
        ("Maria Costa arrives in Kenya on Monday. She will meet officials in Nairobi.",
         ["Nairobi"]),
        ("Maria Costa arrives in East Africa on Monday. She will visit Kenya and Uganda.",
         ["Kenya", "Uganda"]),
    ],
)  # fmt: skip
def test_stops_come_in_the_order_of_travel(read, text: str, places: list[str]) -> None:
    assert [s.place.name for s in stops(read(text), "Maria Costa")] == places


@pytest.mark.parametrize(
    "text",
    [
        "Maria Costa told Washington on Monday that she would pay.",
        "Maria Costa thanked the White House.",
        "The bank sent cars to Japan.",
        "Peruvian Foreign Minister Maria Costa met aides in Lima on Monday.",
        "Maria Costa praised the trade deal between Washington and Tokyo.",
    ],
)
def test_nobody_travels_to_a_government(read, text: str) -> None:
    assert read(text).itineraries == ()


def test_the_first_stop_in_a_region_takes_the_regions_date(read) -> None:
    text = "Maria Costa arrives in East Africa on Monday. She will visit Kenya and then Uganda."
    first, second = stops(read(text), "Maria Costa")
    assert (first.arrive.earliest, first.arrive.latest) == (date(2025, 10, 27), date(2025, 10, 27))
    assert (second.arrive.earliest, second.arrive.latest) == (date(2025, 10, 27), None)


def test_a_length_moves_the_next_stop(read) -> None:
    text = (
        "Maria Costa arrives in Nairobi on Monday for talks. "
        "Her three-day visit to Kenya was agreed in May. From there, she flies to Kampala."
    )
    nairobi, kampala = stops(read(text), "Maria Costa")
    assert nairobi.depart.earliest == date(2025, 10, 29)
    assert kampala.arrive.earliest == date(2025, 10, 29)


def test_the_order_of_mention_alone_bounds_nothing(read) -> None:
    text = "Maria Costa will fly to Oslo on Friday. She will also visit Rome."
    by_name = {s.place.name: s for s in stops(read(text), "Maria Costa")}
    assert by_name["Rome"].arrive.latest is None
    assert by_name["Rome"].arrive.earliest == date(2025, 10, 25)


def test_an_undated_event_during_a_stop_has_the_stops_bounds(read) -> None:
    found = read("Maria Costa arrives in Nairobi on Monday, where she will meet aides.")
    meeting = next(e for e in found.events if e.trigger.text == "meet")
    assert (meeting.when.start, meeting.when.finish) == (date(2025, 10, 27), None)
    assert (meeting.rule, meeting.when.qualifier) == ("during-stop", "inferred")
    assert meeting.id in stops(found, "Maria Costa")[0].event_ids


def test_a_contradiction_is_shown_with_its_sentence(read) -> None:
    text = (
        "Maria Costa will stay in Oslo until Friday. Before her stop in Oslo, Costa will fly to "
        "Rome."
        " She arrives in Rome on 9 November."
    )
    (itinerary,) = read(text).itineraries
    (conflict,) = itinerary.conflicts
    assert conflict == (
        "Oslo: 'after Rome' contradicts the rest (Before her stop in Oslo, Costa will fly to "
        "Rome.): is in Oslo until Friday (sentence 1) and arrives in Rome on 9 November "
        "(sentence 3)"
    )


def test_a_cancelled_trip_is_marked(read) -> None:
    (stop,) = stops(read("Maria Costa has cancelled her visit to Kenya."), "Maria Costa")
    assert stop.status is Status.CANCELLED


@pytest.mark.parametrize(
    ("text", "arrive", "depart", "status"),
    [
        # a stay that is seen on the article's day had begun by then, no more is known
        ("Maria Costa is visiting Nairobi.", (None, 25), (25, None), "ongoing"),
        # three days from the latest day on which it may have begun
        ("President Maria Costa made a three-day visit to Kenya.", (None, 25), (None, 28),
         "happened"),
        ("Reporters asked about Maria Costa's visit to Kenya.", (None, 25), (None, None),
         "happened"),
        # what may never happen does not end what did
        ("Maria Costa arrived in Lima on Monday. She could visit Chile on Wednesday.",
         (20, 20), (20, None), "happened"),
    ],
)  # fmt: skip
def test_no_bound_is_invented(read, text, arrive, depart, status) -> None:
    stop = stops(read(text), "Maria Costa")[0]
    assert stop.status == status
    for bounds, (earliest, latest) in ((stop.arrive, arrive), (stop.depart, depart)):
        assert (bounds.earliest, bounds.latest) == (
            date(2025, 10, earliest) if earliest else None,
            date(2025, 10, latest) if latest else None,
        )


def test_a_return_is_a_stay_of_its_own() -> None:
    text = "Maria Costa arrived in Lima on Monday. She returned to Lima on Friday from Quito."
    found = timeline.extract(text, date="2025-10-25")
    assert [s.place.name for s in stops(found, "Maria Costa")] == ["Lima", "Quito", "Lima"]
    assert found.itineraries[0].conflicts == ()


def test_many_stops_are_planned_without_comparing_all_with_all() -> None:
    towns = "Lima Quito Oslo Rome Paris Madrid Berlin Vienna Prague Warsaw Athens Cairo".split()
    months = "January March May July September".split()
    text = " ".join(
        f"From there she had left, and Maria Costa arrived in {town} on {1 + 2 * k} {month} 2024."
        for month in months
        for k, town in enumerate(towns)
    )
    (itinerary,) = timeline.extract(text, date="2025-10-25").itineraries
    days = [s.arrive.earliest for s in itinerary.stops if s.arrive.earliest]
    assert days == sorted(days)
    assert itinerary.conflicts == ()


@pytest.mark.parametrize(
    ("text", "person", "places"),
    [
        ("Kenyan minister Maria Costa told the forum in Oslo that she was content.",
         "Maria Costa", ["Oslo"]),
        ("Kenyan minister Maria Costa, speaking at the Lucerne Security Conference, urged calm.",
         "Maria Costa", ["Luzern"]),
        ("Kenyan minister Maria Costa was received at the Kremlin on Monday.",
         "Maria Costa", ["Moscow"]),
        ("Peruvian President Juan Soto told visiting Kenyan minister Maria Costa that he agreed.",
         "Maria Costa", ["Peru"]),
        ("Maria Costa, accompanied by her aide Ruth Lund, flew to Oslo on Monday.",
         "Ruth Lund", ["Oslo"]),
        ("The leaders of Kenya and Peru, Maria Costa and Juan Soto, held talks in Oslo.",
         "Juan Soto", ["Oslo"]),
        ("Maria Costa's plane landed in Oslo on Monday.", "Maria Costa", ["Oslo"]),
        ("After Oslo, Kenyan President Maria Costa will fly to Rome on 3 May and then to Madrid.",
         "Maria Costa", ["Oslo", "Rome", "Madrid"]),
        ("Kenyan minister Maria Costa met aides in Oslo. She arrived from Rome on Monday.",
         "Maria Costa", ["Rome", "Oslo"]),
        ("Kenyan minister Maria Costa is back from a trip to Peru.", "Maria Costa", ["Peru"]),
        ("Kenyan minister Maria Costa was en route to Oslo on Monday.", "Maria Costa", ["Oslo"]),
    ],
)  # fmt: skip
def test_who_is_where_by_what_is_done_there(read, text, person, places) -> None:
    assert [s.place.name for s in stops(read(text), person)] == places


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan minister Maria Costa spoke with aides in Oslo by phone.",
        "Kenyan minister Maria Costa condemned the attack in Oslo.",
        "Kenyan minister Maria Costa believes in Oslo.",
        "Kenyan minister Maria Costa was criticised in Oslo.",
        "Kenyan minister Maria Costa did not attend the summit in Oslo.",
        "Reporters told Peruvian minister Juan Soto that he was late.",
    ],
)
def test_nobody_is_where_something_is_only_talked_of(read, text: str) -> None:
    assert read(text).itineraries == ()


def test_a_trip_that_is_called_off_is_cancelled(read) -> None:
    text = "Maria Costa was to visit Oslo on Friday, but the trip was called off."
    assert [s.status for s in stops(read(text), "Maria Costa")] == [Status.CANCELLED]


def test_dates_of_a_list_are_those_of_its_ends(read) -> None:
    text = "Maria Costa will visit Peru, Chile and Bolivia from 3 to 9 November."
    first, middle, last = stops(read(text), "Maria Costa")
    assert first.arrive.earliest == first.arrive.latest == date(2025, 11, 3)
    assert (middle.arrive.earliest, middle.depart.latest) == (date(2025, 11, 3), date(2025, 11, 9))
    assert last.depart.earliest == last.depart.latest == date(2025, 11, 9)


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan minister Maria Costa is back in Nairobi from a trip to Oslo.",
        "Maria Costa arrived in Oslo on Monday. By Thursday she was back in Nairobi.",
    ],
)
def test_a_return_comes_after_the_journey(read, text: str) -> None:
    oslo, nairobi = stops(read(text), "Maria Costa")
    assert (oslo.place.name, nairobi.place.name) == ("Oslo", "Nairobi")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("By Thursday she was back in Nairobi.", "happened"),
        ("Within two weeks she wants to be back in Nairobi.", "proposed"),
        ("By Thursday she will be back in Nairobi.", "planned"),
    ],
)
def test_a_return_that_is_wished_for_has_not_been_made(read, text: str, status: str) -> None:
    _, nairobi = stops(read(f"Maria Costa arrived in Oslo on Monday. {text}"), "Maria Costa")
    assert (nairobi.place.name, nairobi.status) == ("Nairobi", status)


def test_who_is_on_the_way_has_not_arrived(read) -> None:
    text = "Maria Costa, travelling to Peru for a three-day visit, refused to comment."
    (stop,) = stops(read(text), "Maria Costa")
    assert stop.status is Status.PLANNED
    assert (stop.arrive.earliest, stop.arrive.latest) == (date(2025, 10, 25), None)
    assert stop.depart.earliest == date(2025, 10, 27)


def test_each_bound_tells_its_chain_with_sentences(read) -> None:
    text = (
        "Maria Costa arrives in East Africa on Monday. She will be in Kenya for a three-day visit. "
        "From there, she flies to Uganda."
    )
    kenya, uganda = stops(read(text), "Maria Costa")
    assert kenya.chains[0] == kenya.chains[1] == "arrives in East Africa on Monday (sentence 1)"
    chain = "lasts 3 days (sentence 2) ← arrives in East Africa on Monday (sentence 1)"
    assert kenya.chains[2] == chain
    assert uganda.chains == (f"after Kenya (sentence 3) ← {chain}", "", uganda.chains[0], "")
    assert f"arrives in Uganda not before 29 Oct 2025: {uganda.chains[0]}" in uganda.reasons


def test_an_end_before_the_next_stop_says_so(read) -> None:
    text = "Maria Costa arrived in Oslo on Monday. From there she flew to Rome on Wednesday."
    oslo, _ = stops(read(text), "Maria Costa")
    assert oslo.chains[3] == "before Rome (sentence 2) ← arrives in Rome on Wednesday (sentence 2)"


@pytest.mark.parametrize(
    ("text", "arrive", "leaves", "next_arrives"),
    [
        ("Maria Costa will hold talks in Oslo on Tuesday and Wednesday, before she flies to Riga.",
         (25, 28), 29, 29),
        ("Maria Costa visits Oslo on Tuesday and Wednesday and then goes to Riga.",
         (28, 28), 29, 29),
        ("Maria Costa will be in Oslo on Tuesday and Thursday. From there she flies to Riga.",
         (25, 28), 30, 30),
    ],
)  # fmt: skip
def test_a_list_of_days_is_a_stay_over_all_of_them(
    read, text: str, arrive: tuple[int, int], leaves: int, next_arrives: int
) -> None:
    oslo, riga = stops(read(text), "Maria Costa")
    assert (oslo.arrive.earliest, oslo.arrive.latest) == tuple(date(2025, 10, d) for d in arrive)
    assert oslo.depart.earliest == date(2025, 10, leaves)
    assert (riga.arrive.earliest, riga.arrive.latest) == (date(2025, 10, next_arrives), None)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Maria Costa flew to Oslo in June. She spent August in Riga. She left Oslo on October 5.",
         ["Oslo", "Riga", "Oslo"]),
        ("Maria Costa left Oslo on October 5. She sailed to Oslo in June. She spent August in "
         "Riga.", ["Oslo", "Riga", "Oslo"]),
        ("Maria Costa left Oslo on October 5. She spent August in Riga.", ["Riga", "Oslo"]),
        # nothing lies between
        ("Maria Costa flew to Oslo in June. She left Oslo on October 5 and spent a week in Riga.",
         ["Oslo", "Riga"]),
    ],
)  # fmt: skip
def test_who_is_elsewhere_between_is_there_twice(read, text: str, places: list[str]) -> None:
    assert [s.place.name for s in stops(read(text), "Maria Costa")] == places


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("means to make one more journey to Riga if the road is open.", "conditional"),
        ("means to travel to Riga in December.", "planned"),
        ("intends to pay a visit to Riga.", "planned"),
        ("hopes to make a trip to Riga.", "proposed"),
        ("plans to make a trip to Riga if the rain stops.", "conditional"),
        ("plans a visit to Riga.", "planned"),
        ("will travel to Riga unless the talks fail.", "conditional"),
        ("will travel to Riga only if the talks fail.", "conditional"),
        ("will travel to Riga even if the talks fail.", "planned"),
        ("made a trip to Riga on Monday.", "happened"),
    ],
)
def test_what_is_meant_has_not_been_made(read, text: str, status: str) -> None:
    (stop,) = stops(read(f"The minister Maria Costa {text}"), "Maria Costa")
    assert stop.status == status


@pytest.mark.parametrize(
    "text",
    [
        "Maria Costa flies to Oslo on Thursday to see the envoy, whom she met in Rome in June.",
        "Maria Costa landed in Oslo on Thursday. She had met the envoy in Rome in June.",
    ],
)
def test_a_meeting_months_before_is_of_no_journey(read, text: str) -> None:
    assert [s.place.name for s in stops(read(text), "Maria Costa")] == ["Oslo"]


def test_what_is_told_in_the_order_of_time_is_a_journey(read) -> None:
    text = (
        "The Peruvian minister Maria Costa met her aides in Rome in March. "
        "She addressed a forum in Oslo in July."
    )
    assert [s.place.name for s in stops(read(text), "Maria Costa")] == ["Rome", "Oslo"]


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("Maria Costa visited Rome in June. She landed in Oslo on Thursday.", date(2025, 6, 30)),
        ("Maria Costa toured Rome in 2024. She landed in Oslo on Thursday.", date(2024, 12, 31)),
        # going there in June is not having left by then
        ("Maria Costa flew to Rome in June. She landed in Oslo on Thursday.", date(2025, 10, 23)),
        # and a day is that of the arrival
        ("Maria Costa visited Rome on June 3. She landed in Oslo on Thursday.", date(2025, 10, 23)),
    ],
)
def test_an_earlier_visit_ends_with_its_time(read, text: str, latest: date) -> None:
    rome, oslo = stops(read(text), "Maria Costa")
    assert (rome.place.name, oslo.place.name) == ("Rome", "Oslo")
    assert rome.depart.latest == latest
