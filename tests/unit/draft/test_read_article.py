"""What a file says of the article in it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.draft.article import Article
from standfirst.draft.page_metadata import metadata_of
from standfirst.draft.read_article import article_in
from standfirst.language.dates import parse
from standfirst.model import Id
from standfirst.reading.files import CopyFile
from standfirst.sources.copies import Copy
from tests.written_copies import copy_file, docx_of


def read(text: str, ending: str = "txt", published: str = "") -> tuple[Article, Copy]:
    file = CopyFile(f"article.{ending}", Id("article"), text.encode())
    return article_in(file, parse(published) if published else None)


def paragraphs(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.paragraphs]


def test_offsets_are_those_of_the_file() -> None:
    text = "\n  One line\nand another.\n\n***\n\nThe end of it.\n"
    article, copy = read(text)
    assert article.text == text
    assert paragraphs(article) == ["One line\nand another.", "The end of it."]
    assert copy.paragraphs == ("One line and another.", "The end of it.")


def test_lines_that_were_broken_to_a_width_are_one_paragraph() -> None:
    lines = ["The council closed the bridge over the river", "Arle on Monday, after an inspector had found a"]
    text = "\n".join([*lines, "crack in the third of its five old arches that", "nobody had seen."])
    article, copy = read(text)
    assert paragraphs(article) == [text]
    assert len(copy.paragraphs) == 1
    assert article.sentences == ((0, len(text)),)


def test_the_head_of_a_text_names_headline_authors_and_day() -> None:
    article, _ = read(
        "Bridge shut after crack\n\nBy Ann Lee and Bo Ray\n\nMarch 4, 2025\n\nIt was shut on Monday.\n\nSo."
    )
    assert (article.title, article.authors) == ("Bridge shut after crack", ("Ann Lee", "Bo Ray"))
    assert article.published == parse("2025-03-04")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "day",
    ["4 March 2025", "Tuesday 4 March 2025, 06:40", "Published: March 4, 2025 at 6:40 pm GMT", "4 March 2025 | 18.05"],
)
def test_the_head_may_have_its_lines_close_together_and_a_time_behind_the_day(between: str, day: str) -> None:
    head = between.join(["Bridge shut after crack", "By Ann Lee and Bo Ray", "The Arle Observer", day])
    article, _ = read(f"{head}\n\nIt was shut on 3 March 2025.\n\nSo.")
    assert (article.title, article.authors) == ("Bridge shut after crack", ("Ann Lee", "Bo Ray"))
    assert article.published == parse("2025-03-04")
    sentences = [article.text[slice(*each)] for each in article.sentences]
    assert sentences[:4] == head.split(between)


def test_lines_of_a_body_below_a_byline_are_no_head() -> None:
    article, _ = read("By Ann Lee\n4 March 2025\nThe bridge was shut on Monday\nafter a crack. It stays so.\n\nSo.")
    assert (article.title, article.published) == ("", parse("2025-03-04"))
    assert [article.text[slice(*each)] for each in article.sentences][2:] == [
        "The bridge was shut on Monday\nafter a crack.",
        "It stays so.",
        "So.",
    ]


@pytest.mark.parametrize("text", ["It was shut.\n\nNobody knows why.", "One line", "By all means\n\nsay by whom"])
def test_a_text_without_a_head_has_no_headline(text: str) -> None:
    article, _ = read(text)
    assert (article.title, article.authors, article.published) == ("", (), None)


def test_the_day_that_is_given_goes_before_that_of_the_text() -> None:
    article, _ = read("Bridge shut\n\nMarch 4, 2025\n\nIt was shut on Monday.", published="2025-03-05")
    assert article.published == parse("2025-03-05")


def page(head: str = "", body: str = "<p>The bridge was shut on Monday.</p>") -> str:
    return f"<!doctype html><html lang=en-GB><head>{head}</head><body><article>{body}</article></body></html>"


def linked(**keys: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(keys)}</script>'


def test_a_page_says_what_it_is_in_linked_data() -> None:
    article = {
        "@type": ["NewsArticle"],
        "headline": "Bridge shut",
        "author": [{"name": "Ann Lee"}, {"name": "Bo Ray"}],
        "publisher": {"name": "The Courier"},
        "datePublished": "2025-03-04T23:30:00-05:00",
        "mainEntityOfPage": {"@id": "https://courier.example/bridge"},
    }
    said = metadata_of(page(linked(**{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, article]})))
    assert (said.title, said.authors, said.publisher) == ("Bridge shut", ("Ann Lee", "Bo Ray"), "The Courier")
    # The day is the one that the newsroom wrote, whatever day it was elsewhere.
    assert said.published == parse("2025-03-04")
    assert (said.language, said.url) == ("en-GB", "https://courier.example/bridge")


@pytest.mark.parametrize(
    ("head", "body", "key", "value"),
    [
        ('<meta property="og:title" content="Bridge  shut">', "", "title", "Bridge shut"),
        ("<title>Bridge shut</title>", "", "title", "Bridge shut"),
        ("<title>Courier</title>", "<h1>Bridge <b>shut</b></h1>", "title", "Bridge shut"),
        ('<meta name="author" content="By Ann Lee, Bo Ray">', "", "authors", ("Ann Lee", "Bo Ray")),
        ('<meta property="article:author" content="https://a.example/lee">', "", "authors", ()),
        ("", '<a rel="author" href="/lee">Ann Lee</a>', "authors", ("Ann Lee",)),
        ('<meta name="pubdate" content="20250304">', "", "published", parse("2025-03-04")),
        ("", '<time datetime="2025-03-04 10:00">Tuesday</time>', "published", parse("2025-03-04")),
        ('<meta name="date" content="2025-13-45">', "", "published", None),
        ('<meta property="og:site_name" content="The Courier">', "", "publisher", "The Courier"),
        ('<link rel="canonical" href="/bridge"><meta property="og:url" content="https://c.example/b">', "", "url",
         "https://c.example/b"),
        ('<script type="application/ld+json">{"headline": </script><title>Shut</title>', "", "title", "Shut"),
    ],
)  # fmt: skip
def test_a_page_says_what_it_is_in_other_ways(head: str, body: str, key: str, value: object) -> None:
    assert getattr(metadata_of(page(head, body)), key) == value


def test_the_text_of_a_page_is_its_paragraphs() -> None:
    article, copy = read(page("<title>Shut</title>", "<p>One.</p><p>Two 😀 <i>words</i>.</p>"), "html")
    assert paragraphs(article) == list(copy.paragraphs) == ["One.", "Two 😀 words."]


@given(st.text(), st.sampled_from(["txt", "html"]))
def test_any_text_with_a_word_is_an_article(text: str, ending: str) -> None:
    article, copy = read(f"Words of a text.\n\n{text}", ending)
    assert len(article.paragraphs) == len(copy.paragraphs)
    metadata_of(text)


def test_an_article_in_another_format_has_the_paragraphs_of_its_copy_and_its_head() -> None:
    head = ("Bridge shut after crack", "By Ann Lee", "March 4, 2025")
    said = "It was shut on Monday, said the inspector, who had seen the crack."
    file = copy_file("docx", docx_of(*head, said, "Nobody had known."))
    article, copy = article_in(file)
    assert tuple(paragraphs(article)) == copy.paragraphs == (*head, said, "Nobody had known.")
    assert (article.title, article.authors, article.published) == (head[0], ("Ann Lee",), parse("2025-03-04"))
