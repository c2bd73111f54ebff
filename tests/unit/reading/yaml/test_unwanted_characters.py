"""Characters that nobody wants are told where they stand, shown by their numbers, and with what to do."""

from __future__ import annotations

import pytest

from standfirst.decoding.decode import decode
from standfirst.reading.yaml.unwanted_characters import unwanted_characters
from tests.explainers import content, text_node


def said(text: str) -> list[str]:
    return [str(each).removeprefix("any.md:") for each in unwanted_characters(text_node(text))]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("caf\ufffd", "1:4: warning: U+FFFD stands here for a character that was lost; write what it was"),
        (
            "a \ufffc b",
            "1:3: warning: U+FFFC stands here for something that was no text; delete it, or write what it was",
        ),
        ("\uf8ff Inc", "1:1: warning: U+F8FF is a private sign, and others see a box; write another"),
        ("a\U000f1234", "1:2: warning: U+F1234 is a private sign, and others see a box; write another"),
        ("a\ufdd0", "1:2: warning: U+FDD0 is no character for a text; delete it"),
        ("a\ufffa", "1:2: warning: U+FFFA is no character for a text; delete it"),
        ("a\U000e0041\U000e0042", "1:2: warning: nobody sees U+E0041 here; delete it"),
        ("Inter\u200bnational", "1:6: warning: nobody sees U+200B within this word; delete it"),
        ("\u200bInter\u200bnational", "1:7: warning: nobody sees U+200B within this word; delete it"),
        ("\u00e9t\u2060\u00e9", "1:3: warning: nobody sees U+2060 within this word; delete it"),
        (
            "one\n \u0301two",
            "2:2: warning: U+0301 belongs on a letter, and there is none before it; delete it, or write the letter",
        ),
        ("a\u202eb\u202c", "1:2: warning: U+202E turns round the order in which what follows is shown; delete it"),
        (
            "a\u202bb",
            "1:2: warning: U+202B changes the direction of the text, and nothing changes it back; "
            "delete it, or add U+202C where it ends",
        ),
        (
            "a\u2067b\n\nc\u2069",
            "1:2: warning: U+2067 changes the direction of the text, and nothing changes it back; "
            "delete it, or add U+2069 where it ends",
        ),
        ("It isnâ€™t", "1:7: warning: “â€™” was read in the wrong encoding; write ’"),
        (
            "itâ€ s",
            "1:3: warning: “â€” was read in the wrong encoding; "
            "write what was meant, an apostrophe or a quotation mark",
        ),
        ("10Â\xa0km", "1:3: warning: “Â\xa0” was read in the wrong encoding; write U+00A0"),
    ],
)
def test_an_unwanted_character_is_shown_with_what_to_do(text: str, problem: str) -> None:
    assert said(text)[0] == problem


@pytest.mark.parametrize(
    "text",
    [
        "plain", "e\u0301", "نص\u200f عربي\u200e", "a\u2067ب\u2069 b", "a\u202bب\u202c b", "می\u200cخواهم", "क\u094dष",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "👩\u200d🔬", "❤\ufe0f", "soft\u00adhyphen", "and/\u200bor", "ภาษา\u200bไทย", "שָׁלוֹם", "ภาษาไทย", "한국어",
        "\xa0\u0301", "◌\u0301",
    ],
)  # fmt: skip
def test_what_languages_need_is_let_be(text: str) -> None:
    assert said(text) == []


def test_a_passage_is_looked_through_as_well() -> None:
    record = "{name: A, kind: person, summary: B, cite: {s: Inter\u200bnational law binds}}"
    facts = f"sources:\n  s: {{title: A}}\nactors:\n  a: {record}\n"
    (problem,) = decode(content(facts)).problems
    assert "nobody sees U+200B within this word" in str(problem)


def test_of_each_sort_the_first_is_told_and_how_many_more_there_are() -> None:
    first, second = said("a\ufffd b\ufffd c\ufffd donâ€™t wonâ€™t")
    assert "lost (2 more in this text);" in first
    assert "encoding (1 more in this text);" in second


def test_facts_settings_and_sections_are_looked_through() -> None:
    facts = "places:\n  a:\n    name: Caf\ufffd\n    uncited: donâ€™t\n"
    files = content(facts, "One\n\ntwo \ue000", settings="how_we_know: |\n  One\n\n  \ufffd\n")
    assert [str(each.origin) for each in decode(files).problems] == [
        "Origin(path='site.yaml', line=10, column=3)",
        "Origin(path='facts.yaml', line=3, column=14)",
        "Origin(path='facts.yaml', line=4, column=17)",
        "Origin(path='sections/1-part.md', line=7, column=5)",
    ]
