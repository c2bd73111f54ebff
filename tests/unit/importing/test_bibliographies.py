"""Bibliographies to sources: CSL-JSON as Zotero exports it, and BibTeX as people write it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from standfirst.importing.formats import records_in
from standfirst.importing.imported import Imported
from standfirst.importing.known_facts import KnownFacts
from standfirst.problems.errors import SiteError
from tests.explainers import content, content_of


def read(name: str, text: str) -> Imported:
    return records_in(name, text.encode(), None, KnownFacts.of(content_of(content())))


def values(imported: Imported) -> dict[str, dict[str, Any]]:
    return {each.record.id: {field.key: field.value for field in each.record.fields} for each in imported.records}


def told(imported: Imported) -> list[str]:
    return [str(each) for each in imported.problems]


def test_entries_in_csl_become_sources() -> None:
    entries = [
        {
            "id": "http://zotero.org/users/1/items/ABC",
            "type": "article-newspaper",
            "title": "The <i>war</i> &amp; after",
            "container-title": "The Courier",
            "author": [
                {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
                {"literal": "Agence X"},
            ],
            "issued": {"date-parts": [["2019", 4, 15]]},
            "accessed": {"date-parts": [[2019, 4]]},
            "URL": "https://example.org/a",
            "language": "English",
            "page": "1-2",
            "abstract": "what other people wrote",
        },
        {"id": "who2019", "type": "report", "title": "R", "publisher": "WHO", "DOI": "10.1/x",
         "issued": {"raw": "4/5/2019"}},
        {"id": "book", "type": "book", "title": "B", "issued": {"date-parts": [[1984]], "circa": True}},
        {"type": "book", "title": "C", "author": [{"family": "Oss"}], "issued": {"raw": "circa 1984"}},
        {"id": "nothing", "type": "book", "title": ""},
    ]  # fmt: skip
    imported = read("a.json", json.dumps(entries, indent=0))
    assert values(imported) == {
        "berg-2019-war-after": {
            "title": "The war & after",
            "publisher": "The Courier",
            "authors": ("Jan van den Berg", "Agence X"),
            "url": "https://example.org/a",
            "published": "2019-04-15",
            "accessed": "2019-04",
            "language": "en",
            "kind": "news article",
        },
        "who2019": {
            "title": "R",
            "publisher": "WHO",
            "url": "https://doi.org/10.1/x",
            "published": "[2019-04-05..2019-05-04]",
            "kind": "report",
        },
        "book": {"title": "B", "published": "1984~", "kind": "book"},
        "oss-1984-c": {"title": "C", "authors": ("Oss",), "published": "1984~", "kind": "book"},
    }
    assert imported.records[0].record.comments == ("page: 1-2",)
    assert told(imported)[0].endswith("a source has no key for page; what it says becomes comments")
    assert told(imported)[1].endswith("entry who2019, published: “4/5/2019”: it may mean 2019-05-04 or 2019-04-05")
    assert told(imported)[2].endswith("entry nothing: it says nothing that a source has, and is left out")


BIBTEX = r"""
@string{ap = "Associated Press"}
@comment{what nobody reads}
@article{smith2019,
  author = {Smith, John and {World Health Organization} and Garc{\'\i}a, Mar{\'i}a and M\"uller, Hans and others},
  title = {The {War}: \emph{a history} \& more, 50% of it},
  journal = ap # " Quarterly",
  year = 2019, month = apr, day = 15,
  url = {https://example.org/a\_b?x=1\&y=2},
  pages = {1--9},
}
@Online{Who:News, title = "Caf\'e ``news''", date = {2019-04/2019-06}, urldate = {2020-01-02}, langid = {french}}
@book{broken, title = {Never closed,
@misc{after, title = {After}, howpublished = {\url{https://example.org/~x}}, year = {c. 1984}, month = "May~1"}
@misc{after, title = {Once more}}
"""


def test_entries_in_bibtex_become_sources() -> None:
    imported = read("a.bib", BIBTEX)
    assert values(imported) == {
        "smith2019": {
            "title": "The War: a history & more, 50% of it",
            "publisher": "Associated Press Quarterly",
            "authors": ("John Smith", "World Health Organization", "María García", "Hans Müller"),
            "url": "https://example.org/a_b?x=1&y=2",
            "published": "2019-04-15",
            "kind": "article",
        },
        "who-news": {
            "title": "Café “news”",
            "published": "2019-04/2019-06",
            "accessed": "2020-01-02",
            "language": "fr",
            "kind": "web page",
        },
        "after": {"title": "After", "url": "https://example.org/~x"},
    }
    assert told(imported) == [
        "a.bib:13:1: warning: an entry that begins here does not end, and is left out; close its braces "
        "and quotation marks",
        "a.bib:15:1: warning: the key 'after' was there before, and is left out; give it a key of its own",
        "a.bib:4:1: warning: entry smith2019: a source has no key for pages; what it says becomes comments",
        "a.bib:14:1: warning: entry after, published: “May 1 c. 1984”: write a date such as "
        "2019-04-15, 2019-04 or 2019",
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.bib", "no entries here", "there is no entry in this file"),
        ("a.json", "{", "this is no JSON: Expecting property name"),
        ("a.json", "[" * 100_000, "too deep"),
        ("a.json", '{"x": 1}', "this JSON is neither a timeline of TimelineJS, nor"),
    ],
)
def test_what_is_none_is_refused(name: str, text: str, message: str) -> None:
    with pytest.raises(SiteError, match=message):
        read(name, text)
