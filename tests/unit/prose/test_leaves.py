"""The lines of a document: what each is part of, which belong together, and what empty links write in them."""

from __future__ import annotations

import pytest

from standfirst.model import Leaf, MarkdownForm
from standfirst.prose.document import document_of
from standfirst.prose.leaves import leaves_of, line_with_names, with_one_full_stop


def leaves(text: str) -> tuple[Leaf, ...]:
    return leaves_of(document_of(text, MarkdownForm.BLOCK))


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("one\n\ntwo", [["one"], ["two"]]),
        ("- one *two*\n  - three\n- four", [["one two", "three", "four"]]),
        ("- one\n\n  two\n- three", [["one"], ["two"], ["three"]]),
        ("> one\n>\n> - two\n> - three\n\nfour", [["one", "two", "three"], ["four"]]),
        ("| one | two |\n|---|---|\n| three | four |", [["one", "two", "three", "four"]]),
        ("one\n: two\n: three", [["one", "two", "three"]]),
        ("one[^a] two[^b]\n\n[^a]: - three\n    - four\n[^b]: - five", [["one two"], ["three", "four"], ["five"]]),
    ],
)
def test_lists_tables_quotations_and_footnotes_belong_together(text: str, together: list[list[str]]) -> None:
    units: dict[int, list[str]] = {}
    for leaf in leaves(text):
        if leaf.line.text:
            units.setdefault(leaf.unit, []).append(leaf.line.text)
    assert list(units.values()) == together


def test_a_line_knows_what_it_is_part_of() -> None:
    text = "# one\n\n> two\n\n    three\n\n| four |\n|---|\n\nfive[^a]\n\n"
    note = "[^a]: six\n\n    ![no words](map:)\n\n    > seven"
    assert [(leaf.role.name, leaf.note.rpartition("_")[2], leaf.line.text.strip()) for leaf in leaves(text + note)] == [
        ("HEADING", "", "one"),
        ("QUOTATION", "", "two"),
        ("CODE", "", "three"),
        ("TABLE", "", "four"),
        ("TEXT", "", "five"),
        ("NOTE", "1", "six"),
        ("NOTE", "1", ""),
        ("QUOTATION", "1", "seven"),
        ("NOTE", "1", ""),
    ]


NAMES = {"claim:so": "It was so.", "unknown:who": "Who?", "actor:us": "The U.S."}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("At [](claim:so). So", "At It was so. So"),
        ("[](claim:so), he said", "It was so, he said"),
        ("[](claim:so) he said", "It was so. he said"),
        ("**[](claim:so)**. So", "It was so. So"),
        ("[](claim:so)[@a: b c d]. So", "It was so. So"),
        ("[](claim:so) [@a: b c d]. So", "It was so. So"),
        ("[](claim:so) [@a: b c d] so", "It was so. so"),
        ("[](unknown:who). So, [](unknown:who), so", "Who? So, Who?, so"),
        ("[](actor:us). So, [](actor:us), so", "The U.S. So, The U.S., so"),
        ("In [](actor:none).", "In ."),
        ("[The U.S.](actor:us). So", "The U.S.. So"),
        ("<actor:us>. So", "The U.S. So"),
        ("<https://example.org/>. So", "https://example.org/. So"),
        ("one  \ntwo `three` ![four](images/a.png)", "one\ntwo three four"),
        ("so [@a: b c d] [@a: b c d] and *“so”* [@a: b c d]", "so and “so”"),
    ],
)
def test_an_empty_link_writes_its_fact_with_one_full_stop(text: str, shown: str) -> None:
    (leaf,) = leaves(text)
    line = line_with_names(leaf, lambda fact: NAMES.get(str(fact), ""))
    assert line.text == shown


@pytest.mark.parametrize(
    ("written", "behind", "sentence", "shown"),
    [
        ("It is so.", ". So", True, ("It is so", ". So")),
        ("The U.S.", ". So", False, ("The U.S", ". So")),
        ("そう。", "。", False, ("そう", "。")),
        ("The U.S.", "... so", False, ("The U.S.", "... so")),
        ("Who?", ". So", False, ("Who?", " So")),
        ("Who", ". So", True, ("Who", ". So")),
        ("It is so.", ", so", True, ("It is so", ", so")),
        ("It is so.", "! So", True, ("It is so", "! So")),
        ("The U.S.", ", so", False, ("The U.S.", ", so")),
        ("It is so.", " so", True, ("It is so.", " so")),
        ("Who?", ", so", True, ("Who?", ", so")),
    ],
)
def test_of_two_full_stops_one_is_left(written: str, behind: str, sentence: bool, shown: tuple[str, str]) -> None:
    assert with_one_full_stop(written, behind, sentence=sentence) == shown


def test_words_around_links_and_citations_keep_their_places() -> None:
    text = "At [](claim:so). So *it* is [@a: b c d], or `not` ![it](images/a.png) [](unknown:who). No"
    (leaf,) = leaves(text)
    line = line_with_names(leaf, lambda fact: NAMES[str(fact)])
    assert line.text == "At It was so. So it is, or not it Who? No"
    assert [(line.text[at:][:2], text[offset:][:2]) for at, offset in line.offsets] == [
        ("At", "At"),
        (" S", "cl"),
        (". ", ". "),
        ("it", "it"),
        (" i", " i"),
        (", ", ", "),
        (" i", " !"),
        (" W", " ["),
        (" N", "un"),
    ]
    assert [line.text[start:end] for start, end in line.excluded] == ["It was so.", "not", "it", "Who?"]
    assert [line.text[start:end] for _, start, end in line.links] == ["It was so.", "Who?"]


def test_words_keep_their_places_where_a_full_stop_before_them_goes() -> None:
    text = "[](unknown:who). No so"
    (leaf,) = leaves_of(document_of(text, MarkdownForm.INLINE))
    line = line_with_names(leaf, lambda fact: NAMES[str(fact)])
    assert [(line.text[at:], text[offset:]) for at, offset in line.offsets[1:]] == [("No so", "No so"), ("so", "so")]
