"""How far a date reaches, and the dates that an event takes from another one or from its entry."""

from __future__ import annotations

import pytest

from timeline.events import date_mentions, find_mentions
from timeline.events.scope import reach
from timeline.language import verb_group
from timeline.model import Qualifier
from timeline.notation import edtf
from timeline.pipeline import read_scene
from timeline.reading import read_text


def event(timeline, trigger: str):
    found = [e for e in timeline.events if e.trigger.text == trigger]
    assert found, [e.trigger.text for e in timeline.events]
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger", "written"),
    [
        # a neighbouring clause lends its date
        ("A kiln blew up on Monday and two potters died.", "died", "2025-10-20"),
        ("The bank failed in May and its owner fled.", "fled", "2025-05"),
        # but not to what is told apart from it
        ("The plan follows the July deal, and Costa signed it.", "signed", "[..2025-10-25]"),
        ("The talks open in Lima on Monday and will then go on in Quito.", "go", "[2025-10-25..]"),
        ("Costa is to meet miners who have been on strike since 2019.", "meet", "[2025-10-25..]"),
        ("Costa had earlier met aides. The mine was sold on Monday.", "met", "[..2025-10-25]"),
        # a plan is not of a day that is over
        ("The mayor said on Monday that rents will fall.", "fall", "[2025-10-25..]"),
        ("Ruiz said it would investigate the raid in Chad two years ago.", "investigate",
         "[2025-10-25..]"),
        ("A guide has sent men to find a climber killed by bears two years ago.", "sent",
         "[..2025-10-25]"),
        # nor what happened in a year to come
        ("Ruiz promised to open a mine next year, and delegates voted for it.", "voted",
         "[..2025-10-25]"),
        # a length that closes ahead is a limit, one that is over is none
        ("The panel will finish its report within a year.", "finish", "[2025-10-25..2026-10-25]"),
        # a story goes on with its day, but not to what is made public, nor to prices
        ("The bridge fell on Tuesday. Four people were hurt.", "hurt", "2025-10-21"),
        ("The mayor opened the school on Tuesday. She announced a fund.", "announced",
         "2025-10-21"),
        ("The mayor opened the school on Tuesday. A scholarship fund was announced.", "announced",
         "[..2025-10-25]"),
        ("Lunara sold the mine on Tuesday. Copper shares fell 3 percent.", "fell",
         "[..2025-10-25]"),
        # a limit that is counted from an event hangs on it, not on the article's day
        ("Costa returns on November 7. She must report within ten days of her return.", "report",
         "[2025-11-07..2025-11-17]"),
        ("The dam collapsed on Monday. Owners must file a claim within 30 days of the collapse.",
         "file", "[2025-10-25..2025-11-19]"),
        ("The dam collapsed in 2020. It was rebuilt within a year of the collapse.", "rebuilt",
         "[2020..2021]"),
        ("Costa must report within ten days of her return.", "report", "[2025-10-25..]"),
        ("Costa must report within ten days.", "report", "[2025-10-25..2025-11-04]"),
        ("She hopes to raise the wreck within the next two weeks.", "raise",
         "[2025-10-25..2025-11-08]"),
        ("The panel finished its report within a year.", "finished", "[..2025-10-25]"),
        # the day on which something was said is not that of what is told next
        ("Officials said on Friday that ten ships had sailed. A quarrel split the crews.", "split",
         "[..2025-10-25]"),
        # a date between "the" and a noun is the noun's
        ("Moss was charged last year in the May 2019 shooting death of a guard.", "charged",
         "2024"),
        # counted from another event, or another from it
        ("Moss returned to work Friday, two weeks after her team was banned.", "banned",
         "[2025-10-06..2025-10-12]"),
        ("Dara Khan fought Lee Moss in May. Khan retired three months after the fight.", "retired",
         "2025-08"),
        ("Parliament voted on 3 March 2025. The minister quit a day after the vote.", "quit",
         "2025-03-04"),
        ("The summit was held in Lima on 4 June 2025. During the summit, she signed a pact.",
         "signed", "2025-06-04"),
        ("The summit was held in Lima on 4 June 2025. Before the summit, Costa met rivals.", "met",
         "[..2025-06-04]"),
        ("The mayor was charged on 2 May 2025. She left two weeks after she was charged.", "left",
         "[2025-05-12..2025-05-18]"),
    ],
)  # fmt: skip
def test_a_date_reaches_what_it_tells_of(read, text: str, trigger: str, written: str) -> None:
    assert edtf(event(read(text), trigger).when) == written


def test_a_date_that_is_lent_is_inferred_and_says_from_where(read) -> None:
    found = event(read("Lee Moss was charged on 2 May 2025. She left a day after she was charged."),
                  "left")  # fmt: skip
    assert found.when.qualifier is Qualifier.INFERRED
    assert "after 'charged'" in found.reason
    assert "May" in found.reason


