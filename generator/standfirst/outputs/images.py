"""The writer's images as they are published: in several sizes, upright and without metadata, or as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from standfirst.images.raster import NOT_READ, UnreadableImageError, resized
from standfirst.images.shape import Rendition, image_route
from standfirst.model import Origin
from standfirst.outputs.artifact import Artifact, PlannedFile
from standfirst.problems.errors import SiteError
from standfirst.reading.files import ImageFile
from standfirst.site.images import places_of_images, unshown
from standfirst.site.site import Site


def image_files(files: Sequence[ImageFile], site: Site) -> Iterator[Artifact | PlannedFile]:
    """Yield the images of a site in all their sizes, each where pages refer to it."""
    places = places_of_images(site) if files else {}
    for file in files:
        route = image_route(file.name)
        shape = site.images.get(route.removeprefix("images/"))
        if shape is None:  # It is held back with what it belongs to.
            continue
        if shape.own is None:
            yield Artifact(route, file.body)
            continue
        for size in dict.fromkeys((*shape.sizes, shape.own)):
            yield PlannedFile(size.route, partial(_body, file, size, places[route]), f"{shape.digest} {size.width}")


def _body(file: ImageFile, size: Rendition, place: Origin) -> bytes:
    try:
        return resized(file.body, size.width, size.format)
    except UnreadableImageError:
        raise SiteError([unshown(image_route(file.name), place, NOT_READ)]) from None
