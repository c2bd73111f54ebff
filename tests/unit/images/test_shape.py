"""What image files are: their size as pages say it, and the sizes among which browsers choose."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from standfirst.images.shape import ImageShape, shapes_of
from standfirst.reading.files import ImageFile


def shape(name: str, body: bytes) -> ImageShape:
    (found,) = shapes_of((ImageFile(name, body),)).values()
    return found


def raster(width: int, height: int, format_: str) -> bytes:
    out = io.BytesIO()
    Image.new("L", (width, height)).save(out, format_)
    return out.getvalue()


@pytest.mark.parametrize(
    ("size", "format_", "shown", "sizes"),
    [
        ((2000, 1000), "JPEG", (1920, 960), ["a.480.webp", "a.960.webp", "a.1920.webp"]),
        ((1920, 10), "WEBP", (1920, 10), ["a.480.webp", "a.960.webp", "a"]),
        ((1000, 500), "PNG", (1000, 500), ["a.480.webp", "a.1000.webp"]),
        ((500, 500), "PNG", (500, 500), ["a.500.webp"]),
        ((500, 500), "WEBP", (500, 500), []),
        ((480, 1), "JPEG", (480, 1), []),
        ((3000, 1), "PNG", (1920, 1), ["a.480.webp", "a.960.webp", "a.1920.webp"]),
    ],
)
def test_an_image_has_sizes_up_to_its_own_and_none_that_would_save_little(
    size: tuple[int, int], format_: str, shown: tuple[int, int], sizes: list[str]
) -> None:
    found = shape("a", raster(*size, format_))
    assert (found.width, found.height) == shown
    assert [each.route.removeprefix("images/") for each in found.sizes] == sizes
    assert found.own


def test_an_image_is_known_by_its_name_as_editors_compose_it() -> None:
    assert [*shapes_of((ImageFile("cafe\u0301.png", raster(2, 1, "PNG")),))] == ["caf\u00e9.png"]


def test_what_is_published_as_it_is_has_no_sizes() -> None:
    assert shape("a.gif", raster(900, 300, "GIF")) == ImageShape(900, 300)
    assert shape("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="3"/>') == ImageShape(9, 3)


def test_an_image_that_cannot_be_read_says_why() -> None:
    assert shape("a.png", b"no").fault
    assert shape("a.png", b"no").hint


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="300" height="150"', (300, 150)),
        ('width="30mm" height="1.5in" viewBox="0 0 9 9"', (113, 144)),
        ('width="300" viewBox="0 0 20 10"', (300, 150)),
        ('height="300" viewBox="0,0,20,10"', (600, 300)),
        ('viewBox="0 0 20 10"', (960, 480)),
        ('width="100%" height="100%" viewBox="0 0 20 10"', (960, 480)),
        ('width="100%" height="50"', (0, 0)),
        ('viewBox="0 0 0 10"', (0, 0)),
        ('viewBox="a b c d"', (0, 0)),
        (f'width="{"9" * 400}" height="9"', (0, 0)),
        (f'viewBox="0 0 .{"0" * 400}1 9"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_a_drawing_has_the_size_that_it_says_or_the_ratio_of_its_box(attributes: str, size: tuple[int, int]) -> None:
    drawing = shape("a.svg", f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode())
    assert (drawing.width, drawing.height) == size


@pytest.mark.parametrize("body", [b"", b"\x00", b"<svg", b"no", b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>"])
def test_a_drawing_that_is_none_has_no_size(body: bytes) -> None:
    assert shape("a.svg", body) == ImageShape()
