"""What views of facts and pages are made of: links, dates and images."""

from __future__ import annotations

from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen


@frozen
class Link:
    """Words that lead somewhere in the site."""

    text: str
    address: Address


@frozen
class DateView:
    """A date in words, and for machines where HTML has a form for it (else empty).

    A date that `has_two_ends` has words of its own for them, and is shown without a "since" or "until".
    """

    text: str
    machine: str
    has_two_ends: bool = False


@frozen
class CardView:
    """The picture that is shown where a page is shared, its size in pixels, and what it says or shows in words."""

    address: Address
    width: int
    height: int
    alt: str
    media_type: str = "image/png"


@frozen
class SizedImage:
    """An image in one of its sizes: where it lies, and its width in pixels."""

    address: Address
    width: int


@frozen
class ShownImage:
    """An image file as pages show it; width and height are in pixels, 0 where they are not known.

    `sizes` are those among which a browser may choose, the smallest first, all of one media type. That at its own
    address is known of images of pixels that are still.
    """

    route: str
    address: Address
    width: int
    height: int
    media_type: str
    sizes: tuple[SizedImage, ...] = ()
    type_of_sizes: str = ""
