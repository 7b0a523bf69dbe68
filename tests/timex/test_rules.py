"""Every rule's own examples: what it must read, and what it must leave alone."""

from __future__ import annotations

import pytest

from timeline.timex import find
from timeline.timex.english.rules import RULES
from timeline.timex.rule import EXAMPLE_ANCHOR, Rule

YES = [(rule, sentence, value) for rule in RULES for sentence, value in rule.yes]
NO = [(rule, sentence) for rule in RULES for sentence in rule.no]


@pytest.mark.parametrize(("rule", "marked", "value"), YES, ids=lambda v: getattr(v, "name", None))
def test_reads_its_examples(rule: Rule, marked: str, value: str) -> None:
    """The bracketed phrase is found with exactly that extent, value and rule."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = [(e.start, e.end, e.value, e.rule) for e in find(text, EXAMPLE_ANCHOR)]
    assert (start, end, value, rule.name) in found


@pytest.mark.parametrize(("rule", "sentence"), NO, ids=lambda v: getattr(v, "name", None))
def test_leaves_look_alikes_alone(rule: Rule, sentence: str) -> None:
    """The rule makes nothing of its negative examples."""
    found = [e for e in find(sentence, EXAMPLE_ANCHOR) if e.rule == rule.name]
    assert found == []


def test_names_are_unique_and_every_rule_has_an_example() -> None:
    """A result cites its rule by name, and a rule without an example is untested."""
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert [rule.name for rule in RULES if not rule.yes] == []
