"""One cell of a table as the value of a key, by the type that the key has in the model.

What our own tables write is read as it was; other ways of saying the same are, too. Whether the value is right is not
decided here: what decodes records does that, for every format.
"""

from __future__ import annotations

import datetime
import functools
import re
import typing
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from standfirst.authoring.record import NewValue
from standfirst.importing.dates import read_date
from standfirst.importing.header_words import OTHER_WORDS
from standfirst.importing.known_facts import KnownFacts
from standfirst.importing.markdown_text import as_block, as_inline
from standfirst.model import (
    AllowedKinds,
    Citation,
    Date,
    FactChange,
    FactId,
    Id,
    Kind,
    MarkdownForm,
    NativeName,
    Quantity,
    Translation,
    VerbRef,
)
from standfirst.model.frozen_class import frozen
from standfirst.outputs.data import without_guard
from standfirst.problems.remedies import nearest_word
from standfirst.reading.yaml.nodes import UNREADABLE

# One of several values in a cell: in quotation marks, doubled within, if it has a semicolon; of a citation, with the
# source before it.
_ITEM: Final = re.compile(
    r'\s*(?:(?P<source>[a-z0-9][a-z0-9-]*): )?(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^;]*))\s*(?:;|$)'
)
_PAIR: Final = re.compile(r"(?P<text>.*): (?P<lang>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)", re.DOTALL)
_CHANGE: Final = re.compile(
    r"(?P<fact>[a-z]+:[a-z0-9-]+)(?: (?P<key>[a-z_]+))?: (?P<before>.*?)[ ]?→[ ]?(?P<after>.*)", re.DOTALL
)
_COMMA: Final = re.compile(r"\s*(?:,|&)\s*")
_TRUE: Final = frozenset({"true", "yes", "1", "x", "✓", "wahr", "vrai", "oui", "ja", "sí", "نعم"})
_DECIMAL_COMMA: Final = re.compile(r"-?\d{1,3},\d+", re.ASCII)


@frozen
class Taken:
    """What a cell gives: a value, or none, and what to say where some of it could not be taken, or is not sure."""

    value: NewValue = ""
    doubts: tuple[str, ...] = ()


@functools.cache
def hints_of(record: type) -> Mapping[str, Any]:
    """Return the types of the keys of a record."""
    return typing.get_type_hints(record, include_extras=True)


def take(record: type, key: str, cell: str, known: KnownFacts) -> Taken:
    """Return the value that a cell gives to a key of a record."""
    return _take(hints_of(record)[key], cell, known)


def _take(hint: Any, cell: str, known: KnownFacts) -> Taken:
    if hint == tuple[Citation, ...]:
        return _citations(cell, known)
    if hint == tuple[Translation, ...]:
        return _translations(cell)
    container, parts = typing.get_origin(hint), typing.get_args(hint)
    if container is tuple:
        return _list(parts[0], cell, known)
    if container is typing.Annotated:
        return _marked(parts[1], cell, known)
    if parts:
        return _take(parts[0], cell, known)
    if hint is Date or hint is datetime.date:
        return _date(cell, known.language)
    if hint is bool:
        return Taken("true" if cell.casefold() in _TRUE else "")
    if hint is NativeName:
        found = _PAIR.fullmatch(cell)
        pair = {"text": without_guard(found["text"]), "lang": found["lang"]} if found else ""
        return Taken(
            pair, () if found else (f"“{cell}” is without its language: write it behind a colon, as in “{cell}: ar”",)
        )
    if hint is FactChange:
        return _change(cell)
    if hint is VerbRef or hint is Id or hint is Quantity:
        return Taken(cell.strip())
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choice(hint, cell)
    if getattr(hint, "__supertype__", None) is float:
        return Taken(cell.replace(",", ".") if _DECIMAL_COMMA.fullmatch(cell) else cell)
    return Taken(UNREADABLE.sub("", without_guard(cell)).strip())


def _marked(mark: object, cell: str, known: KnownFacts) -> Taken:
    match mark:
        case AllowedKinds():
            return _reference(mark, cell, known)
        case MarkdownForm.BLOCK:
            return Taken(as_block(without_guard(cell)))
        case _:
            return Taken(as_inline(without_guard(cell)))


def _date(cell: str, language: str) -> Taken:
    read = read_date(cell, language)
    if read.edtf:
        return Taken(read.edtf)
    return Taken(read.within, (f"“{cell}”: {read.doubt}",))


