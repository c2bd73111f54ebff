"""Which attribution of a sentence a quotation belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from standfirst.draft.quotations.attribution import Attribution, is_tail
from standfirst.draft.quotations.cues import NOUNS, OPINIONS, CueKind, cue_of
from standfirst.draft.quotations.heads import Phrase, PhraseKind
from standfirst.draft.quotations.narration import Name, Sentence
from standfirst.draft.quotations.phrases import first_phrase, phrase_after
from standfirst.draft.quotations.tokens import Token, TokenKind
from standfirst.draft.quotations.wording import is_title_case, last_sign
from standfirst.model.frozen_class import frozen

_DASHES = frozenset({"—", "–", "―", "--", "-"})
_ENDS = frozenset(",?!…—–-")
# What may stand between a quotation and the words for who speaks: “…,” as he put it; “…” is how he called it.
_LEADING = frozenset({",", "as", "is", "was", "how"})
# Between a verb and its quotation may stand whom it is said to, or what is called so.
_NEAR = 6
_FAR = 12
_POSSESSIVES = frozenset({"his", "her", "its", "their"})


@frozen
class Governed:
    """Who speaks a quotation by the words of its sentence; `place` is the verb's, or where the words for it begin.

    `is_behind` says that the words stand behind the quotation, `is_close` that hardly anything stands between.
    """

    speaker: Phrase
    place: int
    cue: str = ""
    kind: CueKind = CueKind.SAYING
    is_behind: bool = False
    is_close: bool = False
    is_inscription: bool = False
    relayed_by: Phrase | None = None


def governing(sentence: Sentence, place: int, words: str, attributions: Sequence[Attribution]) -> Governed | None:
    """Return who speaks a quotation at a token, by the attributions of its sentence in their order."""
    before = _nearest_before(sentence, place, attributions)
    behind = next((each for each in attributions if each.start > place), None)
    is_right_behind = behind is not None and _is_right_behind(sentence, place, behind, words)
    if behind is not None and is_right_behind and sentence.tokens[behind.start - 1].low == "as":
        return _of(behind, is_behind=True, is_close=True)
    if (
        before is not None
        and _is_right_before(sentence, before, place)
        and not _ends_in_comma_for(words, behind, is_right_behind, before)
    ):
        return _of(before, is_close=True)
    if behind is not None and is_right_behind:
        relayed = before if behind.is_source and before else None
        return _of(behind, is_behind=True, is_close=True) if relayed is None else _of(relayed)
    if found := _by_noun_behind(sentence, place) or _plain_behind(sentence, place, words):
        return found
    if place and sentence.tokens[place - 1].text == ":":
        return _introduced(sentence, place, attributions)
    if before is not None:
        return _of(before)
    return _tail(sentence, place, attributions) or _by_noun(sentence, place)


def _nearest_before(sentence: Sentence, place: int, attributions: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution before a quotation that it belongs to: the last that is not of someone else."""
    before = [each for each in attributions if each.end <= place]
    if len(before) < 2 or _is_right_before(sentence, before[-1], place):
        return before[-1] if before else None
    return next((each for each in reversed(before) if not _is_remote(each)), before[-1])


def _is_remote(found: Attribution) -> bool:
    """Tell whether a verb far from a quotation hardly governs it: "those who say", "many people believe"."""
    cue = cue_of(found.cue)
    is_opinion = cue is not None and cue.lemma in OPINIONS and found.speaker.kind is PhraseKind.NOUN
    return found.is_relative or is_opinion


def _of(found: Attribution, *, is_behind: bool = False, is_close: bool = False) -> Governed:
    return Governed(
        found.speaker,
        found.place,
        found.cue,
        found.kind,
        is_behind,
        is_close,
        found.is_inscription,
        found.relayed_by,
    )


def _ends_in_comma_for(words: str, behind: Attribution | None, is_right_behind: bool, before: Attribution) -> bool:
    """Tell whether a quotation belongs to what follows, though a verb stands before: called it “a mistake,” he said."""
    if behind is None or not is_right_behind or behind.is_source:
        return False
    return last_sign(words) in _ENDS and before.kind is CueKind.CALLING and behind.kind is CueKind.SAYING


def _is_right_before(sentence: Sentence, found: Attribution, place: int) -> bool:
    """Tell whether a quotation follows its verb at once, or behind whom it is said to."""
    between = sentence.tokens[found.end : place]
    if len(between) > _NEAR:
        return False
    return all(each.kind is not TokenKind.QUOTATION and each.text not in {";", ":"} for each in between)


def _is_right_behind(sentence: Sentence, place: int, found: Attribution, words: str) -> bool:
    """Tell whether an attribution follows a quotation at once, with at most a comma or dash between."""
    between = sentence.tokens[place + 1 : found.start]
    if any(each.text not in _LEADING and each.text not in _DASHES for each in between):
        return False
    return last_sign(words) in _ENDS or bool(between) or place == 0 or found.kind is CueKind.SAYING


