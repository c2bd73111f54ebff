"""What changed is told in the words in which readers saw it and see it, in the language of the site."""

from __future__ import annotations

import datetime
import json
import re
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.authoring.record_text import facts_text
from standfirst.changes.as_update import update_of
from standfirst.changes.compare import stated_keys
from standfirst.changes.report import Since, as_json, as_lines, as_markdown, untold
from standfirst.changes.snapshot import Snapshot, snapshot_of
from standfirst.changes.told import State, ToldFact, tell, updates_in
from standfirst.changes.told_by_updates import ToldKey
from standfirst.model import Drafts, Element, FactId, Id, Kind, MarkdownForm, TextNode
from standfirst.prose.document import document_of, nodes_in
from standfirst.site.told_changes import keys_to_tell
from standfirst.sources.lock import Lock
from tests.explainers import content, content_of

VERBS = "verbs:\n  backs: {label: backs, inverse: is backed by}\n  opposes: {label: opposes, inverse: is opposed by}\n"
FACTS = """\
actors:
  brook: {name: Mara Brook, kind: person, summary: A mayor., uncited: x}
  council: {name: Town Council, kind: government, summary: A body., cite: {report: The council of the town}}
events:
  vote: {date: 2025-01-02, title: The vote, actors: [brook], uncited: x}
quotes:
  safe: {speaker: brook, words: it is safe, date: 2025-01, cite: {report: it is safe}}
figures:
  killed: {value: 213, unit: people, label: killed, uncited: x}
  share: {value: 12.5, unit: percent, label: of votes, uncited: x}
relations:
  r: {subject: council, verb: backs, object: brook, uncited: x}
sources:
  report: {title: The report, language: ar}
"""


def snapshot(facts: str, language: str = "en") -> Snapshot:
    files = content(facts, settings=VERBS, language=language)
    return snapshot_of(content_of(files), Lock(MappingProxyType({})), Drafts.HIDE)


def told(before: str, after: str, language: str = "en") -> tuple[ToldFact, ...]:
    updates = updates_in(content_of(content(after, settings=VERBS)))
    return tell(snapshot(before, language), snapshot(after, language), updates, language)


@pytest.mark.parametrize(
    ("was", "now", "line"),
    [
        ("value: 213", "value: 1264", "figure:killed: value: 213 people → 1,264 people"),
        ("value: 213", "value: 210..220, qualifier: about", "figure:killed: value: 213 people → about 210–220 people"),
        ("value: 213, unit: people", "value: 213, unit: persons", "figure:killed: value: 213 people → 213 persons"),
        ("value: 12.5", "value: 13", "figure:share: value: 12.5% → 13%"),
        ("label: killed", "label: dead", "figure:killed: label: killed → dead"),
        ("date: 2025-01-02", "date: 2025-02", "event:vote: date: 2 January 2025 → February 2025"),
        ("actors: [brook]", "actors: [brook, council]",
         "event:vote: actors: Mara Brook → Mara Brook and Town Council"),
        ("title: The vote,", "title: The vote, planned: true,", "event:vote: planned: now yes"),
        ("kind: government", "kind: group", "actor:council: kind: Government → Group"),
        ("verb: backs", "verb: opposes", "relation:r: verb: backs → opposes"),
        ("words: it is safe", "words: it is not safe", "quote:safe: words: “it is safe” → “it is not safe”"),
        ("language: ar", "language: fr", "source:report: language: Arabic → French"),
        ("cite: {report: The council of the town}", 'cite: {report: ["The council of the town", the mayor of it]}',
         "actor:council: now also rests on The report: “the mayor of it”"),
        ("cite: {report: The council of the town}", "uncited: made up",
         "actor:council: uncited: now made up; no longer rests on The report: “The council of the town”"),
        ("killed: {value: 213", "dead: {value: 213, former_ids: [killed]", "figure:dead: formerly figure:killed"),
    ],
)  # fmt: skip
def test_what_changed_is_said_as_readers_see_it(was: str, now: str, line: str) -> None:
    assert was in FACTS
    assert [*as_lines(told(FACTS, FACTS.replace(was, now)))] == [line]


def test_it_is_said_in_the_language_of_the_site() -> None:
    after = FACTS.replace("value: 213", "value: 1264").replace("2025-01-02", "2025-01-03")
    assert [*as_lines(told(FACTS, after, "fr"))] == [
        "figure:killed: value: 213 people → 1\u202f264 people",
        "event:vote: date: 2 janvier 2025 → 3 janvier 2025",
    ]


