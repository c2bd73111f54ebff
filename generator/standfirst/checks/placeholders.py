"""Words of `site.yaml` that `draft` wrote for the writer to replace, and that readers would see."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.model import PLACEHOLDERS, Explainer
from standfirst.problems.errors import Problem, Severity
from standfirst.prose.plain import plain_text


def placeholders(explainer: Explainer) -> Iterator[Problem]:
    """Yield a warning for each text that is still what `draft` wrote."""
    said = {"title": explainer.title, "standfirst": plain_text(explainer.standfirst, str)}
    for key, placeholder in PLACEHOLDERS.items():
        if said[key] == placeholder:
            message = f"this {key} is still what `draft` wrote"
            yield Problem(explainer.origin_of(key), message, "write your own in its place", Severity.WARNING)