def _plain_behind(sentence: Sentence, place: int, words: str) -> Governed | None:
    """Read a speaker behind a quotation with a verb that is in no table, or with none: “…,” he grinned; “…” – Smith."""
    tokens = sentence.tokens
    at = place + 1
    if at >= len(tokens) or tokens[at].kind is TokenKind.QUOTATION or (place and not _opens(tokens[place - 1])):
        return None
    if tokens[at].text in _DASHES:
        named = phrase_after(sentence, at + 1)
        is_name = named is not None and named.kind is PhraseKind.NAME
        return Governed(named, at, is_behind=True, is_close=True) if named and is_name else None
    if last_sign(words) not in _ENDS or (is_title_case(words) and len(words.split()) > 1):
        return None
    if named := _behind_verb(sentence, at):
        return Governed(named, at, tokens[at].text, is_behind=True, is_close=True)
    subject = phrase_after(sentence, at)
    if subject is None or subject.kind is PhraseKind.NOUN or subject.last >= len(tokens):
        return None
    verb = tokens[subject.last]
    is_verb = verb.kind is TokenKind.WORD and verb.low.endswith(("ed", "s")) and not verb.is_capital
    return Governed(subject, subject.last, verb.text, is_behind=True, is_close=True) if is_verb else None


def _behind_verb(sentence: Sentence, at: int) -> Phrase | None:
    """Return the name behind a verb that is in no table: “…,” rued Smith."""
    tokens = sentence.tokens
    at = at + 1 if tokens[at].text == "," else at
    if at >= len(tokens) or tokens[at].is_capital or not tokens[at].low.endswith("ed"):
        return None
    named = phrase_after(sentence, at + 1)
    return named if named and named.kind is PhraseKind.NAME else None


def _opens(token: Token) -> bool:
    return token.kind is TokenKind.MARK or token.low in {"and", "but"}


def _introduced(sentence: Sentence, place: int, attributions: Sequence[Attribution]) -> Governed | None:
    """Return who leads up to a quotation behind a colon: "Smith was blunt: “…”", "Smith: “…”"."""
    before = [each for each in attributions if each.end <= place and not each.is_source]
    if before:
        near = before[-1].kind is CueKind.SAYING and place - before[-1].end <= _NEAR
        return _of(before[-1] if near else before[0], is_close=True)
    if found := _by_noun(sentence, place):
        return found
    subject = first_phrase(sentence, 0, place - 1)
    return Governed(subject, subject.last, is_close=True) if subject else None


def _tail(sentence: Sentence, place: int, attributions: Sequence[Attribution]) -> Governed | None:
    """Return who says all that stands before: "It was “a mistake” from the start, the ministry said."."""
    for each in attributions:
        if each.start > place and each.kind is CueKind.SAYING and is_tail(sentence, each):
            return _of(each)
    return None


def _by_noun(sentence: Sentence, place: int) -> Governed | None:
    """Return whose words a noun says they are: "Smith's description of it as “…”", "His answer: “…”"."""
    tokens = sentence.tokens
    if place > 1 and tokens[place - 1].low == "as" and (name := sentence.name_ending_at(place - 1)):
        return _of_name(name, place - 1) if tokens[name.first - 1].low == "by" else None
    for at in range(place - 1, max(-1, place - _FAR), -1):
        if tokens[at].kind is TokenKind.QUOTATION:
            break
        if tokens[at].low in NOUNS and (found := _whose(sentence, at)):
            return found
    return _by_object(sentence, place)


def _by_object(sentence: Sentence, place: int) -> Governed | None:
    """Return who calls someone something by a verb that is in no table: "Smith has pounded Jones as a “…”"."""
    tokens = sentence.tokens
    at = place - 1 if tokens[place - 1].low in {"a", "an", "the"} else place
    if at < 3 or tokens[at - 1].low != "as":
        return None
    if not (sentence.name_ending_at(at - 1) or tokens[at - 2].low in {"him", "her", "it", "them"}):
        return None
    subject = first_phrase(sentence, 0, at - 2)
    return Governed(subject, at - 1) if subject and subject.kind is not PhraseKind.NOUN else None


def _by_noun_behind(sentence: Sentence, place: int) -> Governed | None:
    """Return whose words a noun behind a quotation says they are: “…,” was Smith's reply."""
    tokens = sentence.tokens
    at = place + 1
    while at < min(len(tokens), place + 4) and tokens[at].text in _LEADING:
        at += 1
    if at == place + 1 or tokens[at - 1].low not in {"is", "was"}:
        return None
    for noun in range(at, min(len(tokens), at + 6)):
        if tokens[noun].low in NOUNS and (found := _whose(sentence, noun)):
            return found
    return None


def _whose(sentence: Sentence, noun: int) -> Governed | None:
    """Return who has what a noun says: "Smith's short answer", "her advice"."""
    tokens = sentence.tokens
    for at in range(noun - 1, max(-1, noun - 4), -1):
        if tokens[at].low in _POSSESSIVES:
            return Governed(Phrase(PhraseKind.PRONOUN, at, at + 1, at), noun, tokens[noun].text, is_close=True)
        if tokens[at].kind is TokenKind.POSSESSIVE:
            name = sentence.name_ending_at(at)
            return _of_name(name, noun, tokens[noun].text) if name else None
        if tokens[at].kind is not TokenKind.WORD:
            break
    return None


def _of_name(name: Name, place: int, cue: str = "") -> Governed:
    return Governed(Phrase(PhraseKind.NAME, name.first, name.last, name.first, name), place, cue, is_close=True)
