"""Ids become one site: everything in its order, backlinks on both sides, and all that does not fit together at once."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest

from standfirst.decoding.decode import Gaps
from standfirst.model import Claim, Drafts, FactId, Id, Kind
from standfirst.problems.errors import SiteError, in_order
from standfirst.reading.files import InputFile
from standfirst.site.resolve import resolve
from standfirst.site.site import Site
from tests.explainers import content, content_of, joined, made

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


def problems(
    facts: str = "", *sections: str, settings: str = "", images: tuple[str, ...] = (), drafts: Drafts = Drafts.HIDE
) -> list[str]:
    """Return what does not fit together in an explainer."""
    with pytest.raises(SiteError) as caught:
        joined(content(facts, *sections, settings=settings, images=images), drafts=drafts)
    return [str(each) for each in caught.value.problems]


def ids(site: Site) -> list[str]:
    return [str(fact.fact_id) for fact in site.facts]


# ---------------------------------------------------------------- order


def test_facts_keep_their_order_but_events_go_by_date_and_updates_by_the_newest() -> None:
    site = joined(
        content("""
            updates:
              older: {date: 2025-03-01, kind: update, text: A.}
              newer: {date: 2025-03-02, kind: update, text: A.}
            events:
              late: {date: 2025-03-03, title: A, uncited: made up}
              early: {date: 2024, title: A, uncited: made up}
              whole-month: {date: 2025-03, title: A, uncited: made up}
            places:
              b: {name: B}
              a: {name: A}
        """)
    )
    assert ids(site) == [
        "place:b", "place:a", "event:early", "event:whole-month", "event:late", "update:newer", "update:older",
    ]  # fmt: skip


def test_events_of_one_day_keep_the_order_in_which_they_were_written() -> None:
    site = joined(content("events:\n" + "".join(f"  {name}: {{date: 2025, title: A, uncited: a}}\n" for name in "cab")))
    assert ids(site) == ["event:c", "event:a", "event:b"]


# ---------------------------------------------------------------- backlinks


def test_a_fact_knows_which_facts_refer_to_it_in_fields_prose_and_citations() -> None:
    site = joined(
        content(f"""
            actors:
              {COUNCIL}
            events:
              closure: {{date: 2025, title: A, actors: [council], uncited: made up}}
            unknowns:
              cost: {{question: "What will it cost the [town](actor:council)?"}}
            places:
              bridge: {{name: Bridge, cite: {{report: the council owns it}}}}
            sources:
              report: {{title: A}}
        """)
    )
    backlinks = {str(name): [str(fact) for fact in facts] for name, facts in site.backlinks.items()}
    assert backlinks == {"actor:council": ["unknown:cost", "event:closure"], "source:report": ["place:bridge"]}


def test_a_fact_that_speaks_of_itself_is_no_backlink_of_its_own() -> None:
    site = joined(content("unknowns:\n  cost: {question: What?, why: 'See [this](unknown:cost).'}\n"))
    assert not site.backlinks


def test_rivals_are_read_both_ways_and_once() -> None:
    site = joined(
        content("""
            claims:
              a: {claim: A., rivals: [b], uncited: made up}
              b: {claim: B., rivals: [a], uncited: made up}
              c: {claim: C., see: ["claim:a"], uncited: made up}
              d: {claim: D., rivals: [a], uncited: made up}
        """)
    )
    rivals = {claim.id: [rival.id for rival in site.rivals(claim)] for claim in site.all(Claim)}
    assert rivals == {"a": ["b", "d"], "b": ["a"], "c": [], "d": ["a"]}


# ---------------------------------------------------------------- drafts


DRAFTS = f"""
    actors:
      {COUNCIL}
    places:
      bridge: {{name: Bridge, draft: true}}
    events:
      closure: {{date: 2025, title: A, place: bridge, draft: true, uncited: made up}}
