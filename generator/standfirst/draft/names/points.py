"""How much speaks for a name being that of a person, an organisation, a place or none of them."""

from __future__ import annotations

from collections.abc import Mapping

from standfirst.draft.names.found import NameKind

# Where as much speaks for two kinds, the first counts.
_ORDER = (NameKind.PLACE, NameKind.ORGANISATION, NameKind.PERSON, NameKind.OTHER)
# Fewer points say nothing.
_ENOUGH = 1.0


class Points(dict[NameKind, float]):
    """Points for each kind; nothing speaks for a kind that is not there."""

    def __missing__(self, kind: NameKind) -> float:
        """Return that nothing speaks for a kind."""
        return 0.0

    def add(self, others: Mapping[NameKind, float]) -> None:
        """Count the points of others too."""
        for kind, points in others.items():
            self[kind] += points

    @property
    def kind(self) -> NameKind | None:
        """The kind for which most speaks; None where too little does."""
        most = max(self.values(), default=0.0)
        return next(kind for kind in _ORDER if self[kind] == most) if most >= _ENOUGH else None
