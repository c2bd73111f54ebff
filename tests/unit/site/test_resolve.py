"""All that does not fit together in an explainer is reported at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.decoding.decode import Gaps
from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile
from tests.explainers import content, joined, made, resolve_problems

COUNCIL = "council: {name: Council, kind: government, summary: A., uncited: made up}"
BROOK = "brook: {name: Mara Brook, kind: person, summary: A., uncited: made up}"
CLOSURE = "closure: {date: 2025-03-03, title: A, uncited: made up}"

OWNING = f"""\
actors:
  {COUNCIL}
  {BROOK}
relations:
  a: {{subject: brook, verb: own, object: council, uncited: made up}}
"""


def test_two_facts_of_one_kind_cannot_have_one_id() -> None:
    files = content(f"actors:\n  {COUNCIL}\n")
    other = InputFile("other.yaml", f"actors:\n  {COUNCIL.replace('Council', 'Other')}\n")
    with pytest.raises(SiteError) as caught:
        joined(replace(files, facts=(*files.facts, other)))
    assert [str(each) for each in caught.value.problems] == [
        "other.yaml:2:3: actor 'council' is there already, at facts.yaml:2; give one of the two another id"
    ]


def test_facts_of_two_kinds_may_have_one_id() -> None:
    assert resolve_problems("places:\n  a: {name: A}\nunknowns:\n  a: {question: A}\n") == []


def test_two_sections_cannot_have_one_id() -> None:
    files = content("", "One.", "Two.")
    same = InputFile("sections/3-part.md", files.sections[0].text)
    with pytest.raises(SiteError, match=r"^sections/3-part\.md:1:1: section 'part-1' is there already, at sections/1-"):
        joined(replace(files, sections=(*files.sections, same)))


@pytest.mark.parametrize(
    ("former", "whose"),
    [
        ("brook", "it belongs to actor:brook"),
        ("clerk", "it belongs to actor:other"),
        ("council", "it is one of its ids already"),
        ("old, old", "it is one of its ids already"),
    ],
)
def test_a_former_id_leads_to_one_fact_only(former: str, whose: str) -> None:
    (said,) = resolve_problems(f"""
        actors:
          other: {{name: Other, kind: person, summary: A., uncited: made up, former_ids: [clerk]}}
          council: {{name: Council, kind: government, summary: A., uncited: made up, former_ids: [{former}]}}
          {BROOK}
    """)
    assert said == (
        f"facts.yaml:4:3: '{former.partition(',')[0]}' cannot be a former id of actor:council: {whose}; "
        "take it out: an old address can lead to one place only"
    )


def test_a_former_id_may_be_that_of_another_kind() -> None:
    assert resolve_problems("places:\n  a: {name: A, former_ids: [b]}\nunknowns:\n  b: {question: B}\n") == []


@pytest.mark.parametrize("one", ["actors", "terms"])
@pytest.mark.parametrize("other", ["actors", "terms"])
def test_a_name_that_two_facts_share_is_reported(one: str, other: str) -> None:
    def record(kind: str, name: str) -> str:
        kind_of_actor = "kind: person, " if kind == "actors" else ""
        return f"{{name: {name}, aliases: [the town], summary: A., {kind_of_actor}uncited: made up}}"

    first = InputFile("a.yaml", f"{one}:\n  a: {record(one, 'First')}\n")
    second = InputFile("b.yaml", f"{other}:\n  b: {record(other, 'Second')}\n")
    with pytest.raises(SiteError) as caught:
        joined(replace(content(), facts=(first, second)))
    (problem,) = caught.value.problems
    assert problem.message == f"the name 'the town' is also that of {one.removesuffix('s')}:a (a.yaml:2)"
    assert problem.hint == "keep it for one of the two, so that prose can tell them apart"
    assert problem.origin == ("b.yaml", 2, 3)


def test_a_term_has_its_name_with_either_first_letter_and_an_actor_only_as_written() -> None:
    terms = "terms:\n  a: {name: Ceasefire, summary: A., uncited: b}\n  b: {name: ceasefire, summary: A., uncited: b}\n"
    assert "the name 'ceasefire' is also that of term:a (facts.yaml:2)" in resolve_problems(terms)[0]
    actors = terms.replace("terms", "actors").replace("summary", "kind: person, summary")
    assert resolve_problems(actors) == []


def test_a_verb_is_one_of_the_vocabulary() -> None:
    settings = "verbs: {owns: {label: owns, inverse: is owned by}}\n"
    assert resolve_problems(OWNING) == ["facts.yaml:5:29: there is no verb 'own'; add it to `verbs` in site.yaml"]
    assert resolve_problems(OWNING, settings=settings) == [
        "facts.yaml:5:29: there is no verb 'own'; did you mean 'owns'?"
    ]


def test_an_image_must_be_there() -> None:
    text = "![The bridge](images/brigde.png)\n\n![The town](images/town.png)"
    assert resolve_problems("", text, images=("bridge.png", "maps/town.png")) == [
        "sections/1-part.md:5:15: there is no image 'images/brigde.png'; did you mean 'images/bridge.png'?",
        "sections/1-part.md:7:13: there is no image 'images/town.png'; did you mean 'images/maps/town.png'?",
    ]
    assert resolve_problems("", "![A](images/a.png)") == [
        "sections/1-part.md:5:6: there is no image 'images/a.png'; put it in images/"
    ]


@pytest.mark.parametrize("coordinate", ["lat: 32.9", "lon: 13.2"])
def test_a_place_has_both_coordinates_or_none(coordinate: str) -> None:
    assert resolve_problems(f"places:\n  a: {{name: A, {coordinate}}}\n") == [
        "facts.yaml:2:3: place:a has one coordinate; give both lat and lon, or neither"
    ]


def test_a_claim_is_no_rival_of_itself() -> None:
    assert resolve_problems("claims:\n  a: {claim: A., rivals: [a], uncited: made up}\n") == [
        "facts.yaml:2:27: claim:a is named as its own rival; name the other claim"
    ]


def test_everything_that_does_not_fit_is_reported_at_once_disagreements_too() -> None:
    facts = f"""
        events:
          {CLOSURE}
        places:
          a: {{name: A, lat: 1}}
    """
    with pytest.raises(SiteError) as caught:
        made(content(facts, "It was shut on [4 March 2025](event:closure) by [someone](actor:nobody)."))
    assert [each.origin.path for each in caught.value.problems] == [
        "facts.yaml",
        "sections/1-part.md",
        "sections/1-part.md",
    ]


def test_no_verb_is_unknown_where_site_yaml_cannot_be_read() -> None:
    assert resolve_problems(OWNING, gaps=Gaps(lacks_settings=True)) == []
