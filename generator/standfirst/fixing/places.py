"""What of a writer's file may be replaced: its values, each as it is quoted, and the Markdown below front matter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType

from standfirst.decoding.sections import front_matter_of
from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile
from standfirst.reading.unread_names import SECTION_ENDINGS
from standfirst.reading.yaml.composer import compose
from standfirst.reading.yaml.nodes import ScalarNode, SequenceNode, YamlNode

# What somebody spoke is for a person to mend, by what the source has.
_SPOKEN = "words"


class Style(Enum):
    """How a text is written in its file."""

    PLAIN = "without quotation marks"
    DOUBLE = '"'
    SINGLE = "'"
    LITERAL = "|"
    FOLDED = ">"
    MARKDOWN = "below the front matter"

    @property
    def mark(self) -> str:
        """The quotation mark around the text, if there is one."""
        return self.value if self in (Style.DOUBLE, Style.SINGLE) else ""


@frozen
class WrittenText:
    """A text in a file: where it begins and ends there, its quotation marks included; in brackets or braces or not."""

    start: int
    end: int
    style: Style
    in_brackets: bool = False


@frozen
class WrittenFile:
    """A file of facts, a section or site.yaml, with the texts in it that may be replaced, by where they begin."""

    file: InputFile
    texts: Mapping[int, WrittenText]
    starts: tuple[int, ...]
    line_starts: tuple[int, ...]

    def offset_of(self, origin: Origin) -> int | None:
        """Return the offset of a place, or None where the file has no such line."""
        is_there = 1 <= origin.line <= len(self.line_starts)
        return self.line_starts[origin.line - 1] + origin.column - 1 if is_there else None

    def texts_at(self, offset: int) -> tuple[WrittenText, ...]:
        """Return the text that stands at an offset, and the value behind it if that text is a key; or none."""
        number = bisect_right(self.starts, offset) - 1
        if number < 0:
            return ()
        found, *behind = (self.texts[start] for start in self.starts[number : number + 2])
        if offset >= found.end and found.style is not Style.MARKDOWN:
            return ()
        is_key = behind and self.file.text[found.end : behind[0].start].strip(" ") == ":"
        return (found, *behind) if is_key else (found,)


def written_file(file: InputFile) -> WrittenFile:
    """Return a file with the texts in it that may be replaced; none where its YAML cannot be read."""
    is_section = file.path.lower().endswith(SECTION_ENDINGS)
    texts = _texts_of_section(file) if is_section else _texts_of_yaml(file)
    by_start = {each.start: each for each in sorted(texts, key=lambda each: each.start)}
    lines = (at + 1 for at, character in enumerate(file.text) if character == "\n")
    return WrittenFile(file, MappingProxyType(by_start), tuple(by_start), (0, *lines))


def _texts_of_section(file: InputFile) -> Iterator[WrittenText]:
    if matter := front_matter_of(file):
        # Blanks stand for what opens it, so that each text keeps its place.
        start, end = matter.span("yaml")
        yield from _texts_of_yaml(InputFile(file.path, f"{' ' * (start - 1)}\n{file.text[start:end]}"))
        yield WrittenText(matter.end(), len(file.text), Style.MARKDOWN)


def _texts_of_yaml(file: InputFile) -> Iterator[WrittenText]:
    try:
        root = compose(file).root
    except SiteError:
        return
    if root is not None:
        yield from _texts_in(root, file.text, in_brackets=False)


def _texts_in(node: YamlNode, text: str, *, in_brackets: bool) -> Iterator[WrittenText]:
    if isinstance(node, ScalarNode):
        if style := _style_of(node, text):
            yield WrittenText(node.start, node.end, style, in_brackets)
        return
    in_brackets = in_brackets or node.flow
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from _texts_in(item, text, in_brackets=in_brackets)
        return
    for key, value in node.all_entries:
        yield from _texts_in(key, text, in_brackets=in_brackets)
        if key.text != _SPOKEN:
            yield from _texts_in(value, text, in_brackets=in_brackets)


def _style_of(scalar: ScalarNode, text: str) -> Style | None:
    """How a text is written; None where there is nothing, or where an anchor or a tag stands before it."""
    mark = text[scalar.start : scalar.start + 1]
    if scalar.plain:
        return None if scalar.is_empty or mark in {"&", "!"} else Style.PLAIN
    return next((style for style in Style if style.value == mark), None)
