"""Numbers as people write them in tables: with their unit, a qualifier, or both ends of a range."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from babel.numbers import is_currency

from standfirst.language.numbers.amounts import amounts_in
from standfirst.language.numbers.qualifiers import qualifiers_before, qualifiers_behind
from standfirst.language.numbers.quantities import QuantityError, parse_quantity
from standfirst.language.numbers.stated_numbers import NumberKind, StatedNumber, stand_in_a_range, stated_numbers
from standfirst.language.numbers.units import common_units
from standfirst.language.numbers.wording import PERCENT
from standfirst.model import Qualifier, Quantity
from standfirst.model.frozen_class import frozen

# Signs that qualify a number, before it or behind it.
_SIGNS = {
    **dict.fromkeys((">=", "≥", "+"), Qualifier.AT_LEAST),
    **dict.fromkeys(("<=", "≤"), Qualifier.AT_MOST),
    **dict.fromkeys(("~", "≈", "c.", "ca."), Qualifier.ABOUT),
    ">": Qualifier.MORE_THAN,
    "<": Qualifier.FEWER_THAN,
}
_SIGN_BEFORE = re.compile(r"\s*(>=|<=|[≥≤><~≈]|ca?\.)\s*(?=\d)")
_PLUS_BEHIND = re.compile(r"(?<=\d)\s*\+\s*(?=\D|$)")
# Words behind a number that may still be its unit.
_LONGEST_UNIT = 2
# Groups of digits have three.
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
_MINUS = re.compile(r"[-−–]\s*$")


@frozen
class GivenAmount:
    """The keys of a figure that a text gives, and what to say where that is not all of it, or not sure."""

    value: str = ""
    qualifier: str = ""
    unit: str = ""
    doubt: str = ""


def read_amount(text: str, language: str) -> GivenAmount:
    """Return the number or range that a text states, with its qualifier and its unit."""
    try:
        parse_quantity(text)
        return GivenAmount(text)
    except QuantityError as error:
        hint = error.remedy.hint
    signed = _SIGN_BEFORE.match(text) or _PLUS_BEHIND.search(text)
    plain = text.replace(signed[0], " ", 1) if signed else text
    if "." not in plain:
        plain = _DECIMAL_COMMA.sub(".", plain)
    stated = [each for each in stated_numbers(plain, language) if each.kind is NumberKind.NUMBER]
    is_range = len(stated) == 2 and stand_in_a_range(plain, stated[0], stated[1], language)
    if not stated or len(stated) > 1 + is_range:
        return GivenAmount(doubt=hint)
    low, high = _ends(plain, stated)
    quantity = Quantity(low, high)
    value = _written(low) if low == high else f"{_written(low)}..{_written(high)}"
    found = qualifiers_before(plain, quantity, language) | qualifiers_behind(plain[stated[-1].end :], language)
    qualifiers = {_SIGNS[signed[1] if signed.re is _SIGN_BEFORE else "+"]} if signed else found
    return _with_unit(plain, stated, GivenAmount(value, "".join(qualifiers) if len(qualifiers) == 1 else ""), language)


def _ends(text: str, stated: list[StatedNumber]) -> tuple[Decimal, Decimal]:
    """Both ends of a range, or a number twice; of "5–10 million" the first is 5 million."""
    first, last = stated[0], stated[-1]
    low, high = first.values[-1 if last.scale > first.scale else 0], last.values[0]
    is_below = len(stated) == 1 and low > 0 and _MINUS.search(text[: first.start])
    return (-low, -low) if is_below else (min(low, high), max(low, high))


def _written(number: Decimal) -> str:
    whole = number == number.to_integral_value()
    return f"{number:.0f}" if whole else f"{number.normalize():f}"


def _with_unit(text: str, stated: list[StatedNumber], read: GivenAmount, language: str) -> GivenAmount:
    """The amount with the unit that stands beside its number: per cent, money, or a word or two behind it."""
    for found in amounts_in(text, common_units(language), language, in_words=True):
        units = [unit for unit in found.units if unit == PERCENT or is_currency(unit)]
        if len(units) == 1:
            return replace(read, unit=units[0])
        if units and found.units == tuple(units):
            shown = text[found.start : stated[0].start].strip() or text[stated[-1].end : found.end].strip()
            return replace(read, doubt=f"“{shown}” may be {', '.join(units[:3])} or another: write the unit")
    behind = text[stated[-1].end :].strip(" .,;)")
    words = [] if read.qualifier and qualifiers_behind(behind, language) else behind.split()
    if not words:
        return read
    if len(words) > _LONGEST_UNIT or not all(word.replace("-", "").isalpha() for word in words):
        return replace(read, doubt=f"“{behind}” behind the number is left out")
    return replace(read, unit=behind)
