"""A reference that leads nowhere is a problem with a hint, unless what it names could not be read."""

from __future__ import annotations

import pytest

from standfirst.decoding.decode import Gaps
from standfirst.images.shape import shapes_of
from standfirst.model import Drafts, FactId, Id, Kind, Origin, Reference
from standfirst.problems.errors import SiteError
from standfirst.reading.files import UnreadFile
from standfirst.site.resolve import resolve
from tests.explainers import content, content_of, made, resolve_problems

COUNCIL = "council: {name: Council, kind: government, summary: A., uncited: made up}"
BROOK = "brook: {name: Mara Brook, kind: person, summary: A., uncited: made up}"


def test_what_is_published_cannot_refer_to_a_draft() -> None:
    said = "place 'bridge' is a draft, and this is published; publish it, or make this a draft as well"
    assert resolve_problems("places:\n  bridge: {name: Bridge, draft: true}\n", "[A](place:bridge)") == [
        f"sections/1-part.md:5:5: {said}"
    ]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("events:\n  a: {date: 2025, title: A, actors: [cuncil], uncited: b}\n", "did you mean 'council'?"),
        ("events:\n  a: {date: 2025, title: A, place: council, uncited: b}\n", "'council' is an actor"),
        ("events:\n  a: {date: 2025, title: A, place: moon, uncited: b}\n", "add it under places:"),
        ("places:\n  a: {name: A, summary: 'By [it](claim:a).', uncited: b}\n", "'a' is a place"),
        ("places:\n  a: {name: A, cite: {report: one two three}}\n", "add it under sources:"),
        ("unknowns:\n  a: {question: 'Who is [she](actor:broook)?'}\n", "did you mean 'brook'?"),
    ],
)
def test_the_hint_for_a_dangling_reference_says_what_was_meant(facts: str, said: str) -> None:
    (found,) = resolve_problems(f"actors:\n  {COUNCIL}\n  {BROOK}\n{facts}")
    assert found.endswith(said)


def test_dangling_references_are_found_in_settings_and_sections_too() -> None:
    facts = "places:\n  c: {name: C}\n"
    said = resolve_problems(facts, "[A](actor:a) in [C](place:c)", settings='key_points: ["[B](event:b)"]\n')
    assert [each.partition(";")[0] for each in said] == [
        "sections/1-part.md:5:5: there is no actor 'a'",
        "site.yaml:7:19: there is no event 'b'",
    ]


BROKEN = "events:\n  a: {date: 2025, title: A, actors: [lost, missing], uncited: made up}\n"


def missing(gaps: Gaps) -> list[str]:
    return [said.partition(";")[0] for said in resolve_problems(BROKEN, gaps=gaps)]


def test_a_fact_that_could_not_be_read_is_not_called_missing() -> None:
    no_lost, no_missing = "facts.yaml:2:38: there is no actor 'lost'", "facts.yaml:2:44: there is no actor 'missing'"
    assert missing(Gaps()) == [no_lost, no_missing]
    assert missing(Gaps(broken_facts=frozenset({FactId(Kind.ACTOR, Id("lost"))}))) == [no_missing]


def test_where_a_whole_file_could_not_be_read_nothing_is_called_missing_but_drafts_are_known() -> None:
    gaps = Gaps(has_unknown_facts=True)
    assert missing(gaps) == []
    assert len(resolve_problems("places:\n  a: {name: A, draft: true}\n", "[A](place:a)", gaps=gaps)) == 1


def test_what_a_broken_fact_refers_to_must_be_there_as_well() -> None:
    origin = Origin("facts.yaml", 2, 3)
    gaps = Gaps(references=(Reference(FactId(Kind.PLACE, Id("moon")), origin),))
    assert resolve_problems(gaps=gaps) == ["facts.yaml:2:3: there is no place 'moon'; add it under places:"]


def test_what_an_unread_file_may_hold_is_one_problem_of_that_file() -> None:
    file = UnreadFile("facts/actors.yam", "this is not read", "rename it", frozenset({"lost", "places"}))
    assert resolve_problems(BROKEN, "[](place:moon) [](place:moon)", gaps=Gaps(unread_files=(file,))) == [
        "facts/actors.yam:1:1: this is not read, and 3 references need it; rename it",
        "facts.yaml:2:44: there is no actor 'missing'; add it under actors:",
    ]


def test_an_invalid_id_is_not_suggested_and_references_to_it_are_not_reported() -> None:
    facts = """
        events:
          Sinking: {date: 2025, title: It sinks, uncited: made up}
        quotes:
          a: {speaker: b, words: No, event: sinking, uncited: made up}
        actors:
          b: {name: B, kind: Person, summary: A B., uncited: made up}
    """
    with pytest.raises(SiteError) as caught:
        made(content(facts, "[](event:sinking)"))
    assert [str(each) for each in caught.value.problems] == [
        "facts.yaml:3:3: 'Sinking' is not an id; write sinking: an id is of small letters, digits and hyphens",
        "facts.yaml:7:22: 'Person' is not one of the words for this; did you mean 'person'?",
    ]


def test_thousands_of_dangling_references_are_all_reported_and_the_first_with_suggestions() -> None:
    links = "".join(f"[](actor:nobody-{number}) " for number in range(1000))
    actors = "".join(
        f"  no-body-{number}: {{name: N{number}, kind: person, summary: S, uncited: so}}\n" for number in range(1000)
    )
    found = resolve_problems(f"actors:\n{actors}", links)
    assert len(found) == 1000
    assert "; did you mean 'no-body-" in found[0]
    assert found[-1].endswith("; add it under actors:")


@pytest.mark.parametrize(("places", "reported"), [(5, 5), (6, 1)])
def test_what_is_missing_is_reported_at_each_of_a_few_places(places: int, reported: int) -> None:
    assert len(resolve_problems("", "[](actor:a) " * places)) == reported


def test_what_is_missing_is_one_problem_where_many_places_refer_to_it() -> None:
    sections = "[](actor:a) " * 20, "[](actor:b) [](actor:a)"
    assert resolve_problems("", *sections, settings='key_points: ["[A](actor:a)"]\n') == [
        "sections/1-part.md:5:4: there is no actor 'a', which is named here and in 21 more places; "
        "add it under actors:",
        "sections/2-part.md:5:4: there is no actor 'b'; add it under actors:",
    ]


def test_references_to_what_an_invalid_id_was_meant_for_are_not_reported() -> None:
    with pytest.raises(SiteError) as caught:
        made(content("places:\n  brid/ge: {name: Bridge}\n", "[](place:bridge) [](place:elsewhere)"))
    assert [each.message for each in caught.value.problems] == [
        "'brid/ge' is not an id",
        "there is no place 'elsewhere'",
    ]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("[A](actor:cuncil)", ["council"]),
        ("[A](actor:cuncil) [A](actor:cuncil) [A](actor:council)", ["council", "council"]),
        # Either the references are misspelt, or the record is.
        ("[A](actor:cuncil) [A](actor:cuncil)", []),
    ],
)
def test_an_id_is_named_exactly_unless_all_references_agree_on_another(text: str, new: list[str]) -> None:
    files = content(f"actors:\n  {COUNCIL}", text)
    found = resolve(content_of(files), shapes_of(files.images), drafts=Drafts.HIDE).problems
    assert [each.new for problem in found for each in problem.fix] == new
