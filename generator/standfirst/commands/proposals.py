"""What `draft --format json` prints: the proposals of an article, without a content folder."""

from __future__ import annotations

from pathlib import Path

import regex

from standfirst.draft.article import Article
from standfirst.draft.proposals import Proposals
from standfirst.draft.read_article import article_in
from standfirst.draft.rules import propose
from standfirst.model import Date, Id
from standfirst.reading.files import CopyFile
from standfirst.reading.one_file import read_copy_file

_NOT_OF_AN_ID = regex.compile(r"[^a-z0-9]+")
_LONGEST_ID = 40


def read_and_propose(path: Path, source: Id | None, published: Date | None) -> tuple[Article, Proposals]:
    """Return the article of a file and all that is proposed from it; raise a `SiteError` where it has no text."""
    article, _ = article_in(article_file(path, source), published)
    return article, propose(article)


def article_file(path: Path, source: Id | None) -> CopyFile:
    """Read the file of an article; the id of its source is the one given, or made of the file's name."""
    name = _NOT_OF_AN_ID.sub("-", path.stem.lower())[:_LONGEST_ID].strip("-")
    return read_copy_file(source or Id(name or "article"), path)
