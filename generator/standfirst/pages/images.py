"""Every image with its credit and licence, in the order of the facts files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from standfirst.model import Image
from standfirst.model.addresses import IMAGES
from standfirst.model.frozen_class import frozen
from standfirst.pages.listing import ListPage, lister_of, one, plan_list, rules_of
from standfirst.present.long_lists import Pager
from standfirst.present.page_view import PageFields, PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.views import ImageView


@frozen(kw_only=True)
class ImagesView(PageView):
    images: tuple[ImageView, ...]
    pager: Pager


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page of images, where there are any."""
    images, say = planner.site.all(Image), planner.say
    if images:
        page = ListPage(
            kind="images",
            route=IMAGES,
            folder="images",
            title=planner.name(IMAGES),
            description=say("Every image of this explainer, who made it, and how it may be used."),
            template="pages/images.html",
            rules=rules_of(one),
            lister=lister_of(planner, one),
            view=partial(_view, planner),
        )
        yield from plan_list(page, images, planner)


def _view(planner: Planner, fields: PageFields, images: Sequence[Image], pager: Pager) -> ImagesView:
    return ImagesView(**fields, images=planner.presenter.views(ImageView, images), pager=pager)
