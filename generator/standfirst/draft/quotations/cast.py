"""What an article tells of each of its actors beside their names: what they are called, and whether "he" or "she"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standfirst.draft.proposals import ActorProposal
from standfirst.draft.quotations.genders import Gender, by_given_name, by_word_beside
from standfirst.draft.quotations.grammar import ADVERBS, CLAUSE_OPENERS, DETERMINERS, HELPING, PREPOSITIONS, RELATIVES
from standfirst.draft.quotations.narration import Name, Sentence
from standfirst.draft.quotations.tokens import TokenKind
from standfirst.language.words import fold
from standfirst.model import Id
from standfirst.model.facts import ActorKind

_NO_ROLES = (
    DETERMINERS | PREPOSITIONS | HELPING | ADVERBS | CLAUSE_OPENERS | RELATIVES | {"and", "or", "former", "old", "said"}
)


_IN_FULL = {
    "adm.": "admiral",
    "amb.": "ambassador",
    "capt.": "captain",
    "cmdr.": "commander",
    "col.": "colonel",
    "dr": "doctor",
    "dr.": "doctor",
    "gen.": "general",
    "gov.": "governor",
    "lt.": "lieutenant",
    "maj.": "major",
    "prof": "professor",
    "prof.": "professor",
    "rep.": "congressman",
    "rev.": "reverend",
    "sen.": "senator",
    "sgt": "sergeant",
    "sgt.": "sergeant",
    "supt.": "superintendent",
}


@dataclass(frozen=True)
class Cast:
    """The actors of an article by their ids; for each word that it calls people by, where it does so, and whom."""

    actors: dict[Id, ActorProposal]
    genders: dict[Id, Gender]
    called: dict[str, tuple[tuple[int, Id], ...]]
    by_word: dict[str, Id]

    def is_person(self, actor: Id | None) -> bool:
        return actor is not None and self.actors[actor].kind is ActorKind.PERSON

    def may_be(self, actor: Id, pronoun: str) -> bool:
        """Tell whether a pronoun may stand for an actor."""
        kind = self.actors[actor].kind
        if pronoun in {"he", "she"}:
            return kind is ActorKind.PERSON and self.genders.get(actor, Gender(pronoun)) is Gender(pronoun)
        return kind is not ActorKind.PERSON

    def last_called(self, word: str, before: int) -> Id | None:
        """Return the actor that was last called by a word, "minister" say, before a place in the text."""
        found = self.called.get(word, ())
        number = bisect_left(found, (before, ""))
        return found[number - 1][1] if number else None


def cast_of(sentences: Sequence[Sentence], actors: Sequence[ActorProposal]) -> Cast:
    """Return what the sentences tell of the actors."""
    by_id = {each.id: each for each in actors}
    genders = {each.id: gender for each in actors if (gender := _by_name(each))}
    called: dict[str, list[tuple[int, Id]]] = {}
    for sentence in sentences:
        for name in sentence.names:
            if name.actor is None or by_id[name.actor].kind is not ActorKind.PERSON:
                continue
            start = sentence.tokens[name.first].start
            for word, is_beside in _words_beside(sentence, name):
                called.setdefault(word, []).append((start, name.actor))
                if is_beside and (gender := by_word_beside(word)):
                    genders[name.actor] = gender
    for actor in actors:
        for word in fold(actor.role).split() if actor.mentions else ():
            called.setdefault(word, []).append((actor.mentions[0].start, actor.id))
    return Cast(by_id, genders, {word: tuple(sorted(found)) for word, found in called.items()}, _by_word(actors))


def _by_name(actor: ActorProposal) -> Gender | None:
    if actor.kind is not ActorKind.PERSON:
        return None
    words = actor.name.split()
    given = words[0].strip(".,")
    return by_given_name(given) or by_given_name(given.partition("-")[0])


def _by_word(actors: Sequence[ActorProposal]) -> dict[str, Id]:
    """Return whose last name each word is, where it is only one person's."""
    found: dict[str, set[Id]] = {}
    for each in actors:
        words = fold(each.name).split()
        if each.kind is ActorKind.PERSON and words:
            found.setdefault(words[-1], set()).add(each.id)
    return {word: min(ids) for word, ids in found.items() if len(ids) == 1}


def _words_beside(sentence: Sentence, name: Name) -> Iterator[tuple[str, bool]]:
    """Yield the words that say what a person is, before and behind a name, and whether each tells of the name alone."""
    tokens = sentence.tokens
    at = name.first - 1
    if at > 0 and tokens[at].text == ",":
        at -= 1
    is_next = True
    for place in range(at, max(-1, at - 5), -1):
        token = tokens[place]
        if token.kind is not TokenKind.WORD or token.low in PREPOSITIONS | CLAUSE_OPENERS or sentence.is_name(place):
            break
        if token.low not in _NO_ROLES:
            yield _IN_FULL.get(token.low, token.low), is_next
            is_next = False
    if name.last < len(tokens) and tokens[name.last].text == ",":
        is_next = True
        for place in range(name.last + 1, min(len(tokens), name.last + 12)):
            token = tokens[place]
            if token.kind is not TokenKind.WORD or token.low in RELATIVES:
                break
            if token.low in PREPOSITIONS:
                is_next = False
            elif token.low not in _NO_ROLES:
                yield token.low, is_next and tokens[name.last + 1].low in DETERMINERS
