"""What an article calls its actors: a title or role before the name, or one between commas behind it."""

from __future__ import annotations

import regex

from standfirst.draft.names.found import Name
from standfirst.draft.names.tables import cue, is_common, key_of, ranks, titles

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*")
_LETTERS = regex.compile(r" \([^()]{1,12}\)")
_BEHIND = regex.compile(r", (?P<role>(?:[^,.;:()“”\"—–\n]| \([^()\n]{1,12}\)){3,90})(?=[,.;—–])")
_BEFORE_COMMA = regex.compile(
    r"(?:^|[.!?”\"\n—;]|\b(?:and|but|said|says)) ?"
    r"(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]n?) (?P<role>[^,.;:()“”\"—–\n]{3,60}), \Z"
)
_FAR = 120


def role_of(text: str, name: Name) -> str:
    """Return what the article calls a person at one mention; nothing where it only names them."""
    return _titled(name) or _behind(text, name) or _before(text, name) or _before_comma(text, name)


def title_of(name: Name) -> str:
    """Return the title before a name as it is written, and none that only is a form of address."""
    words = name.title.split()
    while words and key_of(words[0]) in cue("forms of address"):
        words = words[1:]
    return " ".join(words)


def _titled(name: Name) -> str:
    """Return a title as a common noun is written."""
    words = title_of(name).split()
    return " ".join(ranks().get(word.lower(), word.lower()) for word in words)


def _behind(text: str, name: Name) -> str:
    found = _BEHIND.match(text[name.end : name.end + _FAR])
    if not found:
        return ""
    role = " ".join(_LETTERS.sub("", found["role"]).split())
    words = [key_of(word) for word in _WORD.findall(role)[:6]]
    if not words or not cue("roles").intersection(words):
        return ""
    opening, _, rest = role.partition(" ")
    return rest if opening in ("a", "an", "the") else role


def _before_comma(text: str, name: Name) -> str:
    """Return an office before its holder: "The head of the union, Annemiek Bos"."""
    found = _BEFORE_COMMA.search(text[max(0, name.start - _FAR) : name.start])
    if not found or not cue("roles").intersection(key_of(word) for word in _WORD.findall(found["role"])):
        return ""
    return " ".join(found["role"].split())


def _before(text: str, name: Name) -> str:
    """Return the small words straight before a name that end with a role: "rebel leader", "warlord"."""
    words: list[str] = []
    for word in reversed(text[max(0, name.start - 60) : name.start].split(" ")[:-1]):
        plain = word.strip()
        if words and plain.istitle() and is_common(plain.lower()) and plain.lower() not in cue("function words"):
            words.insert(0, plain.lower())
            break
        if not plain or not plain.replace("-", "").isalpha() or not plain.islower():
            break
        if not words and plain not in cue("roles") and plain not in titles():
            break
        if words and plain in cue("function words") | {"his", "her", "a", "an", "the", "of"}:
            break
        if len(words) == 3:
            break
        words.insert(0, plain)
    return " ".join(words)
