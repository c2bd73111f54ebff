"""What rendering hands to publishing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """Rendered bytes with their route: the site-relative path, its parts joined by `/` (`actors/haftar.html`)."""

    route: str
    body: bytes
