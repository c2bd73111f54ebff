"""The writer's copies: what is the article in them, and what is one paragraph."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language.words import fold, spans_in
from standfirst.model import Id
from standfirst.problems.errors import Problem, SiteError, attempt
from standfirst.reading.files import CopyFile
from standfirst.sources.copies import Copy, read_copy
from standfirst.sources.matching import find_words

ARTICLE = "<p>One two three.</p><p>Four five six.</p>"


def text_copy(body: bytes | str) -> Copy:
    return read_copy(CopyFile("sources/report.txt", Id("report"), body.encode() if isinstance(body, str) else body))


def page_copy(body: bytes | str) -> Copy:
    return read_copy(CopyFile("sources/report.html", Id("report"), body.encode() if isinstance(body, str) else body))


def problem_with(file: CopyFile) -> str:
    with pytest.raises(SiteError) as caught:
        read_copy(file)
    return str(caught.value)


# ---------------------------------------------------------------- text


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One two\nthree.\n\nFour.", ("One two three.", "Four.")),
        ("One two\n \t \n\n\u00a0\nthree.", ("One two", "three.")),
        ("\n\nOne two\nthree.\n\n", ("One two", "three.")),
        ("One two.\n***\nThree.\n", ("One two.", "Three.")),
        ("One two.\n\n***\n\nThree.\n", ("One two.", "Three.")),
        ("One.\r\n  \r\nTwo\r\nthree.\r\n", ("One.", "Two three.")),
        ("One.\r\rTwo\rthree.\r", ("One.", "Two three.")),
        ("\ufeffOne.\n\nTwo.", ("One.", "Two.")),
        ("cafe\u0301 gov\u00adern\u00adment", ("café government",)),
        ("only", ("only",)),
    ],
)
def test_blank_lines_part_the_paragraphs_of_a_text_and_where_there_are_none_line_ends(
    text: str, paragraphs: tuple[str, ...]
) -> None:
    assert text_copy(text).paragraphs == paragraphs


def test_the_size_of_a_copy_is_counted_in_words_and_paragraphs() -> None:
    copy = text_copy("The U.S. said 1,009.\n\n***\n\nNo.")
    assert (copy.words, len(copy.paragraphs)) == (6, 2)


@pytest.mark.parametrize(
    "again", ["One, two!\r\n\r\nThree’s", "  one two\n\n\n\n(three's)", "ONE TWO\n \nThree's\n\n—"]
)
def test_a_copy_saved_again_with_other_punctuation_is_the_same(again: str) -> None:
    assert text_copy(again).digest == text_copy("One two.\n\nThree's.").digest


def test_a_copy_whose_paragraphs_are_parted_elsewhere_is_another() -> None:
    assert text_copy("One two.\n\nThree.").digest != text_copy("One.\n\nTwo three.").digest


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u00ad", "¬", "\x02"])
def test_a_word_that_goes_on_in_the_next_line_is_one_with_its_hyphen_and_without(hyphen: str) -> None:
    text = f"The govern{hyphen}\n  ment of a well{hyphen}\nknown man in 1914-\n1918 was ill –\nand went.\n\nSo."
    copy = read_copy(CopyFile("sources/report.txt", Id("report"), text.encode()))
    for words in ("the government of a well-known man", "a wellknown man in 1914-1918 was ill – and went"):
        assert find_words(words, copy) == 1
    assert find_words("a government of men", copy) is None


def test_the_parts_of_a_word_that_was_broken_are_found_where_they_stand_apart() -> None:
    copy = text_copy("A man who is well-\nknown to all.\n\nHe is well, known as he is.\n")
    assert [find_words(words, copy) for words in ("is well-known to", "is well known as")] == [1, 2]


def test_a_paragraph_may_be_as_long_as_a_book() -> None:
    copy = text_copy("word " * 1_000_000)
    assert (copy.words, len(copy.paragraphs)) == (1_000_000, 1)


def test_places_in_a_copy_know_their_paragraph() -> None:
    copy = text_copy("One two.\n\nThree.\n\nFour five.")
    place = copy.text.index(" three ")
    assert copy.paragraph_at(place) == 2
    assert copy.text[copy.start_of_paragraph_at(place) : copy.end_of_paragraph_at(place)] == " three "
    assert copy.text[copy.start_of_paragraph_at(len(copy.text)) :] == " four five "
    assert copy.end_of_paragraph_at(len(copy.text) - 1) == len(copy.text)
    assert copy.paragraph_running_on(fold("one two three four")) == 1
    assert copy.paragraph_running_on(fold("four five")) == 3
    assert copy.paragraph_running_on(fold("two four")) is None


# ---------------------------------------------------------------- pages


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        ("<p>One <b>two</b> thr<i>ee</i>.</p>", ("One two three.",)),
        ("<p>One<br>two<br/>three.</p>", ("One two three.",)),
        ("<p>inter<wbr>national <a href=x>aid</a> gov&shy;ern\u00adment</p>", ("international aid government",)),
        ("<p>One&nbsp;two &ldquo;three&rdquo; &#8230; caf&eacute; cafe\u0301</p>", ("One two “three” … café café",)),
        ("<div>One <p>two</p> three</div>", ("One", "two", "three")),
        ("One<div>two<div>three<blockquote>four</blockquote></div>five</div>", ("One", "two", "three", "four", "five")),
        ("<p>One<p>two<ul><li>three<li>four</ul><h2>five", ("One", "two", "three", "four", "five")),
        ("<table><caption>One<tr><th>two<td>three</table>", ("One", "two", "three")),
        ("<dl><dt>One<dd>two<dd>three</dl>", ("One", "two", "three")),
        ("<figure><img alt=no src=x><figcaption>One</figcaption></figure><hr>two", ("One", "two")),
        ("<p>One<!-- no --> two<![CDATA[ no ]]><?no no?></p>", ("One two",)),
        ("<title>no</title><style>no</style><p>One<script>no</script><noscript>no</noscript>", ("One",)),
        ("<p>One</p><p> … </p><p>two</p>", ("One", "two")),
        ("One two\n\nthree", ("One two three",)),
        ("<picture><source srcset=x><img src=x></picture><video>no</video><p>One</p>", ("One",)),
        ("<p>people<sup>1</sup> in<sup class=r><a href='#n'>[2]</a></sup> it<sup>[<i><a>citation needed</a></i>]</sup>",
         ("people in it",)),
        ("<p>the UN<sup>3</sup> said<sup>*</sup> so.<sup>4,5</sup> In 2019<sup>6</sup> people<sup>a</sup> too",
         ("the UN said so. In 2019 people too",)),
        ("<p>deaths <sup>[1]</sup> fell<sup>1, 2</sup> so<sup>[note 3]</sup> men<sup>ii</sup>.<sup>[4]</sup>"
         "<sup>: 23 </sup> The", ("deaths fell so men. The",)),
        ("<p>люди<sup>я</sup> и люди<sup>1</sup>, 21<sup>st</sup>, الناس<sup>\u0661</sup> قال",
         ("люди и люди, 21st, الناس قال",)),
        ("<p>It ended<a href=#fn2>2</a> in <a href=page.html#x>2</a> days<a href='#f'><sup>3</sup></a>",
         ("It ended in 2 days",)),
        ("<p>the 1<sup>st</sup>, XIX<sup>e</sup>, n<sup>o</sup> 5, M<sup>me</sup>", ("the 1st, XIXe, no 5, Mme",)),
        ("<p>10 km<sup>2</sup>, 5 m<sup>3</sup>, 10<sup>6</sup>, 10<sup>-6</sup>, x<sup>2</sup>, CO<sub>2</sub>",
         ("10 km2, 5 m3, 10⁶, 10⁻⁶, x2, CO2",)),
        ("<p>So.<sup>7</sup></p><p><sup>7</sup> See it", ("So.", "7 See it")),
        ("<p>the valley[2] and that[3][4], he said [so]", ("the valley and that, he said [so]",)),
        ("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>だ", ("漢字だ",)),
    ],
)  # fmt: skip
def test_each_block_element_of_a_page_is_a_paragraph_and_what_is_inline_parts_no_words(
    page: str, paragraphs: tuple[str, ...]
) -> None:
    assert page_copy(page).paragraphs == paragraphs


@pytest.mark.parametrize(
    "page",
    [
        f"<nav>Home</nav><header hidden>No</header>{ARTICLE}<aside>Read more</aside><footer>2025</footer>",
        f"<body><p>Elsewhere</p><main>{ARTICLE}</main><p>Elsewhere</p></body>",
        f"<body><p>Elsewhere</p><div role=main>{ARTICLE}</div><p>Elsewhere</p></body>",
        f"<body><article>{ARTICLE}</article><article>More</article><div>Cookies?</div></body>",
        f"<main><article><div>{ARTICLE}</div></article><article><p>More</article></main>",
        f"<div role=navigation>A</div><div role=search>B</div><div role=complementary>C</div>{ARTICLE}",
        f"<div aria-hidden=true>A</div><div hidden>B</div><p aria-hidden=TRUE>C</p>{ARTICLE}",
        f"<dialog open>We use cookies</dialog><form><p>Sign up</p><input></form>{ARTICLE}<select><option>A</select>",
        f"<form id=page><main>{ARTICLE}<button>Share</button></main></form>",
        f"<form id=page><div hidden>x</div><h1>One two three.</h1>{ARTICLE.partition('</p>')[2]}</form>",
        f"<svg><text>chart</text></svg><template><p>x</p></template>{ARTICLE}<textarea>x</textarea>",
    ],
)
def test_what_is_not_the_article_is_left_out(page: str) -> None:
    assert page_copy(f"<!doctype html><html>{page}</html>").paragraphs == ("One two three.", "Four five six.")


def test_an_article_that_is_the_least_of_its_page_is_not_all_of_it() -> None:
    page = f"<body><article>Teaser</article><article>Teaser</article><div>{ARTICLE}</div></body>"
    assert page_copy(page).paragraphs == ("Teaser", "Teaser", "One two three.", "Four five six.")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>مرحبا بكم</p>".encode(), "مرحبا بكم"),
        ('<meta charset="windows-1256"><p>مرحبا بكم</p>'.encode("windows-1256"), "مرحبا بكم"),
        (
            '<meta http-equiv=Content-Type content="text/html; charset=windows-1256"><p>مرحبا'.encode("windows-1256"),
            "مرحبا",
        ),
        ("<p>مرحبا بكم</p>".encode("utf-16"), "مرحبا بكم"),
        ("<title>no</title><p>مرحبا بكم</p>".encode("utf-16"), "مرحبا بكم"),
        ('<meta charset="iso-8859-1"><p>caf\xe9 don\x92t'.encode("latin-1"), "café don't"),
        ('<meta charset="iso-8859-1"><p>café don’t'.encode(), "café don't"),
        ("\ufeff<p>café</p>".encode(), "café"),
        ('<meta charset="Shift_JIS"><p>停戦'.encode("cp932"), "停 戦"),
        ('<meta charset="GB2312"><p>镕基'.encode("gbk"), "镕 基"),
        ('<meta charset="KOI8-R"><p>мир'.encode("koi8-r"), "мир"),
        (f'<!--{" " * 3000}--><meta charset="KOI8-R"><p>мир'.encode("koi8-r"), "мир"),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>café</p></html>'.encode(), "café"),
        ('<?xml version="1.0"?><rss><description>café</description></rss>'.encode(), "café"),
        (b"report.html", "report html"),
        (b"https://example.org/", "https example org"),
    ],
)  # fmt: skip
def test_a_page_is_read_in_its_own_encoding(body: bytes, words: str) -> None:
    assert page_copy(body).text == f" {words} "


@pytest.mark.parametrize(
    ("path", "body", "said"),
    [
        ("a.txt", b"one\ntwo \xe9", "a.txt:2:5: byte 0xe9 is not UTF-8; save the file as UTF-8"),
        ("a.txt", "one two".encode("utf-16"), "a.txt:1:1: this file is UTF-16; save it as UTF-8"),
        ("a.html", b"<p>caf\xe9</p>", "a.html:1:1: this page is not UTF-8; save it as UTF-8"),
        ("a.html", b"<meta charset=utf-8><p>caf\xe9</p>", "a.html:1:1: this page is not UTF-8; save it as UTF-8"),
        (
            "a.html",
            b"<meta charset=klingon><p>caf\xe9</p>",
            "a.html:1:1: this page is neither UTF-8 nor klingon, which it says it is; save it as UTF-8",
        ),
        ("a.html", b"<meta charset=rot13><p>caf\xe9</p>", "neither UTF-8 nor rot13"),
        ("a.html", b"<meta charset=unicode_escape><p>\\ud800\xff", "neither UTF-8 nor unicode_escape, which it says"),
        ("a.html", b"<?xml version='1.0' encoding='raw_unicode_escape'?><p>\\ud800\xff", "nor raw_unicode_escape"),
        ("a.html", b"<meta charset=utf-16><p>caf\xe9</p>", "neither UTF-8 nor utf-16"),
        ("a.html", b"<meta charset=" + b"x" * 500 + b"><p>caf\xe9</p>", "neither UTF-8 nor " + "x" * 100 + " …,"),
        ("a.html", b"\xff\xfe<\x00p\x00>", "a.html:1:1: this page is neither UTF-8 nor utf-16le"),
        (
            "a.txt",
            b"",
            "a.txt:1:1: there are no words in this copy of 'report'; save the source's text in this file, or remove it",
        ),
        ("a.txt", b" \n\n \t\n", "there are no words in this copy of 'report'"),
        ("a.html", b"", "there are no words in this copy of 'report'"),
        ("a.html", b"\x00", "there are no words in this copy of 'report'"),
        ("a.html", b"<frameset><frame src=x></frameset>", "there are no words in this copy of 'report'"),
        ("a.html", b"<script>one two</script><!-- one -->", "there are no words in this copy of 'report'"),
    ],
)
def test_a_copy_that_cannot_be_read_is_a_problem_of_its_file(path: str, body: bytes, said: str) -> None:
    assert said in problem_with(CopyFile(path, Id("report"), body))


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 5000 + "One two three." + "</div>" * 5000 + "<p>Four five six.",
        "<p>" + "<b>" * 5000 + "One two three." + "</b>" * 5000 + "<p>Four five six.",
        "<article>" * 2000 + ARTICLE,
        "<p>One two <span>three." + "</p>" * 5000 + "<div><p>Four five six.",
    ],
)
def test_a_page_may_nest_as_deep_as_it_likes(page: str) -> None:
    assert page_copy(page).paragraphs == ("One two three.", "Four five six.")


def test_a_paragraph_of_a_page_may_be_as_long_as_a_book() -> None:
    # Parsers of HTML may give up at ten million characters.
    copy = page_copy("<p>" + f"{'o' * 999} " * 12_000 + "end</p><p>after</p>")
    assert (copy.words, len(copy.paragraphs)) == (12_002, 2)


@pytest.mark.parametrize(
    "page",
    [
        "<p>people<sup>1</sup> ", "<sup>1", "<p>a<a href=#x>1</a>", "<a href=#x>1", "<form><div>x",
        "<article>x</article>", "<table><a>1", "<div hidden>x", "<p><font><b>x",
    ],
)  # fmt: skip
def test_a_page_takes_as_long_as_it_is(page: str) -> None:
    page_copy("<p>one two three" + page * 30_000)


SCRAPS = st.sampled_from(
    [
        b"<p>", b"</p>", b"<div", b">", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<script>", b"</script>", b"<table>",
        b"<td>", b"<svg><p>", b"<math>", b"<select>", b"<article>", b"</article>", b"<main>", b"<body>", b"</html>",
        b"<html hidden>", b"<body aria-hidden=true>", b"<meta charset=utf-16>", b"<meta charset=windows-1256>",
        b"<meta charset=x>", b"&#0;", b"&#xd800;", b"&amp", b"<?xml version='1.0' encoding='utf-7'?>", b"<!DOCTYPE",
        b"<br>", b"<wbr>", b"words of it", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n\r\n", "مرحبا".encode(),
        "é".encode("latin-1"), b"<frameset>",
        b"<sup>", b"</sup>", b"<sub>2</sub>", b"<a href=#n>", b"1",
        b"[2]", b"<ruby><rt>", b"\x1b$B", b"&shy;", b"e\xcc\x81", b"=\xcc\xb8",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(SCRAPS, st.binary(max_size=6)), max_size=12).map(b"".join), st.sampled_from(["html", "txt"]))
@example(b"<meta charset=undefined>\xff", "html")
@example(b"<meta charset=idna>a..b\xff", "html")
def test_whatever_the_bytes_a_copy_is_read_or_a_problem_of_its_file(body: bytes, ending: str) -> None:
    file = CopyFile(f"sources/report.{ending}", Id("report"), body)
    problems: list[Problem] = []
    copy = attempt(read_copy, file, problems)
    assert {problem.origin.path for problem in problems} == (set() if copy else {file.path})
    # What is folded has the words of what is printed, so that a message can show these.
    for printed, folded in zip(copy.paragraphs, copy.text.split("\n"), strict=True) if copy else ():
        assert folded == f" {fold(printed)} "
        assert len(spans_in(printed)) == len(folded.split())
