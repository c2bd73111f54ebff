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
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, starmap
from typing import Any

from standfirst.decoding.formats import (
    LEAVES,
    Format,
    Schema,
    Text,
    as_text,
    choice,
    mapping,
    prose,
    read_id,
    read_value,
    reference,
    scalar,
    tuple_of,
    whole_number,
)
from standfirst.decoding.misindented import Placed, keys_placed
from standfirst.model import (
    AllowedKinds,
    Bounds,
    Citation,
    Fact,
    FactId,
    Id,
    KeyOrigins,
    Kind,
    MarkdownForm,
    Origin,
    Passage,
    Reference,
    Verb,
    VerbId,
)
from standfirst.problems.errors import Problem, SiteError, gather, nearest, problem, stop_at_errors
from standfirst.prose.references import ID
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode, SequenceNode, YamlNode
from standfirst.reading.yaml.text_warnings import text_warnings


@dataclass(frozen=True, slots=True)
class ReadKeys:
    """What the keys of a record say, as far as they can be read: each value by its key, and every problem."""

    values: types.MappingProxyType[str, Any]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record."""

    format: Format[Any]
    required: bool


_KINDS = frozenset(kind.plural for kind in Kind)
# What writers call the citing of a source, besides what it is called here.
MEANS_CITE = frozenset({"source", "sources", "citation", "citations", "cites", "cited", "ref", "reference"})
# More missing keys than these are told as one problem.
_BEGUN = 2
# What names a record, and where it stands, is not written inside it.
_OUTSIDE = (Id, VerbId, Origin, KeyOrigins)


@functools.cache
def keys_of(record: type) -> types.MappingProxyType[str, Key]:
    """Return the keys of a record type in the order of its fields."""
    hints = typing.get_type_hints(record, include_extras=True)
    return types.MappingProxyType(
        {
            field.name: Key(format_of(hints[field.name]), required=field.default is dataclasses.MISSING)
            for field in dataclasses.fields(record)
            if hints[field.name] not in _OUTSIDE
        }
    )


@functools.cache
def _required_keys(record: type) -> frozenset[str]:
    return frozenset(name for name, key in keys_of(record).items() if key.required)


@functools.cache
def _nested_keys(record: type) -> frozenset[str]:
    """The keys of a record type whose values have keys of their own."""
    return frozenset(name for name, key in keys_of(record).items() if key.format.schema.get("type") == "object")


def key_names(record: type) -> str:
    """Return the keys of a record type as a message lists them."""
    return ", ".join(keys_of(record))


@functools.cache
def format_of(hint: Any) -> Format[Any]:
    """Return how a type of the model is written; `hint` is a field's annotation with its marks."""
    if found := LEAVES.get(hint) or _mapping_format(hint):
        return found
    container, parts = typing.get_origin(hint), typing.get_args(hint)
    if container is typing.Annotated:
        return _marked(parts[1])
    if container is tuple:
        return tuple_of(format_of(parts[0]))
    if parts:
        return format_of(parts[0])  # `T | None`: what is left out is None, what is written is a T
    if issubclass(hint, StrEnum):
        return choice(hint)
    return _nested(hint)


def _marked(mark: Any) -> Format[Any]:
    """How a value is written whose type carries a mark of what it names, holds or may be."""
    match mark:
        case AllowedKinds():
            return reference(mark)
        case Bounds():
            return whole_number(mark)
        case MarkdownForm():
            return prose(mark)
    raise TypeError(f"nothing says how a value marked {mark!r} is written")


def read_keys(record: type, node: MappingNode, what: str) -> ReadKeys:
    """Read the keys of a record; `what` names it in messages."""
    known = keys_of(record)
    placed = _placed(record, node)
    written = {entry.key.text for entry in placed.entries}
    free = [key for key in known if key not in written]
    meant = _keys_meant([name for name in written if name not in known], free, known)
    values: dict[str, Any] = {}
    problems = [*placed.problems]
    for entry in placed.entries:
        name = entry.key.text
        try:
            if name not in known:
                raise _unknown_key(entry, node, meant[name], what, record)
            values[name] = read_value(known[name].format, entry.value)
        except SiteError as error:
            problems.extend(error.problems)
    # Of a key that is there, but misspelt, one problem is enough.
    missing = [name for name in free if known[name].required and name not in meant.values()]
    problems += _missing(missing, node.origin, what)
    return ReadKeys(types.MappingProxyType(values), tuple(problems))