"""


def test_drafts_are_part_of_the_site_only_when_asked_for() -> None:
    assert ids(joined(content(DRAFTS))) == ["actor:council"]
    assert ids(joined(content(DRAFTS), drafts=Drafts.SHOW)) == ["actor:council", "place:bridge", "event:closure"]


def test_a_draft_section_may_refer_to_draft_facts() -> None:
    files = content(DRAFTS, "[A](place:bridge)")
    drafted = InputFile("sections/1-part.md", files.sections[0].text.replace("id:", "draft: true\nid:"))
    assert joined(replace(files, sections=(drafted,))).sections == ()


def test_what_is_published_cannot_refer_to_a_draft() -> None:
    said = "place 'bridge' is a draft, and this is published; publish it, or make this a draft as well"
    assert problems(DRAFTS, "[A](place:bridge)") == [f"sections/1-part.md:5:5: {said}"]


# ---------------------------------------------------------------- what does not fit together


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
def test_an_id_that_leads_nowhere_is_led_to_what_was_meant(facts: str, said: str) -> None:
    (found,) = problems(f"actors:\n  {COUNCIL}\n  {BROOK}\n{facts}")
    assert found.endswith(said)


def test_ids_that_lead_nowhere_are_found_in_settings_and_sections_too() -> None:
    said = problems("", "[A](actor:a)", settings='key_points: ["[B](event:b)"]\n')
    assert [each.partition(";")[0] for each in said] == [
        "sections/1-part.md:5:5: there is no actor 'a'",
        "site.yaml:7:19: there is no event 'b'",
    ]


def test_two_facts_of_one_kind_cannot_have_one_id() -> None:
    files = content(f"actors:\n  {COUNCIL}\n")
    other = InputFile("other.yaml", f"actors:\n  {COUNCIL.replace('Council', 'Other')}\n")
    with pytest.raises(SiteError) as caught:
        joined(replace(files, facts=(*files.facts, other)))
    assert [str(each) for each in caught.value.problems] == [
        "other.yaml:2:3: actor 'council' is there already, at facts.yaml:2; give one of the two another id"
    ]


def test_facts_of_two_kinds_may_have_one_id() -> None:
    assert ids(joined(content("places:\n  a: {name: A}\nunknowns:\n  a: {question: A}\n"))) == ["place:a", "unknown:a"]


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
    (said,) = problems(f"""
        actors:
          other: {{name: Other, kind: person, summary: A., uncited: made up, former_ids: [clerk]}}
          council: {{name: Council, kind: government, summary: A., uncited: made up, former_ids: [{former}]}}
          {BROOK}
    """)
    assert said.startswith(
        f"facts.yaml:4:3: '{former.partition(',')[0]}' cannot be a former id of actor:council: {whose}"
    )


def test_a_former_id_may_be_that_of_another_kind() -> None:
    assert ids(joined(content("places:\n  a: {name: A, former_ids: [b]}\nunknowns:\n  b: {question: B}\n")))


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
    assert "the name 'ceasefire' is also that of term:a (facts.yaml:2)" in problems(terms)[0]
    actors = terms.replace("terms", "actors").replace("summary", "kind: person, summary")
    assert ids(joined(content(actors))) == ["actor:a", "actor:b"]


def test_a_verb_is_one_of_the_vocabulary() -> None:
    settings = "verbs: {owns: {label: owns, inverse: is owned by}}\n"
    assert problems(OWNING) == ["facts.yaml:5:29: there is no verb 'own'; add it to `verbs` in site.yaml"]
    assert problems(OWNING, settings=settings) == ["facts.yaml:5:29: there is no verb 'own'; did you mean 'owns'?"]


def test_an_image_must_be_there() -> None:
    text = "![The bridge](images/brigde.png)\n\n![The town](images/town.png)"
    assert problems("", text, images=("bridge.png", "maps/town.png")) == [
        "sections/1-part.md:5:15: there is no image 'images/brigde.png'; did you mean 'images/bridge.png'?",
        "sections/1-part.md:7:13: there is no image 'images/town.png'; did you mean 'images/maps/town.png'?",
    ]


@pytest.mark.parametrize("coordinate", ["lat: 32.9", "lon: 13.2"])
def test_a_place_has_both_coordinates_or_none(coordinate: str) -> None:
    assert problems(f"places:\n  a: {{name: A, {coordinate}}}\n") == [
        "facts.yaml:2:3: place:a has one coordinate; give both lat and lon, or neither"
    ]


def test_a_claim_is_no_rival_of_itself() -> None:
    assert problems("claims:\n  a: {claim: A., rivals: [a], uncited: made up}\n") == [
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


# ---------------------------------------------------------------- gaps


def resolved(facts: str, gaps: Gaps) -> list[str]:
    """Return what does not fit together in content of which a part could not be read."""
    found = resolve(content_of(content(dedent(facts))), frozenset(), drafts=Drafts.HIDE, gaps=gaps)
    return [each.message for each in in_order(found.problems)]


LOST = "events:\n  a: {date: 2025, title: A, actors: [lost, missing], uncited: made up}\n"
NO_LOST, NO_MISSING = "there is no actor 'lost'", "there is no actor 'missing'"


def test_a_fact_that_could_not_be_read_is_not_called_missing() -> None:
    assert resolved(LOST, Gaps()) == [NO_LOST, NO_MISSING]
    assert resolved(LOST, Gaps(broken_facts=frozenset({FactId(Kind.ACTOR, Id("lost"))}))) == [NO_MISSING]


def test_where_a_whole_file_could_not_be_read_nothing_is_called_missing() -> None:
    assert resolved(LOST, Gaps(has_unknown_facts=True)) == []


def test_where_the_settings_could_not_be_read_no_verb_is_called_unknown() -> None:
    assert resolved(OWNING, Gaps()) == ["there is no verb 'own'"]
    assert resolved(OWNING, Gaps(lacks_settings=True)) == []


def test_what_is_refused_is_not_suggested_and_what_follows_from_it_is_not_told() -> None:
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


def test_thousands_of_names_of_nothing_are_all_told_and_the_first_with_a_suggestion() -> None:
    names = "".join(f"[](actor:nobody-{number}) " for number in range(1000))
    actors = "".join(
        f"  no-body-{number}: {{name: N{number}, kind: person, summary: S, uncited: so}}\n" for number in range(1000)
    )
    with pytest.raises(SiteError) as caught:
        made(content(f"actors:\n{actors}", names))
    hints = [each.hint for each in caught.value.problems if "there is no actor" in each.message]
    assert len(hints) == 1000
    assert hints[0].startswith("did you mean 'no-body-")
    assert hints[-1] == "add it under actors:"


@pytest.mark.parametrize(("places", "told"), [(5, 5), (6, 1)])
def test_what_a_few_places_name_and_is_not_there_is_told_in_each(places: int, told: int) -> None:
    with pytest.raises(SiteError) as caught:
        made(content("", "[](actor:a) " * places))
    assert len(caught.value.problems) == told


def test_what_many_places_name_and_is_not_there_is_one_problem() -> None:
    with pytest.raises(SiteError) as caught:
        made(content("", "[](actor:a) " * 20, "[](actor:b) [](actor:a)"))
    assert [str(each) for each in caught.value.problems] == [
        "sections/1-part.md:5:4: there is no actor 'a', which is named here and in 20 more places; "
        "add it under actors:",
        "sections/2-part.md:5:4: there is no actor 'b'; add it under actors:",
    ]


def test_a_name_that_is_refused_is_not_missing_where_it_is_nearly_written() -> None:
    with pytest.raises(SiteError) as caught:
        made(content("places:\n  brid/ge: {name: Bridge}\n", "[](place:bridge) [](place:elsewhere)"))
    assert [each.message for each in caught.value.problems] == [
        "'brid/ge' is not an id",
        "there is no place 'elsewhere'",
    ]
