"""What crawlers read: which pages there are, and where they may go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from html import escape

from standfirst.model.addresses import canonical_url
from standfirst.outputs.artifact import PlannedFile
from standfirst.present.page_view import SiteView
from standfirst.present.planner import PlannedPage

# What the protocol allows for one sitemap (sitemaps.org); some of the bytes are for what stands around the rows.
_MOST_ADDRESSES, _MOST_BYTES = 50_000, 52_428_800 - 1000


def crawler_files(pages: Sequence[PlannedPage], site: SiteView) -> Iterator[PlannedFile]:
    """The sitemap and robots.txt; a preview of drafts lists nothing and asks to be left out."""
    if site.drafts:
        # Crawlers may come, since only those that fetch a page learn that it is not to be listed.
        yield PlannedFile("robots.txt", lambda: b"User-agent: *\nAllow: /\n")
        yield PlannedFile("_headers", lambda: b"/*\n  X-Robots-Tag: noindex, nofollow\n")
        return
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}sitemap.xml\n"
    yield from _sitemaps([page.route for page in pages if page.listed], site)
    yield PlannedFile("robots.txt", robots.encode)


def _sitemaps(routes: Sequence[str], site: SiteView) -> Iterator[PlannedFile]:
    """One sitemap; or, where it would hold more than it may, several, and an index of them at its address."""

    alternates = "".join(map(_alternate, site.alternates))

    @cache
    def rows() -> Sequence[str]:
        addresses = sorted(canonical_url(site.base_url, route) for route in routes)
        return [_row("url", address, alternates if address == site.base_url else "") for address in addresses]

    # No row is longer than this: a byte may be written as three characters (%3C), and a character as six (&quot;).
    longest = 6 * len(site.base_url) + 3 * max(map(len, routes), default=0) + len(_row("url", ""))
    most = max(1, min(_MOST_ADDRESSES, (_MOST_BYTES - len(alternates.encode())) // longest))
    starts = range(0, len(routes), most)
    if len(starts) < 2:
        yield PlannedFile("sitemap.xml", lambda: _sitemap("urlset", rows()))
        return
    parts = {f"sitemap-{number}.xml": start for number, start in enumerate(starts, start=1)}
    index = [_row("sitemap", site.base_url + route) for route in parts]
    yield PlannedFile("sitemap.xml", partial(_sitemap, "sitemapindex", index))
    for route, start in parts.items():
        yield PlannedFile(route, partial(lambda start: _sitemap("urlset", rows()[start : start + most]), start))


def _row(element: str, address: str, more: str = "") -> str:
    return f"  <{element}><loc>{escape(address, quote=False)}</loc>{more}</{element}>\n"


def _alternate(edition: tuple[str, str]) -> str:
    """An edition, as the sitemap of each of them names it."""
    language, address = edition
    return f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(address)}"/>'


def _sitemap(element: str, rows: Sequence[str]) -> bytes:
    more = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' if any("<xhtml:" in row for row in rows) else ""
    opened = f'<{element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{more}>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opened}\n{"".join(rows)}</{element}>\n'.encode()
