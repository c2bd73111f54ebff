"""A large made-up explainer as values: the same for the same number of actors, seed, script and texts.

N actors (a summary and a text with links to other actors), 3 N relations and N events with two actors each. Each of
them cites a passage of its own in one source, so that all checks have work. What a program reads of it is written by
the modules of `bench/forms`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import count

from bench.texts import TEXTS, Named, TextMaker
from bench.vocabulary import VOCABULARIES, Vocabulary

SEED = 20240229
# A label, its inverse and the stance, by the id of the verb.
VERBS = {
    "backs": ("backs", "is backed by", "for"),
    "opposes": ("opposes", "is opposed by", "against"),
    "employs": ("employs", "works for", "neutral"),
}
# Passages in one paragraph of the source.
_A_PARAGRAPH = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """What is cited, word for word, and the number of its paragraph."""

    words: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Relation:
    """A verb, the id of whom it is about, and what is cited for it."""

    id: str
    verb: str
    object: str
    cite: Passage


@dataclass(frozen=True, slots=True)
class Actor:
    """A person; the text is Markdown, in which `[name](actor:ID)` links to another."""

    id: str
    name: str
    role: str
    summary: str
    text: str
    relations: tuple[Relation, ...]
    cite: Passage


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a day (`YYYY-MM-DD`), with the ids of who took part."""

    id: str
    date: str
    title: str
    text: str
    actors: tuple[str, ...]
    cite: Passage


@dataclass(frozen=True, slots=True)
class Corpus:
    """The whole explainer; `passages` are those of its source, in the order in which it says them."""

    language: str
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    passages: tuple[Passage, ...]

    @property
    def source(self) -> str:
        """The text of the source: paragraphs parted by blank lines."""
        words = [passage.words for passage in self.passages]
        starts = range(0, len(words), _A_PARAGRAPH)
        return "\n\n".join(". ".join(words[start : start + _A_PARAGRAPH]) + "." for start in starts) + "\n"

    @property
    def names(self) -> dict[str, str]:
        """The names of the actors by their ids."""
        return {actor.id: actor.name for actor in self.actors}


class _Maker:
    """Makes records; each of them adds to the source the passage that it cites."""

    def __init__(self, voc: Vocabulary, choose: random.Random, actors: int, make_text: TextMaker) -> None:
        self._voc, self._choose, self._make_text = voc, choose, make_text
        self.named = _named(voc, choose, actors)
        self.passages: list[Passage] = []

    def actor(self, name: str, id_: str) -> Actor:
        voc, choose = self._voc, self._choose
        cite = self._passage()
        others = [(number, choose.choice([*VERBS]), choose.choice(self.named)[1]) for number in range(3)]
        relations = tuple(
            Relation(f"{id_}-{number}", verb, other, self._passage()) for number, verb, other in others if other != id_
        )
        summary, role = voc.sentence(choose, 8, 14), choose.choice(voc.roles)
        return Actor(id_, name, role, summary, self._make_text(voc, choose, self.named), relations, cite)

    def event(self, number: int) -> Event:
        voc, choose = self._voc, self._choose
        date = f"{choose.randint(2008, 2023)}-{choose.randint(1, 12):02d}-{choose.randint(1, 28):02d}"
        word = choose.choice(voc.words[22:])
        title = voc.title.format(choose.choice(voc.occasions), choose.choice(voc.topics), word, number + 1)
        taking_part = tuple(id_ for _, id_ in choose.sample(self.named, 2))
        return Event(f"e{number:05d}", date, title, voc.sentence(choose, 8, 14), taking_part, self._passage())

    def _passage(self) -> Passage:
        number = len(self.passages) + 1
        words = self._voc.passage.format(number, number * 7919 % 1_000_003)
        self.passages.append(Passage(words, (number - 1) // _A_PARAGRAPH + 1))
        return self.passages[-1]


def make_corpus(actors: int, *, seed: int = SEED, script: str = "latin", texts: str = "plain") -> Corpus:
    """Make an explainer of so many actors, and as many events; `script` and `texts` are keys of their tables."""
    voc = VOCABULARIES[script]
    maker = _Maker(voc, random.Random(seed), actors, TEXTS[texts])
    made = tuple(maker.actor(*each) for each in maker.named)
    events = tuple(map(maker.event, range(actors)))
    return Corpus(voc.language, made, events, tuple(maker.passages))


def _named(voc: Vocabulary, choose: random.Random, actors: int) -> list[Named]:
    """Return names, no two of them alike, each with an id."""
    names: dict[str, None] = {}
    for attempt in count():
        if len(names) == actors:
            break
        name = voc.name(choose)
        # Where a script has no more names of that length, they get a number.
        names[name if attempt < 3 * actors else f"{name}{voc.space}{attempt}"] = None
    return [(name, f"a{number:05d}") for number, name in enumerate(names)]
