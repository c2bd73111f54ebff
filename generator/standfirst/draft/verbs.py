"""The verbs of relations that are proposed, and those that an explainer has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from standfirst.authoring.yaml_text import value_lines
from standfirst.draft.proposals import Proposals
from standfirst.model import Verb


def verb_lines(verbs: Iterable[Verb], indent: int = 2) -> list[str]:
    """Return verbs as `site.yaml` has them, a line for each."""
    lines: list[str] = []
    for verb in verbs:
        said = {"label": verb.label, "inverse": verb.inverse, "stance": verb.stance.value}
        lines += value_lines(said, indent, f"{verb.id}:")
    return lines


def with_known_verbs(proposals: Proposals, known: Sequence[Verb]) -> tuple[Proposals, tuple[str, ...]]:
    """Return proposals with the relations whose verbs an explainer has, and notes on the verbs that it lacks."""
    ids = {verb.id for verb in known}
    missing = [verb for verb in proposals.verbs if verb.id not in ids]
    kept = tuple(relation for relation in proposals.relations if relation.verb in ids)
    notes = []
    for verb, line in zip(missing, verb_lines(missing, 0), strict=True):
        ends = [f"{each.subject} and {each.object}" for each in proposals.relations if each.verb == verb.id]
        notes.append(f"Left out: relations of {', '.join(ends)}; for these, site.yaml needs among its verbs: {line}")
    return replace(proposals, relations=kept), tuple(notes)
