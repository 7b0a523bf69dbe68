"""Every rule's own examples, in every language: what it must read, and what it must leave alone."""

from __future__ import annotations

import pytest

from timeline.timex import find
from timeline.timex.language import FOLDERS, language
from timeline.timex.rule import EXAMPLE_ANCHOR, Rule

RULES = [(code, rule) for code in FOLDERS for rule in language(code).rules]
YES = [(code, rule, sentence, value) for code, rule in RULES for sentence, value in rule.yes]
NO = [(code, rule, sentence) for code, rule in RULES for sentence in rule.no]


@pytest.mark.parametrize(
    ("code", "rule", "marked", "value"), YES, ids=lambda v: getattr(v, "name", None)
)
def test_reads_its_examples(code: str, rule: Rule, marked: str, value: str) -> None:
    """The bracketed phrase is found with exactly that extent, value and rule."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = [(e.start, e.end, e.value, e.rule) for e in find(text, EXAMPLE_ANCHOR, language=code)]
    assert (start, end, value, rule.name) in found


@pytest.mark.parametrize(("code", "rule", "sentence"), NO, ids=lambda v: getattr(v, "name", None))
def test_leaves_look_alikes_alone(code: str, rule: Rule, sentence: str) -> None:
    """The rule makes nothing of its negative examples."""
    found = [e for e in find(sentence, EXAMPLE_ANCHOR, language=code) if e.rule == rule.name]
    assert found == []


@pytest.mark.parametrize("code", FOLDERS)
def test_names_are_unique_and_every_rule_has_an_example(code: str) -> None:
    """A result cites its rule by name, and a rule without an example is untested."""
    rules = language(code).rules
    names = [rule.name for rule in rules]
    assert len(set(names)) == len(names)
    assert [rule.name for rule in rules if not rule.yes] == []


REASONS = [(code, sentence) for code, rule, sentence, _ in YES if code == "en"]


@pytest.mark.parametrize(("code", "marked"), REASONS)
def test_every_reason_explains(code: str, marked: str) -> None:
    """A reason is a sentence that says more than the phrase itself."""
    text = marked.replace("[", "").replace("]", "")
    for one in find(text, EXAMPLE_ANCHOR, language=code):
        told = one.reason.partition("' ")[2]
        assert told.endswith(".")
        assert len(told.split()) >= 4, one.reason
        assert "seen from" not in told or "because" in told, one.reason
