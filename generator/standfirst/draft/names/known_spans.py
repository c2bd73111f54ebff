"""Where names that are known stand among the words of a text, and the keys of several words."""

from __future__ import annotations

from standfirst.draft.names.tables import KnownName
from standfirst.draft.names.tokens import Token, Tokens

_LONGEST_NAME = 7
# Signs that names of the tables have: "Standard & Poor's", "Royal Dutch/Shell".
_WITHIN_NAMES = frozenset(("&", "'s", "’s", "-", "/", ".", "!", "'", "’"))


def known_at(tokens: Tokens, first: int, end: int) -> tuple[int, KnownName] | None:
    """Return where the longest name of the tables ends that begins at a token, and the name."""
    if not tokens.names.may_begin(tokens[first].key):
        return None
    found, key = None, tokens[first].key
    for last in range(first + 1, min(end, first + _LONGEST_NAME) + 1):
        known = tokens.names.get(key)
        if known and (last - first > 1 or _has_its_case(tokens[first], known)):
            found = last, known
        if last == len(tokens) or not (tokens[last].is_word or tokens[last].text in _WITHIN_NAMES):
            break
        key += _spaced(tokens, last)
    return found


def _has_its_case(token: Token, name: KnownName) -> bool:
    """Tell whether a single word is written as the table has it: "AP" is an agency, "Ap" is not; nor "US" as "us"."""
    return not (name.name.isupper() and not name.name.istitle()) or len(token.text) > 5 or not token.text.islower()


def key_between(tokens: Tokens, first: int, last: int) -> str:
    """Return the key of the words between two tokens, with spaces where the text has some."""
    return tokens[first].key + "".join(_spaced(tokens, at) for at in range(first + 1, last))


def _spaced(tokens: Tokens, at: int) -> str:
    """Return the key of a token with the space before it; a possessive has none, however the text sets it apart."""
    token = tokens[at]
    return f" {token.key}" if token.start > tokens[at - 1].end and token.key != "'s" else token.key
