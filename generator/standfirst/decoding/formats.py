"""What a format is: how values of a type are read from YAML, and the JSON Schema that describes them to an editor.

Here are the formats that depend on something: choices, references, Markdown, lists; the others are in `single_values`.
A `read` function returns the value, or raises a `SiteError` with every problem in the node.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Container, Iterable
from enum import StrEnum
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from standfirst.decoding.value_hints import QUOTE, list_remedy, reference_remedy
from standfirst.model import (
    AllowedKinds,
    Bounds,
    FactId,
    Id,
    Kind,
    MarkdownForm,
    Prose,
    Reference,
)
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, SiteError, gather, miswritten, problem
from standfirst.problems.remedies import Remedy, Replacement, suggest, write
from standfirst.prose.references import ID, read_prose
from standfirst.reading.yaml.curly_quotes import curly_quotes_message, enclosing_curly_quotes
from standfirst.reading.yaml.nodes import MappingNode, ScalarNode, SequenceNode, YamlNode
from standfirst.reading.yaml.unread_text import unread_sign

T = TypeVar("T")
Schema = dict[str, object]
# The schema that changes with the content: what references may name. All other schemas refer to it.
IDS_SCHEMA = "ids.json"


def defined_schema(name: str) -> Schema:
    """Return a reference to what the schema of the ids defines under a name."""
    return {"$ref": f"{IDS_SCHEMA}#/$defs/{name}"}


class VisibleText(NamedTuple):
    """A text that readers see; `form` says how its Markdown is parsed, and is None for plain text."""

    scalar: ScalarNode
    form: MarkdownForm | None


def _no_texts(_: YamlNode) -> tuple[VisibleText, ...]:
    return ()


@frozen
class Format(Generic[T]):
    """How values of one type are written: what reads them, their schema, and what finds the texts that readers see.

    `has_keys` is whether values have keys of their own.
    """

    read: Callable[[YamlNode], T]
    schema: Schema
    texts: Callable[[YamlNode], Iterable[VisibleText]] = _no_texts
    has_keys: bool = False


def read_value(format_: Format[T], node: YamlNode) -> T:
    """Return the value of a node, or raise a `SiteError` with every problem in it."""
    try:
        return format_.read(node)
    except SiteError:
        marks = enclosing_curly_quotes(node.text) if isinstance(node, ScalarNode) and node.plain else ""
        if marks and format_.texts is _no_texts:
            raise problem(
                node.origin, curly_quotes_message(marks), 'leave them out, or write " in their place'
            ) from None
        raise


# ---------------------------------------------------------------- single values


def as_scalar(node: YamlNode) -> ScalarNode:
    """Return the node as a text that is not blank, or raise a `SiteError`."""
    if isinstance(node, SequenceNode):
        raise problem(node.origin, "a text is expected here, not a list", f"{QUOTE}, if it begins with a bracket")
    if isinstance(node, MappingNode):
        hint = f"{QUOTE}, if it has a colon or a brace in it"
        raise problem(node.origin, "a text is expected here, not keys with values", hint)
    if not node.text.strip():
        raise _nothing(node)
    return node


def _nothing(node: YamlNode) -> SiteError:
    if isinstance(node, ScalarNode) and (mark := unread_sign(node)):
        message = f"nothing is read here: what begins with a bare {mark} is no text"
        return problem(node.origin, message, f"{QUOTE}, or leave the key out")
    return problem(node.origin, "nothing is written here", "give it a value, or leave the key out")


def as_text(node: YamlNode) -> str:
    """Return the text of a node without blanks around it, or raise a `SiteError` if there is none."""
    return as_scalar(node).text.strip()


def _one(node: YamlNode) -> str:
    """Return the text of a node for which brackets can only be a list, and not a text in brackets."""
    if isinstance(node, SequenceNode):
        only = node.items[0] if len(node.items) == 1 else None
        message = "only one can stand here, and not a list"
        if not isinstance(only, ScalarNode) or not only.text:
            raise problem(node.origin, message, "name one")
        fix = (Replacement(node.origin, f"[{_as_it_stands(only)}]", _as_it_stands(only), literal=True),)
        raise SiteError([Problem(node.origin, message, f"write {only.text}", fix=fix)])
    return as_text(node)


def _as_it_stands(scalar: ScalarNode) -> str:
    """A text as its file has it, in its quotation marks."""
    return scalar.file.text[scalar.start : scalar.end]


def text_finder(form: MarkdownForm | None = None) -> Callable[[YamlNode], tuple[VisibleText, ...]]:
    """Return a function that returns the text of a node, if the node is one text."""

    def texts(node: YamlNode) -> tuple[VisibleText, ...]:
        return (VisibleText(node, form),) if isinstance(node, ScalarNode) else ()

    return texts


def whole_number_format(bounds: Bounds) -> Format[int]:
    """Return the format of a whole number within bounds."""

    def read(node: YamlNode) -> int:
        text = _one(node)
        is_number = text.isascii() and text.isdigit() and len(text) <= len(str(bounds.most))
        if not is_number or not bounds.least <= int(text) <= bounds.most:
            message = f"'{text}' is not a whole number from {bounds.least} to {bounds.most}"
            raise problem(node.origin, message, "write one in digits")
        return int(text)

    return Format(read, {"type": "integer", "minimum": bounds.least, "maximum": bounds.most})


def choice_format(options: type[StrEnum]) -> Format[StrEnum]:
    """Return the format of one of a closed set of words."""
    words = [option.value for option in options]

    def read(node: YamlNode) -> StrEnum:
        text = _one(node)
        if text not in words:
            remedy = suggest(text, words) or Remedy(f"write one of {', '.join(words)}")
            raise SiteError([miswritten(node.origin, f"'{text}' is not one of the words for this", remedy, text)])
        return options(text)

    return Format(read, {"enum": words})


# ---------------------------------------------------------------- references


def reference_format(allowed: AllowedKinds) -> Format[Reference]:
    """Return the format of a reference: `kind:id`, or the id alone where that has a default kind."""
    kinds = {kind.value: kind for kind in allowed.kinds}

    def read(node: YamlNode) -> Reference:
        if isinstance(node, MappingNode) and (written := _with_a_blank(node, kinds)):
            remedy, message = write(written), "a blank stands behind the colon of this reference"
            fix = () if node.flow else remedy.replacing(written.replace(":", ": "), node.origin, literal=True)
            raise SiteError([Problem(node.origin, message, remedy.hint, fix=fix)])
        text = _one(node)
        prefix, colon, rest = text.partition(":")
        if colon:
            kind, name = kinds.get(prefix), rest
            if kind is None:
                remedy = suggest(prefix, kinds).before(":") or Remedy(
                    f"write {' or '.join(f'{word}:id' for word in kinds)}"
                )
                message = f"'{prefix}' is not a kind of fact that can be named here"
                raise SiteError([miswritten(node.origin, message, remedy, f"{prefix}:")])
        elif allowed.default is None:
            hint = f"write its kind before it, such as actor:{text}"
            raise problem(node.origin, f"'{text}' does not say of which kind it is", hint)
        else:
            kind, name = allowed.default, text
        if not ID.fullmatch(name):
            raise SiteError([miswritten(node.origin, f"'{name}' is not an id", reference_remedy(name), name)])
        return Reference(FactId(kind, Id(name)), node.origin)

    return Format(read, defined_schema(name_of_kinds(allowed)))


def name_of_kinds(allowed: AllowedKinds) -> str:
    """Return what the schemas call references of these kinds: `actor`, `actor-or-source`."""
    return "fact" if len(allowed.kinds) == len(Kind) else "-or-".join(allowed.kinds)


def pattern_of_reference(allowed: AllowedKinds) -> str:
    """Return the pattern of all references of these kinds, whether they name a fact or not."""
    return f"^(({'|'.join(allowed.kinds)}):){'' if allowed.default is None else '?'}{ID.pattern}$"


def _with_a_blank(node: MappingNode, kinds: Container[str]) -> str:
    """Return the reference that a mapping was meant for, `actor:x` for `actor: x`; else empty."""
    key, value = node.entries[0] if len(node.entries) == 1 else (None, None)
    is_meant = key and key.text in kinds and isinstance(value, ScalarNode) and ID.fullmatch(value.text)
    return f"{key.text}:{value.text}" if is_meant and key and isinstance(value, ScalarNode) else ""


def prose_format(form: MarkdownForm) -> Format[Prose]:
    """Return the format of Markdown in a form."""
    schema: Schema = {"type": "string", "description": "Markdown"}
    return Format(lambda node: read_prose(as_scalar(node), form), schema, text_finder(form))


# ---------------------------------------------------------------- lists and mappings


def as_sequence(node: YamlNode) -> SequenceNode:
    """Return the node as a list, or raise a `SiteError`."""
    if isinstance(node, SequenceNode):
        return node
    if isinstance(node, ScalarNode) and node.is_empty:
        raise _nothing(node)
    remedy = list_remedy(node)
    fix = remedy.replacing(_as_it_stands(node), node.origin, literal=True) if isinstance(node, ScalarNode) else ()
    raise SiteError([Problem(node.origin, "a list is expected here", remedy.hint, fix=fix)])


def as_mapping(node: YamlNode, what: str, form: str = "key: value") -> MappingNode:
    """Return the node as a mapping, or raise a `SiteError`, which says of `what` that it is written as `form` lines."""
    if isinstance(node, MappingNode):
        return node
    if isinstance(node, SequenceNode):
        hint = "write a key and a colon in place of each dash or bracket"
        raise problem(node.origin, f"{what} is written as `{form}` lines, not as a list", hint)
    if node.is_empty:
        raise _nothing(node)
    hint = "check the indentation, and the colon and space after each key"
    raise problem(node.origin, f"{what} is written as `{form}` lines", hint)


def tuple_format(item: Format[T]) -> Format[tuple[T, ...]]:
    """Return the format of a list of values."""
    return Format(
        read=lambda node: gather(functools.partial(read_value, item), as_sequence(node).items),
        schema={"type": "array", "items": item.schema},
        texts=lambda node: chain.from_iterable(map(item.texts, node.items)) if isinstance(node, SequenceNode) else (),
    )
