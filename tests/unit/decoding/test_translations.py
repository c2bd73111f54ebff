"""A translation is written with the tag of its language, and any other form is told in the right one."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from standfirst.model import Id, Origin, Translation
from tests.unit.decoding.test_records import problems, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    id: Id
    origin: Origin
    translation: tuple[Translation, ...] = ()


def test_translations_are_read_by_their_languages_in_their_order() -> None:
    written = "translation:\n  pt-BR: Assim\n  fr: >-\n    Ainsi\n    donc\n"
    assert [(each.lang, each.text) for each in read(written, Words)["translation"]] == [
        ("pt-BR", "Assim"),
        ("fr", "Ainsi donc"),
    ]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("So", "a translation is written with its language, and this is one text; write the tag"),
        ("{lang: fr, text: So}", "not the words 'lang' and 'text'; write {fr: …}"),
        ("{english: So}", "'english' is not a language tag; write en"),
        ("{cn: So}", "'cn' is the tag of no language; write zh"),
        ("{}", "nothing is translated here; write language: text, or leave the key out"),
        ("[So]", "a translation is written as `language: text` lines, not as a list"),
        ("{en: }", "nothing is written here"),
    ],
)
def test_another_form_is_told_in_the_right_one(written: str, message: str) -> None:
    (problem,) = problems(f"translation: {written}\n", Words)
    assert message in problem
