"""The files of a site: as they are published, and as they are planned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """Bytes with their route: the site-relative path, its parts joined by `/` (`actors/haftar.html`)."""

    route: str
    body: bytes


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file of which the route is known, and whose bytes are made when somebody asks for them."""

    route: str
    make_body: Callable[[], bytes]

    def make(self) -> Artifact:
        """Return the file with its bytes."""
        return Artifact(self.route, self.make_body())
