"""How we know, who made this, and on what terms it may be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import ABOUT
from generator.model import Source
from generator.pages.home import how_we_know
from generator.pages.page import Page, PageView, Planner
from generator.views import ProseView, SourceView


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView(PageView):
    how_we_know: ProseView | None
    sources: tuple[SourceView, ...]
    contact: str
    contact_address: str


def plan(planner: Planner) -> Iterator[Page]:
    """The page about the explainer."""
    site = planner.site
    say, explainer = planner.say, site.explainer
    view = AboutView(
        **planner.shared("about", ABOUT, say("About this explainer"), say("How this explainer was made.")),
        how_we_know=how_we_know(explainer, planner.presenter),
        sources=planner.presenter.views(SourceView, site.all(Source)),
        contact=explainer.contact,
        contact_address=_contact_address(explainer.contact),
    )
    yield Page(ABOUT, "pages/about.html", view)


def _contact_address(contact: str) -> str:
    """Where a link to the contact leads: a web or mail address, or nowhere for plain words."""
    if contact.startswith(("https://", "http://", "mailto:")):
        return contact
    return f"mailto:{contact}" if "@" in contact and " " not in contact else ""
