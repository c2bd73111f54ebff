"""Words that `draft` and `changes` wrote for the writer to replace, and that readers would see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from standfirst.model import PLACEHOLDERS, UPDATE_TEXT, Explainer, Update
from standfirst.problems.errors import Problem, Severity
from standfirst.prose.plain import plain_text


def placeholders(explainer: Explainer, updates: Iterable[Update]) -> Iterator[Problem]:
    """Yield a warning for each text that is still what a command wrote."""
    said = {"title": explainer.title, "standfirst": plain_text(explainer.standfirst, str)}
    for key, placeholder in PLACEHOLDERS.items():
        if said[key] == placeholder:
            message = f"this {key} is still what `draft` wrote"
            yield Problem(explainer.origin_of(key), message, "write your own in its place", Severity.WARNING)
    for update in updates:
        if update.text.markdown.strip() == UPDATE_TEXT:
            message = f"the text of {update.fact_id} is still what `changes` wrote"
            yield Problem(update.origin_of("text"), message, "write your own in its place", Severity.WARNING)
