"""Image files that are garbled: each is read, or told of, and nothing else comes of it."""

from __future__ import annotations

import io
import xml.etree.ElementTree

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from standfirst.images.raster import UnreadableImageError, resized
from standfirst.images.shape import shapes_of
from standfirst.reading.files import ImageFile
from tests.fuzz.oracle import garbled, tries


def saved(format_: str, **choices: object) -> str:
    """Return a whole image with an orientation, each of its bytes as the character of that number."""
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x0112] = 6
    Image.linear_gradient("L").resize((40, 20)).convert("RGB").save(out, format_, exif=exif, **choices)
    return out.getvalue().decode("latin-1")


WHOLE = [saved(format_) for format_ in ("JPEG", "PNG", "WEBP", "AVIF")]
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="12.5mm" height="9" viewBox="0 0 20 10"><path d="M0 0"/></svg>'


def test_what_is_garbled_is_well_before() -> None:
    for whole in WHOLE:
        (shape,) = shapes_of((ImageFile("a", whole.encode("latin-1")),)).values()
        assert (shape.width, shape.height, shape.fault) == (20, 40, "")
    assert xml.etree.ElementTree.fromstring(DRAWING) is not None


@given(st.sampled_from(WHOLE).flatmap(garbled))
@tries(60)
def test_images_of_pixels(text: str) -> None:
    file = ImageFile("a", text.encode("latin-1", errors="replace"))
    (shape,) = shapes_of((file,)).values()
    assert bool(shape.fault) == bool(shape.hint) == (not shape.width)
    try:
        made = resized(file.body, 30, "WEBP")
    except UnreadableImageError:
        return
    with Image.open(io.BytesIO(made)) as image:
        assert image.width <= 30


@given(garbled(DRAWING))
@tries(60)
def test_drawings(text: str) -> None:
    (shape,) = shapes_of((ImageFile("a.svg", text.encode(errors="replace")),)).values()
    assert 0 <= shape.width <= 2**15
    assert 0 <= shape.height <= 2**15
