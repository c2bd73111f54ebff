"""How well colours can be read, and the nearest of the same hue that can."""

from __future__ import annotations

import colorsys

import pytest

from standfirst.outputs.colours import AA, AAA, Rgb, contrast, hex_of, nearest_readable, rgb_of

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
PAPERS = {"light": ((0xFD, 0xFC, 0xF9), (0xF3, 0xEC, 0xD8)), "dark": ((0x17, 0x16, 0x14), (0x35, 0x30, 0x1F))}


def hue(colour: Rgb) -> float:
    return colorsys.rgb_to_hls(*(part / 255 for part in colour))[0] * 360


@pytest.mark.parametrize(
    ("one", "other", "expected"), [(BLACK, WHITE, 21.0), (WHITE, WHITE, 1.0), ((0x77,) * 3, WHITE, 4.48)]
)
def test_contrast_is_that_of_wcag_whichever_colour_comes_first(one: Rgb, other: Rgb, expected: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize("papers", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize("least", [AA, AAA])
@pytest.mark.parametrize("written", ["#e07a5f", "#17466e", "#ffcc00", "#00ff00", "#884466", "#808080", "#ffffff"])
def test_the_nearest_readable_colour_can_be_read_and_is_of_the_same_hue(
    written: str, least: float, papers: tuple[Rgb, ...]
) -> None:
    colour = rgb_of(written)
    assert colour
    nearest = nearest_readable(colour, papers, least)
    assert min(contrast(nearest, paper) for paper in papers) >= least
    if max(nearest) - min(nearest) > 40:  # of nearly grey ones the hue is a matter of rounding
        assert abs((hue(nearest) - hue(colour) + 180) % 360 - 180) < 4
    # It is the nearest: a little less far it could not be read, unless it is the colour itself.
    back = tuple(
        part + (0 if part == old else 3 if old > part else -3) for part, old in zip(nearest, colour, strict=True)
    )
    assert nearest == colour or min(contrast(back, paper) for paper in papers) < least  # type: ignore[arg-type]


def test_a_colour_is_read_as_style_sheets_write_it_and_written_so() -> None:
    assert [rgb_of(each) for each in ("#17466e", "#FFF", "Canvas", "")] == [(0x17, 0x46, 0x6E), WHITE, None, None]
    assert hex_of((0x17, 0x46, 0x6E)) == "#17466e"
