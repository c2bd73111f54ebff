"""Images that nobody is credited for, and alternative texts that say nothing."""

from __future__ import annotations

import pytest

from standfirst.checks.image_records import doubtful_images
from tests.explainers import content, joined


def said(facts: str, *sections: str) -> list[str]:
    site = joined(content(facts, *sections, images=("b.png", "Old Map_1.svg")))
    return [str(each) for each in doubtful_images(site)]


def test_an_image_that_is_set_by_its_name_and_has_no_record_is_told_with_what_to_write() -> None:
    says = "warning: nobody is credited for the image"
    does = "write a record under images: with `file: {}` and `credit:`, and set it as ![](image:{})"
    assert said("", "![A](images/b.png)\n\n![A](<images/Old Map_1.svg>)") == [
        f"sections/1-part.md:5:6: {says} 'images/b.png'; {does.format('b.png', 'b')}",
        f"sections/1-part.md:7:7: {says} 'images/Old Map_1.svg'; {does.format('Old Map_1.svg', 'id')}",
    ]
    assert said("images: {b: {file: b.png, alt: A bridge, credit: Ann}}", "![A](images/b.png)") == []


@pytest.mark.parametrize(
    ("alt", "caption", "is_told"),
    [
        ("b.png", "It", True),
        ("IMG_2031.JPG", "It", True),
        ("B", "It", True),
        ("A bridge", "A bridge.", True),
        ("A bridge", "The bridge.", False),
    ],
)
def test_an_alternative_text_says_more_than_the_name_of_the_file_and_other_than_the_caption(
    alt: str, caption: str, is_told: bool
) -> None:
    found = said(f"images: {{b: {{file: b.png, alt: {alt}, caption: {caption}, credit: Ann}}}}")
    assert bool(found) == is_told
