"""Simple Markdown, read at once: lines and blocks of words, links, emphasis and citations.

Most prose is no more than that, and a search for its few patterns takes a fraction of the time of a parser. What this
reads comes out as the parser would have it, and whatever else there is in a block leaves that block to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from standfirst.model import CitationMark, Element, Hyperlink, Node, TextNode

# What may bind a block to another that does not stand right beside it, or to be told of once in a text: footnotes and
# definitions, what goes on over empty lines, tables, signs that other tools begin items with.
_BINDS = ("[^", "]:", "<!--", "\r", "|", *"•·▪◦‣●○")
# The same at the beginning of a line, and so behind its end: a search for that takes a tenth of the time.
_BINDS_BELOW = re.compile(r"\n(?:[ \t]+[^ \t\n]|```|~~~|:[ \t])")
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_ITEM = re.compile(r"^(?:[*+-]|[0-9]{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)

_HEADING = re.compile(r"#{1,6} (?=[^\s#])")
# A line that goes on with a paragraph or begins one, since no block begins with its first character.
_WORDS_FOLLOW = re.compile(r"[^\W_0-9]|[0-9]+(?![0-9.)])|[“„«»‘’\"'(]|\[(?!\^)|\*{1,2}(?=[^\W_])")
_SIGNS = {"-": "- ", "*": "* ", "+": "+ ", ">": "> "}

_WORD = re.compile(r"\S+")
_PLAIN = r"[^\\`*_\[\]<&!~\x00-\x1f\x7f]"
# Emphasis that can be nothing else: it begins before a letter and behind none, and ends the other way round.
_BEHIND = r"(?:(?<=[\s(“„«‘\"'—–-])|^)"
_BEFORE = r"(?=[\s.,;:!?)”»’\"'—–-]|$)"
_PART = re.compile(
    rf"(?P<words>{_PLAIN}+|!(?!\[))"
    rf"|\[(?P<text>{_PLAIN}*)\]\((?!(?P=text)\))(?P<target>[a-zA-Z0-9:/.#?=%+,@_-]+)\)"
    rf"|\[@(?P<source>[a-z0-9-]+):(?P<cited>{_PLAIN}*)\]"
    rf"|{_BEHIND}(?P<sign>\*\*?)(?=[^\W_])(?P<stressed>{_PLAIN}*)(?<=[^\W_])(?P=sign){_BEFORE}"
)


def independent_parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where parts of a text begin and end that are read the same if each is a text of its own."""
    at = 0
    is_bound = any(map(text.__contains__, _BINDS)) or _BINDS_BELOW.search(f"\n{text}")
    for gap in () if is_bound else _EMPTY_LINES.finditer(text):
        # Items of a list go on over an empty line.
        if not (_ITEM.match(text, gap.end()) and _ITEM.search(text, at, gap.start())):
            yield at, gap.start()
            at = gap.end()
    yield at, len(text)


def simple_block(part: str, offset: int) -> Node | None:
    """Return the block that a part is which begins at an offset, if it is a simple one."""
    part = part.rstrip(" \n")
    if heading := _HEADING.match(part):
        words = _lines([(part[heading.end() :], offset + heading.end())])
        return Element(f"h{heading.end() - 1}", words) if words and "#" not in part[heading.end() :] else None
    sign = "" if _WORDS_FOLLOW.match(part) else _SIGNS.get(part[:1], "")
    lines = list(_lines_without(sign, part, offset))
    if not all(_WORDS_FOLLOW.match(line) for line, _ in lines):
        return None
    if sign not in ("", "> "):
        items = [words for line in lines if (words := _lines([line]))]
        return Element("ul", tuple(Element("li", words) for words in items)) if len(items) == len(lines) else None
    words = _lines(lines)
    paragraph = Element("p", words) if words else None
    return Element("blockquote", (paragraph,)) if sign and paragraph else paragraph


def simple_line(text: str) -> tuple[Node, ...] | None:
    """Return what a text of one line says if it is simple and has one blank between its words; each has its place."""
    return _lines([(text, 0)], by_word=True) if text == " ".join(text.split()) else None


def _lines_without(sign: str, part: str, offset: int) -> Iterator[tuple[str, int]]:
    """The lines of a part behind the sign that each begins with, and their offsets; an empty line for any other."""
    for line in part.split("\n"):
        yield line[len(sign) :] if line.startswith(sign) else "", offset + len(sign)
        offset += len(line) + 1


def _lines(lines: Sequence[tuple[str, int]], *, by_word: bool = False) -> tuple[Node, ...] | None:
    """What stands in some lines with their offsets, or None if any of them holds more than is read here."""
    reader, ended = _SimpleReader(by_word), 0
    for number, (line, offset) in enumerate(lines):
        if number:
            reader.add_words("\n", ended)
        # Blanks may break the line, and a brace may end attributes of other tools.
        if line[-1:].isspace() or line.endswith("}") or not reader.take(line, offset):
            return None
        ended = offset + len(line)
    reader.end_words()
    return tuple(reader.nodes)


@dataclass(slots=True)
class _SimpleReader:
    by_word: bool
    nodes: list[Node] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    offsets: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def take(self, line: str, offset: int) -> bool:
        """Read a line, and tell whether it was read to its end."""
        at = 0
        while found := _PART.match(line, at):
            if words := found["words"]:
                self.add_words(words, offset + at)
            else:
                self.end_words()
                self.nodes.append(self._node(found, offset))
            at = found.end()
        return at == len(line)

    def add_words(self, words: str, offset: int) -> None:
        self.offsets += self._places(words, self.length, offset)
        self.words.append(words)
        self.length += len(words)

    def end_words(self) -> None:
        if self.words:
            self.nodes.append(TextNode("".join(self.words), tuple(self.offsets)))
            self.words, self.offsets, self.length = [], [], 0

    def _node(self, found: re.Match[str], offset: int) -> Node:
        if found["source"]:
            return CitationMark(found["source"], found["cited"], has_colon=True, offset=offset + found.start() + 1)
        group = "stressed" if found["sign"] else "text"
        text, start = found[group], offset + found.start(group)
        inner = (TextNode(text, self._places(text, 0, start)),) if text else ()
        if found["sign"]:
            return Element("em" if found["sign"] == "*" else "strong", inner)
        return Hyperlink(found["target"], inner, None, offset + found.start("target"))

    def _places(self, words: str, at: int, offset: int) -> tuple[tuple[int, int], ...]:
        """Where words begin that have a place of their own: in a text of one line, all."""
        if not self.by_word:
            return ((at, offset),)
        return tuple((at + word.start(), offset + word.start()) for word in _WORD.finditer(words))
