"""Bound values: where prose shows a date or a number as a link to its fact, the two must agree.

And where it shows the date or the number of a fact without the link, it ought to be one.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import TypeAlias

from standfirst.cache import latest, per_item
from standfirst.checks import figure_links as figures
from standfirst.language import dates, numbers
from standfirst.language.dates import StatedDate, StatedEither, StatedSpan
from standfirst.model import (
    CalendarDate,
    Claim,
    Date,
    Day,
    Event,
    Fact,
    FactId,
    Figure,
    Kind,
    LanguageTag,
    MarkdownForm,
    Mention,
    Precision,
    Prose,
    Quote,
    Shape,
)
from standfirst.model.walking import Holder, prose_in
from standfirst.problems.errors import Problem, Severity
from standfirst.prose.paragraphs import OwnWords, origin_within, own_words
from standfirst.prose.quotations import without_quotations
from standfirst.site.site import Site

# What a link can state the date or the number of.
_BOUND = frozenset({Kind.EVENT, Kind.QUOTE, Kind.CLAIM, Kind.FIGURE})
_UNBLANKED = re.compile(r"[^\0]+")
_LONGEST_REFERENCE = 120
_NAMED_BEFORE = re.compile(r"(?P<fact>[a-z]+:[\w-]+)[|\])]{1,3}[\s(\[]{0,3}\Z")
_NAMED_BEHIND = re.compile(r"[\s)\]]{1,3}[\s(\[{<]{1,3}(?P<fact>[a-z]+:[\w-]+)")
_DIGIT = re.compile(r"\d")


def disagreements(site: Site) -> Iterator[Problem]:
    """Every link text in prose that states another date or number than the fact to which it leads."""
    links = tuple(_links_with_texts.flat_map(site.holders))
    bound = [_bound(link.mention, site) for link in links]
    units = _each_once(_unit_of.map(site.all(Figure)))
    return _disagreement.flat_map(links, bound, given=(units, site.explainer.language))


@per_item
def _unit_of(figure: Figure) -> str:
    return figure.unit


@latest
def _each_once(units: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, units)))


@dataclass(frozen=True, slots=True)
class _Link:
    """A link to a fact that may have a date or a number, and its text as readers see it."""

    mention: Mention
    text: str


_units_of = latest(numbers.units_of)


@per_item
def _links_with_texts(holder: Holder) -> Iterator[_Link]:
    for prose in prose_in(holder):
        for mention in prose.mentions:
            text = " ".join(mention.text.split())
            if text and not mention.embeds and mention.reference.to.kind in _BOUND:
                yield _Link(mention, text)


@per_item
def _disagreement(
    link: _Link, bound: Figure | Date | None, units: tuple[str, ...], language: LanguageTag
) -> Iterator[Problem]:
    mention, text = link.mention, link.text
    if isinstance(bound, Figure):
        yield from figures.disagreement(
            figures.Shown(mention, bound, text, mention.before, language, mention.after), units
        )
    elif bound:
        yield from _date_disagreement(mention, _with_weekday(mention, text, language), bound, language)


def _bound(mention: Mention, site: Site) -> Figure | Date | None:
    """Return what a link is held to: the figure that it leads to, or the date of another fact."""
    match site.index.get(mention.reference.to):
        case Figure() as figure:
            return figure
        case Event(date=date):
            return date
        case Quote(date=None, event=reference) if reference:
            event = site.index.get(reference.to)
            return event.date if isinstance(event, Event) else None
        case Quote(date=date) | Claim(date=date):
            return date
        case _:
            return None


def _with_weekday(mention: Mention, text: str, language: str) -> str:
    """Return a date in a link with the weekday just before it, if there is one: "on Monday, [15 April](event:call)"."""
    before = mention.before.split()[-1:]
    longer = " ".join((*before, text))
    stated = dates.read(longer, language) if before else None
    return longer if isinstance(stated, StatedDate) and stated.weekday is not None else text


def _date_disagreement(mention: Mention, text: str, date: Date, language: LanguageTag) -> Iterator[Problem]:
    weekday = _weekday_of(date)
    # A text that is a weekday alone is held to a day, which is all that has one.
    stated = dates.read(text, language) or (None if weekday is None else dates.weekday(text, language))
    if stated and not dates.agrees(stated, date):
        told = f", a {weekday}" if weekday and isinstance(stated, StatedDate) and stated.weekday is not None else ""
        message = f"'{text}' disagrees with {mention.reference.to}, which is dated {dates.say(date, language)}{told}"
        yield Problem(mention.reference.origin, message, f"mend one of them, or write []({mention.reference.to})")


def _weekday_of(date: Date) -> str | None:
    match date:
        case Date(shape=Shape.DATE, start=CalendarDate(precision=Precision.DAY) as day):
            return calendar.day_name[calendar.weekday(*day.earliest)]
    return None


# ---------------------------------------------------------------- values that are not bound

_DayKey: TypeAlias = tuple[int | None, int, int, int | None]
_ValueKey: TypeAlias = tuple[str, Decimal, Decimal]


def unbound(site: Site) -> Iterator[Problem]:
    """Every day and every number with its unit that a block states and a fact has, but no link binds, as warnings.

    Code, citations and quotations are left alone. A day is one of an event, or else of a quotation or a claim that has
    a date of its own; with the year or without.
    """
    language = site.explainer.language
    stretches = tuple(_own_words.flat_map(site.holders))
    days = _first_of_each_day(_days_of.map(site.facts))
    dated = tuple(_stated_dates.flat_map(stretches, given=(language,)))
    yield from _unbound_date.flat_map(dated, [_facts_of(each.found, days) for each in dated])
    valued = _first_of_each_value(_value_of.map(site.all(Figure)))
    units = _units_of(tuple(dict.fromkeys(unit for unit, *_ in valued)), language)
    counted = tuple(_stated_amounts.flat_map(stretches, given=(units, language)))
    yield from _unbound_amount.flat_map(counted, [_figure_of(each.found, valued) for each in counted])


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a text in the writer's own words, and where in which line of it that begins."""

    prose: Prose
    text: str
    line: OwnWords
    start: int

    def names(self, fact: FactId, start: int, end: int) -> bool:
        """Whether a fact is named right beside what stands between two offsets: that is told as nearly a link."""
        beside = (
            _NAMED_BEFORE.search(self.text[max(0, start - _LONGEST_REFERENCE) : start]),
            _NAMED_BEHIND.match(self.text, end),
        )
        return any(found and found["fact"] == str(fact) for found in beside)

    def problem(self, start: int, end: int, says: str, hint: str) -> Problem:
        """Return the warning about what stands between two offsets into the stretch; `says` follows its words."""
        shown = " ".join(self.text[start:end].split())
        origin = origin_within(self.prose, shown, self.line.place_of(self.start + start))
        return Problem(origin, f"'{shown}' {says}", hint.format(shown), Severity.WARNING)


