"""What single characters mean to CommonMark, and how they are set in a tree that Python-Markdown will write."""

from __future__ import annotations

import html
import re
import string
import unicodedata
from html.entities import html5

ESCAPABLE = frozenset(string.punctuation)
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
ENTITY = re.compile(_ENTITY)
# An ampersand that a browser, or Python-Markdown's serializer, would take for the beginning of an entity.
_AMPERSAND = re.compile(r"&(?=(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
_ESCAPED = re.compile(rf"\\([{re.escape(string.punctuation)}])|{_ENTITY}")


def tree_text(text: str) -> str:
    """Return a text as it is put into a tree, so that readers see these characters and no others."""
    return _AMPERSAND.sub("&amp;", text) if "&" in text else text


def character_of(entity: str) -> str:
    """Return the characters that an entity names; itself if it names none."""
    return html.unescape(entity) if entity.startswith("&#") or entity[1:] in html5 else entity


def unescaped(text: str) -> str:
    """Return what is written as a target, a title or an info string, with escapes and entities resolved."""
    return _ESCAPED.sub(lambda found: found[1] or character_of(found[0]), text)


def is_space(character: str) -> bool:
    """Whether a character is white space, as the ends of a text are."""
    return not character or character.isspace()


def is_punctuation(character: str) -> bool:
    """Whether a character is punctuation or a symbol (CommonMark 0.31)."""
    return unicodedata.category(character)[0] in "PS"
