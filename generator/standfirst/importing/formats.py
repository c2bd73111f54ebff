"""Which format a file has, and the records in it: one function for each format, and one place that chooses."""

from __future__ import annotations

from pathlib import PurePath

from standfirst.importing import bibtex, csl, timelinejs, wikidata
from standfirst.importing.imported import Imported
from standfirst.importing.json_text import JsonFile
from standfirst.importing.known_facts import KnownFacts
from standfirst.importing.rows import records_of
from standfirst.importing.tables import WORKBOOKS, table_of
from standfirst.model import Kind, Origin
from standfirst.problems.errors import problem

TABLES = (".csv", ".tsv", ".tab", ".txt", *WORKBOOKS)
_FORMATS = "a table (.csv, .tsv, .xlsx, .ods), BibTeX (.bib), or TimelineJS, CSL or an entity of Wikidata as .json"


def records_in(path: str, body: bytes, asked: Kind | None, known: KnownFacts) -> Imported:
    """Return the records in a file, and what of it could not be taken; `asked` is what the rows of a table are.

    Raises a `SiteError` where the file has none of the formats, or cannot be read.
    """
    ending = PurePath(path).suffix.lower()
    if ending in TABLES:
        table = table_of(path, body)
        is_timeline = asked is None and timelinejs.is_template(table)
        return timelinejs.events_in_table(table, known) if is_timeline else records_of(table, asked, known)
    if ending in {".bib", ".bibtex"}:
        return bibtex.sources_in_bibtex(path, body, known)
    if ending == ".json":
        return _in_json(JsonFile(path, body), asked, known)
    raise problem(Origin(path, 1, 1), f"a file that ends in '{ending}' cannot be imported", f"name {_FORMATS}")


def _in_json(file: JsonFile, asked: Kind | None, known: KnownFacts) -> Imported:
    if timelinejs.is_timeline(file.value):
        return timelinejs.events_in_json(file, known)
    if csl.is_csl(file.value):
        return csl.sources_in_csl(file, known)
    if wikidata.is_wikidata(file.value):
        return wikidata.facts_in_wikidata(file, asked, known)
    message = "this JSON is neither a timeline of TimelineJS, nor a list of sources in CSL, nor an entity of Wikidata"
    raise problem(Origin(file.path, 1, 1), message, "export it in one of these forms, or as CSV")
