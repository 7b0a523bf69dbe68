"""The filters beside the page, and the chips that take them away one by one."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from timeline.dashboard import blocks, state
from timeline.dashboard.columns import LISTS
from timeline.dashboard.component import reader
from timeline.dashboard.extraction import Story, country_name
from timeline.dashboard.filters import Choice, counts, narrowest
from timeline.notation import day_words

CHIPS = "chips"
# What each filter is called, by its name in `Choice`; also the keys of the widgets.
LABELS: Mapping[str, str] = {
    "countries": "Country",
    "people": "Person",
    "organisations": "Organisation",
    "places": "Place",
    "statuses": "Status",
    "days": "Days",
    "precisions": "Precision",
    "articles": "Article",
    "confidence": "Confidence",
    "text": "Search",
    "undated": "Undated",
}


def key_of(name: str) -> str:
    """The key under which a filter's value is kept."""
    return f"filter-{name}"


def choose(story: Story) -> Choice:
    """Show the filters and return what is chosen."""
    _drop_what_is_gone(story)
    known = counts(story, _kept())
    names = naming(story)
    with st.sidebar:
        st.subheader("Filter", anchor=False)
        st.text_input(
            LABELS["text"], key=key_of("text"), placeholder="Words in headline or sentence"
        )
        for name in ("countries", "people", "organisations", "places", "statuses"):
            _several(name, known[name], names[name])
        _days(story)
        st.toggle("Include events without a date", key=key_of("undated"))
        more = st.expander("More", key="more-filters", on_change="rerun")
        if more.open:
            with more:
                _several("precisions", known["precisions"], names["precisions"])
                if len(story.articles) > 1:
                    _several("articles", known["articles"], names["articles"])
                else:
                    _keep("articles")
                _confidence()
        else:
            # Not sent while nobody looks at them: thousands of articles make a list as large as
            # all the rest of the page.
            _keep("precisions", "articles", "confidence")
        chosen = _kept()
        st.button("Clear filters", on_click=clear, width="stretch", disabled=chosen.is_empty)
        st.caption("A number is how many events an option would leave.")
        if state.is_carried():
            st.caption("The address of this page holds the whole view: copy it to share it.")
        else:
            st.caption(
                "The address holds the view, but it does not carry the text you gave: it opens "
                "that again on this machine, until the server of the page ends."
            )
    return chosen


def begin(choice: Choice) -> None:
    """Put a choice into the filters, before they are shown."""
    for name in LISTS:
        st.session_state[key_of(name)] = list(getattr(choice, name))
    st.session_state[key_of("text")] = choice.text
    st.session_state[key_of("undated")] = choice.undated
    st.session_state[key_of("confidence")] = round(choice.confidence * 100)
    _set_days((choice.first, choice.last))


def clear() -> None:
    """Forget every filter."""
    begin(Choice())


def clear_one(name: str) -> None:
    """Forget one filter, by its name in `filters.masks`."""
    begin(_kept().without(name))


def chips(story: Story, choice: Choice) -> None:
    """Show what is filtered by as buttons, each of which takes one value away."""
    # There with or without chips, or else everything below would move and be made anew.
    with st.container(key="chips-place"):
        if not choice.is_empty:
            block = {"kind": "chips", "chips": _chips(story, choice)}
            reader([block], key=CHIPS, on_pick=_unpick)


def nothing_left(story: Story, choice: Choice) -> None:
    """Say which filter leaves the least, and offer to take it away."""
    found = narrowest(story, choice)
    if found is None:
        return
    name, gain = found
    label = LABELS[name]
    if gain:
        events = "1 event stays" if gain == 1 else f"{gain} events stay"
        st.text(f"The filter “{label}” takes the most away: without it, {events}.")
    else:
        st.text(f"Several filters exclude each other; “{label}” leaves the least.")
    with st.container(horizontal=True):
        st.button(f"Clear {label}", on_click=clear_one, args=(name,), key="clear-one")
        st.button("Clear filters", on_click=clear, key="clear-here")


def naming(story: Story) -> Mapping[str, Callable[[str], str]]:
    """How the values of each list are called."""

    def article(value: str) -> str:
        known = story.by_id.get(value)
        return blocks.label(known) if known else value

    return {
        "countries": country_name,
        "people": str,
        "organisations": str,
        "places": str,
        "statuses": str.capitalize,
        "precisions": lambda value: "No date" if value == "none" else value.capitalize(),
        "articles": article,
    }


