"""Dates and the passages that are cited for them: each end of a date stands in the words, and that it goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from standfirst.checks.cited_words import (
    IN_ELLIPSIS,
    Contexts,
    SourceContext,
    is_in_ellipsis,
    not_in_words,
    texts_by_source,
)
from standfirst.language import dates
from standfirst.model import CalendarDate, Citing, Date, End, Record, Shape
from standfirst.problems.errors import Problem
from standfirst.sources.copies import Copy


def unsupported_date(fact: Citing, key: str, date: Date, contexts: Contexts) -> Iterator[Problem]:
    """Yield what no passage that a fact cites states of one of its dates."""
    if not supports_date(fact, key, date, contexts):
        yield _unsupported(fact, key, date, contexts)
    elif date.shape is Shape.SPAN and date.end is End.OPEN and not _goes_on(fact, contexts):
        yield _unsupported_end(fact, key, date)


def supports_date(fact: Citing, key: str, date: Date, contexts: Contexts) -> bool:
    """Tell whether the passages state a date of a fact: those of one source, or of a period those of one each end.

    An `as_of` may also be the date of a source that is cited: what it says in the present is so as of that day.
    """
    cited = list(texts_by_source(fact, contexts))
    if all(any(_states(end, context, texts) for context, texts in cited) for end in _ends(date)):
        return True
    return key == "as_of" and _is_date_of_source(date, contexts)


def _states(date: Date, context: SourceContext, texts: tuple[str, ...]) -> bool:
    return dates.is_supported(date, texts, context.language, context.written)


def _ends(date: Date) -> tuple[Date, ...]:
    both_known = isinstance(date.start, CalendarDate) and isinstance(date.end, CalendarDate)
    if date.shape is Shape.SPAN and both_known:
        return replace(date, end=End.UNKNOWN), replace(date, start=End.UNKNOWN)
    return (date,)


def _is_date_of_source(date: Date, contexts: Contexts) -> bool:
    written = (context.written for context in contexts)
    return any(base and base.start == date.start and base.end == date.end for base in written)


def _goes_on(fact: Citing, contexts: Contexts) -> bool:
    return any(dates.states_ongoing(texts, context.language) for context, texts in texts_by_source(fact, contexts))


def _unsupported(fact: Citing, key: str, date: Date, contexts: Contexts) -> Problem:
    what = f"the `{key}` of {fact.fact_id}, {date.text},"
    if is_in_ellipsis(fact, contexts, lambda context, texts: _states(date, context, texts)):
        return not_in_words(fact, key, what, IN_ELLIPSIS)
    year = _missing_year(fact, date, contexts)
    if year is None:
        hint = "cite the words that give the date, or say in `reckoned` how it was worked out"
        return not_in_words(fact, key, what, hint)
    paragraphs = filter(None, (_paragraph_with(year, context.copy) for context in contexts))
    where = next((f", which stand in paragraph {name}" for name in paragraphs), "")
    hint = f"only the year is missing: cite the words that give it{where}, or say in `reckoned` how it is known"
    return not_in_words(fact, key, what, hint)


def _missing_year(fact: Citing, date: Date, contexts: Contexts) -> int | None:
    """Return the year of a date of which the passages state all but that."""
    known = [end for end in (date.start, date.end) if isinstance(end, CalendarDate)]
    cited = list(texts_by_source(fact, contexts))
    but_for_year = all(
        any(dates.states_but_for_year(end, texts, context.language) for context, texts in cited) for end in known
    )
    return known[0].earliest.year if but_for_year else None


def _paragraph_with(year: int, copy: Copy | None) -> str | None:
    """Return the name of the first paragraph of a copy that has a year in it, written in four digits."""
    written = re.compile(rf"(?<!\d){year:04}(?!\d)")
    paragraphs = enumerate(copy.paragraphs, 1) if copy else ()
    found = next((number for number, paragraph in paragraphs if written.search(paragraph)), None)
    return copy.named(found) if copy and found else None


def _unsupported_end(fact: Record, key: str, date: Date) -> Problem:
    hint = (
        f"cite the words that say so, write {date.text.removesuffix('..')} if it may have ended, "
        "or say in `reckoned` how it is known"
    )
    return not_in_words(fact, key, f"that {fact.fact_id} goes on, {date.text},", hint)
