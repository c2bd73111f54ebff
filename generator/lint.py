"""The rendered pages, read as a browser would: links that lead nowhere, and what every page must have."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml.html import HtmlElement

from generator.artifact import Artifact
from generator.errors import Problem, SiteError, suggest
from generator.model import Origin


@dataclass(frozen=True, slots=True)
class Href:
    """An address that a page refers to, as it is written there, and the line on which it is."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link to a page of the site that a writer wrote by hand, as it is written there."""

    target: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Outline:
    """What the other pages need to know of a page, and what is wrong with it on its own."""

    route: str
    ids: frozenset[str]
    references: tuple[Href, ...]
    faults: tuple[Problem, ...]


def outline(artifact: Artifact) -> Outline:
    """Return the outline of an HTML page."""
    # An empty page is still one on which everything is missing; huge_tree lifts lxml's limit on depth.
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = lxml.html.document_fromstring(artifact.body or b"<html></html>", parser=parser)
    ids: Counter[str] = Counter(root.xpath("//@id"))
    return Outline(
        route=artifact.route,
        ids=frozenset(ids),
        references=tuple(_references(root)),
        faults=(*_repeated(artifact.route, root, ids), *_missing(artifact.route, root)),
    )


def lint(outlines: Sequence[Outline], routes: frozenset[str], base_path: str, written: Iterable[WrittenLink]) -> None:
    """Raise one `SiteError` with what is wrong with a site: each page's faults, and all links to what is not there.

    `routes` are all files of the site; `written` are the links to its pages that stand in the content.
    """
    ids = {page.route: page.ids for page in outlines}
    problems = [fault for page in outlines for fault in page.faults]
    dead = [
        (page, reference, fault)
        for page in outlines
        for reference in page.references
        if (fault := _dead(reference, page, ids, routes, base_path))
    ]
    origins = _origins(written) if dead else {}
    for page, reference, fault in dead:
        # From a page in a folder, a link that is written from the site's root has been led up to it.
        target = reference.target.removeprefix("../" * page.route.count("/"))
        places = origins.get(target) or [Origin(page.route, reference.line, 1)]
        problems.extend(Problem(place, *fault) for place in places)
    if problems:
        raise SiteError(problems)


def _origins(written: Iterable[WrittenLink]) -> dict[str, list[Origin]]:
    """Where each target is written."""
    origins: defaultdict[str, list[Origin]] = defaultdict(list)
    for link in written:
        origins[link.target].append(link.origin)
    return origins


# ---------------------------------------------------------------- one page

_REFERRING = (("href", ("a", "link")), ("src", ("img", "script", "source")))


def _references(root: HtmlElement) -> Iterator[Href]:
    for attribute, tags in _REFERRING:
        for element in root.iter(*tags):
            if (target := element.get(attribute)) is not None:
                yield Href(target, element.sourceline or 1)


def _repeated(route: str, root: HtmlElement, ids: Counter[str]) -> Iterator[Problem]:
    for name, times in ids.items():
        if times > 1:
            line = root.xpath("//*[@id=$name]", name=name)[1].sourceline or 1
            yield Problem(Origin(route, line, 1), f"the id '{name}' stands on this page {times} times", "give it once")


def _missing(route: str, root: HtmlElement) -> Iterator[Problem]:
    for image in root.xpath("//img[not(normalize-space(@alt))]"):
        hint = "say in words what it shows"
        yield Problem(
            Origin(route, image.sourceline or 1, 1), f"the image '{image.get('src')}' has no alternative text", hint
        )
    needed = (
        ("a title", "normalize-space(/html/head/title)", "fill <title>"),
        ("a language", "normalize-space(/html/@lang)", "give <html> a lang"),
        (
            "a description",
            "normalize-space(/html/head/meta[@name='description']/@content)",
            "fill <meta name=description>",
        ),
    )
    for what, path, hint in needed:
        if not root.xpath(path):
            yield Problem(Origin(route, 1, 1), f"this page has no {what.removeprefix('a ')}", hint)
    headings = int(root.xpath("count(//h1)"))
    if headings != 1:
        yield Problem(Origin(route, 1, 1), f"this page has {headings} headings of the first level", "give it one h1")


# ---------------------------------------------------------------- between pages


def _dead(
    reference: Href, page: Outline, ids: Mapping[str, frozenset[str]], routes: frozenset[str], base_path: str
) -> tuple[str, str] | None:
    """What is wrong with a reference and how to mend it, or None where it leads to something or out of the site."""
    try:
        within = _within_site(reference.target)
    except ValueError:
        return f"'{reference.target}' is not an address", "write it whole, from https:// on"
    if within is None:
        return None
    path, anchor = within
    if path.startswith("/") and page.route != "404.html":
        return f"'{reference.target}' would lead out of the site where that lies in a folder", "write it relative"
    route = _route(path, dirname(page.route), base_path) if path else page.route
    if route not in routes:
        return f"'{reference.target}' leads to no file of this site", _near(route, routes)
    if anchor and route in ids and anchor not in ids[route]:
        return f"'{reference.target}' leads to no place on its page", _near(anchor, ids[route])
    return None


# Most of what a page refers to, other pages refer to as well.
@functools.lru_cache(maxsize=2**15)
def _within_site(target: str) -> tuple[str, str] | None:
    """The path and the anchor of an address within the site, None of any other; a `ValueError` of what is none."""
    parts = urlsplit(target)
    return None if parts.scheme or parts.netloc else (unquote(parts.path), unquote(parts.fragment))


@functools.lru_cache(maxsize=2**15)
def _route(path: str, folder: str, base_path: str) -> str:
    if path.startswith("/"):
        return path.removeprefix(unquote(base_path))
    return normpath(join(folder, path))


@functools.lru_cache(maxsize=1024)
def _near(word: str, known: frozenset[str]) -> str:
    """The hint that names a like word; a dead link of the layout asks this on every page."""
    return suggest(word, known)
