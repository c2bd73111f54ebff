"""Passages of news that are labelled by hand, as text with its labels; README.md says what is labelled, and how.

A passage is one file of XML with its labels around the words they are for. Lines end where they like: text is
as if a paragraph were one line and an empty line stood between two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path(__file__).parent
PASSAGES = FOLDER / "passages"
ASIDE = FOLDER / "aside"

_ATTRIBUTES = {
    "date": {"value", "or", "optional"},
    "person": {"actor", "optional"},
    "organisation": {"actor", "optional"},
    "place": {"actor", "optional"},
    "quote": {"by", "optional"},
    "scare": set[str](),
    "speaker": {"id", "actor"},
    "figure": {"value", "qualifier", "unit", "optional"},
}
NAMES = ("person", "organisation", "place")


class LabelError(ValueError):
    """A passage whose labels are not as README.md says."""


@dataclass(frozen=True)
class Label:
    """What is said of the words from `start` to `end`; the keys of `attributes` depend on the kind."""

    kind: str
    start: int
    end: int
    text: str
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def is_optional(self) -> bool:
        """Tell whether it is neither missed where it is not found nor wrong where it is."""
        return self.attributes.get("optional") == "yes"

    @property
    def values(self) -> tuple[str, ...]:
        """The value, and those that are as good."""
        return (self.attributes.get("value", ""), *self.attributes.get("or", "").split())

    @property
    def actor(self) -> str:
        """The full name of who or what is meant; nothing where that has no name in the passage."""
        return self.attributes.get("actor", self.text if self.kind in NAMES else "")


@dataclass(frozen=True)
class Passage:
    """A text as it would be given to `draft`, and all that is labelled in it, in order of their starts."""

    name: str
    published: str
    style: str
    text: str
    labels: tuple[Label, ...]

    def of(self, *kinds: str) -> tuple[Label, ...]:
        """Return the labels of some kinds."""
        return tuple(each for each in self.labels if each.kind in kinds)

    @cached_property
    def speakers(self) -> dict[str, tuple[Label, ...]]:
        """The mentions of each speaker by the id that quotations name, each with the actor that it is."""
        found: dict[str, tuple[Label, ...]] = {}
        for each in self.of("speaker"):
            found[each.attributes["id"]] = (*found.get(each.attributes["id"], ()), self._with_actor(each))
        return found

    def _with_actor(self, speaker: Label) -> Label:
        """Return a speaker with the person that its words name last, or else what they name and nothing more."""
        if speaker.actor:
            return speaker
        within = [each for each in self.of(*NAMES) if speaker.start <= each.start and each.end <= speaker.end]
        people = [each for each in within if each.kind == "person"]
        whole = [each for each in within if len(each.text) >= len(speaker.text) - len("The ")]
        named = people[-1:] or whole[:1]
        attributes = {**speaker.attributes, "actor": "".join(each.actor for each in named)}
        return Label(speaker.kind, speaker.start, speaker.end, speaker.text, attributes)


def read_all(folder: Path) -> tuple[Passage, ...]:
    """Return the passages of a folder, in order of their names."""
    return tuple(read(path) for path in sorted(folder.glob("*.xml")))


def read(path: Path) -> Passage:
    """Return the passage that a file holds; raise `LabelError` where it is not what README.md says."""
    try:
        root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    except ElementTree.ParseError as error:
        raise LabelError(f"{path.name}: {error}") from error
    if root.tag != "passage" or set(root.attrib) != {"published", "style"}:
        raise LabelError(f"{path.name}: must be a passage with published and style")
    reader = _Reader(path.name)
    reader.read(root)
    text = "".join(reader.parts)
    leading = len(text) - len(text.lstrip())
    labels = (
        Label(kind, start - leading, end - leading, text[start:end], attributes)
        for kind, start, end, attributes in reader.found
    )
    ordered = tuple(sorted(labels, key=lambda each: (each.start, -each.end)))
    return Passage(path.stem, root.attrib["published"], root.attrib["style"], text.strip(), ordered)


class _Reader:
    """Walks through the elements of a passage and counts the characters of its text."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.parts: list[str] = []
        self.length = 0
        self.found: list[tuple[str, int, int, dict[str, str]]] = []

    def read(self, element: ElementTree.Element) -> None:
        self._add(element.text)
        for child in element:
            self._check(child)
            start = self.length
            self.read(child)
            self.found.append((child.tag, start, self.length, dict(child.attrib)))
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        unwrapped = re.sub(r"\s+", lambda blank: "\n\n" if blank[0].count("\n") > 1 else " ", text or "")
        self.parts.append(unwrapped)
        self.length += len(unwrapped)

    def _check(self, element: ElementTree.Element) -> None:
        known = _ATTRIBUTES.get(element.tag)
        words = "".join(element.itertext())
        if known is None:
            raise LabelError(f"{self.name}: no label is called {element.tag}")
        if other := set(element.attrib) - known:
            raise LabelError(f"{self.name}: {element.tag} '{words}' has {', '.join(sorted(other))}")
        if not words or words != words.strip():
            raise LabelError(f"{self.name}: {element.tag} '{words}' is empty, or begins or ends with a blank")


def each_label(passages: tuple[Passage, ...], *kinds: str) -> Iterator[tuple[Passage, Label]]:
    """Yield the labels of some kinds, or all, with the passage they stand in."""
    for passage in passages:
        for label in passage.of(*(kinds or _ATTRIBUTES)):
            yield passage, label
