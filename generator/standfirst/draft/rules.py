"""The backend that proposes by rules and tables. Another one is any function from an `Article` to `Proposals`."""

from __future__ import annotations

from standfirst.draft.article import Article
from standfirst.draft.dates import dates_in
from standfirst.draft.figures import figures_in
from standfirst.draft.names import Known, names_in
from standfirst.draft.proposals import Proposals
from standfirst.draft.quotations import quotes_in


def propose(article: Article, known: Known | None = None) -> Proposals:
    """Return what the article says, as proposals for facts; `known` is what the explainer has already."""
    names = names_in(article, known or Known())
    return Proposals(
        actors=names.actors,
        places=names.places,
        dates=dates_in(article),
        quotes=quotes_in(article, names.actors),
        figures=figures_in(article),
    )