def test_what_is_new_and_what_was_withdrawn_are_called_as_lists_call_them_after_what_changed() -> None:
    after = FACTS.replace("  killed:", "  injured:").replace("  vote:", "  second-vote:").replace("A mayor.", "Mayor.")
    assert [*as_lines(told(FACTS, after))] == [
        "actor:brook: summary: A mayor. → Mayor.",
        "new: figure:injured: 213 people killed",
        "new: event:second-vote: The vote",
        "withdrawn: figure:killed: 213 people killed",
        "withdrawn: event:vote: The vote",
    ]


def test_two_values_of_one_name_are_told_apart() -> None:
    facts = FACTS.replace("actors:\n", "actors:\n  other: {name: Mara Brook, kind: person, summary: B., uncited: x}\n")
    (fact,) = told(facts, facts.replace("actors: [brook]", "actors: [other]"))
    assert fact.keys == (ToldKey("actors", '["actor:brook"]', '["actor:other"]'),)


# ---------------------------------------------------------------- what updates tell of

AFTER = FACTS.replace("value: 213", "value: 264").replace("A mayor.", "Mayor.")
UPDATE = "updates:\n  u: {{date: 2025-01-03, kind: correction, text: X., {}}}\n"


@pytest.mark.parametrize("names", ["affects: ['figure:killed']", "changes: [{fact: 'figure:killed', after: x}]"])
def test_an_update_that_has_come_since_tells_of_what_it_names(names: str) -> None:
    tells = UPDATE.format(names)
    assert [str(each.fact) for each in untold(told(FACTS, AFTER + tells))] == ["actor:brook"]
    assert len(untold(told(FACTS + tells, AFTER + tells))) == 2, "it told of something else"
    drafted = tells.replace("date:", "draft: true, date:")
    assert [str(each.fact) for each in untold(told(FACTS, AFTER + drafted))] == ["actor:brook"]


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("before: 213 people, after: 264 people", True),
        ("before: 213 people, after: 250 people", False),
        (
            "before: 213 people, after: 250 people}, {fact: 'figure:killed', key: value, before: a, after: 264 people",
            True,
        ),
        ("before: 213 dead, after: 250 dead", True),  # In words of the writer's own.
        ("before: 213 people, after: 250 people}, {fact: 'figure:killed', key: label, after: killed", False),
    ],
)
def test_what_changed_once_more_after_an_update_told_of_it_is_still_to_be_told(said: str, is_told: bool) -> None:
    update = UPDATE.format(f"affects: ['figure:killed'], changes: [{{fact: 'figure:killed', key: value, {said}}}]")
    assert ("figure:killed" not in [str(each.fact) for each in untold(told(FACTS, AFTER + update))]) == is_told


def test_an_update_that_was_there_tells_of_what_was_added_to_it() -> None:
    tells = UPDATE.format("changes: [{fact: 'figure:killed', key: value, after: 213 people}]")
    more = tells.replace("}]", "}, {fact: 'figure:killed', key: value, before: 213 people, after: 264 people}]")
    assert [str(each.fact) for each in untold(told(FACTS + tells, AFTER + more))] == ["actor:brook"]


def test_nothing_is_to_be_told_of_another_id() -> None:
    assert untold(told(FACTS, FACTS.replace("killed: {", "dead: {former_ids: [killed], "))) == ()


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("value: 213", "value: 264", "correction"),
        ("  vote:", "  other-vote:", "correction"),
        ("figures:\n", "figures:\n  more: {value: 1, label: m, uncited: x}\n", "update"),
        ("summary: A mayor.", "summary: A mayor., role: Mayor", "update"),
    ],
)
def test_it_is_a_correction_where_readers_were_told_something_else(was: str, now: str, kind: str) -> None:
    update = update_of(told(FACTS, FACTS.replace(was, now)), datetime.date(2025, 1, 3), ())
    assert [field.value for field in update.fields if field.key == "kind"] == [kind]


# ---------------------------------------------------------------- what programs and comments show

EVIL = "\u202e`` <img src=x onerror=alert(1)> @everyone [x](javascript:y) ## | `a` \n\n# b"


