"""Quantities: read them, say them in a language, and check texts against them."""

from generator.numbers.amounts import FoundAmount, Units, amounts_in, another_unit, names_unit, units_of
from generator.numbers.bearing import states
from generator.numbers.qualifiers import qualifier_words, qualifiers_before, qualifiers_in
from generator.numbers.quantities import QuantityError, parse_quantity
from generator.numbers.stated import agrees, numbers_in, pairs_in
from generator.numbers.wording import Amount, say, say_number

__all__ = [
    "Amount",
    "FoundAmount",
    "QuantityError",
    "Units",
    "agrees",
    "amounts_in",
    "another_unit",
    "names_unit",
    "numbers_in",
    "pairs_in",
    "parse_quantity",
    "qualifier_words",
    "qualifiers_before",
    "qualifiers_in",
    "say",
    "say_number",
    "states",
    "units_of",
]
