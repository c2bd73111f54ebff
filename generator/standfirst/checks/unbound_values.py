"""Dates and numbers in prose that a fact has, but that are no link to it: they go stale when the fact changes."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import TypeAlias

from standfirst.cache import cached_latest, cached_per_item
from standfirst.checks.fact_dates import dates_by_key
from standfirst.checks.figure_links import FigureLink, figure_link_problems
from standfirst.language import dates, numbers
from standfirst.language.dates import StatedDate, StatedEither, StatedSpan
from standfirst.model import (
    CalendarDate,
    Date,
    Day,
    Event,
    Fact,
    FactId,
    Figure,
    Image,
    LanguageTag,
    MarkdownForm,
    Mention,
    Precision,
    Prose,
    Reference,
    Shape,
)
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import Holder, prose_in
from standfirst.problems.errors import Problem, Severity, miswritten
from standfirst.problems.remedies import Remedy, write
from standfirst.prose.paragraphs import OwnWords, origin_of_words, own_words
from standfirst.prose.quotations import without_quotations
from standfirst.site.site import Site

_DIGIT = re.compile(r"\d")
# In a writer's own words, code, links and quotations are blanked out with NUL.
_OWN_TEXT = re.compile(r"[^\0]+")
# Something that is nearly a link: "[213 people] (figure:dead)", "[[figure:dead|213 people]]".
_FACT_BEFORE = re.compile(r"(?P<fact>[a-z]+:[\w-]+)[|\])]{1,3}[\s(\[]{0,3}\Z")
_FACT_AFTER = re.compile(r"[\s)\]]{1,3}[\s(\[{<]{1,3}(?P<fact>[a-z]+:[\w-]+)")
_LONGEST_REFERENCE = 120

# Year, month, day and weekday of a date in a text; year and weekday may be missing.
_DayKey: TypeAlias = tuple[int | None, int, int, int | None]
# Unit, lowest and highest value of a figure.
_AmountKey: TypeAlias = tuple[str, Decimal, Decimal]
# The rank of a fact among those of one day, of which the lowest is chosen; the day; and the fact.
_RankedDay: TypeAlias = tuple[int, _DayKey, FactId]

_units_of = cached_latest(numbers.units_of)


@cached_latest
def _distinct(units: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(units))


def unbound_values(site: Site) -> Iterator[Problem]:
    """Yield a warning for each day, and each number with its unit, that a block states, a fact has and no link binds.

    Code, citations and quotations are left alone. A day, with its year or without, is that of an event, or else of a
    quotation or a claim that has a date of its own; the day on which an image was made is none of the story.
    """
    language = site.explainer.language
    own_texts = tuple(_own_texts_of.flat_map(site.holders))
    days = _first_of_each_day(_days_of.map(site.facts))
    found_dates = tuple(_dates_in.flat_map(own_texts, given=(language,)))
    yield from _unbound_date.flat_map(found_dates, [_facts_of(each.found, days) for each in found_dates])
    figures = _first_of_each_amount(_amount_of.map(site.all(Figure)))
    written_units = _distinct(tuple(unit for unit, *_ in figures))
    amounts = tuple(_amounts_in.flat_map(own_texts, given=(_units_of(written_units, language), language)))
    bound = [_figure_of(each.found, figures) for each in amounts]
    yield from _unbound_amount.flat_map(amounts, bound, given=(written_units, language))


@frozen
class _OwnWordsPart:
    """Some of the writer's own words: the text that they stand in, its line, and their offset in that."""

    prose: Prose
    text: str
    line: OwnWords
    start: int

    def is_nearly_link(self, fact: FactId, start: int, end: int) -> bool:
        """Tell whether a fact is named right beside the words between two offsets: another check reports that."""
        beside = (
            _FACT_BEFORE.search(self.text[max(0, start - _LONGEST_REFERENCE) : start]),
            _FACT_AFTER.match(self.text, end),
        )
        return any(found and found["fact"] == str(fact) for found in beside)

    def words(self, start: int, end: int) -> str:
        """Return the words between two offsets, in one line."""
        return " ".join(self.text[start:end].split())

    def problem(self, start: int, end: int, says: str, remedy: Remedy) -> Problem:
        """Return the warning about the words between two offsets, which `says` follows."""
        words = self.words(start, end)
        origin = origin_of_words(self.prose, words, self.line.place_of(self.start + start))
        return miswritten(origin, f"'{words}' {says}", remedy, words, Severity.WARNING)


@cached_per_item
def _own_texts_of(holder: Holder) -> Iterator[_OwnWordsPart]:
    return chain.from_iterable(_own_texts(prose) for prose in prose_in(holder) if prose.form is MarkdownForm.BLOCK)


def _own_texts(prose: Prose) -> Iterator[_OwnWordsPart]:
    """Yield what stands between the links, citations, code and quotations of a block, where it has digits."""
    for line in own_words(prose, _DIGIT):
        for found in _OWN_TEXT.finditer(without_quotations(line.text)):
            if _DIGIT.search(found[0]):
                yield _OwnWordsPart(prose, found[0], line, found.start())


@frozen
class _DateInText:
    """A date that the text states, or the two dates of a span."""

    own_text: _OwnWordsPart
    found: dates.FoundDate


