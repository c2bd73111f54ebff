"""Images of pixels, read and written with Pillow: what their headers say, and how they are made ready for the web.

Whatever an image brings besides its pixels and their colours is left behind: where it was taken, with what, by whom.
The bytes depend on the image alone, so any process can make them. Pillow is imported where it is called, since many
explainers have no images.
"""

from __future__ import annotations

import functools
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING

from standfirst.model.frozen_class import frozen

if TYPE_CHECKING:
    from PIL.Image import Image

# Pixels: the largest cameras have as many, and to read so many takes some 500 MB of memory.
MOST_PIXELS = 120_000_000
# Pixels: the width of what is published at most. A column of text is some 620 wide and a page 940, and on many screens
# each of their pixels is two of the image.
LARGEST = 1920
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
# A drawing has few colours and sharp edges, at which a format shows that leaves something out; photographs have more.
_COLOURS_OF_A_DRAWING = 4096
# So many images are held while their sizes are made, of some ten megabytes.
_MOST_HELD = 2
# What is to be done to an image by its orientation in Exif, as Pillow calls it; height becomes width in the last four.
_TURNS = MappingProxyType(
    {
        2: "FLIP_LEFT_RIGHT",
        3: "ROTATE_180",
        4: "FLIP_TOP_BOTTOM",
        5: "TRANSPOSE",
        6: "ROTATE_270",
        7: "TRANSVERSE",
        8: "ROTATE_90",
    }
)
_SIDEWAYS = frozenset({5, 6, 7, 8})
# In a colour profile (ICC.1, 7.2.6), the colours that it is for, and the modes of Pillow that have these.
_COLOURS = slice(16, 20)
_MODES = MappingProxyType({b"RGB ": {"RGB", "RGBA"}, b"GRAY": {"L"}})


@frozen
class RasterHeader:
    """What an image is: its format as Pillow calls it, its size in pixels as it is seen, and whether it is still."""

    format: str
    width: int
    height: int
    is_still: bool


@frozen
class RasterFault:
    """Why an image cannot be read, and what to do about it."""

    fault: str
    hint: str


class UnreadableImageError(Exception):
    """An image that cannot be read, or not to its end."""


def raster_header(body: bytes) -> RasterHeader | RasterFault:
    """Return what an image is, without reading its pixels."""
    try:
        with _opened(body) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                return _TOO_LARGE
            if _orientation(image) in _SIDEWAYS:
                width, height = height, width
            return RasterHeader(_format_of(image), width, height, _is_still(image))
    except UnreadableImageError as error:
        return _TOO_LARGE if error.args else NOT_READ


_TOO_LARGE = RasterFault(
    f"this image has more than {MOST_PIXELS // 1_000_000} million pixels, and is not read",
    f"save it smaller: readers see {LARGEST} in a row at most",
)
NOT_READ = RasterFault(
    "this is no image that can be read, or it is damaged", "save it anew, as JPEG, PNG, WebP, AVIF or GIF"
)


def resized(body: bytes, width: int, format_: str) -> bytes:
    """Return an image at most so wide, upright and without metadata, or raise an `UnreadableImageError`."""
    with _telling_faults():
        held = _held(body)
        image = _shrunk(held.image, width)
        out = io.BytesIO()
        image.save(out, format_, icc_profile=held.profile, **_choices(format_, is_drawing=held.is_drawing))
        return out.getvalue()


def _choices(format_: str, *, is_drawing: bool) -> dict[str, int | bool]:
    """What Pillow is to be told of how it writes a format."""
    match format_:
        case "JPEG":
            return {"quality": 85, "progressive": True, "optimize": True}
        case "WEBP":
            return {"quality": 80, "lossless": is_drawing}
        case "AVIF":
            # What several threads make of it need not be the same.
            return {"quality": 65, "max_threads": 1}
        case _:
            return {}


@frozen
class _HeldImage:
    """An image as it is seen, at most as large as it is published; nobody changes it. `profile` says its colours."""

    image: Image
    profile: bytes
    is_drawing: bool


@functools.lru_cache(maxsize=_MOST_HELD)
def _held(body: bytes) -> _HeldImage:
    from PIL.Image import Transpose  # noqa: PLC0415

    with _opened(body) as opened:
        orientation = _orientation(opened)
        if opened.format in {"JPEG", "MPO"}:
            # It is read at a half, a quarter or an eighth of its size, if that is large enough.
            opened.draft(None, (1, LARGEST) if orientation in _SIDEWAYS else (LARGEST, 1))
        image, profile = _in_plain_colours(opened)
        if orientation in _TURNS:
            image = image.transpose(Transpose[_TURNS[orientation]])
        image = _shrunk(image, LARGEST)
        is_drawing = _format_of(opened) != "JPEG" and image.getcolors(_COLOURS_OF_A_DRAWING) is not None
        return _HeldImage(image, profile, is_drawing)


def _shrunk(image: Image, width: int) -> Image:
    from PIL.Image import Resampling  # noqa: PLC0415

    if image.width <= width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Resampling.LANCZOS, reducing_gap=3.0)


def _in_plain_colours(image: Image) -> tuple[Image, bytes]:
    """The image in grey or in colours, transparent or not, and nothing else; and the profile of these colours."""
    profile: bytes = image.info.get("icc_profile") or b""
    if image.mode == "CMYK":
        plain, profile = _from_inks(image, profile), b""
    elif image.mode.startswith("I;16"):
        # Of two bytes the one that counts.
        plain = image.point(lambda value: value / 256).convert("L")
    elif image.has_transparency_data:
        plain = image.convert("RGBA")
    else:
        plain = image.convert("L" if image.mode in {"1", "L", "I", "F"} else "RGB")
    plain.info = {}
    return plain, profile if plain.mode in _MODES.get(profile[_COLOURS], ()) else b""


def _from_inks(image: Image, profile: bytes) -> Image:
    """An image for print in colours for screens, by its profile if that can be read."""
    from PIL import ImageCms  # noqa: PLC0415

    try:
        inks = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, inks, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError):
        return image.convert("RGB")


def _format_of(image: Image) -> str:
    # MPO is JPEG, with more images behind the one that readers see.
    return "JPEG" if image.format == "MPO" else image.format or ""


def _is_still(image: Image) -> bool:
    return image.format == "MPO" or not (image.format == "GIF" or getattr(image, "is_animated", False))


def _orientation(image: Image) -> int:
    """How the image lies, by Exif: 1 where it is upright. Of PNG only what stands before the pixels is asked."""
    from PIL.Image import Image as AnyImage  # noqa: PLC0415

    found = AnyImage.getexif(image).get(0x0112, 1)
    return found if isinstance(found, int) else 1


@contextmanager
def _opened(body: bytes) -> Iterator[Image]:
    from PIL import Image  # noqa: PLC0415

    with _telling_faults(), Image.open(io.BytesIO(body), formats=_FORMATS) as image:
        yield image


@contextmanager
def _telling_faults() -> Iterator[None]:
    """Raise an `UnreadableImageError` for whatever goes wrong, with an argument where an image is too large."""
    from PIL.Image import DecompressionBombError  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except UnreadableImageError:
        raise
    except DecompressionBombError:
        raise UnreadableImageError("too large") from None
    except Exception:  # a damaged image leads Pillow astray in more ways than it says
        raise UnreadableImageError from None
