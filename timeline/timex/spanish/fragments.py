"""Spanish words for months, weekdays, units and numbers, as fragments that rules are built of."""

from __future__ import annotations

from timeline.timex.patterns import S
from timeline.timex.spanish import numbers
from timeline.timex.words import ordered

_MONTHS = ordered(
    """
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    """
)
MONTHS = {name[:3]: n for n, name in enumerate(_MONTHS, 1)} | {"set": 9}
_DAYS = ordered("lunes martes miercoles jueves viernes sabado domingo")
WEEKDAYS = {name[:3]: n for n, name in enumerate(_DAYS)}
_UNIT = (
    "segundo|minuto|hora|dia|noche|semana|quincena|mes|bimestre|trimestre|cuatrimestre"
    "|semestre|ano|bienio|trienio|cuatrienio|quinquenio|sexenio|lustro|decenio|decada|siglo|milenio"
)
_UNITS = (
    "segundos?|minutos?|horas?|dias?|noches?|semanas?|quincenas?|mes(?:es)?|bimestres?"
    "|trimestres?|cuatrimestres?|semestres?|anos?|(?:bi|tri|cuatri|quinqu|sex)enios?|lustros?|decenios?|decadas?|siglos?|milenios?"
    r"|fin(?:es)?{S}de{S}semana|min|hrs?|h|segs?"
).replace("{S}", S)

FRAGMENTS: dict[str, str] = {
    "S": S,
    "EL": r"(?:(?:el|la|los|las){S})?".replace("{S}", S),
    "MONTH": rf"(?:{'|'.join(_MONTHS)}|setiembre"
    r"|(?:ene|feb|mar|abr|jun|jul|ago|sep|sept|set|oct|nov|dic)\.?)",
    "BARE_MONTH": rf"(?:{'|'.join(_MONTHS)}|setiembre)",
    "WEEKDAY": rf"(?:{'|'.join(_DAYS)})",
    "WDAY": rf"(?:{'|'.join(_DAYS)}|(?:lun|mar|mie|jue|vie|sab|dom)\.)",
    "DAY": r"(?:(?:0?[1-9]|[12]\d|3[01])|1o|1ro|primero|uno|dos|tres|cuatro|cinco|seis|siete|ocho"
    r"|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte"
    r"|veinti(?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)|treinta(?:{S}y{S}uno)?)".replace(
        "{S}", S
    ),
    "DIGITS": r"(?:0?[1-9]|[12]\d|3[01])",
    "ORD": rf"(?:{numbers.ORDINAL_WORD}|\d{{1,2}}(?:\.?[oa]|er))",
    "YEAR": r"(?:1[0-9]\d\d|20\d\d)",
    "ANY_YEAR": r"(?:[1-9]\d{3}|[12]\.\d{3})",
    "YEAR_WORDS": f"(?:{numbers.YEAR_WORDS})".replace(" ", S),
    "NUM": f"(?:{numbers.NUMBER})".replace(" ", S),
    "COUNT": f"(?:{numbers.NUMBER}|{numbers.VAGUE}|media|medio|otro|otra)".replace(" ", S),
    "VAGUE": f"(?:{numbers.VAGUE})".replace(" ", S),
    "UNIT": f"(?:{_UNIT})",
    "UNITS": f"(?:{_UNITS})",
    "CALUNIT": r"(?:dia|jornada|semana|quincena|mes|bimestre|trimestre|cuatrimestre|semestre|ano"
    r"|lustro|decenio|decada|siglo|milenio|fin{S}de{S}semana|temporada|ejercicio)".replace(
        "{S}", S
    ),
    "SEASON": r"(?:primavera|verano|otono|invierno)",
    "PART": r"(?:mananita|manana|mediodia|tarde|noche|medianoche|madrugada|tardecita)",
    "FUZZ": (
        r"(?:(?:poco|algo|bastante){S}(?:mas|menos){S}de|mas{S}de|menos{S}de|no{S}mas{S}de|cerca"
        r"{S}de|alrededor{S}de|en{S}torno{S}a|aproximadamente|casi|al{S}menos|por{S}lo{S}menos|como"
        r"{S}(?:minimo|maximo|mucho)|a{S}lo{S}sumo|un[oa]s|apenas|escasamente|tan{S}solo|solo"
        r"|solamente|hasta|ya|nada{S}menos{S}que|unicamente|justo|exactamente)"
    ).replace("{S}", S),
    "NEXT": r"(?:proxim[oa]s?|siguientes?|venider[oa]s?|entrantes?)",
    "LAST": r"(?:pasad[oa]s?|ultim[oa]s?|anterior(?:es)?)",
}
_UNIT_NAMES = {
    "segundo": ("second", 1),
    "seg": ("second", 1),
    "minuto": ("minute", 1),
    "min": ("minute", 1),
    "hora": ("hour", 1),
    "hr": ("hour", 1),
    "h": ("hour", 1),
    "dia": ("day", 1),
    "jornada": ("day", 1),
    "noche": ("night", 1),
    "semana": ("week", 1),
    "fin de semana": ("weekend", 1),
    "quincena": ("fortnight", 1),
    "mes": ("month", 1),
    "bimestre": ("month", 2),
    "trimestre": ("month", 3),
    "cuatrimestre": ("month", 4),
    "semestre": ("month", 6),
    "ano": ("year", 1),
    "ejercicio": ("year", 1),
    "temporada": ("year", 1),
    "bienio": ("year", 2),
    "trienio": ("year", 3),
    "cuatrienio": ("year", 4),
    "quinquenio": ("year", 5),
    "sexenio": ("year", 6),
    "lustro": ("year", 5),
    "decenio": ("year", 10),
    "decada": ("year", 10),
    "siglo": ("year", 100),
    "milenio": ("year", 1000),
}
# the calendar's own decade and century, as in "this century"
_CALENDAR = {"decada": "decade", "decenio": "decade", "siglo": "century", "trimestre": "quarter"}
_CALENDAR |= {"semestre": "half", "milenio": "millennium"}


def singular(word: str) -> str:
    """ "meses" → "mes", "fines de semana" → "fin de semana"."""
    word = " ".join(word.lower().split())
    if word.startswith("fin"):
        return "fin de semana"
    if word.startswith("mes"):
        return "mes"
    return word.rstrip("s")


def unit(word: str) -> tuple[str, int]:
    """A unit's plain name and how many of it the word means: "semestre" is six months."""
    return _UNIT_NAMES[singular(word)]


def calendar_unit(word: str) -> str:
    """The unit of the calendar that a word names: "trimestre" is a quarter."""
    name = singular(word)
    return _CALENDAR.get(name) or _UNIT_NAMES[name][0]


def month_number(name: str) -> int:
    """1 to 12 for any spelling."""
    return MONTHS[name[:3].lower()]


def day_number(word: str) -> int:
    """1 to 31 for "21", "primero" or "veintiuno"; 0 for what is none."""
    word = " ".join(word.split())
    if word[:1].isdigit():
        return int(word.rstrip("ro"))
    return int(1 if word == "primero" else numbers.number(word) or 0)


def year_number(digits: str, word: str = "") -> int:
    """A year in digits or words."""
    return int(digits.replace(".", "")) if digits else int(numbers.number(word) or 0)
