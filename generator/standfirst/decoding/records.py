"""Read whole records by the types of the model, and describe them in JSON Schema by the same types.

The fields of a frozen type are its format: their names are the keys, their annotations say how each is written, and a
field without a default must be there.
"""

from __future__ import annotations

import dataclasses
import functools
import re
import types
import typing
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain, starmap
from typing import Any

from standfirst.decoding.citations import CITATIONS_FORMAT
from standfirst.decoding.editions import EDITIONS_FORMAT
from standfirst.decoding.formats import (
    Format,
    Schema,
    VisibleText,
    as_mapping,
    choice_format,
    prose_format,
    read_value,
    reference_format,
    tuple_format,
    whole_number_format,
)
from standfirst.decoding.key_meanings import meaning_for_writers
from standfirst.decoding.look import LOOK_FORMATS, named_file_format
from standfirst.decoding.misindented import Arrangement, arrange_keys
from standfirst.decoding.single_values import VALUE_FORMATS, read_id
from standfirst.decoding.translations import TRANSLATIONS_FORMAT
from standfirst.decoding.value_hints import broken_flow_hint
from standfirst.model import (
    AllowedKinds,
    Bounds,
    Citation,
    Edition,
    Explainer,
    FolderFiles,
    FrontMatter,
    Id,
    KeyOrigins,
    Kind,
    Located,
    MarkdownForm,
    Origin,
    Translation,
    Verb,
    VerbId,
)
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, SiteError, gather, miswritten, problem, stop_at_errors
from standfirst.problems.remedies import NO_REMEDY, Remedy, meant, nearest_words
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode, YamlNode
from standfirst.reading.yaml.text_warnings import text_warnings


@frozen
class RecordValues:
    """The values of a record by their keys, as far as they can be read, and every problem in it."""

    values: types.MappingProxyType[str, Any]
    problems: tuple[Problem, ...]


@frozen
class KeyFormat:
    """How the value of one key of a record is written, and whether the key must be there."""

    format: Format[Any]
    required: bool


_KINDS = frozenset(kind.plural for kind in Kind)
# Keys that writers use for `cite`.
CITE_SYNONYMS = frozenset({"source", "sources", "citation", "citations", "cites", "cited", "ref", "reference"})
# More missing keys than these are one problem: the record has only been begun.
_MOST_MISSING = 2
# Fields of these types are no keys: they come from the place of the record and from the key above it.
_NOT_KEYS = (Id, VerbId, Origin, KeyOrigins)


@functools.cache
def keys_of(record: type) -> types.MappingProxyType[str, KeyFormat]:
    """Return the keys of a record type in the order of its fields."""
    hints = typing.get_type_hints(record, include_extras=True)
    return types.MappingProxyType(
        {
            field.name: KeyFormat(format_of(hints[field.name]), required=field.default is dataclasses.MISSING)
            for field in dataclasses.fields(record)
            if hints[field.name] not in _NOT_KEYS
        }
    )


@functools.cache
def _required_keys(record: type) -> frozenset[str]:
    return frozenset(name for name, key in keys_of(record).items() if key.required)


@functools.cache
def _nested_keys(record: type) -> frozenset[str]:
    """Return the keys of a record type whose values have keys of their own."""
    return frozenset(name for name, key in keys_of(record).items() if key.format.has_keys)


def list_of_keys(record: type) -> str:
    """Return the keys of a record type, separated by commas."""
    return ", ".join(keys_of(record))


@functools.cache
def format_of(hint: Any) -> Format[Any]:
    """Return the format of a type of the model; `hint` is the annotation of a field, `Annotated` included."""
    if found := VALUE_FORMATS.get(hint) or LOOK_FORMATS.get(hint) or _mapping_format(hint):
        return found
    container, parts = typing.get_origin(hint), typing.get_args(hint)
    if container is typing.Annotated:
        return _format_of_mark(parts[1])
    if container is tuple:
        return tuple_format(format_of(parts[0]))
    if parts:
        return format_of(parts[0])  # `T | None`: what is left out is None, what is written is a T
    if issubclass(hint, StrEnum):
        return choice_format(hint)
    return _record_format(hint)


