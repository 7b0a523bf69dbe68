"""Text, bytes and files read into articles: titles, encodings, addresses, refusals."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading import ArticleError, looks_english, open_bytes, open_file, read_text
from timeline.reading.decode import MAX_BYTES, decode
from timeline.resources import data_path

DATED = "date 2025-10-25 "
ENGLISH = "“Café,” said Zoë – and the mayor left for the station with her friends."


def test_offsets_count_the_characters_that_were_given() -> None:
    text = "\r\n date 2025-10-25 Moss said:\r\n\r\n“Rome.”\r\n"
    article = read_text(text)
    assert article.text == text
    assert article.text[article.body_start :].startswith("Moss said:")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Moss flies to Rome\n\nShe left on Monday.", "Moss flies to Rome"),
        ("Will Moss fly?\n\nShe left on Monday.", "Will Moss fly?"),
        ("## Moss   flies\n\nShe left on Monday.", "Moss flies"),
        ("Moss flies to Rome.\n\nShe left on Monday.", ""),
        ("He called it “a day to remember.”\n\nShe left on Monday.", ""),
        ("Moss flies to Rome\nand she left on Monday.", ""),
        ("Moss flies to Rome", ""),
        ("ROME (AP) — Moss left\n\nShe left on Monday.", ""),
        (f"{'Moss flies and ' * 20}\n\nShe left on Monday.", ""),
    ],
)
def test_a_first_line_is_a_title_if_it_looks_like_one(text: str, title: str) -> None:
    assert read_text(text, date="2025-10-25").title == title


def test_a_given_title_goes_before_the_first_line() -> None:
    article = read_text("Moss flies\n\nShe left.", date="2025-10-25", title=" Her\n own ")
    assert article.title == "Her own"
    assert article.text[article.body_start :] == "She left."


def test_an_article_has_the_same_id_every_time_and_another_on_another_date() -> None:
    first, again = read_text(DATED + ENGLISH), read_text(DATED + ENGLISH)
    other = read_text(DATED + ENGLISH, date="2025-10-26")
    assert first.id == again.id
    assert first.id != other.id
    assert read_text(DATED + ENGLISH, article_id="mine").id == "mine"


@pytest.mark.parametrize("url", ["https://example.org/a?b=1", "HTTP://example.org", ""])
def test_an_address_on_the_web_is_kept(url: str) -> None:
    assert read_text(DATED + ENGLISH, source_url=f" {url} ").source_url == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://example.org/a",
        "example.org",
        "https://",
        "http://[",
        "https://a b",
    ],
)
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(ArticleError, match="not an address on the web"):
        read_text(DATED + ENGLISH, source_url=url)


@pytest.mark.parametrize("text", ["", " \n\t ", "—— …", "date 2025-10-25", "date 2025-10-25 …\n"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(ArticleError, match="empty"):
        read_text(text, date="2025-10-25")


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("cp1252", b""),
    ],
)
def test_text_is_decoded_whatever_its_encoding(encoding: str, mark: bytes) -> None:
    article = open_bytes(mark + (DATED + ENGLISH).encode(encoding)).only
    assert article.text == DATED + ENGLISH


def test_a_text_full_of_letters_from_another_code_page_is_told_by_its_statistics() -> None:
    text = "Министр иностранных дел прибыл в столицу и встретился с президентом страны. " * 5
    assert decode(text.encode("cp1251")) == text


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_any_utf_8_text_is_decoded_as_it_is(text: str) -> None:
    data = text.encode()
    known = (b"PK", b"{\\rtf", b"GIF8", b"\xef\xbb\xbf")
    if not data.startswith(known) and "\ufffd" not in text:
        assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (bytes(range(256)) * 20, "not text"),
        (b"\0" * 100, "not text"),
        (b"%PDF-1.7 ...", "PDF is damaged"),
        (b"PK\x03\x04 word/document.xml", "Word"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xfe\x00", "not text"),
        (b"\x1b[2J" * 50, "not text"),
        (b"a" * (MAX_BYTES + 1), "20 MB at most"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        open_bytes(data, date="2025-10-25")


def test_a_text_that_is_no_single_article_is_refused_with_its_size() -> None:
    with pytest.raises(ArticleError, match=r"1,200,000 characters.*Split it"):
        read_text("Moss left. " * 109_090 + "a" * 10, date="2025-10-25")


@given(st.binary(max_size=400))
def test_any_bytes_give_an_article_or_a_clear_error(data: bytes) -> None:
    try:
        article = open_bytes(data, date="2025-10-25").only
    except ArticleError as error:
        assert error.hint
    else:
        assert "\0" not in article.text


def test_a_few_control_characters_are_replaced_one_for_one() -> None:
    text = DATED + "Moss\x1b left\0 with \ud800 them. " + ENGLISH
    article = read_text(text)
    assert article.text == DATED + "Moss\ufffd left\ufffd with \ufffd them. " + ENGLISH


@pytest.mark.parametrize("name", ["story.txt", "story.md", "story.TXT", "story", "a.b/story"])
def test_text_and_markdown_files_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(DATED + ENGLISH, encoding="utf-8")
    assert open_file(path).only.date == date(2025, 10, 25)


@pytest.mark.parametrize("name", ["a.odt", "a.doc", "a.png", "a.xlsx"])
def test_another_format_is_refused_by_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(DATED + ENGLISH, encoding="utf-8")
    for read in (lambda: open_file(path), lambda: open_bytes(b"x", name=name)):
        with pytest.raises(ArticleError) as caught:
            read()
        assert ".txt" in caught.value.hint


def test_a_file_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        open_file(tmp_path / "none.txt")
    with pytest.raises(ArticleError, match="folder"):
        open_file(tmp_path)
    with pytest.raises(ArticleError, match="cannot be opened"):
        open_file(Path("a\0b"))


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The minister said that he would meet the president of the country on Monday.", True),
        ("Ministers to meet", True),
        (
            "Der Minister sagte am Montag, er werde den Präsidenten in der Hauptstadt treffen.",
            False,
        ),
        ("Le ministre a déclaré lundi qu'il rencontrerait le président dans la capitale.", False),
        (
            "El ministro dijo el lunes que se reuniría con el presidente en la capital del país.",
            False,
        ),
        (
            "De minister zei maandag dat hij de president in de hoofdstad zal ontmoeten is was.",
            False,
        ),
        ("Министр сообщил в понедельник, что встретится с президентом в столице страны.", False),
        ("部长周一表示，他将在首都会见总统。" * 5, False),
    ],
)
def test_the_little_words_tell_english_from_other_languages(text: str, english: bool) -> None:
    assert looks_english(text) is english


SAMPLES = ("toyota-trump-asia", "ports-tour", "battery-court-case")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_can_be_read_as_they_are(name: str) -> None:
    article = open_file(data_path(f"samples/{name}.txt")).only
    assert article.date_source == "first words"
    assert looks_english(article.text)
    assert 250 <= len(article.text.split()) <= 450
