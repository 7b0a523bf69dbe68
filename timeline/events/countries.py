"""Which countries an event belongs to.

Where it happens and which states act come first; only if neither is known does the clause stand in,
then where the paragraph has come to, where most of the article is, where it was sent from, what it
tells of most, and where the story or the text was last. The order is that of how often each was
right in annotated articles.
"""

from __future__ import annotations

from timeline.events.lexicon import STATE_AGENTS, TEAMS
from timeline.events.scene import Scene
from timeline.events.subjects import subject_of
from timeline.events.triggers import Trigger
from timeline.language import Tense, verb_group
from timeline.language.verbs import conditional
from timeline.model import Place
from timeline.places import PlaceMention
from timeline.places.dictionary import Kind

_ASIDE = frozenset(("relcl", "acl", "npadvmod"))
# what somebody says or thinks
_CONTENT = frozenset(("ccomp", "advcl", "parataxis"))

_WIDE = frozenset((Kind.REGION, Kind.SEA))
_NOWHERE = _WIDE | {Kind.DEMONYM, Kind.BODY}
# Who plays or acts for the country before the word.
_STAND_FOR_A_STATE = STATE_AGENTS | TEAMS


def countries_of(
    scene: Scene,
    trigger: Trigger,
    acting: tuple[str, ...],
    places: list[PlaceMention],
    last: Place | None = None,
) -> tuple[str, ...]:
    """Find the countries of an event.

    Args:
        scene: the article.
        trigger: the event.
        acting: the codes of the states that take part.
        places: where it happens.
        last: where the event before that has a place happened.

    Returns:
        ISO 3166-1 alpha-2 codes, those of the place first; none if the choice is open.
    """
    here = [m.place.country for m in places if m.place and m.place.country]
    known = tuple(dict.fromkeys([*here, *acting]))
    if known or any(m.kind in _WIDE for m in places):
        return known
    top = _top(trigger)
    for i in dict.fromkeys((trigger.token, top)):
        clause = scene.doc.subtree(i, _ASIDE | _CONTENT)
        in_clause = _mentioned(scene, clause)
        if in_clause and not _only_peoples(scene, clause):
            return in_clause
    with_content = _mentioned(scene, scene.doc.subtree(top, _ASIDE))
    if len(with_content) == 1 and not in_clause:
        return with_content
    subject = subject_of(scene, trigger)
    if subject in scene.place_at and scene.place_at[subject].kind is Kind.REGION:
        return ()  # "the EU set itself a target": no one country's
    return _setting(scene, trigger, last)


def _setting(scene: Scene, trigger: Trigger, last: Place | None) -> tuple[str, ...]:
    """The country of the story where its own sentence gives none."""
    told = _paragraph_so_far(scene, trigger.token)
    codes = _mentioned(scene, [i for i in told if not _is_of_somebody(scene, i)])
    if len(codes) == 1:
        return codes
    setting = scene.main_country
    if not setting and not trigger.reporting:  # something may be said anywhere
        setting = _last_country(
            scene, trigger.token, scene.doc.sentence_of(trigger.token).paragraph
        )
    setting = setting or (scene.dateline.country if scene.dateline else "") or scene.home_country
    if not setting and not trigger.reporting:
        setting = (last.country if last else "") or _last_country(scene, trigger.token)
    if setting:
        return (setting,)
    # "Peruvian voters" count only where nothing else tells; "five Peruvians" never do
    codes = _mentioned(scene, [i for i in told if not _is_somebody(scene, i)])
    return codes if len(codes) == 1 else ()


def _only_peoples(scene: Scene, tokens: list[int]) -> bool:
    """Whether where somebody comes from is all that names a country.

    The "Italian team" plays for Italy wherever it does; an "Italian climber" tells nothing.
    """
    return all(_is_of_somebody(scene, i) for i in tokens if i in scene.place_at)


def _is_of_somebody(scene: Scene, i: int) -> bool:
    """Whether a word tells where somebody or something comes from, and names no state."""
    mention, tokens = scene.place_at.get(i), scene.doc.tokens
    return (
        mention is not None
        and mention.kind is Kind.DEMONYM
        and tokens[tokens[i].head].lemma not in _STAND_FOR_A_STATE
    )


def _is_somebody(scene: Scene, i: int) -> bool:
    """Whether a word is people of a country: "five Peruvians", but not "Peruvian voters"."""
    modifies = scene.doc.tokens[i].dep in ("amod", "compound", "nmod")
    return _is_of_somebody(scene, i) and not modifies


def _top(trigger: Trigger) -> int:
    return (
        trigger.group.governors[-1] if trigger.group and trigger.group.governors else trigger.token
    )


def _mentioned(scene: Scene, tokens: list[int]) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    for i in tokens:
        mention = scene.place_at.get(i)
        if mention is not None and mention.kind not in _WIDE:
            codes.update(dict.fromkeys(mention.countries))
    return tuple(codes)


def _paragraph_so_far(scene: Scene, i: int) -> range:
    doc = scene.doc
    sentence = doc.sentence_of(i)
    first = sentence.index
    while first > 0 and doc.sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    return range(doc.sentences[first].first, sentence.last)


def _last_country(scene: Scene, i: int, paragraph: int | None = None) -> str:
    """The country of the place that the text, or one paragraph of it, named last.

    Where something is only to come is not where the past goes on: "The final is in Lima on Sunday.
    Ruiz won the heat".
    """
    doc = scene.doc
    start = doc.tokens[i].start
    ahead = _is_ahead(scene, i)
    first = 0
    if paragraph is not None:
        first = next(s.start for s in doc.sentences if s.paragraph == paragraph)
    for mention in reversed(scene.located):
        if mention.start < first:
            break
        located = mention.start < start and mention.kind not in _NOWHERE
        if located and not ahead and _is_ahead(scene, doc.tokens_in(mention.start, mention.end)[0]):
            continue
        if located and len(mention.countries) == 1:
            return mention.countries[0]
    return ""


def _is_ahead(scene: Scene, i: int) -> bool:
    """Whether the clause around a token looks to the future, by its verb or by a date."""
    doc = scene.doc
    sentence = doc.sentence_of(i)
    for k in (i, *doc.ancestors(i)):
        if doc.tokens[k].pos in ("VERB", "AUX"):
            group = verb_group(doc, k)
            if group.tense is Tense.FUTURE or group.modal or conditional(doc, k):
                return True
            if group.tense is Tense.PAST or group.perfect:
                return False
    anchor = scene.article.date
    starts = (t.when.start for t in scene.times_in(sentence.index) if t.when)
    return any(start is not None and start > anchor for start in starts)
