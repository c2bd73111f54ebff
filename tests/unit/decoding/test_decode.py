"""Files become values of the model: facts of every kind, sections, site.yaml; and all that cannot be read at once."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from standfirst.cache import Cache
from standfirst.decoding.decode import decode
from standfirst.model import (
    FACT_TYPES,
    FactId,
    Id,
    Kind,
    MarkdownForm,
    Stance,
)
from standfirst.problems.errors import SiteError, in_order
from standfirst.reading.files import InputFile
from tests.explainers import content, read_site, settings_of

BASEMAP = InputFile("basemap.geojson", '{"type": "FeatureCollection", "source": "An atlas", "features": []}')


def test_the_settings_are_read() -> None:
    explainer = decode(read_site("apollo")).content.explainer
    assert explainer.published == datetime.date(1969, 7, 25)
    assert explainer.origin_of("published").line == 5
    assert explainer.facts_as_of.text == "1969-07-24"
    assert [point.form for point in explainer.key_points] == [MarkdownForm.INLINE] * len(explainer.key_points)
    assert [(verb.id, verb.stance) for verb in explainer.verbs] == [
        ("member-of", Stance.NEUTRAL),
        ("races", Stance.AGAINST),
    ]


@pytest.mark.parametrize("text", ["", "# later\n", "{}\n"])
def test_empty_settings_lack_everything(text: str) -> None:
    with pytest.raises(SiteError) as caught:
        settings_of(InputFile("site.yaml", text))
    missing = "'title', 'standfirst', 'language', 'base_url', 'published', 'facts_as_of'"
    assert [str(each) for each in caught.value.problems] == [
        f"site.yaml:1:1: site.yaml has no {missing}; add these keys"
    ]


def test_every_kind_of_fact_is_read() -> None:
    read = {type(fact) for fact in decode(read_site("full")).content.facts}
    assert read == set(FACT_TYPES)


def test_the_faults_of_every_file_are_reported_at_once() -> None:
    files = content("evnets: {}\n", "[one](ftp://two)", settings="colour: green\n")
    assert [each.origin.path for each in in_order(decode(files).problems)] == [
        "facts.yaml",
        "sections/1-part.md",
        "site.yaml",
    ]


def test_what_can_be_read_is_handed_on_with_what_is_lost() -> None:
    text = """
        events:
          sound: {date: 2025, title: A, uncited: made up}
          broken: {date: 2025-13, title: A, actors: [council], uncited: made up}
    """
    decoded = decode(content(text))
    assert [str(fact.fact_id) for fact in decoded.content.facts] == ["event:sound"]
    assert decoded.gaps.broken_facts == {FactId(Kind.EVENT, Id("broken"))}
    assert [str(reference.to) for reference in decoded.gaps.references] == ["actor:council"]
    assert not decoded.gaps.has_unknown_facts
    assert not decoded.gaps.lacks_settings


def test_settings_that_cannot_be_read_are_a_gap() -> None:
    assert decode(content(settings="colour: green\n")).gaps.lacks_settings


def test_the_basemap_is_read_or_its_faults_are_told() -> None:
    files = dataclasses.replace(content(), basemap=BASEMAP)
    found = decode(files).content.basemap
    assert found
    assert found.source == "An atlas"
    broken = dataclasses.replace(files, basemap=dataclasses.replace(BASEMAP, text="[]"))
    assert [each.origin.path for each in decode(broken).problems] == ["basemap.geojson"]


def test_of_a_file_that_is_not_yaml_not_even_the_ids_are_known() -> None:
    assert decode(content("events: [\n")).gaps.has_unknown_facts


def test_with_a_cache_only_what_was_saved_is_read_anew_whether_or_not_it_can_be_read() -> None:
    cache = Cache()
    start = content("places:\n  a: {name: A}\n  b: {name: B}\n", "One.", "Two.")
    other = InputFile("more.yaml", "unknowns:\n  c: {question: C}\n")
    start = dataclasses.replace(start, facts=(*start.facts, other), basemap=BASEMAP)
    with cache.active():
        first = decode(start).content
    broken = dataclasses.replace(start.facts[0], text=start.facts[0].text.replace("name: B", "nmae: B"))
    with cache.active():
        rest = decode(dataclasses.replace(start, facts=(broken, other))).content
    assert [each is first.facts[number] for number, each in zip((0, 2), rest.facts, strict=True)] == [True, True]
    mended = dataclasses.replace(broken, text=broken.text.replace("nmae: B", "name: Bee"))
    with cache.active():
        again = decode(dataclasses.replace(start, facts=(mended, other))).content
    assert [fact is each for fact, each in zip(again.facts, first.facts, strict=True)] == [True, False, True]
    assert [each is section for each, section in zip(again.sections, first.sections, strict=True)] == [True, True]
    assert again.basemap is first.basemap


def test_an_explainer_has_its_facts_and_sections_in_the_order_of_its_files() -> None:
    read = decode(content("places:\n  b: {name: B}\n  a: {name: A}\n", "One.", "Two.")).content
    assert [fact.id for fact in read.facts] == ["b", "a"]
    assert [each.id for each in read.sections] == ["part-1", "part-2"]
