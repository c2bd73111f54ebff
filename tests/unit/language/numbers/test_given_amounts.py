"""What tables have for the value of a figure: a number with all that belongs to it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language import numbers
from tests.cases import answered, cases_in


def read(text: str) -> str:
    found = numbers.read_amount(text, "en")
    said = ", ".join(filter(None, (found.value, found.qualifier, found.unit)))
    return " ".join(filter(None, (said, f"({found.doubt})" if found.doubt else "")))


@pytest.mark.parametrize("texts", cases_in(Path(__file__).with_name("given_amounts.txt")))
def test_a_number_is_read_with_its_unit_and_its_qualifier(texts: str) -> None:
    assert answered(texts, read) == texts


@given(st.one_of(st.text(), st.text(alphabet="0123456789.,-–% $km+~", max_size=16)))
def test_what_is_read_of_any_text_is_a_quantity(text: str) -> None:
    found = numbers.read_amount(text, "en")
    assert found.value or found.doubt
    if found.value:
        numbers.parse_quantity(found.value)
