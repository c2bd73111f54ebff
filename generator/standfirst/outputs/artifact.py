"""The files of a site: as they are published, and as they are planned."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from standfirst.model.frozen_class import frozen


class StoredBody(Protocol):
    """The bytes of a file that are not in memory."""

    @property
    def size(self) -> int:
        """How many they are."""

    def read(self) -> bytes:
        """Return them."""


@frozen
class Artifact:
    """Bytes with their route: the site-relative path, its parts joined by `/` (`actors/haftar.html`).

    The bytes are `content` itself, or what is read from it each time that somebody asks for the `body`.
    """

    route: str
    content: bytes | StoredBody

    @property
    def body(self) -> bytes:
        """The bytes."""
        return self.content if isinstance(self.content, bytes) else self.content.read()

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return len(self.content) if isinstance(self.content, bytes) else self.content.size


@frozen
class PlannedFile:
    """A file of which the route is known, and whose bytes are made when somebody asks for them.

    Where making them takes long, `made_from` stands for all that they follow from, and by it the next build knows them
    again.
    """

    route: str
    make_body: Callable[[], bytes]
    made_from: str = ""

    def make(self) -> Artifact:
        """Return the file with its bytes."""
        return Artifact(self.route, self.make_body())


# Gives the bytes of a file of a site by its route, or raises a `KeyError`.
BodyOf = Callable[[str], bytes]


@frozen
class DerivedFile:
    """A file that is made of others, pages too, once these are made: of any that it asks for by its route."""

    route: str
    make_of: Callable[[BodyOf], bytes]


class Files(Protocol):
    """The files of a site, of which some may be made only when they are asked for."""

    @property
    def routes(self) -> Collection[str]:
        """Which files there are."""

    def body(self, route: str) -> bytes:
        """Return the bytes of one of the files, or raise a `SiteError` where it cannot be made."""

    def version(self, route: str) -> bytes:
        """Return what changes whenever the bytes of one of the files do: these, or what they are made from."""


@frozen
class ReadyFiles:
    """Files that have been made already, by their routes."""

    bodies: Mapping[str, bytes]

    @property
    def routes(self) -> Collection[str]:
        return self.bodies.keys()

    def body(self, route: str) -> bytes:
        return self.bodies[route]

    def version(self, route: str) -> bytes:
        return self.bodies[route]


NO_FILES = ReadyFiles({})
