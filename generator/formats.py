"""How single values are written in YAML: what reads each type, and the JSON Schema that describes it to an editor.

A `read` function returns the value, or raises a `SiteError` with every problem in the node.
"""

from __future__ import annotations

import datetime
import re
import types
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar
from urllib.parse import urlsplit

from generator import dates, numbers
from generator.errors import SiteError, gather, problem, suggest
from generator.losses import passed_over
from generator.model import (
    Date,
    FactId,
    Form,
    Id,
    LanguageTag,
    Latitude,
    Longitude,
    Names,
    Prose,
    Quantity,
    Reference,
    SiteUrl,
    Url,
    VerbId,
    VerbRef,
)
from generator.nodes import Listing, Mapping, Node, Scalar
from generator.prose.references import ID, read_prose

T = TypeVar("T")
Schema = dict[str, object]


class Text(NamedTuple):
    """A text that readers see; `form` says how its Markdown is read, None that it has none."""

    written: Scalar
    form: Form | None


def _no_texts(_: Node) -> Iterator[Text]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Format(Generic[T]):
    """How values of one type are written; `texts` finds what in them is written for readers, word by word."""

    read: Callable[[Node], T]
    schema: Schema
    texts: Callable[[Node], Iterator[Text]] = _no_texts


# ---------------------------------------------------------------- single values

_QUOTE = 'quote it, "like this"'


def scalar(node: Node) -> Scalar:
    """Return the node as a text with something in it."""
    if isinstance(node, Listing):
        raise problem(node.origin, "a text is expected here, not a list", f"{_QUOTE}, if it begins with a bracket")
    if isinstance(node, Mapping):
        hint = f"{_QUOTE}, if it has a colon or a brace in it"
        raise problem(node.origin, "a text is expected here, not keys with values", hint)
    if not node.text.strip():
        raise _nothing(node)
    return node


def _nothing(node: Node) -> SiteError:
    if isinstance(node, Scalar) and (mark := passed_over(node)):
        message = f"nothing is read here: what begins with a bare {mark} is no text"
        return problem(node.origin, message, f"{_QUOTE}, or leave the key out")
    return problem(node.origin, "nothing is written here", "give it a value, or leave the key out")


def _text(node: Node) -> str:
    return scalar(node).text.strip()


def as_text(form: Form | None = None) -> Callable[[Node], Iterator[Text]]:
    """Return how the one text of a node is found."""

    def texts(node: Node) -> Iterator[Text]:
        if isinstance(node, Scalar):
            yield Text(node, form)

    return texts


def _matching(pattern: re.Pattern[str], what: str, hint: str) -> Callable[[Node], str]:
    def read(node: Node) -> str:
        text = _text(node)
        if not pattern.fullmatch(text):
            raise problem(node.origin, f"'{text}' is not {what}", hint)
        return text

    return read


_WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_ID_HINT = "use up to 100 small letters, digits and hyphens, and begin with a letter or digit"
# What is an id but for capitals, accents, and signs in the place of hyphens.
_NEARLY_ID = re.compile(r"[\w .'’-]{1,100}")


def as_id(text: str) -> str:
    """Return the id that a text was nearly written as; nothing where it is none, or is one."""
    if not _NEARLY_ID.fullmatch(text):
        return ""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    name = re.sub("[^a-z0-9]+", "-", plain.lower().replace("'", "").replace("’", "")).strip("-")
    return name if ID.fullmatch(name) and name != text and len(name) > len(text) / 2 else ""


def id_hint(text: str) -> str:
    """Return what to write in the place of a text that is no id."""
    name = as_id(text)
    return f"write {name}: an id is of small letters, digits and hyphens" if name else _ID_HINT


def read_id(node: Node) -> str:
    """Return the id that a node is."""
    text = _text(node)
    if not ID.fullmatch(text):
        raise problem(node.origin, f"'{text}' is not an id", id_hint(text))
    return text


def _web_address(node: Node) -> str:
    text = _text(node)
    try:
        whole = _WEB_ADDRESS.fullmatch(text) and urlsplit(text).netloc
    except ValueError:  # a host that cannot be one
        whole = None
    if not whole:
        raise problem(node.origin, f"'{text}' is not a web address", "write it whole, from https:// on")
    return text


def _site_address(node: Node) -> str:
    address = _web_address(node)
    if "?" in address or "#" in address:
        raise problem(node.origin, f"'{address}' is not the address of a site", "leave out what follows the ? or #")
    return address


def _flag(node: Node) -> bool:
    text = _text(node).lower()
    if text not in {"true", "false", "yes", "no"}:
        raise problem(node.origin, f"'{text}' is neither true nor false", "write true or false")
    return text in {"true", "yes"}


def _whole_number(node: Node) -> int:
    text = _text(node)
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise problem(node.origin, f"'{text}' is not a whole number", "write digits only")
    return int(text)


