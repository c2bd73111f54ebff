"""Quantities: read them, say them in a language, and check texts against them.

A text is read in steps: `tokens` cuts it into digits and words, `entries` looks these up in the `lexicon` of its
language (ICU's `spelling`, and the `tables` that people fill), `fractions`, `shares` and `sums` put them together,
and `readings` says what the text states. On readings rest all questions: whether they agree with a figure (`stated`)
or bear it out (`bearing`), their units (`amounts`), what they count (`things`, `nouns`, `people`), and what qualifies
them (`qualifiers`).
`quantities` reads what a writer gives as the value of a figure, and `wording` says it.
"""

from standfirst.language.numbers.amounts import (
    FoundAmount,
    Units,
    amounts_in,
    another_unit,
    names_unit,
    states_another,
    unit_meant,
    units_of,
)
from standfirst.language.numbers.counted_nouns import Counted, OtherThing, another_thing, counted_otherwise
from standfirst.language.numbers.qualifiers import (
    after_last_number,
    at_its_head,
    foreign_qualifiers,
    knows_qualifiers,
    qualifier_words,
    qualifiers_before,
    qualifiers_behind,
    qualifiers_in,
)
from standfirst.language.numbers.quantities import QuantityError, parse_quantity
from standfirst.language.numbers.stated import Agreement, agrees, numbers_in
from standfirst.language.numbers.support import states
from standfirst.language.numbers.wording import Amount, say, say_number

__all__ = [
    "Agreement",
    "Amount",
    "Counted",
    "FoundAmount",
    "OtherThing",
    "QuantityError",
    "Units",
    "after_last_number",
    "agrees",
    "amounts_in",
    "another_thing",
    "another_unit",
    "at_its_head",
    "counted_otherwise",
    "foreign_qualifiers",
    "knows_qualifiers",
    "names_unit",
    "numbers_in",
    "parse_quantity",
    "qualifier_words",
    "qualifiers_before",
    "qualifiers_behind",
    "qualifiers_in",
    "say",
    "say_number",
    "states",
    "states_another",
    "unit_meant",
    "units_of",
]
