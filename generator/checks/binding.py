"""Bound values: where prose shows a date or a number as a link to its fact, the two must agree.

And where it shows the date or the number of a fact without the link, it ought to be one.
"""

from __future__ import annotations

import calendar
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias

from generator import dates, numbers
from generator.dates import StatedDate, StatedSpan
from generator.errors import Problem, Severity
from generator.model import (
    CalendarDate,
    Claim,
    Date,
    Day,
    Event,
    Fact,
    FactId,
    Figure,
    Form,
    Mention,
    Precision,
    Prose,
    Quote,
    Shape,
)
from generator.prose.paragraphs import QUOTATION, origin_within
from generator.prose.references import CITATION, LINK, without_code
from generator.site import Site, prose_in

_MARKS = re.compile(r"(?<!\\)[*_`]")
_ESCAPED = re.compile(r"\\(\W)")
# The longest wordings of a qualifier, such as "in the region of", have so many words.
_WORDS_BEFORE = 4
_PARAGRAPH = re.compile(r"(?:.|\n(?![ \t]*\n))+")
_UNBLANKED = re.compile(r"[^\0]+")
# Links that are written in other ways, and where they lead.
_OTHER_LINKS = re.compile(
    r"\[[^\[\]]*\]\[[^\[\]]*\]|^[ \t>]*\[(?!\^)[^\]\n]+\]:.*$|<[a-zA-Z][\w+.-]*:[^<>\s]*>", re.MULTILINE
)
_BEFORE_NUMBER = re.compile(r"\D*")
_DIGIT = re.compile(r"\d")


def disagreements(site: Site) -> Iterator[Problem]:
    """Every link text in prose that states another date or number than the fact to which it leads."""
    for prose in prose_in((site.explainer, site.sections, site.facts)):
        for mention in prose.mentions:
            text = _seen(mention.text).strip()
            if text and not mention.embeds:
                yield from _disagreement(mention, text, site)


def _seen(markdown: str) -> str:
    """Return what readers see of a stretch of Markdown: without its marks, its entities and its backslashes."""
    return html.unescape(_ESCAPED.sub(r"\1", _MARKS.sub("", markdown))).replace("\u00a0", " ")


def _disagreement(mention: Mention, text: str, site: Site) -> Iterator[Problem]:
    fact = site.index.get(mention.reference.to)
    date = _date_of(fact, site) if fact else None
    if isinstance(fact, Figure):
        yield from _figure_disagreement(mention, text, fact, site.explainer.language)
    elif date:
        yield from _date_disagreement(mention, _with_weekday(mention, text, site.explainer.language), date, site)


def _date_of(fact: Fact, site: Site) -> Date | None:
    match fact:
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
    before = _seen(mention.before).split()[-1:]
    longer = " ".join((*before, text))
    stated = dates.read(longer, language) if before else None
    return longer if isinstance(stated, StatedDate) and stated.weekday is not None else text


def _date_disagreement(mention: Mention, text: str, date: Date, site: Site) -> Iterator[Problem]:
    language = site.explainer.language
    stated = dates.read(text, language)
    if stated and not dates.agrees(stated, date):
        message = f"'{text}' disagrees with {mention.reference.to}, which is dated {dates.say(date, language)}"
        yield Problem(mention.reference.origin, message, f"mend one of them, or write []({mention.reference.to})")


def _figure_disagreement(mention: Mention, text: str, figure: Figure, language: str) -> Iterator[Problem]:
    shown = numbers.say(figure.value, figure.qualifier, figure.unit, language)
    hint = f"mend one of them, or write []({mention.reference.to})"
    agrees = numbers.agrees(text, figure.value, language) and not _has_another_amount(text, figure, language)
    stated = numbers.qualifiers_in(_BEFORE_NUMBER.match(text)[0], language)  # type: ignore[index]
    in_place = _with_words_before(mention, text)
    if agrees and (other := numbers.another_unit(in_place, figure.value, figure.unit, language)):
        yield Problem(
            mention.reference.origin, f"'{other}' disagrees with {mention.reference.to}, which is {shown}", hint
        )
    elif agrees is False or (agrees and stated - {figure.qualifier}):
        message = f"'{text}' disagrees with {mention.reference.to}, which is {shown}"
        yield Problem(mention.reference.origin, message, hint)
    elif agrees and figure.qualifier and not _is_qualified(mention, text, figure, language):
        message = f"'{text}' leaves out what {mention.reference.to} says: {shown}"
        yield Problem(mention.reference.origin, message, "put the qualifier in the link, or just before it")
    elif agrees and numbers.qualifiers_before(in_place, figure.value, language) - {figure.qualifier}:
        message = f"what stands before '{text}' qualifies {mention.reference.to}, which is {shown}"
        hint = "take it out, or mend the figure's qualifier"
        yield Problem(mention.reference.origin, message, hint, Severity.WARNING)


def _has_another_amount(text: str, figure: Figure, language: str) -> bool:
    """Whether a text states what is counted as the figure's is, or joined to it, and is not the figure: "213 or 4"."""
    value = figure.value
    ends = {abs(value.low), abs(value.high)}
    if any(len(ends.intersection(pair)) == 1 and pair[0] != pair[1] for pair in numbers.pairs_in(text, language)):
        return True
    amounts = numbers.amounts_in(text, numbers.units_of([figure.unit], language), language)
    stated = {end for found in amounts for end in (found.quantity.low, found.quantity.high)}
    return not stated <= ends


