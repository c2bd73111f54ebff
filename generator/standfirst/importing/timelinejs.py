"""TimelineJS to events: the slides of its JSON, and the rows of its spreadsheet.

https://timeline.knightlab.com/docs/json-format.html
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from standfirst.authoring.ids import id_of
from standfirst.authoring.record import NewField, NewRecord
from standfirst.importing.dates import ReadDate
from standfirst.importing.imported import Imported, ImportedRecord, fields_of, not_taken, why_uncited
from standfirst.importing.json_text import JsonFile, JsonObject
from standfirst.importing.known_facts import KnownFacts
from standfirst.importing.markdown_text import from_html, without_tags
from standfirst.importing.slide_dates import clock_parts, date_of
from standfirst.importing.tables import Row, Table
from standfirst.model import Id, Kind, Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem
from standfirst.prose.references import ID
from standfirst.reading.yaml.nodes import one_line

# Of a title that has to be made of a text.
_LONGEST_TITLE = 80
_PARTS = ("year", "month", "day", "hour", "minute", "second")
# What the spreadsheet calls what the JSON has.
_MEDIA = ("media", "media caption", "media credit")


@frozen
class _Slide:
    """A slide as both forms have it; texts are HTML, `others` is what no event has a key for."""

    origin: Origin
    place: str
    name: str
    headline: str
    text: str
    start: Mapping[str, str]
    end: Mapping[str, str]
    display: str
    others: tuple[str, ...]


def events_in_json(file: JsonFile, known: KnownFacts) -> Imported:
    """Return an event for each slide of a timeline, and what could not be taken."""
    value = file.value
    problems = [*_beside_events(file)]
    slides = [_slide(file, each, number) for number, each in enumerate(value.objects("events"), start=1)]
    return _events(slides, known, PurePath(file.path).name, problems)


def is_timeline(value: object) -> bool:
    """Whether JSON is a timeline of TimelineJS."""
    return isinstance(value, JsonObject) and any("start_date" in each for each in value.objects("events"))


def _beside_events(file: JsonFile) -> Iterator[Problem]:
    """Yield what to tell of a timeline's title and of its eras, which are no events."""
    title = file.value.object("title")
    if words := _said(title):
        yield not_taken(file.origin(title), f"the title slide is no event: “{words}”", "say it in site.yaml")
    for era in file.value.objects("eras"):
        years = f"{era.object('start_date').text('year')} to {era.object('end_date').text('year')}"
        yield not_taken(file.origin(era), f"the era “{_said(era)}” ({years}) is no event, and is left out")


def _said(slide: JsonObject) -> str:
    return without_tags(slide.object("text").text("headline"))


def _slide(file: JsonFile, slide: JsonObject, number: int) -> _Slide:
    text, media = slide.object("text"), slide.object("media")
    start, end = slide.object("start_date"), slide.object("end_date")
    shown = [without_tags(media.text(key)) for key in ("url", "caption", "credit") if media.text(key)]
    others = [f"Media: {'; '.join(shown)}"] if shown else []
    others += [f"Group: {slide.text('group')}"] if slide.text("group") else []
    return _Slide(
        origin=file.origin(slide),
        place=f"slide {number}",
        name=slide.text("unique_id"),
        headline=text.text("headline"),
        text=text.text("text"),
        start={part: start.text(part) for part in _PARTS},
        end={part: end.text(part) for part in _PARTS},
        display=slide.text("display_date") or start.text("display_date"),
        others=tuple(others),
    )


# ---------------------------------------------------------------- the spreadsheet


def is_template(table: Table) -> bool:
    """Whether a table is the spreadsheet from which TimelineJS makes a timeline."""
    return {"year", "headline"} <= {*_heads(table)}


def events_in_table(table: Table, known: KnownFacts) -> Imported:
    """Return an event for each row of the spreadsheet of TimelineJS, and what could not be taken."""
    problems = [*table.problems]
    slides: list[_Slide] = []
    for row in table.rows:
        cells = dict(zip(_heads(table), row.cells, strict=True))
        if kind := cells.get("type", "").strip().lower():
            said = f"row {row.number} is the {kind} “{without_tags(cells['headline'])}”, and no event"
            problems.append(not_taken(table.origin(row), said, "say it in site.yaml" if kind == "title" else ""))
        else:
            slides.append(_slide_of_row(table, row, cells))
    return _events(slides, known, PurePath(table.path).name, problems)


def _heads(table: Table) -> list[str]:
    return [unicodedata.normalize("NFKC", cell).strip().casefold() for cell in table.head.cells]


def _slide_of_row(table: Table, row: Row, cells: Mapping[str, str]) -> _Slide:
    shown = [without_tags(cells[name]) for name in _MEDIA if cells.get(name)]
    others = [f"Media: {'; '.join(shown)}"] if shown else []
    others += [f"Group: {cells['group']}"] if cells.get("group") else []
    return _Slide(
        origin=table.origin(row),
        place=f"row {row.number}",
        name="",
        headline=cells["headline"],
        text=cells.get("text", ""),
        start=_parts_of_row(cells, ""),
        end=_parts_of_row(cells, "end "),
        display=cells.get("display date", ""),
        others=tuple(others),
    )


def _parts_of_row(cells: Mapping[str, str], before: str) -> dict[str, str]:
    parts = {part: cells.get(f"{before}{part}", "") for part in ("year", "month", "day")}
    return parts | clock_parts(cells.get(f"{before}time", ""))


# ---------------------------------------------------------------- slides to events


def _events(slides: list[_Slide], known: KnownFacts, file: str, problems: list[Problem]) -> Imported:
    taken: set[Id] = {Id(slide.name) for slide in slides if ID.fullmatch(slide.name)}
    own: set[str] = set()
    records: list[ImportedRecord] = []
    for slide in slides:
        title = without_tags(slide.headline) or _shortened(without_tags(slide.text))
        read = date_of(slide.start, slide.end, slide.display, known.language)
        problems += _doubts(slide, title, read)
        if title and read.edtf:
            is_own = ID.fullmatch(slide.name) and slide.name not in own
            name = Id(slide.name) if is_own else id_of(title, taken, without="event")
            own.add(slide.name)
            taken.add(name)
            event = _event(slide, name, title, read)
            records.append(ImportedRecord(event, slide.origin, slide.place, why_uncited(file, slide.place)))
    return Imported(tuple(records), tuple(problems))


def _doubts(slide: _Slide, title: str, read: ReadDate) -> Iterator[Problem]:
    """Yield what to tell of a slide: what becomes a comment, or why it is left out."""
    if not title or not read.edtf:
        lacks = read.doubt if title else "it has neither a headline nor a text"
        yield not_taken(slide.origin, f"{slide.place}: {lacks}; it is left out")
        return
    for what in slide.others:
        yield not_taken(slide.origin, f"{slide.place}: “{what}” becomes a comment")
    if read.doubt:
        yield not_taken(slide.origin, f"{slide.place}, date: {read.doubt}")


def _event(slide: _Slide, name: Id, title: str, read: ReadDate) -> NewRecord:
    date = NewField("date", read.edtf, (read.doubt,) if read.doubt else ())
    text = from_html(slide.text) if slide.headline or title != without_tags(slide.text) else ""
    return NewRecord(Kind.EVENT, name, (date, *fields_of((("title", title), ("text", text)))), slide.others)


def _shortened(text: str) -> str:
    words = one_line(text)
    return words if len(words) <= _LONGEST_TITLE else f"{words[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"
