"""How single values are written in YAML: what reads each type, and the JSON Schema that describes it to an editor.

A `read` function returns the value, or raises a `SiteError` with every problem in the node.
"""

from __future__ import annotations

import datetime
import functools
import re
import types
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar
from urllib.parse import urlsplit

from standfirst.decoding.value_hints import QUOTE, coordinate_hint, id_hint, list_hint, reference_hint
from standfirst.language import dates, numbers
from standfirst.language.locale import is_no_language, language_of_country
from standfirst.model import (
    AllowedKinds,
    Bounds,
    Date,
    FactId,
    Id,
    LanguageTag,
    Latitude,
    Longitude,
    MarkdownForm,
    Prose,
    Quantity,
    Reference,
    SiteUrl,
    Url,
    VerbId,
    VerbRef,
)
from standfirst.problems.errors import SiteError, gather, problem, suggest
from standfirst.prose.references import ID, read_prose
from standfirst.reading.yaml.curly_quotes import curly_quotes_message, enclosing_curly_quotes
from standfirst.reading.yaml.nodes import MappingNode, ScalarNode, SequenceNode, YamlNode
from standfirst.reading.yaml.unread_text import unread_sign

T = TypeVar("T")
Schema = dict[str, object]


class Text(NamedTuple):
    """A text that readers see; `form` says how its Markdown is read, None that it has none."""

    written: ScalarNode
    form: MarkdownForm | None


def _no_texts(_: YamlNode) -> Iterator[Text]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Format(Generic[T]):
    """How values of one type are written; `texts` finds what in them is written for readers, word by word."""

    read: Callable[[YamlNode], T]
    schema: Schema
    texts: Callable[[YamlNode], Iterator[Text]] = _no_texts


def read_value(format_: Format[T], node: YamlNode) -> T:
    """Return what a value says, or raise a `SiteError` with every problem in it."""
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


def scalar(node: YamlNode) -> ScalarNode:
    """Return the node as a text with something in it."""
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


def _text(node: YamlNode) -> str:
    return scalar(node).text.strip()


def _one(node: YamlNode) -> str:
    """Return the word that a node is, where it cannot be that a list in brackets is a text."""
    if isinstance(node, SequenceNode):
        only = node.items[0] if len(node.items) == 1 else None
        hint = f"write {only.text}" if isinstance(only, ScalarNode) and only.text else "name one"
        raise problem(node.origin, "only one can stand here, and not a list", hint)
    return _text(node)


def as_text(form: MarkdownForm | None = None) -> Callable[[YamlNode], Iterator[Text]]:
    """Return how the one text of a node is found."""

    def texts(node: YamlNode) -> Iterator[Text]:
        if isinstance(node, ScalarNode):
            yield Text(node, form)

    return texts


_WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def read_id(node: YamlNode) -> str:
    """Return the id that a node is."""
    text = _text(node)
    if not ID.fullmatch(text):
        raise problem(node.origin, f"'{text}' is not an id", id_hint(text))
    return text


def _language(node: YamlNode) -> str:
    text = _text(node)
    if not _LANGUAGE.fullmatch(text):
        tag = text.replace("_", "-")
        hint = f"write {tag}" if _LANGUAGE.fullmatch(tag) else "write a BCP 47 tag, such as en, ar or pt-BR"
        raise problem(node.origin, f"'{text}' is not a language tag", hint)
    if is_no_language(text):
        spoken = language_of_country(text.partition("-")[0])
        hint = f"write {spoken}" if spoken else "write a BCP 47 tag, such as en, ar or pt-BR"
        raise problem(node.origin, f"'{text}' is the tag of no language", hint)
    return text


def _web_address(node: YamlNode) -> str:
    text = _text(node)
    try:
        whole = _WEB_ADDRESS.fullmatch(text) and urlsplit(text).netloc
    except ValueError:  # a host that cannot be one
        whole = None
    if not whole:
        raise problem(node.origin, f"'{text}' is not a web address", "write it whole, from https:// on")
    return text


def _site_address(node: YamlNode) -> str:
    address = _web_address(node)
    if "?" in address or "#" in address:
        raise problem(node.origin, f"'{address}' is not the address of a site", "leave out what follows the ? or #")
    return address


def _flag(node: YamlNode) -> bool:
    text = _text(node).lower()
    if text not in {"true", "false", "yes", "no"}:
        raise problem(node.origin, f"'{text}' is neither true nor false", "write true or false")
    return text in {"true", "yes"}


def whole_number(bounds: Bounds) -> Format[int]:
    """Return how a whole number is written that must lie within bounds."""

    def read(node: YamlNode) -> int:
        text = _text(node)
        is_number = text.isascii() and text.isdigit() and len(text) <= len(str(bounds.most))
        if not is_number or not bounds.least <= int(text) <= bounds.most:
            message = f"'{text}' is not a whole number from {bounds.least} to {bounds.most}"
            raise problem(node.origin, message, "write one in digits")
        return int(text)

    return Format(read, {"type": "integer", "minimum": bounds.least, "maximum": bounds.most})


def _degrees(most: int) -> Callable[[YamlNode], float]:
    def read(node: YamlNode) -> float:
        text = _text(node)
        if not re.fullmatch(r"-?\d{1,3}(\.\d+)?", text, re.ASCII) or abs(float(text)) > most:
            raise problem(node.origin, f"'{text}' is not a coordinate", coordinate_hint(text, most))
        return float(text)

    return read


def _date(node: YamlNode) -> Date:
    try:
        return dates.parse(_text(node))
    except dates.DateError as error:
        raise problem(node.origin, error.message, error.hint) from None


