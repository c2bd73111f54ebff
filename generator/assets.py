"""Files that are copied or joined, not rendered: stylesheets, scripts and images."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from generator.artifact import Artifact
from generator.files import ImageFile, InputFile, TemplateFiles


@dataclass(frozen=True, slots=True)
class Assets:
    """What every page loads: one stylesheet, and the script and the icon where the templates have them."""

    stylesheet: Artifact
    script: Artifact | None = None
    icon: Artifact | None = None

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        return tuple(each for each in (self.stylesheet, self.script, self.icon) if each)


def assets_of(templates: TemplateFiles) -> Assets:
    """Return what the pages of these templates load.

    Stylesheets are joined in order of name, as scripts are: `_layers.css` sorts first, which is how it comes to order
    the cascade layers that the others fill.
    """
    return Assets(
        stylesheet=_fingerprinted("site", "css", _joined(templates.stylesheets)),
        script=_fingerprinted("site", "js", _joined(templates.scripts)) if templates.scripts else None,
        icon=_fingerprinted("icon", "svg", templates.icon.text) if templates.icon else None,
    )


def images(files: Sequence[ImageFile]) -> tuple[Artifact, ...]:
    """Return the writer's images where prose refers to them."""
    return tuple(Artifact(f"images/{file.name}", file.body) for file in files)


def _joined(files: Sequence[InputFile]) -> str:
    return "\n".join(file.text for file in sorted(files, key=lambda file: file.path))


def _fingerprinted(name: str, ending: str, text: str) -> Artifact:
    """An asset at a route that changes with every change of it, so that browsers may keep it for ever."""
    body = text.encode()
    return Artifact(f"assets/{name}.{hashlib.blake2b(body, digest_size=8).hexdigest()}.{ending}", body)