@frozen
class _AmountInText:
    """A number with its unit that the text states."""

    own_text: _OwnWordsPart
    found: numbers.FoundAmount


@cached_per_item
def _dates_in(own_text: _OwnWordsPart, language: LanguageTag) -> Iterator[_DateInText]:
    return (_DateInText(own_text, found) for found in dates.found_in(own_text.text, language))


@cached_per_item
def _amounts_in(own_text: _OwnWordsPart, units: numbers.Units, language: LanguageTag) -> Iterator[_AmountInText]:
    return (_AmountInText(own_text, found) for found in numbers.amounts_in(own_text.text, units, language))


def _facts_of(found: dates.FoundDate, days: Mapping[_DayKey, FactId]) -> tuple[FactId, ...]:
    # "03/04/2025" may be 3 April or 4 March: only the writer knows which fact to bind.
    ends = () if isinstance(found.stated, StatedEither) else dates.dates_of(found.stated)
    return tuple(filter(None, map(days.get, map(_day_key, ends))))


def _figure_of(found: numbers.FoundAmount, figures: Mapping[_AmountKey, Figure]) -> Figure | None:
    keys = ((unit, found.quantity.low, found.quantity.high) for unit in found.units)
    return next(filter(None, map(figures.get, keys)), None)


@cached_per_item
def _unbound_date(stated: _DateInText, facts: tuple[FactId, ...]) -> Iterator[Problem]:
    is_span = isinstance(stated.found.stated, StatedSpan)
    for fact in facts:
        if stated.own_text.is_nearly_link(fact, stated.found.start, stated.found.end):
            continue
        says = f"{'states' if is_span else 'is'} the date of {fact}, and is not bound to it"
        words = stated.own_text.words(stated.found.start, stated.found.end)
        # Of a span it says no more than where it begins, or ends.
        remedy = Remedy(f"write []({fact}) for it") if is_span else write(f"[{words}]({fact})")
        yield stated.own_text.problem(stated.found.start, stated.found.end, says, remedy)


@cached_per_item
def _unbound_amount(
    stated: _AmountInText, figure: Figure | None, units: tuple[str, ...], language: LanguageTag
) -> Iterator[Problem]:
    own_text, start, end = stated.own_text, stated.found.start, stated.found.end
    if figure and not own_text.is_nearly_link(figure.fact_id, start, end):
        says = f"is the value of {figure.fact_id}, and is not bound to it"
        qualified = ", with its qualifier" if figure.qualifier else ""
        remedy = write(
            f"[{own_text.words(start, end)}]({figure.fact_id})",
            f"{qualified}, or in words a number that is not the figure's",
        )
        is_right = not any(figure_link_problems(_link_for(stated, figure, language), units))
        yield own_text.problem(start, end, says, remedy if is_right else Remedy(remedy.hint))


def _link_for(stated: _AmountInText, figure: Figure, language: LanguageTag) -> FigureLink:
    """The link that would bind an amount as it is stated."""
    own_text, start, end = stated.own_text, stated.found.start, stated.found.end
    words, before, after = own_text.words(start, end), own_text.text[:start], own_text.text[end:]
    reference = Reference(figure.fact_id, own_text.prose.origin)
    return FigureLink(
        Mention(reference, words, before, embeds=False, after=after), figure, words, before, after, language
    )


# ---------------------------------------------------------------- which fact has a day or an amount


@cached_latest
def _first_of_each_amount(amounts: Sequence[tuple[_AmountKey, Figure]]) -> dict[_AmountKey, Figure]:
    return dict(reversed(amounts))


@cached_per_item
def _amount_of(figure: Figure) -> tuple[_AmountKey, Figure]:
    return (figure.unit, abs(figure.value.low), abs(figure.value.high)), figure


@cached_latest
def _first_of_each_day(dated: Sequence[Sequence[_RankedDay]]) -> dict[_DayKey, FactId]:
    """Return which fact has each day: first events of one date, then those that last longer, then what was said."""
    ranked = sorted(chain.from_iterable(dated), key=lambda each: each[0])
    return {key: fact for _, key, fact in reversed(ranked)}


@cached_per_item
def _days_of(fact: Fact) -> tuple[_RankedDay, ...]:
    return tuple(
        (_rank(fact, date), day_key, fact.fact_id)
        for key, date in dates_by_key(fact)
        if key == "date" and not isinstance(fact, Image)
        for day in _days_in(date)
        for day_key in _keys_of(day)
    )


def _rank(fact: Fact, date: Date) -> int:
    if isinstance(fact, Event):
        return 0 if date.shape is Shape.DATE else 1
    return 2


def _days_in(date: Date) -> Iterator[Day]:
    """Yield the day that a date is, or those on which it begins and ends; of "some day within" a period, none."""
    for end in (date.start, date.end):
        if date.shape is not Shape.WITHIN and isinstance(end, CalendarDate) and end.precision is Precision.DAY:
            yield end.earliest


def _keys_of(day: Day) -> Iterator[_DayKey]:
    """Yield all that a text may state of a day: with its year and weekday, or without."""
    for year in (day.year, None):
        for weekday in (calendar.weekday(*day), None):
            yield year, day.month, day.day, weekday


def _day_key(stated: StatedDate) -> _DayKey:
    # No day has the number 0.
    return stated.year, stated.month or 0, stated.day or 0, stated.weekday
