"""`docs/reference.md`: every kind and key, made from the types of the model, with records that use them all."""

from __future__ import annotations

import dataclasses
import datetime
import re
import types
import typing
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from standfirst.decoding.key_meanings import meaning_for_writers
from standfirst.decoding.records import keys_of
from standfirst.model import (
    FACT_TYPES,
    AllowedKinds,
    Bounds,
    Citation,
    Citing,
    Contact,
    Date,
    Edition,
    Explainer,
    Fact,
    FrontMatter,
    Id,
    ImageName,
    Kind,
    LanguageTag,
    Latitude,
    Longitude,
    MarkdownForm,
    Moment,
    NamedDay,
    Quantity,
    ShownValue,
    SiteUrl,
    Translation,
    Url,
    Verb,
    Verbatim,
    VerbRef,
)
from standfirst.model.look import Colour, FolderFiles, FontWeight
from tests.explainers import ROOT

EXAMPLE = ROOT / "docs" / "example" / "content"
_HEAD = (Path(__file__).parent / "reference.head.md").read_text(encoding="utf-8")
_WORDS: dict[object, str] = {
    str: "text",
    ShownValue: "text",
    Verbatim: "text, word for word",
    bool: "`true` or `false`",
    Id: "id",
    ImageName: "name of a file in `images/`",
    Url: "web address",
    SiteUrl: "web address of a site",
    Contact: "mail address, web address, or words",
    LanguageTag: "language tag, as `en` or `pt-BR`",
    Latitude: "number from -90 to 90",
    Longitude: "number from -180 to 180",
    Date: "date",
    datetime.date: "day",
    NamedDay: "day",
    Moment: "day, or time with its zone",
    Quantity: "number",
    VerbRef: "a key of `verbs` in `site.yaml`",
    Colour: 'colour in three or six hexadecimal digits, as `"#7a1f3d"`',
    FontWeight: "number from 1 to 1000, or a range",
    tuple[Citation, ...]: "cite",
    tuple[Translation, ...]: "`language: text`",
    tuple[Edition, ...]: "`language: web address`, with `x-default` for all others",
    tuple[Verb, ...]: "[verbs](#verb) by their ids",
}
_NAMES = {Explainer: "`site.yaml`", FrontMatter: "The head of a section"}


