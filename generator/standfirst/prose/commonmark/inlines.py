"""A text while it is read as lines are: how far, what has been made of it, and what in it is still open."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

from standfirst.prose.commonmark.emphasis import DelimiterRun
from standfirst.prose.commonmark.lines import BlockText
from standfirst.prose.commonmark.parser_state import ParserState
from standfirst.prose.traces import trace

_BLANKS = re.compile(r"[ \t]*")
_TICKS = re.compile(r"`+")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


@dataclass(slots=True, eq=False)
class Opening:
    """A `[` or `![`, and the link or image that begins there if one does; `runs` counts those before it."""

    sign: str
    end: int
    runs: int
    element: Element | None = None


class Closing:
    """Where the link or image ends that was begun last."""


InlinePart = str | Element | DelimiterRun | Opening | Closing
# Reads a mark of a footnote by its label, or makes nothing of it.
FootnoteMarker = Callable[[str], Element | None]


@dataclass(slots=True)
class Inlines:
    """One text, read up to `at`.

    `mark` makes marks of footnotes; `patterns` are what else may begin with a bracket, up to the one that closes it.
    """

    written: BlockText
    state: ParserState
    mark: FootnoteMarker
    patterns: Iterable[InlineProcessor]
    text: str = ""
    at: int = 0
    parts: list[InlinePart] = field(default_factory=list)
    runs: list[DelimiterRun] = field(default_factory=list)
    openings: list[Opening] = field(default_factory=list)
    # Of the openings below this depth none begins a link, because one stands behind them.
    closed: int = 0
    # Up to here words have been told of that other tools strike through.
    struck: int = 0
    _brackets: dict[int, int] | None = None
    _ticks: dict[int, list[int]] | None = None

    def __post_init__(self) -> None:
        self.text = self.written.text

    def add(self, text: str) -> None:
        """Add characters that readers see."""
        if text:
            self.parts.append(trace(self.written.offset(self.at)) + text)

    def put(self, element: Element, end: int) -> None:
        """Add an element, which the text up to `end` is read as."""
        self.state.addresses[element] = self.written.offset(self.at) + 1
        self.parts.append(element)
        self.at = end

    def skip(self, text: str, length: int) -> None:
        """Add characters in the place of so many of the text."""
        self.add(text)
        self.at += length

    def skip_blanks(self) -> None:
        """Leave out the blanks that come next."""
        found = _BLANKS.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def end_line(self) -> str:
        """Leave out the blanks at the end of what has been read, and return them."""
        before = self.parts[-1] if self.parts else None
        if not isinstance(before, str):
            return ""
        kept = before.rstrip(" \t")
        self.parts[-1] = kept
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
