"""Texts by their paragraphs, their quotations, and where words of them stand in their files."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import FactId, Id, Kind, MarkdownForm, Origin, Prose
from standfirst.problems.errors import SiteError
from standfirst.prose.paragraphs import origin_of_words, own_words, paragraphs
from standfirst.prose.quotations import outside_quotations, quoted_in
from standfirst.prose.references import read_prose
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.nodes import ScalarNode
from tests.explainers import text_node

HAFTAR = FactId(Kind.ACTOR, Id("haftar"))


def prose(text: str) -> Prose:
    return read_prose(text_node(text), MarkdownForm.BLOCK)


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in prose(text).paragraphs]


def cited(text: str) -> list[list[str]]:
    """The words cited in each paragraph."""
    return [
        [passage.words for citation in paragraph.citations for passage in citation.passages]
        for paragraph in prose(text).paragraphs
    ]


# ---------------------------------------------------------------- paragraphs


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("One\ntwo.\n\nThree.", ["One two.", "Three."]),
        ("\n\nOne.\n \t\n\n\nTwo.\n", ["One.", "Two."]),
        (
            "**One** _two_ [three](actor:haftar) [four](https://example.org/x_y) \\*five\\*",
            ["One two three four *five*"],
        ),
        ("One[@report: a few words] two.", ["One two."]),
        ("One [@report: a few words]two[^1].\n\n[^1]: Three.", ["One two.", "Three."]),
        ("One ![what it shows](images/x.png) two", ["One what it shows two"]),
        ("One &amp; two&nbsp;three &ldquo;four&rdquo;", ["One & two three “four”"]),
        ("One `two three` four", ["One two three four"]),
        ("    one\n\n    two\n\n`three` four", ["one two", "three four"]),
        ("# One\n\n- two\n- three\n\n> four", ["One", "two", "three", "four"]),
        ("[](actor:haftar) said [](event:call)", ["said"]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_paragraphs_are_what_their_readers_see(text: str, seen: list[str]) -> None:
    assert texts(text) == seen


def test_an_empty_link_writes_the_name_of_its_fact() -> None:
    (paragraph,) = paragraphs(prose("“[](actor:haftar)” and [](actor:other)’s men"), {HAFTAR: "Khalifa Haftar"})
    assert paragraph.text == "“Khalifa Haftar” and ’s men"


def test_each_paragraph_has_the_citations_that_stand_in_it() -> None:
    text = "One[@a: one two three].\n\nTwo.\n\nThree[@a: four five six] [@b: seven eight nine]."
    assert cited(text) == [["one two three"], [], ["four five six", "seven eight nine"]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("`[@a: in code]` and[@a: one two three].\n\n[@b: four]", [["one two three"], ["four"]]),
        ("    [@a: in code]\n\n[@b: four]", [[], ["four"]]),
        ("x [@a: one [@b: two] and\n[@c: three] four] [@d: five]", [["one [@b: two] and [@c: three] four", "five"]]),
        ("- x [@a: one]\n- y [@b: two]", [["one", "two"], ["one", "two"]]),
        ("> x\n\n[@b: two]", [["two"], ["two"]]),
        ("\\[@a: no] [@b: yes]", [["yes"]]),
    ],
)
def test_citations_are_those_that_markdown_reads(text: str, words: list[list[str]]) -> None:
    assert cited(text) == words


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("> One two three.", "One two three."),
        ("> One\n> two three.\n> — Ann Lee", "One two three."),
        ("> **One** two [@a: b c d]", "One two"),
        ("> - One two", "One two"),
        ("> “One two three”, Ann said.", ""),
        ("> She said “go on” now", "She said “go on” now"),
        ("> She said “go on”", ""),
        ("> She told me “go” and I went to the harbour.", "She told me “go” and I went to the harbour."),
        ("One two three.", ""),
        ("> — Ann Lee", ""),
    ],
)
def test_a_block_quotation_is_one_unless_marks_say_what_is_quoted(text: str, quotation: str) -> None:
    assert [paragraph.quotation for paragraph in prose(text).paragraphs] == [quotation]


@pytest.mark.parametrize(
    "text",
    [
        "> one [@a: b c d]\n>\n> two",
        "> one\n>\n> two\n\n[@a: b c d]",
        "> one\n\n— Ann Lee [@a: b c d]",
        "Ann said [@a: b c d]:\n\n> one\n\nmore",
    ],
)
def test_a_block_quotation_cites_what_stands_in_it_and_for_its_sake_beside_it(text: str) -> None:
    quoting = [paragraph for paragraph in prose(text).paragraphs if paragraph.quotation]
    assert quoting
    assert [len(paragraph.citations) for paragraph in quoting] == [1] * len(quoting)


def test_a_block_quotation_between_paragraphs_cites_what_the_next_cites_for_it() -> None:
    quoting = [
        paragraph for paragraph in prose("So.\n\n> one\n\n[@a: b c d]\n\nMore.").paragraphs if paragraph.quotation
    ]
    assert [len(paragraph.citations) for paragraph in quoting] == [1]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("One\ntwo.\n\n> Three.", [0, 10]),
        ("&lt;\nOne.\n\n&lt;\n&lt;\nTwo.", [0, 11]),
        ("One.\n\n&lt;", [0, 0]),
        ("&lt;\n\nOne.", [0, 6]),
    ],
)
def test_a_paragraph_begins_at_its_first_line_or_where_the_one_before_it_does(text: str, starts: list[int]) -> None:
    assert [paragraph.start for paragraph in prose(text).paragraphs] == starts


def test_a_block_quotation_does_not_cite_what_other_paragraphs_do() -> None:
    text = "So it was [@a: b c d].\n\n> one\n\nAnd so on [@a: e f g]."
    assert [paragraph.citations for paragraph in prose(text).paragraphs if paragraph.quotation] == [()]


def test_a_paragraph_cites_what_its_footnotes_cite() -> None:
    text = (
        "One[^1] two[^b].\n\nThree.\n\n[^1]: So\n  it is [@a: one two three].\n[^b]: [@b: four five six]\n\n[@c: seven]"
    )
    both = ["one two three", "four five six"]
    assert cited(text) == [both, [], ["seven"], ["one two three"], ["four five six"]]


def test_each_paragraph_knows_the_facts_that_it_links_to() -> None:
    text = "[Haftar](actor:haftar), `[x](quote:no)`\n\n[the call](<event:call>) [x](https://example.org)\n\nNone."
    facts = [paragraph.facts for paragraph in prose(text).paragraphs]
    assert facts == [(HAFTAR,), (FactId(Kind.EVENT, Id("call")),), ()]


SCRAPS = st.sampled_from(
    [
        "word", "[@a: b", "[@a: b c d]", "]", "[", "(", ")", "`", "``", "\n", "\n\n", " ", "    ", "\\", "“", "”", '"',
        "«", "»", "[x](actor:haftar)", "[](actor:haftar)", "![x](images/x.png)", "**", "_", "[^1]", "\n\n[^1]: note",
        "&amp;",
    ]
)  # fmt: skip


@given(st.lists(SCRAPS, max_size=14).map("".join))
def test_every_citation_of_a_text_stands_in_one_of_its_paragraphs(text: str) -> None:
    try:
        read = prose(text)
    except SiteError:
        return
    found = read.paragraphs
    cites = [citation for paragraph in found for citation in paragraph.citations]
    assert {id(citation) for citation in cites} == {id(citation) for citation in read.citations}
    for paragraph in found:
        assert 0 <= paragraph.start <= len(text)
        between = "".join(outside_quotations(paragraph.text))
        assert sum(map(len, (between, *quoted_in(paragraph.text)))) <= len(paragraph.text)


def test_the_words_of_others_are_put_out_of_sight_in_a_line_without_a_change_of_places() -> None:
    text = "One [two](actor:haftar), ``3`` and *[`4`](actor:haftar)*.\n\n> One\n\n    One\n"
    (line,) = own_words(prose(text), re.compile("One"))
    assert line.text == "One \0\0\0, \0 and \0."
    assert [line.place_of(line.text.index(each)) for each in ("One", ",", "and", ".")] == [0, 23, 30, 56]


def test_words_before_the_first_with_a_known_place_are_placed_at_their_line() -> None:
    (line,) = own_words(prose("One.\n\n&lt;two"), re.compile("two"))
    assert [line.place_of(at) for at in (0, 1)] == [6, 10]


# ---------------------------------------------------------------- where words stand


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("one two three", "two three", (1, 5)),
        ("one\ntwo three", "three", (2, 5)),
        ("one two\n  three four", "two three four", (1, 5)),
        ("One **two** _three_ four", "two three four", (1, 7)),
        ("one [two](actor:haftar) three", "two three", (1, 6)),
        ("one two[@report: some of its words] three", "two three", (1, 5)),
        ("one two[^1] three\n\n[^1]: x", "two three", (1, 5)),
        ("one two&nbsp;three", "two three", (1, 5)),
        ("he said “No, never”", "no never", (1, 10)),
        ("قال إن الرئيس قالَ", "الرئيس قالَ", (1, 8)),
        ("one two", "three", (1, 1)),
        ("one two", "—", (1, 1)),
        ("one two", "", (1, 1)),
        ("a `one two` b", "one two", (1, 4)),
    ],
)
def test_words_are_found_where_they_are_written(text: str, words: str, place: tuple[int, int]) -> None:
    assert origin_of_words(prose(text), words) == Origin("any.md", *place)


def test_words_that_stand_more_than_once_are_found_in_their_paragraph() -> None:
    text = "the rebels\n\nTHE rebels and **the** rebels\n\nso the\nrebels"
    found = [origin_of_words(prose(text), "the rebels", paragraph.start) for paragraph in prose(text).paragraphs]
    assert found == [Origin("any.md", 1, 1), Origin("any.md", 3, 1), Origin("any.md", 5, 4)]


def test_words_are_found_in_a_value_that_is_indented_or_quoted() -> None:
    file = InputFile("facts.yaml", "text: |\n    one two\n\n    three\n    two four\nsummary: 'it''s one two'\n")
    start = file.text.index("|")
    block = ScalarNode(file, "one two\n\nthree\ntwo four\n", 1, 7, start, file.text.index("summary"), plain=False)
    found = [
        origin_of_words(read_prose(block, MarkdownForm.BLOCK), "two", place.start)
        for place in read_prose(block, MarkdownForm.BLOCK).paragraphs
    ]
    assert found == [Origin("facts.yaml", 2, 9), Origin("facts.yaml", 5, 5)]
    quoted = ScalarNode(file, "it's one two", 6, 10, file.text.index("'"), len(file.text) - 1, plain=False)
    assert origin_of_words(read_prose(quoted, MarkdownForm.INLINE), "one two") == Origin("facts.yaml", 6, 17)
    assert origin_of_words(read_prose(block, MarkdownForm.BLOCK), "one two") == Origin("facts.yaml", 2, 5)


def test_a_text_that_was_not_read_from_a_file_is_its_own_place() -> None:
    assert origin_of_words(dataclasses.replace(prose("one two"), raw=""), "two") == Origin("any.md", 1, 1)
