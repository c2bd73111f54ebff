"""What the text before and behind a name says of what it is the name of, in points."""

from __future__ import annotations

from standfirst.draft.names.candidates import Candidate
from standfirst.draft.names.found import NameKind
from standfirst.draft.names.known_spans import key_between
from standfirst.draft.names.points import Points
from standfirst.draft.names.tables import (
    city_clubs,
    city_ranks,
    cue,
    is_place_name,
    known_names,
    organisation_words,
    place_words,
    titles,
)
from standfirst.draft.names.title_phrases import title_end
from standfirst.draft.names.tokens import Tokens

PERSON, ORGANISATION, PLACE, OTHER = NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.OTHER

_DASHES = ("—", "–", "-", "--")
_WHERE = ("in", "at", "near", "from", "of", "outside")


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
    small = tokens[name.first - 1].text.islower() or tokens[name.first - 1].begins
    if (
        before == ","
        and further in cue("roles") | cue("organisation leaders")
        and tokens[name.first - 2].text.islower()
    ):
        points[PERSON if further in cue("roles") else ORGANISATION] += 2
    if small and before in cue("roles"):
        points[PERSON] += 3
    elif small and (before in titles() or before.endswith(("man", "woman"))):
        points[PERSON] += 2
    if small and before in cue("thing leaders"):
        points[OTHER] += 4
    if small and before in cue("organisation leaders"):
        points[ORGANISATION] += 2
    if before in cue("place prepositions") and small:
        is_weak = _near(tokens, name.last) == "'s" or (before == "at" and name.length > 1)
        points[PLACE] += 0.7 if is_weak else 3.5 if name.length > 1 and before in ("in", "near") else 2
        points[PLACE] += 1 if name.length == 1 and tokens[name.first].key in city_ranks() else 0
    elif before in cue("weak place prepositions") and small:
        points[PLACE] += 2.3 if name.length == 1 and tokens[name.first].key in city_ranks() else 1.3
    elif small and before == "of" and further in place_words("named with of"):
        points[PLACE] += 3
    if before == "the":
        points[PERSON] -= 2
        points[ORGANISATION] += 1.2
    if before == "," and name.length == 1 and further in city_ranks():
        points[PLACE] += 0.8
    if before == "at" and further in organisation_words("staff"):
        points[ORGANISATION] += 4
        points[PERSON] -= 1.5
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
        if behind in cue("person verbs") and not (name.length == 1 and is_place_name(tokens[name.first].key)):
            points[PERSON] += 1.5
        if at == name.last and behind in cue("thing followers"):
            points[OTHER] += 2.5
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
    elif tokens[at].is_capital and _is_before_person(tokens, at):
        points[ORGANISATION] += 2
    before = _near(tokens, name.first - 1)
    if before in cue("saying") and behind in (".", ",", "”", '"', "’") and name.length > 1:
        points[PERSON] += 1


def _is_before_person(tokens: Tokens, at: int) -> bool:
    """Tell whether a title with a name behind it begins at a token: "Council President Bill Frost"."""
    end = title_end(tokens, at)
    return end > at and tokens.follows(end) and tokens[end].is_capital


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
    if first.start == first.line.start and is_upper and len(first.text) > 2 and behind in ("(", ",", ":", *_DASHES):
        points[PLACE] += 5 if behind != ":" or is_place_name(key_between(tokens, name.first, name.last)) else 0
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
    if key in organisation_words("teams") and not tokens[name.first].begins:
        points[ORGANISATION] += 3
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