def _degrees(most: int) -> Callable[[Node], float]:
    def read(node: Node) -> float:
        text = _text(node)
        if not re.fullmatch(r"-?\d{1,3}(\.\d+)?", text, re.ASCII) or abs(float(text)) > most:
            hint = f"write decimal degrees between -{most} and {most}, such as 32.89"
            raise problem(node.origin, f"'{text}' is not a coordinate", hint)
        return float(text)

    return read


def _date(node: Node) -> Date:
    try:
        return dates.parse(_text(node))
    except dates.DateError as error:
        raise problem(node.origin, error.message, error.hint) from None


def _day(node: Node) -> datetime.date:
    text = _date(node).text
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise problem(node.origin, f"'{text}' is not a day", "write year-month-day, such as 2019-04-15") from None


def _quantity(node: Node) -> Quantity:
    try:
        return numbers.parse_quantity(_text(node))
    except numbers.QuantityError as error:
        raise problem(node.origin, error.message, error.hint) from None


def choice(options: type[StrEnum]) -> Format[StrEnum]:
    """Return how one of a closed set of words is written."""
    words = [option.value for option in options]

    def read(node: Node) -> StrEnum:
        text = _text(node)
        if text not in words:
            hint = suggest(text, words) or f"write one of {', '.join(words)}"
            raise problem(node.origin, f"'{text}' is not one of the words for this", hint)
        return options(text)

    return Format(read, {"enum": words})


# ---------------------------------------------------------------- references


def reference(names: Names) -> Format[Reference]:
    """Return how a fact is named: by its id alone where that can mean one kind only, else as `kind:id`."""
    kinds = {kind.value: kind for kind in names.kinds}

    def read(node: Node) -> Reference:
        text = _text(node)
        prefix, colon, rest = text.partition(":")
        if colon:
            kind, name = kinds.get(prefix), rest
            if kind is None:
                hint = suggest(prefix, kinds) or f"write {' or '.join(f'{word}:id' for word in kinds)}"
                raise problem(node.origin, f"'{prefix}' is not a kind of fact that can be named here", hint)
        elif names.bare is None:
            hint = f"write its kind before it, such as actor:{text}"
            raise problem(node.origin, f"'{text}' does not say of which kind it is", hint)
        else:
            kind, name = names.bare, text
        if not ID.fullmatch(name):
            hint = "name the fact by its id: small letters, digits and hyphens"
            raise problem(node.origin, f"'{name}' is not an id", hint)
        return Reference(FactId(kind, Id(name)), node.origin)

    prefixed = "|".join(kinds)
    pattern = f"^(({prefixed}):){'' if names.bare is None else '?'}{ID.pattern}$"
    return Format(read, {"type": "string", "pattern": pattern})


def _verb_reference(node: Node) -> VerbRef:
    return VerbRef(VerbId(read_id(node)), node.origin)


def prose(form: Form) -> Format[Prose]:
    """Return how Markdown is written: as a text, with what it refers to checked for its form."""
    schema: Schema = {"type": "string", "description": "Markdown"}
    return Format(lambda node: read_prose(scalar(node), form), schema, as_text(form))


# ---------------------------------------------------------------- lists and mappings


def listing(node: Node) -> Listing:
    """Return the node as a list."""
    if isinstance(node, Listing):
        return node
    if isinstance(node, Scalar) and node.is_empty:
        raise _nothing(node)
    hint = f"write it in brackets: [{node.text}]" if isinstance(node, Scalar) and node.text else "write it in brackets"
    raise problem(node.origin, "a list is expected here", hint)


def mapping(node: Node, what: str, form: str = "key: value") -> Mapping:
    """Return the node as a mapping; `what` says what of, and `form` of what form, for the message."""
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Listing):
        hint = "write a key and a colon in place of each dash or bracket"
        raise problem(node.origin, f"{what} is written as `{form}` lines, not as a list", hint)
    if node.is_empty:
        raise _nothing(node)
    hint = "check the indentation, and the colon and space after each key"
    raise problem(node.origin, f"{what} is written as `{form}` lines", hint)


def tuple_of(item: Format[T]) -> Format[tuple[T, ...]]:
    """Return how a list of values is written."""
    return Format(
        read=lambda node: gather(item.read, listing(node).items),
        schema={"type": "array", "items": item.schema},
        texts=lambda node: chain.from_iterable(map(item.texts, node.items)) if isinstance(node, Listing) else iter(()),
    )


# ---------------------------------------------------------------- the table

LEAVES: types.MappingProxyType[object, Format[Any]] = types.MappingProxyType(
    {
        str: Format(_text, {"type": "string"}, as_text()),
        bool: Format(_flag, {"type": "boolean"}),
        int: Format(_whole_number, {"type": "integer", "minimum": 0}),
        Id: Format(read_id, {"type": "string", "pattern": f"^{ID.pattern}$"}),
        Url: Format(_web_address, {"type": "string", "pattern": "^https?://"}),
        SiteUrl: Format(_site_address, {"type": "string", "pattern": "^https?://[^?#]+$"}),
        LanguageTag: Format(
            _matching(_LANGUAGE, "a language tag", "write a BCP 47 tag, such as en, ar or pt-BR"),
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
