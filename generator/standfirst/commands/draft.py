"""What `draft` does: an article's file becomes proposals."""

from __future__ import annotations

from pathlib import Path

import regex

from standfirst.draft.article import Article
from standfirst.draft.proposals import Proposals
from standfirst.draft.read_article import article_in
from standfirst.draft.rules import propose
from standfirst.model import Date, Id
from standfirst.reading.one_file import read_copy_file

_NOT_OF_AN_ID = regex.compile(r"[^a-z0-9]+")
_LONGEST_ID = 40


def read_and_propose(path: Path, source: Id | None, published: Date | None) -> tuple[Article, Proposals]:
    """Return the article of a file and what is proposed from it; raise a `SiteError` where it has no text."""
    article, _ = article_in(read_copy_file(source or _id_from(path.stem), path), published)
    return article, propose(article)


def _id_from(name: str) -> Id:
    return Id(_NOT_OF_AN_ID.sub("-", name.lower()).strip("-")[:_LONGEST_ID].strip("-") or "article")
