"""Where a run of words with capitals ends that may be one name, with what stands small within it.

"Ministry of Health and Welfare" is one, "Britain and France" two; "People's Republic" is one, "Britain's Labour" two.
"""

from __future__ import annotations

from standfirst.draft.names.known_spans import key_between, known_at
from standfirst.draft.names.tables import (
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
from standfirst.draft.names.tokens import Tokens
from standfirst.language.common_words import common_words

# Where more words in a row have capitals, they do not have them for being names.
_LONGEST_RUN = 16
_JOINING = frozenset(("of", "for", "on", "and", "&"))


def run_end(tokens: Tokens, first: int) -> int:
    """Return the end of the name that begins at a token: words with capitals and what stands between them."""
    at = first + 1
    if tokens[first].key in cue("leading particles") and not tokens[first].is_capital:
        at += 1
    if known := known_at(tokens, first, len(tokens)):
        at = max(at, known[0])
    elif tokens[first].key in cue("weekdays") and not (tokens.follows(at) and ends_name(tokens[at].key)):
        return at
    while True:
        if not tokens.follows(at) or at - first > _LONGEST_RUN:
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
    before = tokens[at - 1]
    is_surname = before.key in listed("given_names.txt") and not (before.begins and is_common(before.key))
    return key in cue("weekdays") or (key in cue("months") and (_is_date(tokens, at) or not is_surname))


def _is_date(tokens: Tokens, at: int) -> bool:
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return following[:1].isdigit() or tokens[at].key not in ("may", "march", "april", "june", "august")


def _goes_on_behind_s(tokens: Tokens, first: int, at: int) -> bool:
    if not (tokens.follows(at + 1) and tokens[at + 1].is_capital):
        return False
    owner = tokens[at - 1].key
    if tokens[first].key in ("st", "st.", "saint") and at - first == 2:
        return True
    if owner not in organisation_words("owners"):
        return False
    following = [token.key for token in tokens[at + 1 : at + 4] if token.is_capital]
    return any(ends_name(key) or key in other_words("tails") for key in following)


def _inner_end(tokens: Tokens, first: int, at: int) -> int:
    """Return where what stands small within a name ends, with the capital behind it; `at` where the name is over."""
    key = tokens[at].key
    end = at
    while end < len(tokens) and end - at < 2 and tokens[end].key in cue("particles") and tokens[end].text.islower():
        end += 1
    if end > at and tokens.follows(end) and tokens[end].is_capital:
        return end + 1
    if key == "," and _is_firm_of_names(tokens, at):
        return at + 4
    if key not in _JOINING:
        return at
    end = at + 1
    if tokens.follows(end) and tokens[end].text == "the" and key in ("of", "for"):
        end += 1
    if not (tokens.follows(end) and tokens[end].is_capital) or tokens[end].key in cue("weekdays"):
        return at
    return end + 1 if _joins(tokens, first, at, end) else at


def _is_firm_of_names(tokens: Tokens, at: int) -> bool:
    """Tell whether a comma goes on with "Pell & Co.": such firms are called by all their partners."""
    if at + 3 >= len(tokens) or tokens[at + 2].text != "&":
        return False
    return tokens[at + 1].is_capital and tokens[at + 3].is_capital and tokens.follows(at + 3)


def _joins(tokens: Tokens, first: int, at: int, following: int) -> bool:
    """Tell whether "of", "for", "on", "and" or "&" between two words with capitals is a part of one name."""
    key, before = tokens[at].key, tokens[at - 1].key
    if key == "&" or (key == "and" and tokens[following].key in organisation_words("partners")):
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
    common = common_words()
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
    while tokens.follows(end) and tokens[end].is_capital:
        end += 1
    if end - following < 2 and tokens[end - 1].key not in tails:
        return False
    if tokens[end - 1].key in organisation_words("legal"):
        return True
    is_body = end - following > 1 and tokens[end - 1].key in tails and tokens[at - 1].key not in tails
    return is_body and (has_head or not tokens[first].begins)
