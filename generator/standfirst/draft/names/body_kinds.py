"""What kind of actor a body is by its name: a government or a part of one, an armed group, any other organisation."""

from __future__ import annotations

from standfirst.draft.names.tables import countries, key_of, known_names, words
from standfirst.model.facts import ActorKind

# Countries to sport and to the map, and no states.
_NO_STATES = frozenset(
    ("england scotland wales northern|ireland west|indies antarctica greenland tahiti bermuda guam jersey guernsey"
     " gibraltar réunion reunion martinique guadeloupe").replace("|", "_").split()
)  # fmt: skip


def is_state(key: str) -> bool:
    """Tell whether a key is the name of a state."""
    return key in countries() and key.replace(" ", "_") not in _NO_STATES


def kind_of(name: str) -> ActorKind:
    """Return what kind of actor an organisation is by its name."""
    key = key_of(name)
    if _has(key, "armed"):
        return ActorKind.ARMED_GROUP
    known = known_names().get(key)
    if (known and known.section == "government") or _has(key, "government"):
        return ActorKind.GOVERNMENT
    return ActorKind.ORGANISATION


def _has(key: str, section: str) -> bool:
    """Tell whether a name is one of a section, ends with one, or begins with one and goes on with "of"."""
    table = words("organisation_words.txt", section)
    parts = key.split()
    ends = any(" ".join(parts[at:]) in table for at in range(len(parts)))
    return ends or (len(parts) > 2 and parts[0] in table and parts[1] in ("of", "for"))
