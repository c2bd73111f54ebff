"""Where a noun phrase begins and ends, as far as small words, marks and names tell."""

from __future__ import annotations

from standfirst.draft.quotations.capitals import TITLES
from standfirst.draft.quotations.cues import CueForm, cue_of
from standfirst.draft.quotations.genders import is_person_noun
from standfirst.draft.quotations.grammar import (
    ADVERBS,
    BEING,
    CLAUSE_OPENERS,
    DETERMINERS,
    FOLLOWING_NOUN,
    HELPING,
    INTRODUCING,
    IRREGULAR,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIMES,
)
from standfirst.draft.quotations.narration import Sentence
from standfirst.draft.quotations.tokens import Token, TokenKind
from standfirst.draft.quotations.word_table import word_set

_LONGEST = 25
_HEARD = word_set("caught filmed heard overheard quoted recorded seen")


def past_adverbs(sentence: Sentence, place: int) -> int:
    """Go back over what may stand between a subject and its verb: helping verbs, adverbs, days."""
    tokens, end = sentence.tokens, place
    while end > 0 and place - end < _LONGEST:
        token = tokens[end - 1]
        if token.kind is not TokenKind.WORD or sentence.is_name(end - 1):
            break
        if (
            token.low in TIMES
            and end > 1
            and tokens[end - 2].low in {"on", "in", "last", "late", "early", "next", "this"}
        ) or _is_reported(tokens, end):
            end -= 2
        elif token.low in HELPING or token.low in ADVERBS or token.low in TIMES or is_adverb(token):
            end -= 1
        else:
            break
    return end


def _is_reported(tokens: tuple[Token, ...], end: int) -> bool:
    """Tell whether what someone does is only heard or reported: "is said to", "was heard"."""
    if end < 3:
        return False
    if tokens[end - 1].low in _HEARD and tokens[end - 2].low in BEING:
        return True
    cue = cue_of(tokens[end - 2].low)
    is_participle = cue is not None and cue.form in {CueForm.PAST, CueForm.PARTICIPLE}
    return tokens[end - 1].low in {"to", "as"} and is_participle and tokens[end - 3].low in BEING


def start_of_phrase(sentence: Sentence, end: int) -> int:
    tokens, start = sentence.tokens, end
    while start > 0 and end - start < _LONGEST:
        if name := sentence.name_ending_at(start):
            start = name.first
            continue
        token = tokens[start - 1]
        if token.kind in {TokenKind.QUOTATION, TokenKind.MARK} and token.text != ".":
            break
        if token.low in {"and", "or", "&"}:
            if not _joins_names(sentence, start - 1):
                break
        elif token.low in CLAUSE_OPENERS or (_is_finite(tokens, start - 1) and start - 1 < end - 1):
            break
        start -= 1
    return start


def end_of_phrase(sentence: Sentence, start: int) -> int:
    tokens, end = sentence.tokens, start
    while end < len(tokens) and end - start < _LONGEST:
        token = tokens[end]
        name = sentence.name_starting_at(end)
        if name:
            end = name.last
            if not _names_more(sentence, end):
                break
            continue
        if token.kind in {TokenKind.QUOTATION, TokenKind.MARK} and not (token.text == "." and end + 1 < len(tokens)):
            break
        if token.low in CLAUSE_OPENERS or token.low in RELATIVES or token.low in {"and", "or"}:
            break
        if end > start and (token.low in TIMES or token.low in ADVERBS or is_adverb(token) or _is_finite(tokens, end)):
            break
        if token.low in PREPOSITIONS and not (token.low in FOLLOWING_NOUN and not sentence.name_ending_at(end)):
            break
        end += 1
    return end


def past_introduction(sentence: Sentence, start: int, stop: int) -> int:
    """Go on over what leads up to a subject: "But on Monday,", "When he came,"."""
    tokens, at = sentence.tokens, start
    while at < stop and not sentence.is_name(at):
        token = tokens[at]
        if token.kind is TokenKind.MARK or token.low in {"and", "but", "so", "or", "then", "yet"}:
            at += 1
        elif token.low in INTRODUCING or token.low in PREPOSITIONS or token.low.endswith("ing") or is_adverb(token):
            comma = next((each for each in range(at, min(stop, at + 30)) if tokens[each].text == ","), None)
            if comma is None:
                return at if token.low in TIMES or token.low not in INTRODUCING | PREPOSITIONS else stop
            at = comma + 1
        else:
            return at
    return at


def is_adverb(token: Token) -> bool:
    return (
        token.low.endswith("ly") and not token.is_capital and token.low not in {"family", "ally", "assembly", "bully"}
    )


def _joins_names(sentence: Sentence, place: int) -> bool:
    """Tell whether two names that "and" joins are one subject: the first must begin its clause."""
    left, right = sentence.name_ending_at(place), sentence.name_starting_at(place + 1)
    if left is None or right is None:
        return False
    first = left.first
    while first > 0 and sentence.tokens[first - 1].low in TITLES | DETERMINERS:
        first -= 1
    before = sentence.tokens[first - 1] if first > 0 else None
    return before is None or before.kind in {TokenKind.MARK, TokenKind.QUOTATION} or before.low in CLAUSE_OPENERS


def _governs(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether a word in -ed is a verb and no adjective, by what stands around it."""
    if place == 0 or place + 1 >= len(tokens):
        return False
    before = tokens[place - 1]
    if before.kind in {TokenKind.MARK, TokenKind.QUOTATION} or before.low in DETERMINERS:
        return False
    behind = tokens[place + 1]
    is_object = behind.low in DETERMINERS or behind.low in PRONOUNS or behind.is_capital
    return is_object or behind.low in PREPOSITIONS or behind.low in {"him", "them", "that"}


def _is_finite(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether a word is the verb of a clause, as far as its form tells."""
    token = tokens[place]
    if token.low in HELPING:
        return token.low != "to"
    if token.is_capital:
        return False
    if token.low in IRREGULAR or (token.low.endswith("ed") and _governs(tokens, place)):
        return True
    cue = cue_of(token.low)
    if cue is None or cue.form is not CueForm.PAST:
        return False
    before = tokens[place - 1] if place else None
    return before is None or not (before.low in DETERMINERS or before.kind is TokenKind.POSSESSIVE)


def _names_more(sentence: Sentence, place: int) -> bool:
    """Tell whether a phrase goes on behind a name: "Acme officials", "Acme chief executive Mary Jones"."""
    tokens = sentence.tokens
    for at in range(place, min(len(tokens), place + 5)):
        token = tokens[at]
        if at == place and (token.kind is TokenKind.POSSESSIVE or token.low == "of"):
            return True
        if sentence.name_starting_at(at):
            return True
        if token.kind is not TokenKind.WORD or token.low in PREPOSITIONS | DETERMINERS or _is_finite(tokens, at):
            return False
        if is_person_noun(token.low) or is_person_noun(token.low.removesuffix("s")):
            return True
    return False
