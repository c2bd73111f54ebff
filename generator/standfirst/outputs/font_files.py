"""The letters of a look: the writer's files as assets, and the rules by which pages have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from standfirst.model import Font
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import Artifact
from standfirst.outputs.css_tokens import Token
from standfirst.outputs.fingerprints import fingerprinted
from standfirst.problems.errors import SiteError, gather, miswritten, problem
from standfirst.problems.remedies import Remedy, suggest
from standfirst.reading.files import FontFile

# How the files of each format begin, what style sheets call it, and how its files are named.
_FORMATS = (
    (b"wOF2", "woff2", "woff2"),
    (b"wOFF", "woff", "woff"),
    (b"\0\1\0\0", "truetype", "ttf"),
    (b"true", "truetype", "ttf"),
    (b"OTTO", "opentype", "otf"),
)
# The token of a theme that each of the two families stands at the head of.
TOKEN_OF_FACE = {"reading": "--serif", "label": "--sans"}


@frozen
class FontAsset:
    """A file with letters as it is published, and which letters they are."""

    font: Font
    format: str
    artifact: Artifact


def font_assets(face: str, fonts: Iterable[Font], files: Mapping[str, FontFile]) -> tuple[FontAsset, ...]:
    """Return the files of a face; raise a `SiteError` where one is not there, or has no letters."""
    return gather(lambda font: _font_asset(face, font, files), fonts)


def _font_asset(face: str, font: Font, files: Mapping[str, FontFile]) -> FontAsset:
    name, origin = font.file.name, font.file.origin
    if name not in files:
        remedy = suggest(name, files) or Remedy("put it in fonts/")
        raise SiteError([miswritten(origin, f"there is no file 'fonts/{name}'", remedy, name)])
    body = files[name].body
    for beginning, css_format, ending in _FORMATS:
        if body.startswith(beginning):
            return FontAsset(font, css_format, fingerprinted(face, ending, body))
    raise problem(origin, f"'fonts/{name}' has no letters in it that browsers can read", "save it as WOFF2 or TrueType")


def font_rules(face: str, fonts: Sequence[FontAsset], tokens: Iterable[Token]) -> Iterator[str]:
    """Yield the rules by which pages have the letters of a face before those that the theme names for it.

    They repeat every rule of the theme that names some, where it stands, since each script may have its own.
    """
    family = f'"{face} face"'
    for each in fonts:
        weight, style = each.font.weight, "italic" if each.font.italic else "normal"
        weights = f"{weight.low} {weight.high}" if weight.low != weight.high else f"{weight.low}"
        source = each.artifact.route.rpartition("/")[2]
        yield (
            f'@font-face {{ font-family: {family}; src: url("{source}") format("{each.format}"); '
            f"font-weight: {weights}; font-style: {style}; font-display: swap; }}"
        )
    for token in tokens if fonts else ():
        if token.name == TOKEN_OF_FACE[face]:
            before, after = " { ".join(token.blocks), " }" * len(token.blocks)
            yield f"{before} {{ {token.name}: {family}, {token.value};{after}"