def reference() -> str:
    """Return the page."""
    kinds: tuple[type, ...] = FACT_TYPES
    common = [key for key in keys_of(kinds[0]) if all(key in keys_of(each) for each in kinds)]
    lines = [_HEAD.rstrip("\n"), *_rows(kinds[0], common)]
    for fact in FACT_TYPES:
        lines += _kind(fact, common)
    for record in (Explainer, FrontMatter):
        lines += ["", f"## {_NAMES[record]}", "", *_table(record), "", *_file_of(record)]
    lines += ["", "## Parts of records", ""]
    for part in _parts_of((*FACT_TYPES, Explainer)):
        lines += [f"### {_name_of_part(part)}", "", _docstring(part), "", *_table(part), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def example_of(kind: Kind) -> str:
    """Return the records of a kind in the example, as they stand in its file."""
    text = (EXAMPLE / "facts" / "facts.yaml").read_text(encoding="utf-8")
    found = re.search(rf"^{kind.plural}:\n(?:(?: .*)?\n)+", text, re.M)
    assert found, f"docs/example has no {kind.plural}"
    return found[0].rstrip("\n")


def _kind(record: type[Fact], common: list[str]) -> Iterator[str]:
    described: type = record
    keys = [key for key in keys_of(described) if key not in common]
    yield from ("", f"## {record.KIND.plural.capitalize()}", "", _docstring(record))
    if issubclass(record, Citing):
        must = "must" if record.MUST_CITE else "may"
        yield from ("", f"Each {must} have `cite`, or `uncited` in its place.")
    yield from ("", "| key | written as | |", "|---|---|---|", *_rows(record, keys))
    yield from ("", "```yaml", example_of(record.KIND), "```")


def _docstring(record: type) -> str:
    return " ".join((record.__doc__ or "").split())


def _table(record: type) -> Iterator[str]:
    yield from ("| key | written as | |", "|---|---|---|", *_rows(record, keys_of(record)))


def _rows(record: type, keys: typing.Iterable[str]) -> Iterator[str]:
    hints = typing.get_type_hints(record, include_extras=True)
    known = keys_of(record)
    for key in keys:
        must = " *" if known[key].required else ""
        meaning = meaning_for_writers(record, key)
        assert meaning, f"decoding/key_meanings.py does not say what `{key}` of {record.__name__} means"
        yield f"| `{key}`{must} | {_written(hints[key])}{_default(record, key)} | {meaning} |"


def _default(record: type, key: str) -> str:
    """What is meant where a key is left out, if that is a word or a number."""
    default = next(field.default for field in dataclasses.fields(record) if field.name == key)
    if isinstance(default, StrEnum):
        return f"; left out: `{default.value}`"
    if isinstance(default, bool):
        return f"; left out: `{str(default).lower()}`"
    return f"; left out: `{default}`" if isinstance(default, int) else ""


# ---------------------------------------------------------------- how values are written, by their types


def _written(hint: Any) -> str:
    if hint in _WORDS:
        return _WORDS[hint]
    container, parts = typing.get_origin(hint), typing.get_args(hint)
    if container is typing.Annotated:
        return _of_mark(parts[1])
    if container is tuple:
        return f"list: {_written(parts[0])}"
    if container in {types.UnionType, typing.Union}:
        return _written(parts[0])
    if issubclass(hint, StrEnum):
        *others, last = (f"`{each.value}`" for each in hint)
        return f"{', '.join(others)} or {last}"
    return f"[its keys](#{_name_of_part(hint).lower().replace(' ', '-')})"


def _of_mark(mark: object) -> str:
    match mark:
        case AllowedKinds(kinds=kinds, default=None) if len(kinds) == len(Kind):
            return "`kind:id`, of any kind"
        case AllowedKinds(kinds=kinds, default=default):
            others = [f"`{each.value}:id`" for each in kinds if each is not default]
            return " or ".join((f"id of {default.with_article}" if default else "", *others)).removeprefix(" or ")
        case Bounds(least=least, most=most):
            return f"whole number from {least} to {most}"
        case MarkdownForm.INLINE:
            return "Markdown within a line"
        case MarkdownForm.BLOCK:
            return "Markdown"
        case FolderFiles(folder=folder, endings=endings):
            return f"name of a file in `{folder}/`: {', '.join(endings)}"
    raise TypeError(f"the reference does not say how a value marked {mark!r} is written")


def _name_of_part(part: type) -> str:
    return re.sub("(?=[A-Z])", " ", part.__name__).strip().capitalize()


def _parts_of(records: typing.Iterable[type]) -> list[type]:
    """The records within records that are described by their keys, each once, in the order in which they are met."""
    found: list[type] = []
    for record in records:
        hints = typing.get_type_hints(record, include_extras=True)
        for key in keys_of(record):
            part = _part_in(hints[key])
            if part and part not in found:
                found += [part, *(each for each in _parts_of([part]) if each not in found)]
    return found


def _part_in(hint: Any) -> type | None:
    if hint == tuple[Verb, ...]:
        return Verb
    if hint in _WORDS or typing.get_origin(hint) is typing.Annotated:
        return None
    if parts := typing.get_args(hint):
        return _part_in(parts[0])
    return hint if isinstance(hint, type) and dataclasses.is_dataclass(hint) else None


def _file_of(record: type) -> Iterator[str]:
    if record is Explainer:
        text = (EXAMPLE / "site.yaml").read_text(encoding="utf-8")
        yield from ("```yaml", text.partition("\n")[2].rstrip("\n"), "```")
    else:
        text = (EXAMPLE / "sections" / "10-what-happened.md").read_text(encoding="utf-8")
        yield from ("```markdown", text.rstrip("\n"), "```")
