"""The backend that proposes by rules and tables. Another one is any function with its arguments."""

from __future__ import annotations

from dataclasses import replace

from standfirst.draft.article import Article
from standfirst.draft.dates import dates_in
from standfirst.draft.events import events_in
from standfirst.draft.figures import figures_in
from standfirst.draft.names import Known, names_in
from standfirst.draft.proposals import FigureProposal, Proposals
from standfirst.draft.quotations import quotes_in
from standfirst.draft.relations import relations_in, verbs_of
from standfirst.draft.surroundings import Surroundings
from standfirst.draft.unknowns import unknowns_in

_NOTHING = Known()


def propose(article: Article, known: Known = _NOTHING) -> Proposals:
    """Return what the article says, as proposals for facts; `known` is what the explainer has already."""
    names = names_in(article, known)
    around = Surroundings(article.text, names.actors, names.places)
    dates, quotes = dates_in(article), quotes_in(article, names.actors)
    relations = relations_in(article, names.actors)
    return Proposals(
        actors=names.actors,
        places=names.places,
        dates=dates,
        quotes=quotes,
        figures=tuple(_with_voice(each, article, around) for each in figures_in(article, dates)),
        events=events_in(article, dates, quotes, around),
        relations=relations,
        unknowns=unknowns_in(article),
        verbs=verbs_of(relations),
    )


def _with_voice(figure: FigureProposal, article: Article, around: Surroundings) -> FigureProposal:
    """Say of a figure who states it: whoever says so in its sentence."""
    start, end = article.sentence_at(figure.start)
    return replace(figure, according_to=around.voice_of(start, end))
