"""The facts as data: JSON and CSV for each kind, all of them in one file, and the chronology for TimelineJS."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from html import escape
from typing import assert_never

from standfirst.model import (
    FACT_TYPES,
    CalendarDate,
    Event,
    Fact,
    Precision,
    Shape,
    TimeOfDay,
)
from standfirst.outputs.artifact import PlannedFile
from standfirst.outputs.fact_rows import Edtf, Json, KnownOfFacts, Row, rows_of, used_keys
from standfirst.present.last_look import last_looks
from standfirst.present.naming import Naming
from standfirst.present.presenter import Presenter


def data_files(presenter: Presenter, shown_day: str = "") -> Iterator[PlannedFile]:
    """The files below `data/`. Dates are EDTF, references `kind:id`, texts plain; keys are those of the content.

    Marks and apostrophes are as the writer typed them, but in the chronology for TimelineJS, which shows it to readers,
    with words that say which earlier day it shows, if it does.
    """
    written = presenter.written
    every = {record.KIND.plural: facts for record in FACT_TYPES if (facts := written.all(record))}
    lock = presenter.lock
    known = KnownOfFacts(Naming(written).plain, lock.place_of, last_looks(written, lock))
    rows = {name: cache(partial(rows_of, facts, known)) for name, facts in every.items()}
    texts = {name: cache(partial(_json, of_kind)) for name, of_kind in rows.items()}
    for name, facts in every.items():
        yield PlannedFile(f"data/{name}.json", partial(_file, texts[name]))
        yield PlannedFile(f"data/{name}.csv", partial(_csv, facts, rows[name]))
    yield PlannedFile("data/facts.json", partial(_file, partial(_together, texts)))
    timeline = partial(_json, partial(_timelinejs, presenter, shown_day))
    yield PlannedFile("data/timelinejs.json", partial(_file, timeline))


# A spreadsheet runs a cell that begins like a formula (OWASP, CSV injection). The sign may stand behind blanks,
# quotation marks or another country's separator of cells, and be of full width. Plain numbers and ranges are none.
_FORMULA_BEGINS = r"""[\s"'\u200b\u2060\ufeff]*[-=+@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]"""
_FORMULA = re.compile(rf"(?P<start>^|[;\t\r\n])(?={_FORMULA_BEGINS})|^(?=[\t\r\n])")
_SEPARATORS = re.compile(r"[;\t\r\n]")
_GUARD = re.compile(rf"(?P<start>^|[;\t\r\n])'(?={_FORMULA_BEGINS})")
# An item of a list that would seem to be two, or to name a source: it stands in quotation marks, as a cell would.
_UNLIKE_AN_ITEM = re.compile(r'\s*"|[a-z0-9][a-z0-9-]*: |.*[;|\n]', re.DOTALL)
_NUMBERS = re.compile(r"-?\d+(\.\d+)?(\.\.-?\d+(\.\d+)?)?", re.ASCII)


def _json(make: Callable[[], object]) -> str:
    return json.dumps(make(), ensure_ascii=False, indent=1)


def _together(texts: Mapping[str, Callable[[], str]]) -> str:
    """Texts of JSON in one, as it would be written at once: each line one blank further in. No value breaks a line."""
    members = ",\n".join(f' "{name}": ' + of_kind().replace("\n", "\n ") for name, of_kind in texts.items())
    return f"{{\n{members}\n}}" if members else "{}"


def _file(make: Callable[[], str]) -> bytes:
    return (make() + "\n").encode()


def _csv(facts: Sequence[Fact], rows: Callable[[], dict[str, Row]]) -> bytes:
    used, table = used_keys(facts), io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")  # RFC 4180
    writer.writerow(["id", *used])
    for name, row in rows().items():
        writer.writerow([name, *(_cell(row.get(key)) for key in used)])
    return table.getvalue().encode()


def _cell(value: Json) -> str:
    match value:
        case None:
            text = ""
        case bool():
            # As facts are written.
            text = "true" if value else "false"
        case list():
            text = "; ".join(map(_item, value))
        case {"from": low, "to": high}:
            text = f"{low}..{high}"
        case {"source": source, "passages": passages}:
            text = f"{source}: {_cell(passages)}"
        case {"fact": fact, **told}:
            what = f"{fact} {told['key']}" if "key" in told else fact
            text = " ".join(str(part) for part in (f"{what}:", told.get("before"), "→", told.get("after")) if part)
        case dict():
            text = ": ".join(_cell(item) for item in value.values())
        case _:
            text = str(value)
    # What is in a list or a mapping has been looked at already.
    if isinstance(value, list | dict | Edtf) or _NUMBERS.fullmatch(text):
        return text
    # In most texts a formula could begin in no second place, which is found sooner than that none begins.
    is_harmless = not (_FORMULA.match(text) or _SEPARATORS.search(text))
    return text if is_harmless else _FORMULA.sub(r"\g<start>'", text)


def _item(value: Json) -> str:
    """An item of a list; a citation names its source for itself, and lists its passages."""
    text = _cell(value)
    is_citation = isinstance(value, dict) and "source" in value
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if not is_citation and _UNLIKE_AN_ITEM.match(text) else text


def without_guard(text: str) -> str:
    """Return the text that stands in a cell of our tables, without what keeps spreadsheets from running it."""
    return _GUARD.sub(r"\g<start>", text)


# ---------------------------------------------------------------- TimelineJS


def _timelinejs(presenter: Presenter, shown_day: str) -> Json:
    """The chronology as TimelineJS 3 reads it; an event whose start is not known is filed by its end."""
    site = presenter.site
    explainer = site.explainer
    return {
        "title": {
            "text": {
                "headline": escape(explainer.title),
                "text": escape(" ".join(filter(None, (shown_day, presenter.naming.plain(explainer.standfirst))))),
            }
        },
        "events": [_slide(event, presenter) for event in site.all(Event)],
    }


def _slide(event: Event, presenter: Presenter) -> Json:
    ends = [end for end in (event.date.start, event.date.end) if isinstance(end, CalendarDate)]
    naming = presenter.naming
    shown = naming.date(event.date).text
    title = naming.say("Planned: %(title)s") % {"title": event.title} if event.planned else event.title
    slide: dict[str, Json] = {
        "unique_id": event.id,
        "start_date": _slide_date(ends[0]),
        "display_date": shown,
        # TimelineJS takes both for HTML.
        "text": {
            "headline": escape(title),
            "text": escape(naming.plain(event.text)) if event.text else "",
        },
    }
    if event.date.shape is not Shape.DATE and len(ends) > 1:
        slide["end_date"] = _slide_date(ends[1])
    return slide


def _slide_date(date: CalendarDate) -> Json:
    """A date in the parts that are stated, of those that TimelineJS knows."""
    day = date.earliest
    match date.precision:
        case Precision.DAY:
            return {"year": day.year, "month": day.month, "day": day.day} | _clock(date.time)
        case Precision.MONTH:
            return {"year": day.year, "month": day.month}
        case Precision.SEASON | Precision.YEAR | Precision.DECADE | Precision.CENTURY:
            return {"year": day.year}
        case _:
            assert_never(date.precision)


def _clock(time: TimeOfDay | None) -> dict[str, Json]:
    return {"hour": time.hour, "minute": time.minute, "second": time.second or 0} if time else {}
