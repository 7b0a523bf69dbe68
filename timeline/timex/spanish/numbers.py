"""Spelled-out and written numbers: "dos y medio", "1.200", "treinta y uno", "mil novecientos"."""

from __future__ import annotations

from timeline.timex.words import ordered

_ONES = ordered(
    """
    uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
    dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres
    veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve
    """
)
_TENS = ordered("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_HUNDREDS = ordered(
    """
    cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos
    novecientos
    """
)
_ORDINALS = ordered(
    """
    primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo undecimo
    duodecimo
    """
)

SMALL: dict[str, int] = {word: n for n, word in enumerate(_ONES, 1)}
SMALL |= {"un": 1, "una": 1, "veintiun": 21, "veintiuna": 21}
SMALL |= {word: 10 * n for n, word in enumerate(_TENS, 3)}
SMALL |= {word: 100 * n for n, word in enumerate(_HUNDREDS, 1)}
SMALL |= {word[:-2] + "as": 100 * n for n, word in enumerate(_HUNDREDS[1:], 2)}
SMALL["ciento"] = 100
GROUPS = {"decena": 10, "docena": 12, "quincena": 15, "veintena": 20, "treintena": 30}
GROUPS |= {"cuarentena": 40, "cincuentena": 50, "centena": 100, "centenar": 100}
ORDINAL: dict[str, int] = {word: n for n, word in enumerate(_ORDINALS, 1)}
ORDINAL |= {word[:-1] + "a": n for n, word in enumerate(_ORDINALS, 1)}
ORDINAL |= {"primer": 1, "tercer": 3, "penultimo": -2, "penultima": -2}
ORDINAL |= {"ultimo": -1, "ultima": -1}

_UNIT_WORDS = "|".join(sorted((*_ONES, "un", "una"), key=len, reverse=True))
_BELOW = (
    rf"(?:(?:{'|'.join(_TENS)})(?: y (?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?"
    rf"|veinti[uU]n[oa]?|{_UNIT_WORDS})"
)
_HUNDRED = (
    rf"(?:(?:cien(?:to)?|{'|'.join(word[:-2] + '[oa]s' for word in _HUNDREDS[1:])})(?: {_BELOW})?)"
)
WORDS = rf"(?:(?:(?:{_HUNDRED}|{_BELOW}) )?mil(?: (?:{_HUNDRED}|{_BELOW}))?|{_HUNDRED}|{_BELOW})"
_DIGITS = r"\d{1,3}(?:\.\d{3})+|\d{1,6}(?:,\d{1,2})?"
NUMBER = rf"(?:{_DIGITS}|un par de|(?:un[ao]?|media) (?:{'|'.join(GROUPS)})(?: de)?|{WORDS})"
VAGUE = (
    r"(?:un[oa]s )?(?:pocos|pocas|cuantos|cuantas)|unos|unas|varios|varias|algunos|algunas|muchos"
    r"|muchas|muchisimos|muchisimas|numerosos|numerosas|demasiados|demasiadas|bastantes|tantos|tantas"
    r"|diversos|diversas|sucesivos|decenas de|docenas de|cientos de|centenares de|miles de"
    r"|dos o tres|tres o cuatro"
)
ORDINAL_WORD = "|".join(sorted(ORDINAL, key=len, reverse=True))
YEAR_WORDS = (
    rf"(?:mil (?:quinient|seiscient|setecient|ochocient|novecient)os(?: {_BELOW})?"
    rf"|dos mil(?: {_BELOW})?)"
)


def number(words: str) -> float | None:
    """The value of a number in digits or words; None if it is vague ("varios") or no number.

    Args:
        words: lower-case plain text such as "treinta y dos", "1.200" or "un par de".
    """
    words = " ".join(words.split())
    if words in ("un par de", "par de"):
        return 2.0
    if words in ("medio", "media"):
        return 0.5
    if words[:1].isdigit():
        return float(words.replace(".", "").replace(",", "."))
    total, current, seen = 0, 0, False
    for word in words.split():
        if word in GROUPS:
            current = GROUPS[word] if words[:5] != "media" else GROUPS[word] // 2
        elif word == "mil":
            total, current = max(current, 1) * 1000, 0
        elif word in SMALL:
            current += SMALL[word]
        elif word in ("y", "de", "media"):
            continue
        else:
            return None
        seen = True
    return float(total + current) if seen else None


def ordinal(words: str) -> int | None:
    """The value of "tercer", "3o" or "ultimo" (-1); None if it is none of these."""
    words = words.strip()
    if words[:1].isdigit():
        return int(words.rstrip(".aoer"))
    return ORDINAL.get(words)


def roman(digits: str) -> int | None:
    """The value of a Roman number up to thirty-nine; None if it is not written as one."""
    known = {"I": 1, "V": 5, "X": 10}
    values = [known[letter] for letter in digits.upper()]
    total = sum(
        -value if any(later > value for later in values[i + 1 : i + 2]) else value
        for i, value in enumerate(values)
    )
    tens, rest = divmod(total, 10)
    written = "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[rest]
    return total if written == digits.upper() else None
