"""Dates and numbers in words of a source, and the facts to which a text of the explainer can link them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from standfirst.desk.desk import Desk, Selection
from standfirst.draft.article import Article
from standfirst.draft.dates import dates_in
from standfirst.draft.proposals import DateProposal
from standfirst.language import dates, numbers
from standfirst.language.numbers import Agreement, NumberKind, StatedNumber
from standfirst.model import CalendarDate, Claim, Date, Event, Fact, Figure, LanguageTag, Quote, Shape
from standfirst.model.frozen_class import frozen

# A year may be that of a hundred events.
_MOST_LINKS = 5
# So many paragraphs are read to reckon what "the next day" is: of most articles all.
_BEFORE, _BEHIND = 50, 25
# How many characters before a number may be its sign, and behind it its unit.
_SIGN, _UNIT = 4, 60


@frozen
class Bindable:
    """Words that state something, by their characters in the printed paragraph, and the links that texts could write.

    `value` is a date in EDTF, a length of time in ISO 8601 (P2Y), or a number in digits; empty where it is not known.
    """

    what: Literal["date", "length", "number"]
    start: int
    end: int
    text: str
    value: str
    is_reckoned: bool
    links: tuple[str, ...]
    doubts: tuple[str, ...] = ()


def bindable_in(desk: Desk, selection: Selection) -> tuple[Bindable, ...]:
    """Return the dates, lengths of time and numbers in the words of a selection, in their order."""
    copy, index = desk.copies[selection.source], selection.paragraph - 1
    paragraph = copy.paragraphs[index]
    start, end = copy.characters_of(selection.paragraph, selection.first, selection.end)
    around = range(max(0, index - _BEFORE), min(len(copy.paragraphs), index + _BEHIND))
    article = desk.article(selection.source, around)
    before = article.paragraphs[index - around.start][0]
    language = desk.language_of(selection.source)
    found_dates = [
        _date(each, before, paragraph, desk, language)
        for each in _dates_of(article)
        if before + start <= each.start and each.end <= before + end
    ]
    taken = [(each.start, each.end) for each in found_dates]
    taken += [(each.start, each.end) for each in dates.found_in(paragraph, language)]
    found_numbers = (
        _number(each, paragraph, desk, language)
        for each in _numbers_in(paragraph, language)
        if start <= each.start and each.end <= end
        # What is within a date counts nothing.
        if not any(first < each.end and each.start < last for first, last in taken)
    )
    return tuple(sorted((*found_dates, *found_numbers), key=lambda each: each.start))


# To read an article takes a while, and a writer asks of the same one again and again.
@functools.lru_cache(maxsize=8)
def _dates_of(article: Article) -> tuple[DateProposal, ...]:
    return dates_in(article)


# ---------------------------------------------------------------- dates


def _date(found: DateProposal, before: int, paragraph: str, desk: Desk, language: LanguageTag) -> Bindable:
    start, end = found.start - before, found.end - before
    is_length = found.value.startswith("P")
    links = _figure_links((start, end), paragraph, desk, language) if is_length else _date_links(found, desk)
    return Bindable(
        "length" if is_length else "date",
        start,
        end,
        found.text,
        found.value,
        found.is_reckoned,
        tuple(islice(dict.fromkeys(links), _MOST_LINKS)),
        found.doubts,
    )


def _date_links(found: DateProposal, desk: Desk) -> Iterator[str]:
    try:
        meant = dates.parse(found.value)
    except dates.DateError:  # it is a length of time, or not known
        return
    dated = [(fact, date) for fact in desk.content.facts if (date := _date_of(fact))]
    same = [(fact, date) for fact, date in dated if _is_same(meant, date)]
    # Events, then what was said and claimed; what happened once before what lasted.
    ranked = sorted(
        same or [(fact, date) for fact, date in dated if _is_within(meant, date)],
        key=lambda each: (not isinstance(each[0], Event), each[1].shape is not Shape.DATE),
    )
    yield from (_date_link(found, fact, date, desk.content.explainer.language) for fact, date in ranked)


def _date_link(found: DateProposal, fact: Fact, date: Date, language: LanguageTag) -> str:
    """A link with the words of the source where these say the date by themselves, else with the date in words."""
    stated = dates.read_whole_text(found.text, language)
    if stated and dates.agrees(stated, date):
        return f"[{found.text}]({fact.fact_id})"
    return f"[]({fact.fact_id})" if isinstance(fact, Event) else f"[{dates.say(date, language)}]({fact.fact_id})"


def _date_of(fact: Fact) -> Date | None:
    return fact.date if isinstance(fact, Event | Quote | Claim) else None


def _is_same(meant: Date, date: Date) -> bool:
    """Whether a fact has just this date, or lasted from it or until then."""
    own, ends = _ends(meant), _ends(date)
    if meant.shape is Shape.DATE and date.shape is Shape.SPAN:
        return own[0] in ends
    return meant.shape is date.shape and own == ends


def _ends(date: Date) -> list[tuple[object, ...]]:
    """The ends of a date that are known, without what makes them approximate or uncertain."""
    ends = [each for each in (date.start, date.end) if isinstance(each, CalendarDate)]
    return [(each.precision, each.earliest, each.latest) for each in ends]


def _is_within(meant: Date, date: Date) -> bool:
    """Whether a fact has a more precise date within the one that is meant."""
    first, last = dates.earliest_day(meant), dates.latest_day(meant)
    begin, finish = dates.earliest_day(date), dates.latest_day(date)
    return bool(first and last and begin and finish and first <= begin and finish <= last)


# ---------------------------------------------------------------- numbers


def _numbers_in(text: str, language: LanguageTag) -> Iterator[StatedNumber]:
    return (
        each
        for each in numbers.stated_numbers(text, language)
        if each.sure and each.values and each.kind in {NumberKind.NUMBER, NumberKind.FRACTION}
    )


def _number(found: StatedNumber, paragraph: str, desk: Desk, language: LanguageTag) -> Bindable:
    return Bindable(
        "number",
        found.start,
        found.end,
        paragraph[found.start : found.end],
        value=f"{found.values[0].normalize():f}",
        is_reckoned=False,
        links=tuple(islice(_figure_links((found.start, found.end), paragraph, desk, language), _MOST_LINKS)),
    )


def _figure_links(place: tuple[int, int], paragraph: str, desk: Desk, language: LanguageTag) -> Iterator[str]:
    """Yield a link to each figure that may be what the characters at a place of a paragraph state."""
    figures = [fact for fact in desk.content.facts if isinstance(fact, Figure)]
    units = tuple(dict.fromkeys(figure.unit for figure in figures if figure.unit))
    start, end = place
    first = max(0, start - _SIGN)
    around = paragraph[first : end + _UNIT]
    for figure in figures:
        counted = numbers.CountedFigure(figure.value, figure.unit, figure.label)
        other = numbers.another_thing(around, start - first, counted, units, language)
        if _states(paragraph[start:end], figure, language) and not (other and other.sure):
            yield _figure_link(paragraph[start:end], figure, desk)


def _states(text: str, figure: Figure, language: LanguageTag) -> bool:
    """Whether words state the number of a figure, or one end of a range."""
    value = figure.value
    ends = (type(value)(end, end) for end in (value.low, value.high))
    return any(numbers.agreement_of(text, end, language, figure.unit) is Agreement.AGREES for end in ends)


def _figure_link(text: str, figure: Figure, desk: Desk) -> str:
    """A link with the words of the source where these say all of the figure in the site's language, else without."""
    language = desk.content.explainer.language
    is_all = not figure.qualifier and (
        numbers.agreement_of(text, figure.value, language, figure.unit) is Agreement.AGREES
    )
    return f"[{text}]({figure.fact_id})" if is_all else f"[]({figure.fact_id})"
