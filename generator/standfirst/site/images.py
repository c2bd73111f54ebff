"""The images that a site shows: where each is named, and what is wrong with those that cannot be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from standfirst.cache import cached_per_item
from standfirst.images.raster import RasterFault
from standfirst.images.shape import ImageShape, ImageShapes, image_route
from standfirst.model import Content, Explainer, Image, Origin
from standfirst.model.walking import Holder, prose_in
from standfirst.problems.errors import Problem, miswritten
from standfirst.problems.remedies import Remedy, suggestions
from standfirst.prose.addresses import file_named
from standfirst.reading.files import IMAGE_ENDINGS
from standfirst.site.site import Site

_ENDINGS = ", ".join(ending.removeprefix(".") for ending in IMAGE_ENDINGS)


def published_images(images: ImageShapes, content: Content, shown: Sequence[Holder]) -> ImageShapes:
    """Return the images without those that are named by something that is held back, and by nothing that is shown.

    Those that nothing names at all are published.
    """
    held_back = [each for each in (*content.sections, *content.facts) if each.is_held_back]
    if not images or not held_back:
        return images
    named = {route for route, _ in _named_by.flat_map(shown)}
    named.update(_linked_to.flat_map(shown), _routes_of_look(content.explainer))
    hidden = {route for route, _ in _named_by.flat_map(held_back)} - named
    return MappingProxyType({name: shape for name, shape in images.items() if image_route(name) not in hidden})


def _routes_of_look(explainer: Explainer) -> Iterator[str]:
    logo, icon = explainer.look.logo, explainer.look.favicon
    return (image_route(each.name) for each in (logo and logo.file, logo and logo.dark, icon) if each)


def unshown_images(site: Site) -> Iterator[Problem]:
    """Yield a problem for each place that names an image which is not there, or cannot be read.

    An image that cannot be read and is named nowhere has its problem by itself, since it is published, too.
    """
    known = {image_route(name): shape for name, shape in sorted(site.images.items())}
    named = tuple(_named_by.flat_map(site.holders))
    missing = [(route, origin) for route, origin in named if route not in known]
    near = suggestions((route for route, _ in missing), known)
    for route, origin in missing:
        yield miswritten(origin, f"there is no image '{route}'", near[route] or _remedy_for(route), route)
    for route, shape in known.items():
        if shape.fault:
            places = [origin for name, origin in named if name == route]
            yield from (unshown(route, origin, shape) for origin in places or [place_of_file(route, site)])


def unshown(route: str, origin: Origin, shape: ImageShape | RasterFault) -> Problem:
    """Return the problem of a place that names an image which cannot be shown."""
    return Problem(origin, f"'{route}' cannot be shown: {shape.fault}", shape.hint)


def places_of_images(site: Site) -> Mapping[str, Origin]:
    """Return the first place that names an image, for each by where it is published; else that of the file itself."""
    places = {route: place_of_file(route, site) for route in map(image_route, site.images)}
    named = sorted(_named_by.flat_map(site.holders), key=lambda each: each[1], reverse=True)
    return places | dict(named)


def place_of_file(route: str, site: Site) -> Origin:
    """Return where a file of the content folder begins, which is named by its path below that."""
    folder = site.explainer.origin.path.rpartition("/")
    return Origin(f"{folder[0]}{folder[1]}{route}", 1, 1)


@cached_per_item
def _named_by(holder: Holder) -> Iterator[tuple[str, Origin]]:
    own = [(image_route(holder.file), holder.origin_of("file"))] if isinstance(holder, Image) else []
    return chain(own, *(prose.images for prose in prose_in(holder)))


@cached_per_item
def _linked_to(holder: Holder) -> Iterator[str]:
    """The files of the site to which a text links."""
    return (file_named(target) for prose in prose_in(holder) for target, _ in prose.links)


def _remedy_for(route: str) -> Remedy:
    is_read = route.lower().endswith(IMAGE_ENDINGS)
    return Remedy("put it in images/" if is_read else f"save it in images/ as one of these: {_ENDINGS}")
