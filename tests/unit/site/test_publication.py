"""What waits for a moment is nowhere before it, and no different from all else once it has come."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.images.shape import image_route
from standfirst.language.dates import parse_moment
from standfirst.model import AFTER_ALL, BEFORE_ALL, Drafts, Instant, Schedule
from standfirst.model.walking import references_in
from standfirst.problems.errors import Problem, Severity, SiteError
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.site.publication import content_at, schedule_of
from tests.explainers import built, content, content_of

# Each word of an invented language stands in a part that waits, and nowhere else.
SECRET = "zyzzyva"
# Facts of every kind, each after those that it refers to, which are named beside it.
FACTS = {
    "source:report": "{title: The %s report, url: 'https://example.org/%s', publisher: %s}",
    "place:port": "{name: Port %s, lat: 1, lon: 2, summary: Of %s.}",
    "actor:firm": "{name: Firm %s, kind: organisation, aliases: [%s], summary: Of %s., former_ids: [%s], uncited: no}",
    "actor:rival": "{name: Rival %s, kind: person, summary: '[](actor:firm) of %s.', uncited: made up}",
    "term:word": "{name: term %s, summary: Of %s., uncited: made up}",
    "event:launch": "{date: 2025, title: A %s, text: Of %s., actors: [firm], place: port, weight: key, uncited: x}",
    "quote:words": "{speaker: firm, words: A %s, event: launch, text: Of %s., uncited: made up}",
    "claim:claim": "{claim: A %s, by: [firm], record: Of %s., see: ['event:launch'], uncited: made up}",
    "figure:number": "{value: 7, unit: %ss, label: the %s, according_to: ['source:report'], uncited: made up}",
    "relation:stands": "{subject: rival, verb: opposes, object: firm, text: Of %s., uncited: made up}",
    "image:seen": "{file: %s.png, alt: A %s, credit: Ann %s, place: port}",
    "unknown:open": "{question: 'What is [it](term:word), %s?', why: Of %s.}",
    "update:new": "{date: 2025-01-01, kind: update, text: 'Of %s [](event:launch).', affects: ['figure:number']}",
}
SECTION = "[](event:launch) of %s, [](actor:firm), ![A %s](images/%s-2.png)\n\n![](quote:words)\n\n![](claim:claim)"
SETTINGS = "verbs:\n  opposes: {label: opposes, inverse: is opposed by}\nembeds: [claim, figure, quote]\n"
EVERYTHING = (*FACTS, "section:part")


def explainer(moments: dict[str, str]) -> ContentFiles:
    """Return an explainer of these facts and this section, each published at its moment, or at once where it is empty.

    What has its id in its texts is told by it from all others.
    """
    records: dict[str, list[str]] = {}
    for name, record in FACTS.items():
        if name in moments:
            kind, _, fact = name.partition(":")
            waits = f"{{publish_at: '{moments[name]}', " if moments[name] else "{"
            written = record.replace("%s", word_of(name)).replace("{", waits, 1)
            records.setdefault(kind, []).append(f"  {fact}: {written}\n")
    facts = "".join(f"{kind}s:\n{''.join(found)}" for kind, found in records.items())
    files = content(facts, settings=SETTINGS, images=tuple(images_of(moments)))
    if "section:part" not in moments:
        return files
    waits = f"publish_at: {moments['section:part']}\n" if moments["section:part"] else ""
    word = word_of("section:part")
    text = f"---\ntitle: A {word}\n{waits}---\n{SECTION.replace('%s', word)}\n"
    return replace(files, sections=(InputFile("sections/part.md", text),))


def word_of(name: str) -> str:
    return SECRET + name.partition(":")[0]


def images_of(names: dict[str, str]) -> list[str]:
    held = {"image:seen": f"{word_of('image:')}.png", "section:part": f"{word_of('section:')}-2.png"}
    return [file for name, file in held.items() if name in names]


def site_at(files: ContentFiles, now: Instant, drafts: Drafts = Drafts.HIDE) -> dict[str, bytes]:
    return {each.route: each.body for each in built(files, now=now, drafts=drafts).artifacts}


def texts_in(site: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Return what stands in each file of a site, by its route; what is packed in one is unpacked."""
    for route, body in site.items():
        if route.endswith(".epub"):
            with zipfile.ZipFile(io.BytesIO(body)) as book:
                yield from texts_in({f"{route}/{name}": book.read(name) for name in book.namelist()})
        else:
            yield route, body.decode(errors="replace")


def problems_at(files: ContentFiles, now: Instant = BEFORE_ALL, drafts: Drafts = Drafts.HIDE) -> tuple[Problem, ...]:
    try:
        return built(files, now=now, drafts=drafts).warnings
    except SiteError as error:
        return error.problems


def needs() -> dict[str, list[str]]:
    """Return what each part refers to."""
    written = content_of(explainer(dict.fromkeys(EVERYTHING, "")))
    named = {str(fact.fact_id): references_in(fact) for fact in written.facts}
    (section,) = written.sections
    named["section:part"] = references_in(section)
    return {name: [str(reference.to) for reference in found] for name, found in named.items()}


def settled(days: dict[str, int]) -> dict[str, str]:
    """Return moments in May for these days, none before those of what it refers to; 0 is at once."""
    for name, needed in needs().items():
        days[name] = max([days[name], *(days[each] for each in needed)])
    return {name: f"2026-05-{day:02}T06:00+01:00" if day else "" for name, day in days.items()}


# ---------------------------------------------------------------- the site


