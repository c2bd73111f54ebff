"""Numbers that stand with a unit in a running text: "213 people", "0.5 per cent", "US$5,000"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from standfirst.language.locale import code_of
from standfirst.language.numbers.agreement import pairs_in
from standfirst.language.numbers.folding import WordTuple, folded_word
from standfirst.language.numbers.stated_numbers import NumberKind, StatedNumber, stated_numbers
from standfirst.language.numbers.units import (
    DURATIONS,
    LETTERS,
    MEASURES,
    UNIT_WORD,
    Units,
    common_meanings,
    common_units,
    folded_unit,
    unit_words,
    units_of,
)
from standfirst.model import Quantity
from standfirst.model.frozen_class import frozen

_SPACE = r"[\s\p{Cf}]*"
_NEXT = regex.compile(rf"{_SPACE}(?P<word>{UNIT_WORD.pattern})")
_BEFORE = regex.compile(rf"(?P<sign>[\p{{L}}\p{{Sc}}%\u066a]+){_SPACE}$")
_SCALE = regex.compile(r"\p{L}+$")
# Behind "5 m", "5 m²" and "5 m/s" are other units.
_GOES_ON = regex.compile(r"[\p{No}/]")
# Between the two numbers of a range, whose sign may be written twice: "5%–7%", "US$5–US$6".
_SIGN = r"(?:\p{L}{0,3}\p{Sc}\p{L}{0,3}|[%\u066a])?"
_DASH = regex.compile(rf"{_SPACE}{_SIGN}{_SPACE}[-–—]{_SPACE}{_SIGN}{_SPACE}")
_LONGEST_SIGN = 8
_LONGEST_UNIT = 40
_MOST_AFTER = 4


@frozen
class FoundAmount:
    """A number, or a range, that a text states together with its unit, from one offset to another.

    `units` are all that its unit may mean: "$" may be several. The number has no sign; "fell by 3 per cent" and "-3%"
    both give 3.
    """

    start: int
    end: int
    quantity: Quantity
    units: tuple[str, ...]


def another_unit(text: str, quantity: Quantity, unit: str, language: str) -> str:
    """Return the stretch of a text that states a quantity with a common unit which is not its own; else "".

    Lengths of time are looked at only if the quantity is one itself, for "213 people in 40 days" has two quantities;
    measures only if the quantity is a measure or a length of time.
    """
    common = common_units(language)
    own = {unit, *common_meanings(unit, language)}
    times, measured = not own.isdisjoint(DURATIONS), not own.isdisjoint(MEASURES)
    passed_over = () if times else DURATIONS if measured else (*DURATIONS, *MEASURES)
    for found in amounts_in(text, common, language):
        meant = set(found.units).difference(passed_over)
        if meant and own.isdisjoint(meant) and is_stated_by(found, quantity):
            return text[found.start : found.end].strip()
    return ""


def states_another(text: str, quantity: Quantity, unit: str, language: str) -> bool:
    """Tell whether a text states, in a quantity's unit or in a range with it, a number that is not its: "213 or 4"."""
    ends = (quantity.low, quantity.high)
    for pair in pairs_in(text, language):
        stated = [any(each.states(end) for end in ends) for each in pair]
        if any(stated) and not all(stated):
            return True
    sizes = {abs(end) for end in ends}
    amounts = amounts_in(text, units_of([unit], language), language)
    return any(not {found.quantity.low, found.quantity.high} <= sizes for found in amounts)


def is_stated_by(found: FoundAmount, quantity: Quantity) -> bool:
    """Tell whether an amount is one of a quantity's ends."""
    return not {abs(quantity.low), abs(quantity.high)}.isdisjoint((found.quantity.low, found.quantity.high))


def amounts_in(text: str, units: Units, language: str, *, in_words: bool = False) -> Iterator[FoundAmount]:
    """Yield every number in digits that has one of the units beside it, and with `in_words` those in words too."""
    before: StatedNumber | None = None
    for number in stated_numbers(text, language):
        if number.kind is NumberKind.NUMBER and number.sure and (in_words or not number.in_words):
            joined = before and _DASH.fullmatch(text, before.end, number.start)
            if found := _amount(text, before if before and joined else number, number, units):
                yield found
            before = number


def _amount(text: str, first: StatedNumber, last: StatedNumber, units: Units) -> FoundAmount | None:
    """Return the amount of a number, or of the first and last of a range, if it has a unit."""
    # Of "5–10 million" the first is 5 million.
    low, high = first.values[-1 if last.scale > first.scale else 0], last.values[0]
    quantity, words = Quantity(abs(low), abs(high)), _words_after(text, last.end, units.longest)
    sign = _BEFORE.search(text[max(0, first.start - _LONGEST_SIGN) : first.start])
    if sign and (meant := units.before.get(unit_words(sign["sign"]))):
        return FoundAmount(first.start - len(sign[0]), last.end, quantity, meant)
    for length in range(min(len(words), units.longest), 0, -1):
        if meant := units.after.get(tuple(word for word, _ in words[:length])):
            return FoundAmount(first.start, words[length - 1][1], quantity, meant)
    if measured := _measured(text, first, last, units):
        return measured
    end, meant = _written_to(text, last.end, units) if units.unspaced else (0, ())
    return FoundAmount(first.start, end, quantity, meant) if meant else None


def _measured(text: str, first: StatedNumber, last: StatedNumber, units: Units) -> FoundAmount | None:
    """Return the amount of a number whose scale may be a unit of measurement instead: "5 mm", "5 m"."""
    scale = _SCALE.search(text, last.start, last.end)
    meant = units.after.get(unit_words(scale[0]), ()) or LETTERS.get(scale[0], ()) if scale else ()
    if not meant or len(last.values) == 1 or _GOES_ON.match(text, last.end):
        return None
    return FoundAmount(first.start, last.end, Quantity(*(min(map(abs, each.values)) for each in (first, last))), meant)


def _written_to(text: str, position: int, units: Units) -> tuple[int, tuple[str, ...]]:
    """Return where the longest unit behind a number ends, and what it may mean; other letters may follow it."""
    start = position + len(text[position : position + 1]) if text[position : position + 1].isspace() else position
    following = folded_unit(text[start : start + _LONGEST_UNIT])
    found = max((each for each in units.after if following.startswith("".join(each))), key=_length, default=())
    return start + _length(found), units.after.get(found, ())


def _length(words: WordTuple) -> int:
    return sum(map(len, words))


def words_after(text: str, position: int, language: str) -> tuple[tuple[str, int], ...]:
    """Return the next few words behind a place with nothing but spaces between, and the offset where each ends."""
    return tuple((folded_word(each, code_of(language)), end) for each, end in _words_after(text, position, _MOST_AFTER))


def _words_after(text: str, position: int, most: int) -> list[tuple[str, int]]:
    """Return at most so many words behind a place with nothing but spaces between, and the offset where each ends."""
    words: list[tuple[str, int]] = []
    while len(words) < most and (found := _NEXT.match(text, position)):
        position = found.end()
        words.append((folded_unit(found["word"]), position))
    return words
