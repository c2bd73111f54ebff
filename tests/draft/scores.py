"""How what is found in labelled passages is held to their labels.

A comparison gives outcomes: one for each thing found, and one for each label. The share of the first that are right is
the precision, that of the second the recall. An optional label, and what is found there, gives none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from standfirst.draft.article import Article
from standfirst.draft.proposals import Proposals
from standfirst.draft.read_article import article_in
from standfirst.language.dates import parse
from standfirst.language.numbers import QuantityError, parse_quantity
from standfirst.model import Id
from standfirst.model.facts import ActorKind
from standfirst.reading.files import CopyFile
from tests.draft.labels import NAMES, Label, Passage
from tests.draft.quoted import Speech, speeches_in
from tests.draft.same_time import is_same_time

NAMED_AS = {
    ActorKind.PERSON: "person",
    ActorKind.ORGANISATION: "organisation",
    ActorKind.ARMED_GROUP: "organisation",
    ActorKind.GOVERNMENT: "organisation",
    ActorKind.STATE: "place",
}


@dataclass(frozen=True)
class Outcome:
    """Whether one thing that was found is right (`is_found`), or one label was found (not `is_found`).

    `note` says what is wrong with one that is not right.
    """

    measure: str
    passage: Passage
    start: int
    end: int
    is_found: bool
    is_right: bool
    note: str


@dataclass(frozen=True)
class Score:
    """Precision, recall and their harmonic mean, of 1; where nothing is found, precision is 0."""

    found: int
    right: int
    labelled: int
    recalled: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.recalled / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Found:
    """A stretch that was found: what it is, and its value."""

    start: int
    end: int
    kind: str
    value: str


Pair = tuple[Found | None, Label | None]
IsRight = Callable[[Found, Label], bool]


def outcomes_of(passages: Iterable[Passage], propose: Callable[[Article], Proposals]) -> tuple[Outcome, ...]:
    """Return how the proposals for each passage compare with its labels."""
    return tuple(each for passage in passages for each in _compared(passage, propose(article_of(passage))))


def article_of(passage: Passage) -> Article:
    """Return a passage as the article that `draft` would read from a text file."""
    file = CopyFile(f"{passage.name}.txt", Id(passage.name), passage.text.encode())
    return article_in(file, parse(passage.published) if passage.published else None)[0]


def scores_of(outcomes: Iterable[Outcome]) -> dict[str, Score]:
    """Return the score of each measure, in the order in which they come up first."""
    by_measure: dict[str, list[Outcome]] = {}
    for each in outcomes:
        by_measure.setdefault(each.measure, []).append(each)
    return {measure: _score(these) for measure, these in by_measure.items()}


def _score(outcomes: Sequence[Outcome]) -> Score:
    found = [each.is_right for each in outcomes if each.is_found]
    labelled = [each.is_right for each in outcomes if not each.is_found]
    return Score(len(found), sum(found), len(labelled), sum(labelled))


def _compared(passage: Passage, proposals: Proposals) -> Iterator[Outcome]:
    dates = _paired([Found(each.start, each.end, "", each.value) for each in proposals.dates], passage.of("date"))
    yield from _judged("dates, value", passage, dates, _is_same_date)
    yield from _judged("dates, some of the words", passage, dates, lambda _found, _label: True)
    yield from _judged("dates, all of the words", passage, dates, _is_same_span)
    yield from _quotations(passage, proposals)
    names = sorted(_names(proposals), key=lambda each: (each.start, each.end, each.kind))
    labels = passage.of(*NAMES)
    yield from _judged("names", passage, _paired(names, labels), _is_same_name)
    yield from _judged("names, whatever kind", passage, _paired(names, labels), _is_same_span)
    for kind in NAMES:
        of_kind = [each for each in names if each.kind == kind]
        yield from _judged(f"names, {kind}", passage, _paired(of_kind, passage.of(kind)), _is_same_span)
    figures = _paired(
        [Found(each.start, each.end, each.qualifier or "", each.value) for each in proposals.figures],
        passage.of("figure"),
        may=[each for each in passage.of("date") if each.values[0].startswith("P")],
    )
    yield from _judged("figures, value", passage, figures, _is_same_number)
    yield from _judged("figures, with qualifier", passage, figures, _is_same_figure)


def _names(proposals: Proposals) -> set[Found]:
    """Return every mention of a person, an organisation and a place once; a state is a place."""
    actors = ((NAMED_AS.get(each.kind, ""), each.mentions) for each in proposals.actors)
    places = (("place", each.mentions) for each in proposals.places)
    return {Found(each.start, each.end, kind, "") for kind, mentions in (*actors, *places) if kind for each in mentions}


def _quotations(passage: Passage, proposals: Proposals) -> Iterator[Outcome]:
    for speech in speeches_in(passage, proposals):
        yield _of_speech("quotations", passage, speech, speech.is_quotation)
        if speech.is_attributed:
            yield _of_speech("speakers", passage, speech, speech.has_speaker)
            yield _of_speech("speakers, by who they are", passage, speech, speech.has_actor)


def _of_speech(measure: str, passage: Passage, speech: Speech, is_right: bool) -> Outcome:
    return Outcome(measure, passage, speech.start, speech.end, speech.is_found, is_right, speech.note)


# ---------------------------------------------------------------- stretches and labels


def _paired(found: Sequence[Found], labels: Sequence[Label], may: Sequence[Label] = ()) -> list[Pair]:
    """Pair each label with the stretch that shares most with it; the others stand alone.

    Left out are optional labels, and what is found where they or those of `may` stand.
    """
    must = [each for each in labels if not each.is_optional]
    shared = sorted(
        ((_shared(one, label), number, place) for number, one in enumerate(found) for place, label in enumerate(must)),
        key=lambda each: (-each[0], each[1:]),
    )
    partners: dict[int, int] = {}
    for characters, number, place in shared:
        if characters > 0 and number not in partners and place not in partners.values():
            partners[number] = place
    may = [*may, *(each for each in labels if each.is_optional)]
    pairs: list[Pair] = [(found[number], must[place]) for number, place in partners.items()]
    pairs += [
        (one, None)
        for number, one in enumerate(found)
        if number not in partners and not any(_shared(one, label) > 0 for label in may)
    ]
    return pairs + [(None, label) for place, label in enumerate(must) if place not in partners.values()]


def _shared(one: Found, label: Label) -> float:
    """Return how much two stretches have in common, of all that they are."""
    common = min(one.end, label.end) - max(one.start, label.start)
    return common / (max(one.end, label.end) - min(one.start, label.start))


def _judged(measure: str, passage: Passage, pairs: Iterable[Pair], is_right: IsRight) -> Iterator[Outcome]:
    for one, label in pairs:
        right = one is not None and label is not None and is_right(one, label)
        note = f"{_said_of(one, passage)}; {_labelled_as(label)}"
        if one is not None:
            yield Outcome(measure, passage, one.start, one.end, True, right, note)
        if label is not None:
            yield Outcome(measure, passage, label.start, label.end, False, right, note)


def _said_of(one: Found | None, passage: Passage) -> str:
    return f"found '{passage.text[one.start : one.end]}' ({one.kind} {one.value})" if one else "missed"


def _labelled_as(label: Label | None) -> str:
    if label is None:
        return "is none"
    said = (label.kind, " or ".join(label.values), label.attributes.get("qualifier", ""))
    return f"is '{label.text}' ({' '.join(filter(None, said))})"


def _is_same_span(one: Found, label: Label) -> bool:
    return (one.start, one.end) == (label.start, label.end)


def _is_same_name(one: Found, label: Label) -> bool:
    return _is_same_span(one, label) and one.kind == label.kind


def _is_same_date(one: Found, label: Label) -> bool:
    return any(is_same_time(one.value, each) for each in label.values)


def _is_same_number(one: Found, label: Label) -> bool:
    try:
        return parse_quantity(one.value) == parse_quantity(label.values[0])
    except QuantityError:
        return False


def _is_same_figure(one: Found, label: Label) -> bool:
    return _is_same_number(one, label) and one.kind == label.attributes.get("qualifier", "")
