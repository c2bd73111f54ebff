"""Names in rows of results and rankings: sides before their goals, persons before their country or their time."""

from __future__ import annotations

import re

from standfirst.draft.names.candidates import Candidate
from standfirst.draft.names.found import NameKind
from standfirst.draft.names.points import Points
from standfirst.draft.names.tables import cue, known_names, listed, other_words
from standfirst.draft.names.tokens import Tokens

# Two sides and their goals.
_RESULT = re.compile(r"\s*[^\W\d][^\d(]*\s\d+\s+[^\W\d][^\d(]*\s\d+\s*")


def around(tokens: Tokens, name: Candidate) -> Points:
    """Return what the row says of a name in it, in points."""
    points = Points()
    key = tokens[name.first].key
    if name.length == 1 and (key in other_words("headings") or key in cue("function words")):
        points[NameKind.OTHER] += 5
    behind = tokens[name.last] if name.last < len(tokens) else None
    before = tokens[name.first - 1] if name.first else None
    if behind and behind.text in ("(", ",") and behind.line == tokens[name.first].line:
        points[NameKind.PERSON] += 2.5 if behind.text == "(" else 1
    if before and before.text == "(":
        points[NameKind.PLACE] += 2
    if before and before.text == ")":
        points[NameKind.ORGANISATION] += 3
    if _is_side(tokens, name) and not _is_country(tokens, name):
        points[NameKind.ORGANISATION] += 3
    if before and before.text in ("c", "b", "lbw", "st"):
        points[NameKind.PERSON] += 4
    return points


def kind_in_row(tokens: Tokens, name: Candidate) -> NameKind | None:
    """Return what a place or an organisation names in this row: a club where it has a result, and is no country."""
    if _is_country(tokens, name) or (name.first and tokens[name.first - 1].text == "("):
        return NameKind.PLACE
    return NameKind.ORGANISATION if _is_side(tokens, name) else None


def _is_side(tokens: Tokens, name: Candidate) -> bool:
    """Tell whether a name stands alone before a number of goals or points, and is not that of a person."""
    if name.last >= len(tokens) or not tokens[name.last].text[0].isdigit() or "-" in tokens[name.last].text[2:]:
        return False
    keys = [token.key for token in tokens[name.first : name.last]]
    if _RESULT.fullmatch(tokens[name.first].line.text):
        return True
    given = keys[0] in listed("given_names.txt") and len(keys) > 1 and not name.known
    ranked = name.first and tokens[name.first - 1].text in (".", ")")
    return not given and not ranked and not any(len(key) == 2 and key[1] == "." for key in keys)


def _is_country(tokens: Tokens, name: Candidate) -> bool:
    known = known_names().get(" ".join(token.key for token in tokens[name.first : name.last]))
    return known is not None and known.section == "country"