@per_item
def _own_words(holder: Holder) -> Iterator[_Stretch]:
    return chain.from_iterable(_stretches(prose) for prose in prose_in(holder) if prose.form is MarkdownForm.BLOCK)


def _stretches(prose: Prose) -> Iterator[_Stretch]:
    """Yield the stretches of a block with digits in them that are no link, citation, code or quotation."""
    for line in own_words(prose):
        for stretch in _UNBLANKED.finditer(without_quotations(line.text)):
            if _DIGIT.search(stretch[0]):
                yield _Stretch(prose, stretch[0], line, stretch.start())


@dataclass(frozen=True, slots=True)
class _StatedDate:
    """A date that is stated in a stretch, or the two dates of a span."""

    stretch: _Stretch
    found: dates.FoundDate


@dataclass(frozen=True, slots=True)
class _StatedAmount:
    """A number with its unit that is stated in a stretch."""

    stretch: _Stretch
    found: numbers.FoundAmount


@per_item
def _stated_dates(stretch: _Stretch, language: LanguageTag) -> Iterator[_StatedDate]:
    return (_StatedDate(stretch, found) for found in dates.found_in(stretch.text, language))


@per_item
def _stated_amounts(stretch: _Stretch, units: numbers.Units, language: LanguageTag) -> Iterator[_StatedAmount]:
    return (_StatedAmount(stretch, found) for found in numbers.amounts_in(stretch.text, units, language))


