"""Quantities: read them, say them in a language, and check texts against them.

A text is read in steps. `tokens` cuts it into digits and words (`folding`, `joined_words`); `lookup` finds these in the
`lexicon` of its language, compiled from ICU's `spelling` and the tables in `vocabularies`; `fractions`, `shares` and
`compound_numbers` put them together, and `stated_numbers` says what the text states. All else rests on that: whether
a text agrees with a figure (`agreement`) or supports it (`support`), which unit a number has (`amounts`, `units`), what
it counts (`counted_nouns`, `noun_phrases`, with the tables `nouns` and `people`), and what qualifies it (`qualifiers`).
`quantities` reads what a writer gives as the value of a figure, `given_amounts` what tables have for one, and `wording`
says it.
"""

from standfirst.language.numbers.agreement import Agreement, agreement_of, numbers_in
from standfirst.language.numbers.amounts import FoundAmount, amounts_in, another_unit, states_another
from standfirst.language.numbers.counted_nouns import CountedFigure, OtherThing, another_thing, only_other_thing
from standfirst.language.numbers.given_amounts import GivenAmount, read_amount
from standfirst.language.numbers.qualifiers import (
    after_last_number,
    foreign_qualifiers,
    foreign_qualifiers_before_first,
    knows_qualifiers,
    qualifier_words,
    qualifiers_before,
    qualifiers_behind,
    qualifiers_in,
)
from standfirst.language.numbers.quantities import QuantityError, parse_quantity
from standfirst.language.numbers.stated_numbers import NumberKind, StatedNumber, stated_numbers
from standfirst.language.numbers.support import is_supported
from standfirst.language.numbers.units import Units, names_unit, unit_to_write, units_of
from standfirst.language.numbers.wording import Amount, say, say_number

__all__ = [
    "Agreement",
    "Amount",
    "CountedFigure",
    "FoundAmount",
    "GivenAmount",
    "NumberKind",
    "OtherThing",
    "QuantityError",
    "StatedNumber",
    "Units",
    "after_last_number",
    "agreement_of",
    "amounts_in",
    "another_thing",
    "another_unit",
    "foreign_qualifiers",
    "foreign_qualifiers_before_first",
    "is_supported",
    "knows_qualifiers",
    "names_unit",
    "numbers_in",
    "only_other_thing",
    "parse_quantity",
    "qualifier_words",
    "qualifiers_before",
    "qualifiers_behind",
    "qualifiers_in",
    "read_amount",
    "say",
    "say_number",
    "stated_numbers",
    "states_another",
    "unit_to_write",
    "units_of",
]
