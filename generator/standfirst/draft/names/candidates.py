"""Where names may stand in prose: runs of words with capitals, apart from titles before them and from peoples.

"Libyan warlord Khalifa Haftar" has one name in it, "British Prime Minister John Major" one with a title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from standfirst.draft.names.found import NameKind
from standfirst.draft.names.lines import LineKind
from standfirst.draft.names.tables import (
    KnownName,
    cue,
    ends_name,
    is_common,
    listed,
    organisation_words,
    other_words,
    peoples,
    place_words,
)
from standfirst.draft.names.title_phrases import title_end
from standfirst.draft.names.tokens import Token, Tokens

_LONGEST_NAME = 7
# Signs that names of the tables have: "Standard & Poor's", "Royal Dutch/Shell".
_WITHIN_NAMES = frozenset(("&", "'s", "’s", "-", "/", ".", "!", "'", "’"))
# Where more words in a row have capitals, they do not have them for being names.
_LONGEST_RUN = 16
_JOINING = frozenset(("of", "for", "on", "and", "&"))
_ARTICLES = frozenset(("the",))
_FEW = 3
# "First Prairie Bancorp", "New Times".
_ORDINALS = frozenset(("first", "second", "third", "new"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens from `first` up to `last` that may be a name; `title` begins at the token `title_first`, or is none."""

    first: int
    last: int
    known: KnownName | None = None
    title_first: int = -1

    @property
    def length(self) -> int:
        """How many words it has."""
        return self.last - self.first


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


def candidates_in(tokens: Tokens) -> Iterator[Candidate]:
    """Yield what may be a name in the prose of a text, in its order; none overlap."""
    at = 0
    while at < len(tokens):
        if not _may_begin(tokens, at):
            at += 1
            continue
        if (after := title_end(tokens, at)) > at:
            name = _begin_behind(tokens, after)
            if name is None:
                at = after
                continue
            end = _run_end(tokens, name)
            if not _is_place_or_body_with_title(tokens, at, end):
                yield from _parts(tokens, name, end, at)
                at = end
                continue
        end = _run_end(tokens, at)
        yield from _parts(tokens, at, end, -1)
        at = max(end, at + 1)


