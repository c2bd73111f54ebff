"""Words in which an office tells what its head said: "The President recognized …,” the White House said."."""

from __future__ import annotations

import regex

from standfirst.draft.quotations.cast import Cast
from standfirst.model import Id

_SAID = (
    "affirmed|assured|condemned|congratulated|conveyed|emphasi[sz]ed|expressed|highlighted|noted|offered|pledged|praised"
    "|raised|reaffirmed|recogni[sz]ed|reiterated|said|stressed|thanked|told|underlined|underscored|urged|warned|welcomed"
)
_READOUT = regex.compile(rf"[Tt]he\s(?:\p{{L}}+\s)?(?P<title>\p{{L}}+)\s(?:also\s)?(?:{_SAID})\b")


def relayed_in(words: str, start: int, speaker: Id | None, cast: Cast) -> Id | None:
    """Return whose words those of an office report, by the title that they begin with; None where they do not."""
    found = _READOUT.match(words)
    if found is None or speaker is None or cast.is_person(speaker):
        return None
    actor = cast.last_called(found["title"].lower(), start)
    return actor if cast.is_person(actor) else None
