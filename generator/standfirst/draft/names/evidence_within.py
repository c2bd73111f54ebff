"""What the words of a name itself say of what it is the name of, in points."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standfirst.draft.names.candidates import Candidate
from standfirst.draft.names.found import NameKind
from standfirst.draft.names.known_spans import key_between, known_at
from standfirst.draft.names.points import Points
from standfirst.draft.names.tables import (
    city_clubs,
    city_ranks,
    cue,
    currencies,
    is_common,
    is_place_name,
    known_names,
    listed,
    organisation_words,
    other_words,
    peoples,
    place_words,
)
from standfirst.draft.names.tokens import Token, Tokens
from standfirst.language.common_words import common_words

PERSON, ORGANISATION, PLACE, OTHER = NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.OTHER

_LARGE, _MIDDLING = 700, 4000


_JOINING = ("of", "for", "on", "in")
_ROAD = re.compile(r"[ABM]\d{1,4}")


def of_words(tokens: Tokens, name: Candidate) -> Points:
    """Return what the words of a name say."""
    points = Points()
    if name.known:
        points[name.known.kind] += _weight_of_known(tokens, name)
        if name.known.section == "clubs" and tokens[name.first].key in city_clubs():
            points[PLACE] += 4
        if name.known.section == "country" or name.length > 1:
            return points
    if name.length == 1:
        _single(tokens[name.first], points, is_known_place=name.known is not None and name.known.kind is PLACE)
    else:
        _several(tokens, name, points)
        begins = known_at(tokens, name.first, name.last)
        if begins and begins[1].kind is ORGANISATION and begins[0] - name.first > 1:
            points[ORGANISATION] += 4
    return points


def _weight_of_known(tokens: Tokens, name: Candidate) -> float:
    token, known = tokens[name.first], name.known
    assert known
    if name.length > 1 or token.is_acronym:
        return 6
    if token.key in common_words():
        return 2 if known.kind is not OTHER else 1
    return {"country": 6, "known": 5}.get(known.section, 5)


def _single(token: Token, points: Points, *, is_known_place: bool) -> None:
    key, common = token.key, is_common(token.key)
    if token.begins and key in other_words("headings"):
        points[OTHER] += 2
    if key in peoples() or key in cue("months") or key in cue("weekdays") or key in cue("other acronyms"):
        points[OTHER] += 8
    if key in place_words("states"):
        points[PLACE] += 4
    if (rank := city_ranks().get(key)) is not None and not common and not is_known_place:
        points[PLACE] += 3 if rank < _LARGE else 2 if rank < _MIDDLING else 1
    if token.is_acronym and key in currencies():
        points[OTHER] += 4
    if any(character.isdigit() for character in key) and "-" in key:
        points[OTHER] += 3
    if token.is_acronym and not _ROAD.fullmatch(token.text):
        points[ORGANISATION] += 2.5 if not common or len(key) < 4 else 0.5
        return
    if key in organisation_words("alone"):
        points[ORGANISATION] += 3
    if _ROAD.fullmatch(token.text):
        points[PLACE] += 3
    elif any(character.isdigit() for character in key) and not points:
        points[OTHER] += 2
    if common:
        return
    if _has_inner_capital(token):
        points[ORGANISATION] += 3
    weight = 0.5 if rank is not None else 1
    points[PERSON] += weight * (1 + (key in listed("surnames.txt")) + 0.5 * (key in listed("given_names.txt")))
    if "-" in key:
        _joined(key.split("-"), points)
    if _has_particle(token):
        points[PERSON] += 1.5


def _joined(parts: Sequence[str], points: Points) -> None:
    """Read a word with a hyphen: "Israel-Gaza" is what is between two places, "Tass-Nord" a body called by another."""
    known = [known_names().get(part) for part in parts]
    if all((each and each.kind is PLACE) or part in peoples() for each, part in zip(known, parts, strict=True)):
        points[OTHER] += 6
    elif any(each and each.kind is ORGANISATION for each in known):
        points[ORGANISATION] += 4


def _has_inner_capital(token: Token) -> bool:
    """Tell whether a word is written as companies like it: "GenCorp", "BuzzFeed"."""
    inner = token.text.startswith(("Mc", "Mac", "De", "Di", "Le", "La", "Van", "O'", "O’", "D'", "D’", "Fitz"))
    return not inner and re.fullmatch(r"[A-Z][a-z]+[A-Z][A-Za-z]*[a-z]", token.text) is not None


def _has_particle(token: Token) -> bool:
    return token.text[0].islower() or token.text.startswith(("O'", "O’", "Mc", "Mac", "Al-", "El-", "D’", "D'"))


def _several(tokens: Tokens, name: Candidate, points: Points) -> None:
    keys = [token.key for token in tokens[name.first : name.last]]
    first, last = keys[0], keys[-1]
    if (rank := city_ranks().get(key_between(tokens, name.first, name.last))) is not None:
        points[PLACE] += 4 if rank < _MIDDLING else 3
    _person(tokens[name.first : name.last], keys, points)
    _organisation(tokens[name.first : name.last], keys, points)
    _place(keys, points)
    if last in other_words("tails"):
        points[OTHER] += 5 if keys[0] not in listed("given_names.txt") or keys[0] in city_ranks() else 2
    if all(token.text.isupper() and is_common(token.key) for token in tokens[name.first : name.last]):
        points[OTHER] += 4
    if first in other_words("heads"):
        points[OTHER] += 4
    if last[0].isdigit() or last in ("i", "ii", "iii", "iv", "v", "vi", "x"):
        points[OTHER] += 0 if points[PERSON] > 2 else 3


def _person(tokens: Sequence[Token], keys: Sequence[str], points: Points) -> None:
    common, given, surnames = common_words(), listed("given_names.txt"), listed("surnames.txt")
    first, last = keys[0], keys[-1]
    if first in given:
        points[PERSON] += 3 if first not in common or last not in common else 2
    if any(len(token.text) == 2 and token.text[1] == "." for token in tokens[:-1]):
        points[PERSON] += 3
    if last in surnames and (last not in common or first not in common):
        points[PERSON] += 1
    if last in ("jr.", "jr", "sr.", "sr"):
        points[PERSON] += 5
    if any(token.text in cue("person particles") for token in tokens[:-1]) or any(
        _has_particle(token) for token in tokens
    ):
        points[PERSON] += 2
    if len(keys) <= 4 and not any(key in common or key in ("of", "&", "for", "and", "'s", "the") for key in keys):
        points[PERSON] += 1.5
    if any(token.is_acronym and len(token.text) > 2 for token in tokens):
        points[PERSON] -= 2


def _organisation(tokens: Sequence[Token], keys: Sequence[str], points: Points) -> None:
    points[ORGANISATION] += _by_ending(keys) + _by_beginning(keys)
    if "&" in keys:
        points[ORGANISATION] += 4
    if tokens[0].is_acronym or tokens[-1].is_acronym:
        points[ORGANISATION] += 2
    first, last = keys[0], keys[-1]
    if first in city_ranks() and last.endswith("s") and is_common(last):
        points[ORGANISATION] += 2
    if any(is_common(key) for key in keys) and (is_common(first) or last not in listed("surnames.txt")):
        points[ORGANISATION] += 1
    if (
        is_common(first)
        and is_place_name(last)
        and keys[1] != "of"
        and first not in listed("given_names.txt") | place_words("heads")
    ):
        points[ORGANISATION] += 2
    if first in peoples() and last not in place_words("tails"):
        points[ORGANISATION] += 1.5


def _by_ending(keys: Sequence[str]) -> float:
    """Return what the last words say: "Harlan Steel Corp.", "Boston Red Sox"; less behind a given name."""
    is_full_name = keys[0] in listed("given_names.txt") and keys[0] not in city_ranks()
    last, two = keys[-1], " ".join(keys[-2:])
    if last in organisation_words("legal"):
        return 6
    if last in organisation_words("tails") or two in organisation_words("tails"):
        return 2 if is_full_name and last in listed("surnames.txt") else 4.5
    if last in organisation_words("teams") or two in organisation_words("teams"):
        return 1.5 if is_full_name else 4.5
    return 0


def _by_beginning(keys: Sequence[str]) -> float:
    """Return what the words before "of" and "for" say, or the first word: "Ministry of", "Banco", "Real"."""
    heads, first = organisation_words("heads"), keys[0]
    known = known_names().get(first)
    points = 3.0 if first in organisation_words("firsts") else 0.0
    if known and known.section in ("clubs", "companies"):
        points += 3
    if first in heads and len(keys) > 2 and keys[1] in _JOINING:
        return points + 6
    if any(key in _JOINING and keys[at - 1] in heads for at, key in enumerate(keys) if at):
        return points + 5
    return points + (1.5 if first in heads or first in organisation_words("tails") else 0)


def _place(keys: Sequence[str], points: Points) -> None:
    heads, tails = place_words("heads"), place_words("tails")
    last = keys[-1]
    if last in tails:
        points[PLACE] += 3 if last in place_words("streets") and len(keys) > 1 else 0
        points[PLACE] += 3.5 if keys[0] not in listed("given_names.txt") or last not in listed("surnames.txt") else 1.5
    if keys[0] in heads:
        points[PLACE] += 2 if keys[0] not in listed("given_names.txt") else 1
        points[PLACE] += 2.5 if keys[0] in place_words("sure heads") else 0
        if len(keys) > 2 and keys[1] == "of":
            points[PLACE] += 4
    if keys[0] in place_words("compass"):
        rest = " ".join(keys[1:])
        points[PLACE] += (
            4 if (rest in known_names() and known_names()[rest].kind is PLACE) or rest in city_ranks() else 0
        )
    if len(keys) > 2 and keys[1] == "of" and keys[0] in place_words("heads of"):
        points[PLACE] += 4
