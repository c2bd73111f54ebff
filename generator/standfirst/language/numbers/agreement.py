"""Whether the numbers that a text states, in digits or in words, agree with a figure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from standfirst.language.locale import code_of
from standfirst.language.numbers.lexicon import lexicon
from standfirst.language.numbers.lookup import scale_of_unit
from standfirst.language.numbers.stated_numbers import (
    NumberKind,
    StatedNumber,
    number_at_start,
    stand_in_a_range,
    stated_numbers,
)
from standfirst.language.numbers.vocabularies import READ_WHOLE
from standfirst.language.numbers.wording import PERCENT
from standfirst.model import Quantity

# A share in words is not the per cent of a figure to the last digit: two-thirds are 66, 66.7 and 67 per cent.
_NEAR, _ABOUT = Decimal(1), Decimal(3)


class Agreement(Enum):
    """How a text stands to a figure.

    OPPOSITE: it states the figure's number, but with a minus; UNREAD: it states a number in a way that is not known;
    SILENT: it states none.
    """

    AGREES = "agrees"
    OPPOSITE = "opposite"
    DISAGREES = "disagrees"
    UNREAD = "unread"
    SILENT = "silent"


def numbers_in(text: str, language: str) -> tuple[Decimal, ...]:
    """Return every number that a text states, in its order.

    Numbers are written in the digits of any script, grouped and pointed as the language does it, or in words ("two
    hundred and thirteen", "half a million"), or both ("1.5 million"); the longest reading wins. Ordinals are none, nor
    are digits run together with letters ("19th", "1990s", "G20"). A word for one that stands alone is none either: in
    many languages it is an article or a pronoun too ("one of the captives", "un homme").
    """
    return tuple(
        value
        for stated in stated_numbers(text, language)
        if stated.sure and stated.kind in {NumberKind.NUMBER, NumberKind.RATIO}
        for value in (stated.values if stated.kind is NumberKind.RATIO else stated.values[:1])
    )


def begins_with(text: str, quantity: Quantity, language: str) -> bool:
    """Tell whether a text begins with one of a quantity's numbers."""
    found = number_at_start(text, language)
    return found is not None and (found.states(quantity.low) or found.states(quantity.high))


def pairs_in(text: str, language: str) -> Iterator[tuple[StatedNumber, StatedNumber]]:
    """Yield every two numbers that a text states together: "60–80", "between 60 and 80", "two or three"."""
    numbers = [stated for stated in stated_numbers(text, language) if stated.kind is NumberKind.NUMBER]
    for first, second in pairwise(numbers):
        if stand_in_a_range(text, first, second, language):
            yield first, second


def agreement_of(text: str, quantity: Quantity, language: str, unit: str = "", *, loosely: bool = False) -> Agreement:
    """Return how a text stands to a quantity.

    It agrees if the number, and of a range both ends, are among the numbers it states; it may state others ("213 people
    in 2019"). The sign is left to its words ("fell by 3 per cent"). A share of something agrees with what is counted in
    per cent, near enough, and `loosely` with a figure that is only about right; of anything else it says nothing. Only
    what was read whole disagrees.
    """
    found = stated_numbers(text, language)
    ends = (with_unit_scale(quantity.low, unit, language), with_unit_scale(quantity.high, unit, language))
    for sign, agreement in ((1, Agreement.AGREES), (-1, Agreement.OPPOSITE)):
        if all(
            any(states_in_unit(each, sign * end, unit, loosely=loosely) for end in sizes for each in found)
            for sizes in ends
        ):
            return agreement
    judged = [
        each for each in found if each.kind is NumberKind.NUMBER or (each.kind is NumberKind.RATIO and unit != PERCENT)
    ]
    shares = unit == PERCENT and any(each.share_of_all is not None for each in found)
    if shares or any(each.kind is NumberKind.UNREAD or not each.sure for each in found):
        sure = all(each.kind is not NumberKind.UNREAD for each in found) and any(each.sure for each in judged)
        read = code_of(language) in READ_WHOLE or any(each.sure for each in found)
        return Agreement.DISAGREES if sure else Agreement.UNREAD if read else Agreement.SILENT
    return Agreement.DISAGREES if judged else Agreement.SILENT


def with_unit_scale(value: Decimal, unit: str, language: str) -> tuple[Decimal, ...]:
    """Return a value, and its product with the scale that its unit begins with: 2.5, 2,500,000 for "million years"."""
    scale = scale_of_unit(unit, lexicon(language))
    return (value,) if scale == 1 else (value, value * scale)


def states_in_unit(stated: StatedNumber, value: Decimal, unit: str, *, loosely: bool = False) -> bool:
    """Tell whether a stated number is a value of a unit: two-thirds are 66 and 67 per cent, and 0.25 is a quarter."""
    share = stated.share_of_all
    if unit == PERCENT and share is not None and abs(100 * share - abs(value)) <= (_ABOUT if loosely else _NEAR):
        return True
    return stated.states(value)
