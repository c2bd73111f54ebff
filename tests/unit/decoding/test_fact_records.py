"""Records of a facts file become facts, which are typed to the leaf and say what they rest on."""

from __future__ import annotations

import datetime
from textwrap import dedent

import pytest

from standfirst.decoding.facts import read_facts
from standfirst.model import (
    Actor,
    Event,
    Fact,
    FactId,
    Id,
    Kind,
    Origin,
    Place,
    Quote,
    Relation,
    Update,
    Weight,
)
from standfirst.problems.errors import Severity, SiteError
from standfirst.reading.files import InputFile
from tests.explainers import facts_of


def facts(text: str) -> tuple[Fact, ...]:
    return facts_of(InputFile("facts.yaml", dedent(text).lstrip("\n")))


def problems(text: str) -> list[str]:
    with pytest.raises(SiteError) as caught:
        facts(text)
    return [str(each) for each in caught.value.problems]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "actors:\n", "actors: {}\nevents:\n", "---\n"])
def test_a_file_or_a_kind_without_facts_is_no_fault(text: str) -> None:
    assert facts(text) == ()


def test_facts_stand_where_their_ids_do_in_the_order_in_which_they_were_written() -> None:
    read = facts("""
        places:
          b: {name: B}
          a: {name: A}
        unknowns:
          c: {question: C}
    """)
    assert [(str(fact.fact_id), fact.origin) for fact in read] == [
        ("place:b", Origin("facts.yaml", 2, 3)),
        ("place:a", Origin("facts.yaml", 3, 3)),
        ("unknown:c", Origin("facts.yaml", 5, 3)),
    ]


def test_a_fact_knows_where_the_value_of_each_key_is_written() -> None:
    (place,) = facts("places:\n  a: {name: A, lat: 1.5}\n")
    assert (place.origin_of("lat"), place.origin_of("lon")) == (Origin("facts.yaml", 2, 21), place.origin)


def test_warnings_about_a_fact_do_not_keep_it_from_being_read() -> None:
    read = read_facts(InputFile("facts.yaml", "places:\n  a: {name: '**A**'}\n"))
    assert [fact.id for fact in read.facts] == ["a"]
    assert [(each.origin.column, each.severity) for each in read.problems] == [(14, Severity.WARNING)]


def test_what_is_left_out_has_its_default() -> None:
    (event,) = facts("events:\n  a: {date: 2025-03, title: A, uncited: made up}\n")
    assert isinstance(event, Event)
    assert (event.text, event.actors, event.place, event.weight) == (None, (), None, Weight.NORMAL)
    assert (event.draft, event.former_ids, event.cite, event.reckoned) == (False, (), (), "")


def test_country_codes_months_and_times_stay_what_was_written() -> None:
    actor, event, quote = facts("""
        actors:
          no: {name: no, kind: state, aliases: [on, 1e3], summary: no, uncited: no}
        events:
          a: {date: 2019-04, title: 12:30, actors: [no], uncited: 0x1F}
        quotes:
          b: {speaker: no, words: 1_000, uncited: "yes"}
    """)
    assert isinstance(actor, Actor)
    assert isinstance(event, Event)
    assert isinstance(quote, Quote)
    assert (actor.id, actor.name, actor.aliases, actor.summary.markdown) == ("no", "no", ("on", "1e3"), "no")
    assert (event.date.text, event.title, event.actors[0].to.id, event.uncited) == ("2019-04", "12:30", "no", "0x1F")
    assert (quote.speaker.to, quote.words) == (FactId(Kind.ACTOR, Id("no")), "1_000")


def test_facts_may_share_a_list_of_citations() -> None:
    one, two = facts("""
        places:
          one: {name: One, cite: &shared {report: [the first passage, the second passage]}}
          two: {name: Two, cite: *shared}
    """)
    assert isinstance(one, Place)
    assert isinstance(two, Place)
    assert len(one.cite[0].passages) == 2
    assert one.cite == two.cite


def test_yaml_in_facts_is_neither_run_nor_taken_for_a_template() -> None:
    (place,) = facts('places:\n  a: {name: "{{ 7 * 7 }}{% raise %}"}\n')
    assert isinstance(place, Place)
    assert place.name == "{{ 7 * 7 }}{% raise %}"


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("actors", "name: A, kind: person, summary: A"),
        ("terms", "name: A, summary: A"),
        ("events", "date: 2025, title: A"),
        ("quotes", "speaker: a, words: A"),
        ("claims", "claim: A"),
        ("figures", "value: 1, label: A"),
        ("relations", "subject: a, verb: b, object: c"),
    ],
)
def test_a_statement_cites_or_says_why_not(kind: str, keys: str) -> None:
    singular = kind.removesuffix("s")
    assert len(facts(f"{kind}:\n  a: {{{keys}, uncited: made up}}\n")) == 1
    assert len(facts(f"{kind}:\n  a: {{{keys}, cite: {{report: made up}}}}\n")) == 1
    assert problems(f"{kind}:\n  a: {{{keys}}}\n") == [
        f"facts.yaml:2:3: {singular} 'a' cites nothing; add `cite:`, or say why not in `uncited:`"
    ]


