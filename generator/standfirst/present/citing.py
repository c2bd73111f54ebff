"""How others cite a page: as a line of text, and as a record in BibTeX and in CSL. No clock says when it was read."""

from __future__ import annotations

import datetime
import json
import re

from standfirst.model.frozen_class import frozen
from standfirst.present.bibtex_record import address_value, authors_value, date_fields, in_braces, in_tex, kept, record
from standfirst.present.csl_record import csl_names, csl_record, csl_text

_NO_KEY = re.compile(r"[^a-z0-9:]")
_ENDS_A_SENTENCE = (".", "?", "!", "…", "؟", "。", "？", "！", "।", "\u06d4")


@frozen(kw_only=True)
class Cited:
    """A page that is cited: `within` is the explainer's title on all but its first page, `address` the permalink.

    `published` says a day in the site's language, `dates` when it was updated, and as of when its facts are.
    """

    title: str
    within: str
    authors: tuple[str, ...]
    publisher: str
    day: datetime.date
    published: str
    dates: tuple[str, ...]
    address: str


def citation_text(cited: Cited, names: str) -> str:
    """Return how a text cites a page, up to the address; `names` are the authors as a sentence lists them."""
    parts = (names, cited.title, cited.within, cited.publisher, cited.published, *cited.dates)
    return " ".join(part if part.endswith(_ENDS_A_SENTENCE) else f"{part}." for part in parts if part)


def bibtex(cited: Cited) -> str:
    """Return a page as a record in BibTeX: a chapter of the explainer, or the explainer itself."""
    fields = {
        "author": authors_value(cited.authors) or kept(cited.publisher),
        "title": kept(cited.title),
        "booktitle": kept(cited.within),
        "publisher": kept(cited.publisher),
        **date_fields(cited.day.year, cited.day.month, cited.day.day),
        "note": in_braces(in_tex("; ".join(cited.dates))),
        "url": address_value(cited.address),
    }
    return record("incollection" if cited.within else "misc", _key(cited.address), fields)


def csl_json(cited: Cited) -> str:
    """Return a page as a list of one record in CSL-JSON: a page of the explainer, or the explainer itself."""
    fields = {
        "author": csl_names(cited.authors),
        "title": csl_text(cited.title),
        "container-title": csl_text(cited.within),
        "publisher": csl_text(cited.publisher),
        "issued": {"date-parts": [[cited.day.year, cited.day.month, cited.day.day]]},
        "note": csl_text("; ".join(cited.dates)),
        "URL": cited.address,
    }
    return json.dumps([csl_record(_key(cited.address), "webpage", fields)], ensure_ascii=False)


def _key(address: str) -> str:
    """The key of a record: the permalink in letters, digits, hyphens and colons, so that no two pages share one.

    A file of a site is in small letters and has no colon in its name.
    """
    place = address.partition("://")[2].removesuffix(".html").strip("/")
    return _NO_KEY.sub("-", place.lower().replace("/", ":"))
