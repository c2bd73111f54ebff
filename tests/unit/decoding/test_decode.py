"""Files become values of the model: facts of every kind, sections, site.yaml; and all that cannot be read at once."""

from __future__ import annotations

import dataclasses
import datetime
from textwrap import dedent

import pytest

from standfirst.cache import Cache
from standfirst.decoding.decode import decode
from standfirst.model import (
    FACT_TYPES,
    Actor,
    Event,
    Fact,
    FactId,
    Id,
    Kind,
    MarkdownForm,
    Origin,
    Place,
    Quote,
    Relation,
    Section,
    Stance,
    Update,
    Weight,
)
from standfirst.problems.errors import SiteError, in_order
from standfirst.reading.files import InputFile
from tests.explainers import content, facts_of, read_site, section_of, settings_of


def facts(text: str) -> tuple[Fact, ...]:
    return facts_of(InputFile("facts.yaml", dedent(text).lstrip("\n")))


def problems(text: str) -> list[str]:
    with pytest.raises(SiteError) as caught:
        facts(text)
    return [str(each) for each in caught.value.problems]


def section(text: str, path: str = "sections/10-what-happened.md") -> Section:
    return section_of(InputFile(path, text))


def section_problems(text: str, path: str = "sections/10-what-happened.md") -> list[str]:
    with pytest.raises(SiteError) as caught:
        section(text, path)
    return [str(each) for each in caught.value.problems]


# ---------------------------------------------------------------- facts


def test_every_kind_of_fact_is_read() -> None:
    read = {type(fact) for fact in decode(read_site("full")).content.facts}
    assert read == set(FACT_TYPES)


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


def test_a_former_id_is_checked_like_an_id() -> None:
    (said,) = problems("places:\n  a: {name: A, former_ids: [b, ../../etc/passwd]}\n")
    assert said.startswith("facts.yaml:2:32: '../../etc/passwd' is not an id; ")


# ---------------------------------------------------------------- site.yaml


def test_the_settings_are_read() -> None:
    explainer = decode(read_site("apollo")).content.explainer
    assert explainer.published == datetime.date(1969, 7, 25)
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


# ---------------------------------------------------------------- sections


def test_a_section_is_its_front_matter_and_the_markdown_after_it() -> None:
    read = section("---\ntitle: What happened?\nautolink: false\ndraft: true\n---\nOne.\n\n---\n\nTwo.\n")
    assert (read.title, read.autolink, read.draft) == ("What happened?", False, True)
    assert (read.body.markdown, read.body.form) == ("One.\n\n---\n\nTwo.\n", MarkdownForm.BLOCK)
    assert read.body.origin == Origin("sections/10-what-happened.md", 6, 1)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("10-what-happened.md", "what-happened"),
        ("10_what.md", "what"),
        ("1.2-what.md", "2-what"),
        ("what.md", "what"),
        ("07-2016.md", "2016"),
    ],
)
def test_without_an_id_the_file_name_gives_it(name: str, id_: str) -> None:
    assert section("---\ntitle: A\n---\n", f"sections/{name}").id == id_


def test_an_id_in_the_front_matter_comes_before_the_file_name() -> None:
    assert section("---\ntitle: A\nid: b\n---\n", "sections/10-C C.md").id == "b"


@pytest.mark.parametrize(("name", "id_"), [("10-What_Happened", "What_Happened"), ("2016", ""), ("10-a.b", "a.b")])
def test_a_file_name_that_gives_no_id_is_reported(name: str, id_: str) -> None:
    assert section_problems("---\ntitle: A\n---\n", f"sections/{name}.md") == [
        f"sections/{name}.md:1:1: the file name gives this section the id '{id_}'; "
        "rename the file, or add `id:` to the front matter"
    ]


@pytest.mark.parametrize("text", ["---\ntitle: A\n---", "---\ntitle: A\n--- \n", "---\t\n\ntitle: A\n\n---\n"])
def test_front_matter_may_end_the_file_and_have_blanks_behind_its_lines(text: str) -> None:
    assert (section(text).title, section(text).body.markdown.strip()) == ("A", "")


