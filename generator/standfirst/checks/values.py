"""Values and the passages they are cited to: a figure's number and a fact's date stand in the words that are named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from standfirst.cache import latest, per_item
from standfirst.language import dates, numbers
from standfirst.language.words import Digest, named_parts
from standfirst.model import (
    CalendarDate,
    Citing,
    Claim,
    Date,
    Dated,
    End,
    Event,
    Fact,
    Figure,
    Id,
    LanguageTag,
    Passage,
    Qualifier,
    Quote,
    Record,
    Relation,
    Shape,
    Source,
)
from standfirst.problems.errors import Problem, Severity, attempt
from standfirst.site.site import Site
from standfirst.sources.copies import Copy
from standfirst.sources.lock import Lock, passage_key
from standfirst.sources.matching import in_full


class _Basis(NamedTuple):
    """What it depends on besides its words what a passage says: the language of its source, and the day it is of.

    The copy, where it is at hand, has the words that stand where a passage has its ellipsis.
    """

    language: LanguageTag
    written: Date | None
    copy: Copy | None = None


# What to do about what is sought and stands within the ellipsis of a passage.
_STANDS_WITHIN = "it stands where your … is; write it out"

# Those of each citation of a fact.
_Bases = tuple[_Basis, ...]


def unsupported(site: Site, lock: Lock, copies: Mapping[Id, Copy]) -> Iterator[Problem]:
    """Every figure and every date that the passages cited for it do not state as it does, as warnings.

    Only the words by which a passage is named count, not those within its ellipsis. What was `reckoned` is not
    sought, nor is anything of a fact that says why it is `uncited`; an `as_of` may be the date of the source itself.
    Of a fact that cites what is not in its source, by the `lock`, enough is said. What stands within an ellipsis is
    told, where there is a copy.
    """
    language = site.explainer.language
    found = {(source, key) for source, locked in lock.sources.items() for key in locked.passages}
    cited = _passages_cited.map(site.facts)
    proved = [fact for fact, keys in zip(site.facts, cited, strict=True) if keys and found.issuperset(keys)]
    basis = {
        source.id: _Basis(source.language or language, source.published or source.reckon_from, copies.get(source.id))
        for source in site.all(Source)
    }
    bases = _bases_of(_sources_cited.map(proved), basis)
    return _unsupported_of.flat_map(proved, bases, given=(language,))


@per_item
def _passages_cited(fact: Fact) -> tuple[tuple[Id, Digest], ...]:
    cite = fact.cite if isinstance(fact, Citing) else ()
    return tuple((each.source.to.id, _key(passage)) for each in cite for passage in each.passages)


def _key(passage: Passage) -> Digest:
    """Return what the lock has of a passage; of one that names nothing, what is in no lock."""
    return attempt(passage_key, passage, []) or Digest("")


@per_item
def _sources_cited(fact: Citing) -> tuple[Id, ...]:
    return tuple(citation.source.to.id for citation in fact.cite)


@latest
def _bases_of(cited: Sequence[Sequence[Id]], basis: Mapping[Id, _Basis]) -> tuple[_Bases, ...]:
    return tuple(tuple(basis[source] for source in sources) for sources in cited)


@per_item
def _unsupported_of(fact: Citing, bases: _Bases, language: LanguageTag) -> Iterator[Problem]:
    if isinstance(fact, Figure):
        yield from _figure_unsupported(fact, bases, language)
    if isinstance(fact, Dated) and not fact.reckoned:
        for key, date in _dates_of(fact):
            if not _is_dated_so(fact, key, date, bases):
                yield _date_unsupported(fact, key, date, bases)
            elif date.end is End.OPEN and not _goes_on(fact, bases):
                yield _end_unsupported(fact, key, date)


def _figure_unsupported(figure: Figure, bases: _Bases, language: LanguageTag) -> Iterator[Problem]:
    """Where the value is not stated, nor reckoned, only that is said: its unit and qualifier stand beside it."""
    if not _states_value(figure, bases):
        if _reckons_value(figure, bases):
            return
        value = numbers.say(figure.value, None, "", language)
        within = _stands_within(figure, bases, lambda basis, texts: _states(figure, basis, texts))
        hint = _STANDS_WITHIN if within else "cite the passage with its number, or mend the value"
        yield _unsupported(figure, "value", f"the value of {figure.fact_id}, {value},", hint)
        return
    if not _names_unit(figure, bases):
        hint = "cite the words that name it, or mend the unit"
        yield _unsupported(figure, "unit", f"the unit of {figure.fact_id}, {figure.unit},", hint)
    elif other := _unit_beside(figure, bases):
        message = f"a passage that {figure.fact_id} cites says '{other}', and its unit is {figure.unit or 'left out'}"
        yield Problem(figure.origin_of("unit"), message, "mend the unit", Severity.WARNING)
    beside = sorted(_qualifiers_beside(figure, bases), key=lambda each: each.value)
    for qualifier in beside:
        own = f"its qualifier is {figure.qualifier.value}" if figure.qualifier else "it does not"
        message = f"a passage that {figure.fact_id} cites says '{qualifier.value}' of its number, and {own}"
        hint = f"write `qualifier: {qualifier.value}`"
        yield Problem(figure.origin_of("qualifier" if figure.qualifier else "value"), message, hint, Severity.WARNING)
    if figure.qualifier and not beside and not _qualifies(figure, figure.qualifier, bases):
        hint = "cite the words that say so, or mend the qualifier"
        yield _unsupported(figure, "qualifier", f"the qualifier of {figure.fact_id}, {figure.qualifier.value},", hint)


def _reckons_value(figure: Figure, bases: _Bases) -> bool:
    """Tell whether what was `reckoned` of a figure is its value: it is the date where one is not in the passages."""
    return bool(figure.reckoned) and all(_is_dated_so(figure, key, date, bases) for key, date in _dates_of(figure))


def _is_dated_so(fact: Citing, key: str, date: Date, bases: _Bases) -> bool:
    return _bears_out(fact, date, bases) or (key == "as_of" and _is_of_its_source(date, bases))


def _unsupported(fact: Record, key: str, what: str, hint: str) -> Problem:
    message = f"{what} is not in the words of a passage that it cites"
    return Problem(fact.origin_of(key), message, hint, Severity.WARNING)


def _date_unsupported(fact: Citing, key: str, date: Date, bases: _Bases) -> Problem:
    what = f"the `{key}` of {fact.fact_id}, {date.text},"
    if _stands_within(fact, bases, lambda basis, texts: _states_date(date, basis, texts)):
        return _unsupported(fact, key, what, _STANDS_WITHIN)
    year = _year_that_is_missing(fact, date, bases)
    if year is None:
        hint = "cite the words that give the date, or say in `reckoned` how it was worked out"
        return _unsupported(fact, key, what, hint)
    places = filter(None, (_paragraph_with(year, basis.copy) for basis in bases))
    where = next((f", which stand in paragraph {place}" for place in places), "")
    hint = f"only the year is missing: cite the words that give it{where}, or say in `reckoned` how it is known"
    return _unsupported(fact, key, what, hint)


def _states_date(date: Date, basis: _Basis, texts: tuple[str, ...]) -> bool:
    return dates.borne_out(date, texts, basis.language, basis.written)


def _year_that_is_missing(fact: Citing, date: Date, bases: _Bases) -> int | None:
    """Return the year of a date of which the passages state all but that."""
    known = [end for end in (date.start, date.end) if isinstance(end, CalendarDate)]
    wordings = list(_wordings(fact, bases))
    but_for_year = all(
        any(dates.states_but_for_year(end, texts, language) for language, texts in wordings) for end in known
    )
    return known[0].earliest.year if but_for_year else None


def _paragraph_with(year: int, copy: Copy | None) -> int | None:
    """Return the first paragraph of a copy that has a year in it, written in four digits."""
    written = re.compile(rf"(?<!\d){year:04}(?!\d)")
    paragraphs = enumerate(copy.paragraphs, 1) if copy else ()
    return next((number for number, paragraph in paragraphs if written.search(paragraph)), None)


def _end_unsupported(fact: Record, key: str, date: Date) -> Problem:
    ended = f"write {date.text.removesuffix('..')} if it may have ended, " if date.text.endswith("/..") else ""
    hint = f"cite the words that say so, {ended}or say in `reckoned` how it is known"
    return _unsupported(fact, key, f"that {fact.fact_id} goes on, {date.text},", hint)


def _states_value(figure: Figure, bases: _Bases) -> bool:
    return any(
        _states(figure, basis, named_parts(passage.words))
        for basis, passages in _cited(figure, bases)
        for passage in passages
    )


def _states(figure: Figure, basis: _Basis, texts: tuple[str, ...]) -> bool:
    value, language, unit = figure.value, basis.language, figure.unit
    if not numbers.states(texts, value, language, unit):
        return False
    undated = tuple(dates.without_dates(text, language) for text in texts)
    return undated == texts or numbers.states(undated, value, language, unit, whole=texts)


def _names_unit(figure: Figure, bases: _Bases) -> bool:
    return any(numbers.names_unit(texts, figure.unit, language) for language, texts in _wordings(figure, bases))


def _unit_beside(figure: Figure, bases: _Bases) -> str:
    """Return how a passage states the figure's number with the sign of another unit, or counts another thing."""
    wordings = list(_wordings(figure, bases))
    counted = numbers.Counted(figure.value, figure.unit, figure.label)
    found = chain(
        (
            numbers.another_unit(text, figure.value, figure.unit, language)
            for language, texts in wordings
            for text in texts
        ),
        (numbers.counted_otherwise(texts, counted, language) for language, texts in wordings),
    )
    return next(filter(None, found), "")


