"""Names in rows of results and rankings: sides before their goals, persons before their country or their time."""

from __future__ import annotations

import re

from standfirst.draft.names.candidates import Candidate
from standfirst.draft.names.found import NameKind
from standfirst.draft.names.points import Points
from standfirst.draft.names.tables import city_clubs, cue, is_common, known_names, listed, other_words
from standfirst.draft.names.tokens import Tokens

# Two sides and their goals.
_RESULT = re.compile(r"\s*[^\W\d][^\d(]*\s\d+\s+[^\W\d][^\d(]*\s\d+\s*")


def around(tokens: Tokens, name: Candidate) -> Points:
    """Return what the row says of a name in it, in points."""
    points = Points()
    key = tokens[name.first].key
    if name.length == 1 and (key in other_words("headings") or key in cue("function words")):
        points[NameKind.OTHER] += 5
    if _is_label(tokens, name):
        points[NameKind.OTHER] += 5
    behind = tokens[name.last] if name.last < len(tokens) else None
    before = tokens[name.first - 1] if name.first else None
    if behind and behind.text in ("(", ",") and behind.line == tokens[name.first].line:
        points[NameKind.PERSON] += 2.5 if behind.text == "(" else 1
    if before and before.text == ")":
        points[NameKind.ORGANISATION] += 3
    if before and before.text in ("c", "b", "lbw", "st"):
        points[NameKind.PERSON] += 4
    if _is_country(tokens, name):
        return points
    if _is_in_brackets(tokens, name):
        points[NameKind.PERSON] += 4 if behind and behind.text[0].isdigit() else 0
    elif _is_side(tokens, name):
        points[NameKind.ORGANISATION] += 3
    return points


def _is_label(tokens: Tokens, name: Candidate) -> bool:
    """Tell whether words in capitals only say what a column or a row holds: "AMT", "MATURITY"."""
    words = tokens[name.first : name.last]
    key = " ".join(word.key for word in words)
    return (
        not name.known
        and key not in city_clubs()
        and all(word.text.isupper() and (is_common(word.key) or word.key in other_words("headings")) for word in words)
    )


def _is_in_brackets(tokens: Tokens, name: Candidate) -> bool:
    before = tokens[name.first].line.text[: tokens[name.first].start - tokens[name.first].line.start]
    return before.count("(") > before.count(")")


def kind_in_row(tokens: Tokens, name: Candidate) -> NameKind | None:
    """Return what a place or an organisation names in this row: a club where it has a result, and is no country."""
    if _is_country(tokens, name) or _is_in_brackets(tokens, name):
        return NameKind.PLACE
    return NameKind.ORGANISATION if _is_side(tokens, name) else None


def _is_side(tokens: Tokens, name: Candidate) -> bool:
    """Tell whether a name stands alone before a number of goals or points, and is not that of a person."""
    before = tokens[name.first - 1] if name.first else None
    if before and before.text == "v":
        return True
    if name.last >= len(tokens) or not tokens[name.last].text[0].isdigit() or "-" in tokens[name.last].text[2:]:
        return False
    keys = [token.key for token in tokens[name.first : name.last]]
    if _RESULT.fullmatch(tokens[name.first].line.text):
        return True
    given = keys[0] in listed("given_names.txt") and len(keys) > 1 and not name.known
    ranked = before and before.text in (".", ")") and name.first > 1 and _is_first(tokens, name.first - 2)
    return not given and not ranked and not any(len(key) == 2 and key[1] == "." for key in keys)


def _is_country(tokens: Tokens, name: Candidate) -> bool:
    known = known_names().get(" ".join(token.key for token in tokens[name.first : name.last]))
    return known is not None and known.section == "country"


def _is_first(tokens: Tokens, at: int) -> bool:
    return not tokens[at].line.text[: tokens[at].start - tokens[at].line.start].strip()