@pytest.mark.parametrize(
    ("kind", "keys"), [("places", "name: A"), ("unknowns", "question: A"), ("sources", "title: A")]
)
def test_places_unknowns_and_sources_need_no_citation(kind: str, keys: str) -> None:
    assert len(facts(f"{kind}:\n  a: {{{keys}}}\n")) == 1


@pytest.mark.parametrize("kind", ["updates", "sources"])
@pytest.mark.parametrize("key", ["cite", "uncited"])
def test_updates_and_sources_cannot_cite(kind: str, key: str) -> None:
    keys = "date: 2025-03-08, kind: update, text: A" if kind == "updates" else "title: A"
    (said,) = problems(f"{kind}:\n  a: {{{keys}, {key}: {{report: made up}}}}\n")
    assert f"has no key '{key}'" in said


def test_citing_and_saying_why_not_exclude_each_other() -> None:
    assert problems("places:\n  a: {name: A, cite: {report: one two three}, uncited: made up}\n") == [
        "facts.yaml:2:47: place 'a' has both 'cite' and 'uncited'; keep one of them"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("events: [a]\n", "1:9: 'events' is written as `key: value` lines, not as a list; "),
        ("events: none yet\n", "1:9: 'events' is written as `key: value` lines; "),
        ("- events\n", "1:1: a facts file is written as `key: value` lines, not as a list; "),
        ("events\n", "1:1: a facts file is written as `key: value` lines; "),
        ("evnets: {}\n", "1:1: 'evnets' is not a kind of fact; did you mean 'events'?"),
        ("bridges: {}\n", "1:1: 'bridges' is not a kind of fact; the kinds are actors, terms, events, "),
        ("title: A\n", "1:1: 'title' is not a kind of fact; write it in site.yaml: the kinds are actors, "),
        ("events:\n  a:\n", "2:3: event 'a' is empty; its keys are "),
        ("events:\n  a: b\n", "2:6: event 'a' is written as `key: value` lines; "),
        ("events:\n  A: {}\n", "2:3: 'A' is not an id; "),
        ('events:\n  "": {}\n', "2:3: '' is not an id; "),
        ("events:\n  ../a: {}\n", "2:3: '../a' is not an id; "),
    ],
)
def test_what_is_no_record_is_refused(text: str, said: str) -> None:
    (found,) = problems(text)
    assert found.startswith(f"facts.yaml:{said}")


@pytest.mark.parametrize(("key", "hint"), [("sources", "write `cite:`"), ("unicted", "did you mean 'uncited'?")])
def test_a_statement_that_nearly_cites_is_not_told_that_it_cites_nothing(key: str, hint: str) -> None:
    assert problems(f"terms:\n  a: {{name: A, summary: A, {key}: {{report: made up}}}}\n") == [
        f"facts.yaml:2:28: term 'a' has no key '{key}'; {hint}"
    ]


def test_what_a_bare_comma_cut_off_in_a_record_is_recognised() -> None:
    (said,) = problems("places:\n  a: {name: Low Bridge, Arle, lat: 1, lon: 1}\n")
    assert said.endswith('quote the value before it, "like this": in braces a comma ends a bare value')


def test_a_former_id_is_checked_like_an_id() -> None:
    (said,) = problems("places:\n  a: {name: A, former_ids: [b, ../../etc/passwd]}\n")
    assert said.startswith("facts.yaml:2:32: '../../etc/passwd' is not an id; ")


def test_faults_of_the_yaml_and_of_the_facts_in_it_are_reported_at_once() -> None:
    text = """
        places:
          a: {name: A, name: B}
          b: {nmae: B}
    """
    assert [said.partition(";")[0] for said in problems(text)] == [
        "facts.yaml:2:16: the key 'name' stands here a second time",
        "facts.yaml:3:7: place 'b' has no key 'nmae'",
    ]


def test_relations_and_updates_are_typed_to_the_leaf() -> None:
    relation, update = facts("""
        relations:
          a: {subject: b, verb: leads, object: c, since: 2014/.., uncited: made up}
        updates:
          d: {date: 2025-03-08, kind: correction, text: A., affects: ["relation:a"]}
    """)
    assert isinstance(relation, Relation)
    assert isinstance(update, Update)
    assert (relation.verb.to, relation.verb.origin.column, relation.object.to.id) == ("leads", 25, "c")
    assert (update.date, update.affects[0].to) == (datetime.date(2025, 3, 8), FactId(Kind.RELATION, Id("a")))