def read_record(record: type, node: MappingNode, what: str) -> ReadKeys:
    """Read the keys of a record as `read_keys` does, with what a writer should look at in its texts."""
    read = read_keys(record, node, what)
    doubts = chain.from_iterable(starmap(text_warnings, texts_in(record, node)))
    return ReadKeys(read.values, (*read.problems, *doubts))


def _all_keys(record: type, node: MappingNode, what: str) -> types.MappingProxyType[str, Any]:
    """The values of the keys of a record that is part of another, which can be read only if it can."""
    read = read_keys(record, node, what)
    stop_at_errors(read.problems)
    return read.values


def texts_in(record: type, node: YamlNode) -> Iterator[Text]:
    """Return the texts of a record that readers see, in the order in which they are written."""
    known = keys_of(record)
    for entry in node if isinstance(node, MappingNode) else ():
        if entry.key.text in known:
            yield from known[entry.key.text].format.texts(entry.value)


def _placed(record: type, node: MappingNode) -> Placed:
    """The entries of a record where they belong, which in most records they are."""
    written = {entry.key.text for entry in node}
    required = _required_keys(record)
    if required <= written <= keys_of(record).keys():
        return Placed(node.entries)
    return keys_placed(node, keys_of(record), required, _nested_keys(record))


def _keys_meant(unknown: list[str], free: list[str], known: types.MappingProxyType[str, Key]) -> dict[str, str]:
    """Return the key that each unknown one was meant for: the nearest, or the only one that is left; else nothing."""
    cite = next((name for name in free if name == "cite"), "")
    meant = {name: (name in MEANS_CITE and cite) or nearest(name, free) for name in unknown}
    others = [name for name in unknown if not meant[name]]
    left = [name for name in free if name not in meant.values()]
    if len(others) == len(left) == 1 and known[left[0]].required:
        meant[others[0]] = left[0]
    return meant


def _missing(names: list[str], origin: Origin, what: str) -> Iterator[Problem]:
    """What is missing of a record; of one that has been begun and no more, it is one thing."""
    if len(names) > _BEGUN:
        yield Problem(origin, f"{what} has no {', '.join(map(repr, names))}", "add these keys")
    else:
        yield from (Problem(origin, f"{what} has no '{name}'", f"add `{name}:`") for name in names)


def keys_written(node: MappingNode) -> KeyOrigins:
    """Return which keys of a record are written, and where."""
    return KeyOrigins(tuple((each.key.text, each.value.origin) for each in node))


