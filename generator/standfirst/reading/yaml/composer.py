"""YAML files to nodes.

Composed from the events of the C parser and not by its own composer, which loses where an alias stands, keeps the last
of two equal keys, and crashes on deep nesting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import yaml

from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, SiteError, problem
from standfirst.reading.files import InputFile, origin_in_file
from standfirst.reading.yaml.nodes import (
    UNREADABLE,
    MappingEntry,
    MappingNode,
    ScalarNode,
    SequenceNode,
    YamlNode,
    unreadable_character,
    unreadable_characters,
)
from standfirst.reading.yaml.syntax import TOO_DEEP, mark_of, merge_conflict_in, syntax_problem

T = TypeVar("T")

# The deepest of our formats nests six values.
DEEPEST = 40
# How many values a file may come to once its aliases are written out: stops `&a [*b, *b, …]` from filling the memory.
MOST_VALUES = 2_000_000
# More repeated keys than these are one problem.
_MOST_REPEATED = 2
_YAML_TAGS = "tag:yaml.org,2002:"


def read_yaml(file: InputFile, read: Callable[[YamlNode | None], T]) -> T:
    """Return what `read` makes of the one document of a YAML file; it is given None where the file is empty.

    Raises a `SiteError` with all that is not our YAML, and with the problems that `read` raises.
    """
    composed = compose(file)
    try:
        value = read(composed.root)
    except SiteError as error:
        raise SiteError(composed.merged_with(error.problems)) from None
    if composed.problems:
        raise SiteError(composed.problems)
    return value


@frozen
class Composed:
    """A YAML document, with the problems of what in it is not our YAML but can be read past.

    `anchor_names` are those of its anchors; `has_more_documents` where another document follows in the file.
    """

    root: YamlNode | None
    problems: tuple[Problem, ...]
    anchor_names: frozenset[str] = frozenset()
    has_more_documents: bool = False

    @property
    def is_ordinary(self) -> bool:
        """Whether the document has neither problems nor anchors."""
        return not self.problems and not self.anchor_names

    def merged_with(self, found: Iterable[Problem]) -> list[Problem]:
        """Return all problems with those found since, without those at a place that already has one."""
        known = {problem.origin for problem in self.problems}
        return [*self.problems, *(problem for problem in found if problem.origin not in known)]


def compose(file: InputFile) -> Composed:
    """Return the one document of a YAML file; raise a `SiteError` where it cannot be read to its end."""
    return _Composer(file).compose()


def compose_part(part: InputFile, lines: int) -> tuple[MappingEntry, ...]:
    """Return the entries of a mapping nested in another, of which `part` has some; `lines` stand before it in its file.

    Returns none unless the part is ordinary and reads by itself as it does in its file.
    """
    try:
        composed = _Composer(part, lines, DEEPEST - 1).compose()
    except SiteError:
        return ()
    root = composed.root
    return root.entries if composed.is_ordinary and isinstance(root, MappingNode) and not root.flow else ()


@dataclass(slots=True)
class _OpenCollection:
    """A list or mapping whose end has not been read yet."""

    event: yaml.CollectionStartEvent
    children: list[YamlNode] = field(default_factory=list)
    size: int = 1


@dataclass(slots=True)
class _Composer:
    file: InputFile
    lines: int = 0
    deepest: int = DEEPEST
    problems: list[Problem] = field(default_factory=list)
    root: YamlNode | None = None
    open_collections: list[_OpenCollection] = field(default_factory=list)
    anchors: dict[str, tuple[YamlNode, int]] = field(default_factory=dict)
    documents: int = 0

    def compose(self) -> Composed:
        if conflict := merge_conflict_in(self.file):
            raise SiteError([conflict])
        try:
            # The events of `yaml.parse`, which also asks before each whether there is one.
            for event in iter(yaml.CBaseLoader(self.file.text).get_event, None):
                self.take(event)
        except yaml.MarkedYAMLError as error:
            raise SiteError([*self.problems, self._syntax_problem(error)]) from None
        except yaml.reader.ReaderError:
            # The parser refuses no other characters.
            found = next(UNREADABLE.finditer(self.file.text))
            raise SiteError([*self.problems, self._unreadable(found)]) from None
        return Composed(self.root, tuple(self.problems), frozenset(self.anchors), has_more_documents=self.documents > 1)

    def _syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        # The parser may let such a character pass and stumble over it later.
        if found := UNREADABLE.search(self.file.text, 0, mark_of(error).index + 1):
            return self._unreadable(found)
        return syntax_problem(self.file, error)

    def _unreadable(self, found: re.Match[str]) -> Problem:
        return unreadable_character(origin_in_file(self.file, found.start()), self.file.text, found.start())

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                start, end = _marks(event)
                line, column = start.line + 1 + self.lines, start.column + 1
                scalar = ScalarNode(self.file, event.value, line, column, start.index, end.index, not event.style)
                if event.tag is not None:
                    self._check_tag(event, event.tag)
                # The parser refuses unreadable characters, but not their escapes, which only double quotes have.
                if event.style == '"' and not scalar.text.isprintable():
                    self.problems.extend(unreadable_characters(scalar))
                self._add(scalar, 1, event.anchor)
            case yaml.CollectionStartEvent():
                if event.tag is not None:
                    self._check_tag(event, event.tag)
                self.open_collections.append(_OpenCollection(event))
                if len(self.open_collections) > self.deepest:
                    raise problem(self._origin(event), *TOO_DEEP)
            case yaml.CollectionEndEvent():
                collection = self.open_collections.pop()
                self._add(self._collection(collection), collection.size, collection.event.anchor)
            case yaml.AliasEvent():
                self._add_alias(event)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents == 2:
                    self._report(
                        event, "a second YAML document begins here", "delete the line, or split the file in two"
                    )

    def _add(self, node: YamlNode, size: int, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node, size
        if not self.open_collections:
            self.root = self.root or node
            return
        collection = self.open_collections[-1]
        collection.children.append(node)
        collection.size += size

    def _add_alias(self, event: yaml.AliasEvent) -> None:
        if event.anchor not in self.anchors:
            message = f"there is no '&{event.anchor}' above for '*{event.anchor}' to repeat"
            self._report(event, message, "quote a text that begins with *")
        node, size = self.anchors.get(event.anchor or "", (self._nothing(event), 1))
        if size + sum(collection.size for collection in self.open_collections) > MOST_VALUES:
            raise problem(self._origin(event), "the aliases here repeat too much", "write the values out")
        self._add(node, size, None)

    def _nothing(self, event: yaml.AliasEvent) -> ScalarNode:
        origin, (start, _) = self._origin(event), _marks(event)
        return ScalarNode(self.file, "", origin.line, origin.column, start.index, start.index, plain=True)

    def _collection(self, collection: _OpenCollection) -> SequenceNode | MappingNode:
        event, origin = collection.event, self._origin(collection.event)
        if isinstance(event, yaml.SequenceStartEvent):
            return SequenceNode(tuple(collection.children), origin, flow=bool(event.flow_style))
        return self._mapping(collection.children, origin, flow=bool(event.flow_style))

    def _mapping(self, children: list[YamlNode], origin: Origin, *, flow: bool) -> MappingNode:
        pairs = [*zip(children[::2], children[1::2], strict=True)]
        ordinary = [MappingEntry(key, value) for key, value in pairs if isinstance(key, ScalarNode)]
        if len({entry.key.text for entry in ordinary}) == len(pairs):
            return MappingNode(tuple(ordinary), origin, flow)
        entries: dict[str, MappingEntry] = {}
        repeated: list[MappingEntry] = []
        for key, value in pairs:
            if not isinstance(key, ScalarNode):
                self.problems.append(Problem(key.origin, "a list or mapping cannot be a key", 'quote it, "like this"'))
            elif key.text in entries:
                first = entries[key.text]
                is_empty = isinstance(first.value, ScalarNode) and first.value.is_empty
                # Of a key that is written twice in a row, the value stands below the second.
                entries[key.text] = MappingEntry(first.key, value) if is_empty else first
                repeated.append(MappingEntry(key, first.value if is_empty else value))
            else:
                entries[key.text] = MappingEntry(key, value)
        self.problems += _repetitions(repeated, entries)
        return MappingNode(tuple(entries.values()), origin, flow, tuple(repeated))

    def _check_tag(self, event: yaml.Event, tag: str) -> None:
        written = tag.replace(_YAML_TAGS, "!!")
        self._report(event, f"the tag '{written}' means nothing here", "delete it, or quote a text that begins with !")

    def _report(self, event: yaml.Event, message: str, hint: str) -> None:
        self.problems.append(Problem(self._origin(event), message, hint))

    def _origin(self, event: yaml.Event) -> Origin:
        start, _ = _marks(event)
        return Origin(self.file.path, start.line + 1 + self.lines, start.column + 1)


def are_many_repeated(repeated: Sequence[MappingEntry]) -> bool:
    """Whether so many keys of a record are repeated that another record seems to begin there."""
    return len({entry.key.text for entry in repeated}) > _MOST_REPEATED


def _repetitions(repeated: Sequence[MappingEntry], first: dict[str, MappingEntry]) -> Iterator[Problem]:
    """The problem of each repeated key; one for all of them where another record seems to begin at the first."""
    if are_many_repeated(repeated):
        key = repeated[0].key
        message = f"the key '{key.text}' stands here a second time, as do {len(repeated) - 1} keys below it"
        yield Problem(key.origin, message, "if another record begins here, write its id above the line")
        return
    for key, _ in repeated:
        line = first[key.text].key.line
        message = f"the key '{key.text}' stands here a second time; the first is on line {line}"
        yield Problem(key.origin, message, "keep one of them, or join the two")


def _marks(event: Any) -> tuple[yaml.Mark, yaml.Mark]:
    # The parser marks every event; its types also allow for events made by hand, and for two classes of mark.
    return event.start_mark, event.end_mark