def _facts_of(found: dates.FoundDate, days: Mapping[_DayKey, FactId]) -> tuple[FactId, ...]:
    # What may be one date or another is the writer's to bind.
    ends = () if isinstance(found.stated, StatedEither) else dates.dates_of(found.stated)
    return tuple(filter(None, map(days.get, map(_key, ends))))


def _figure_of(found: numbers.FoundAmount, figures: Mapping[_ValueKey, Figure]) -> Figure | None:
    keys = ((unit, found.quantity.low, found.quantity.high) for unit in found.units)
    return next(filter(None, map(figures.get, keys)), None)


@per_item
def _unbound_date(stated: _StatedDate, facts: tuple[FactId, ...]) -> Iterator[Problem]:
    is_span = isinstance(stated.found.stated, StatedSpan)
    for fact in facts:
        if stated.stretch.names(fact, stated.found.start, stated.found.end):
            continue
        says = f"{'states' if is_span else 'is'} the date of {fact}, and is not bound to it"
        hint = f"write []({fact}) for it" if is_span else f"write [{{}}]({fact})"
        yield stated.stretch.problem(stated.found.start, stated.found.end, says, hint)


@per_item
def _unbound_amount(stated: _StatedAmount, figure: Figure | None) -> Iterator[Problem]:
    if figure and not stated.stretch.names(figure.fact_id, stated.found.start, stated.found.end):
        says = f"is the value of {figure.fact_id}, and is not bound to it"
        qualified = ", with its qualifier" if figure.qualifier else ""
        hint = f"write [{{}}]({figure.fact_id}){qualified}, or in words a number that is not the figure's"
        yield stated.stretch.problem(stated.found.start, stated.found.end, says, hint)


# ---------------------------------------------------------------- which fact has a value: of several the site's first


@latest
def _first_of_each_value(values: Sequence[tuple[_ValueKey, Figure]]) -> dict[_ValueKey, Figure]:
    return dict(reversed(values))


@per_item
def _value_of(figure: Figure) -> tuple[_ValueKey, Figure]:
    return (figure.unit, abs(figure.value.low), abs(figure.value.high)), figure


_DatedFact: TypeAlias = tuple[int, _DayKey, FactId]


@latest
def _first_of_each_day(dated: Sequence[Sequence[_DatedFact]]) -> dict[_DayKey, FactId]:
    """Return the facts that have the days: events of one date, then those that last longer, then what was said."""
    ranked = sorted(chain.from_iterable(dated), key=lambda each: each[0])
    return {key: fact for _, key, fact in reversed(ranked)}


@per_item
def _days_of(fact: Fact) -> tuple[_DatedFact, ...]:
    match fact:
        case Event(date=date):
            rank = 0 if date.shape is Shape.DATE else 1
        case Quote(date=date) | Claim(date=date) if date:
            rank = 2
        case _:
            return ()
    return tuple((rank, key, fact.fact_id) for day in _days_in(date) for key in _keys_of(day))


def _days_in(date: Date) -> Iterator[Day]:
    """Yield the day that a date is, or those on which it begins and ends; a day within a period is not told apart."""
    for end in (date.start, date.end):
        if date.shape is not Shape.WITHIN and isinstance(end, CalendarDate) and end.precision is Precision.DAY:
            yield end.earliest


def _keys_of(day: Day) -> Iterator[_DayKey]:
    """Yield what a text may state of a day: with its year and weekday, or without."""
    for year in (day.year, None):
        for weekday in (calendar.weekday(*day), None):
            yield year, day.month, day.day, weekday


def _key(stated: StatedDate) -> _DayKey:
    # No day has the number 0.
    return stated.year, stated.month or 0, stated.day or 0, stated.weekday
