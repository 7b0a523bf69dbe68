"""Past, present and future in general: derzeit, kürzlich, in naher Zukunft."""

from __future__ import annotations

from timeline.timex import vague
from timeline.timex.german.letters import spelt
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule


def _present(_m: Parts, at: Place) -> Reading | None:
    if at.after(14).lstrip().startswith("der "):
        return None  # "zur Zeit der Entstehung"
    return vague.present(at)


def _past(_m: Parts, at: Place) -> Reading | None:
    return vague.past(at)


def _future(_m: Parts, at: Place) -> Reading | None:
    return vague.future(at)


RULES: tuple[Rule, ...] = (
    Rule(
        "now",
        spelt(
            r"derzeit|aktuell|jetzt|zurzeit|zur{S}Zeit|heutzutage|momentan|gegenwärtig|von{S}(?P<x>nun){S}an"
            r"|im{S}(?:Moment|Augenblick)|in{S}diesen{S}Tagen|dieser{S}Tage"
        ),
        _present,
        yes=(
            ("Das Bad ist [derzeit] zu.", "PRESENT_REF"),
            ("Das Bad ist [jetzt] zu.", "PRESENT_REF"),
            ("Das Bad ist [im Moment] zu.", "PRESENT_REF"),
        ),
        no=("Es entstand zur Zeit der Türken.",),
    ),
    Rule(
        "recently",
        spelt(
            r"damals|seinerzeit|kürzlich|unlängst|neulich|jüngst|in{S}der{S}(?P<x>Vergangenheit)|vor{S}kurzem|vor{S}(?:kurzer|langer|einiger){S}Zeit"
            r"|vor{S}längerem|in{S}(?:letzter|jüngster){S}Zeit"
        ),
        _past,
        yes=(
            ("Es wurde [kürzlich] verkauft.", "PAST_REF"),
            ("Es wurde [vor Kurzem] verkauft.", "PAST_REF"),
            ("Es gehörte [damals] der Stadt.", "PAST_REF"),
        ),
    ),
    Rule(
        "the future",
        spelt(r"(?:in{S})?(?P<x>(?:naher|nächster|absehbarer|ferner){S}Zukunft)|in{S}Zukunft"),
        _future,
        yes=(("Es wird in [naher Zukunft] öffnen.", "FUTURE_REF"),),
    ),
)
