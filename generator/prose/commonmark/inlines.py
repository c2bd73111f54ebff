"""What stands in a line: code, escapes, entities, breaks, emphasis, links, images, marks of footnotes, citations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from generator.prose.commonmark.characters import ENTITY, ESCAPABLE, character_of, literal
from generator.prose.commonmark.emphasis import Run, pair, run_at
from generator.prose.commonmark.lines import Written
from generator.prose.commonmark.links import in_parentheses_at, label_at, label_of
from generator.prose.commonmark.reading import Reading, Target
from generator.prose.traces import trace

_SIGN = re.compile(r"[\\`*_\[\]!<&~\n]")
_TICKS = re.compile(r"`+")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>\x00-\x1f]*+)>")
_ADDRESS = re.compile(r"<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]++@[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63})*+)>")
_RUN = {"*": re.compile(r"\*+"), "_": re.compile("_+")}
_STRUCK = re.compile(r"~~(?=[^\s~])[^~\n]*+~~")
_LEADING = re.compile(r"[ \t]*")


@dataclass(slots=True, eq=False)
class Opening:
    """A `[` or `![`, and the link or image that begins there if one does; `runs` counts those before it."""

    sign: str
    start: int
    end: int
    runs: int
    has_brackets: bool = False
    element: Element | None = None


class Closing:
    """Where the link or image ends that was begun last."""


Part = str | Element | Run | Opening | Closing
# Reads a mark of a footnote by its label, or makes nothing of it.
Mark = Callable[[str], Element | None]


@dataclass(slots=True)
class Inlines:
    """Reads one text. `patterns` are what else may begin with a bracket, up to the one that closes it."""

    written: Written
    reading: Reading
    mark: Mark
    patterns: Iterable[InlineProcessor]
    text: str = ""
    at: int = 0
    parts: list[Part] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    openings: list[Opening] = field(default_factory=list)
    # Of the openings below this depth none begins a link, because one stands behind them.
    closed: int = 0
    # Up to here words have been told of that other tools strike through.
    struck: int = 0
    _brackets: dict[int, int] | None = None
    _ticks: dict[int, list[int]] | None = None

    def __post_init__(self) -> None:
        self.text = self.written.text.rstrip(" \t\n")

    def read(self) -> list[Part]:
        """Return the text by its parts, in order."""
        while found := _SIGN.search(self.text, self.at):
            self.add(self.text[self.at : found.start()])
            self.at = found.start()
            _READERS[found[0]](self)
        self.add(self.text[self.at :])
        self.end_line()
        pair(self.runs)
        return self.parts

    def add(self, text: str) -> None:
        """Add characters that readers see."""
        if text:
            self.parts.append(trace(self.written.offset(self.at)) + text)

    def put(self, element: Element, end: int) -> None:
        """Add an element, which the text up to `end` is read as."""
        self.reading.spans[element] = self.written.offset(self.at), self.written.offset(end)
        self.parts.append(element)
        self.at = end

    def skip(self, text: str, length: int) -> None:
        """Add characters in the place of so many of the text."""
        self.add(text)
        self.at += length

    def end_line(self) -> str:
        """Leave out the blanks at the end of what has been read, and return them."""
        before = self.parts[-1] if self.parts else ""
        if not isinstance(before, str):
            return ""
        kept = before.rstrip(" \t")
        self.parts[-1:] = [kept] if kept else []
        return before[len(kept) :]

    def bracket_closing(self, at: int) -> int | None:
        """Where the bracket is that closes the one at an offset."""
        if self._brackets is None:
            self._brackets, open_ones = {}, []
            for found in _BRACKET.finditer(self.text):
                if found[0] == "[":
                    open_ones.append(found.start())
                elif found[0] == "]" and open_ones:
                    self._brackets[open_ones.pop()] = found.start()
        return self._brackets.get(at)

    def ticks_like(self, length: int, at: int) -> int | None:
        """Where the next run of so many backticks is, from an offset on."""
        if self._ticks is None:
            self._ticks = {}
            for found in _TICKS.finditer(self.text):
                self._ticks.setdefault(len(found[0]), []).append(found.start())
        places = self._ticks.get(length, [])
        after = bisect_left(places, at)
        return places[after] if after < len(places) else None


def _escape(reader: Inlines) -> None:
    """A backslash takes the meaning from a sign; at the end of a line it breaks the line."""
    following = reader.text[reader.at + 1 : reader.at + 2]
    if following == "\n":
        reader.at += 1
        _break(reader)
    else:
        reader.skip(following if following in ESCAPABLE else f"\\{following}", 2)


def _line_end(reader: Inlines) -> None:
    """The end of a line is a blank; behind two blanks, it breaks the line."""
    if reader.end_line().endswith("  "):
        _break(reader)
    else:
        reader.skip("\n", 1)
        _skip_blanks(reader)


def _break(reader: Inlines) -> None:
    reader.put(Element("br"), reader.at + 1)
    _skip_blanks(reader)


def _skip_blanks(reader: Inlines) -> None:
    found = _LEADING.match(reader.text, reader.at)
    reader.at = found.end() if found else reader.at


def _code(reader: Inlines) -> None:
    """Between two runs of as many backticks stands code."""
    found = _TICKS.match(reader.text, reader.at)
    assert found
    end = reader.ticks_like(len(found[0]), found.end())
    if end is None:
        reader.skip(found[0], len(found[0]))
        return
    code = reader.text[found.end() : end].replace("\n", " ")
    if code.strip(" ") and code.startswith(" ") and code.endswith(" "):
        code = code[1:-1]
    element = Element("code")
    element.text = AtomicString(literal(code))
    reader.put(element, end + len(found[0]))


def _emphasis(reader: Inlines) -> None:
    found = _RUN[reader.text[reader.at]].match(reader.text, reader.at)
    assert found
    run = run_at(reader.text, *found.span())
    reader.runs.append(run)
    reader.parts.append(run)
    reader.at = found.end()


def _tilde(reader: Inlines) -> None:
    """A mere sign, although two of them strike words through elsewhere."""
    found = _STRUCK.match(reader.text, reader.at)
    if found and reader.at >= reader.struck:
        reader.struck = found.end()
        hint = "take the signs out, and tell of what was wrong in an update"
        reader.reading.odd(reader.written.offset(reader.at), f"'{found[0]}' is shown as it is written", hint)
    reader.skip("~", 1)


def _entity(reader: Inlines) -> None:
    found = ENTITY.match(reader.text, reader.at)
    reader.skip(character_of(found[0]) if found else "&", len(found[0]) if found else 1)


def _angle(reader: Inlines) -> None:
    """An address in angle brackets is a link; a comment is left out; all else is text."""
    if reader.text.startswith("<!--", reader.at):
        _comment(reader)
    elif found := _AUTOLINK.match(reader.text, reader.at) or _ADDRESS.match(reader.text, reader.at):
        element = Element("a", {"href": literal(found[1] if found.re is _AUTOLINK else f"mailto:{found[1]}")})
        element.text = AtomicString(literal(found[1]))
        reader.put(element, found.end())
    else:
        reader.skip("<", 1)


def _comment(reader: Inlines) -> None:
    end = reader.text.find("-->", reader.at + 2)
    if end < 0:
        reader.reading.lost(reader.written.offset(reader.at), "this comment does not end", "write --> behind it")
        reader.at = len(reader.text)
        return
    reader.at = end + 3
    before = reader.parts[-1] if reader.parts else "\n"
    if isinstance(before, str) and before[-1].isspace():
        _skip_blanks(reader)


def _bang(reader: Inlines) -> None:
    if reader.text.startswith("![", reader.at) and not reader.text.startswith("![^", reader.at):
        _open(reader, "![")
    else:
        reader.skip("!", 1)


def _bracket(reader: Inlines) -> None:
    """A mark of a footnote, a citation, or what may turn out to be a link."""
    closing = reader.bracket_closing(reader.at)
    if closing is None:
        _open(reader, "[")
    elif (mark := _mark_at(reader, closing)) is not None:
        # A link within a link is none: what stands around a mark is text.
        reader.closed = len(reader.openings)
        reader.put(mark, closing + 1)
    elif (made := _pattern_at(reader, closing)) is not None:
        reader.put(made, closing + 1)
    else:
        _open(reader, "[")


def _mark_at(reader: Inlines, closing: int) -> Element | None:
    label = reader.text[reader.at + 1 : closing] if reader.text.startswith("[^", reader.at) else ""
    return reader.mark(label[1:]) if label else None


def _pattern_at(reader: Inlines, closing: int) -> Element | None:
    for pattern in reader.patterns:
        found = pattern.compiled_re.match(reader.text, reader.at, closing + 1)
        if found and found.end() == closing + 1:
            made, _, _ = pattern.handleMatch(found, reader.text)
            return made if isinstance(made, Element) else None
    return None


def _open(reader: Inlines, sign: str) -> None:
    for outer in reader.openings[-1:]:
        outer.has_brackets = True
    reader.parts.append(trace(reader.written.offset(reader.at)))
    opening = Opening(sign, reader.at, reader.at + len(sign), len(reader.runs))
    reader.openings.append(opening)
    reader.parts.append(opening)
    reader.at += len(sign)


def _close(reader: Inlines) -> None:
    """Make a link or an image of what stands between the brackets, if its target follows or its label has one."""
    opening = reader.openings.pop() if reader.openings else None
    image = opening is not None and opening.sign == "!["
    found = _target_of(opening, reader) if opening and (image or len(reader.openings) >= reader.closed) else None
    if opening is None or found is None:
        reader.closed = min(reader.closed, len(reader.openings))
        reader.skip("]", 1)
        return
    target, end = found
    opening.element = _linked(target, image=image)
    reader.reading.addresses[opening.element] = target.offset
    reader.reading.spans[opening.element] = reader.written.offset(opening.start), reader.written.offset(end)
    pair(reader.runs[opening.runs :])
    del reader.runs[opening.runs :]
    reader.parts.append(Closing())
    reader.at = end
    reader.closed = min(reader.closed, len(reader.openings)) if image else len(reader.openings)


def _linked(target: Target, *, image: bool) -> Element:
    element = Element("img" if image else "a", {"src" if image else "href": literal(target.address)})
    if target.title is not None:
        element.set("title", literal(target.title))
    return element


def _target_of(opening: Opening, reader: Inlines) -> tuple[Target, int] | None:
    """What stands behind the bracket that is read, or what a definition gives for the label."""
    after = reader.at + 1
    if found := in_parentheses_at(reader.written, reader.text, after):
        return found
    labelled = label_at(reader.text, after)
    if labelled and labelled.text:
        target = reader.reading.target_of(label_of(labelled.text))
        return (target, labelled.end) if target else None
    if opening.has_brackets or not reader.reading.targets or after - opening.end > 1000:
        return None
    target = reader.reading.target_of(label_of(reader.text[opening.end : reader.at]))
    return (target, labelled.end if labelled else after) if target else None


_READERS: dict[str, Callable[[Inlines], None]] = {
    "\\": _escape,
    "\n": _line_end,
    "`": _code,
    "*": _emphasis,
    "_": _emphasis,
    "&": _entity,
    "~": _tilde,
    "<": _angle,
    "!": _bang,
    "[": _bracket,
    "]": _close,
}
