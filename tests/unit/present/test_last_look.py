"""What readers and programs are told of the last look at the address of a source."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path

import pytest

from standfirst.cache import Cache
from standfirst.decoding.checked_sources import write_checked
from standfirst.model import AlteredPassage, CheckedSource, Id, Origin, Passage, SourceState
from standfirst.options import Options
from standfirst.pipeline import make_site_from
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.rendering.site_files import PageStore
from standfirst.sources.lock import passage_key
from tests.explainers import content, made, own_templates

URL, ARCHIVED = "https://courier.example/pier", "https://archive.example/pier"
FACTS = f"""
    sources:
      courier: {{title: Pier shut, url: '{URL}', archive_url: '{ARCHIVED}'}}
    terms:
      boat: {{name: Boat, summary: A boat, cite: {{courier: The boat had carried}}}}
      pier: {{name: Pier, summary: A pier, cite: {{courier: the pier was shut}}}}
"""
BOAT, PIER = (passage_key(Passage(words, Origin("", 1, 1))) for words in ("The boat had carried", "the pier was shut"))
SEEN = CheckedSource(
    id=Id("courier"),
    state=SourceState.SAME,
    checked=datetime.date(2026, 5, 10),
    since=datetime.date(2026, 5, 3),
    url=URL,
)
CHANGED = replace(
    SEEN, state=SourceState.CHANGED, altered=(AlteredPassage(BOAT, "The boat had carried", "a boat", gone=True),)
)
LINK = '<a class="at-source" href="{}#:~:text={}">{}</a>'


OPTIONS = Options(content=Path(), templates=Path())


def files_of(*seen: CheckedSource, facts: str = FACTS, language: str = "en") -> ContentFiles:
    files = content(facts, language=language, copies={"courier": "The boat had carried 213. So the pier was shut."})
    return replace(files, checked=InputFile("sources.checked", write_checked(seen)))


def site(*seen: CheckedSource, facts: str = FACTS, language: str = "en") -> dict[str, str]:
    return made(files_of(*seen, facts=facts, language=language))


def test_readers_see_when_a_source_was_last_checked_and_a_site_without_that_is_what_it_was() -> None:
    page = site(SEEN)["sources/courier.html"]
    assert '<dt>Last checked</dt><dd><time datetime="2026-05-10">10 May 2026</time></dd>' in page
    assert "On 3 May 2026" not in page
    assert "Last checked" in site(SEEN)["sources.html"]
    unseen = made(content(FACTS, copies={"courier": "The boat had carried 213. So the pier was shut."}))
    assert site() == unseen
    # What was seen at another address says nothing.
    assert site(replace(SEEN, url="https://elsewhere.example/")) == unseen


def test_a_passage_that_stood_there_no_longer_is_told_and_linked_to_an_archived_copy() -> None:
    page = site(CHANGED)["sources/courier.html"]
    assert "On 3 May 2026 some of what is cited here no longer stood at the address as it did." in page
    assert f' <a href="{ARCHIVED}">An archived copy</a></p>' in page
    gone, there = (
        LINK.format(ARCHIVED, "The%20boat%20had%20carried", "in an archived copy"),
        LINK.format(URL, "the%20pier%20was%20shut", "at the source"),
    )
    assert f'{gone} <span class="detail">On 3 May 2026 this passage no longer stood at the address.</span>' in page
    assert f"{there}</p>" in page
    assert gone in site(CHANGED)["glossary.html"]
    without = site(CHANGED, facts=FACTS.replace(f", archive_url: '{ARCHIVED}'", ""))["sources/courier.html"]
    assert LINK.format(URL, "The%20boat%20had%20carried", "at the source") in without
    assert "archived" not in without.lower()


def test_what_its_writer_has_mended_since_is_told_no_longer() -> None:
    mended = site(CHANGED, facts=FACTS.replace("The boat had carried", "had carried 213"))
    assert "On 3 May 2026" not in mended["sources/courier.html"]
    assert json.loads(mended["data/sources.json"])["courier"]["last_check"]["state"] == "same"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (SourceState.UNREACHABLE, "the address could not be reached."),
        (SourceState.WALLED, "not open to programs"),
        (SourceState.NOT_ALLOWED, "not open to programs"),
        (SourceState.MOVED, ""),
    ],
)
def test_what_could_not_be_compared_is_told_and_only_what_cannot_be_reached_is_linked_elsewhere(
    state: SourceState, said: str
) -> None:
    page = site(replace(SEEN, state=state))["sources/courier.html"]
    assert ("On 3 May 2026" in page) == bool(said)
    assert said in page
    assert (f"{ARCHIVED}#:~:text=the%20pier" in page) == (state is SourceState.UNREACHABLE)


def test_it_is_said_in_the_language_of_the_site() -> None:
    page = site(CHANGED, language="fr")["sources/courier.html"]
    assert "Le 3 mai 2026, ce passage ne figurait plus à l’adresse." in page


def test_programs_read_it_with_the_record_of_the_source() -> None:
    record = json.loads(site(CHANGED)["data/sources.json"])["courier"]
    assert record["last_check"] == {
        "state": "changed",
        "checked": "2026-05-10",
        "since": "2026-05-03",
        "altered": [{"passage": "The boat had carried", "gone": True}],
    }
    assert "last_check" not in json.loads(site()["data/sources.json"])["courier"]


def test_after_a_recheck_pages_that_were_kept_show_what_it_saw() -> None:
    cache, store = Cache(), PageStore()
    for seen in ((), (SEEN,), (CHANGED,), (replace(CHANGED, checked=datetime.date(2026, 5, 17)),), ()):
        with cache.active():
            built = make_site_from(files_of(*seen), own_templates(), OPTIONS, store)
        kept = {artifact.route: artifact.body.decode(errors="replace") for artifact in built.artifacts}
        assert kept == site(*seen)
        cache.forget_unused()
