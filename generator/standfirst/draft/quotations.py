"""Finds quotations in an article, and who speaks each."""

from __future__ import annotations

from collections.abc import Sequence

from standfirst.draft.article import Article
from standfirst.draft.proposals import ActorProposal, QuoteProposal


def quotes_in(article: Article, actors: Sequence[ActorProposal]) -> tuple[QuoteProposal, ...]:
    """Return the quotations of an article in their order; who speaks is one of the actors where the text tells."""
    return ()
