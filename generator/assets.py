"""Files that are copied or joined, not rendered: stylesheets and images."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from generator.artifact import Artifact
from generator.files import ImageFile, InputFile


def stylesheet(files: Sequence[InputFile]) -> Artifact:
    """Return the site's one stylesheet: the files in order of name.

    `_layers.css` sorts first, which is how it comes to order the cascade layers that the others fill.
    """
    return _fingerprinted("site", "css", "\n".join(file.text for file in sorted(files, key=lambda file: file.path)))


def icon(file: InputFile) -> Artifact:
    """Return the icon that browsers show beside the site's title."""
    return _fingerprinted("icon", "svg", file.text)


def images(files: Sequence[ImageFile]) -> tuple[Artifact, ...]:
    """Return the writer's images where prose refers to them."""
    return tuple(Artifact(f"images/{file.name}", file.body) for file in files)


def _fingerprinted(name: str, ending: str, text: str) -> Artifact:
    """An asset at a route that changes with every change of it, so that browsers may keep it for ever."""
    body = text.encode()
    return Artifact(f"assets/{name}.{hashlib.blake2b(body, digest_size=8).hexdigest()}.{ending}", body)
