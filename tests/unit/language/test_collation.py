"""The order of names and their headings, in the site's language."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language.collation import alphabet

LANGUAGES = ["en", "fr-CA", "ar", "sv", "xx"]


def index(language: str, *names: str) -> list[tuple[str, list[str]]]:
    """Return names under their headings, as an index in a language has them."""
    letters = alphabet(language)
    return [(letter, list(group)) for letter, group in groupby(sorted(names, key=letters.order), key=letters.letter)]


def test_marks_and_case_part_only_names_that_are_otherwise_alike() -> None:
    assert index("fr", "cote", "Côte", "coté", "côté", "Éva", "eau", "zoo", "œuvre") == [
        ("C", ["cote", "coté", "Côte", "côté"]),
        ("E", ["eau", "Éva"]),
        ("O", ["œuvre"]),
        ("Z", ["zoo"]),
    ]


def test_a_letter_of_its_own_has_its_place_and_its_heading_in_the_languages_that_have_it() -> None:
    names = ("Zorn", "Åsa", "Ask", "Öberg", "Nuñez", "Ñandú", "Nz")
    assert index("en", *names) == [
        ("A", ["Åsa", "Ask"]),
        ("N", ["Ñandú", "Nuñez", "Nz"]),
        ("O", ["Öberg"]),
        ("Z", ["Zorn"]),
    ]
    assert [letter for letter, _ in index("sv", *names)] == ["A", "N", "Z", "Å", "Ö"]
    assert [letter for letter, _ in index("es", *names)] == ["A", "N", "Ñ", "O", "Z"]


def test_an_index_in_arabic_files_every_form_of_alif_as_one() -> None:
    assert index("ar", "باسم", "إبراهيم", "آمنة", "أحمد") == [("ا", ["آمنة", "إبراهيم", "أحمد"]), ("ب", ["باسم"])]


def test_an_index_in_arabic_passes_over_the_article_but_not_over_a_name_that_begins_like_it() -> None:
    names = ("المستشفى", "البلدية", "ألمانيا", "الله", "مجلس", "عوارض")
    assert index("ar", *names) == [
        ("ا", ["الله", "ألمانيا"]),
        ("ب", ["البلدية"]),
        ("ع", ["عوارض"]),
        ("م", ["مجلس", "المستشفى"]),
    ]
    assert [letter for letter, _ in index("fa", "المستشفى")] == ["ا"]


def test_digits_and_signs_come_first_and_scripts_without_a_letter_last() -> None:
    assert index("en", "Жд", "9th", "alpha", "“So”") == [("#", ["“So”", "9th"]), ("A", ["alpha"]), ("…", ["Жд"])]


def test_latin_names_have_their_letters_in_every_language() -> None:
    assert index("ar", "Arkan", "أركان") == [("ا", ["أركان"]), ("A", ["Arkan"])]


@pytest.mark.parametrize("language", LANGUAGES)
@given(names=st.lists(st.text(min_size=1), unique=True))
def test_every_heading_stands_once_and_the_order_is_that_of_any_other_input(language: str, names: list[str]) -> None:
    found = index(language, *names)
    letters = [letter for letter, _ in found]
    assert len(letters) == len(set(letters))
    assert index(language, *reversed(names)) == found
