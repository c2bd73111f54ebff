"""Whom the words for a speaker mean: pronouns by who was spoken of, titles by who has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from standfirst.draft.quotations.attribution import Attribution
from standfirst.draft.quotations.cast import Cast
from standfirst.draft.quotations.genders import Gender, by_word_beside, is_person_noun
from standfirst.draft.quotations.heads import Phrase, PhraseKind
from standfirst.draft.quotations.narration import Name, Sentence
from standfirst.draft.quotations.phrases import first_phrase
from standfirst.draft.quotations.tokens import Token
from standfirst.draft.quotations.word_table import word_set
from standfirst.language.words import fold
from standfirst.model import Id
from standfirst.model.facts import ActorKind
from standfirst.model.frozen_class import frozen

# A pronoun hardly stands for someone who was spoken of so many sentences before.
_FURTHEST = 8
# So many pronouns in a row are followed back to a name.
_DEEPEST = 30
# Words for an organisation that was named before, whichever it is; others must be part of its name.
_BODIES = word_set(
    """
    agency bank club company firm group network newspaper organisation organization party union
    """
)
_SUBJECTS = {"his": "he", "him": "he", "her": "she", "its": "it", "their": "they", "them": "they"}


@frozen
class Meant:
    """Who is meant, as far as the text tells, and what is unsure about it."""

    actor: Id | None = None
    doubt: str = ""


class Antecedents:
    """Tells whom phrases mean, by the sentences before them."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        cast: Cast,
        attributions: Callable[[int], Sequence[Attribution]],
    ) -> None:
        self._sentences = sentences
        self._cast = cast
        self._attributions = attributions
        self._pronouns: dict[tuple[int, int], Meant] = {}
        self._depth = 0

    def meant_by(self, sentence: Sentence, phrase: Phrase) -> Meant:
        """Return whom a phrase means."""
        if phrase.kind is PhraseKind.NAME and phrase.name:
            return Meant(self.named(sentence, phrase.name))
        if phrase.kind is PhraseKind.PRONOUN:
            return self._by_pronoun(sentence, phrase.first)
        return self._by_title(sentence, phrase)

    def named(self, sentence: Sentence, name: Name) -> Id | None:
        """Return whose name it is."""
        if name.actor:
            return name.actor
        word = fold(sentence.tokens[name.last - 1].text)
        return self._cast.by_word.get(word)

    # ------------------------------------------------------------ titles

    def _by_title(self, sentence: Sentence, phrase: Phrase) -> Meant:
        tokens = sentence.tokens[phrase.first : phrase.last]
        within = [each for each in sentence.names if phrase.first <= each.first and each.last <= phrase.last]
        first = tokens[0].low
        if first not in {"the", "this", "that"} or len(tokens) > 5:
            return Meant()
        head = tokens[-1].low
        if within:
            return self._by_body_named(sentence, within, head)
        place = tokens[0].start
        if found := self._body(sentence, head, place, is_bare=len(tokens) == 2):
            return found
        actor = self._cast.last_called(head, place)
        if actor is None and first == "the" and is_person_noun(head) and not self._is_introduced(sentence, head):
            return self._last_person(sentence, head)
        doubt = f"“{_text(tokens)}” is taken to be the one whom the article called so before."
        return Meant(actor, doubt) if actor else Meant()

    def _is_introduced(self, sentence: Sentence, head: str) -> bool:
        """Tell whether someone without a name was called so before: "a spokesman", then "the spokesman"."""
        for number in range(sentence.number, max(-1, sentence.number - _FURTHEST), -1):
            tokens = self._sentences[number].tokens
            for place, token in enumerate(tokens):
                before = {each.low for each in tokens[max(0, place - 4) : place]}
                if token.low == head and before & {"a", "an", "one", "his", "her", "another"}:
                    return True
        return False

    def _last_person(self, sentence: Sentence, head: str) -> Meant:
        """Take "the old soldier" for the person whom the article last told of."""
        gender = by_word_beside(head)
        for number in range(sentence.number - 1, max(-1, sentence.number - 4), -1):
            each = self._sentences[number]
            for found in self._prominent(each, len(each.tokens)):
                actor = self.meant_by(each, found).actor if found.kind is not PhraseKind.NOUN else None
                if actor and self._cast.is_person(actor) and (not gender or self._cast.may_be(actor, gender.value)):
                    return Meant(actor, f"“The {head}” is taken to be the person told of before.")
        return Meant()

    def _by_body_named(self, sentence: Sentence, within: Sequence[Name], head: str) -> Meant:
        """Take "the Acme company" for Acme."""
        return Meant(within[-1].actor) if head in _BODIES and within[-1].last < len(sentence.tokens) else Meant()

    def _body(self, sentence: Sentence, head: str, before: int, *, is_bare: bool) -> Meant | None:
        """Take "the ministry" for the Ministry of Finance, and "the company" for the one named last."""
        mentioned = list(dict.fromkeys(self._mentioned_before(sentence, before)))
        for actor in mentioned:
            each = self._cast.actors[actor]
            if each.kind is not ActorKind.PERSON and head in fold(each.name).split():
                return Meant(actor)
        for actor in mentioned if is_bare and head in _BODIES else ():
            if self._cast.actors[actor].kind is ActorKind.ORGANISATION:
                return Meant(actor, f"“The {head}” is taken to be the one that is named last before.")
        return None

    def _mentioned_before(self, sentence: Sentence, before: int) -> Iterator[Id]:
        for number in range(sentence.number, max(-1, sentence.number - _FURTHEST), -1):
            each = self._sentences[number]
            for name in reversed(each.names):
                if name.actor and each.tokens[name.first].start < before:
                    yield name.actor

    # ------------------------------------------------------------ pronouns

    def _by_pronoun(self, sentence: Sentence, place: int) -> Meant:
        word = sentence.tokens[place].low
        pronoun = _SUBJECTS.get(word, word)
        if pronoun not in {"he", "she", "it", "they"}:
            return Meant()
        key = (sentence.number, place)
        if key not in self._pronouns:
            if self._depth > _DEEPEST:
                return Meant()
            self._depth += 1
            self._pronouns[key] = Meant()
            self._pronouns[key] = self._before(sentence, place, pronoun)
            self._depth -= 1
        return self._pronouns[key]

    def _before(self, sentence: Sentence, place: int, pronoun: str) -> Meant:
        for number in range(sentence.number, max(-1, sentence.number - _FURTHEST), -1):
            each = self._sentences[number]
            end = place if number == sentence.number else len(each.tokens)
            found = self._spoken_of(each, end, pronoun)
            if found is not None:
                return found
        return Meant()

    def _spoken_of(self, sentence: Sentence, end: int, pronoun: str) -> Meant | None:
        """Return whom a pronoun takes up of those before a token: who speaks there, is its subject, is alone."""
        for phrase in self._prominent(sentence, end):
            if phrase.kind is PhraseKind.PRONOUN:
                word = sentence.tokens[phrase.first].low
                if _SUBJECTS.get(word, word) == pronoun:
                    return self._by_pronoun(sentence, phrase.first)
                continue
            actor = self.meant_by(sentence, phrase).actor
            if actor and self._cast.may_be(actor, pronoun):
                return Meant(actor)
            if actor is None and phrase.kind is PhraseKind.NOUN and _takes_up(sentence, phrase, pronoun):
                return Meant()
        others = {each.actor for each in sentence.names if each.last <= end and self._fits(each, pronoun)}
        if len(others) == 1 and pronoun in {"he", "she"}:
            return Meant(others.pop())
        if others and pronoun in {"he", "she"}:
            first = next(each.actor for each in sentence.names if self._fits(each, pronoun))
            return Meant(first, f"“{pronoun}” may also be someone else.")
        return None

    def _fits(self, name: Name, pronoun: str) -> bool:
        return name.actor is not None and self._cast.may_be(name.actor, pronoun)

    def _prominent(self, sentence: Sentence, end: int) -> Iterator[Phrase]:
        for each in reversed(self._attributions(sentence.number)):
            if each.end <= end and each.speaker.last <= end and not each.is_inscription:
                yield each.speaker
        subject = first_phrase(sentence, 0, end)
        if subject is not None:
            yield subject


def _takes_up(sentence: Sentence, phrase: Phrase, pronoun: str) -> bool:
    """Tell whether a pronoun may stand for what has no name: "his wife", "the commission", "officials"."""
    words = [each.low for each in sentence.tokens[phrase.first : phrase.last]]
    head = next((word for word, behind in zip_longest(words, words[1:]) if behind in {None, "of", "for"}), "")
    is_plural = head.endswith("s") and not head.endswith("ss")
    # "The actress" is rather someone who was named before.
    if pronoun in {"he", "she"} and words[0] in {"the", "this", "that"}:
        return False
    if pronoun == "they":
        return is_plural or head in {"people", "police"}
    if is_plural:
        return False
    gender = by_word_beside(head)
    if pronoun == "it":
        return gender is None and not is_person_noun(head)
    return gender is Gender(pronoun) if gender else is_person_noun(head)


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(each.text for each in tokens)
