"""Images that nobody is credited for, and words for those who do not see an image that tell them nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from standfirst.cache import cached_per_item
from standfirst.images.shape import image_route
from standfirst.model import Image, Origin
from standfirst.model.walking import Holder, prose_in
from standfirst.problems.errors import Problem, Severity
from standfirst.prose.references import ID
from standfirst.reading.files import IMAGE_ENDINGS
from standfirst.site.site import Site


def doubtful_images(site: Site) -> Iterator[Problem]:
    """Yield a warning for each image that is set by the name of its file and has no record, and for alternative texts.

    An alternative text that is the name of a file, or the caption once more, says nothing to who hears both.
    """
    credited = {image_route(image.file) for image in site.all(Image)}
    for route, origin in _set_by_name.flat_map(site.holders):
        if route not in credited:
            name = route.removeprefix("images/")
            hint = f"write a record under images: with `file: {name}` and `credit:`, and set it as {_embed(name)}"
            yield Problem(origin, f"nobody is credited for the image '{route}'", hint, Severity.WARNING)
    yield from _alternatives.flat_map(site.all(Image))


def _embed(name: str) -> str:
    stem = PurePosixPath(name).stem.lower().replace("_", "-")
    return f"![](image:{stem})" if ID.fullmatch(stem) else "![](image:id)"


@cached_per_item
def _set_by_name(holder: Holder) -> Iterator[tuple[str, Origin]]:
    return (named for prose in prose_in(holder) for named in prose.images)


@cached_per_item
def _alternatives(image: Image) -> Iterator[Problem]:
    said = image.alt.casefold().rstrip(".")
    origin, hint = image.origin_of("alt"), "say in words what it shows"
    if said.endswith(IMAGE_ENDINGS) or said == PurePosixPath(image.file).stem.casefold():
        message = f"the alternative text of {image.fact_id} is the name of a file"
        yield Problem(origin, message, hint, Severity.WARNING)
    elif image.caption and said == image.caption.markdown.casefold().rstrip("."):
        message = f"the alternative text of {image.fact_id} is its caption, which is read out as well"
        yield Problem(origin, message, hint, Severity.WARNING)
