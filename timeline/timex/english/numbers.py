"""Spelled-out and written numbers: "two and a half", "1,200", "5 1/2", "nineteen ninety-six"."""

from __future__ import annotations

from timeline.timex.words import ordered

_ONES = ordered(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
    """
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = ordered(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
)

SMALL: dict[str, int] = {word: n for n, word in enumerate(_ONES, 1)}
SMALL |= {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
ORDINAL: dict[str, int] = {word: n for n, word in enumerate(_ORDINALS, 1)}
ORDINAL |= {"thirtieth": 30}
ORDINAL |= {
    f"{tens}{dash}{word}": 10 * n + k
    for n, tens in enumerate(_TENS, 2)
    for k, word in enumerate(_ORDINALS[:9], 1)
    for dash in "- "
}

_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,2})?(?:[ -]\d/\d|#)?"
_WORD = (
    rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[:9])}))?"
    rf"|{'|'.join(sorted(_ONES, key=len, reverse=True))}"
)
WORDS = (
    rf"(?:{_WORD})(?:[ -](?:hundred|thousand|million))*(?: (?:and )?(?:{_WORD}))?"
    r"|(?:a )?(?:hundred|thousand|dozen)"
)
NUMBER = rf"(?:{_DIGITS}|{WORDS})(?: and a (?:half|quarter))?"
VAGUE = (
    r"a few|few|several|some|many|numerous|countless|various|a couple(?: of)?|couple(?: of)?"
    r"|a number of|a handful of|dozens of|hundreds of|thousands of|a dozen"
    r"|two or three|three or four"
)
_SURE_FEW = {"a couple": 2, "a couple of": 2, "couple": 2, "couple of": 2, "a dozen": 12}
# "twenty-first" by its two halves: spelling out all 144 would treble the size of the whole grammar
ORDINAL_WORD = (
    rf"(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_ORDINALS[:9])})"
    rf"|{'|'.join(sorted([*_ORDINALS, 'thirtieth'], key=len, reverse=True))}"
)
YEAR_WORDS = (
    r"(?:seventeen|eighteen|nineteen|twenty)[ -](?:hundred"
    rf"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{'|'.join(_ONES[:9])}))?"
    r"|(?:oh|o)[ -](?:one|two|three|four|five|six|seven|eight|nine)"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    rf"|two[ ]thousand(?:[ ](?:and[ ])?(?:(?:twenty|thirty|forty|fifty)"
    rf"(?:[ -](?:{'|'.join(_ONES[:9])}))?|{'|'.join(_ONES)}))?"
)


def number(words: str) -> float | None:
    """The value of a number in digits or words; None if it is vague ("several") or no number.

    Args:
        words: lower-case text such as "two and a half", "1,200" or "a couple of".
    """
    words = " ".join(words.split())
    if words in _SURE_FEW:
        return float(_SURE_FEW[words])
    extra = 0.0
    for tail, worth in ((" and a half", 0.5), (" and a quarter", 0.25), ("#", 0.5)):
        if words.endswith(tail):
            words, extra = words[: -len(tail)], worth
    if words in ("a", "an", "one", "another", "each", "every"):
        return 1 + extra
    if words in ("half a", "half an", "a half", "half"):
        return 0.5
    if words and words[0].isdigit():
        whole, _, fraction = words.replace("-", " ").partition(" ")
        if "/" in fraction:
            top, _, bottom = fraction.partition("/")
            extra += int(top) / int(bottom) if int(bottom) else 0
        return float(whole.replace(",", "")) + extra
    total, current, seen = 0, 0, False
    for word in words.replace("-", " ").split():
        if word in SMALL:
            current += SMALL[word]
        elif word == "dozen":
            current = max(current, 1) * 12
        elif word in _SCALE:
            current = max(current, 1) * _SCALE[word]
            if _SCALE[word] > 100:
                total, current = total + current, 0
        elif word not in ("and", "a"):
            return None
        seen = seen or word not in ("and", "a")
    return total + current + extra if seen else None


def ordinal(words: str) -> int | None:
    """The value of "third", "3rd", "twenty-first" or "last" (-1); None if it is none of these."""
    words = " ".join(words.split())
    if words in ("last", "final"):
        return -1
    if words[:7] in ("twenty ", "twenty-", "thirty ", "thirty-") and words[7:] in SMALL:
        return SMALL[words[:6]] + SMALL[words[7:]]  # "May twenty-nine", as it is spoken
    if words[:1].isdigit():
        return int(words.rstrip("stndrh"))
    return ORDINAL.get(words)


def year_words(words: str) -> int | None:
    """The year that "nineteen ninety-six" or "two thousand and four" spells."""
    parts = words.replace("-", " ").split()
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(SMALL.get(part, 0) for part in parts[2:])
    if len(parts) < 2:
        return None
    head = SMALL.get(parts[0], 0)
    if parts[1] == "hundred":
        return head * 100
    return head * 100 + sum(SMALL.get(part, 0) for part in parts[1:])
