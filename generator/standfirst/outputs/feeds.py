"""The feeds of a site: the explainer and each of its updates, as Atom (RFC 4287) and as JSON Feed 1.1.

Both say the same. Times are those of the content, so that the same content gives the same bytes; a day that the content
names is told as its first moment in UTC, since both formats want a time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import escape

from standfirst.model import Update
from standfirst.model.addresses import ATOM, HOME, JSON_FEED, Address, address_of, permalink
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import PlannedFile
from standfirst.outputs.feed_changes import html_of_changes, lines_of_changes
from standfirst.present.kind_names import update_kind_name
from standfirst.present.naming import short_label
from standfirst.present.page_view import SiteView
from standfirst.present.planner import Planner
from standfirst.present.views import UpdateView

# So many updates a feed has, as readers fetch it again and again.
_MOST_UPDATES = 50


@frozen(kw_only=True)
class FeedEntry:
    """One entry of a feed. `address` is absolute, never changes, and so names it; days are `YYYY-MM-DD`.

    `html` says what its `text` does where that has parts.
    """

    address: str
    title: str
    text: str
    html: str = ""
    published: str
    updated: str
    authors: tuple[str, ...]


def feed_files(planner: Planner) -> Iterator[PlannedFile]:
    """The feeds that the pages of a site announce: both formats, or none for a preview of drafts."""
    if planner.site_view.feeds:
        yield PlannedFile(ATOM, partial(_feed, _atom, planner))
        yield PlannedFile(JSON_FEED, partial(_feed, _json_feed, planner))


def _feed(write: Callable[[SiteView, str, Sequence[FeedEntry]], str], planner: Planner) -> bytes:
    standfirst = planner.presenter.naming.plain(planner.site.explainer.standfirst)
    return write(planner.site_view, standfirst, feed_entries(planner)).encode()


def feed_entries(planner: Planner) -> tuple[FeedEntry, ...]:
    """Return the newest updates, newest first, and then the explainer itself."""
    site = planner.site_view
    explainer = FeedEntry(
        address=permalink(site.base_url, Address(HOME)),
        title=site.title,
        text=planner.presenter.naming.plain(planner.site.explainer.standfirst),
        published=site.published.machine,
        updated=(site.updated or site.published).machine,
        authors=site.authors,
    )
    return *(_entry(update, planner) for update in planner.site.all(Update)[:_MOST_UPDATES]), explainer


def _entry(update: Update, planner: Planner) -> FeedEntry:
    say, base_url = planner.say, planner.site_view.base_url
    text, day = planner.presenter.naming.plain(update.text), update.date.isoformat()
    (view,) = planner.presenter.views(UpdateView, [update])
    words = {"kind": say(update_kind_name(update.kind)), "words": short_label(text)}
    return FeedEntry(
        address=permalink(base_url, address_of(update)),
        title=say("%(kind)s: %(words)s") % words,
        text="\n".join((text, *lines_of_changes(view, say))),
        html=_html(text, view, planner) if view.changes else "",
        published=day,
        updated=day,
        authors=update.authors or planner.site_view.authors,
    )


def _html(text: str, view: UpdateView, planner: Planner) -> str:
    """What an update says and changed; of the direction of its script no feed says anything else."""
    site = planner.site_view
    changes = html_of_changes(view, planner.say, site.base_url)
    return f'<div dir="{site.direction}"><p>{escape(text)}</p>{changes}</div>'


def _authors(authors: Sequence[str], site: SiteView) -> tuple[str, ...]:
    """Those who wrote something; Atom wants somebody, so where no one is named it is the publisher, or the site."""
    return tuple(authors) or (site.publisher or site.title,)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _latest(found: Sequence[FeedEntry]) -> str:
    return max(entry.updated for entry in found)


# ---------------------------------------------------------------- Atom


def _atom(site: SiteView, standfirst: str, found: Sequence[FeedEntry]) -> str:
    address = site.base_url + ATOM
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(site.language)}>',
        _element("id", address),
        _element("title", site.title),
        _element("subtitle", standfirst),
        _element("updated", _moment(_latest(found))),
        f'<link rel="self" type="application/atom+xml" href={_quoted(address)}/>',
        f'<link rel="alternate" type="text/html" href={_quoted(site.base_url)}/>',
        *_atom_authors(site.authors, site),
        *([_element("rights", site.licence)] if site.licence else []),
        *(line for entry in found for line in _atom_entry(entry, site)),
        "</feed>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _atom_entry(entry: FeedEntry, site: SiteView) -> Iterator[str]:
    yield "<entry>"
    yield _element("id", entry.address)
    yield _element("title", entry.title)
    yield _element("published", _moment(entry.published))
    yield _element("updated", _moment(entry.updated))
    yield f'<link rel="alternate" type="text/html" href={_quoted(entry.address)}/>'
    yield from _atom_authors(entry.authors, site)
    # As HTML it is escaped once more (RFC 4287, section 3.1.1.2).
    yield _element("content", entry.html, ' type="html"') if entry.html else _element("content", entry.text)
    yield "</entry>"


def _atom_authors(authors: Sequence[str], site: SiteView) -> Iterator[str]:
    for name in _authors(authors, site):
        yield f"<author>{_element('name', name)}</author>"


def _quoted(value: str) -> str:
    # As `xml.sax.saxutils` does, which loads all that speaks HTTP.
    return f'"{escape(value)}"'


def _element(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(text, quote=False)}</{name}>"


# ---------------------------------------------------------------- JSON Feed


def _json_feed(site: SiteView, standfirst: str, found: Sequence[FeedEntry]) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.title,
        "home_page_url": site.base_url,
        "feed_url": site.base_url + JSON_FEED,
        "description": standfirst,
        "language": site.language,
        "authors": _json_authors(site.authors, site),
        "items": [
            {
                "id": entry.address,
                "url": entry.address,
                "title": entry.title,
                "content_text": entry.text,
                **({"content_html": entry.html} if entry.html else {}),
                "date_published": _moment(entry.published),
                "date_modified": _moment(entry.updated),
                "authors": _json_authors(entry.authors, site),
            }
            for entry in found
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _json_authors(authors: Sequence[str], site: SiteView) -> list[dict[str, str]]:
    return [{"name": name} for name in _authors(authors, site)]
