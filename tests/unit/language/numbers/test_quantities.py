"""The value of a figure is a number or a range, or is refused with what to write."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language import numbers
from standfirst.model import Quantity
from tests.cases import answered, cases_in


def outcome(text: str) -> Quantity | numbers.QuantityError:
    """Read a text, or return why it is refused."""
    try:
        return numbers.parse_quantity(text)
    except numbers.QuantityError as error:
        return error


def read(text: str) -> str:
    """Return the number or the ends of the range that a text is, or what is wrong with it."""
    match outcome(text):
        case numbers.QuantityError() as error:
            return f"{error.message}; {error.remedy.hint}"
        case quantity:
            return f"{quantity.low} to {quantity.high}" if ".." in text else f"{quantity.low}"


@pytest.mark.parametrize("values", cases_in(Path(__file__).with_name("quantities.txt")))
def test_a_value_is_read_exactly_or_refused(values: str) -> None:
    assert answered(values, read) == values


@given(st.one_of(st.text(), st.text(alphabet="0123456789.,-% e", max_size=24)))
@example("9" * 5000)
def test_any_text_is_a_quantity_or_is_refused(text: str) -> None:
    match outcome(text):
        case numbers.QuantityError() as error:
            assert error.message
            assert error.remedy.hint
        case quantity:
            assert quantity.low.is_finite()
            assert quantity.low <= quantity.high
