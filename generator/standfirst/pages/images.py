"""Every image with its credit and licence, in the order of the facts files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from standfirst.model import Image
from standfirst.model.addresses import IMAGES
from standfirst.model.frozen_class import frozen
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import ImageView


@frozen(kw_only=True)
class ImagesView(PageView):
    images: tuple[ImageView, ...]


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of images, where there are any."""
    if planner.site.all(Image):
        yield PlannedPage(IMAGES, "pages/images.html", partial(_view, planner))


def _view(planner: Planner) -> ImagesView:
    say = planner.say
    shared = planner.page_fields(
        "images", IMAGES, say("Images"), say("Every image of this explainer, who made it, and how it may be used.")
    )
    return ImagesView(**shared, images=planner.presenter.views(ImageView, planner.site.all(Image)))