@pytest.mark.parametrize("text", ["", "One.\n", "\n---\ntitle: A\n---\n", "# ---\n"])
def test_a_section_without_front_matter_is_reported(text: str) -> None:
    assert section_problems(text) == [
        "sections/10-what-happened.md:1:1: this section has no front matter; "
        "begin with a line ---, then `title: …`, then a line ---"
    ]


@pytest.mark.parametrize("body", ["", "\n  \n", "<!-- to come -->\n"])
def test_a_section_in_which_readers_see_nothing_is_a_warning(body: str) -> None:
    text = f"---\ntitle: A\n---\n{body}"
    files = dataclasses.replace(content(), sections=(InputFile("sections/1-a.md", text),))
    assert [each.message for each in decode(files).problems] == ["this section says nothing"]
    begun = dataclasses.replace(
        files, sections=(InputFile("sections/1-a.md", text.replace("A\n", "A\ndraft: true\n")),)
    )
    assert decode(begun).problems == ()


@pytest.mark.parametrize("text", ["---\n", "---\ntitle: A\n\nOne.\n", "---\ntitle: A\n ---\n"])
def test_front_matter_without_an_end_is_reported(text: str) -> None:
    assert section_problems(text) == [
        "sections/10-what-happened.md:1:1: the front matter that opens here is not closed; add a line --- below it"
    ]


@pytest.mark.parametrize(
    ("matter", "said"),
    [
        ("", "1:1: front matter has no 'title'; add `title:`"),
        ("title: A: B\n", "2:9: the value breaks off at this colon; "),
        ("draft: true\n", "2:1: front matter has no 'title'; add `title:`"),
        ("titel: A\n", "2:1: front matter has no key 'titel'; did you mean 'title'?"),
        ("title: A\ndraft: maybe\n", "3:8: 'maybe' is neither true nor false; "),
        ("title: A\ntitle: B\n", "3:1: the key 'title' stands here a second time; the first is on line 2; "),
        ("A\n", "2:1: front matter is written as `key: value` lines; "),
    ],
)
def test_faults_of_front_matter_stand_on_the_lines_of_the_file(matter: str, said: str) -> None:
    assert section_problems(f"---\n{matter}---\nOne.\n")[0].startswith(f"sections/10-what-happened.md:{said}")


def test_faults_of_front_matter_and_prose_are_reported_together() -> None:
    assert section_problems("---\ntitle: A\nid: B\n---\nOne [two](ftp://three).\n\x07") == [
        "sections/10-what-happened.md:3:5: 'B' is not an id; write b: an id is of small letters, digits and hyphens",
        "sections/10-what-happened.md:6:1: no page can show the character U+0007; delete it",
    ]


# ---------------------------------------------------------------- all at once


def test_the_faults_of_every_file_are_reported_at_once() -> None:
    files = content("evnets: {}\n", "[one](ftp://two)", settings="colour: green\n")
    assert [each.origin.path for each in in_order(decode(files).problems)] == [
        "facts.yaml",
        "sections/1-part.md",
        "site.yaml",
    ]


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


def test_of_a_file_that_is_not_yaml_not_even_the_ids_are_known() -> None:
    assert decode(content("events: [\n")).gaps.has_unknown_facts


def test_with_a_cache_only_what_was_saved_is_read_anew_whether_or_not_it_can_be_read() -> None:
    cache = Cache()
    start = content("places:\n  a: {name: A}\n  b: {name: B}\n", "One.", "Two.")
    other = InputFile("more.yaml", "unknowns:\n  c: {question: C}\n")
    start = dataclasses.replace(start, facts=(*start.facts, other))
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


def test_an_explainer_has_its_facts_and_sections_in_the_order_of_its_files() -> None:
    read = decode(content("places:\n  b: {name: B}\n  a: {name: A}\n", "One.", "Two.")).content
    assert [fact.id for fact in read.facts] == ["b", "a"]
    assert [each.id for each in read.sections] == ["part-1", "part-2"]


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