def _day(node: YamlNode) -> datetime.date:
    text = _date(node).text
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise problem(node.origin, f"'{text}' is not a day", "write year-month-day, such as 2019-04-15") from None


def _quantity(node: YamlNode) -> Quantity:
    try:
        return numbers.parse_quantity(_text(node))
    except numbers.QuantityError as error:
        raise problem(node.origin, error.message, error.hint) from None


def choice(options: type[StrEnum]) -> Format[StrEnum]:
    """Return how one of a closed set of words is written."""
    words = [option.value for option in options]

    def read(node: YamlNode) -> StrEnum:
        text = _one(node)
        if text not in words:
            hint = suggest(text, words) or f"write one of {', '.join(words)}"
            raise problem(node.origin, f"'{text}' is not one of the words for this", hint)
        return options(text)

    return Format(read, {"enum": words})


# ---------------------------------------------------------------- references


def reference(names: AllowedKinds) -> Format[Reference]:
    """Return how a fact is named: by its id alone where that can mean one kind only, else as `kind:id`."""
    kinds = {kind.value: kind for kind in names.kinds}

    def read(node: YamlNode) -> Reference:
        if isinstance(node, MappingNode) and (written := _with_a_blank(node, kinds)):
            raise problem(node.origin, "a blank stands behind the colon of this reference", f"write {written}")
        text = _one(node)
        prefix, colon, rest = text.partition(":")
        if colon:
            kind, name = kinds.get(prefix), rest
            if kind is None:
                hint = suggest(prefix, kinds) or f"write {' or '.join(f'{word}:id' for word in kinds)}"
                raise problem(node.origin, f"'{prefix}' is not a kind of fact that can be named here", hint)
        elif names.default is None:
            hint = f"write its kind before it, such as actor:{text}"
            raise problem(node.origin, f"'{text}' does not say of which kind it is", hint)
        else:
            kind, name = names.default, text
        if not ID.fullmatch(name):
            raise problem(node.origin, f"'{name}' is not an id", reference_hint(name))
        return Reference(FactId(kind, Id(name)), node.origin)

    prefixed = "|".join(kinds)
    pattern = f"^(({prefixed}):){'' if names.default is None else '?'}{ID.pattern}$"
    return Format(read, {"type": "string", "pattern": pattern})


def _with_a_blank(node: MappingNode, kinds: Container[str]) -> str:
    """Return the reference that a key with a value was meant for: `actor: x`; else nothing."""
    key, value = node.entries[0] if len(node.entries) == 1 else (None, None)
    is_meant = key and key.text in kinds and isinstance(value, ScalarNode) and ID.fullmatch(value.text)
    return f"{key.text}:{value.text}" if is_meant and key and isinstance(value, ScalarNode) else ""


def _verb_reference(node: YamlNode) -> VerbRef:
    return VerbRef(VerbId(read_id(node)), node.origin)


def prose(form: MarkdownForm) -> Format[Prose]:
    """Return how Markdown is written: as a text, with what it refers to checked for its form."""
    schema: Schema = {"type": "string", "description": "Markdown"}
    return Format(lambda node: read_prose(scalar(node), form), schema, as_text(form))


# ---------------------------------------------------------------- lists and mappings


def listing(node: YamlNode) -> SequenceNode:
    """Return the node as a list."""
    if isinstance(node, SequenceNode):
        return node
    if isinstance(node, ScalarNode) and node.is_empty:
        raise _nothing(node)
    raise problem(node.origin, "a list is expected here", list_hint(node))


def mapping(node: YamlNode, what: str, form: str = "key: value") -> MappingNode:
    """Return the node as a mapping; `what` says what of, and `form` of what form, for the message."""
    if isinstance(node, MappingNode):
        return node
    if isinstance(node, SequenceNode):
        hint = "write a key and a colon in place of each dash or bracket"
        raise problem(node.origin, f"{what} is written as `{form}` lines, not as a list", hint)
    if node.is_empty:
        raise _nothing(node)
    hint = "check the indentation, and the colon and space after each key"
    raise problem(node.origin, f"{what} is written as `{form}` lines", hint)


def tuple_of(item: Format[T]) -> Format[tuple[T, ...]]:
    """Return how a list of values is written."""
    return Format(
        read=lambda node: gather(functools.partial(read_value, item), listing(node).items),
        schema={"type": "array", "items": item.schema},
        texts=lambda node: (
            chain.from_iterable(map(item.texts, node.items)) if isinstance(node, SequenceNode) else iter(())
        ),
    )


# ---------------------------------------------------------------- the table

LEAVES: types.MappingProxyType[object, Format[Any]] = types.MappingProxyType(
    {
        str: Format(_text, {"type": "string"}, as_text()),
        bool: Format(_flag, {"type": "boolean"}),
        Id: Format(read_id, {"type": "string", "pattern": f"^{ID.pattern}$"}),
        Url: Format(_web_address, {"type": "string", "pattern": "^https?://"}),
        SiteUrl: Format(_site_address, {"type": "string", "pattern": "^https?://[^?#]+$"}),
        LanguageTag: Format(
            _language,
            {"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"},
        ),
        Latitude: Format(_degrees(90), {"type": "number", "minimum": -90, "maximum": 90}),
        Longitude: Format(_degrees(180), {"type": "number", "minimum": -180, "maximum": 180}),
        Date: Format(_date, {"type": ["string", "integer"], "description": "a date in EDTF, such as 2019-04 or 1984~"}),
        datetime.date: Format(_day, {"type": "string", "format": "date"}),
        Quantity: Format(_quantity, {"type": ["string", "number"], "description": "a number, or a range: 210..220"}),
        VerbRef: Format(_verb_reference, {"type": "string", "description": "one of `verbs` in site.yaml"}),
    }
)