def _qualifies(figure: Figure, qualifier: Qualifier, bases: _Bases) -> bool:
    """Tell whether a passage has words for a qualifier; where those of its language are not known, take it on trust."""
    return any(
        not numbers.knows_qualifiers(language)
        or any(qualifier in numbers.qualifiers_in(text, language) for text in texts)
        for language, texts in _wordings(figure, bases)
    )


def _qualifiers_beside(figure: Figure, bases: _Bases) -> frozenset[Qualifier]:
    """Return the qualifiers that stand in the passages right before the number of a figure, and that it has not."""
    return frozenset(
        qualifier
        for language, texts in _wordings(figure, bases)
        for text in texts
        for qualifier in numbers.foreign_qualifiers(text, figure.value, figure.qualifier, language)
    )


def _stands_within(fact: Citing, bases: _Bases, bears_out: Callable[[_Basis, tuple[str, ...]], bool]) -> bool:
    """Tell whether the passages of a source, where it is at hand, bear out what is sought with no ellipsis in them."""
    return any(
        bears_out(basis, tuple(in_full(passage, basis.copy) for passage in passages))
        for basis, passages in _cited(fact, bases)
        if basis.copy
    )


def _goes_on(fact: Citing, bases: _Bases) -> bool:
    return any(dates.goes_on(texts, language) for language, texts in _wordings(fact, bases))


