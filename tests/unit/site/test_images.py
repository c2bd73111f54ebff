"""Images that a site names: they are there, and can be shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.model import Drafts
from standfirst.reading.files import ImageFile
from standfirst.site.images import places_of_images
from tests.explainers import content, joined, problems_of_resolving

RECORD = "images:\n  a: {{file: {}, alt: A bridge, credit: Ann}}\n"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("brigde.png", "did you mean 'images/bridge.png'?"),
        ("maps/town.png", "put it in images/"),
        ("town.heic", "save it in images/ as one of these: avif, gif, jpeg, jpg, png, svg, webp"),
    ],
)
def test_the_file_of_a_record_must_be_there(name: str, hint: str) -> None:
    files = content(RECORD.format(name), images=("bridge.png",))
    assert problems_of_resolving(files) == [f"facts.yaml:2:13: there is no image 'images/{name}'; {hint}"]


def test_an_image_that_cannot_be_read_is_told_wherever_it_is_named_and_else_by_itself() -> None:
    files = content(RECORD.format("b.png"), "![A](images/b.png)")
    files = replace(files, images=(ImageFile("b.png", b"no image"), ImageFile("c.png", b"")))
    said = ": this is no image that can be read, or it is damaged; save it anew, as JPEG, PNG, WebP, AVIF or GIF"
    assert problems_of_resolving(files) == [
        f"facts.yaml:2:13: 'images/b.png' cannot be shown{said}",
        f"images/c.png:1:1: 'images/c.png' cannot be shown{said}",
        f"sections/1-part.md:5:6: 'images/b.png' cannot be shown{said}",
    ]


def test_an_image_has_its_place_where_it_is_first_named() -> None:
    files = content(RECORD.format("b.png"), "![A](images/b.png) ![A](images/c.png)", images=("b.png", "c.png", "d.png"))
    places = places_of_images(joined(files))
    assert {route: origin.path for route, origin in places.items()} == {
        "images/b.png": "facts.yaml",
        "images/c.png": "sections/1-part.md",
        "images/d.png": "images/d.png",
    }


def test_an_image_that_only_something_held_back_names_is_held_back_with_it() -> None:
    records = "".join(
        f"  {name}: {{file: {name}.png, alt: A, credit: B, draft: true}}\n" for name in ("a", "b", "c", "d")
    )
    later = "  e: {file: e.png, alt: A, credit: B, publish_at: 2026-05-12}\n"
    shown = "![A](images/a.png) and [it](images/b.png)"
    files = content(
        f"images:\n{records}{later}",
        shown,
        settings="look: {favicon: c.png}\n",
        images=tuple(f"{name}.png" for name in "abcdef"),
    )
    assert sorted(joined(files).images) == ["a.png", "b.png", "c.png", "f.png"]
    assert len(joined(files, drafts=Drafts.SHOW).images) == 6
