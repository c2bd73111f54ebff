"""Values and the passages they are cited to: a figure's number and a fact's date stand in the words that are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator import dates, numbers
from generator.errors import Problem, Severity
from generator.model import (
    CalendarDate,
    Citing,
    Claim,
    Date,
    Dated,
    End,
    Event,
    Fact,
    Figure,
    LanguageTag,
    Passage,
    Quote,
    Relation,
    Shape,
    Source,
)
from generator.site import Site
from generator.sources.lock import Lock
from generator.sources.words import named_parts


def unsupported(site: Site, lock: Lock) -> Iterator[Problem]:
    """Every figure and every date that the passages cited for it do not state, as warnings.

    Only the words by which a passage is named count, not those within its ellipsis. A date that was `reckoned` is not
    sought, nor is anything of a fact that says why it is `uncited`; an `as_of` may be the date of the source itself.
    Of a fact that cites what is not in its source, by the `lock`, enough is said.
    """
    for fact in site.facts:
        if not isinstance(fact, Citing) or not fact.cite or not _is_proved(fact, lock):
            continue
        if isinstance(fact, Figure) and not _states_value(fact, site):
            yield _value_unsupported(fact, site)
        if isinstance(fact, Dated) and not fact.reckoned:
            for key, date in _dates_of(fact):
                if not _bears_out(fact, date, site) and not (key == "as_of" and _is_of_its_source(fact, date, site)):
                    yield _date_unsupported(fact, key, date)


def _is_proved(fact: Citing, lock: Lock) -> bool:
    return all(lock.holds(each.source.to.id, passage) for each in fact.cite for passage in each.passages)


def _value_unsupported(figure: Figure, site: Site) -> Problem:
    value = numbers.say(figure.value, None, "", site.explainer.language)
    message = f"the value of {figure.fact_id}, {value}, is not in the words of a passage that it cites"
    hint = "cite the passage with its number, or mend the value"
    return Problem(figure.origin_of("value"), message, hint, Severity.WARNING)


def _date_unsupported(fact: Fact, key: str, date: Date) -> Problem:
    message = f"the `{key}` of {fact.fact_id}, {date.text}, is not in the words of a passage that it cites"
    hint = "cite the words that give the date, or say in `reckoned` how it was worked out"
    return Problem(fact.origin_of(key), message, hint, Severity.WARNING)


def _states_value(figure: Figure, site: Site) -> bool:
    return any(
        numbers.states(named_parts(passage.words), figure.value, _language(source, site))
        for source, passages in _cited(figure, site)
        for passage in passages
    )


def _bears_out(fact: Citing, date: Date, site: Site) -> bool:
    """Tell whether the passages of a source state a date, or of a period the passages of one source each end."""
    return all(
        any(
            dates.borne_out(each, _texts(passages), _language(source, site), source.published or source.reckon_from)
            for source, passages in _cited(fact, site)
        )
        for each in _ends(date)
    )


def _is_of_its_source(fact: Citing, date: Date, site: Site) -> bool:
    """Tell whether a date is that of a source cited: what it says in the present is so as of that day."""
    bases = (source.published or source.reckon_from for source, _ in _cited(fact, site))
    return any(base and base.start == date.start and base.end == date.end for base in bases)


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


def _cited(fact: Citing, site: Site) -> Iterator[tuple[Source, tuple[Passage, ...]]]:
    for citation in fact.cite:
        yield site.get(Source, citation.source), citation.passages


def _texts(passages: tuple[Passage, ...]) -> tuple[str, ...]:
    # A day may be named before the ellipsis and its year behind it.
    return tuple(" … ".join(named_parts(passage.words)) for passage in passages)


def _language(source: Source, site: Site) -> LanguageTag:
    return source.language or site.explainer.language
