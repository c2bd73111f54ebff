"""Image files as pages show them: where each of their sizes lies."""

from __future__ import annotations

from urllib.parse import urlsplit

from standfirst.images.shape import ImageShapes, Rendition, image_route
from standfirst.model.addresses import Address
from standfirst.present.view_parts import ShownImage, SizedImage
from standfirst.prose.addresses import address_of_file


def shown_image(name: str, shapes: ImageShapes) -> ShownImage:
    """Return an image as pages show it, by the path of its file below images/."""
    shape, route = shapes[name], image_route(name)
    return ShownImage(
        route=route,
        address=Address(address_of_file(route)),
        width=shape.width,
        height=shape.height,
        media_type=_media_type(shape.own) if shape.own else "",
        sizes=tuple(SizedImage(Address(address_of_file(each.route)), each.width) for each in shape.sizes),
        type_of_sizes=_media_type(shape.sizes[0]) if shape.sizes else "",
    )


def host_of(url: str) -> str:
    """Return the name of a host as readers know it, without `www.` and a port."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _media_type(size: Rendition) -> str:
    return f"image/{size.format.lower()}"
