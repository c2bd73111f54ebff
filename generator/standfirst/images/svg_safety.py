"""What in a drawing in SVG does more than draw: runs something, or loads something from elsewhere.

A browser does none of it in a picture of a page. But the drawing has an address of its own as well, and there it would.
Letters it sets in whatever font a machine has.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

import lxml.etree

_SVG = "{http://www.w3.org/2000/svg}"
# Whatever it has of these does in a drawing what it does on a page.
_HTML = "{http://www.w3.org/1999/xhtml}"
_RUNNING = frozenset({"script", "foreignObject", "iframe", "embed", "object", "handler", "listener", "audio", "video"})
# Within the drawing, or a picture written into it.
_WITHIN = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,]|\Z)", re.IGNORECASE)
# Also where an animation sets it.
_SCRIPT = re.compile(r"\s*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)
_LOADING = re.compile(
    r"""@import|image-set\(|url\(\s*["']?(?!\s*["']?(?:#|data:image/(?:png|jpeg|gif|webp)[;,]))""", re.IGNORECASE
)
# A character as styles may write it instead.
_ESCAPED = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)


class SvgFault(NamedTuple):
    """What a drawing has that it may not have, and in which line."""

    line: int
    message: str
    hint: str


def svg_faults(body: bytes) -> tuple[SvgFault, ...]:
    """Return all that a drawing has beside what draws, in order; or why it is no drawing."""
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = lxml.etree.fromstring(body, parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        line = (getattr(error, "lineno", None) or 1) if isinstance(error, lxml.etree.XMLSyntaxError) else 1
        return (SvgFault(line, "this is no well-formed XML", "save the drawing once more"),)
    if root.tag != f"{_SVG}svg":
        return (SvgFault(1, "this is no drawing in SVG", f'it begins with <svg xmlns="{_SVG[1:-1]}">'),)
    return tuple(sorted(set(_faults_in(root))))


def line_of_letters(body: bytes) -> int:
    """Return the first line in which a drawing that has no faults sets letters, or 0 where it sets none."""
    root = lxml.etree.fromstring(body, lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    return next((each.sourceline or 1 for each in root.iter(f"{_SVG}text")), 0)


def _faults_in(root: lxml.etree._Element) -> Iterator[SvgFault]:
    entities = root.getroottree().docinfo.internalDTD
    if entities is not None and any(True for _ in entities.iterentities()):
        yield SvgFault(1, "this drawing declares entities", "save it as plain SVG")
    for each in root.getroottree().xpath("//processing-instruction()"):
        yield SvgFault(each.sourceline or 1, f"this drawing has <?{each.target}?>", "save it as plain SVG")
    for element in root.iter("*"):
        line = element.sourceline or 1
        name = lxml.etree.QName(element).localname
        if name in _RUNNING or str(element.tag).startswith(_HTML):
            yield SvgFault(line, f"this drawing has <{name}>, which does more than draw", "leave it out")
        if name == "style" and _loads("".join(element.itertext())):
            yield SvgFault(line, "this drawing loads something from elsewhere", "write it into the drawing")
        yield from (SvgFault(line, *fault) for fault in _faults_of_attributes(element))


def _faults_of_attributes(element: lxml.etree._Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        name = lxml.etree.QName(key).localname
        if name.lower().startswith("on") or _SCRIPT.match(str(value)):
            yield f"this drawing runs a script ({name}=)", "leave it out"
        elif (
            (name == "href" and not _WITHIN.match(str(value)))
            or _is_animated_link(name, str(value))
            or _loads(str(value))
        ):
            yield (
                f"this drawing leads or refers to somewhere else ({name}=)",
                "leave it out, or write it into the drawing",
            )


def _is_animated_link(name: str, value: str) -> bool:
    """Whether an animation sets where something leads, or what it shows."""
    return name == "attributeName" and value.strip().rpartition(":")[2] == "href"


def _loads(style: str) -> bool:
    return _LOADING.search(_ESCAPED.sub(_unescaped, style)) is not None


def _unescaped(escaped: re.Match[str]) -> str:
    code = int(escaped[1], 16) if escaped[1] else ord(escaped[2])
    return chr(code) if code <= sys.maxunicode else ""
