"""What crawlers read: which pages there are, and where they may go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from generator.artifact import PlannedFile
from generator.pages.page import PlannedPage, SiteView, canonical


def machine_files(pages: Sequence[PlannedPage], site: SiteView) -> Iterator[PlannedFile]:
    """The sitemap and robots.txt; a preview of drafts lists nothing and asks to be left out."""
    if site.drafts:
        # Crawlers may come, since only those that fetch a page learn that it is not to be listed.
        yield PlannedFile("robots.txt", lambda: b"User-agent: *\nAllow: /\n")
        yield PlannedFile("_headers", lambda: b"/*\n  X-Robots-Tag: noindex, nofollow\n")
        return
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}sitemap.xml\n"
    yield PlannedFile("sitemap.xml", lambda: _sitemap(pages, site).encode())
    yield PlannedFile("robots.txt", robots.encode)


def _sitemap(pages: Sequence[PlannedPage], site: SiteView) -> str:
    addresses = sorted(canonical(site.base_url, page.route) for page in pages if page.listed)
    rows = "".join(f"  <url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
