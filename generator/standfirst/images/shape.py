"""What each image file is: how large it is shown, in which sizes it is published, or why it cannot be shown."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from standfirst.cache import cached_latest
from standfirst.images.raster import LARGEST, RasterFault, RasterHeader, raster_header
from standfirst.images.svg_size import svg_size
from standfirst.model.frozen_class import frozen
from standfirst.reading.files import ImageFile

# Pixels: what a phone shows of a column, and what a screen does.
_SMALLER = (480, 960)
# A size that saves less than a fifth of the width is left out.
_LEAST_SAVING = 0.8
# Formats in which pictures weigh the least: what is in none of them has its smaller sizes in the first.
_LIGHT = ("WEBP", "AVIF")


@frozen
class Rendition:
    """An image in one of its sizes: where it is published, its format as Pillow calls it, and its width in pixels."""

    route: str
    format: str
    width: int


@frozen
class ImageShape:
    """What an image file is. Width and height are those of what is published at its own name; 0 where it has none.

    `own` is that, and `sizes` are those among which browsers choose, the smallest first; where it has one alone there
    are none. Drawings and animations are published as they are, and have neither. `digest` is that of the file.
    `fault` and `hint` say why it cannot be shown.
    """

    width: int = 0
    height: int = 0
    own: Rendition | None = None
    sizes: tuple[Rendition, ...] = ()
    digest: str = ""
    fault: str = ""
    hint: str = ""


# By the paths of their files below images/.
ImageShapes: TypeAlias = Mapping[str, ImageShape]


@cached_latest
def shapes_of(files: Sequence[ImageFile]) -> ImageShapes:
    """Return what each image file is, by its name as editors compose it."""
    return MappingProxyType({unicodedata.normalize("NFC", file.name): _shape(file) for file in files})


def image_route(name: str) -> str:
    """Return where an image is published, by the path of its file below images/."""
    return unicodedata.normalize("NFC", f"images/{name}")


def _shape(file: ImageFile) -> ImageShape:
    if file.name.lower().endswith(".svg"):
        return ImageShape(*svg_size(file.body))
    header = raster_header(file.body)
    match header:
        case RasterFault(fault, hint):
            return ImageShape(fault=fault, hint=hint)
        case RasterHeader(is_still=False):
            return ImageShape(header.width, header.height)
        case RasterHeader():
            return _of_still(file, header)


def _of_still(file: ImageFile, header: RasterHeader) -> ImageShape:
    width = min(header.width, LARGEST)
    height = max(1, round(header.height * width / header.width))
    own = Rendition(image_route(file.name), header.format, width)
    digest = hashlib.blake2b(file.body, digest_size=16).hexdigest()
    return ImageShape(width, height, own, tuple(_sizes(own)), digest)


def _sizes(own: Rendition) -> Iterator[Rendition]:
    if own.width <= _SMALLER[0]:
        return
    is_light = own.format in _LIGHT
    light = own.format if is_light else _LIGHT[0]
    widths = [width for width in _SMALLER if width <= own.width * _LEAST_SAVING]
    for width in widths if is_light else [*widths, own.width]:
        yield Rendition(f"{own.route}.{width}.{light.lower()}", light, width)
    if is_light and widths:
        yield own