def test_nothing_of_the_content_is_markup_in_a_comment() -> None:
    name = FactId(Kind.CLAIM, Id("a"))
    facts = (
        ToldFact(name, State.CHANGED, EVIL, (ToldKey("claim", EVIL, f"`{EVIL}`"), ToldKey("cite", "", EVIL))),
        ToldFact(name, State.NEW, EVIL),
        ToldFact(name, State.WITHDRAWN, EVIL, into=name),
    )
    document = document_of(as_markdown(facts, Since(EVIL), [EVIL]), MarkdownForm.BLOCK)
    nodes = [*nodes_in(document.nodes)]
    tags = [node.tag for node in nodes if isinstance(node, Element)]
    assert set(tags) == {"h3", "p", "ul", "li", "strong", "code"}
    assert (tags.count("h3"), tags.count("ul")) == (1, 3)
    assert {type(node) for node in nodes} == {Element, TextNode}
    in_code = [node for code in nodes if isinstance(code, Element) and code.tag == "code" for node in code.children]
    outside = [node.text for node in nodes if isinstance(node, TextNode) and node not in in_code]
    assert not any("everyone" in text or "`" in text for text in outside)
    assert not any("\u202e" in node.text for node in nodes if isinstance(node, TextNode))


def test_a_comment_has_no_more_characters_than_a_host_takes() -> None:
    name, long = FactId(Kind.CLAIM, Id("a" * 100)), "`" * 240
    facts = [ToldFact(name, State.CHANGED, long, (ToldKey("claim", long, long),) * many) for many in (900, 1, 1) * 500]
    written = as_markdown(facts, Since("HEAD"), [long * 100] * 1000)
    fits = len(written) < 65_536
    assert fits
    listed, told, doubts = (
        re.findall(r"^- \*\*", written, re.M),
        written.count("`, "),
        re.findall(r"^- `", written, re.M),
    )
    assert min(len(listed), told, len(doubts)) > 5
    assert f"\nAnd {len(facts) - len(listed)} more; `changes` lists all of them.\n" in written
    assert f"`, {len(facts) - told} more yet;" in written
    assert written.endswith(f"\n- {1000 - len(doubts)} more")


def test_programs_read_all_of_it() -> None:
    read = json.loads(as_json(told(FACTS, AFTER), Since("HEAD", "which is 3f2a91c0de of 2025-01-02")))
    assert read == {
        "since": "HEAD, which is 3f2a91c0de of 2025-01-02",
        "facts": [
            {"fact": "actor:brook", "state": "changed", "label": "Mara Brook", "told": False,
             "changes": [{"key": "summary", "before": "A mayor.", "after": "Mayor."}]},
            {"fact": "figure:killed", "state": "changed", "label": "264 people killed", "told": False,
             "changes": [{"key": "value", "before": "213 people", "after": "264 people"}]},
        ],
        "not_compared": [],
    }  # fmt: skip


# ---------------------------------------------------------------- whatever a site publishes

LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(),
    st.sampled_from(["", "a", "actor:a", "2025-01", "at-least", "percent", "USD", "en", "x" * 400, "\ud800", "`", "]"]),
)  # fmt: skip
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["from", "to", "text", "lang", "source", "passages"]), inner, max_size=3),
    ),
    max_leaves=6,
)


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    rows = {}
    for kind in draw(st.sets(st.sampled_from(Kind), max_size=4)):
        keys = st.sampled_from([*keys_to_tell(kind), "former_ids"])
        for name in draw(st.sets(st.sampled_from("abc"), max_size=2)):
            rows[FactId(kind, Id(name))] = draw(st.dictionaries(keys, VALUES, max_size=5))
    return Snapshot(rows)


@given(snapshots(), snapshots(), st.sampled_from(["en", "fr", "ar", "tlh"]))
def test_whatever_stands_in_published_data_is_told(before: Snapshot, after: Snapshot, language: str) -> None:
    found = tell(before, after, (), language)
    assert len([*as_lines(found)]) == len(found)
    assert as_markdown(found, Since("x")).count("**") == 2 * len(found)
    assert len(json.loads(as_json(found, Since("x")))["facts"]) == len(found)
    drafted = facts_text([update_of(found, datetime.date(2025, 1, 3), after.rows)])
    if not found or "\\ud800" in drafted:
        return
    (update,) = updates_in(content_of(content(drafted)))
    assert {change.fact.to for change in update.changes} == {each.fact for each in found if each.says_something_else}


def test_all_that_is_compared_can_be_told_of() -> None:
    assert all(set(stated_keys(kind)) <= set(keys_to_tell(kind)) for kind in Kind)
