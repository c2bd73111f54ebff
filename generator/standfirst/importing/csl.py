"""CSL-JSON, as Zotero and others export bibliographies, to sources.

https://docs.citationstyles.org/en/stable/specification.html, Appendices III and IV.
"""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.importing.imported import Imported
from standfirst.importing.json_text import Json, JsonFile, JsonObject
from standfirst.importing.known_facts import KnownFacts
from standfirst.importing.markdown_text import without_tags
from standfirst.importing.works import Work, sources_of

# What a source has no key for, in the order in which comments name it. Abstracts are other people's text.
_OTHERS = ("container-title", "publisher", "publisher-place", "collection-title", "volume", "issue", "page", "edition",
           "number", "ISBN", "ISSN", "DOI", "editor", "translator", "note")  # fmt: skip
_SEASONS = 20
# One of these every entry has.
_NAMING = frozenset({"id", "title", "issued"})


def is_csl(value: Json) -> bool:
    """Whether JSON is a list of entries in CSL."""
    entries = _entries(value)
    return bool(entries) and all(each.text("type") and _NAMING.intersection(each) for each in entries)


def sources_in_csl(file: JsonFile, known: KnownFacts) -> Imported:
    """Return a source for each entry, and what could not be taken."""
    return sources_of((_work(file, each) for each in _entries(file.value)), (), known)


def _entries(value: Json) -> list[JsonObject]:
    listed = value.get("items") if isinstance(value, JsonObject) else value
    return [each for each in listed if isinstance(each, JsonObject)] if isinstance(listed, list) else []


def _work(file: JsonFile, entry: JsonObject) -> Work:
    outlet = "container-title" if entry.text("container-title") else "publisher"
    doi = entry.text("DOI")
    used = {outlet} | ({"DOI"} if doi and not entry.text("URL") else set())
    archive = entry.text("archive_location")
    return Work(
        origin=file.origin(entry),
        name=entry.text("citation-key") or entry.text("id"),
        sort=entry.text("type"),
        kind=_plain(entry, "genre"),
        title=_plain(entry, "title"),
        authors=tuple(_names(entry, "author")),
        publisher=_plain(entry, outlet),
        url=entry.text("URL") or (f"https://doi.org/{doi}" if doi else ""),
        archive_url=archive if archive.startswith("http") else "",
        published=_date(entry.object("issued")),
        accessed=_date(entry.object("accessed")),
        language=entry.text("language"),
        others=tuple((key, said) for key in _OTHERS if key not in used and (said := _said(entry, key))),
    )


def _said(entry: JsonObject, key: str) -> str:
    return _plain(entry, key) or "; ".join(_names(entry, key))


def _plain(entry: JsonObject, key: str) -> str:
    return without_tags(entry.text(key))


def _names(entry: JsonObject, key: str) -> Iterator[str]:
    for name in entry.objects(key):
        given = (name.text("given"), name.text("dropping-particle"), name.text("non-dropping-particle"))
        whole = " ".join(filter(None, (*given, name.text("family"), name.text("suffix"))))
        if said := without_tags(name.text("literal") or whole):
            yield said


def _date(date: JsonObject) -> str:
    """A date as EDTF, or as the text that it is."""
    parts = date.get("date-parts")
    ends = [_edtf(end) for end in parts if isinstance(end, list)] if isinstance(parts, list) else []
    written = "/".join(filter(None, ends[:2]))
    if not written:
        return date.text("literal") or date.text("raw")
    season = date.text("season")
    if len(written) == len("2019") and season in {"1", "2", "3", "4"}:
        written = f"{written}-{_SEASONS + int(season)}"
    return f"{written}~" if date.get("circa") and "/" not in written else written


def _edtf(parts: list[Json]) -> str:
    numbers = [int(part) for part in parts if str(part).strip().lstrip("-").isdecimal()][:3]
    if not numbers:
        return ""
    year, *rest = numbers
    return "-".join((f"{'-' if year < 0 else ''}{abs(year):04}", *(f"{part:02}" for part in rest if part)))
