"""Quotations that are found, part by part, held to the labelled ones: are they any, and are their speakers right?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from standfirst.draft.proposals import ActorProposal, Mention, Proposals, QuoteProposal
from standfirst.model import Id
from tests.draft.labels import NAMES, Label, Passage


@dataclass(frozen=True)
class Speech:
    """One stretch between quotation marks that was found, or one label, and what is right of it.

    `is_attributed` says that it has a speaker, in what was found or in the label, right or not.
    """

    start: int
    end: int
    is_found: bool
    is_quotation: bool
    is_attributed: bool
    has_speaker: bool
    has_actor: bool
    note: str


def speeches_in(passage: Passage, proposals: Proposals) -> Iterator[Speech]:
    """Yield every part that was found, and then every label; none that is optional."""
    judge = _Judge(passage, {each.id: each for each in proposals.actors})
    parts = [(part, quote) for quote in proposals.quotes for part in quote.parts]
    labels = passage.of("quote")
    nearest = [_nearest(part, labels) for part, _ in parts]
    for (part, quote), label in zip(parts, nearest, strict=True):
        if label is None or not label.is_optional:
            yield judge.found(part, quote, label)
    for label in labels:
        if not label.is_optional:
            quotes = [quote for (_, quote), at in zip(parts, nearest, strict=True) if at is label]
            yield judge.labelled(label, quotes)


def _nearest(part: Mention, labels: tuple[Label, ...]) -> Label | None:
    """Return the label that a part has most in common with: the inner one, where it is a quotation within another."""
    return max((each for each in labels if _common(part, each) > 0), key=lambda each: _common(part, each), default=None)


def _common(part: Mention, label: Label) -> float:
    both = min(part.end, label.end) - max(part.start, label.start)
    return both / (max(part.end, label.end) - min(part.start, label.start))


@dataclass(frozen=True)
class _Judge:
    """Knows who the speakers of a passage are, and the actors that were found in it."""

    passage: Passage
    actors: dict[Id, ActorProposal]

    def found(self, part: Mention, quote: QuoteProposal, label: Label | None) -> Speech:
        return Speech(
            part.start,
            part.end,
            is_found=True,
            is_quotation=label is not None,
            is_attributed=bool(quote.speaker or quote.actor),
            has_speaker=label is not None and self._has_speaker(quote, label),
            has_actor=label is not None and self._has_actor(quote, label),
            note="" if label else f"no quotation, found as one by {self._said_by(quote)}",
        )

    def labelled(self, label: Label, quotes: list[QuoteProposal]) -> Speech:
        said = ", ".join(map(self._said_by, quotes)) or "missed"
        expected = " or ".join(each.actor or each.text for each in self._speakers(label)) or "nobody"
        return Speech(
            label.start,
            label.end,
            is_found=False,
            is_quotation=bool(quotes),
            is_attributed="by" in label.attributes,
            has_speaker=any(self._has_speaker(quote, label) for quote in quotes),
            has_actor=any(self._has_actor(quote, label) for quote in quotes),
            note=f"{said}; is by {expected}",
        )

    def _speakers(self, label: Label) -> tuple[Label, ...]:
        return self.passage.speakers.get(label.attributes.get("by", ""), ())

    def _has_speaker(self, quote: QuoteProposal, label: Label) -> bool:
        """Tell whether the words that name the speaker are labelled so, or who it is is right."""
        speaker = quote.speaker
        at = speaker is not None and any(
            speaker.start < each.end and each.start < speaker.end for each in self._speakers(label)
        )
        return at or self._has_actor(quote, label)

    def _has_actor(self, quote: QuoteProposal, label: Label) -> bool:
        """Tell whether the speaker is resolved to the right actor, or to none where the passage names none."""
        actors = {each.actor for each in self._speakers(label)}
        if not quote.actor:
            return quote.speaker is not None and actors == {""}
        return bool(actors & self._names_of(self.actors[quote.actor])) if quote.actor in self.actors else False

    def _names_of(self, actor: ActorProposal) -> set[str]:
        """Return what an actor is called, and whom the labels have at most of its mentions."""
        spans = {(each.start, each.end) for each in actor.mentions}
        labelled = [each.actor for each in self.passage.of(*NAMES) if (each.start, each.end) in spans]
        return {actor.name, *(name for name, _ in Counter(labelled).most_common(1))}

    def _said_by(self, quote: QuoteProposal) -> str:
        speaker = f"'{quote.speaker.text}'" if quote.speaker else "nobody"
        return f"{speaker} ({quote.actor})" if quote.actor else speaker
