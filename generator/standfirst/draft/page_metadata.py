"""What a saved web page says of itself: headline, authors, publisher, day of publication, language and address.

Each is taken from the first place that has it: JSON-LD (schema.org's NewsArticle and its kin), Open Graph and the
other `meta` elements, then what the page shows.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from standfirst.language.dates import DateError, parse
from standfirst.model import CalendarDate, Date
from standfirst.model.frozen_class import frozen
from standfirst.reading.yaml.nodes import one_line

_ARTICLE_TYPES = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|WebPage)")
# What readers are told that a page is, by its type of schema.org, where that says more than that it is a page.
_KINDS = {
    **dict.fromkeys(("NewsArticle", "ReportageNewsArticle", "BackgroundNewsArticle"), "news article"),
    "AnalysisNewsArticle": "analysis",
    "OpinionNewsArticle": "opinion article",
    "LiveBlogPosting": "live blog",
    "BlogPosting": "blog post",
    "ScholarlyArticle": "journal article",
    "Report": "report",
}
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title")
_AUTHORS = ("author", "article:author", "byl", "dc.creator", "citation_author", "parsely-author", "sailthru.author")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_DAYS = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.created", "citation_publication_date", "citation_date",
    "parsely-pub-date", "sailthru.date", "article.published", "publish-date", "ptime",
)  # fmt: skip
_ADDRESSES = ("og:url", "twitter:url")
_LANGUAGES = ("og:locale", "content-language", "dc.language")
# A day of ISO 8601, whatever time and zone follow; or a date in eight digits.
_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?:$|[T\s])")
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
_BETWEEN_AUTHORS = re.compile(r"\s*(?:;|,|\band\b|&)\s*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
# Deeper or larger than what any page says of itself.
_DEEPEST, _MOST_NODES = 20, 10_000


@frozen(kw_only=True)
class PageMetadata:
    """What is known of a page; what it does not say is empty.

    `kind` is what sort of source it calls itself, `is_for_all` whether it does not say that subscribers alone see it.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: Date | None = None
    language: str = ""
    url: str = ""
    kind: str = ""
    is_for_all: bool = True


def metadata_of(page: str) -> PageMetadata:
    """Return what the text of a page says of itself."""
    with warnings.catch_warnings():
        # It warns of texts that look like something else, to whoever runs the command.
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(page, "lxml")
    article, meta = _linked_data(soup), _meta(soup)
    return PageMetadata(
        title=_first((_text(article.get("headline")), *meta.of(_TITLES), _shown(soup, "h1"), _shown(soup, "title"))),
        authors=_authors(article, meta, soup),
        publisher=_first((_name(article.get("publisher")), *meta.of(_PUBLISHERS))),
        published=_published(article, meta, soup),
        language=_language(article, meta, soup),
        url=_first(filter(_is_address, _addresses(article, meta, soup))),
        kind=_first(_KINDS.get(each, "") for each in _texts(article.get("@type"))),
        is_for_all=str(article.get("isAccessibleForFree", "")).lower() != "false",
    )


@frozen
class _Meta:
    """The `meta` elements of a page: names, in small letters, and contents."""

    pairs: tuple[tuple[str, str], ...]

    def of(self, names: Iterable[str]) -> Iterator[str]:
        """Yield the contents of these names, in the order of the names."""
        for name in names:
            yield from (content for known, content in self.pairs if known == name)


def _meta(soup: BeautifulSoup) -> _Meta:
    found = []
    for element in soup.find_all("meta"):
        name = _attribute(element, "property") or _attribute(element, "name") or _attribute(element, "http-equiv")
        name = name or _attribute(element, "itemprop")
        if name and (content := _attribute(element, "content")):
            found.append((name.lower(), content))
    return _Meta(tuple(found))


def _attribute(element: Tag, name: str) -> str:
    return _text(element.get(name))


def _shown(soup: BeautifulSoup, name: str) -> str:
    element = soup.find(name)
    return _text(element.get_text(" ")) if isinstance(element, Tag) else ""


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _text(value: object) -> str:
    return one_line(value) if isinstance(value, str) else ""


# ---------------------------------------------------------------- linked data


def _linked_data(soup: BeautifulSoup) -> dict[str, Any]:
    """Return the node that describes the article, or else an empty one; what is no JSON is passed over."""
    nodes: list[dict[str, Any]] = []
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            nodes += _nodes(json.loads(script.get_text(), strict=False))
        except (ValueError, RecursionError):
            continue
    articles = [node for node in nodes if any(map(_ARTICLE_TYPES.fullmatch, _texts(node.get("@type"))))]
    # A page describes itself, and the article on it more closely.
    articles.sort(key=lambda node: "WebPage" in _texts(node.get("@type")))
    return articles[0] if articles else {}


def _nodes(value: object, depth: int = 0) -> list[dict[str, Any]]:
    if depth > _DEEPEST:
        return []
    if isinstance(value, list):
        return [node for each in value[:_MOST_NODES] for node in _nodes(each, depth + 1)]
    if isinstance(value, dict):
        return [value, *_nodes(value.get("@graph"), depth + 1), *_nodes(value.get("mainEntity"), depth + 1)]
    return []


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(filter(None, map(_text, values)))


def _name(value: object) -> str:
    """The name of a person or body, which may be a text or a node; of several, the first."""
    return _first(_names(value))


def _names(value: object) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        yield _text(each.get("name")) if isinstance(each, dict) else _text(each)


# ---------------------------------------------------------------- one by one


def _authors(article: dict[str, Any], meta: _Meta, soup: BeautifulSoup) -> tuple[str, ...]:
    linked = [link.get_text(" ") for link in soup.find_all(rel="author")]
    for names in (_names(article.get("author")), meta.of(_AUTHORS), linked):
        # Some pages name the profile of an author in place of the author.
        known = [_BY.sub("", _text(name)) for name in names if not _is_address(name)]
        parted = [part for name in known for part in _BETWEEN_AUTHORS.split(name) if part]
        if parted:
            return tuple(dict.fromkeys(parted))
    return ()


def _published(article: dict[str, Any], meta: _Meta, soup: BeautifulSoup) -> Date | None:
    shown = [_attribute(time, "datetime") for time in soup.find_all("time")]
    days = (*_texts(article.get("datePublished")), *meta.of(_DAYS), *shown)
    return next(filter(None, map(day_in, days)), None)


def day_in(text: str) -> Date | None:
    """Return the day that begins a text of ISO 8601, in the zone that it was written in."""
    found = _DAY.match(text)
    if not found:
        return None
    try:
        day = parse("-".join(found.groups()))
    except DateError:
        return None
    return day if isinstance(day.start, CalendarDate) else None


def _language(article: dict[str, Any], meta: _Meta, soup: BeautifulSoup) -> str:
    page = soup.find("html")
    written = _attribute(page, "lang") if isinstance(page, Tag) else ""
    found = _first((_name(article.get("inLanguage")), written, *meta.of(_LANGUAGES)))
    return found.replace("_", "-") if _LANGUAGE.fullmatch(found) else ""


def _addresses(article: dict[str, Any], meta: _Meta, soup: BeautifulSoup) -> Iterator[str]:
    yield from (_attribute(link, "href") for link in soup.find_all("link", rel="canonical"))
    yield from meta.of(_ADDRESSES)
    entity = article.get("mainEntityOfPage")
    yield from _texts(article.get("url"))
    yield from _texts(entity.get("@id") if isinstance(entity, dict) else entity)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