def _choice(options: type[StrEnum], cell: str) -> Taken:
    word = re.sub(r"[\s_]+", "-", cell.strip().casefold())
    words = [each.value for each in options]
    if (other := OTHER_WORDS.get(word, word)) in words:
        return Taken(word if word in words else other)
    near = nearest_word(word, words)
    hint = f"did you mean {near}?" if near else f"it is one of {', '.join(words)}"
    return Taken("", (f"“{cell}” is not one of the words for this: {hint}",))


# ---------------------------------------------------------------- several values in a cell


class Item(typing.NamedTuple):
    """One of several values in a cell; the source before it, if it has one and is in no quotation marks itself."""

    source: str
    text: str

    @property
    def whole(self) -> str:
        return f"{self.source}: {self.text}" if self.source else self.text


def items_in(cell: str) -> Iterator[Item]:
    """Yield the values that a cell lists, one behind another's semicolon, a line or a bar."""
    rest = re.sub(r"\s*[\n|]\s*", "; ", cell.strip()) if '"' not in cell else cell
    at = 0
    while at < len(rest):
        found = _ITEM.match(rest, at)
        if not found:
            # Something stands behind closing marks: these were no marks around the whole.
            found = re.compile(r"\s*(?P<bare>[^;]*)(?:;|$)").match(rest, at)
            assert found
            text, source = found["bare"], ""
        else:
            quoted = found["quoted"]
            text, source = (found["bare"] if quoted is None else quoted.replace('""', '"')), found["source"] or ""
        at = found.end()
        if text.strip() or source:
            yield Item(source, text.strip())


def _list(hint: Any, cell: str, known: KnownFacts) -> Taken:
    taken = [each for item in items_in(cell) for each in _items(hint, item.whole, known)]
    values = tuple(each.value for each in taken if each.value)
    return Taken(values, tuple(doubt for each in taken for doubt in each.doubts))


def _items(hint: Any, text: str, known: KnownFacts) -> list[Taken]:
    """One item of a list; where it refers to no fact, those that commas in it part. A name may have a comma."""
    whole = _take(hint, text, known)
    parts = _COMMA.split(text)
    if whole.value or len(parts) == 1:
        return [whole]
    apart = [_take(hint, part, known) for part in parts]
    return apart if any(each.value for each in apart) else [whole]


def _change(cell: str) -> Taken:
    found = _CHANGE.fullmatch(cell)
    if not found:
        return Taken("", (f"“{cell}” does not say what changed: write it as in “figure:killed value: 213 → 264”",))
    return Taken({key: without_guard(text.strip()) for key, text in found.groupdict().items() if text and text.strip()})


def _translations(cell: str) -> Taken:
    found = [_PAIR.fullmatch(item.whole) for item in items_in(cell)]
    pairs = {each["lang"]: without_guard(each["text"]) for each in found if each}
    return Taken(pairs, () if all(found) else ("the language of a translation is missing",))


def _citations(cell: str, known: KnownFacts) -> Taken:
    cited: dict[str, list[str]] = {}
    lost: list[str] = []
    source = ""
    for named, text in items_in(cell):
        source = named or source
        if FactId(Kind.SOURCE, Id(source)) in known.ids:
            cited.setdefault(source, []).append(without_guard(text))
        else:
            near = known.nearest(source, [Kind.SOURCE]) if source else ""
            hint = f"; did you mean '{near}'?" if near else ""
            lost.append(f"there is no source '{source}' here to cite “{text}” from{hint}")
    value = {name: texts[0] if len(texts) == 1 else tuple(texts) for name, texts in cited.items()}
    return Taken(value, tuple(lost))


# ---------------------------------------------------------------- references


def _reference(allowed: AllowedKinds, cell: str, known: KnownFacts) -> Taken:
    """A fact by its id, with or without its kind, or by its name."""
    text = without_guard(cell).strip()
    prefix, colon, rest = text.partition(":")
    kinds: tuple[Kind, ...] = allowed.kinds
    if colon and (named := [kind for kind in kinds if kind.value == prefix.strip()]):
        kinds, text = tuple(named), rest.strip()
    if found := known.called(text, kinds):
        return Taken(found.id if found.kind is allowed.default else str(found))
    what = " or ".join(kind.value for kind in kinds) if len(kinds) < len(Kind) else "fact"
    near = known.nearest(text, kinds)
    return Taken("", (f"there is no {what} “{text}” here{f'; did you mean {near!r}?' if near else ''}",))
