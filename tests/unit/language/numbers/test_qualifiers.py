"""A text qualifies a number: at least, at most, about, more than, fewer than."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from standfirst.language import numbers
from standfirst.model import Qualifier, Quantity
from tests.cases import answered, cases_in


@pytest.mark.parametrize(("language", "texts"), cases_in(Path(__file__).with_name("qualifiers.txt")))
def test_qualifiers_are_found_in_any_wording_the_longest_first(language: str, texts: str) -> None:
    def qualifiers(text: str) -> str:
        return ", ".join(sorted(each.value for each in numbers.qualifiers_in(text, language)))

    assert answered(texts, qualifiers) == texts


@pytest.mark.parametrize("language", ["en", "fr", "ar", "de"])
@pytest.mark.parametrize("qualifier", Qualifier)
def test_what_is_said_of_a_qualifier_is_one_of_its_wordings(qualifier: Qualifier, language: str) -> None:
    said = numbers.say(numbers.parse_quantity("213"), qualifier, "", language)
    assert any(words in said for words in numbers.qualifier_words(qualifier, language))
    assert numbers.qualifiers_in(said, language) == {qualifier}


def test_a_qualifier_is_read_with_the_vowels_of_arabic_and_before_a_number_that_begins_with_one() -> None:
    assert numbers.qualifiers_in("ما لا يقلّ عن ٣٤", "ar") == {Qualifier.AT_LEAST}
    one_and_a_half = Quantity(Decimal("1.5"), Decimal("1.5"))
    assert numbers.qualifiers_before("about one and a half percent", one_and_a_half, "en") == {Qualifier.ABOUT}
