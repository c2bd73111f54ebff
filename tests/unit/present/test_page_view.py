"""What every page shows around its own: where the site lies, when it changed, and the ways through it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.model import Drafts
from standfirst.model.addresses import Address
from standfirst.present.page_view import IconView, LinkedAssets, SiteView, site_view_of
from standfirst.present.presenter import Presenter
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.sources.lock import Lock
from tests.explainers import content, joined

ASSETS = LinkedAssets(
    stylesheet=Address("assets/a.css"),
    script=Address("assets/a.js"),
    icon=IconView(Address("assets/icon.svg"), "image/svg+xml"),
)
CLAIM = "claims: {fell: {claim: It fell., uncited: x}}\n"


def site_view(files: ContentFiles, *, drafts: Drafts = Drafts.HIDE) -> SiteView:
    return site_view_of(Presenter(joined(files), Lock({})), ASSETS, drafts=drafts)


def test_it_has_what_the_explainer_says_of_itself_and_what_pages_load() -> None:
    view = site_view(
        content(
            settings="publisher: The Courier\nauthors: [Ada, Ben]\nlicence: CC-BY-SA-4.0\n",
            language="fa-IR",
        ),
    )
    assert (view.title, view.publisher, view.authors) == ("What happened?", "The Courier", ("Ada", "Ben"))
    assert (view.language, view.region, view.direction) == ("fa-IR", "fa_IR", "rtl")
    assert (view.licence, view.licence_address) == (
        "CC-BY-SA-4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    )
    assert (view.facts_as_of.machine, view.published.machine) == ("2025-01-01", "2025-01-02")
    assert (view.stylesheet, view.script, view.icon) == (ASSETS.stylesheet, ASSETS.script, ASSETS.icon)


@pytest.mark.parametrize(
    ("written", "base_url", "base_path"),
    [
        ("https://example.org", "https://example.org/", "/"),
        ("https://example.org/moon", "https://example.org/moon/", "/moon/"),
        ("https://example.org/moon/", "https://example.org/moon/", "/moon/"),
    ],
)
def test_the_address_of_a_site_ends_in_one_slash(written: str, base_url: str, base_path: str) -> None:
    files = content()
    settings = InputFile("site.yaml", files.settings.text.replace("https://example.org/", written))
    view = site_view(replace(files, settings=settings))
    assert (view.base_url, view.base_path) == (base_url, base_path)


@pytest.mark.parametrize(
    ("settings", "days", "updated"),
    [
        ("", (), None),
        ("", (3, 5, 4), "2025-02-05"),
        ("updated: 2025-03-01\n", (3, 5, 4), "2025-03-01"),
    ],
)
def test_it_was_updated_when_it_says_so_or_else_at_its_last_update(
    settings: str, days: tuple[int, ...], updated: str | None
) -> None:
    records = "".join(f"  u{day}: {{date: 2025-02-0{day}, kind: update, text: So.}}\n" for day in days)
    view = site_view(content(f"updates:\n{records}" if records else "", settings=settings))
    assert (view.updated and view.updated.machine) == updated
    # Only what is told of can be read about.
    assert bool(view.changes) == bool(days)


@pytest.mark.parametrize(("facts", "more"), [("", []), (CLAIM, ["Claims"])])
def test_the_navigation_leads_to_claims_only_where_there_are_any(facts: str, more: list[str]) -> None:
    view = site_view(content(facts))
    assert [link.text for link in (*view.navigation, *view.footer)] == [
        "Explainer", "Chronology", "Glossary", *more, "Sources", "Search",
        "Updates and corrections", "Changes by day", "About this explainer", "Accessibility", "Data",
    ]  # fmt: skip
    assert [link.address.route for link in (*view.navigation, *view.footer)] == [
        "index.html", "chronology.html", "glossary.html", *[f"{each.lower()}.html" for each in more],
        "sources.html", "search.html", "updates.html", "changes.html", "about.html", "about.html",
        "data.html",
    ]  # fmt: skip


def test_only_what_is_published_has_feeds() -> None:
    published, preview = site_view(content()), site_view(content(), drafts=Drafts.SHOW)
    assert [(feed.address.route, feed.media_type) for feed in published.feeds] == [
        ("feed.xml", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
    ]
    assert (published.drafts, preview.drafts, preview.feeds) == (False, True, ())


EDITIONS = """
editions:
  EN: https://example.org/
  fr: https://example.org/fr
  ar-LY: https://example.org/ar/
  x-default: https://example.org
"""


def test_editions_in_other_languages_are_named_in_these_and_listed_with_this_one_for_machines() -> None:
    view = site_view(content(settings=EDITIONS))
    assert [(each.language, each.name, each.direction, each.address) for each in view.editions] == [
        ("fr", "Français", "ltr", "https://example.org/fr/"),
        ("ar-LY", "العربية (ليبيا)", "rtl", "https://example.org/ar/"),
    ]
    assert view.alternates == (
        ("en", "https://example.org/"),
        ("fr", "https://example.org/fr/"),
        ("ar-LY", "https://example.org/ar/"),
        ("x-default", "https://example.org/"),
    )


def test_what_is_no_edition_lists_none_for_machines() -> None:
    assert site_view(content(settings=EDITIONS), drafts=Drafts.SHOW).alternates == ()
    alone = site_view(content(settings="editions: {en: https://example.org/, x-default: https://example.org/}\n"))
    assert (alone.editions, alone.alternates) == ((), ())
