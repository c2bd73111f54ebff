"""The head of a table: which kind of fact its rows are, and which key each of its columns gives."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from standfirst.decoding.misfiled import TYPE_OF_KEY
from standfirst.decoding.records import keys_of
from standfirst.importing.header_words import END, FOR_ALL, FOR_KINDS, PASSAGE, POSITION, SOURCE
from standfirst.importing.tables import Table
from standfirst.model import Citing, Kind, Record
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import problem
from standfirst.problems.remedies import nearest_word

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SIGNS = re.compile(r"[\W_]+")
# Without these a row says too little to be a fact, and nothing can stand in their place.
_NEEDED: Mapping[Kind, tuple[str, ...]] = {
    Kind.ACTOR: ("name",),
    Kind.TERM: ("name",),
    Kind.EVENT: ("title", "date"),
    Kind.QUOTE: ("words", "speaker"),
    Kind.CLAIM: ("claim",),
    Kind.FIGURE: ("value", "label"),
    Kind.RELATION: ("subject", "verb", "object"),
    Kind.PLACE: ("name",),
    Kind.IMAGE: ("file", "alt", "credit"),
    Kind.UNKNOWN: ("question",),
    Kind.UPDATE: ("date", "kind", "text"),
    Kind.SOURCE: (),
}

_OF_SOURCES = frozenset({"publisher", "authors", "published", "accessed"})


@frozen
class Columns:
    """What the columns of a table give: for each its key, or nothing where no key has its name."""

    kind: Kind
    record: type[Record]
    keys: tuple[str, ...]


def columns_of(table: Table, asked: Kind | None) -> Columns:
    """Return the kind of the rows, as asked or as the head tells, and the keys of the columns.

    Raises a `SiteError` where the head tells of no kind, or lacks what a fact of the kind must have.
    """
    kind = asked or _kind_told(table)
    record = TYPE_OF_KEY[kind.plural]
    keys = _keys(record, table.head.cells)
    missing = [key for key in _NEEDED[kind] if key not in keys]
    if missing:
        free = [name for name, key in zip(table.head.cells, keys, strict=True) if name and not key]
        meant = {key: nearest_word(key, free) for key in missing}
        hints = [f"did you mean “{meant[key]}” for '{key}'?" for key in missing if meant[key]]
        named = " and ".join(f"'{key}'" for key in missing)
        hint = " ".join(hints) or f"name the column `{missing[0]}`, or say with --kind what the rows are"
        raise problem(table.origin(table.head), f"no column gives the {named} of {kind.with_article}", hint)
    return Columns(kind, record, keys)


def nearest_key(columns: Columns, name: str) -> str:
    """Return the key that no column gives and to which the name of a column is near; nothing where there is none."""
    known = _known_names(columns.kind)
    free = [each for each, key in known.items() if key not in columns.keys]
    return known.get(nearest_word(_folded(name), free), "")


def _kind_told(table: Table) -> Kind:
    """The kind of which the columns give the most, and all that it needs; the name of the file settles a tie."""
    scores = {record.KIND: _score(record, table) for record in TYPE_OF_KEY.values()}
    best = max(scores.values())
    first = [kind for kind, score in scores.items() if score == best]
    if best[0] and len(first) == 1:
        return first[0]
    kinds = ", ".join(TYPE_OF_KEY)
    names = ", ".join(f"“{name}”" for name in table.head.cells if name)
    message = f"these columns do not tell what the rows are: {names}"
    raise problem(table.origin(table.head), message, f"say it with --kind, one of {kinds}")


def _score(record: type[Record], table: Table) -> tuple[bool, bool, int, int]:
    names = [_folded(cell) for cell in table.head.cells]
    keys = [key for key in _keys(record, table.head.cells) if key]
    needed = _NEEDED[record.KIND]
    is_named = bool({record.KIND.value, record.KIND.plural} & set(_folded(PurePath(table.path).stem).split()))
    # A source needs nothing: that the rows are some must show in the name of the file, or in what little else has.
    is_source = is_named or ("title" in keys and not _OF_SOURCES.isdisjoint(keys))
    has_needed = all(key in keys for key in needed) if needed else is_source
    exact = sum(name.replace(" ", "_") == key for name, key in zip(names, _keys(record, table.head.cells), strict=True))
    return has_needed, is_named, len(keys), exact


def _keys(record: type[Record], head: Sequence[str]) -> tuple[str, ...]:
    """The key of each column: first those that are named as the key itself, then the others from the left."""
    names = [_folded(cell) for cell in head]
    known = _known_names(record.KIND)
    found = {at: known[name] for at, name in enumerate(names) if name and known.get(name) == name.replace(" ", "_")}
    taken = set(found.values())
    for at, name in enumerate(names):
        key = known.get(name, "")
        if key and at not in found and key not in taken:
            found[at] = key
            taken.add(key)
    return tuple(found.get(at, "") for at in range(len(names)))


def keys_in(record: type) -> tuple[str, ...]:
    """Return the keys of a record, in the order of the model."""
    return tuple(keys_of(record))


def needed_keys(record: type) -> list[str]:
    """Return the keys without which a record cannot be read."""
    return [name for name, key in keys_of(record).items() if key.required]


@functools.cache
def _known_names(kind: Kind) -> Mapping[str, str]:
    """The names of columns that mean a key of a record."""
    record = TYPE_OF_KEY[kind.plural]
    more = [END] if kind is Kind.EVENT else [POSITION] if kind is Kind.PLACE else []
    cites = [SOURCE, PASSAGE] if issubclass(record, Citing) else []
    keys = ["id", *keys_in(record), *more, *cites]
    known: dict[str, str] = {key.replace("_", " "): key for key in keys if key not in {SOURCE, PASSAGE, END, POSITION}}
    for key in keys:
        for name in FOR_KINDS.get((kind, key), ()):
            known.setdefault(_folded(name), key)
    for key in keys:
        for name in FOR_ALL.get(key, ()):
            known.setdefault(_folded(name), key)
    return known


def _folded(name: str) -> str:
    """A name as names are compared; one that is all in brackets keeps what is in them."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    bare = _SIGNS.sub(" ", _BRACKETS.sub(" ", plain)).strip()
    return bare or _SIGNS.sub(" ", plain).strip()
