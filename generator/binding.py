"""Bound values: where prose shows a date or a number as a link to its fact, the two must agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import dates, numbers
from generator.errors import Problem
from generator.model import Claim, Date, Event, Fact, Figure, Mention, Quote
from generator.site import Site, prose_in

_MARKS = re.compile(r"[*_`]")
# The longest wordings of a qualifier, such as "in the region of", have so many words.
_WORDS_BEFORE = 4


def disagreements(site: Site) -> Iterator[Problem]:
    """Every link text in prose that states another date or number than the fact to which it leads."""
    for prose in prose_in((site.explainer, site.sections, site.facts)):
        for mention in prose.mentions:
            text = _MARKS.sub("", mention.text).strip()
            if text and not mention.embeds:
                yield from _disagreement(mention, text, site)


def _disagreement(mention: Mention, text: str, site: Site) -> Iterator[Problem]:
    fact = site.index.get(mention.reference.to)
    date = _date_of(fact, site) if fact else None
    if isinstance(fact, Figure):
        yield from _figure_disagreement(mention, text, fact, site.explainer.language)
    elif date:
        yield from _date_disagreement(mention, text, date, site.explainer.language)


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


def _date_disagreement(mention: Mention, text: str, date: Date, language: str) -> Iterator[Problem]:
    stated = dates.read(text, language)
    if stated and not dates.agrees(stated, date):
        message = f"'{text}' disagrees with {mention.reference.to}, which is dated {dates.say(date, language)}"
        yield Problem(mention.reference.origin, message, f"mend one of them, or write []({mention.reference.to})")


def _figure_disagreement(mention: Mention, text: str, figure: Figure, language: str) -> Iterator[Problem]:
    shown = numbers.say(figure.value, figure.qualifier, figure.unit, language)
    hint = f"mend one of them, or write []({mention.reference.to})"
    agrees = numbers.agrees(text, figure.value, language)
    if agrees is False:
        message = f"'{text}' disagrees with {mention.reference.to}, which is {shown}"
        yield Problem(mention.reference.origin, message, hint)
    elif agrees and figure.qualifier and not _is_qualified(mention, text, figure, language):
        message = f"'{text}' leaves out what {mention.reference.to} says: {shown}"
        yield Problem(mention.reference.origin, message, "put the qualifier in the link, or just before it")


def _is_qualified(mention: Mention, text: str, figure: Figure, language: str) -> bool:
    """Whether the figure's qualifier stands in the link's text, or in the few words before it."""
    before = " ".join(_MARKS.sub("", mention.before).split()[-_WORDS_BEFORE:])
    return figure.qualifier in numbers.qualifiers_in(f"{before} {text}", language)
