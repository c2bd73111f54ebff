"""The numbers that a text states agree with a figure, or they do not."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from babel import localedata
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language import numbers
from standfirst.language.numbers import Agreement
from standfirst.language.numbers.spelling import spellings
from standfirst.model import Qualifier, Quantity
from tests.cases import answered, cases_in
from tests.drawn_values import QUANTITIES, READ_WHOLE, TWELVE

AGREES, OPPOSITE, DISAGREES, UNREAD, SILENT = Agreement


@pytest.mark.parametrize(("language", "texts"), cases_in(Path(__file__).with_name("numbers_in.txt")))
def test_numbers_are_found_in_digits_and_in_words(language: str, texts: str) -> None:
    def stated(text: str) -> str:
        return ", ".join(f"{number.normalize():f}" for number in numbers.numbers_in(text, language))

    assert answered(texts, stated) == texts


@given(st.integers(min_value=2, max_value=999_999_999_999), st.sampled_from(READ_WHOLE), st.data())
def test_every_whole_number_in_words_is_read_as_one_number(number: int, language: str, data: st.DataObject) -> None:
    words = data.draw(st.sampled_from(spellings(number, language))).replace(",", "")
    stated = Quantity(Decimal(number), Decimal(number))
    assert numbers.agreement_of(f"— {words} —", stated, language) is AGREES
    # French "neuf" and Italian "sei" are other words too.
    assert numbers.numbers_in(f"— {words} —", language) in {(stated.low,), ()}


@given(st.text(max_size=60), TWELVE)
@example("two " * 5000, "en")
@example("9" * 10_000, "en")
@example("million " * 5000, "en")
@example("two hundred and " * 3000, "en")
@example("1 000 " * 3000, "fr")
@example("1,000," * 3000, "en")
@example("dreiundzwanzig" * 2000, "de")
@example("eins" * 20, "de")
@example("و" * 5000, "ar")
@example("3 von " * 3000, "de")
@example("half a " * 3000, "en")
def test_any_text_can_be_searched_for_numbers(text: str, language: str) -> None:
    assert all(number.is_finite() for number in numbers.numbers_in(text, language))


@pytest.mark.parametrize(("language", "unit", "texts"), cases_in(Path(__file__).with_name("agreement.txt")))
def test_a_text_agrees_that_states_the_number_or_both_ends_of_the_range(language: str, unit: str, texts: str) -> None:
    def agreement(text: str, value: str) -> str:
        return numbers.agreement_of(text, numbers.parse_quantity(value), language, unit.strip("∅")).value

    assert answered(texts, agreement) == texts


def test_two_numbers_that_may_be_a_share_are_numbers_too() -> None:
    units = numbers.units_of(["people", "days"], "en")
    assert numbers.numbers_in("two people in five days", "en") == (Decimal(2), Decimal(5))
    assert [each.units for each in numbers.amounts_in("2 people in 5 days", units, "en")] == [("people",), ("days",)]
    assert numbers.agreement_of("jeder Fünfte", numbers.parse_quantity("213"), "de") is SILENT


def test_of_a_figure_that_is_about_right_a_share_may_be_further_off() -> None:
    value = numbers.parse_quantity("48")
    assert numbers.agreement_of("about half", value, "en", "percent") is UNREAD
    assert numbers.agreement_of("about half", value, "en", "percent", loosely=True) is AGREES


@given(QUANTITIES, st.sampled_from([None, *Qualifier]), st.sampled_from(["", "people", "percent", "EUR"]), TWELVE)
def test_what_is_said_of_a_quantity_agrees_with_it(
    quantity: Quantity, qualifier: Qualifier | None, unit: str, language: str
) -> None:
    assert numbers.agreement_of(numbers.say(quantity, qualifier, unit, language), quantity, language, unit) is AGREES


def test_what_is_said_agrees_in_every_language_babel_knows() -> None:
    quantity = numbers.parse_quantity("1009.5")
    tags = sorted({name.partition("_")[0] for name in localedata.locale_identifiers()})
    # Toki Pona groups by hundreds.
    unread = [
        tag for tag in tags if numbers.agreement_of(numbers.say(quantity, None, "", tag), quantity, tag) is not AGREES
    ]
    assert unread == ["tok"]
