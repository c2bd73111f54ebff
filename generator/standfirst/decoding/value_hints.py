"""What to write in the place of a value that is nearly right, so that who writes it so is done."""

from __future__ import annotations

import re
import unicodedata

from standfirst.prose.references import ID
from standfirst.reading.yaml.nodes import MappingNode, ScalarNode, YamlNode

QUOTE = 'quote it, "like this"'
_ID_HINT = "use up to 100 small letters, digits and hyphens, and begin with a letter or digit"
# What is an id but for capitals, accents, and signs in the place of hyphens.
_NEARLY_ID = re.compile(r"[\w .'’-]{1,100}")
_BULLET = re.compile(r"\s*(?:[-*•–—]|\d+[.)])?\s*")
_NEEDS_QUOTES = re.compile(r"""[,\[\]{}"#]|: |:$|^[!&*'%@`|>?-]""")
_DEGREES = re.compile(
    r"(?P<sign>[-−])?\s*(?P<degrees>\d{1,3}([.,]\d+)?)\s*°?\s*((?P<minutes>\d{1,2})\s*['\u2032’]\s*)?"
    r"((?P<seconds>\d{1,2}([.,]\d+)?)\s*[\"\u2033”]\s*)?(?P<point>[NSEWO])?",
    re.ASCII | re.IGNORECASE,
)
_LONGEST_SHOWN = 80


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


def reference_hint(text: str) -> str:
    """Return what to write in the place of a text that is no id of a fact, but should be."""
    parts = [part for part in re.split(r"[\s,;]+", text) if part]
    if parts and text != parts[0] and all(ID.fullmatch(part) for part in parts):
        several = f"these are several ids: a comma parts them, in brackets{_or_one(text)}"
        return several if len(parts) > 1 else f"write {parts[0]}"
    if text.lower() != text and ID.fullmatch(text.lower()):
        return f"write {text.lower()}: an id has no capitals"
    if not re.search(r"\s", text) and as_id(text):
        return f"write {as_id(text)}"
    return "name the fact by its id: small letters, digits and hyphens"


def _or_one(text: str) -> str:
    """What else a text may be meant for whose words may be ids, but that has a blank between them."""
    name = as_id(text) if not re.search("[,;]", text) else ""
    return f", and one id has hyphens: {name}" if name else ""


def list_hint(node: YamlNode) -> str:
    """Return how a list is written that was written as something else, if that can be told."""
    items: list[str] = []
    if isinstance(node, MappingNode) and all(
        isinstance(each.value, ScalarNode) and each.value.is_empty for each in node
    ):
        items = [entry.key.text for entry in node]
    elif isinstance(node, ScalarNode) and node.text:
        items = _items_of(node.file.text[node.start : node.end].strip()) if node.plain else [node.text]
    shown = f"[{', '.join(map(_quoted, filter(None, items)))}]"
    if len(shown) > _LONGEST_SHOWN:
        return "write each item on a line of its own, with - and a space before it"
    return f"write it in brackets: {shown if items else '[one, two]'}"


def _items_of(text: str) -> list[str]:
    """Return what a text lists, in lines of their own or between commas."""
    bare = text.strip("()[]") if text[0] in "([" or text[-1] == "]" else text
    lines = [line for line in bare.splitlines() if line.strip()]
    items = lines if len(lines) > 1 else re.split("[,;]", bare)
    return [_BULLET.sub("", item, count=1).strip().rstrip(",;") for item in items]


def _quoted(item: str) -> str:
    bare = item.strip("\"'")
    return '"' + bare.replace("\\", "\\\\").replace('"', '\\"') + '"' if _NEEDS_QUOTES.search(bare) else bare


def coordinate_hint(text: str, most: int) -> str:
    """Return how to write a coordinate of up to so many degrees."""
    hint = f"write decimal degrees between -{most} and {most}, such as 32.89"
    found = _DEGREES.fullmatch(text.strip())
    if not found:
        return hint
    degrees, seconds = (float((found[part] or "0").replace(",", ".")) for part in ("degrees", "seconds"))
    value = degrees + int(found["minutes"] or 0) / 60 + seconds / 3600
    # In some languages the west is called ouest or oeste, in others the east Ost.
    is_known = (found["point"] or "").upper() != "O"
    is_below = bool(found["sign"]) or (found["point"] or "").upper() in {"S", "W"}
    return f"write {'-' if is_below else ''}{value:.5f}".rstrip("0").rstrip(".") if value <= most and is_known else hint