def _format_of_mark(mark: Any) -> Format[Any]:
    """Return the format of an `Annotated` type by its annotation."""
    match mark:
        case AllowedKinds():
            return reference_format(mark)
        case Bounds():
            return whole_number_format(mark)
        case MarkdownForm():
            return prose_format(mark)
        case FolderFiles():
            return named_file_format(mark)
    raise TypeError(f"nothing says how a value marked {mark!r} is written")


def read_keys(record: type, node: MappingNode, what: str) -> RecordValues:
    """Read the keys of a record; `what` names it in messages."""
    known = keys_of(record)
    placed = _arrange(record, node)
    written = {entry.key.text for entry in placed.entries}
    free = [key for key in known if key not in written]
    unknown = [name for name in written if name not in known]
    remedies = _keys_meant(unknown, free, known) if unknown else {}
    values: dict[str, Any] = {}
    problems = [*placed.problems]
    for entry in placed.entries:
        name = entry.key.text
        try:
            if name not in known:
                raise _unknown_key(entry, node, remedies[name], what, record)
            values[name] = read_value(known[name].format, entry.value)
        except SiteError as error:
            problems.extend(error.problems)
    # A misspelt key has its problem already.
    named = {each.key for each in remedies.values()}
    missing = [name for name in free if known[name].required and name not in named]
    problems += _missing_keys(missing, node.origin, what)
    return RecordValues(types.MappingProxyType(values), tuple(problems))


def read_record(record: type, node: MappingNode, what: str) -> RecordValues:
    """Read the keys of a record as `read_keys` does, and add the warnings about its texts."""
    read = read_keys(record, node, what)
    warnings = chain.from_iterable(starmap(text_warnings, visible_texts(record, node)))
    return RecordValues(read.values, (*read.problems, *warnings))


def _values_or_raise(record: type, node: MappingNode, what: str) -> types.MappingProxyType[str, Any]:
    """Return the values of a record that is part of another; raise a `SiteError` if there is any error in it."""
    read = read_keys(record, node, what)
    stop_at_errors(read.problems)
    return read.values


def visible_texts(record: type, node: YamlNode) -> list[VisibleText]:
    """Return the texts of a record that readers see, in the order of its file."""
    known = keys_of(record)
    found: list[VisibleText] = []
    for entry in node if isinstance(node, MappingNode) else ():
        if key := known.get(entry.key.text):
            found += key.format.texts(entry.value)
    return found


def _arrange(record: type, node: MappingNode) -> Arrangement:
    """Return the entries of a record where they belong; in most records they are there already."""
    written = {entry.key.text for entry in node}
    required = _required_keys(record)
    if required <= written <= keys_of(record).keys():
        return Arrangement(node.entries)
    return arrange_keys(node, keys_of(record), required, _nested_keys(record))


@frozen
class _KeyMeant:
    """The key that an unknown one was meant for, if any, and what to do about it."""

    key: str = ""
    remedy: Remedy = NO_REMEDY


def _keys_meant(
    unknown: list[str], free: list[str], known: types.MappingProxyType[str, KeyFormat]
) -> dict[str, _KeyMeant]:
    """Return the key that each unknown one was meant for.

    It is the nearest of the `free` keys, which are not written yet, or a required one if no other is left to choose.
    """
    found = {name: near for name in unknown if (near := _nearest_free(name, free))}
    wanted = Counter(near[0] for near in found.values())
    keys_meant = {
        name: _key_meant(name, near[0], is_sure=len(near) == 1 and wanted[near[0]] == 1) for name, near in found.items()
    }
    others = [name for name in unknown if name not in keys_meant]
    left = [name for name in free if name not in wanted]
    if len(others) == len(left) == 1 and known[left[0]].required:
        # That no other is left says little of what is written there: a person is to look at it.
        keys_meant[others[0]] = _key_meant(others[0], left[0], is_sure=False)
    return {name: _KeyMeant() for name in unknown} | keys_meant


def _nearest_free(name: str, free: list[str]) -> tuple[str, ...]:
    """Return the free key that an unknown one is nearest to, and another that is as near, if any."""
    return ("cite",) if name in CITE_SYNONYMS and "cite" in free else nearest_words(name, free)


def _key_meant(name: str, near: str, *, is_sure: bool) -> _KeyMeant:
    if name in CITE_SYNONYMS and near == "cite":
        return _KeyMeant("cite", Remedy("write `cite:`", "cite" if is_sure else None))
    return _KeyMeant(near, meant(name, near, is_sure=is_sure))


