"""Web pages, PDF, Word, mail, feeds, tables and addresses, read into articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.formats import BODY, mail, page, pdf, rss, word
from timeline.model import Article
from timeline.reading import ArticleError, open_address, open_bytes
from timeline.reading.draft import local_day
from timeline.reading.formats import SUFFIXES
from timeline.reading.markup import plain_text
from timeline.reading.pdf import paragraphs

DAY = date(2025, 10, 25)
DATED = "date 2025-10-25"
PUBLISHED = '<meta property="article:published_time" content="2025-10-25T23:30:00-04:00">'


def lines(article: Article) -> list[str]:
    return [line for line in article.text[article.body_start :].splitlines() if line.strip()]


def test_a_web_page_gives_its_article_without_the_menu_and_its_publishers_own_day() -> None:
    article = open_bytes(page(PUBLISHED), name="quay.html").only
    assert article.title == "Quay closed"
    assert (article.date, article.date_source) == (DAY, "page's metadata")
    assert lines(article)[-2:] == list(BODY)
    assert "Sport" not in article.text


def test_a_web_page_without_a_date_is_not_dated_by_a_day_that_it_tells_of() -> None:
    told = page().replace(b"on Friday", b"on 24 October 2025")
    with pytest.raises(ArticleError, match="date is not in its first lines"):
        open_bytes(told, name="quay.html")
    assert open_bytes(told, date="2025-10-25").only.date == DAY


def test_a_page_is_known_by_its_first_words_and_a_pdf_by_its_first_bytes() -> None:
    assert open_bytes(page(PUBLISHED), name="").only.title == "Quay closed"
    assert lines(open_bytes(pdf([DATED, "", BODY[0]])).only) == [BODY[0]]


def test_the_lines_of_a_pdf_are_made_whole_again() -> None:
    printed = "\n".join(
        [
            "The harbour master closed the east quay on Fri-",
            "day after a crane slipped off its rails near the",
            "old mole.",
            "Divers arrive from Gdynia on Monday, she said on",
            "the radio.",
        ]
    )
    assert paragraphs(printed).split("\n\n") == [
        "The harbour master closed the east quay on Friday after a crane slipped off its rails near"
        " the old mole.",
        "Divers arrive from Gdynia on Monday, she said on the radio.",
    ]


def test_a_word_file_gives_its_paragraphs_and_title() -> None:
    article = open_bytes(word("Quay closed", (DATED, *BODY)), name="quay.docx", date=DAY).only
    assert article.title == "Quay closed"
    assert lines(article)[-2:] == list(BODY)


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ("Sat, 25 Oct 2025 23:50:00 -0700", DAY),  # already Sunday in Greenwich
        ("Sun, 26 Oct 2025 00:10:00 +0900", date(2025, 10, 26)),  # still Saturday there
    ],
)
def test_a_mail_is_dated_where_it_was_sent(sent: str, day: date) -> None:
    article = open_bytes(mail(sent, text="\n\n".join(BODY)), name="a.eml").only
    assert (article.date, article.title) == (day, "Quay closed")
    assert article.date_source == "mail's date"
    assert lines(article) == list(BODY)


def test_a_mail_in_html_alone_is_read_as_text() -> None:
    html = f"<style>p {{ color: red }}</style><p>{BODY[0]}</p><p>{BODY[1]}</p>"
    article = open_bytes(mail("Sat, 25 Oct 2025 09:00:00 +0000", html=html), name="a.eml").only
    assert lines(article) == list(BODY)


def test_each_entry_of_a_feed_is_an_article_on_its_own_day() -> None:
    feed = rss(
        ("Quay closed", "Sat, 25 Oct 2025 23:50:00 -0700", f"<p>{BODY[0]}</p>"),
        ("Divers come", "Mon, 27 Oct 2025 08:00:00 +0100", f"<p>{BODY[1]}</p>"),
    )
    for name in ("port.rss", "port.xml", ""):
        articles = open_bytes(feed, name=name).articles
        assert [a.date for a in articles] == [DAY, date(2025, 10, 27)]
        assert [a.title for a in articles] == ["Quay closed", "Divers come"]
        assert [a.source_url for a in articles] == [f"https://port.example/{n}" for n in (0, 1)]
        assert [lines(a) for a in articles] == [[BODY[0]], [BODY[1]]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_each_row_of_a_table_is_an_article(delimiter: str) -> None:
    rows = [("Headline", "Published", "Text"), ("Quay", "2025-10-25", BODY[0])]
    rows += [("No day", "soon", BODY[1]), ("Undated", "", BODY[1])]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    batch = open_bytes(text.encode("utf-8-sig"), name="port.csv", date="2025-10-27")
    assert [(a.title, a.date) for a in batch.articles] == [
        ("Quay", DAY),
        ("Undated", date(2025, 10, 27)),
    ]
    ((row, error),) = batch.problems
    assert row == "row 3"
    assert "'soon' is no date" in error.message


def test_json_lines_and_a_json_array_hold_the_same_articles() -> None:
    rows = [
        {"text": BODY[0], "date": "2025-10-25", "url": "https://port.example/a"},
        {"text": BODY[1], "date": "2025-10-27T08:00:00Z"},
    ]
    by_line = open_bytes("\n".join(map(json.dumps, rows)).encode(), name="a.jsonl").articles
    assert by_line == open_bytes(json.dumps(rows).encode(), name="a.json").articles
    assert [a.date.day for a in by_line] == [25, 27]
    assert by_line[0].source_url == "https://port.example/a"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.pdf", pdf([]), "pages are pictures"),
        ("a.pdf", pdf([BODY[0]], password="tide"), "locked with a password"),
        ("a.pdf", pdf([BODY[0]])[:200], "PDF is damaged"),
        ("a.docx", b"PK\x03\x04 nothing", "no Word file"),
        ("a.eml", b"Subject: Quay\n\n", "no text"),
        ("a.html", b"<html><body></body></html>", "No article was found"),
        ("a.rss", b"<rss></rss>", "no article in this feed"),
        ("a.csv", b"name,age\r\nAda,36", "there are: name, age"),
        ("a.csv", b"text,date\r\n", "no article in this file"),
        ("a.csv", b"text,date\r\nMoss left.,soon", "row 2: 'soon' is no date"),
        ("a.jsonl", b"{broken", "not JSON Lines"),
        ("a.jsonl", b"[1, 2]", "item 1 is no object"),
        ("a.jsonl", b"", "no article in this file"),
        ("a.jsonl", b'{"name": "Ada"}', "there are: name"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(name: str, data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message) as caught:
        open_bytes(data, name=name)
    assert caught.value.hint


@given(st.sampled_from(SUFFIXES), st.binary(max_size=300))
def test_any_bytes_under_any_name_give_articles_or_a_clear_error(suffix: str, data: bytes) -> None:
    try:
        batch = open_bytes(data, name=f"a{suffix}", date=DAY)
    except ArticleError as error:
        assert error.hint
    else:
        assert all(any(map(str.isalnum, a.text)) for a in batch.articles)


@given(st.text(max_size=200))
def test_markup_never_fails_and_leaves_no_blank_line_at_the_ends(html: str) -> None:
    text = plain_text(html)
    assert text == text.strip()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2025-10-25", DAY),
        ("2025-10-25T23:30:00-04:00", DAY),
        ("Sat, 25 Oct 2025 23:30:00 EST", DAY),
        ("2025-13-25", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_time_stamp_is_a_day_where_it_was_written(words: str, day: date | None) -> None:
    assert local_day(words) == day


_PAGES = {
    "/quay": ("text/html; charset=utf-8", page(PUBLISHED)),
    "/feed": ("application/rss+xml", rss(("Quay", "Sat, 25 Oct 2025 09:00:00 GMT", BODY[0]))),
    "/plain.txt": ("text/plain", f"{DATED} {BODY[0]}".encode()),
    "/sheet": ("application/vnd.ms-excel", b"\xd0\xcf\x11\xe0"),
}


class _Site(BaseHTTPRequestHandler):
    """A page, a feed, a text, a file of another kind, and a page that moved."""

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/quay")
            self.end_headers()
            return
        kind, body = _PAGES.get(self.path, ("", b""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/quay", "/moved", "/feed", "/plain.txt"])
def test_an_address_is_fetched_and_read_by_what_it_holds(site: str, path: str) -> None:
    article = open_address(site + path).only
    assert article.date == DAY
    assert BODY[0] in article.text
    if path != "/feed":
        assert article.source_url == site + ("/quay" if path == "/moved" else path)


@pytest.mark.parametrize(
    ("path", "message"), [("/none", "says 404"), ("/sheet", "old Word or Excel file")]
)
def test_an_address_that_gives_no_article_says_so(site: str, path: str, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        open_address(site + path)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://port.example/a", "quay"])
def test_only_addresses_on_the_web_are_fetched(url: str) -> None:
    with pytest.raises(ArticleError, match="not an address on the web"):
        open_address(url)


def test_a_server_that_does_not_answer_is_a_clear_error() -> None:
    with pytest.raises(ArticleError, match="cannot be reached"):
        open_address("http://127.0.0.1:9/")