def _kept() -> Choice:
    """What the widgets hold, as they were when the reader last touched them."""
    held = st.session_state
    lists = {name: tuple(held[key_of(name)]) for name in LISTS}
    first, last = held[key_of("days")]
    return Choice(
        first=first,
        last=last,
        undated=held[key_of("undated")],
        confidence=held[key_of("confidence")] / 100,
        text=held[key_of("text")],
        **lists,
    )


def _drop_what_is_gone(story: Story) -> None:
    """A choice that came with an article may be gone with it, which would be an error."""
    for name, column in story.columns.lists.items():
        chosen = st.session_state[key_of(name)]
        if chosen:
            there = set(column.values)
            st.session_state[key_of(name)] = [value for value in chosen if value in there]
    days = story.columns.span
    first, last = st.session_state[key_of("days")]
    if days is None:
        st.session_state[key_of("days")] = (None, None)
    elif first is not None:
        low, high = days
        held = (min(max(first, low), high), min(max(last, low), high))
        if held != (first, last):
            _set_days(held)


def _confidence() -> None:
    st.slider(
        "Confidence of at least",
        0,
        100,
        step=5,
        format="%d%%",
        key=key_of("confidence"),
        help="How often events on the same evidence proved right.",
    )


def _keep(*names: str) -> None:
    """Keep the values of filters that are not shown, which Streamlit would forget."""
    for name in names:
        st.session_state[key_of(name)] = st.session_state[key_of(name)]


def _several(name: str, tally: Mapping[str, int], called: Callable[[str], str]) -> None:
    # The browser sends back the words of an option. They hold a count, which another filter may
    # have changed: setting the value anew makes the browser hold the new words.
    key = key_of(name)
    st.session_state[key] = list(st.session_state[key])
    st.multiselect(
        LABELS[name],
        list(tally),
        format_func=lambda value: f"{called(value)} ({tally.get(value, 0)})",
        key=key,
        placeholder="All",
    )


def _days(story: Story) -> None:
    """The range of days; none is chosen to begin with."""
    days = story.columns.span
    if days is None:
        return
    first, last = st.session_state[key_of("days")]
    # Its value cannot be set from outside once it is shown: another value makes another widget.
    key = f"dates-{st.session_state.get('days-turn', 0)}"
    st.date_input(
        LABELS["days"],
        value=[first, last] if first else [],
        min_value=days[0],
        max_value=days[1],
        key=key,
        format="YYYY-MM-DD",
        help="An event stays if it may fall on one of these days.",
        on_change=_take_days,
        args=(key,),
    )


def _take_days(key: str) -> None:
    chosen = st.session_state[key]
    # While only the first day of a range is picked, that day alone is the range.
    st.session_state[key_of("days")] = (chosen[0], chosen[-1]) if chosen else (None, None)


def _set_days(days: tuple[date | None, date | None]) -> None:
    if st.session_state.get(key_of("days")) != days:
        st.session_state[key_of("days")] = days
        st.session_state["days-turn"] = st.session_state.get("days-turn", 0) + 1


def _chips(story: Story, choice: Choice) -> list[dict[str, Any]]:
    names = naming(story)
    told = [
        (json.dumps([name, value]), f"{LABELS[name]}: {names[name](value)}")
        for name in LISTS
        for value in getattr(choice, name)
    ]
    if choice.first and choice.last:
        days = dict.fromkeys(map(day_words, (choice.first, choice.last)))
        told.append((json.dumps(["days"]), f"Days: {' – '.join(days)}"))
    if not choice.undated:
        told.append((json.dumps(["undated"]), "Dated only"))
    if choice.confidence:
        told.append((json.dumps(["confidence"]), f"Confidence: {choice.confidence:.0%} or more"))
    if choice.text.strip():
        told.append((json.dumps(["text"]), f"Search: {choice.text}"))
    chips: list[dict[str, Any]] = [{"id": pick, "text": text} for pick, text in told]
    if len(chips) > 1:
        chips.append({"id": json.dumps(["all"]), "text": "Clear all", "all": True})
    return chips


def _unpick() -> None:
    """Take away what a chip stands for."""
    name, *values = json.loads(st.session_state[CHIPS].pick)
    if name == "all":
        clear()
    elif name in LISTS and values:
        key = key_of(name)
        st.session_state[key] = [kept for kept in st.session_state[key] if kept not in values]
    elif name in LABELS:
        clear_one(name)
