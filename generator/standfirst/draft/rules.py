"""The backend that proposes by rules and tables. Another one is any function with its arguments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final, TypeVar

from standfirst.draft.article import Article
from standfirst.draft.dates import dates_in
from standfirst.draft.events import events_in
from standfirst.draft.figures import figures_in
from standfirst.draft.names import Known, names_in
from standfirst.draft.proposals import DateProposal, FigureProposal, Proposals
from standfirst.draft.quotations import quotes_in
from standfirst.draft.relations import relations_in, verbs_of
from standfirst.draft.surroundings import Surroundings
from standfirst.draft.unknowns import unknowns_in

T = TypeVar("T")

_NOTHING = Known()
# Characters. Another process is begun, and sends back what it finds, in less time than half of such a text takes.
_LONG: Final = 100_000


def propose(article: Article, known: Known = _NOTHING) -> Proposals:
    """Return what the article says, as proposals for facts; `known` is what the explainer has already."""
    dated = _begun(_dates_and_figures, article)
    names = names_in(article, known)
    around = Surroundings(article.text, names.actors, names.places)
    quotes, relations = quotes_in(article, names.actors), relations_in(article, names.actors)
    unknowns = unknowns_in(article)
    dates, figures = dated()
    return Proposals(
        actors=names.actors,
        places=names.places,
        dates=dates,
        quotes=quotes,
        figures=tuple(_with_voice(each, article, around) for each in figures),
        events=events_in(article, dates, quotes, around),
        relations=relations,
        unknowns=unknowns,
        verbs=verbs_of(relations),
    )


def _dates_and_figures(article: Article) -> tuple[tuple[DateProposal, ...], tuple[FigureProposal, ...]]:
    dates = dates_in(article)
    return dates, figures_in(article, dates)


def _begun(work: Callable[[Article], T], article: Article) -> Callable[[], T]:
    """Return what gives the result of some work on an article; that on a long one is done by another process meanwhile.

    What the system ends, for want of memory say, is done here.
    """
    if len(article.text) < _LONG:
        return partial(work, article)
    # Few texts are so long.
    from standfirst.rendering.workers import forked  # noqa: PLC0415

    return forked(work, article)


def _with_voice(figure: FigureProposal, article: Article, around: Surroundings) -> FigureProposal:
    """Say of a figure who states it: whoever says so in its sentence."""
    start, end = article.sentence_at(figure.start)
    return replace(figure, according_to=around.voice_of(start, end))
