"""Links whose text states a date or a number: it must agree with the fact to which the link leads."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from typing import assert_never

from standfirst.cache import cached_latest, cached_per_item
from standfirst.checks.figure_links import FigureLink, figure_link_problems
from standfirst.language import dates
from standfirst.language.dates import StatedDate
from standfirst.model import (
    Actor,
    CalendarDate,
    Claim,
    Date,
    Event,
    Figure,
    Image,
    Kind,
    LanguageTag,
    Mention,
    Place,
    Precision,
    Quote,
    Relation,
    Shape,
    Source,
    Term,
    Unknown,
    Update,
)
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import Holder, prose_in
from standfirst.problems.errors import Problem
from standfirst.site.site import Site

# The kinds of fact that have a date or a number to agree with.
_BOUND_KINDS = frozenset({Kind.EVENT, Kind.QUOTE, Kind.CLAIM, Kind.FIGURE, Kind.IMAGE})


def disagreeing_links(site: Site) -> Iterator[Problem]:
    """Yield a problem for each link text that states another date or number than the fact to which it leads."""
    links = tuple(_links_with_text.flat_map(site.holders))
    bound_values = [_bound_value(link.mention, site) for link in links]
    units = _distinct(_unit_of.map(site.all(Figure)))
    return _disagreements.flat_map(links, bound_values, given=(units, site.explainer.language))


@cached_per_item
def _unit_of(figure: Figure) -> str:
    return figure.unit


@cached_latest
def _distinct(units: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, units)))


@frozen
class _LinkWithText:
    """A link to a fact of a kind that has a date or a number, and the text that readers see."""

    mention: Mention
    text: str


@cached_per_item
def _links_with_text(holder: Holder) -> Iterator[_LinkWithText]:
    for prose in prose_in(holder):
        for mention in prose.mentions:
            text = " ".join(mention.text.split())
            if text and not mention.embeds and mention.reference.to.kind in _BOUND_KINDS:
                yield _LinkWithText(mention, text)


@cached_per_item
def _disagreements(
    link: _LinkWithText, bound: Figure | Date | None, units: tuple[str, ...], language: LanguageTag
) -> Iterator[Problem]:
    mention, text = link.mention, link.text
    if isinstance(bound, Figure):
        yield from figure_link_problems(
            FigureLink(mention, bound, text, mention.before, mention.after, language), units
        )
    elif bound:
        yield from _date_disagreement(mention, _with_weekday(mention, text, language), bound, language)


def _bound_value(mention: Mention, site: Site) -> Figure | Date | None:
    """Return what a link must agree with: the figure to which it leads, or the date of another fact."""
    match site.index.get(mention.reference.to):
        case Figure() as figure:
            return figure
        case Event() as event:
            return event.date
        case Quote() as quote:
            return site.date_of(quote)
        case Claim() | Image() as dated:
            return dated.date
        case Actor() | Term() | Relation() | Place() | Unknown() | Update() | Source() | None:
            return None
        case fact:
            assert_never(fact)


def _with_weekday(mention: Mention, text: str, language: str) -> str:
    """Return a link text together with the weekday just before it, if any: "on Monday, [15 April](event:call)"."""
    before = mention.before.split()[-1:]
    longer = " ".join((*before, text))
    stated = dates.read_whole_text(longer, language) if before else None
    return longer if isinstance(stated, StatedDate) and stated.weekday is not None else text


def _date_disagreement(mention: Mention, text: str, date: Date, language: LanguageTag) -> Iterator[Problem]:
    weekday = _weekday_of(date)
    # Only a day has a weekday, so a weekday alone can disagree with nothing else.
    stated = dates.read_whole_text(text, language) or (None if weekday is None else dates.weekday(text, language))
    if stated and not dates.agrees(stated, date):
        also = f", a {weekday}" if weekday and isinstance(stated, StatedDate) and stated.weekday is not None else ""
        message = f"'{text}' disagrees with {mention.reference.to}, which is dated {dates.say(date, language)}{also}"
        yield Problem(mention.reference.origin, message, f"mend one of them, or write []({mention.reference.to})")


def _weekday_of(date: Date) -> str | None:
    match date:
        case Date(shape=Shape.DATE, start=CalendarDate(precision=Precision.DAY) as day):
            return calendar.day_name[calendar.weekday(*day.earliest)]
    return None
