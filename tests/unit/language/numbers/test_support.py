"""Texts support a value that they state, as far as their language can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language import numbers
from standfirst.language.numbers.spelling import spellings
from standfirst.model import Quantity
from tests.cases import answered, cases_in
from tests.drawn_values import QUANTITIES, QUANTITY_LANGUAGES, READ_WHOLE


@pytest.mark.parametrize(("language", "unit", "texts"), cases_in(Path(__file__).with_name("support.txt")))
def test_texts_state_a_value_in_digits_or_in_words(language: str, unit: str, texts: str) -> None:
    def support(text: str, value: str) -> str:
        is_stated = numbers.is_supported(numbers.parse_quantity(value), text.split(" + "), language, unit.strip("∅"))
        return "stated" if is_stated else "not stated"

    assert answered(texts, support) == texts


@pytest.mark.parametrize("language", ["ar", "pl", "sw", "ja", "tlh"])
def test_words_that_cannot_be_read_are_not_judged_unless_there_are_digits(language: str) -> None:
    value = numbers.parse_quantity("213")
    assert numbers.is_supported(value, ["— — —"], language)
    assert not numbers.is_supported(value, ["— 7 —"], language)


# Nobody has looked at the number words of these languages: they may only support a number.
UNTUNED = [
    "az",
    "bg",
    "ca",
    "cs",
    "da",
    "el",
    "fa",
    "fi",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "ja",
    "ko",
    "ms",
    "no",
    "pl",
    "ro",
]


@given(
    st.integers(2, 10**9), st.sampled_from([*READ_WHOLE, *UNTUNED, "sr", "sw", "th", "tr", "uk", "vi", "zh"]), st.data()
)
def test_a_number_in_words_is_stated_beside_other_numbers(number: int, language: str, data: st.DataObject) -> None:
    # Behind a comma another number begins: "three thousand, two of them children".
    words = data.draw(st.sampled_from(spellings(number, language))).replace(",", "")
    assert numbers.is_supported(numbers.parse_quantity(str(number)), [f"— {words} — 7"], language)


@given(QUANTITIES, QUANTITY_LANGUAGES)
def test_what_is_said_of_a_quantity_states_it_and_nothing_else(quantity: Quantity, language: str) -> None:
    said = numbers.say(quantity, None, "", language)
    assert numbers.is_supported(quantity, [said], language)
    assert not numbers.is_supported(Quantity(quantity.low, quantity.high + 1), [said], language)