def _missing_keys(names: list[str], origin: Origin, what: str) -> Iterator[Problem]:
    """Yield one problem for each missing key, or one for all of them if the record has only been begun."""
    if len(names) > _MOST_MISSING:
        yield Problem(origin, f"{what} has no {', '.join(map(repr, names))}", "add these keys")
    else:
        yield from (Problem(origin, f"{what} has no '{name}'", f"add `{name}:`") for name in names)


def key_origins_of(node: MappingNode) -> KeyOrigins:
    """Return where the value of each key of a record is written."""
    keys = _one_for_all(tuple(each.key.text for each in node))
    return KeyOrigins(keys, tuple(at for each in node for at in each.value.origin[1:]))


@functools.cache
def _one_for_all(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys as one object for all records that have the same."""
    return keys


def record_schema(record: type) -> Schema:
    """Return the JSON Schema of a record type."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, key in keys_of(record).items() if key.required],
        "properties": {
            name: _explained(key.format.schema, meaning_for_writers(record, name))
            for name, key in keys_of(record).items()
        },
    }


def _explained(schema: Schema, meaning: str) -> Schema:
    """A schema of a value with what its key means, which editors show; how it is written follows in brackets."""
    how = schema.get("description")
    if not meaning:
        return schema
    return {**schema, "description": f"{meaning} ({how})" if how else meaning}


def _unknown_key(entry: MappingEntry, node: MappingNode, key_meant: _KeyMeant, what: str, record: type) -> SiteError:
    name = entry.key.text
    is_of_facts = name in _KINDS and issubclass(record, Explainer | FrontMatter) and key_meant.key != "cite"
    elsewhere = Remedy(broken_flow_hint(entry, node) or ("write it in a file in facts/" if is_of_facts else ""))
    remedy = elsewhere or key_meant.remedy or Remedy(f"its keys are {list_of_keys(record)}")
    return SiteError([miswritten(entry.key.origin, f"{what} has no key '{name}'", remedy, name)])


def _record_format(record: type) -> Format[Any]:
    name = re.sub("(?=[A-Z])", " ", record.__name__).lower().strip()
    what = f"an {name}" if name[0] in "aeiou" else f"a {name}"

    def read(node: YamlNode) -> Any:
        if isinstance(node, ScalarNode) and not node.is_empty:
            form = ", ".join(f"{key}: …" for key in keys_of(record))
            raise problem(node.origin, f"{what} is written with its keys, and this is one text", f"write {{{form}}}")
        written = as_mapping(node, what)
        return record(**_place(record, written), **_values_or_raise(record, written, what))

    return Format(
        read=read,
        schema=record_schema(record),
        texts=functools.partial(visible_texts, record),
        has_keys=True,
    )


def _place(record: type, node: MappingNode) -> dict[str, Any]:
    """Return where a record within another is written, if that is among its values."""
    is_located = issubclass(record, Located)
    return {"origin": node.origin, "key_origins": key_origins_of(node)} if is_located else {}


# ---------------------------------------------------------------- the vocabulary of verbs


def _texts_of_verbs(node: YamlNode) -> Iterator[VisibleText]:
    entries = node if isinstance(node, MappingNode) else ()
    return chain.from_iterable(visible_texts(Verb, entry.value) for entry in entries)


def _verbs(node: YamlNode) -> tuple[Verb, ...]:
    return gather(_verb, as_mapping(node, "the vocabulary of verbs"))


def _verb(entry: MappingEntry) -> Verb:
    what = f"the verb '{read_id(entry.key)}'"
    return Verb(id=VerbId(entry.key.text), **_values_or_raise(Verb, as_mapping(entry.value, what), what))


def _mapping_format(hint: object) -> Format[Any] | None:
    """The format of a list that is written as a mapping: by source, by language, or by the id of a verb."""
    if hint == tuple[Citation, ...]:
        return CITATIONS_FORMAT
    if hint == tuple[Translation, ...]:
        return TRANSLATIONS_FORMAT
    if hint == tuple[Edition, ...]:
        return EDITIONS_FORMAT
    if hint == tuple[Verb, ...]:
        schema: Schema = {"type": "object", "additionalProperties": record_schema(Verb)}
        return Format(_verbs, schema, _texts_of_verbs, has_keys=True)
    return None
