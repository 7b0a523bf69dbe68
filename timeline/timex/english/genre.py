"""Whether an English text is news, narrative or a message, by the words it tells time with."""

from __future__ import annotations

import re
from datetime import date

from timeline.timex.genre import Genre, news_or_narrative
from timeline.timex.patterns import Pattern

_HEAD = 240  # characters in which a dateline stands
_MESSAGE = 320  # no message is longer
_HISTORY = 4  # no message gives so many years
# words of someone who tells of his own day
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_HERE_AND_NOW = Pattern(
    # "Sunday, 9 May" is a date, not a day of this week; "Bloody Sunday" a name
    rf"\b(?P<dated>{_WEEKDAY},?[ \n](?:the[ \n])?(?:\d|january|february|march|april|may|june|july"
    r"|august|september|october|november|december)"
    rf"|(?:bloody|easter|palm|good|black|red)[ \n]{_WEEKDAY})"
    rf"|\b(?:(?P<now>yesterday|tomorrow|tonight|{_WEEKDAY})"
    r"|today|ago|said|says|told|reporters|spokes(?:man|woman|person)"
    r"|(?:last|this|next)[ \n](?:week|month|night|year|morning|weekend))\b"
)
_YEAR = Pattern(
    r"(?:\b(?:in|since|by|until|from|to|of|after|before|during|early|late|around|c\.|january"
    r"|february|march|april|may|june|july|august|september|october|november|december)|,|\d|\()"
    r"[ \n](?P<y>1\d{3}|20\d\d)\b"
    r"|(?:\b(?:in|since|until|circa|year|around|about|when|(?:winter|spring|summer|autumn|january|february"
    r"|march|april|may|june|july|august|september|october|november|december)(?:[ \n]of)?)|\bc\.)"
    r"[ \n](?P<y2>[1-9]\d\d)"
    r"(?:[,.;)]|[ \n]-|[ \n](?:BCE?|AD|CE|an?|the|he|she|it|they|his|her|when|by|and|was)\b)"
    r"|(?:(?-i:\bIn)|\byear)[ \n](?P<y3>[1-9]\d\d)[ \n](?-i:[A-Z])[a-z]"
)
_CHAT = re.compile(
    rb"[#@]\w|https?:|\.\.|!|[?]{2}|[:;=]['-]?[()DPp/]|\bRT\b|(?:\b[A-Z]{2,}\W+){4}"
    rb"|(?i:\d(?:hrs?|mins?|days?|wks?|mths?|yrs?)\b)"
    rb"|(?i:\b(?:lol|2nite|tonite|nite|ha(?:ha)+h?|he+he*h|omg|tmrw?|tmw|tml|tdy|2day|wknd|u|ur"
    rb"|pls|plz|thx|bday|gonna|wanna|gotta|im|dont|cant|wont|havnt|theres|wtf|gd|nw|abt|btw|idk"
    rb"|cos|ya+y|u+gh|wow|hey|hello|yeah|yep|nah|damn|shit|fuck\w*)\b)"
    rb"|\b(?:I|[Mm]y|me|[Yy]our?|[Ww]e|[Uu]s|[Oo]ur|[Ll]et's)\b"
)
# a line that begins small or just stops
_OPEN = re.compile(rb"^[a-z]|[A-Za-z0-9]$")


def has_chat(flat: bytes) -> bool:
    """Whether a text has what only chat has: hashtags, links, smileys, "lol"."""
    return _CHAT.search(flat) is not None


def genre_of(flat: bytes, anchor: date) -> Genre:
    """The kind of a text.

    A message is a line of chat; `news_or_narrative` tells the others apart.

    Args:
        flat: the text, one byte a character.
        anchor: the day the text was written.
    """
    if len(flat) <= _MESSAGE and sum(1 for _ in _YEAR.all(flat, 0, len(flat))) < _HISTORY:
        line = flat.strip()
        if b"\n\n" not in line and (_OPEN.search(line) or has_chat(line)):
            return Genre.MESSAGE
    head = flat[:_HEAD].lower()
    month = f"{anchor:%B}".lower()
    day_first, month_first = f"{anchor.day} {month} {anchor.year}", f"{month} {anchor.day}, "
    if day_first.encode() in head or f"{month_first}{anchor.year}".encode() in head:
        return Genre.NEWS  # a dateline: it was written on the day that it tells of
    return news_or_narrative(flat, anchor, _YEAR, _HERE_AND_NOW)