def record_schema(record: type) -> Schema:
    """Return the JSON Schema of a record type."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, key in keys_of(record).items() if key.required],
        "properties": {name: key.format.schema for name, key in keys_of(record).items()},
    }


def _unknown_key(entry: MappingEntry, node: MappingNode, meant: str, what: str, record: type) -> SiteError:
    name = entry.key.text
    in_facts = "write it in a file in facts/" if name in _KINDS and not issubclass(record, Fact) else ""
    cites = "write `cite:`" if name in MEANS_CITE and meant == "cite" else ""
    near = f"did you mean '{meant}'?" if meant else ""
    hint = broken_flow(entry, node) or cites or in_facts or near or f"its keys are {key_names(record)}"
    return problem(entry.key.origin, f"{what} has no key '{name}'", hint)


def broken_flow(entry: MappingEntry, within: MappingNode) -> str:
    """Return the hint for a key that was part of a value until a bare comma in braces cut it off, else nothing."""
    if not (within.flow and isinstance(entry.value, ScalarNode) and entry.value.is_empty):
        return ""
    before = entry.key.file.text[max(0, entry.key.start - 80) : entry.key.start].rstrip(", \n")
    if before.endswith(("{", "}", "]", "'", '"')):
        return ""
    return 'quote the value before it, "like this": in braces a comma ends a bare value'


def _nested(record: type) -> Format[Any]:
    what = "a" + re.sub("(?=[A-Z])", " ", record.__name__).lower()

    def read(node: YamlNode) -> Any:
        if isinstance(node, ScalarNode) and not node.is_empty:
            form = ", ".join(f"{key}: …" for key in keys_of(record))
            raise problem(node.origin, f"{what} is written with its keys, and this is one text", f"write {{{form}}}")
        return record(**_all_keys(record, mapping(node, what), what))

    return Format(
        read=read,
        schema=record_schema(record),
        texts=functools.partial(texts_in, record),
    )


# ---------------------------------------------------------------- mappings from ids


def _citations(node: YamlNode) -> tuple[Citation, ...]:
    if isinstance(node, ScalarNode) and not node.is_empty:
        if ID.fullmatch(node.text):
            hint = f'write `cite: {{{node.text}: "first words … last words"}}`'
        else:
            hint = "write the id of the source before it, and braces around both: `cite: {id: …}`"
        raise problem(node.origin, "a citation is of a source and a passage, and this is one text", hint)
    if isinstance(node, SequenceNode) and not node.flow and all(isinstance(item, MappingNode) for item in node.items):
        message = "a citation is written as `source: passage` lines, not as a list"
        named = next(filter(None, (_source_named(item) for item in node.items if isinstance(item, MappingNode))), "")
        hint = f'write {{{named}: "first words … last words"}}' if named else "leave out the dashes"
        raise problem(node.origin, message, hint)
    cited = mapping(node, "a citation", "source: passage")
    if not cited.entries:
        raise problem(node.origin, "nothing is cited here", "write source: passage, or say why in `uncited`")
    if named := _source_named(cited):
        message = "a citation has the source's own id for its key, and not the word 'source'"
        raise problem(node.origin, message, f'write {{{named}: "first words … last words"}}')
    return gather(lambda entry: _citation(entry, cited), cited)


def _source_named(cited: MappingNode) -> str:
    """Return the id of a source that stands as the value of a key `source`, beside one of its passage; else nothing."""
    values = {entry.key.text: entry.value for entry in cited}
    source = values.get("source")
    is_id = isinstance(source, ScalarNode) and ID.fullmatch(source.text) is not None
    return source.text if isinstance(source, ScalarNode) and is_id and len(values) > 1 else ""


# What lacks the blank behind its colon, or the colon, or has a kind before the id.
_NEARLY_CITED = re.compile(r"(?:source:[ ]?)?(?P<id>[a-z0-9][a-z0-9-]*)(?:$|:\S|[ ]+[\"'“‘«])")


def _citation(entry: MappingEntry, within: MappingNode) -> Citation:
    if not ID.fullmatch(entry.key.text):
        value = entry.value.text if isinstance(entry.value, ScalarNode) else ""
        turned = f"write the source first: {{{value}: …}}" if ID.fullmatch(value) else ""
        nearly = _NEARLY_CITED.match(entry.key.text)
        told = f"write {nearly['id']}: and a blank before the passage" if nearly else ""
        hint = broken_flow(entry, within) or turned or told or "cite as source: passage, with the id of the source"
        raise problem(entry.key.origin, f"'{entry.key.text}' is not the id of a source", hint)
    if _is_nothing(entry.value):
        hint = broken_flow(entry, within) or "name one by its words"
        raise problem(entry.key.origin, f"'{entry.key.text}' is cited without a passage", hint)
    nodes = entry.value.items if isinstance(entry.value, SequenceNode) else (entry.value,)
    source = Reference(FactId(Kind.SOURCE, Id(entry.key.text)), entry.key.origin)
    return Citation(source, gather(_passage, nodes))


def _is_nothing(node: YamlNode) -> bool:
    return node.is_empty if isinstance(node, ScalarNode) else isinstance(node, SequenceNode) and not node.items


def _passage(node: YamlNode) -> Passage:
    return Passage(" ".join(scalar(node).text.split()), node.origin)


def _texts_of_citations(node: YamlNode) -> Iterator[Text]:
    for entry in node if isinstance(node, MappingNode) else ():
        for passage in entry.value.items if isinstance(entry.value, SequenceNode) else (entry.value,):
            yield from as_text()(passage)


def _texts_of_verbs(node: YamlNode) -> Iterator[Text]:
    entries = node if isinstance(node, MappingNode) else ()
    return chain.from_iterable(texts_in(Verb, entry.value) for entry in entries)


def _verbs(node: YamlNode) -> tuple[Verb, ...]:
    return gather(_verb, mapping(node, "the vocabulary of verbs"))


def _verb(entry: MappingEntry) -> Verb:
    what = f"the verb '{read_id(entry.key)}'"
    return Verb(id=VerbId(entry.key.text), **_all_keys(Verb, mapping(entry.value, what), what))


_PASSAGES: Schema = {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}


def _mapping_format(hint: object) -> Format[Any] | None:
    """How the two lists that are written as mappings are, from source to passages and from verb to its words."""
    if hint == tuple[Citation, ...]:
        schema: Schema = {"type": "object", "minProperties": 1, "additionalProperties": _PASSAGES}
        return Format(_citations, schema, _texts_of_citations)
    if hint == tuple[Verb, ...]:
        return Format(_verbs, {"type": "object", "additionalProperties": record_schema(Verb)}, _texts_of_verbs)
    return None