def _may_begin(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.line.kind is LineKind.CAPITALS:
        return False
    if token.is_capital:
        return True
    if token.line.kind is LineKind.TITLE and token.text[0].isupper():
        return (known := known_at(tokens, at, len(tokens))) is not None and known[0] - at > 1
    if token.key in cue("leading particles") and _follows(tokens, at + 1) and tokens[at + 1].is_capital:
        return not token.begins and tokens[at].text.islower()
    return token.text[0].isdigit() and known_at(tokens, at, len(tokens)) is not None


def _begin_behind(tokens: Tokens, at: int) -> int | None:
    """Return the token at which a name begins right behind a title; None where there is none."""
    if at < len(tokens) and _follows(tokens, at) and _may_begin(tokens, at) and tokens[at].key not in peoples():
        return at
    return None


def _follows(tokens: Tokens, at: int) -> bool:
    """Tell whether a token stands behind the one before it with a space between, in one line or in one paragraph."""
    return 0 < at < len(tokens) and tokens[at].start - tokens[at - 1].end <= 1 and not tokens[at].begins


def _is_place_or_body_with_title(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether a title is a part of a name: "Queen Elizabeth Hospital", "Prince Edward Island"."""
    last = tokens[end - 1].key
    if end - first < _FEW or tokens[first].text.endswith("."):
        return False
    is_tail = ends_name(last)
    return is_tail and last not in listed("surnames.txt")


# ---------------------------------------------------------------- where a run of capitals ends


def _run_end(tokens: Tokens, first: int) -> int:
    """Return the end of the name that begins at a token: words with capitals and what stands between them."""
    at = first + 1
    if tokens[first].key in cue("leading particles") and not tokens[first].is_capital:
        at += 1
    if known := known_at(tokens, first, len(tokens)):
        at = max(at, known[0])
    while True:
        if not _follows(tokens, at) or at - first > _LONGEST_RUN:
            return at
        if tokens[at].key == "'s":
            if not _goes_on_behind_s(tokens, first, at):
                return at
            at += 2
        elif tokens[at].is_capital and not _is_apart(tokens, at):
            if tokens[at - 1].key in peoples() and tokens[at - 1].text.endswith("s") and at - 1 == first:
                return at
            if title_end(tokens, at) > at > first:
                return at
            at = known[0] if (known := known_at(tokens, at, len(tokens))) else at + 1
        elif tokens[at].key in organisation_words("small tails"):
            return at + 1
        elif (end := _inner_end(tokens, first, at)) > at:
            at = end
        else:
            return at


def _is_apart(tokens: Tokens, at: int) -> bool:
    """Tell whether two words with capitals belong to different names: a full name and a weekday, a month."""
    key = tokens[at].key
    is_surname = tokens[at - 1].key in listed("given_names.txt") and not is_common(tokens[at - 1].key)
    return key in cue("weekdays") or (key in cue("months") and (_is_date(tokens, at) or not is_surname))


def _is_date(tokens: Tokens, at: int) -> bool:
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return following[:1].isdigit() or tokens[at].key not in ("may", "march", "april", "june", "august")


def _goes_on_behind_s(tokens: Tokens, first: int, at: int) -> bool:
    if not (_follows(tokens, at + 1) and tokens[at + 1].is_capital):
        return False
    owner = tokens[at - 1].key
    if tokens[first].key in ("st", "st.", "saint") and at - first == 2:
        return True
    return owner in organisation_words("owners") and tokens[at + 1].key in (
        organisation_words("tails") | other_words("tails") | {"republic", "national"}
    )


def _inner_end(tokens: Tokens, first: int, at: int) -> int:
    """Return where what stands small within a name ends, with the capital behind it; `at` where the name is over."""
    key = tokens[at].key
    end = at
    while end < len(tokens) and end - at < 2 and tokens[end].key in cue("particles") and tokens[end].text.islower():
        end += 1
    if end > at and _follows(tokens, end) and tokens[end].is_capital:
        return end + 1
    if key == "," and _is_firm_of_names(tokens, at):
        return at + 4
    if key not in _JOINING:
        return at
    end = at + 1
    if _follows(tokens, end) and tokens[end].key in _ARTICLES and key in ("of", "for") and tokens[end].text.islower():
        end += 1
    if not (_follows(tokens, end) and tokens[end].is_capital):
        return at
    return end + 1 if _joins(tokens, first, at, end) else at


def _is_firm_of_names(tokens: Tokens, at: int) -> bool:
    """Tell whether a comma goes on with "Pell & Co.": such firms are called by all their partners."""
    if at + 3 >= len(tokens) or tokens[at + 2].text != "&":
        return False
    return tokens[at + 1].is_capital and tokens[at + 3].is_capital and _follows(tokens, at + 3)


def _joins(tokens: Tokens, first: int, at: int, following: int) -> bool:
    """Tell whether "of", "for", "on", "and" or "&" between two words with capitals is a part of one name."""
    key, before = tokens[at].key, tokens[at - 1].key
    if key == "&":
        return True
    heads = organisation_words("heads")
    has_head = any(tokens[place].key in heads for place in range(first, at))
    if key == "of":
        return before in heads or before in place_words("heads of") or key_between(tokens, first, at) in heads
    if key in ("for", "on"):
        is_for = key == "for" and before in heads
        return is_for or (before in organisation_words("heads on") and is_common(tokens[following].key))
    return _are_things(tokens, first, at, following, has_head=has_head)


def _are_things(tokens: Tokens, first: int, at: int, following: int, *, has_head: bool) -> bool:
    """Tell whether "and" joins what one body is for: "Food and Drug Administration"."""
    common = listed("common_words.txt")
    if (
        tokens[at - 1].key not in common
        or tokens[following].key not in common
        or (tokens[first].begins and not has_head)
    ):
        return False
    tails = organisation_words("tails")
    if has_head and any(tokens[place].key in ("of", "for", "on") for place in range(first, at)):
        return True
    end = following + 1
    while _follows(tokens, end) and tokens[end].is_capital:
        end += 1
    if end - following < _FEW - 1 and tokens[end - 1].key not in tails:
        return False
    return tokens[end - 1].key in organisation_words("legal") or (
        end - following > 1 and tokens[end - 1].key in tails and tokens[at - 1].key not in tails
    )


# ---------------------------------------------------------------- what is in a run


def _parts(tokens: Tokens, first: int, end: int, title_first: int) -> Iterator[Candidate]:
    """Yield the names in a run of capitals."""
    first = _without_opening(tokens, first, end, title_first)
    if first >= end:
        return
    known = known_at(tokens, first, end)
    if known and known[0] == end:
        yield Candidate(first, end, known[1], title_first)
        return
    if title_first < 0 and (rest := _behind_people(tokens, first, end)) > first:
        if rest < end:
            yield from _parts(tokens, rest, end, title_first)
        return
    split = _split_behind(tokens, first, end, known)
    if split:
        yield Candidate(first, split, known[1] if known and known[0] == split else None, title_first)
        yield from _parts(tokens, split, end, -1)
        return
    yield Candidate(first, end, None, title_first)


def _without_opening(tokens: Tokens, first: int, end: int, title_first: int) -> int:
    """Return the first token of a run that is not there with a capital only because a sentence begins with it."""
    while first < end and title_first < 0 and _only_opens(tokens, first, end):
        first += 1
    return first


def _only_opens(tokens: Tokens, first: int, end: int) -> bool:
    token = tokens[first]
    if token.key in cue("function words"):
        if token.key in _ORDINALS and ends_name(tokens[end - 1].key) and end - first > _FEW - 1:
            return False
        is_alone = first + 1 == end and not token.is_acronym
        return (token.begins or token.key == "the" or is_alone) and not _is_known_long(tokens, first, end)
    if token.is_acronym or not token.begins or first + 1 == end:
        return False
    return token.key in listed("common_words.txt") and not _is_part(tokens, first, end)


def _is_known_long(tokens: Tokens, first: int, end: int) -> bool:
    known = known_at(tokens, first, end)
    return known is not None and known[0] - first > 1


def _is_part(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether a common word at the beginning of a sentence belongs to the name behind it."""
    key = tokens[first].key
    if known_at(tokens, first, end) or key in peoples():
        return True
    if key in listed("given_names.txt") and tokens.names.get(tokens[first + 1].key) is None:
        return True
    heads = organisation_words("heads") | place_words("heads")
    last = tokens[end - 1].key
    is_tail = ends_name(last)
    return key in heads or is_tail or last in other_words("tails") or tokens[first + 1].key in _JOINING


def _behind_people(tokens: Tokens, first: int, end: int) -> int:
    """Return the token behind the name of a people, where that is no part of the name that follows."""
    both = key_between(tokens, first, min(first + 2, end))
    length = 2 if end - first > 1 and both in peoples() else 1
    if length == 1 and tokens[first].key not in peoples():
        return first
    rest, last = first + length, tokens[end - 1].key
    if rest == end:
        return end
    known = known_at(tokens, rest, end)
    if known and known[0] == end and known[1].section in ("generic", "government", "other"):
        return rest if known[1].section != "other" else end
    if last in other_words("tails"):
        return end
    is_tail = ends_name(last)
    has_head = any(tokens[place].key in organisation_words("heads") for place in range(rest, end))
    return first if is_tail or has_head else rest


def _split_behind(tokens: Tokens, first: int, end: int, known: tuple[int, KnownName] | None) -> int | None:
    """Return where a known name ends that another name follows: "Microsoft Bill Gates" is two."""
    if not known or known[0] >= end:
        return None
    last, rest = tokens[end - 1].key, known[0]
    if ends_name(last):
        return None
    if last in other_words("tails"):
        return None
    if known[1].kind is NameKind.ORGANISATION and known[1].section not in ("schools", "companies", "clubs"):
        return rest
    is_name = tokens[rest].key in listed("given_names.txt") and end - rest > 1
    return rest if is_name and rest - first >= 1 and tokens[first].key not in listed("given_names.txt") else None
