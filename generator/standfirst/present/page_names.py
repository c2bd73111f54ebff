"""What pages are called, each by one name: in its heading, in the navigation, and wherever a link leads to it."""

from __future__ import annotations

from standfirst.language.locale import N_
from standfirst.model import Kind
from standfirst.model.addresses import (
    ABOUT,
    CHANGES,
    CHRONOLOGY,
    CLAIMS,
    DATA,
    FIGURES,
    GLOSSARY,
    IMAGES,
    PLACES,
    SEARCH,
    SOURCES,
    UNKNOWNS,
    UPDATES,
    Address,
)
from standfirst.present.kind_names import kind_heading
from standfirst.present.naming import Phrasing
from standfirst.present.view_parts import Link

_NAMES = {
    ABOUT: N_("About this explainer"),
    CHANGES: N_("Changes by day"),
    CHRONOLOGY: N_("Chronology"),
    CLAIMS: kind_heading(Kind.CLAIM),
    DATA: N_("Data"),
    FIGURES: kind_heading(Kind.FIGURE),
    GLOSSARY: N_("Glossary"),
    IMAGES: kind_heading(Kind.IMAGE),
    PLACES: kind_heading(Kind.PLACE),
    SEARCH: N_("Search"),
    SOURCES: kind_heading(Kind.SOURCE),
    UNKNOWNS: kind_heading(Kind.UNKNOWN),
    UPDATES: N_("Updates and corrections"),
}


def page_name(route: str, phrasing: Phrasing) -> str:
    """Return what the page at a route is called, one of those that every explainer may have."""
    return phrasing.say(_NAMES[route])


def page_link(route: str, phrasing: Phrasing) -> Link:
    """Return the way to that page, by its name."""
    return Link(page_name(route, phrasing), Address(route))
