"""YAML as it was written: text, lists and mappings that know where they stand.

Composed from the C parser's events and not by its own composer, which loses where an alias stands, keeps the last of
two equal keys, and crashes on deep nesting. No scalar has a type here: `no`, `2019-04` and `12:30` are text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

import yaml

from standfirst.model import Origin
from standfirst.problems.errors import Problem, SiteError, problem
from standfirst.reading.files import InputFile, origin_in_file
from standfirst.reading.yaml.mojibake import meant_by_control
from standfirst.reading.yaml.syntax import conflict_in, syntax_problem

T = TypeVar("T")

# Nothing in the format nests deeper than six; a file that does was not written by hand.
DEEPEST = 40
# How many values a file may come to once its aliases are written out: stops `&a [*b, *b, …]` from filling the memory.
MOST_VALUES = 2_000_000
# More repeated keys than these are told as one problem.
_MOST_REPEATED = 2
_YAML_TAGS = "tag:yaml.org,2002:"
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


class Scalar(NamedTuple):
    """A text, without a type; `start` and `end` are offsets into the file's text.

    A tuple because most of what a file holds are these, and tuples are made several times as quickly.
    """

    file: InputFile
    text: str
    line: int
    column: int
    start: int
    end: int
    plain: bool

    @property
    def origin(self) -> Origin:
        return Origin(self.file.path, self.line, self.column)

    @property
    def is_empty(self) -> bool:
        return self.plain and not self.text

    def origin_of(self, needle: str, occurrence: int) -> Origin:
        """Return where the n-th `needle` (from 0) of this text was written, or else where the text begins."""
        at = self.start
        for _ in range(occurrence + 1):
            found = self.file.text.find(needle, at, self.end)
            if found < 0:
                return self.origin
            at = found + len(needle)
        return self.origin_at(at - len(needle))

    def origin_at(self, offset: int) -> Origin:
        """Return where an offset into the file stands, at or behind the beginning of this text."""
        # Counted from where the text begins: files are long, and have many references.
        lines = self.file.text.count("\n", self.start, offset)
        if not lines:
            return Origin(self.file.path, self.line, self.column + offset - self.start)
        return Origin(self.file.path, self.line + lines, offset - self.file.text.rfind("\n", 0, offset))


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `flow` when written in brackets."""

    items: tuple[Node, ...]
    origin: Origin
    flow: bool


