"""Finds numbers with their meaning in an article: what each counts or measures, its qualifier, what it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

import regex

from standfirst.draft.article import Article
from standfirst.draft.figure_labels import label_of
from standfirst.draft.figure_lengths import lengths_among
from standfirst.draft.figure_nouns import Noun, noun_behind
from standfirst.draft.numbered_names import names_something
from standfirst.draft.proposals import DateProposal, FigureProposal
from standfirst.language.numbers import FoundAmount, amounts_in, qualifier_words, qualifiers_before, qualifiers_behind
from standfirst.language.numbers.stated_numbers import NumberKind, StatedNumber, stand_in_a_range, stated_numbers
from standfirst.language.numbers.units import DURATIONS, common_units
from standfirst.model import Quantity
from standfirst.model.frozen_class import frozen
from standfirst.model.values import Qualifier

_REACH: Final = 40
_LIKELY_MONEY: Final = ("USD", "GBP", "EUR", "FRF", "INR")
# As CLDR calls measures: "length-kilometer".
_MEASURED: Final = "-"
_UNIT: Final = regex.compile(r"\p{L}[\p{L} -]*$")
_BETWEEN_SIGNS: Final = regex.compile(r"\s?(?:%|percent|per cent)\s?(?:to|-|–)\s?")
_BEHIND_SIGN: Final = regex.compile(r"\s?(?:%|percent|per cent)")
_GROUPED: Final = regex.compile(r"\d{1,3}(?:,\d{3})+")
# A number without a noun is a figure where it is large or qualified; others are as often an age, a lap or a rank.
_NO_UNIT: Final = "the words next to the number do not tell what it counts"
_MANY_UNITS: Final = "the money is called so in several countries"


@frozen
class _Number:
    """One number, or the two of a range, from one offset to another."""

    start: int
    end: int
    quantity: Quantity


@frozen
class _Unit:
    """What a number is of, and where the words for both end; `noun` where it counts rather than measures."""

    name: str
    start: int
    end: int
    noun: Noun | None = None
    doubts: tuple[str, ...] = ()


def figures_in(article: Article, dates: Sequence[DateProposal]) -> tuple[FigureProposal, ...]:
    """Return the figures of an article in the order of its text.

    No part of a date, of an age or of a name is one. A length of time, which is among the dates, is one too where the
    article says that something lasted so long.
    """
    found: list[FigureProposal] = []
    number = 0
    for start, end in article.paragraphs:
        text, taken = article.text[start:end], []
        while number < len(dates) and dates[number].start < end:
            taken.append(replace(dates[number], start=dates[number].start - start, end=dates[number].end - start))
            number += 1
        figures = [*_counted(text, article.language, taken), *lengths_among(text, taken)]
        figures.sort(key=lambda each: each.start)
        found += (replace(each, start=each.start + start, end=each.end + start) for each in figures)
    return tuple(found)


def _counted(text: str, language: str, dates: Sequence[DateProposal]) -> Iterator[FigureProposal]:
    """Yield the figures of a paragraph that are no lengths of time."""
    amounts = tuple(amounts_in(text, common_units(language), language, in_words=True))
    starts, taken = [each.start for each in amounts], [each.start for each in dates]
    for number in _numbers(text, language):
        # Of "10% to 15%" both have the sign.
        index = bisect_left(starts, number.end) - 1
        amount = amounts[index] if index >= 0 and number.start < amounts[index].end else None
        date = bisect_left(taken, number.end) - 1
        after = dates[date].end if date >= 0 else 0
        if after > number.start or (amount is None and names_something(text, number.start, number.end)):
            continue
        unit = _unit(text, number, amount, language)
        qualifier = _qualifier(text, number, after, language)
        if unit is None and (qualifier or _GROUPED.match(text, number.start)):
            unit = _Unit("", number.start, number.end, None, (_NO_UNIT,))
        if unit is not None and unit.name not in DURATIONS:
            yield _figure(text, number, unit, qualifier, language)


def _figure(text: str, number: _Number, unit: _Unit, qualifier: Qualifier | None, language: str) -> FigureProposal:
    label = label_of(text, unit.start, unit.end, unit.noun)
    start = _begin(text, unit.start, qualifier, language)
    return FigureProposal(
        start=start,
        end=unit.end,
        text=text[start : unit.end],
        value=_written(number.quantity),
        qualifier=qualifier,
        unit=unit.name,
        label=label,
        doubts=unit.doubts,
    )


# ---------------------------------------------------------------- numbers


def _numbers(text: str, language: str) -> Iterator[_Number]:
    """Yield the numbers of a text, the two of a range as one."""
    held: StatedNumber | None = None
    for each in stated_numbers(text, language):
        if each.kind is not NumberKind.NUMBER or not each.sure:
            continue
        if held is not None and _is_range(text, held, each, language):
            # Of "5–10 million" the first is 5 million.
            low = held.values[-1 if each.scale > held.scale else 0]
            yield _Number(held.start, each.end, Quantity(low, each.values[0]))
            held = None
            continue
        if held is not None:
            yield _alone(held)
        held = each
    if held is not None:
        yield _alone(held)


def _is_range(text: str, first: StatedNumber, second: StatedNumber, language: str) -> bool:
    """Tell whether two numbers are the ends of a range; the sign of the first may stand between: "10% to 15%"."""
    if first.values[0] >= second.values[0]:
        return False
    if stand_in_a_range(text, first, second, language):
        return True
    between = _BETWEEN_SIGNS.fullmatch(text, first.end, second.start)
    return between is not None and _BEHIND_SIGN.match(text, second.end) is not None


def _alone(number: StatedNumber) -> _Number:
    return _Number(number.start, number.end, Quantity(number.values[0], number.values[0]))


def _written(quantity: Quantity) -> str:
    """Return a quantity as the content format has it."""
    low, high = map(_digits, (quantity.low, quantity.high))
    return low if low == high else f"{low}..{high}"


def _digits(number: Decimal) -> str:
    whole = number.to_integral_value()
    return f"{whole:f}" if number == whole else f"{number.normalize():f}"


def _qualifier(text: str, number: _Number, after: int, language: str) -> Qualifier | None:
    before = text[max(after, number.start - _REACH) : number.end]
    found = qualifiers_before(before, number.quantity, language)
    found = found or qualifiers_behind(text[number.end : number.end + _REACH], language, sure=True)
    return min(found, key=list(Qualifier).index) if found else None


def _begin(text: str, start: int, qualifier: Qualifier | None, language: str) -> int:
    """Return where the words begin that qualify a number, or the number itself where they stand behind it."""
    before = text[max(0, start - _REACH) : start].lower()
    words = (each for each in qualifier_words(qualifier, language) if before.endswith(f"{each} ")) if qualifier else ()
    return start - max((len(each) + 1 for each in words), default=0)


# ---------------------------------------------------------------- units


def _unit(text: str, number: _Number, amount: FoundAmount | None, language: str) -> _Unit | None:
    if amount is None:
        noun = noun_behind(text, number.end, language)
        return _Unit(noun.unit, number.start, noun.end, noun) if noun else None
    start, end = min(amount.start, number.start), max(amount.end, number.end)
    if not set(amount.units).isdisjoint(DURATIONS):
        return _Unit(amount.units[0], start, end)
    if len(amount.units) == 1 and _MEASURED not in amount.units[0]:
        return _Unit(amount.units[0], start, end)
    if any(_MEASURED in each for each in amount.units):
        word = _UNIT.search(text, number.end, end)
        return _Unit(word[0] if word else "", start, end)
    # "$" and "pounds" are the money of many countries, and of these mostly that of one.
    money = next((each for each in _LIKELY_MONEY if each in amount.units), amount.units[0])
    return _Unit(money, start, end, None, () if text[start] in "$£€" else (_MANY_UNITS,))
