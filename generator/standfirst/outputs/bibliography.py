"""The sources as a bibliography: BibTeX (with the fields of BibLaTeX) and CSL-JSON, as reference managers read them.

What is not known of a source is left out, and nothing stands in its place. `import` reads both back as the same
sources; what no bibliography has a field for (`short_name`, and from which day dates are reckoned) is in neither.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

from standfirst.model import CalendarDate, Date, End, Precision, Shape, Source
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import PlannedFile
from standfirst.outputs.fact_rows import Json
from standfirst.present.bibtex_record import address_value, authors_value, date_fields, in_braces, in_tex, kept, record
from standfirst.present.csl_record import csl_names, csl_record, csl_text
from standfirst.present.planner import Planner

BIBTEX, CSL = "data/sources.bib", "data/sources.csl.json"
_LAST_YEAR = 9999


@frozen
class _Sort:
    """How the formats call a sort of source, and the field of each in which its publisher stands."""

    csl: str
    publisher_in_csl: str
    bibtex: str
    publisher_in_bibtex: str


_NO_SORT = _Sort("document", "publisher", "misc", "publisher")
# By what writers call them in English; every other word is told as it is, beside a record of no sort.
_SORTS: Mapping[str, _Sort] = MappingProxyType(
    {
        "news article": _Sort("article-newspaper", "container-title", "article", "journal"),
        "magazine article": _Sort("article-magazine", "container-title", "article", "journal"),
        "journal article": _Sort("article-journal", "container-title", "article", "journal"),
        "web page": _Sort("webpage", "container-title", "online", "organization"),
        "blog post": _Sort("post-weblog", "container-title", "online", "organization"),
        "book": _Sort("book", "publisher", "book", "publisher"),
        "report": _Sort("report", "publisher", "techreport", "institution"),
        "thesis": _Sort("thesis", "publisher", "phdthesis", "school"),
        "film": _Sort("motion_picture", "publisher", "misc", "publisher"),
        "interview": _Sort("interview", "publisher", "misc", "publisher"),
        "law": _Sort("legislation", "publisher", "misc", "publisher"),
        "judgment": _Sort("legal_case", "publisher", "misc", "publisher"),
        "letter": _Sort("personal_communication", "publisher", "misc", "publisher"),
        "speech": _Sort("speech", "publisher", "misc", "publisher"),
    }
)


def bibliography_files(planner: Planner) -> Iterator[PlannedFile]:
    """Yield both bibliographies, unless there are no sources. Their texts are as the writer typed them."""
    sources = planner.presenter.written.all(Source)
    if sources:
        yield PlannedFile(BIBTEX, partial(bibtex_of, sources))
        yield PlannedFile(CSL, partial(csl_of, sources))


def _sort_of(source: Source) -> _Sort:
    return _SORTS.get(source.kind.lower(), _NO_SORT)


# ---------------------------------------------------------------- BibTeX


def bibtex_of(sources: tuple[Source, ...]) -> bytes:
    """Return sources as BibTeX, each under its id."""
    return "\n\n".join(map(_record, sources)).encode() + b"\n"


def _record(source: Source) -> str:
    sort = _sort_of(source)
    fields = {
        "author": authors_value(source.authors),
        "title": kept(source.title),
        sort.publisher_in_bibtex: kept(source.publisher),
        **_published(source.published),
        "language": in_braces(source.language or ""),
        "type": in_braces(in_tex(source.kind)),
        "url": address_value(source.url or ""),
        "archiveurl": address_value(source.archive_url or ""),
        "urldate": in_braces(source.accessed.text) if source.accessed else "",
    }
    return record(sort.bibtex, source.id, fields)


def _published(date: Date | None) -> Mapping[str, str]:
    """Year, month and day, which all styles know; any other date is in EDTF, which BibLaTeX reads."""
    parts = _exact(date.start) if date and date.shape is Shape.DATE else None
    if date is None or parts is None or not 0 < parts[0] <= _LAST_YEAR:
        return {"date": in_braces(date.text) if date else ""}
    return date_fields(*parts)


# ---------------------------------------------------------------- CSL


def csl_of(sources: tuple[Source, ...]) -> bytes:
    """Return sources as CSL-JSON, each under its id."""
    return (json.dumps([*map(_entry, sources)], ensure_ascii=False, indent=1) + "\n").encode()


def _entry(source: Source) -> dict[str, object]:
    sort = _sort_of(source)
    fields = {
        "genre": csl_text(source.kind),
        "title": csl_text(source.title),
        "author": csl_names(source.authors),
        sort.publisher_in_csl: csl_text(source.publisher),
        "URL": source.url or "",
        "archive_location": source.archive_url or "",
        "issued": _csl_date(source.published) if source.published else "",
        "accessed": _csl_date(source.accessed) if source.accessed else "",
        "language": source.language or "",
    }
    return csl_record(source.id, sort.csl, fields)


def _csl_date(date: Date) -> dict[str, Json]:
    """A date in numbers, where CSL has them for it; else as EDTF, which its programs parse or show as it is."""
    ends = (date.start,) if date.shape is Shape.DATE else (date.start, date.end)
    parts = [_exact(end, approximate=date.shape is Shape.DATE) for end in ends]
    numbers = [each for each in parts if each]
    if date.shape is Shape.WITHIN or len(numbers) < len(parts) or any(abs(year) > _LAST_YEAR for year, *_ in numbers):
        return {"raw": date.text}
    is_approximate = isinstance(date.start, CalendarDate) and date.start.approximate
    stated: dict[str, Json] = {"date-parts": [[*each] for each in numbers]}
    return stated | {"circa": True} if is_approximate else stated


def _exact(end: CalendarDate | End, *, approximate: bool = False) -> tuple[int, ...] | None:
    """Year, month and day of a date that is just that, as far as they are stated; perhaps of an `approximate` one."""
    if not isinstance(end, CalendarDate) or end.uncertain or end.time or (end.approximate and not approximate):
        return None
    stated = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}.get(end.precision)
    return end.earliest[:stated] if stated else None