def _bears_out(fact: Citing, date: Date, bases: _Bases) -> bool:
    """Tell whether the passages of a source state a date, or of a period the passages of one source each end."""
    cited = [(basis, _texts(passages)) for basis, passages in _cited(fact, bases)]
    return all(any(_states_date(each, *one) for one in cited) for each in _ends(date))


def _is_of_its_source(date: Date, bases: _Bases) -> bool:
    """Tell whether a date is that of a source cited: what it says in the present is so as of that day."""
    written = (basis.written for basis in bases)
    return any(base and base.start == date.start and base.end == date.end for base in written)


def _ends(date: Date) -> tuple[Date, ...]:
    both_known = isinstance(date.start, CalendarDate) and isinstance(date.end, CalendarDate)
    if date.shape is Shape.SPAN and both_known:
        return replace(date, end=End.UNKNOWN), replace(date, start=End.UNKNOWN)
    return (date,)


def _dates_of(fact: Dated) -> Iterator[tuple[str, Date]]:
    """Yield every date of a fact with its key; a quotation without one has its event's, which is checked there."""
    found: dict[str, Date | None] = {}
    match fact:
        case Event(date=date) | Quote(date=date) | Claim(date=date):
            found = {"date": date}
        case Figure():
            found = {"as_of": fact.as_of, "period": fact.period}
        case Relation():
            found = {"since": fact.since, "until": fact.until}
    yield from ((key, date) for key, date in found.items() if date)


def _cited(fact: Citing, bases: _Bases) -> Iterator[tuple[_Basis, tuple[Passage, ...]]]:
    return zip(bases, (citation.passages for citation in fact.cite), strict=True)


def _wordings(fact: Citing, bases: _Bases) -> Iterator[tuple[LanguageTag, tuple[str, ...]]]:
    return ((basis.language, _texts(passages)) for basis, passages in _cited(fact, bases))


def _texts(passages: tuple[Passage, ...]) -> tuple[str, ...]:
    # A day may be named before the ellipsis and its year behind it.
    return tuple(" … ".join(named_parts(passage.words)) for passage in passages)
