"""TimelineJS to events: what we publish comes back, and what others make is taken as far as an event has it."""

from __future__ import annotations

import json
from textwrap import dedent
from typing import Any

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from standfirst.authoring.record import NewField, NewRecord
from standfirst.authoring.record_text import facts_text
from standfirst.importing.formats import records_in
from standfirst.importing.imported import Imported
from standfirst.importing.known_facts import KnownFacts
from standfirst.importing.markdown_text import as_inline
from standfirst.model import Date, Id, Kind
from standfirst.outputs.data import data_files
from standfirst.present.presenter import Presenter
from standfirst.reading.files import ContentFiles
from standfirst.reading.yaml.nodes import UNREADABLE
from tests.drawn_values import DATES
from tests.explainers import as_if_found, content, content_of, joined

LINES = (
    st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.sampled_from(["<b>", "&lt;", "- "]))
    .map(lambda text: " ".join(UNREADABLE.sub(" ", text).split()))
    .filter(bool)
)  # fmt: skip


def published(files: ContentFiles) -> dict[str, Any]:
    """The slides of an explainer's chronology."""
    presenter = Presenter(joined(files), as_if_found(files))
    (file,) = (each for each in data_files(presenter) if each.route == "data/timelinejs.json")
    timeline: dict[str, Any] = json.loads(file.make_body())
    return timeline


def read(timeline: Any, language: str = "en", name: str = "timeline.json") -> Imported:
    body = timeline if isinstance(timeline, str) else json.dumps(timeline, indent=1)
    return records_in(name, body.encode(), None, KnownFacts.of(content_of(content(language=language))))


def events(records: list[NewRecord], language: str) -> ContentFiles:
    return content(facts_text(records).replace("    draft: true\n", "    uncited: x\n"), language=language)


@settings(max_examples=settings().max_examples // 4)
@given(DATES, LINES, LINES, st.sampled_from(["en", "en-US", "fr", "ar"]))
@example(Date("2019-04-15T14:30Z", None, None, None), "One", "Two", "en")  # type: ignore[arg-type]
@example(Date("2019-04-15T00:05:00-03:30", None, None, None), "One", "Two", "fr")  # type: ignore[arg-type]
@example(Date("2019-04-15T14:30+02:00/2019-04-15T16:00+02:00", None, None, None), "One", "Two", "en")  # type: ignore[arg-type]
@example(Date("-0043-03-15", None, None, None), "Ides", "Et tu", "en")  # type: ignore[arg-type]
def test_the_chronology_that_we_publish_comes_back_as_the_same_events(
    date: Date, title: str, text: str, language: str
) -> None:
    first, *others = date.text.strip("[]").replace("..", "/").split("/")
    # A period within one date says no more than that date.
    assume(not others or first != others[0])
    fields = (NewField("date", date.text), NewField("title", title), NewField("text", as_inline(text)))
    before = published(events([NewRecord(Kind.EVENT, Id("one"), fields)], language))
    imported = read(before, language)
    records = [each.record for each in imported.records]
    assert records[0].fields[0].value == date.text
    assert published(events(records, language))["events"] == before["events"]


def slides(*events: dict[str, Any], **more: Any) -> Imported:
    return read({"events": list(events), **more})


def told(imported: Imported) -> list[str]:
    return [f"{each.origin.line}: {each.message}" for each in imported.problems]


def test_the_html_of_a_slide_becomes_the_markdown_of_an_event() -> None:
    imported = slides(
        {
            "start_date": {"year": "1984"},
            "display_date": "c. 1984",
            "text": {
                "headline": "<b>Long</b> ago &amp; far",
                "text": "<p>One <em>two</em></p><ul><li>a *b*<li>c</ul>see <a href='https://e.org/(x)'>there</a>",
            },
        }
    )
    assert facts_text([each.record for each in imported.records]).partition("\n")[2] == dedent("""\
        events:
          long-ago-far:
            draft: true
            date: 1984~
            title: Long ago & far
            text: |
              One *two*

              - a \\*b\\*
              - c

              see [there](https://e.org/%28x%29)
        """)
    assert told(imported) == []
    assert imported.records[0].uncited == "imported from timeline.json, slide 1; not yet checked against a source"


def test_a_slide_with_an_end_and_a_text_alone_is_a_time_with_that_as_its_title() -> None:
    imported = slides(
        {
            "start_date": {"year": 2019, "month": 4, "day": 15, "hour": 9, "minute": 5},
            "end_date": {"year": 2019, "month": 4, "day": 16},
            "text": {"text": "Nothing above"},
        }
    )
    (record,) = (each.record for each in imported.records)
    assert {field.key: field.value for field in record.fields} == {
        "date": "2019-04-15T09:05/2019-04-16",
        "title": "Nothing above",
    }


def test_what_an_event_has_no_key_for_becomes_a_comment_and_is_told() -> None:
    media = {"url": "https://example.org/v", "caption": "A <i>video</i>", "credit": "AP"}
    imported = slides(
        {"start_date": {"year": 1984}, "text": {"headline": "Seen"}, "media": media, "group": "Wars"},
        {"start_date": {"year": 2020}, "display_date": "One fine day", "text": {"headline": "Odd"}},
    )
    assert facts_text([each.record for each in imported.records]).partition("\n")[2] == dedent("""\
        events:
          # Media: https://example.org/v; A video; AP
          # Group: Wars
          seen:
            draft: true
            date: 1984
            title: Seen
          odd:
            draft: true
            # the slide shows “One fine day”
            date: 2020
            title: Odd
        """)
    assert told(imported) == [
        "3: slide 1: “Media: https://example.org/v; A video; AP” becomes a comment",
        "3: slide 1: “Group: Wars” becomes a comment",
        "17: slide 2, date: the slide shows “One fine day”",
    ]


def test_what_is_no_event_is_told_and_left_out() -> None:
    imported = slides(
        {"text": {"headline": "Never"}},
        {"start_date": {"year": 2019, "month": 2, "day": 31}, "text": {"headline": "No day"}},
        title={"text": {"headline": "Our <i>timeline</i>"}},
        eras=[{"start_date": {"year": 1980}, "end_date": {"year": 1990}, "text": {"headline": "Then"}}],
    )
    assert imported.records == ()
    assert told(imported) == [
        "19: the title slide is no event: “Our timeline”",
        "25: the era “Then” (1980 to 1990) is no event, and is left out",
        "3: slide 1: its start is no year, month and day; it is left out",
        "8: slide 2: '2019-02-31' is not a day of the calendar; it is left out",
    ]


def test_the_spreadsheet_of_timelinejs_is_known_by_its_head() -> None:
    imported = read(
        "Year,Month,Day,Time,End Year,Display Date,Headline,Text,Media,Type\n"
        "2019,4,15,2:30 PM,,,A call,They <b>spoke</b>,https://example.org/a.jpg,\n"
        "2014,,,,2016,,War,,,\n"
        ",,,,,,Welcome,,,title\n",
        name="timeline.csv",
    )
    assert [{field.key: field.value for field in each.record.fields} for each in imported.records] == [
        {"date": "2019-04-15T14:30", "title": "A call", "text": "They **spoke**"},
        {"date": "2014/2016", "title": "War"},
    ]
    assert [str(each) for each in imported.problems] == [
        "timeline.csv:4:1: warning: row 4 is the title “Welcome”, and no event; say it in site.yaml",
        "timeline.csv:2:1: warning: row 2: “Media: https://example.org/a.jpg” becomes a comment",
    ]
