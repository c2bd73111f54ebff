"""Words that stand in a new explainer until its writer puts others there: `draft` writes them, checks know them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# By the key of `site.yaml` whose value they are.
PLACEHOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "title": "What do readers ask about this story?",
        "standfirst": "Answer it here in a sentence or two.",
    }
)
# The text of an update that `changes` drafts.
UPDATE_TEXT = "Say here what changed, and why."
