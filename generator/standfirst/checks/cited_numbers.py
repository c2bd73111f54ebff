"""Figures and the passages that are cited for them: the number stands in the words, with its unit and qualifier."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from standfirst.checks.cited_dates import supports_date
from standfirst.checks.cited_words import (
    IN_ELLIPSIS,
    Contexts,
    SourceContext,
    is_in_ellipsis,
    not_in_words,
    passages_by_source,
    texts_by_source,
)
from standfirst.checks.fact_dates import dates_by_key
from standfirst.language import dates, numbers
from standfirst.model import Figure, LanguageTag, Qualifier
from standfirst.problems.errors import Problem, Severity
from standfirst.sources.passages import named_parts


def unsupported_figure(figure: Figure, contexts: Contexts, language: LanguageTag) -> Iterator[Problem]:
    """Yield what no passage that a figure cites states of it; `language` is the site's.

    Unit and qualifier are looked for beside the value, and so only where that is stated. A value that was `reckoned` is
    not sought. `reckoned` is of the date instead where the figure has one that its passages do not state.
    """
    if _states_value(figure, contexts):
        yield from _unit_problems(figure, contexts)
        yield from _qualifier_problems(figure, contexts)
    elif not _is_value_reckoned(figure, contexts):
        value = numbers.say(figure.value, None, "", language)
        in_ellipsis = is_in_ellipsis(figure, contexts, lambda context, texts: _states(figure, context, texts))
        hint = IN_ELLIPSIS if in_ellipsis else "cite the passage with its number, or mend the value"
        yield not_in_words(figure, "value", f"the value of {figure.fact_id}, {value},", hint)


def _states_value(figure: Figure, contexts: Contexts) -> bool:
    return any(
        _states(figure, context, named_parts(passage.words))
        for context, passages in passages_by_source(figure, contexts)
        for passage in passages
    )


def _states(figure: Figure, context: SourceContext, texts: tuple[str, ...]) -> bool:
    value, language, unit = figure.value, context.language, figure.unit
    if not numbers.is_supported(value, texts, language, unit):
        return False
    undated = tuple(dates.without_dates(text, language) for text in texts)
    # Most texts have no dates: they have been asked.
    return undated == texts or numbers.is_supported(value, undated, language, unit, whole=texts)


def _is_value_reckoned(figure: Figure, contexts: Contexts) -> bool:
    return bool(figure.reckoned) and all(
        supports_date(figure, key, date, contexts) for key, date in dates_by_key(figure)
    )


def _unit_problems(figure: Figure, contexts: Contexts) -> Iterator[Problem]:
    cited = texts_by_source(figure, contexts)
    if not any(numbers.names_unit(texts, figure.unit, context.language) for context, texts in cited):
        hint = "cite the words that name it, or mend the unit"
        yield not_in_words(figure, "unit", f"the unit of {figure.fact_id}, {figure.unit},", hint)
    elif other := _other_unit(figure, contexts):
        message = f"a passage that {figure.fact_id} cites says '{other}', and its unit is {figure.unit or 'left out'}"
        yield Problem(figure.origin_of("unit"), message, "mend the unit", Severity.WARNING)


def _other_unit(figure: Figure, contexts: Contexts) -> str:
    """Return how a passage states the figure's number with the sign of another unit, or counts another thing."""
    cited = list(texts_by_source(figure, contexts))
    counted = numbers.CountedFigure(figure.value, figure.unit, figure.label)
    found = chain(
        (
            numbers.another_unit(text, figure.value, figure.unit, context.language)
            for context, texts in cited
            for text in texts
        ),
        (numbers.only_other_thing(texts, counted, context.language) for context, texts in cited),
    )
    return next(filter(None, found), "")


def _qualifier_problems(figure: Figure, contexts: Contexts) -> Iterator[Problem]:
    others = sorted(_other_qualifiers(figure, contexts))
    for qualifier in others:
        own = f"its qualifier is {figure.qualifier.value}" if figure.qualifier else "it does not"
        message = f"a passage that {figure.fact_id} cites says '{qualifier.value}' of its number, and {own}"
        hint = f"write `qualifier: {qualifier.value}`"
        yield Problem(figure.origin_of("qualifier" if figure.qualifier else "value"), message, hint, Severity.WARNING)
    if figure.qualifier and not others and not _states_qualifier(figure, contexts):
        hint = "cite the words that say so, or mend the qualifier"
        yield not_in_words(figure, "qualifier", f"the qualifier of {figure.fact_id}, {figure.qualifier.value},", hint)


def _other_qualifiers(figure: Figure, contexts: Contexts) -> frozenset[Qualifier]:
    """Return the qualifiers that the figure does not have, but that stand in a passage right before its number."""
    return frozenset(
        qualifier
        for context, texts in texts_by_source(figure, contexts)
        for text in texts
        for qualifier in numbers.foreign_qualifiers(text, figure.value, figure.qualifier, context.language)
    )


def _states_qualifier(figure: Figure, contexts: Contexts) -> bool:
    """Tell whether a passage has words for the qualifier; take it on trust where its language's are not known."""
    return any(
        not numbers.knows_qualifiers(context.language)
        or any(figure.qualifier in numbers.qualifiers_in(text, context.language) for text in texts)
        for context, texts in texts_by_source(figure, contexts)
    )