class Entry(NamedTuple):
    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in the order in which they were written, their keys distinct; `flow` when written in braces.

    `repeated` are further entries of the same keys, each of which is a problem.
    """

    entries: tuple[Entry, ...]
    origin: Origin
    flow: bool
    repeated: tuple[Entry, ...] = ()

    @property
    def as_written(self) -> tuple[Entry, ...]:
        """All entries, those with repeated keys too."""
        if not self.repeated:
            return self.entries
        return tuple(sorted((*self.entries, *self.repeated), key=lambda each: each.key.start))

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


Node = Scalar | Listing | Mapping


def unreadable(scalar: Scalar) -> Iterator[Problem]:
    """The first character of a text that neither HTML nor XML can hold; YAML lets it be written as an escape."""
    if found := _UNREADABLE.search(scalar.text):
        yield _unreadable(scalar.origin_of(found[0], 0), scalar.text, found.start())


def _unreadable(origin: Origin, text: str, at: int) -> Problem:
    meant = meant_by_control(text, at)
    message = f"no page can show the character U+{ord(text[at]):04X}"
    return Problem(origin, message, f"write {meant}" if meant else "delete it")


def read_yaml(file: InputFile, read: Callable[[Node | None], T]) -> T:
    """Return what `read` makes of the one document of a YAML file, which is None where the file is empty.

    Raises a `SiteError` with all that is not our YAML, and with what `read` raises for the rest.
    """
    composed = compose(file)
    try:
        value = read(composed.root)
    except SiteError as error:
        raise SiteError(composed.with_those_of(error.problems)) from None
    if composed.problems:
        raise SiteError(composed.problems)
    return value


@dataclass(frozen=True, slots=True)
class Composed:
    """A YAML document, and what in it is not our YAML although it can be read on from there.

    `anchored` are the names that it gives to parts of itself; it `goes_on` where another document stands below it.
    """

    root: Node | None
    problems: tuple[Problem, ...]
    anchored: frozenset[str] = frozenset()
    goes_on: bool = False

    @property
    def is_ordinary(self) -> bool:
        """Whether nothing is wrong, and no part stands for another."""
        return not self.problems and not self.anchored

    def with_those_of(self, found: Iterable[Problem]) -> list[Problem]:
        """Return all problems with those found since, but for what only follows from a fault at the same place."""
        faulty = {problem.origin for problem in self.problems}
        return [*self.problems, *(problem for problem in found if problem.origin not in faulty)]


def compose(file: InputFile) -> Composed:
    """Return the one document of a YAML file; raise a `SiteError` where it cannot be read to its end."""
    return _Composer(file).compose()


def compose_part(part: InputFile, lines: int) -> tuple[Entry, ...]:
    """Return the entries of some lines of a file that are part of a mapping within another, with so many lines before.

    None are returned unless the part is ordinary and reads by itself as it does in its file.
    """
    try:
        composed = _Composer(part, lines, DEEPEST - 1).compose()
    except SiteError:
        return ()
    root = composed.root
    return root.entries if composed.is_ordinary and isinstance(root, Mapping) and not root.flow else ()


@dataclass(slots=True)
class _Frame:
    """A list or mapping whose end has not been read yet."""

    event: yaml.CollectionStartEvent
    children: list[Node] = field(default_factory=list)
    size: int = 1


@dataclass(slots=True)
class _Composer:
    file: InputFile
    lines: int = 0
    deepest: int = DEEPEST
    problems: list[Problem] = field(default_factory=list)
    root: Node | None = None
    frames: list[_Frame] = field(default_factory=list)
    anchors: dict[str, tuple[Node, int]] = field(default_factory=dict)
    documents: int = 0

    def compose(self) -> Composed:
        if conflict := conflict_in(self.file):
            raise SiteError([conflict])
        try:
            for event in yaml.parse(self.file.text, Loader=yaml.CBaseLoader):
                self.take(event)
        except yaml.MarkedYAMLError as error:
            raise SiteError([*self.problems, self._syntax_problem(error)]) from None
        except yaml.reader.ReaderError as error:
            found = _UNREADABLE.search(self.file.text)
            at = found.start() if found else 0
            text = self.file.text if found else chr(error.character)
            raise SiteError([*self.problems, _unreadable(origin_in_file(self.file, at), text, at)]) from None
        return Composed(self.root, tuple(self.problems), frozenset(self.anchors), goes_on=self.documents > 1)

    def _syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        end = error.problem_mark.index + 1 if error.problem_mark else len(self.file.text)
        # The parser lets it pass, and trips over what it makes of it.
        if found := _UNREADABLE.search(self.file.text, 0, end):
            return _unreadable(origin_in_file(self.file, found.start()), self.file.text, found.start())
        return syntax_problem(self.file, error)

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                scalar = self._scalar(event)
                if event.tag is not None:
                    self._check_tag(event, event.tag)
                # The parser refuses what is unreadable, but for escapes, which only these quotation marks have.
                if event.style == '"':
                    self.problems.extend(unreadable(scalar))
                self._add(scalar, 1, event.anchor)
            case yaml.CollectionStartEvent():
                if event.tag is not None:
                    self._check_tag(event, event.tag)
                self.frames.append(_Frame(event))
                if len(self.frames) > self.deepest:
                    message = "values are nested too deeply here"
                    raise problem(self._origin(event), message, "close the brackets before it")
            case yaml.CollectionEndEvent():
                frame = self.frames.pop()
                self._add(self._collection(frame), frame.size, frame.event.anchor)
            case yaml.AliasEvent():
                self._add_alias(event)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents == 2:
                    self._report(
                        event, "a second YAML document begins here", "delete the line, or split the file in two"
                    )

    def _add(self, node: Node, size: int, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node, size
        if not self.frames:
            self.root = self.root or node
            return
        frame = self.frames[-1]
        frame.children.append(node)
        frame.size += size

    def _add_alias(self, event: yaml.AliasEvent) -> None:
        if event.anchor not in self.anchors:
            message = f"there is no '&{event.anchor}' above for '*{event.anchor}' to repeat"
            self._report(event, message, "quote a text that begins with *")
        node, size = self.anchors.get(event.anchor or "", (self._nothing(event), 1))
        if size + sum(frame.size for frame in self.frames) > MOST_VALUES:
            raise problem(self._origin(event), "the aliases here repeat too much", "write the values out")
        self._add(node, size, None)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _marks(event)
        line, column = start.line + 1 + self.lines, start.column + 1
        return Scalar(self.file, event.value, line, column, start.index, end.index, not event.style)

    def _nothing(self, event: yaml.AliasEvent) -> Scalar:
        origin, (start, _) = self._origin(event), _marks(event)
        return Scalar(self.file, "", origin.line, origin.column, start.index, start.index, plain=True)

    def _collection(self, frame: _Frame) -> Listing | Mapping:
        event, origin = frame.event, self._origin(frame.event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(tuple(frame.children), origin, flow=bool(event.flow_style))
        return self._mapping(frame.children, origin, flow=bool(event.flow_style))

    def _mapping(self, children: list[Node], origin: Origin, *, flow: bool) -> Mapping:
        entries: dict[str, Entry] = {}
        repeated: list[Entry] = []
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.problems.append(Problem(key.origin, "a list or mapping cannot be a key", 'quote it, "like this"'))
            elif key.text in entries:
                first = entries[key.text]
                is_empty = isinstance(first.value, Scalar) and first.value.is_empty
                # What stands below the second of two lines is the value of both.
                entries[key.text] = Entry(first.key, value) if is_empty else first
                repeated.append(Entry(key, first.value if is_empty else value))
            else:
                entries[key.text] = Entry(key, value)
        self.problems += _repetitions(repeated, entries)
        return Mapping(tuple(entries.values()), origin, flow, tuple(repeated))

    def _check_tag(self, event: yaml.Event, tag: str) -> None:
        written = tag.replace(_YAML_TAGS, "!!")
        self._report(event, f"the tag '{written}' means nothing here", "delete it, or quote a text that begins with !")

    def _report(self, event: yaml.Event, message: str, hint: str) -> None:
        self.problems.append(Problem(self._origin(event), message, hint))

    def _origin(self, event: yaml.Event) -> Origin:
        start, _ = _marks(event)
        return Origin(self.file.path, start.line + 1 + self.lines, start.column + 1)


def are_many(repeated: Sequence[Entry]) -> bool:
    """Whether so many keys of a record stand in it again that another record begins there."""
    return len({entry.key.text for entry in repeated}) > _MOST_REPEATED


def _repetitions(repeated: Sequence[Entry], first: dict[str, Entry]) -> Iterator[Problem]:
    """The keys of a mapping that stand in it again; of many of them the first, as another record may begin there."""
    if are_many(repeated):
        key = repeated[0].key
        message = f"the key '{key.text}' stands here a second time, as do {len(repeated) - 1} keys below it"
        yield Problem(key.origin, message, "if another record begins here, write its id above the line")
        return
    for key, _ in repeated:
        line = first[key.text].key.line
        message = f"the key '{key.text}' stands here a second time; the first is on line {line}"
        yield Problem(key.origin, message, "keep one of them, or join the two")


def _marks(event: Any) -> tuple[yaml.Mark, yaml.Mark]:
    # The parser marks every event; its types allow for events made by hand, and for two sorts of mark that are alike.
    return event.start_mark, event.end_mark
