"""What speaks for a name being that of a person, an organisation, a place or of none of them, in points.

`of_words` are those of its own words, `around` those of what stands before and behind it in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standfirst.draft.names.candidates import Candidate, key_between
from standfirst.draft.names.found import NameKind
from standfirst.draft.names.points import Points
from standfirst.draft.names.tables import (
    city_clubs,
    city_ranks,
    cue,
    currencies,
    is_common,
    known_names,
    listed,
    organisation_words,
    other_words,
    peoples,
    place_words,
    titles,
)
from standfirst.draft.names.title_phrases import title_end
from standfirst.draft.names.tokens import Token, Tokens

PERSON, ORGANISATION, PLACE, OTHER = NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.OTHER

_LARGE, _MIDDLING = 700, 4000


_DASHES = ("—", "–", "-", "--")
_WHERE = ("in", "at", "near", "from", "of", "outside")
_ROAD = re.compile(r"[ABM]\d{1,4}")


def of_words(tokens: Tokens, name: Candidate) -> Points:
    """Return what the words of a name say."""
    points = Points()
    if name.known:
        points[name.known.kind] += _weight_of_known(tokens, name)
        if name.known.section == "country" or name.length > 1:
            return points
    if name.length == 1:
        _single(tokens[name.first], points)
    else:
        _several(tokens, name, points)
    return points


def _weight_of_known(tokens: Tokens, name: Candidate) -> float:
    token, known = tokens[name.first], name.known
    assert known
    if name.length > 1 or token.is_acronym:
        return 6
    if token.key in listed("common_words.txt"):
        return 2 if known.kind is not OTHER and not token.begins else 1
    return {"country": 6, "known": 5}.get(known.section, 5)


def _single(token: Token, points: Points) -> None:
    key, common = token.key, is_common(token.key)
    if token.begins and key in other_words("headings"):
        points[OTHER] += 2
    if key in peoples() or key in cue("months") or key in cue("weekdays") or key in cue("other acronyms"):
        points[OTHER] += 8
    if key in place_words("states"):
        points[PLACE] += 4
    if (rank := city_ranks().get(key)) is not None and not common:
        points[PLACE] += 3 if rank < _LARGE else 2 if rank < _MIDDLING else 1
    if token.is_acronym and key in currencies():
        points[OTHER] += 4
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
    if "-" in key and any(part in known_names() for part in key.split("-")):
        points[ORGANISATION] += 2
    if _has_particle(token):
        points[PERSON] += 1.5


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
        points[OTHER] += 4
    if first in other_words("heads"):
        points[OTHER] += 3
    if last[0].isdigit() or last in ("i", "ii", "iii", "iv", "v", "vi", "x"):
        points[OTHER] += 0 if points[PERSON] > 2 else 3


def _person(tokens: Sequence[Token], keys: Sequence[str], points: Points) -> None:
    common, given, surnames = listed("common_words.txt"), listed("given_names.txt"), listed("surnames.txt")
    first, last = keys[0], keys[-1]
    if first in given:
        points[PERSON] += 3 if first not in common or last not in common else 2
    if any(len(token.text) == 2 and token.text[1] == "." for token in tokens[:-1]):
        points[PERSON] += 3
    if last in surnames and last not in common:
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
    tails, heads, last = organisation_words("tails"), organisation_words("heads"), keys[-1]
    is_full_name = keys[0] in listed("given_names.txt") and keys[0] not in city_ranks()
    if last in organisation_words("legal"):
        points[ORGANISATION] += 6
    elif last in tails or " ".join(keys[-2:]) in tails:
        points[ORGANISATION] += 2 if is_full_name and last in listed("surnames.txt") else 4.5
    elif last in organisation_words("teams") or " ".join(keys[-2:]) in organisation_words("teams"):
        points[ORGANISATION] += 1.5 if is_full_name else 4.5
    if keys[0] in heads and len(keys) > 2 and keys[1] in ("of", "for", "on", "in"):
        points[ORGANISATION] += 6
    elif any(key in ("of", "for", "on") and keys[at - 1] in heads for at, key in enumerate(keys) if at):
        points[ORGANISATION] += 5
    elif keys[0] in heads or keys[0] in tails:
        points[ORGANISATION] += 1.5
    if "&" in keys:
        points[ORGANISATION] += 4
    if tokens[0].is_acronym or tokens[-1].is_acronym:
        points[ORGANISATION] += 2
    if last in city_ranks() and keys[0] in ("fc", "real", "sporting", "dynamo", "dinamo", "club", "racing"):
        points[ORGANISATION] += 4
    if keys[0] in city_ranks() and last.endswith("s") and last in listed("common_words.txt"):
        points[ORGANISATION] += 2
    if any(key in listed("common_words.txt") for key in keys):
        points[ORGANISATION] += 1
    if keys[0] in known_names() and known_names()[keys[0]].section in ("clubs", "companies"):
        points[ORGANISATION] += 3
    if keys[0] in peoples() and last not in place_words("tails"):
        points[ORGANISATION] += 1.5


def _place(keys: Sequence[str], points: Points) -> None:
    heads, tails = place_words("heads"), place_words("tails")
    last = keys[-1]
    if last in tails:
        points[PLACE] += 3.5 if keys[0] not in listed("given_names.txt") or last not in listed("surnames.txt") else 1.5
    if keys[0] in heads:
        points[PLACE] += 2 if keys[0] not in listed("given_names.txt") else 1
        if len(keys) > 2 and keys[1] == "of":
            points[PLACE] += 4
    if keys[0] in place_words("compass"):
        rest = " ".join(keys[1:])
        points[PLACE] += (
            4 if (rest in known_names() and known_names()[rest].kind is PLACE) or rest in city_ranks() else 0
        )
    if len(keys) > 2 and keys[1] == "of" and keys[0] in place_words("heads of"):
        points[PLACE] += 4


# ---------------------------------------------------------------- what stands around a name


def around(tokens: Tokens, name: Candidate, *, is_sport: bool) -> Points:
    """Return what the text around a name says."""
    points = Points()
    if name.title_first >= 0:
        points[PERSON] += 6
    for rule in (_before, _behind, _in_brackets, _apposition, _dateline):
        rule(tokens, name, points)
    if is_sport:
        _in_sport(tokens, name, points)
    return points


def _near(tokens: Tokens, at: int) -> str:
    """Return the key of a token, or nothing where it is beyond the text."""
    return tokens[at].key if 0 <= at < len(tokens) else ""


def _before(tokens: Tokens, name: Candidate, points: Points) -> None:
    before, further = _near(tokens, name.first - 1), _near(tokens, name.first - 2)
    if (
        not before
        or tokens[name.first].begins
        or (not tokens[name.first - 1].is_word and before not in ("'s", ",", "-"))
    ):
        return
    small = tokens[name.first - 1].text.islower()
    if (
        before == ","
        and further in cue("roles") | cue("organisation leaders")
        and tokens[name.first - 2].text.islower()
    ):
        points[PERSON if further in cue("roles") else ORGANISATION] += 1.5
    if small and before in cue("roles"):
        points[PERSON] += 3
    elif small and (before in titles() or before.endswith(("man", "woman"))):
        points[PERSON] += 2
    if small and before in cue("organisation leaders"):
        points[ORGANISATION] += 2
    if before in cue("place prepositions") and small:
        is_weak = _near(tokens, name.last) == "'s" or (before == "at" and name.length > 1)
        points[PLACE] += 0.7 if is_weak else 2
    elif before in cue("weak place prepositions") and small:
        points[PLACE] += 1.3
    elif small and before == "of" and further in place_words("named with of"):
        points[PLACE] += 3
    if before == "the":
        points[PERSON] -= 2
        points[ORGANISATION] += 1.2
    if before == "," and name.length == 1 and further in city_ranks():
        points[PLACE] += 0.8
    if before == "at" and further in organisation_words("staff"):
        points[ORGANISATION] += 3
    if before in ("named", "called", "mr", "mrs", "miss", "by") and small:
        points[PERSON] += 0.8
    if before in ("against", "by", "with") and small:
        points[PERSON] += 0.3


def _behind(tokens: Tokens, name: Candidate, points: Points) -> None:
    at = name.last
    behind = _near(tokens, at)
    if behind in cue("auxiliaries") and _near(tokens, at + 1):
        at, behind = at + 1, _near(tokens, at + 1)
    if not behind:
        return
    if tokens[at].text.islower() and not tokens[at].begins:
        if behind in cue("saying"):
            points[PERSON] += 1.5 if tokens[name.first].key not in cue("months") else 8
            points[ORGANISATION] += 0.8
        if behind in cue("person verbs"):
            points[PERSON] += 1.5
        if at == name.last and behind in cue("place followers"):
            points[PLACE] += 1.5
        if at == name.last and behind in cue("organisation followers"):
            points[ORGANISATION] += 1.5
            points[PERSON] -= 1
    elif behind == "'s" and _near(tokens, at + 1) in (
        "capital",
        "president",
        "government",
        "prime",
        "parliament",
        "army",
    ):
        points[PLACE] += 2
    elif tokens[at].is_capital and title_end(tokens, at) > at:
        points[ORGANISATION] += 1.5
    before = _near(tokens, name.first - 1)
    if before in cue("saying") and behind in (".", ",", "”", '"', "’") and name.length > 1:
        points[PERSON] += 1


def _in_brackets(tokens: Tokens, name: Candidate, points: Points) -> None:
    if _near(tokens, name.last) == "(":
        inner = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
        if inner and known_names().get(inner.key) and known_names()[inner.key].section == "country":
            points[PERSON] += 3 if name.length > 1 else 1
    if _near(tokens, name.first - 1) == "(" and _near(tokens, name.last) == ")" and name.first > 1:
        owner = tokens[name.first - 2]
        if tokens[name.first].is_acronym and owner.is_capital and tokens[name.first].key not in known_names():
            points[ORGANISATION] += 3


def _apposition(tokens: Tokens, name: Candidate, points: Points) -> None:
    """Read what stands between commas behind a name: an age, a role, a relative clause; or the state of a city."""
    if _near(tokens, name.last) != ",":
        return
    following = _near(tokens, name.last + 1)
    if following.isdigit() and len(following) <= 2 and _near(tokens, name.last + 2) in (",", ".", "and"):
        points[PERSON] += 4
    elif following in ("who", "whose"):
        points[PERSON] += 2.5
    elif (
        following in place_words("states")
        or _is_country(following)
        or (
            following in place_words("postal") and _near(tokens, name.last + 1) and tokens[name.last + 1].text.isupper()
        )
    ):
        points[PLACE] += 2.5
    elif following in ("a", "an", "the", "one", "his", "her", "their", "former", "who", "then", "now", "head", "chief"):
        if kind := _appositive(tokens, name.last + 1):
            points[kind] += 2.5
    elif following in cue("roles") and tokens[name.last + 1].text.islower():
        points[PERSON] += 2.5


def _dateline(tokens: Tokens, name: Candidate, points: Points) -> None:
    """Read how agencies begin: "BEIRUT (Reuters) -", "SEATTLE — ", "DAKAR, Aug 27 (AP) -"."""
    first, behind = tokens[name.first], _near(tokens, name.last)
    is_upper = all(token.text.isupper() for token in tokens[name.first : name.last])
    if first.start == first.line.start and is_upper and len(first.text) > 2 and behind in ("(", ",", *_DASHES):
        points[PLACE] += 5
    if behind == ")" and _near(tokens, name.last + 1) in _DASHES and _is_in_dateline(tokens, name.first):
        points[ORGANISATION] += 4


def _is_in_dateline(tokens: Tokens, at: int) -> bool:
    line = tokens[at].line
    return tokens[at].start - line.start < 60 and line.text[:3].isupper()


def _is_country(key: str) -> bool:
    known = known_names().get(key)
    return known is not None and known.section == "country"


def _appositive(tokens: Tokens, at: int) -> NameKind | None:
    """Return what the first telling word of an apposition says that the name before it is."""
    for token in tokens[at : at + 7]:
        if token.text in (",", ".", ";", ":"):
            break
        if token.key in cue("roles") or token.key.endswith("-old"):
            return PERSON
        if token.key in cue("organisation leaders"):
            return ORGANISATION
        if token.key in cue("place followers"):
            return PLACE
    return None


def _in_sport(tokens: Tokens, name: Candidate, points: Points) -> None:
    """Count a city among actors where teams are called by their cities."""
    key = key_between(tokens, name.first, name.last)
    behind, before = _near(tokens, name.last), _near(tokens, name.first - 1)
    if "v" in (behind, before) and not _is_country(key):
        points[ORGANISATION] += 2.5
    if key in city_clubs() and before not in _WHERE and behind != ",":
        points[ORGANISATION] += 2.5
    if key not in city_ranks() and not (known_names().get(key) and known_names()[key].section == "known"):
        return
    if behind in cue("sport verbs") or (
        behind == "'s" and _near(tokens, name.last + 2) in ("scored", "goal", "striker")
    ):
        points[ORGANISATION] += 3
    if before in cue("sport prepositions") and before != "at":
        points[ORGANISATION] += 2
