"""Files of the formats that are read, made on the spot."""

from __future__ import annotations

import io
from email.message import EmailMessage

BODY = (
    "The harbour master closed the east quay on Friday after a crane slipped off its rails.",
    "Divers arrive from Gdynia on Monday, and the quay stays shut until they have looked at it.",
)


def pdf(lines: list[str], *, password: str = "") -> bytes:
    """A PDF of one page, written with no library: Helvetica, a line below the other."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 11 Tf 60 760 Td 14 TL {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\n" % table
    data += b"startxref\n%d\n%%%%EOF\n" % data.index(b"xref")
    if not password:
        return data
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


def word(title: str, paragraphs: tuple[str, ...]) -> bytes:
    """A Word file with a title."""
    from docx import Document

    document = Document()
    document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def mail(date: str, *, html: str = "", text: str = "") -> bytes:
    """A mail with a plain body, an HTML body, or both."""
    message = EmailMessage()
    message["Subject"] = "Quay closed"
    message["Date"] = date
    if text:
        message.set_content(text)
    if html and text:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    return message.as_bytes()


def page(head: str = "") -> bytes:
    """A web page with menu and footer around an article."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    return (
        f"<!DOCTYPE html><html><head><title>Quay closed – The Port Paper</title>{head}</head><body>"
        f"<nav><a href='/'>Front page</a> <a href='/sport'>Sport</a></nav><article>"
        f"<h1>Quay closed</h1>{paragraphs}</article><footer>© The Port Paper</footer></body></html>"
    ).encode()


def rss(*items: tuple[str, str, str]) -> bytes:
    """A feed of (title, date, HTML)."""
    entries = "".join(
        f"<item><title>{title}</title><pubDate>{date}</pubDate>"
        f"<link>https://port.example/{number}</link>"
        f"<description><![CDATA[{html}]]></description></item>"
        for number, (title, date, html) in enumerate(items)
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Port</title>{entries}'
        "</channel></rss>"
    ).encode()
