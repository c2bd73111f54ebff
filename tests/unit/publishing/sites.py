"""Small sites to publish, and what of them a folder holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from standfirst.outputs.artifact import Artifact
from standfirst.publishing.output_folder import MARKER

Files = dict[str, bytes]


def site(version: str, *, pages: int = 3) -> tuple[Artifact, ...]:
    """Return a site all of whose files say `version`; one route is of this version alone."""
    routes = ("index.html", f"only-{version}.html", *(f"actors/{number}.html" for number in range(pages)))
    return tuple(Artifact(route, version.encode()) for route in routes)


def expected(artifacts: Sequence[Artifact]) -> Files:
    return {artifact.route: artifact.body for artifact in artifacts}


def held(folder: Path) -> Files:
    """Return every file below `folder` but the marker, by its route."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {route: path.read_bytes() for route, path in files.items() if route != MARKER}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def cannot_exchange(_one: Path, _other: Path) -> bool:
    return False
