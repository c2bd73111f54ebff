"""Hints that say what to write in place of a value that is nearly right."""

from __future__ import annotations

import re
import unicodedata

from standfirst.problems.remedies import Remedy, write
from standfirst.prose.references import ID
from standfirst.reading.yaml.missing_quotes import in_quotes
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode, YamlNode

QUOTE = 'quote it, "like this"'
_ID_HINT = "use up to 100 small letters, digits and hyphens, and begin with a letter or digit"
# An id but for capitals, accents, and other signs in place of hyphens.
_NEARLY_ID = re.compile(r"[\w .'’-]{1,100}")
_BULLET = re.compile(r"\s*(?:[-*•–—]|\d+[.)])?\s*")
_NEEDS_QUOTES = re.compile(r"""[,\[\]{}"#]|: |:$|^[!&*'%@`|>?-]""")
_DEGREES = re.compile(
    r"(?P<sign>[-−])?\s*(?P<degrees>\d{1,3}([.,]\d+)?)\s*°?\s*((?P<minutes>\d{1,2})\s*['\u2032’]\s*)?"
    r"((?P<seconds>\d{1,2}([.,]\d+)?)\s*[\"\u2033”]\s*)?(?P<point>[NSEWO])?",
    re.ASCII | re.IGNORECASE,
)
_LONGEST_SHOWN = 80


def intended_id(text: str) -> str:
    """Return the id that a text was meant for; empty where none can be told, or where the text is an id."""
    if not _NEARLY_ID.fullmatch(text):
        return ""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    name = re.sub("[^a-z0-9]+", "-", plain.lower().replace("'", "").replace("’", "")).strip("-")
    return name if ID.fullmatch(name) and name != text and len(name) > len(text) / 2 else ""


def id_remedy(text: str) -> Remedy:
    """Return the remedy for a text that is not an id."""
    name = intended_id(text)
    return write(name, ": an id is of small letters, digits and hyphens") if name else Remedy(_ID_HINT)


def reference_remedy(text: str) -> Remedy:
    """Return the remedy for a text that should be the id of a fact and is not an id."""
    parts = [part for part in re.split(r"[\s,;]+", text) if part]
    if parts and text != parts[0] and all(ID.fullmatch(part) for part in parts):
        several = f"these are several ids: a comma parts them, in brackets{_or_one(text)}"
        return Remedy(several) if len(parts) > 1 else write(parts[0])
    if text.lower() != text and ID.fullmatch(text.lower()):
        return write(text.lower(), ": an id has no capitals")
    if not re.search(r"\s", text) and intended_id(text):
        return write(intended_id(text))
    return Remedy("name the fact by its id: small letters, digits and hyphens")


def _or_one(text: str) -> str:
    """Return what to add to the hint for words that may also be meant as one id."""
    name = intended_id(text)
    return f", and one id has hyphens: {name}" if name else ""


def list_remedy(node: YamlNode) -> Remedy:
    """Return the remedy for a value that should be a list: the list itself, if its items can be told."""
    items: list[str] = []
    if isinstance(node, MappingNode) and all(
        isinstance(each.value, ScalarNode) and each.value.is_empty for each in node
    ):
        items = [entry.key.text for entry in node]
    elif isinstance(node, ScalarNode) and node.text:
        items = _items_of(node.file.text[node.start : node.end].strip()) if node.plain else [node.text]
    shown = f"[{', '.join(map(_quoted, filter(None, items)))}]"
    if len(shown) > _LONGEST_SHOWN:
        return Remedy("write each item on a line of its own, with - and a space before it")
    return Remedy(f"write it in brackets: {shown if items else '[one, two]'}", shown if items else None)


def _items_of(text: str) -> list[str]:
    """Return the items that a text lists, one a line or separated by commas."""
    bare = text.strip("()[]") if text[0] in "([" or text[-1] == "]" else text
    lines = [line for line in bare.splitlines() if line.strip()]
    items = lines if len(lines) > 1 else re.split("[,;]", bare)
    return [_BULLET.sub("", item, count=1).strip().rstrip(",;") for item in items]


def _quoted(item: str) -> str:
    bare = item.strip("\"'")
    return in_quotes(bare) if _NEEDS_QUOTES.search(bare) else bare


def coordinate_remedy(text: str, most: int) -> Remedy:
    """Return the remedy for a text that is no coordinate up to `most` degrees: it in decimals, if that can be told."""
    in_general = Remedy(f"write decimal degrees between -{most} and {most}, such as 32.89")
    found = _DEGREES.fullmatch(text.strip())
    if not found:
        return in_general
    degrees, seconds = (float((found[part] or "0").replace(",", ".")) for part in ("degrees", "seconds"))
    value = degrees + int(found["minutes"] or 0) / 60 + seconds / 3600
    # O is the west in French (ouest), and the east in German (Ost).
    is_known = (found["point"] or "").upper() != "O"
    is_below = bool(found["sign"]) or (found["point"] or "").upper() in {"S", "W"}
    shown = f"{'-' if is_below else ''}{value:.5f}".rstrip("0").rstrip(".")
    return write(shown) if value <= most and is_known else in_general


def broken_flow_hint(entry: MappingEntry, within: MappingNode) -> str:
    """Return the hint for a key in braces that a bare comma cut off the value before it; empty for any other key."""
    if not (within.flow and isinstance(entry.value, ScalarNode) and entry.value.is_empty):
        return ""
    before = entry.key.file.text[max(0, entry.key.start - 80) : entry.key.start].rstrip(", \n")
    if before.endswith(("{", "}", "]", "'", '"')):
        return ""
    return 'quote the value before it, "like this": in braces a comma ends a bare value'
