"""Quantities: read them, say them in a language, and check a text against them."""

from generator.numbers.quantities import QuantityError, parse_quantity
from generator.numbers.stated import agrees, numbers_in
from generator.numbers.wording import Amount, qualifier_words, qualifiers_in, say, say_number

__all__ = [
    "Amount",
    "QuantityError",
    "agrees",
    "numbers_in",
    "parse_quantity",
    "qualifier_words",
    "qualifiers_in",
    "say",
    "say_number",
]
