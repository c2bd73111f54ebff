"""Finds numbers with their meaning in an article."""

from __future__ import annotations

from standfirst.draft.article import Article
from standfirst.draft.proposals import FigureProposal


def figures_in(article: Article) -> tuple[FigureProposal, ...]:
    """Return what the article names of these, in the order of its text."""
    return ()
