"""The `review` command: a walk through the facts that wait for somebody to read them beside their passages."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Protocol

from standfirst.desk.review_text import place_of, text_of
from standfirst.desk.reviewing import (
    ChangedError,
    Reviews,
    Shown,
    brought_up_to_date,
    how_it_stands,
    known_by_any_id,
    reviews_of,
    text_with_vouching,
    waiting,
)
from standfirst.model import FactId, Id, Kind, PersonName, person_of
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.pipeline import check_copies
from standfirst.problems.errors import SiteError, UsageError, stop_at_errors
from standfirst.problems.excerpts import visible
from standfirst.problems.remedies import suggest
from standfirst.publishing.writing import replace_file
from standfirst.reading.files import REVIEWS
from standfirst.reading.folders import check_folder
from standfirst.reading.read import read_content

_QUESTION = "Do the passages support this? [y/n/s/q/?] "
_ANSWERS = frozenset({"y", "yes", "n", "no", "s", "skip", "q", "quit"})
_HELP = """\
y  yes: you have read what is stated beside what is cited, and the one supports the other; it is noted at once
n  no: nothing is noted; say in a few words why, and it is listed at the end with the place where it is mended
s  skip it for now
q  quit; what you vouched for is noted already"""
_KINDS = {name: kind for kind in Kind for name in (kind.value, kind.plural)}


class Terminal(Protocol):
    """Where a walk shows things and asks."""

    @property
    def width(self) -> int:
        """How many columns it has now."""

    def show(self, text: str) -> None:
        """Show some lines."""

    def ask(self, question: str) -> str | None:
        """Return what is typed behind a question; None where nobody types any more."""


@frozen(kw_only=True)
class AskedReview:
    """Who reviews, if that is known, on which day, and what was named: facts, kinds, or with neither all that waits."""

    by: PersonName
    today: datetime.date
    named: tuple[str, ...] = ()


class ReviewSession:
    """One review of an explainer. It reads the content again before it writes, since an editor may be open beside it.

    Raises `SiteError` where the content cannot be read, `UsageError` where something is named that there is not.
    """

    def __init__(self, options: Options, asked: AskedReview) -> None:
        check_folder(options.content, "--content")
        self.path: Path = options.content / REVIEWS
        self._options, self._asked = options, asked
        files = read_content(options.content, options.copies)
        stop_at_errors(files.problems)
        self._reviews = reviews_of(files)
        stop_at_errors(self._reviews.problems)
        check_copies(self._reviews.desk.content, options)
        self.facts, self._kinds = _named(asked.named, self._reviews)

    @property
    def queue(self) -> tuple[FactId, ...]:
        """What is gone through: the facts that were named, and of the kinds named, or of all, what waits."""
        if self.facts and not self._kinds:
            return self.facts
        found = waiting(self._reviews, person_of(self._asked.by), self._kinds, drafts=self._options.drafts)
        return tuple(dict.fromkeys((*self.facts, *(each.fact.fact_id for each in found))))

    def shown(self, name: FactId) -> Shown | None:
        """Return what is shown of a fact, as it is known; None where it is no longer there, or cites nothing."""
        return self._reviews.shown(name)

    def vouch(self, shown: Shown) -> None:
        """Write at once that somebody vouched for what was shown.

        Raises `ChangedError` where that is otherwise now, `SiteError` where the content cannot be read any more, and
        `UsageError` where nothing can be written.
        """
        files = read_content(self._options.content, self._options.copies)
        stop_at_errors(files.problems)
        reviews = brought_up_to_date(self._reviews, files)
        stop_at_errors(reviews.problems)
        self._reviews = reviews
        basis, by = shown.standing.basis, self._asked.by
        replace_file(self.path, text_with_vouching(self._reviews, shown.fact.fact_id, basis, by, self._asked.today))

    def lines_of_queue(self) -> Iterator[str]:
        """Yield a line for each fact that waits: where it is, and how it stands."""
        for name in self.queue:
            if shown := self.shown(name):
                said = [*how_it_stands(shown.standing), *filter(None, [shown.why_not])]
                yield f"{place_of(shown)}: {name}" + (f": {'; '.join(said)}" if said else "")

    def vouch_for_named(self) -> int:
        """Vouch for each fact that was named, without asking; return how many they are."""
        if not self.facts or self._kinds:
            raise UsageError("--yes vouches for facts that are named one by one, as in `review --yes claim:x`")
        every = [shown for name in self.facts if (shown := self.shown(name))]
        for shown in every:
            if shown.why_not:
                raise UsageError(f"{shown.fact.fact_id}: {shown.why_not}")
        for shown in every:
            try:
                self.vouch(shown)
            except ChangedError:
                raise UsageError(f"{shown.fact.fact_id} changed just now; read it again") from None
        return len(every)


@frozen
class Walked:
    """What came of a walk: for how many facts somebody vouched, and what was not supported, with its place and why."""

    vouched: int
    refused: tuple[str, ...]


@frozen
class _Refused:
    """A fact that its passages do not support: where it is mended, and why, in a line."""

    line: str


class _Answer(Enum):
    """What else somebody does about a fact."""

    VOUCHED = "vouched"
    SKIPPED = "skipped"
    QUIT = "quit"


def walk(review: ReviewSession, terminal: Terminal) -> Walked:
    """Go through what waits, and note each answer at once."""
    queue = review.queue
    answers: list[_Answer | _Refused] = []
    for number, name in enumerate(queue, 1):
        answers.append(_answer(review, name, terminal, f"{number} of {len(queue)}"))
        if answers[-1] is _Answer.QUIT:
            break
    refused = tuple(each.line for each in answers if isinstance(each, _Refused))
    return Walked(answers.count(_Answer.VOUCHED), refused)


def _answer(review: ReviewSession, name: FactId, terminal: Terminal, number: str) -> _Answer | _Refused:
    """Show a fact and ask about it, again where it changed meanwhile."""
    while shown := review.shown(name):
        terminal.show(f"\n{number}  {text_of(shown, terminal.width)}\n")
        if shown.why_not:
            return _Answer.SKIPPED
        typed = _typed(terminal)
        if typed != "y":
            return _refused(shown, terminal) if typed == "n" else _Answer.SKIPPED if typed == "s" else _Answer.QUIT
        try:
            review.vouch(shown)
        except ChangedError:
            terminal.show("This changed while you read it, and nothing was noted. Here it is again.")
        except (SiteError, UsageError) as error:
            # Whoever has an editor open beside it saves again.
            said = "\n".join(map(visible, str(error).splitlines()))
            terminal.show(f"{said}\nNothing was noted. Mend this, and answer again.")
        else:
            return _Answer.VOUCHED
    terminal.show(f"{name} is no longer there, or cites nothing.")
    return _Answer.SKIPPED


def _typed(terminal: Terminal) -> str:
    """What is answered: `y`, `n`, `s` or `q`."""
    while (typed := terminal.ask(_QUESTION)) is not None:
        answer = typed.strip().lower()
        if answer in _ANSWERS:
            return answer[0]
        terminal.show(_HELP)
    return "q"


def _refused(shown: Shown, terminal: Terminal) -> _Refused:
    why = " ".join((terminal.ask("Why not, in a few words? ") or "").split())
    return _Refused(f"{place_of(shown)}: {shown.fact.fact_id}: {why or 'the passages do not support it'}")


# ---------------------------------------------------------------- what is named


def _named(named: Sequence[str], reviews: Reviews) -> tuple[tuple[FactId, ...], frozenset[Kind]]:
    """The facts and the kinds that were named, each as it is called now."""
    facts = [_fact(each, reviews) for each in named if each not in _KINDS]
    return tuple(dict.fromkeys(facts)), frozenset(_KINDS[each] for each in named if each in _KINDS)


def _fact(named: str, reviews: Reviews) -> FactId:
    known = known_by_any_id(reviews)
    kind, colon, id_ = named.partition(":")
    fact = known.get(FactId(_KINDS[kind], Id(id_))) if colon and kind in _KINDS else None
    if fact is None:
        names = map(str, known) if colon else _KINDS
        hint = suggest(named, names).hint or "name a fact as claim:x, or a kind as claims"
        raise UsageError(f"there is no {'fact' if colon else 'kind'} '{named}'; {hint}")
    if fact.fact_id not in reviews.standings:
        raise UsageError(f"{fact.fact_id} cites nothing, and nobody can vouch that nothing supports it")
    return fact.fact_id
