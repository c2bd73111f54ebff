"""Explainers of many facts, and what makes a site of a few dozen facts show what one of thousands shows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from standfirst.present import highlights, long_lists
from standfirst.reading.files import ContentFiles
from tests.explainers import content

_VERBS = "verbs: {knows: {label: knows, inverse: is known by, stance: neutral}}\n"
_CITE = ", cite: {s: the passage that says it}"
_COPIES = {"s": "Here is the passage that says it."}


def long_explainer(number: int, texts: Sequence[str] = ("Told.",), *, actors: int = 30) -> ContentFiles:
    """Return an explainer of so many facts of each kind, but no more `actors`, all about one where they can be.

    Each has some text. Some were renamed.
    """
    actors = min(actors, number)

    def filled(keys: str, at: int) -> str:
        return keys.replace("@", str(at)).replace("TEXT", texts[at % len(texts)])

    def records(kind: str, keys: str, number: int = number, *, cite: str = _CITE) -> str:
        rows = (f"  {kind[0]}{at}: {{{filled(keys, at)}{cite}}}\n" for at in range(number))
        return f"{kind}:\n{''.join(rows)}"

    facts = "".join((
        records("actors", "name: Name @, kind: person, summary: TEXT, former_ids: [old@]", actors),
        f"  all: {{name: All of Them, kind: person, summary: S.{_CITE}}}\n",
        records("relations", "subject: all, verb: knows, object: a0, text: TEXT, former_ids: [tie@]"),
        records("terms", "name: Word @, summary: TEXT"),
        records("events", "date: 2019-01, title: Event @, text: TEXT, actors: [all], place: p0"),
        records("quotes", "speaker: all, words: the passage that says it, text: TEXT, former_ids: [was@]"),
        records("claims", "claim: Claim @., by: [all], record: TEXT"),
        records("figures", "value: @, label: 'TEXT', according_to: [all], former_ids: [once@]"),
        records("places", "name: Place @, summary: TEXT"),
        records("unknowns", "question: Why @?, why: TEXT"),
        records("updates", "date: 2025-01-03, kind: correction, text: Changed @., affects: ['figure:f@']", cite=""),
        records("sources", "title: Source @", cite="") + "  s: {title: A report in a newspaper}\n",
    ))  # fmt: skip
    return content(facts, settings=_VERBS, copies=_COPIES)


def few_to_a_page(patch: pytest.MonkeyPatch, *, anchors: int = 10_000) -> None:
    """Let lists be long that are short, and their own pages have room for so much of anchors."""
    patch.setattr(long_lists, "_MOST_OF_ANCHORS", anchors)
    patch.setattr(long_lists, "_MOST_BYTES", 1_200)
    patch.setattr(long_lists, "MOST_LINES", 12)
    patch.setattr(highlights, "MOST_SHOWN", 4)
