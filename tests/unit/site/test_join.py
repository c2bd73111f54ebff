"""Content becomes one site: everything in its order, and backlinks on both sides."""

from __future__ import annotations

from dataclasses import replace

from standfirst.images.shape import shapes_of
from standfirst.model import Claim, Drafts, Quote
from standfirst.reading.files import InputFile
from standfirst.site.join import join
from standfirst.site.site import Site
from tests.explainers import content, content_of, joined

COUNCIL = "council: {name: Council, kind: government, summary: A., uncited: made up}"


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


def test_an_event_stands_after_the_one_that_it_names_where_both_begin_on_one_day_and_only_then() -> None:
    site = joined(
        content("""
            events:
              answer: {date: 2025-03-03, after: letter, title: A, uncited: a}
              session: {date: 2025-03-03, title: A, uncited: a}
              blockade: {date: 2025-03-03/.., title: A, uncited: a}
              letter: {date: 2025-03-03/2025-03-04, after: before, title: A, uncited: a}
              before: {date: 2025-03-02, title: A, uncited: a}
        """)
    )
    assert ids(site) == ["event:before", "event:session", "event:letter", "event:answer", "event:blockade"]


# ---------------------------------------------------------------- backlinks


def test_a_fact_knows_which_facts_refer_to_it_in_fields_prose_and_citations() -> None:
    site = joined(
        content(
            f"""
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
        """,
            "A section about the [council](actor:council) is no fact.",
        )
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


# ---------------------------------------------------------------- dates


def test_a_quote_without_a_date_was_said_on_that_of_its_event() -> None:
    site = joined(
        content(f"""
            actors:
              {COUNCIL}
            events:
              vote: {{date: 2025-03, title: A, uncited: made up}}
            quotes:
              dated: {{speaker: council, words: A b c, date: 2025-04, event: vote, uncited: made up}}
              of-the-vote: {{speaker: council, words: A b c, event: vote, uncited: made up}}
              undated: {{speaker: council, words: A b c, uncited: made up}}
        """)
    )
    said = [site.date_of(quote) for quote in site.all(Quote)]
    assert [date and date.text for date in said] == ["2025-04", "2025-03", None]


def test_a_quote_of_an_event_that_is_missing_has_no_date() -> None:
    facts = f"actors: {{{COUNCIL}}}\nquotes: {{a: {{speaker: council, words: A, event: vote, uncited: made up}}}}\n"
    site = join(content_of(content(facts)), shapes_of(()), Drafts.HIDE)
    assert [site.date_of(quote) for quote in site.all(Quote)] == [None]
