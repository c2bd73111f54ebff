"""What changed as a draft of an update, for a writer to say what it is about."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count

from standfirst.authoring.record import NewField, NewRecord, NewValue
from standfirst.changes.told import State, ToldFact
from standfirst.model import UPDATE_TEXT, FactId, Id, Kind, UpdateKind

COMMENTS = (
    "What `changes` found, for you to tell: write the text, leave out what readers need not know, and take out",
    "`draft: true`. A correction is kind: correction; what was only put better is a clarification.",
)


def update_of(facts: Sequence[ToldFact], day: datetime.date, published: Collection[FactId]) -> NewRecord:
    """Return the update of a day that tells of facts; it affects none that is not published."""
    return NewRecord(
        Kind.UPDATE,
        Id(f"changes-{day.isoformat()}"),
        (
            NewField("date", day.isoformat()),
            NewField("kind", _kind_of(facts).value),
            NewField("text", UPDATE_TEXT),
            *_affects(facts, published),
            NewField("changes", tuple(change for each in facts for change in _changes(each))),
        ),
    )


def with_free_id(record: NewRecord, taken: Collection[FactId]) -> NewRecord:
    """Return an update under an id that no fact has or had: with a number behind it where there is one already."""
    names = (Id(record.id if number == 1 else f"{record.id}-{number}") for number in count(1))
    free = next(name for name in names if FactId(record.kind, name) not in taken)
    return NewRecord(record.kind, free, record.fields, record.comments)


def _kind_of(facts: Sequence[ToldFact]) -> UpdateKind:
    """A correction where readers were told something else before; else something was only added."""
    return UpdateKind.CORRECTION if any(map(_is_corrected, facts)) else UpdateKind.UPDATE


def _is_corrected(fact: ToldFact) -> bool:
    return fact.state is State.WITHDRAWN or any(key.before and key.key != "cite" for key in fact.keys)


def _affects(facts: Sequence[ToldFact], published: Collection[FactId]) -> Iterator[NewField]:
    """What the update concerns: what a correction affects says of itself that it was corrected, as nothing new does."""
    is_correction = _kind_of(facts) is UpdateKind.CORRECTION
    concerned = (each.fact for each in facts if _is_corrected(each) or not is_correction)
    if names := tuple(str(name) for name in concerned if name in published):
        yield NewField("affects", names)


def _changes(fact: ToldFact) -> Iterator[Mapping[str, NewValue]]:
    match fact.state:
        case State.NEW:
            yield {"fact": str(fact.fact), "after": fact.label}
        case State.WITHDRAWN:
            yield {"fact": str(fact.fact), "before": fact.label}
        case State.CHANGED:
            for key in fact.keys:
                told = {"fact": str(fact.fact), "key": key.key, "before": key.before, "after": key.after}
                yield {name: value for name, value in told.items() if value}