def test_nothing_of_what_waits_is_in_any_file_and_all_of_it_is_once_its_moment_has_come() -> None:
    moments = dict.fromkeys(EVERYTHING, "2026-05-12T06:00+01:00")
    files, at = explainer(moments), parse_moment("2026-05-12T05:00Z").at
    before, after = site_at(files, Instant(at - 1)), site_at(files, at)

    assert [route for route, text in texts_in(before) if SECRET in f"{route} {text}".lower()] == []
    assert before.keys().isdisjoint({"actors/firm.html", "sources/report.html", "embed/figure-number.html"})
    everything = "".join(text for _, text in texts_in(after))
    assert [name for name in EVERYTHING if word_of(name) not in everything] == []
    assert {image_route(name) for name in images_of(moments)} <= after.keys()
    assert after == site_at(explainer(dict.fromkeys(EVERYTHING, "")), BEFORE_ALL)


@settings(max_examples=8, deadline=None)
@given(st.fixed_dictionaries({name: st.integers(0, 3) for name in EVERYTHING}), st.integers(0, 3))
def test_a_site_is_that_of_the_content_without_what_comes_later(days: dict[str, int], today: int) -> None:
    moments = settled(days)
    now = parse_moment(f"2026-05-{today:02}T05:00Z").at if today else BEFORE_ALL
    there = {name: "" for name, moment in moments.items() if not moment or parse_moment(moment).at <= now}

    assert site_at(explainer(moments), now) == site_at(explainer(there), BEFORE_ALL)


def test_a_preview_shows_what_waits_with_its_moment_and_nothing_that_has_come() -> None:
    moments = dict.fromkeys(EVERYTHING, "2026-05-12T06:00+01:00") | {"section:part": "2026-05-13"}
    page = site_at(explainer(moments), parse_moment("2026-05-12T12:00Z").at, Drafts.SHOW)["index.html"].decode()
    assert re.findall('class="draft">([^<]*)', page) == ["To be published 13 May 2026"]
    page = site_at(explainer(moments), BEFORE_ALL, Drafts.SHOW)["actors/firm.html"].decode()
    assert "To be published 12 May 2026, 6:00 am UTC+01:00" in page.replace("\u00a0", " ")


# ---------------------------------------------------------------- what is told of it


@pytest.mark.parametrize(
    ("sooner", "later", "is_told"),
    [
        ("", "2026-05-12", True),
        ("2026-05-11", "2026-05-12", True),
        ("2026-05-12T05:59+01:00", "2026-05-12T05:00Z", True),
        ("2026-05-12T06:00+01:00", "2026-05-12T05:00Z", False),
        ("2026-05-13", "2026-05-12", False),
    ],
)
def test_what_refers_to_something_may_not_be_published_sooner(sooner: str, later: str, is_told: bool) -> None:
    files = explainer({"actor:firm": later, "actor:rival": sooner})
    said = f"actor 'firm' is not published before {later}, and this is"
    for drafts, severity in ((Drafts.HIDE, Severity.ERROR), (Drafts.SHOW, Severity.WARNING)):
        found = [each for each in problems_at(files, drafts=drafts) if each.message == said]
        assert [each.severity for each in found] == [severity] * is_told
    assert problems_at(files, now=AFTER_ALL) == ()


def test_what_is_wrong_with_what_waits_is_told_before_its_moment() -> None:
    wrong = "events:\n  a: {date: 2025, title: A, publish_at: 2026-05-12, %s}\n"
    late, uncited = wrong % "place: moon, uncited: b", wrong % "cite: {report: one two three}"
    assert [each.message for each in problems_at(content(late))] == ["there is no place 'moon'"]
    assert "there is no source 'report'" in {each.message for each in problems_at(content(uncited))}
    assert problems_at(content(late.replace("publish_at: 2026-05-12", "draft: true"))) == ()


def test_what_is_due_for_another_look_is_noted_from_that_day_on() -> None:
    files = content("places:\n  a: {name: A, review_by: 2026-06-01}\n")
    day = parse_moment("2026-06-01").at
    assert problems_at(files, Instant(day - 1)) == ()
    (note,) = problems_at(files, day)
    assert (note.severity, note.origin.column) == (Severity.NOTE, 27)
    assert "since 2026-06-01" in note.message


# ---------------------------------------------------------------- how long it holds


def test_a_schedule_says_what_is_next_and_until_when_nothing_changes() -> None:
    moments = {"place:port": "2026-05-12T06:00+01:00", "term:word": "2026-05-12T05:00Z", "source:report": "2026-05-13"}
    written = content_of(explainer(moments))
    twelfth, thirteenth = parse_moment("2026-05-12T05:00Z").at, parse_moment("2026-05-13").at

    first = schedule_of(written, BEFORE_ALL)
    assert (first.since, first.until) == (BEFORE_ALL, twelfth)
    assert str(first.next_due) == "Next due: 2026-05-12T06:00+01:00 (place:port, 1 more)"
    assert first.next_due
    assert first.next_due.utc == "2026-05-12T05:00:00Z"
    second = schedule_of(written, twelfth)
    assert (second.since, second.until, str(second.next_due)) == (
        twelfth,
        thirteenth,
        "Next due: 2026-05-13 (source:report)",
    )
    assert schedule_of(written, thirteenth) == Schedule(since=thirteenth)
    assert (first.holds_at(Instant(twelfth - 1)), first.holds_at(twelfth)) == (True, False)


def test_a_draft_is_never_due_and_a_day_for_another_look_changes_what_is_said() -> None:
    written = content_of(
        content("places:\n  a: {name: A, draft: true, publish_at: 2026-05-12}\n  b: {name: B, review_by: 2026-06-01}\n")
    )
    found = schedule_of(written, parse_moment("2026-05-12").at)
    assert (found.next_due, found.until) == (None, parse_moment("2026-06-01").at)
    (draft, _) = content_at(written, AFTER_ALL).facts
    assert draft.is_held_back
