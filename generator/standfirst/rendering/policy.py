"""What on a page the policy of its host forbids: what loads from another site, and scripts and styles within the page.

A browser would leave all of it out without a word to whoever wrote it. Most comes of a template, so it is told once, at
the line of that, though every page may have it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from lxml.etree import XPath
from lxml.html import HtmlElement

from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem
from standfirst.reading.files import InputFile

# Most pages have none of it, which is found in their text sooner than in the tree.
_ELSEWHERE = rb"=\s*[\"']?\s*(?:https?:)?//"
_PERHAPS = re.compile(
    rb"<(?:style\b|script\b(?![^>]*\s(?:src|type)\s*=)"
    rb"|script\b[^>]*\stype\s*=\s*[\"']?[^\"'>]*(?:module|javascript)\b(?![^>]*\ssrc\s*=)"
    rb"|(?:audio|embed|frame|iframe|img|input|object|script|source|track|video)\b[^>]*\s(?:src|srcset|data|poster)"
    + _ELSEWHERE
    + rb"|(?:image|use)\b[^>]*\s(?:xlink:)?href"
    + _ELSEWHERE
    + rb"|link\b(?=[^>]*\srel\s*=\s*[\"']?[^\"'>]*(?:stylesheet|icon|preload|prefetch|preconnect|manifest))[^>]*\shref"
    + _ELSEWHERE
    + rb")"
)
# Each begins with letters that are found fast; what is before them is looked at then.
_NAMES = (re.compile(rb"on[a-z]{3,20}\s*="), re.compile(rb"style\s*=(?!&)"))
_BEFORE_NAMES = (b" ", b"\n", b"\t", b"\r", b"\f", b"/", b'"', b"'")
_LOADING = XPath(
    "//audio/@src | //embed/@src | //frame/@src | //iframe/@src | //img/@src | //img/@srcset | //input/@src"
    " | //object/@data | //script/@src | //source/@src | //source/@srcset | //track/@src | //video/@src"
    " | //video/@poster | //image/@href | //image/@*[name()='xlink:href'] | //use/@href | //use/@*[name()='xlink:href']"
    " | //link[contains(@rel, 'stylesheet') or contains(@rel, 'icon') or contains(@rel, 'load')"
    " or contains(@rel, 'prefetch') or contains(@rel, 'preconnect') or contains(@rel, 'manifest')]/@href"
)
_HANDLERS = XPath("//@*[starts-with(name(), 'on')]")
_STYLES = XPath("//*[@style] | //style")
_SCRIPTS = XPath("//script[not(@src) and (not(@type) or @type='module' or contains(@type, 'javascript'))]")
_HOST = re.compile(r"\s*(?:https?:)?(//[^/?#\s]+)", re.IGNORECASE)
_IMAGES_WITHOUT_TEXT = XPath("//img[not(normalize-space(@alt))]")


@frozen
class Breach:
    """What is not as it must be on a page, the line there, and by what pattern it is found in a template."""

    line: int
    message: str
    hint: str
    pattern: str


def breaches_of(body: bytes, root: HtmlElement, *, pictures: bool) -> tuple[Breach, ...]:
    """Return what may not be on a page, where it may have `pictures`."""
    without_text = tuple(_without_text(root)) if pictures else ()
    return (*without_text, *_forbidden(root)) if _may_have_breaches(body.lower()) else without_text


def _may_have_breaches(body: bytes) -> bool:
    """Tell whether a page, in small letters, may have what is forbidden."""
    named = (found.start() for name in _NAMES for found in name.finditer(body))
    return _PERHAPS.search(body) is not None or any(body[at - 1 : at] in _BEFORE_NAMES for at in named)


def breach_problems(breaches: Iterable[tuple[str, Breach]], templates: Sequence[InputFile]) -> Iterator[Problem]:
    """Yield the problems of breaches on the pages at some routes: each once, in a template where it stands in one."""
    places = functools.cache(lambda pattern: tuple(_places(pattern, templates)))
    told: set[tuple[Origin, str]] = set()
    for route, breach in breaches:
        for origin in places(breach.pattern) or (Origin(route, breach.line, 1),):
            if (origin, breach.pattern) not in told:
                told.add((origin, breach.pattern))
                yield Problem(origin, breach.message, breach.hint)


def _places(pattern: str, templates: Sequence[InputFile]) -> Iterator[Origin]:
    for file in templates:
        for found in re.finditer(pattern, file.text, re.IGNORECASE):
            before = file.text[: found.start()]
            yield Origin(file.path, before.count("\n") + 1, found.start() - (before.rfind("\n") + 1) + 1)


def _without_text(root: HtmlElement) -> Iterator[Breach]:
    for image in _IMAGES_WITHOUT_TEXT(root):
        pattern = r"<img\b(?![^>]*\balt\s*=\s*[\"']?[^\s\"'>])"
        yield Breach(_line(image), "this image has no alternative text", "say in words what it shows", pattern)


def _forbidden(root: HtmlElement) -> Iterator[Breach]:
    for address in _LOADING(root):
        if host := _HOST.match(address):
            message = f"<{address.getparent().tag}> loads '{address.strip()}' from another site, which pages never do"
            hint = "take it out, or publish the file with the site"
            yield Breach(_line(address.getparent()), message, hint, re.escape(host[1]))
    for handler in _HANDLERS(root):
        name = handler.attrname
        message = f"'{name}' is a script within the page, which browsers do not run here"
        hint = "write it in a script below assets/js/"
        yield Breach(_line(handler.getparent()), message, hint, rf"(?<=\s){re.escape(name)}\s*=")
    for element in _STYLES(root):
        is_rules = element.tag == "style"
        message = "a style within the page is one that browsers leave out here"
        hint = "give the element a class, and write its rules in a style sheet below assets/css/"
        yield Breach(_line(element), message, hint, r"<style\b" if is_rules else r"(?<=\s)style\s*=")
    for element in _SCRIPTS(root):
        message = "a script within the page is one that browsers do not run here"
        hint = "write it in a file below assets/js/"
        yield Breach(_line(element), message, hint, r"<script\b(?![^>]*\ssrc\s*=)(?![^>]*json)")


def _line(element: HtmlElement) -> int:
    return element.sourceline or 1
