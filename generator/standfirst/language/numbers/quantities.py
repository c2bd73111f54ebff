"""The value of a figure as a writer writes it: `213`, `0.5`, `-3`, or a range, `210..220`."""

from __future__ import annotations

import re
from decimal import Decimal

from standfirst.model import Quantity
from standfirst.problems.excerpts import shorten_value
from standfirst.problems.remedies import Remedy, write

# Babel rounds to the 28 digits of decimal's default context; no figure that was ever counted has so many.
_MOST_DIGITS = 18
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"-?\d{1,3}([,'’ _\u00a0\u202f]\d{3})+(\.\d+)?", re.ASCII)
_DECIMAL_COMMA = re.compile(r"-?\d+,\d+", re.ASCII)
_EXAMPLES = Remedy("write digits alone, such as 213, 0.5 or 210..220")


class QuantityError(ValueError):
    """A text is not a quantity: what is wrong with it, and what to write."""

    def __init__(self, message: str, remedy: Remedy) -> None:
        super().__init__(f"{message}; {remedy.hint}")
        self.message = message
        self.remedy = remedy


def parse_quantity(text: str) -> Quantity:
    """Return the number or the range that a text states; raise `QuantityError` for anything else, whatever it is."""
    low, points, high = text.partition("..")
    if not points:
        number = _number(text)
        return Quantity(number, number)
    ends = Quantity(_number(low), _number(high))
    if ends.high < ends.low:
        raise QuantityError(f"'{shorten_value(text)}' ends below where it starts", write(f"{high}..{low}"))
    return ends


def _number(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        raise _explain(text)
    if sum(character.isdigit() for character in text) > _MOST_DIGITS:
        raise QuantityError(f"'{shorten_value(text)}' has more than {_MOST_DIGITS} digits", Remedy("round it"))
    number = Decimal(text)
    return number if number else abs(number)


def _explain(text: str) -> QuantityError:
    shown = shorten_value(text)
    if not shown:
        return QuantityError("a number is missing here", _EXAMPLES)
    fault = f"'{shown}' is not a number"
    if _GROUPED.fullmatch(text):
        return QuantityError(fault, write(re.sub("[^-0-9.]", "", text)))
    if _DECIMAL_COMMA.fullmatch(text):
        return QuantityError(fault, write(text.replace(",", ".")))
    if text.endswith("%") and _NUMBER.fullmatch(text[:-1].strip()):
        return QuantityError(fault, Remedy(f"write {text[:-1].strip()}, and unit: percent"))
    if between := re.fullmatch(r"(\d+)\s*(?:-|–|\.{3}|…|to)\s*(\d+)", text, re.ASCII):
        return QuantityError(fault, write(f"{between[1]}..{between[2]}"))
    if _NUMBER.fullmatch(text.strip()):
        return QuantityError(f"'{shown}' has spaces beside it", Remedy("leave them out"))
    if re.fullmatch(r"[^\d.-]+\d+(\.\d+)?", text, re.ASCII):
        hint = f"write {re.sub('[^0-9.]', '', text)}, and the rest as its qualifier or unit"
        return QuantityError(fault, Remedy(hint))
    return QuantityError(fault, _EXAMPLES)