def _is_qualified(mention: Mention, text: str, figure: Figure, language: str) -> bool:
    """Whether the figure's qualifier stands in the link's text, or in the few words before it."""
    return figure.qualifier in numbers.qualifiers_in(_with_words_before(mention, text), language)


def _with_words_before(mention: Mention, text: str) -> str:
    return " ".join((*_seen(mention.before).split()[-_WORDS_BEFORE:], text))


# ---------------------------------------------------------------- values that are not bound

_DayKey: TypeAlias = tuple[int | None, int, int, int | None]
_ValueKey: TypeAlias = tuple[str, Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class _Values:
    """The facts with a day or a number, by what a text may state of it: of those that share one the site's first."""

    days: Mapping[_DayKey, FactId]
    amounts: Mapping[_ValueKey, Figure]
    units: numbers.Units


def unbound(site: Site) -> Iterator[Problem]:
    """Every day and every number with its unit that a block states and a fact has, but no link binds, as warnings.

    Code, citations and quotations are left alone. A day is one of an event, or else of a quotation or a claim that has
    a date of its own; with the year or without.
    """
    values = _values(site)
    for prose in prose_in((site.explainer, site.sections, site.facts)):
        if prose.form is Form.BLOCK:
            for stretch in _own_words(prose):
                yield from _unbound_dates(stretch, values, site.explainer.language)
                yield from _unbound_amounts(stretch, values, site.explainer.language)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a text in the writer's own words, and its offset in the Markdown."""

    prose: Prose
    text: str
    start: int

    def problem(self, start: int, end: int, says: str, hint: str) -> Problem:
        """Return the warning about what stands between two offsets into the stretch; `says` follows its words."""
        shown = " ".join(self.text[start:end].split())
        origin = origin_within(self.prose, shown, self.start + start)
        return Problem(origin, f"'{shown}' {says}", hint.format(shown), Severity.WARNING)


def _own_words(prose: Prose) -> Iterator[_Stretch]:
    """Yield the stretches of a block with digits in them that are no link, citation, code or quotation."""
    text = without_code(prose.markdown)
    for other in (CITATION, LINK, _OTHER_LINKS):
        text = other.sub(_blank, text)
    for paragraph in _PARAGRAPH.finditer(text):
        for stretch in _UNBLANKED.finditer(QUOTATION.sub(_blank, paragraph[0])):
            if _DIGIT.search(stretch[0]):
                yield _Stretch(prose, stretch[0], paragraph.start() + stretch.start())


def _blank(found: re.Match[str]) -> str:
    """Stand in for what is left out, so that what follows keeps its offset."""
    return "\0" * len(found[0])


def _unbound_dates(stretch: _Stretch, values: _Values, language: str) -> Iterator[Problem]:
    for found in dates.found_in(stretch.text, language):
        match found.stated:
            case StatedDate() as date if fact := values.days.get(_key(date)):
                says = f"is the date of {fact}, and is not bound to it"
                yield stretch.problem(found.start, found.end, says, f"write [{{}}]({fact})")
            case StatedSpan(start, end):
                for fact in filter(None, map(values.days.get, map(_key, (start, end)))):
                    says = f"states the date of {fact}, and is not bound to it"
                    yield stretch.problem(found.start, found.end, says, f"write []({fact}) for it")


def _unbound_amounts(stretch: _Stretch, values: _Values, language: str) -> Iterator[Problem]:
    for found in numbers.amounts_in(stretch.text, values.units, language):
        keys = ((unit, found.quantity.low, found.quantity.high) for unit in found.units)
        figure = next(filter(None, map(values.amounts.get, keys)), None)
        if figure:
            says = f"is the value of {figure.fact_id}, and is not bound to it"
            qualified = ", with its qualifier" if figure.qualifier else ""
            hint = f"write [{{}}]({figure.fact_id}){qualified}, or in words a number that is not the figure's"
            yield stretch.problem(found.start, found.end, says, hint)


def _values(site: Site) -> _Values:
    days: dict[_DayKey, FactId] = {}
    for fact in _dated(site):
        for day in _days_of(fact.date) if fact.date else ():
            for key in _keys_of(day):
                days.setdefault(key, fact.fact_id)
    amounts: dict[_ValueKey, Figure] = {}
    for figure in site.all(Figure):
        value = figure.value
        amounts.setdefault((figure.unit, abs(value.low), abs(value.high)), figure)
    units = numbers.units_of((unit for unit, *_ in amounts), site.explainer.language)
    return _Values(MappingProxyType(days), MappingProxyType(amounts), units)


def _dated(site: Site) -> Iterator[Event | Quote | Claim]:
    """Yield the events of one date, those that last longer, and then what was said."""
    yield from sorted(site.all(Event), key=lambda event: event.date.shape is not Shape.DATE)
    yield from (fact for fact in site.facts if isinstance(fact, Quote | Claim))


def _days_of(date: Date) -> Iterator[Day]:
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
