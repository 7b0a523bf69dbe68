"""Mail (.eml): newsletters and press releases, with the day that they were sent."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from timeline.reading.draft import Draft, local_day
from timeline.reading.errors import ArticleError
from timeline.reading.markup import plain_text


def read_mail(data: bytes) -> Draft:
    """Read the body of a mail: its plain text, or else its HTML.

    Args:
        data: the whole message with its header.

    Raises:
        ArticleError: if it has neither.
    """
    message = message_from_bytes(data, _class=EmailMessage, policy=default)
    words = str(message["Date"] or "")
    day = local_day(words)
    body = message.get_body(preferencelist=("plain", "html"))
    try:
        text = str(body.get_content()) if body is not None else ""
    except (LookupError, KeyError, ValueError) as error:
        raise ArticleError("The text of this mail cannot be read.", "Paste it.") from error
    if body is not None and body.get_content_subtype() == "html":
        text = plain_text(text)
    if not text.strip():
        raise ArticleError("This mail has no text.", "Open its attachment and give that.")
    return Draft(
        text,
        title=str(message["Subject"] or ""),
        day=day,
        source="mail's date" if day else "",
        words=words if day else "",
    )
