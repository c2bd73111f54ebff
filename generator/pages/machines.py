"""What crawlers read: which pages there are, and where they may go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from generator.artifact import Artifact
from generator.pages.page import Page, SiteView

_NOT_LISTED = frozenset({"not-found", "redirect"})


def machine_files(pages: Sequence[Page], site: SiteView) -> Iterator[Artifact]:
    """The sitemap and robots.txt; a preview of drafts lists nothing and asks to be left out."""
    if site.drafts:
        # Crawlers may come, since only those that fetch a page learn that it is not to be listed.
        yield Artifact("robots.txt", b"User-agent: *\nAllow: /\n")
        yield Artifact("_headers", b"/*\n  X-Robots-Tag: noindex, nofollow\n")
        return
    yield Artifact("sitemap.xml", _sitemap(pages).encode())
    yield Artifact("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}sitemap.xml\n".encode())


def _sitemap(pages: Sequence[Page]) -> str:
    addresses = sorted(page.view.canonical for page in pages if page.view.kind not in _NOT_LISTED)
    rows = "".join(f"  <url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
