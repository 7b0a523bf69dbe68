"""Names that the tagger takes for persons', and that are companies' and clubs'.

"the paint maker Lunara", "Lunara shares", "Lunara itself", "the Harbour goalkeeper".
"""

from __future__ import annotations

from timeline.language import Document, Name
from timeline.people.lexicon import gender_of_given_name
from timeline.people.names import is_titled

# What a company, a club or a paper is called by, right before its name.
_KINDS = frozenset(
    "maker firm company group giant retailer carmaker automaker drugmaker chipmaker airline bank"
    " insurer brewer chain startup start-up lender brand club side conglomerate manufacturer"
    " supermarket subsidiary operator supplier utility miner publisher broadcaster newspaper"
    " website developer carrier exchange shipbuilder steelmaker planemaker".split()
)
# What only a body has.
_OWNED = frozenset(
    "share stock shareholder stockholder headquarters subsidiary workforce revenue turnover"
    " takeover factory employee executive ceo".split()
)
# Who plays for a club or works for it: "the Harbour goalkeeper".
_PLAYERS = frozenset(
    "goalkeeper keeper striker midfielder defender winger forward full-back fullback captain"
    " trainer coach manager quarterback pitcher scrum-half centre-half player".split()
)
_PRICED = frozenset("rise fall gain lose climb slip drop add jump slide sink tumble".split())
_PERCENT = frozenset(("%", "percent", "pct"))
_NOUNS = ("NNP", "NN")
_MANY = frozenset(("are", "were", "have"))


def mistaken_bodies(doc: Document, not_people: frozenset[int]) -> frozenset[int]:
    """Tokens of names that are tagged as persons' and are a company's, a club's or a paper's.

    A bare name by which the article has called a person in full before stays a person's.

    Args:
        doc: the parsed article.
        not_people: tokens that are known to be something else (countries, say).

    Returns:
        The indices of those tokens.
    """
    people = [n for n in doc.names if n.label == "PERSON" and n.first not in not_people]
    full_at: dict[str, int] = {}
    for name in people:
        if name.last - name.first > 1 and not _is_body(doc, name):
            for i in range(name.first, name.last):
                full_at.setdefault(doc.tokens[i].text, name.first)
    titled = {doc.tokens[n.first].text for n in people if is_titled(doc, n.first)}
    first_at: dict[str, int] = {}
    companies: set[str] = set()
    clubs: set[str] = set()
    inside = {i for n in people if n.last - n.first > 1 for i in range(n.first, n.last)}
    for token in doc.tokens:
        if token.tag not in _NOUNS or token.i in inside or not token.text[:1].isupper():
            continue
        first_at.setdefault(token.text, token.i)
        if _is_company(doc, token.i):
            companies.add(token.text)
        elif _is_club(doc, token.i):
            clubs.add(token.text)
    bare = {
        word
        for word in companies | clubs
        if word not in titled
        and (word not in full_at or word in clubs or first_at[word] < full_at[word])
    }
    found = {t.i for t in doc.tokens if t.text in bare and t.i not in inside}
    for name in people:
        club = doc.tokens[name.last - 1].text in clubs and not is_titled(doc, name.first)
        given = gender_of_given_name(doc.tokens[name.first].text)
        if _is_body(doc, name) or (club and not given):
            found.update(range(name.first, name.last))
    return frozenset(found)


def _is_body(doc: Document, name: Name) -> bool:
    """Whether the words beside a full name say that it is a body's."""
    if gender_of_given_name(doc.tokens[name.first].text) or is_titled(doc, name.first):
        return False
    before = doc.tokens[name.first - 1] if name.first else None
    kind = before is not None and before.lower in _KINDS and before.tag == "NN"
    return kind or _is_company(doc, name.last - 1)


def _is_company(doc: Document, i: int) -> bool:
    token = doc.tokens[i]
    behind = doc.tokens[i + 1 : i + 3]
    if not behind or i == 0:
        return False
    before, after = doc.tokens[i - 1], behind[0]
    if before.tag == "NN" and before.lower in _KINDS and before.dep in ("compound", "nmod"):
        return True
    if after.lower == "itself":
        return True
    head = doc.tokens[token.head]
    if token.dep in ("compound", "nmod", "poss") and head.lemma in _OWNED and head.i > i:
        # a person may own shares and have a firm's revenue; "Ruiz shares" are none of Ruiz's
        return head.i <= i + 3 and (token.dep != "poss" or head.lower in ("executive", "ceo"))
    if token.dep != "nsubj":
        return False
    if after.text == "," and len(behind) > 1 and behind[1].lower == "which":
        return True
    by_how_much = {t.lower for t in doc.tokens[head.i + 1 : head.i + 4]}
    return head.lemma in _PRICED and bool(_PERCENT & by_how_much)


def _is_club(doc: Document, i: int) -> bool:
    token = doc.tokens[i]
    if i == 0 or i + 1 >= len(doc.tokens):
        return False
    after = doc.tokens[i + 1]
    if after.lower in _PLAYERS and after.tag in ("NN", "NNS"):
        return token.dep in ("compound", "nmod") and token.head == after.i
    verb = doc.tokens[token.head]
    finite = [doc.tokens[k].lower for k in (*doc.children_of(verb.i, "aux", "auxpass"), verb.i)]
    one = not doc.children_of(i, "conj", "compound", "cc", "appos") and token.dep == "nsubj"
    listed = doc.tokens[i - 1].pos == "CCONJ"
    return one and not listed and after.lower in _MANY and after.lower in finite
