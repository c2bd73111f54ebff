"""Images of pixels: what their headers say, and what is left of them once they are made ready for the web."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image

from standfirst.images.raster import (
    LARGEST,
    NOT_READ,
    RasterFault,
    RasterHeader,
    UnreadableImageError,
    raster_header,
    resized,
)

ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F


def saved(image: Image.Image, format_: str, **choices: object) -> bytes:
    out = io.BytesIO()
    image.save(out, format_, **choices)
    return out.getvalue()


def opened(body: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(body))
    image.load()
    return image


def halves(width: int, height: int) -> Image.Image:
    """An image whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (width // 2, 0, width, height))
    return image


def colour_at(image: Image.Image, x: int, y: int) -> str:
    red, _, blue = image.convert("RGB").getpixel((x, y))  # type: ignore[misc]
    return "red" if red > blue else "blue"


def photograph(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, "SECRET"
    exif.get_ifd(GPS)[1] = "N"
    return saved(halves(64, 32), "JPEG", exif=exif, comment=b"SECRET", quality=95)


# What Exif says of how the image lies, and on which side of the upright image the red half then is.
@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [
        (1, (64, 32), (0, 0)),
        (2, (64, 32), (63, 0)),
        (3, (64, 32), (63, 31)),
        (4, (64, 32), (0, 31)),
        (5, (32, 64), (0, 0)),
        (6, (32, 64), (31, 0)),
        (7, (32, 64), (31, 63)),
        (8, (32, 64), (0, 63)),
        (9, (64, 32), (0, 0)),
    ],
)
def test_an_image_lies_as_it_is_seen_and_nothing_tells_where_it_was_taken(
    orientation: int, size: tuple[int, int], red_at: tuple[int, int]
) -> None:
    body = photograph(orientation)
    assert raster_header(body) == RasterHeader("JPEG", *size, is_still=True)
    for format_ in ("JPEG", "WEBP"):
        made = resized(body, LARGEST, format_)
        image = opened(made)
        assert image.size == size
        assert colour_at(image, *red_at) == "red"
        assert not image.getexif()
        assert b"SECRET" not in made


def test_an_image_is_never_made_larger_and_keeps_its_ratio() -> None:
    body = saved(halves(100, 37), "PNG")
    assert opened(resized(body, 480, "WEBP")).size == (100, 37)
    assert opened(resized(body, 50, "WEBP")).size == (50, 18)


def test_the_same_image_gives_the_same_bytes() -> None:
    bodies = [saved(halves(200, 100), format_) for format_ in ("JPEG", "PNG", "WEBP", "AVIF")]
    for body in bodies:
        own = raster_header(body)
        assert isinstance(own, RasterHeader)
        assert resized(body, 90, own.format) == resized(bytes(bytearray(body)), 90, own.format)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_whatever_colours_an_image_has_each_format_can_show_them(mode: str) -> None:
    image = Image.new(mode, (40, 20)) if mode != "P" else halves(40, 20).quantize(4)
    for format_ in ("PNG", "WEBP"):
        assert opened(resized(saved(image, "PNG"), 30, format_)).size == (30, 15)


def test_what_is_transparent_stays_so_and_a_drawing_loses_nothing() -> None:
    image = Image.new("RGBA", (40, 20))
    image.paste((200, 10, 10, 255), (0, 0, 20, 20))
    made = opened(resized(saved(image, "PNG"), 40, "WEBP")).convert("RGBA")
    assert (made.getpixel((5, 5)), made.getpixel((30, 5))) == ((200, 10, 10, 255), (0, 0, 0, 0))


def test_grey_of_sixteen_bits_is_as_bright_as_it_was() -> None:
    image = Image.new("I;16", (8, 8), 128 * 256)
    assert opened(resized(saved(image, "PNG"), 8, "PNG")).getpixel((4, 4)) == 128


def test_colours_for_print_become_colours_for_screens_and_other_profiles_are_kept() -> None:
    inks = Image.new("CMYK", (16, 16), (255, 0, 0, 0))
    assert opened(resized(saved(inks, "JPEG"), 16, "JPEG")).mode == "RGB"
    profile = b"\0" * 16 + b"RGB " + b"\0" * 108
    shown = opened(resized(saved(halves(16, 16), "JPEG", icc_profile=profile), 16, "JPEG"))
    assert shown.info["icc_profile"] == profile


def test_what_moves_is_told_apart_and_a_photograph_in_several_parts_does_not_move() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    for format_, is_still in (("GIF", False), ("WEBP", False), ("PNG", False), ("MPO", True)):
        header = raster_header(saved(frames[0], format_, save_all=True, append_images=frames[1:]))
        assert isinstance(header, RasterHeader)
        assert (header.is_still, header.width) == (is_still, 8)
    parts = saved(frames[0], "MPO", save_all=True, append_images=frames[1:])
    assert opened(resized(parts, 8, "JPEG")).format == "JPEG"


@pytest.mark.parametrize("body", [b"", b"x", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"<svg/>"])
def test_what_is_no_image_is_told(body: bytes) -> None:
    assert raster_header(body) == NOT_READ


def test_an_image_that_breaks_off_or_is_damaged_is_told_when_its_pixels_are_read() -> None:
    body = saved(Image.effect_noise((300, 300), 50), "PNG")
    for broken in (body[: len(body) // 2], body[:200] + b"x" * 50 + body[250:]):
        assert isinstance(raster_header(broken), RasterHeader)
        with pytest.raises(UnreadableImageError):
            resized(broken, 100, "WEBP")


def test_an_image_that_would_fill_the_memory_is_told_by_its_header() -> None:
    for side in (12_000, 60_000):
        header = b"IHDR" + side.to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
        behind = zlib.crc32(header).to_bytes(4, "big") + b"\0\0\0\0IDAT\0\0\0\0"
        found = raster_header(b"\x89PNG\r\n\x1a\n\0\0\0\r" + header + behind)
        assert isinstance(found, RasterFault)
        assert found != NOT_READ