def test_a_clause_that_recalls_an_event_is_no_event_of_its_own(read) -> None:
    found = read("The mayor was charged on 2 May 2025. She quit two weeks after she was charged.")
    assert [e.trigger.text for e in found.events] == ["charged", "quit"]


CHRONICLE = """A court convicted the trader Lee Moss of fraud on Friday. These are the dates.
May 1987: Moss founds a bank in Leeds.
September 1991: An auditor leaves the firm. She is dismissed the following month.
March 3, 1992: The bank collapses. Moss is seen six days later in Tangier.
"""


@pytest.mark.parametrize(
    ("trigger", "written"),
    [
        ("founds", "1987-05"),
        ("leaves", "1991-09"),
        ("dismissed", "1991-10"),
        ("collapses", "1992-03-03"),
        ("seen", "1992-03-09"),
        ("convicted", "2025-10-24"),
    ],
)
def test_an_entry_of_a_chronology_dates_what_it_tells(read, trigger: str, written: str) -> None:
    found = event(read(CHRONICLE), trigger)
    assert edtf(found.when) == written
    assert found.status == "happened"


def test_two_headings_are_no_chronology(read) -> None:
    text = "May 1987: Moss founds a bank.\nMarch 3, 1992: The bank collapses.\n"
    assert not any(e.rule.startswith("entry") for e in read(text).events)


def test_marked_mentions_are_dated_in_their_order() -> None:
    text = "The mine closed on Monday. The closure cost 40 jobs. It will reopen in March."
    scene = read_scene(read_text(text, date="2025-10-25"))
    words = ["closure", "closed", "reopen"]
    spans = [(text.index(word), text.index(word) + len(word)) for word in words]
    assert [edtf(d.when) for d in date_mentions(scene, spans)] == [
        "2025-10-20",
        "2025-10-20",
        "2026-03",
    ]


@pytest.mark.parametrize(
    ("text", "word", "written"),
    [
        # what goes on with an older time is of that time, not of the news
        ("The dam burst on Friday. It had been built badly.\n\nIn May 2019 the owner sold it. "
         "Inspectors left.", "left", "2019-05"),
        ("Lima raised fares on Friday. In 2012 a strike stopped the trams. Drivers won.\n\n"
         "The city paid.", "paid", "2012"),
        # unless somebody says it, or the story has come back to the news
        ("The dam burst on Friday. In May 2019 the owner sold it. He denied a fault, Ruiz said.",
         "said", "2025-10-24"),
        ("The dam burst on Friday. In May 2019 the owner sold it. He fled on Friday. Ruiz stayed.",
         "stayed", "2025-10-24"),
        # a noun goes with its verb
        ("The two firms merged on Friday. The chairmen left after a brief ceremony.", "ceremony",
         "2025-10-24"),
    ],
)  # fmt: skip
def test_a_mention_without_a_date_takes_that_of_the_story(
    text: str, word: str, written: str
) -> None:
    scene = read_scene(read_text(text, date="2025-10-25"))
    spans = find_mentions(scene)
    found = dict(zip((text[a:b] for a, b in spans), date_mentions(scene, spans), strict=True))
    assert edtf(found[word].when).rstrip("~?%") == written


def test_a_phrase_before_the_subject_reaches_further() -> None:
    cost = []
    for text in (
        "In May the bank failed and its owner fled.",
        "The bank failed in May and its owner fled.",
    ):
        scene = read_scene(read_text(text, date="2025-10-25"))
        verb = scene.doc.token_at(text.index("fled"))
        assert verb is not None
        group = verb_group(scene.doc, verb)
        cost.append(reach(scene, verb, group, scene.times[0], scene.article.date))
    assert cost[0] < cost[1]


def test_a_state_of_now_takes_no_date_from_far() -> None:
    far = {}
    for verb in ("honours", "honoured"):
        text = f"The pact, which Chad {verb}, was signed in 1971."
        scene = read_scene(read_text(text, date="2025-10-25"))
        token = scene.doc.token_at(text.index(verb))
        assert token is not None
        group = verb_group(scene.doc, token)
        far[verb] = reach(scene, token, group, scene.times[-1], scene.article.date)
    assert far["honours"] > far["honoured"] + 3.0  # beyond what the tense alone costs


def test_every_verb_and_happening_is_a_mention() -> None:
    text = "An explosion tore the roof off on Monday, leaving four workers dead."
    scene = read_scene(read_text(text, date="2025-10-25"))
    words = [text[start:end] for start, end in find_mentions(scene)]
    assert words == ["explosion", "tore", "leaving", "dead"]
