"""Finds dates and lengths of time in an article."""

from __future__ import annotations

from standfirst.draft.article import Article
from standfirst.draft.proposals import DateProposal


def dates_in(article: Article) -> tuple[DateProposal, ...]:
    """Return what the article names of these, in the order of its text."""
    return ()
