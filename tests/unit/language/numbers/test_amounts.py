"""Numbers are found in a text with their units."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language import numbers
from standfirst.model import Quantity
from tests.cases import answered, cases_in
from tests.drawn_values import QUANTITIES, QUANTITY_LANGUAGES

UNITS = ["people", "percent", "USD", "CAD", "years old", "人", "คน"]


@pytest.mark.parametrize(("language", "texts"), cases_in(Path(__file__).with_name("amounts.txt")))
def test_a_number_is_found_with_its_unit(language: str, texts: str) -> None:
    def first_amount(text: str) -> str:
        for found in numbers.amounts_in(text, numbers.units_of(UNITS, language), language):
            low, high = (f"{end.normalize():f}" for end in (found.quantity.low, found.quantity.high))
            number = low if low == high else f"{low} to {high}"
            return f"{text[found.start : found.end]}; {number}; {found.units[0]}"
        return ""

    assert answered(texts, first_amount) == texts


def test_a_sign_may_mean_several_units() -> None:
    (found,) = numbers.amounts_in("$5", numbers.units_of(UNITS, "en"), "en")
    assert found.units == ("USD", "CAD")


@given(QUANTITIES, st.sampled_from(UNITS), QUANTITY_LANGUAGES)
def test_what_is_said_of_a_figure_is_found_with_its_unit(quantity: Quantity, unit: str, language: str) -> None:
    # A range below nothing is said without a dash, so that its ends are two numbers.
    figure = quantity if quantity.low >= 0 else Quantity(abs(quantity.high), abs(quantity.high))
    text = f"— {numbers.say(figure, None, unit, language)}, —"
    found = list(numbers.amounts_in(text, numbers.units_of(UNITS, language), language))
    assert (found[-1].quantity, unit in found[-1].units) == (figure, True)


@given(st.text(max_size=40), QUANTITY_LANGUAGES)
@example("1 $" * 2000, "en")
def test_any_text_can_be_searched_for_amounts(text: str, language: str) -> None:
    for found in numbers.amounts_in(text, numbers.units_of(["percent", "USD", "a"], language), language):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(("language", "unit", "texts"), cases_in(Path(__file__).with_name("units.txt")))
def test_a_text_names_per_cent_or_a_currency(language: str, unit: str, texts: str) -> None:
    def naming(text: str) -> str:
        return "named" if numbers.names_unit([text], unit, language) else "not named"

    assert answered(texts, naming) == texts
