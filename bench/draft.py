"""How much `draft` finds in labelled passages of news, and how much of what it finds is right.

Run from the repository: `PYTHONPATH=generator python -m bench.draft`. What is labelled, and what counts as right,
tests/draft/README.md says. `--errors` lists what is missed and what is wrong with the words around it; `--aside` takes
the passages that are kept aside, which is for seldom.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from bench.tables import table
from standfirst.draft.rules import propose
from tests.draft.labels import ASIDE, PASSAGES, read_all
from tests.draft.scores import Outcome, Score, outcomes_of, scores_of

# The measures whose mistakes are listed; those of the others are among them.
LISTED = ("dates, value", "quotations", "speakers", "names", "figures, value")
AROUND = 45


def main() -> None:
    """Print the scores of what is found in the passages, and the mistakes if they are asked for."""
    parser = argparse.ArgumentParser(description="Score what draft finds in labelled passages.")
    parser.add_argument("--aside", action="store_true", help="the passages that are kept aside")
    parser.add_argument("--errors", action="store_true", help="list what is missed and what is wrong")
    parser.add_argument("--only", metavar="MEASURE", default="", help="measures that begin so: dates, names …")
    arguments = parser.parse_args()
    passages = read_all(ASIDE if arguments.aside else PASSAGES)
    outcomes = [each for each in outcomes_of(passages, propose) if each.measure.startswith(arguments.only)]
    if arguments.errors:
        print("\n".join(mistakes(outcomes)), end="\n\n")
    print(f"{len(passages)} passages, {sum(len(each.text.split()) for each in passages):,} words\n")
    print(table(HEAD, (row(measure, score) for measure, score in scores_of(outcomes).items())))


HEAD = ("of 100", "precision", "recall", "F1", "found", "labelled")


def row(measure: str, score: Score) -> tuple[str, ...]:
    """Return the scores of a measure, and how much was found and labelled."""
    shares = (f"{100 * each:.1f}" for each in (score.precision, score.recall, score.f1))
    return (measure, *shares, str(score.found), str(score.labelled))


def mistakes(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Yield each mistake once, under its measure: the passage, what is wrong, and where."""
    wrong = [each for each in outcomes if not each.is_right and each.note]
    for measure in LISTED:
        told = {f"{each.passage.name}: {each.note}  {around(each)}": None for each in wrong if each.measure == measure}
        yield from (f"\n{measure}: {len(told)} mistakes", *told) if told else ()


def around(outcome: Outcome) -> str:
    """Return the words that an outcome is about, in brackets, between those before and behind."""
    text = outcome.passage.text
    start, end = outcome.start, outcome.end
    before, behind = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
    return f"{before}[{text[start:end]}]{behind}".replace("\n", " ")


if __name__ == "__main__":
    main()
