"""Values and the passages they are cited to: a figure's number and a fact's date stand in the words that are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator import dates, numbers
from generator.errors import Problem, Severity
from generator.language import has_catalogue
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
    Qualifier,
    Quote,
    Relation,
    Shape,
    Source,
)
from generator.site import Site
from generator.sources.lock import Lock
from generator.sources.words import named_parts


def unsupported(site: Site, lock: Lock) -> Iterator[Problem]:
    """Every figure and every date that the passages cited for it do not state as it does, as warnings.

    Only the words by which a passage is named count, not those within its ellipsis. A date that was `reckoned` is not
    sought, nor is anything of a fact that says why it is `uncited`; an `as_of` may be the date of the source itself.
    Of a fact that cites what is not in its source, by the `lock`, enough is said.
    """
    for fact in site.facts:
        if not isinstance(fact, Citing) or not fact.cite or not _is_proved(fact, lock):
            continue
        if isinstance(fact, Figure):
            yield from _figure_unsupported(fact, site)
        if isinstance(fact, Dated) and not fact.reckoned:
            for key, date in _dates_of(fact):
                if not _bears_out(fact, date, site) and not (key == "as_of" and _is_of_its_source(fact, date, site)):
                    yield _date_unsupported(fact, key, date)
                elif date.end is End.OPEN and not _goes_on(fact, site):
                    yield _end_unsupported(fact, key, date)


def _is_proved(fact: Citing, lock: Lock) -> bool:
    return all(lock.holds(each.source.to.id, passage) for each in fact.cite for passage in each.passages)


def _figure_unsupported(figure: Figure, site: Site) -> Iterator[Problem]:
    """Where the value is not stated, only that is said: what counts it and qualifies it stands beside it."""
    if not _states_value(figure, site):
        value = numbers.say(figure.value, None, "", site.explainer.language)
        hint = "cite the passage with its number, or mend the value"
        yield _unsupported(figure, "value", f"the value of {figure.fact_id}, {value},", hint)
        return
    if not _names_unit(figure, site):
        hint = "cite the words that name it, or mend the unit"
        yield _unsupported(figure, "unit", f"the unit of {figure.fact_id}, {figure.unit},", hint)
    elif other := _unit_beside(figure, site):
        message = f"a passage that {figure.fact_id} cites says '{other}', and its unit is {figure.unit or 'left out'}"
        yield Problem(figure.origin_of("unit"), message, "mend the unit", Severity.WARNING)
    if figure.qualifier and not _qualifies(figure, figure.qualifier, site):
        hint = "cite the words that say so, or mend the qualifier"
        yield _unsupported(figure, "qualifier", f"the qualifier of {figure.fact_id}, {figure.qualifier.value},", hint)
    for qualifier in sorted(_qualifiers_beside(figure, site) - {figure.qualifier}, key=lambda each: each.value):
        message = f"a passage that {figure.fact_id} cites says '{qualifier.value}' of its number, and it does not"
        hint = f"write `qualifier: {qualifier.value}`"
        yield Problem(figure.origin_of("value"), message, hint, Severity.WARNING)


def _unsupported(fact: Fact, key: str, what: str, hint: str) -> Problem:
    message = f"{what} is not in the words of a passage that it cites"
    return Problem(fact.origin_of(key), message, hint, Severity.WARNING)


def _date_unsupported(fact: Fact, key: str, date: Date) -> Problem:
    hint = "cite the words that give the date, or say in `reckoned` how it was worked out"
    return _unsupported(fact, key, f"the `{key}` of {fact.fact_id}, {date.text},", hint)


def _end_unsupported(fact: Fact, key: str, date: Date) -> Problem:
    ended = f"write {date.text.removesuffix('..')} if it may have ended, " if date.text.endswith("/..") else ""
    hint = f"cite the words that say so, {ended}or say in `reckoned` how it is known"
    return _unsupported(fact, key, f"that {fact.fact_id} goes on, {date.text},", hint)


def _states_value(figure: Figure, site: Site) -> bool:
    return any(
        numbers.states(named_parts(passage.words), figure.value, _language(source, site))
        for source, passages in _cited(figure, site)
        for passage in passages
    )


def _names_unit(figure: Figure, site: Site) -> bool:
    return any(numbers.names_unit(texts, figure.unit, language) for language, texts in _wordings(figure, site))


def _unit_beside(figure: Figure, site: Site) -> str:
    """Return how a passage states the figure's number with the sign of another unit, where none has its own."""
    wordings = [(text, language) for language, texts in _wordings(figure, site) for text in texts]
    found = [numbers.another_unit(text, figure.value, figure.unit, language) for text, language in wordings]
    return next(filter(None, found), "")


def _qualifies(figure: Figure, qualifier: Qualifier, site: Site) -> bool:
    """Tell whether a passage has words for a qualifier; of a language without a catalogue it is taken on trust."""
    return any(
        not has_catalogue(language) or any(qualifier in numbers.qualifiers_in(text, language) for text in texts)
        for language, texts in _wordings(figure, site)
    )


def _qualifiers_beside(figure: Figure, site: Site) -> frozenset[Qualifier]:
    """Return the qualifiers that stand in the passages right before the number of a figure."""
    return frozenset(
        qualifier
        for language, texts in _wordings(figure, site)
        for text in texts
        for qualifier in numbers.qualifiers_before(text, figure.value, language)
    )


def _goes_on(fact: Citing, site: Site) -> bool:
    return any(dates.goes_on(texts, language) for language, texts in _wordings(fact, site))


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


def _wordings(fact: Citing, site: Site) -> Iterator[tuple[LanguageTag, tuple[str, ...]]]:
    for source, passages in _cited(fact, site):
        yield _language(source, site), _texts(passages)


def _texts(passages: tuple[Passage, ...]) -> tuple[str, ...]:
    # A day may be named before the ellipsis and its year behind it.
    return tuple(" … ".join(named_parts(passage.words)) for passage in passages)


def _language(source: Source, site: Site) -> LanguageTag:
    return source.language or site.explainer.language
