"""The finder of names as `draft` asks it."""

from __future__ import annotations

from standfirst.draft.article import Article
from standfirst.draft.names.deciding import decided_names
from standfirst.draft.names.found import FoundNames, Known
from standfirst.draft.names.gathering import gather
from standfirst.draft.names.known_facts import KnownFacts


def names_in(article: Article, known: Known) -> FoundNames:
    """Return all that the article names; spellings of one actor, and of one the explainer has, are one proposal."""
    return gather(article, decided_names(article, KnownFacts(known).names), known)
