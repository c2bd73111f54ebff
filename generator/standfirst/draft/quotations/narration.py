"""The sentences of an article as tokens, in which quotations are closed to the reader and names are known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from standfirst.draft.article import Article
from standfirst.draft.proposals import ActorProposal
from standfirst.draft.quotations.capitals import capital_runs
from standfirst.draft.quotations.cues import CueForm, CueKind, cue_of
from standfirst.draft.quotations.grammar import PREPOSITIONS, TIMES
from standfirst.draft.quotations.stretches import Stretch
from standfirst.draft.quotations.tokens import Token, TokenKind, tokens_in
from standfirst.draft.sentences import sentences_in
from standfirst.model import Id

# A quotation whose end does not say whether its sentence goes on.
_QUESTION = regex.compile(r"(?:[?!…—–-]|\.\.\.)\W{0,3}\Z")
_MARKS = "“”‘’'\"„«»`"
_NICKNAME = regex.compile(rf"[{_MARKS}]{{1,2}}\p{{Lu}}[\p{{L}}.-]*(?: [\p{{L}}.-]+)?[{_MARKS}]{{1,2}}")
# No sentence is longer; what is may be a list, or have lost its full stops.
_LONGEST = 300
# So many tokens may stand up to the verb of who asked.
_SOON = 12


@dataclass(frozen=True)
class Name:
    """A name among the tokens of a sentence, from `first` up to `last`; no actor where no proposal has it."""

    first: int
    last: int
    actor: Id | None


@dataclass(frozen=True)
class Sentence:
    """A sentence outside of quotations: they are one token each, whatever stands in them."""

    number: int
    paragraph: int
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]

    def name_ending_at(self, last: int) -> Name | None:
        """Return the name whose last token stands before another."""
        return self._by_last.get(last)

    def name_starting_at(self, first: int) -> Name | None:
        return self._by_first.get(first)

    def is_name(self, place: int) -> bool:
        """Tell whether a token is of an actor's name, whatever word it looks like: "May", "Will"."""
        return place in self._of_actors

    @cached_property
    def quotations(self) -> tuple[int, ...]:
        """Return the places of the quotations among the tokens."""
        return tuple(place for place, token in enumerate(self.tokens) if token.kind is TokenKind.QUOTATION)

    @cached_property
    def is_all_quoted(self) -> bool:
        """Tell whether nothing but marks stands beside what is quoted."""
        return all(
            token.kind in {TokenKind.MARK, TokenKind.QUOTATION} or token.low in {"and", "but"} for token in self.tokens
        )

    @cached_property
    def _by_first(self) -> dict[int, Name]:
        return {each.first: each for each in self.names}

    @cached_property
    def _by_last(self) -> dict[int, Name]:
        return {each.last: each for each in self.names}

    @cached_property
    def _of_actors(self) -> frozenset[int]:
        return frozenset(place for each in self.names if each.actor for place in range(each.first, each.last))


def sentences_of(
    article: Article, stretches: Sequence[Stretch], actors: Sequence[ActorProposal]
) -> tuple[Sentence, ...]:
    """Return the sentences of an article in their order; what stands between quotation marks parts none."""
    quoted = [each.span for each in stretches]
    masked = _masked(article.text, stretches)
    mentions = _mentions(actors)
    found: list[Sentence] = []
    for number, (start, end) in enumerate(article.paragraphs):
        for first, last in sentences_in(masked[start:end], article.language):
            tokens = tokens_in(article.text, start + first, start + last, quoted)
            if found and found[-1].paragraph == number and _goes_on(article.text, found[-1].tokens[-1], tokens):
                tokens = (*found.pop().tokens, *tokens)
            tokens = _with_nicknames(article.text, tokens)
            for at in range(0, len(tokens), _LONGEST):
                piece = tokens[at : at + _LONGEST]
                found.append(Sentence(len(found), number, piece, _names_in(piece, mentions)))
    return tuple(found)


def _with_nicknames(text: str, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return tokens in which what is quoted within a name is a word of it: Jane “Cia” Price."""
    if not any(token.kind is TokenKind.QUOTATION for token in tokens[1:-1]):
        return tokens
    found = list(tokens)
    for place in range(1, len(tokens) - 1):
        token = tokens[place]
        if token.kind is TokenKind.QUOTATION and tokens[place - 1].is_capital and tokens[place + 1].is_capital:
            words = text[token.start : token.end]
            if _NICKNAME.fullmatch(words):
                found[place] = Token(TokenKind.WORD, words.strip(_MARKS), "", token.start, token.end)
    return tuple(found)


def _goes_on(text: str, last: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence goes on behind a question in marks: “Why?” Smith asked."""
    if last.kind is not TokenKind.QUOTATION or not _QUESTION.search(text, last.start, last.end):
        return False
    for place, token in enumerate(tokens[:_SOON]):
        if token.kind is TokenKind.QUOTATION or token.text == ":":
            return False
        cue = cue_of(token.low)
        if cue and cue.kind is CueKind.SAYING and cue.form in {CueForm.PAST, CueForm.THIRD} and not token.is_capital:
            behind = tokens[place + 1] if place + 1 < len(tokens) else None
            ends = behind is None or behind.kind in {TokenKind.MARK, TokenKind.QUOTATION}
            return ends or behind is None or cue.lemma == "tell" or behind.low in PREPOSITIONS | TIMES
    return False


def _masked(text: str, stretches: Sequence[Stretch]) -> str:
    """Return a text with letters in place of what is quoted, so that only the end of a quotation may end a sentence."""
    parts, at = [], 0
    for each in stretches:
        words = text[each.first : each.last]
        if len(words) < 2:
            continue
        begins = next((letter for letter in words if letter.isalpha()), "x")
        filler = "X" if begins.isupper() else "x"
        parts += [text[at : each.first], filler * (len(words) - 1), words[-1]]
        at = each.last
    return "".join((*parts, text[at:]))


def _mentions(actors: Sequence[ActorProposal]) -> list[tuple[int, int, Id]]:
    return sorted((each.start, each.end, actor.id) for actor in actors for each in actor.mentions)


def _names_in(tokens: Sequence[Token], mentions: Sequence[tuple[int, int, Id]]) -> tuple[Name, ...]:
    """Return the names of a sentence in their order: what is known to be one, and else what is written like one."""
    starts = [token.start for token in tokens]
    found: list[Name] = []
    for number in range(bisect_left(mentions, (starts[0], 0, "")), len(mentions)):
        start, end, actor = mentions[number]
        if start >= tokens[-1].end:
            break
        first = bisect_left(starts, start)
        last = bisect_left(starts, end)
        is_outside = first < last and all(each.kind is not TokenKind.QUOTATION for each in tokens[first:last])
        if is_outside and (not found or first >= found[-1].last):
            found.append(Name(first, last, actor))
    taken = {place for each in found for place in range(each.first, each.last)}
    found += (Name(first, last, None) for first, last in capital_runs(tokens, taken))
    return tuple(sorted(found, key=lambda each: each.first))
