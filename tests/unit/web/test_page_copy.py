"""What came from an address becomes the copy of a source: its main text, and what it says of itself."""

from __future__ import annotations

import sys

import pytest

from standfirst.model import Id
from standfirst.problems.errors import UsageError
from standfirst.reading.copy_formats import CopyFormat
from standfirst.reading.files import CopyFile
from standfirst.sources.copies import read_copy
from standfirst.web.fetching import Fetched
from standfirst.web.page_copy import PageCopy, copy_of_page
from tests.written_copies import Set, pdf_of

SOURCE = Id("courier")
STORY = "".join(f"<p>Paragraph {number} says how the ferry came to be laid up, and by whom.</p>" for number in range(6))
PAGE = f"""\
<!doctype html><html lang="en-GB"><head><title>Pier shut | Courier</title>
<meta property="og:site_name" content="The Arle Courier"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Pier shut</h1>
<p>The café by the pier was closed<sup><a href="#n1">1</a></sup> on 3 March 2025.</p>{STORY}
<table><tr><th>Year</th><th>Passengers</th></tr><tr><td>2024</td><td>3,950</td></tr></table></article>
<div class="related"><h2>Most read</h2><ul><li><a href="/a">Cat in tree</a></li></ul></div>
<footer>All rights reserved.</footer></body></html>
"""


def copied(body: bytes, media_type: str = "text/html", charset: str = "") -> PageCopy:
    return copy_of_page(SOURCE, Fetched("https://courier.example/pier", media_type, charset, body))


def paragraphs(copy: PageCopy) -> tuple[str, ...]:
    return read_copy(CopyFile(f"{SOURCE}{copy.format.ending}", SOURCE, copy.body)).paragraphs


def test_of_a_page_the_main_text_is_kept_and_the_page_as_it_came() -> None:
    copy = copied(PAGE.encode())
    kept = paragraphs(copy)
    assert kept[:2] == ("Pier shut", "The café by the pier was closed on 3 March 2025.")
    assert kept[-4:] == ("Year", "Passengers", "2024", "3,950")
    assert copy.page == PAGE.encode()
    assert copy.words == len(" ".join(kept).split())


def test_what_a_page_says_of_itself_is_told_and_whether_everybody_sees_it() -> None:
    said = copied(PAGE.encode()).said
    assert (said.title, said.publisher, said.language) == ("Pier shut", "The Arle Courier", "en-GB")
    assert (said.kind, said.is_for_all) == ("", True)
    linked = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script></head>'
    )
    said = copied(PAGE.replace("</head>", linked).encode()).said
    assert (said.kind, said.is_for_all) == ("news article", False)


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (PAGE.encode("latin-1"), "iso-8859-1"),
        (PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').encode("latin-1"), ""),
        (PAGE.encode(), "iso-8859-1"),
        (PAGE.encode("utf-16"), ""),
    ],
    ids=["by the server", "by the page", "UTF-8 whatever the server says", "by its first bytes"],
)
def test_the_charset_is_that_of_the_server_or_the_page(body: bytes, charset: str) -> None:
    copy = copied(body, charset=charset)
    assert "café" in paragraphs(copy)[1]
    assert copy.body.decode("utf-8")


def test_a_page_with_few_words_is_told_to_be_short() -> None:
    copy = copied(b"<html><body><div id=app>Please switch JavaScript on.</div></body></html>")
    assert paragraphs(copy) == ("Please switch JavaScript on.",)
    assert copy.is_short


def test_where_no_main_text_is_found_all_of_the_page_is_the_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    # As if it were not installed.
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    copy = copied(PAGE.encode("latin-1"), charset="iso-8859-1")
    assert paragraphs(copy)[1] == "The café by the pier was closed on 3 March 2025."
    assert copy.page is None
    assert not copy.is_short


@pytest.mark.parametrize("body", [b"<html><body><img src=a></body></html>", b"<html>", b""])
def test_a_page_without_a_word_is_refused(body: bytes) -> None:
    with pytest.raises(UsageError, match="no words"):
        copied(body)


def test_a_text_is_kept_as_it_is_in_utf_8() -> None:
    text = "One line of a text.\nAnother line of it.\n\nA second paragraph – of it.\n"
    copy = copied(text.encode("cp1252"), "text/plain", "windows-1252")
    assert (copy.format, copy.body.decode()) == (CopyFormat.TEXT, text)


@pytest.mark.parametrize("before", [b"<!-- a -->" * 40, b"\xef\xbb\xbf \n"])
def test_a_page_that_is_called_something_else_is_a_page(before: bytes) -> None:
    assert copied(before + PAGE.encode(), "application/octet-stream").format is CopyFormat.HTML


def test_comments_before_something_else_make_no_page_of_it() -> None:
    assert copied(b"<!-- a -->" * 40 + b"<p>A piece of a page.", "text/plain").format is CopyFormat.TEXT


def test_what_is_neither_a_page_nor_a_document_is_refused() -> None:
    with pytest.raises(UsageError, match="it is image/png"):
        copied(b"\x89PNG", "image/png")


@pytest.mark.parametrize("media_type", ["application/pdf", "application/octet-stream"])
def test_a_pdf_is_kept_as_it_is_whatever_it_is_called(media_type: str) -> None:
    body = pdf_of([Set(60, 100, "The pier was closed on 3 March 2025.")])
    copy = copied(body, media_type)
    assert (copy.format, copy.body, copy.page) == (CopyFormat.PDF, body, None)
    assert copy.words == 8
    assert not copy.is_short
