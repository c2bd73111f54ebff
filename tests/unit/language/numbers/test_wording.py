"""A figure is said in a language, with its qualifier and its unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.language import numbers
from standfirst.language.numbers import Amount
from standfirst.model import Qualifier
from tests.cases import answered, cases_in


@pytest.mark.parametrize(("language", "figures"), cases_in(Path(__file__).with_name("wording.txt")))
def test_a_figure_is_said_with_its_qualifier_and_unit(language: str, figures: str) -> None:
    def say(value: str, qualifier: str, unit: str) -> str:
        return numbers.say(numbers.parse_quantity(value), Qualifier(qualifier) if qualifier else None, unit, language)

    assert answered(figures, say) == figures


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("1009", "people", Amount("1,009", "people")),
        ("210..220", "people", Amount("210–220", "people")),
        ("0.5", "percent", Amount("0.5%", "")),
        ("5", "EUR", Amount("€5", "")),
        ("5", "eur", Amount("5", "eur")),
        ("5", "", Amount("5", "")),
    ],
)
def test_the_number_is_shown_apart_from_the_word_that_counts_it(text: str, unit: str, amount: Amount) -> None:
    assert numbers.say_number(numbers.parse_quantity(text), unit, "en") == amount
