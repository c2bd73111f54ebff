"""Noun phrases that name a speaker: read back from a verb, or on from it, to the words that count."""

from __future__ import annotations

from standfirst.draft.quotations.grammar import (
    ADVERBS,
    CLAUSE_OPENERS,
    DETERMINERS,
    FOLLOWING_NOUN,
    HELPING,
    INTRODUCING,
    IRREGULAR,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from standfirst.draft.quotations.heads import Phrase, PhraseKind, head_of, with_name_beside
from standfirst.draft.quotations.narration import Sentence
from standfirst.draft.quotations.phrase_ends import (
    end_of_phrase,
    is_adverb,
    past_adverbs,
    past_introduction,
    start_of_phrase,
)
from standfirst.draft.quotations.tokens import Token, TokenKind
from standfirst.draft.quotations.word_table import word_set

# A subject hardly stands further than this from its verb.
_FURTHEST = 60
_PARTICIPLES = IRREGULAR | word_set("born driven given known seen shown spoken taken written")
_BEFORE_SUBJECT = CLAUSE_OPENERS | ADVERBS | {"and", "or"}


def phrase_before(sentence: Sentence, place: int) -> Phrase | None:
    """Return the phrase that ends before a token, past adverbs and what stands between commas: "Smith, 45, also"."""
    tokens = sentence.tokens
    end = past_adverbs(sentence, place)
    if end == 0:
        return None
    last = tokens[end - 1]
    if last.kind is TokenKind.QUOTATION:
        return None
    if last.kind is TokenKind.MARK:
        return _before_insertion(sentence, end - 1)
    if last.low in PRONOUNS:
        return Phrase(PhraseKind.PRONOUN, end - 1, end, end - 1)
    # Where a verb follows "that" at once, it stands for the noun before.
    if last.low in RELATIVES or (last.low == "that" and end > 1 and tokens[end - 2].kind is TokenKind.WORD):
        return _antecedent(sentence, end - 1)
    start = start_of_phrase(sentence, end)
    if (relative := _relative_before(tokens, start)) is not None:
        return _antecedent(sentence, relative)
    return head_of(sentence, start, end)


def _relative_before(tokens: tuple[Token, ...], start: int) -> int | None:
    """Return the "who" of a clause that ends before a token: "a boy who was carrying trainers shouted"."""
    if start < 2 or not (tokens[start - 1].low in HELPING | IRREGULAR or tokens[start - 1].low.endswith("ed")):
        return None
    for at in range(start - 1, max(0, start - 12), -1):
        if tokens[at].kind is not TokenKind.WORD:
            return None
        if tokens[at].low in RELATIVES:
            return at
    return None


def phrase_after(sentence: Sentence, place: int) -> Phrase | None:
    """Return the phrase that begins at a token, with the name that stands beside it: "a spokesman, John Doe"."""
    tokens = sentence.tokens
    if place >= len(tokens) or tokens[place].kind is not TokenKind.WORD:
        return None
    if tokens[place].low in PRONOUNS:
        return Phrase(PhraseKind.PRONOUN, place, place + 1, place)
    end = end_of_phrase(sentence, place)
    if end == place:
        return None
    found = head_of(sentence, place, end)
    return with_name_beside(sentence, found, end) if found else None


def first_phrase(sentence: Sentence, start: int, stop: int) -> Phrase | None:
    """Return the phrase that is most likely the subject of what stands between two tokens."""
    tokens = sentence.tokens
    at = past_introduction(sentence, start, stop)
    if at >= stop or tokens[at].kind is not TokenKind.WORD:
        return None
    if tokens[at].low in PRONOUNS:
        return Phrase(PhraseKind.PRONOUN, at, at + 1, at)
    found = phrase_after(sentence, at)
    if found and found.last <= stop:
        return found
    return None


def _antecedent(sentence: Sentence, relative: int) -> Phrase | None:
    """Return what "who" or "which" stands for: the phrase before it."""
    tokens = sentence.tokens
    end = relative - 1 if relative and tokens[relative - 1].text == "," else relative
    if end <= 0 or tokens[end - 1].kind is TokenKind.QUOTATION:
        return None
    if tokens[end - 1].kind is TokenKind.MARK:
        return _before_insertion(sentence, end - 1)
    return _object_head(sentence, start_of_phrase(sentence, end), end)


def _object_head(sentence: Sentence, start: int, end: int) -> Phrase | None:
    """Return the head of a phrase that may follow a verb: from the first determiner behind anything but "of"."""
    tokens, at = sentence.tokens, end
    while at > start and not (tokens[at - 1].low in PREPOSITIONS and tokens[at - 1].low not in FOLLOWING_NOUN):
        at -= 1
    for place in range(at, end):
        if tokens[place].low in DETERMINERS or sentence.name_starting_at(place):
            return head_of(sentence, place, end)
    return head_of(sentence, at, end)


def _before_insertion(sentence: Sentence, mark: int) -> Phrase | None:
    """Return the phrase before what stands between commas, dashes or brackets up to a mark: "Smith, who …,"."""
    tokens = sentence.tokens
    closing = tokens[mark].text
    if closing in {")", "]"}:
        opening = _mark_before(tokens, mark, {"(", "["})
        return phrase_before(sentence, opening) if opening else None
    if closing in {"—", "–", "―", "--", "-"}:
        opening = _mark_before(tokens, mark, {closing})
        return phrase_before(sentence, opening) if opening else None
    return _before_commas(sentence, mark) if closing == "," else None


def _mark_before(tokens: tuple[Token, ...], place: int, marks: set[str]) -> int | None:
    return next((at for at in range(place - 1, max(-1, place - _FURTHEST), -1) if tokens[at].text in marks), None)


def _before_commas(sentence: Sentence, comma: int) -> Phrase | None:
    """Return the first phrase between commas that what follows it may belong to."""
    tokens, pieces, end = sentence.tokens, [], comma
    at = comma
    while at > 0 and comma - at < _FURTHEST:
        token = tokens[at - 1]
        is_break = (
            token.kind is TokenKind.QUOTATION or token.text in {";", ":", "—", "–", "―", "--"} or token.low == "that"
        )
        if token.text == "," or is_break:
            pieces.append((at, end))
            end = at - 1
        if is_break:
            break
        at -= 1
    else:
        pieces.append((at, end))
    pieces.reverse()
    return _nearest_subject(sentence, pieces)


def _nearest_subject(sentence: Sentence, pieces: list[tuple[int, int]]) -> Phrase | None:
    """Return the phrase nearest to the last of some pieces between commas that all behind it may say more of."""
    first = chosen = None
    for number in range(len(pieces) - 2, -1, -1):
        start, stop = pieces[number]
        found = _subject_piece(sentence, start, stop)
        if found is None:
            continue
        first = (found, stop)
        if _may_belong(sentence, pieces[number + 1], found):
            chosen = first
            # "Smith, a farmer, who": a farmer is no one else than Smith, unless a clause begins with him.
            if found.kind is PhraseKind.NAME or sentence.tokens[start].low not in {
                "a",
                "an",
                "the",
                "his",
                "her",
                "its",
            }:
                break
    chosen = chosen or first
    return with_name_beside(sentence, *chosen) if chosen else None


def _subject_piece(sentence: Sentence, start: int, stop: int) -> Phrase | None:
    tokens = sentence.tokens
    while start < stop and tokens[start].low in _BEFORE_SUBJECT:
        start += 1
    if start < stop and tokens[stop - 1].text in {")", "]"}:
        stop = _mark_before(tokens, stop - 1, {"(", "["}) or stop
    if start >= stop or tokens[start].kind is not TokenKind.WORD or tokens[start].text[0].isdigit():
        return None
    is_name = sentence.is_name(start)
    if not is_name and (tokens[start].low in PREPOSITIONS | INTRODUCING | RELATIVES or is_adverb(tokens[start])):
        return None
    if not tokens[start].is_capital and (tokens[start].low.endswith("ing") or tokens[start].low in _PARTICIPLES):
        return None
    if tokens[start].low in PRONOUNS:
        return None
    return head_of(sentence, max(start, start_of_phrase(sentence, stop)), stop)


def _may_belong(sentence: Sentence, piece: tuple[int, int], found: Phrase) -> bool:
    """Tell whether what stands between commas may say more of the phrase before: it is no name behind a name."""
    start, stop = piece
    if start >= stop:
        return False
    if found.kind is PhraseKind.NOUN:
        return True
    name = sentence.name_starting_at(start)
    return name is None or name.last < stop
