"""Two states are compared fact by fact by what they say, whatever facts are called and wherever they stand."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Mapping
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.changes.compare import Difference, compare
from standfirst.changes.snapshot import Snapshot, snapshot_in, snapshot_of
from standfirst.decoding.decode import Gaps, decode
from standfirst.model import Drafts, FactId, Id, Kind
from standfirst.outputs.data import data_files
from standfirst.problems.errors import UsageError
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.sources.lock import Lock, read_lock
from tests.explainers import content, planner, read_site

NO_LOCK = Lock(MappingProxyType({}))


def snapshot(files: ContentFiles, lock: Lock = NO_LOCK) -> Snapshot:
    decoded = decode(files)
    return snapshot_of(decoded.content, lock, Drafts.HIDE, decoded.gaps)


def differences(before: str, after: str) -> list[Difference]:
    return [*compare(snapshot(content(before)), snapshot(content(after)))]


def name(text: str) -> FactId:
    kind, _, own = text.partition(":")
    return FactId(Kind(kind), Id(own))


# ---------------------------------------------------------------- a plain comparison of records


@dataclasses.dataclass
class Record:
    """A record as a writer keeps it; what it names are other records, whatever these are called."""

    kind: str
    id: str
    file: int
    words: str
    names: list[Record]
    cites: list[str]
    formers: list[str] = dataclasses.field(default_factory=list)
    was: str = ""

    @property
    def said(self) -> dict[str, object]:
        return {"words": self.words, "names": [*self.names], "cites": sorted(self.cites)}

    def as_yaml(self, order: random.Random) -> str:
        key = {"actor": "name", "claim": "claim", "figure": "label"}[self.kind]
        keys = [f"{key}: {self.words}", f"cite: {{report: [{', '.join(self.cites)}]}}" if self.cites else "uncited: x"]
        keys += {"actor": ["kind: person", "summary: A."], "figure": ["value: 1"], "claim": []}[self.kind]
        if self.names:
            keys.append(f"{'by' if self.kind == 'claim' else 'according_to'}: [{', '.join(n.id for n in self.names)}]")
        if self.formers:
            keys.append(f"former_ids: [{', '.join(self.formers)}]")
        order.shuffle(keys)
        return f"  {self.id}:\n" + "".join(f"    {each}\n" for each in keys)


PASSAGES = ["one two three", "four five six", "seven eight nine"]


class History:
    """An explainer that is edited at random, and each record of which is known for itself."""

    def __init__(self, rng: random.Random) -> None:
        self.rng, self.number = rng, 0
        self.records: list[Record] = []

    def new_id(self) -> str:
        self.number += 1
        return f"n{self.number}"

    def edit(self) -> None:
        what = self.rng.choice(["add", "add", "withdraw", "rename", "words", "names", "names", "names", "cite", "move"])
        if what == "add" or not self.records:
            kind = self.rng.choice(["actor", "claim", "claim", "figure"])
            self.records.append(Record(kind, self.new_id(), 0, self.rng.choice("abc") * 3, [], []))
            return
        record = self.rng.choice(self.records)
        match what:
            case "withdraw":
                self.records.remove(record)
                for other in self.records:
                    other.names = [each for each in other.names if each is not record]
            case "rename":
                record.formers.insert(self.rng.randrange(len(record.formers) + 1), record.id)
                record.id = self.new_id()
            case "words":
                record.words = self.rng.choice("abc") * 3
            case "names" if record.kind != "actor":
                actors = [each for each in self.records if each.kind == "actor"]
                record.names = self.rng.sample(actors, min(len(actors), self.rng.randrange(4)))
            case "cite":
                record.cites = self.rng.sample(PASSAGES, self.rng.randrange(3))
            case "move":
                record.file = self.rng.randrange(3)
                self.rng.shuffle(self.records)

    def files(self) -> ContentFiles:
        texts = []
        for number in range(3):
            here = [each for each in self.records if each.file == number]
            kinds = sorted({each.kind for each in here})
            self.rng.shuffle(kinds)
            texts.append(
                "".join(
                    f"{kind}s:\n" + "".join(each.as_yaml(self.rng) for each in here if each.kind == kind)
                    for kind in kinds
                )
            )
        files = content("sources:\n  report: {title: Report}\n")
        more = tuple(InputFile(f"facts/{number}.yaml", text) for number, text in enumerate(texts) if text)
        return dataclasses.replace(files, facts=(*files.facts, *more))


@given(st.integers(0, 2**32), st.integers(0, 60), st.integers(0, 12))
def test_a_random_history_gives_what_a_plain_comparison_of_its_records_gives(seed: int, first: int, more: int) -> None:
    history = History(random.Random(seed))
    for _ in range(first):
        history.edit()
    before, known = snapshot(history.files()), [*history.records]
    said = {}
    for record in known:
        record.was = record.id
        said[record.id] = record.said
    for _ in range(more):
        history.edit()

    found = {
        (str(each.before or ""), str(each.after or "")): each for each in compare(before, snapshot(history.files()))
    }
    there = {
        (record.was and f"{record.kind}:{record.was}", f"{record.kind}:{record.id}"): record
        for record in history.records
    }
    gone = {(f"{record.kind}:{record.was}", "") for record in known if record not in history.records}
    assert found.keys() - there.keys() == gone
    for pair, record in there.items():
        difference = found.get(pair)
        changed = {key for key, value in said.get(record.was, record.said).items() if value != record.said[key]}
        assert bool(difference) == bool(changed or record.was != record.id)
        if difference and record.was:
            # Who cites nothing says why.
            keys = {_KEYS.get(key, "names") for key in difference.keys if key != "uncited"}
            assert keys | ({"cites"} if difference.cited or difference.cites else set()) == changed


_KEYS = {"name": "words", "claim": "words", "label": "words"}


# ---------------------------------------------------------------- what is the same, and what is not

FACTS = """\
actors:
  brook: {name: Mara Brook, kind: person, summary: A mayor., uncited: x}
  reed: {name: Tom Reed, kind: person, summary: A master., uncited: x}
claims:
  lost:
    claim: The vote was lost by [](actor:brook).
    by: [reed]
    cite: {report: ["one two three", "four five … nine ten"]}
sources:
  report: {title: Report}
"""


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("The vote was", "The *vote* was"),
        ("claim: The vote", "claim: >-\n      The\n      vote"),
        ('["one two three", "four five … nine ten"]', '["four five ... nine ten", "One  two three"]'),
        ("four five … nine ten", "four five six … eight nine ten"),
        ("four five … nine ten", "Four five six seven eight nine ten"),
        ("summary: A mayor.,", "summary: A mayor., sort_as: Brook, aliases: [Mara], weight: key, same_as: [https://a.b/],"),
        ("    by: [reed]", "    review_by: 2030-01-01\n    by: [actor:reed]"),
    ],
)  # fmt: skip
def test_how_a_fact_is_written_filed_and_cited_makes_no_difference(was: str, now: str) -> None:
    assert was in FACTS
    assert differences(FACTS, FACTS.replace(was, now)) == []


@pytest.mark.parametrize("now", ["three four five … nine ten", "four five … nine ten eleven", "four five six seven"])
def test_a_passage_that_begins_or_ends_elsewhere_is_another(now: str) -> None:
    (found,) = differences(FACTS, FACTS.replace("four five … nine ten", now))
    assert [each.words for each in found.cited] == ["four five … nine ten"]
    assert [each.words for each in found.cites] == [now]


def test_what_refers_to_a_renamed_fact_says_the_same() -> None:
    renamed = FACTS.replace("by: [reed]", "by: [tr]").replace("reed: {", "tr: {former_ids: [reed], ")
    renamed = renamed.replace("report: {title", "account: {former_ids: [report], title").replace(
        "{report:", "{account:"
    )
    pairs = [(each.before, each.after, each.keys, each.cites) for each in differences(FACTS, renamed)]
    assert pairs == [
        (name("actor:reed"), name("actor:tr"), (), ()),
        (name("source:report"), name("source:account"), (), ()),
    ]


def test_of_facts_that_became_one_the_first_former_id_is_that_of_the_fact_itself() -> None:
    merged = FACTS.replace("reed: {name: Tom Reed,", "both: {name: Tom Reed, former_ids: [reed, brook],")
    merged = merged.replace("  brook: {name: Mara Brook, kind: person, summary: A mayor., uncited: x}\n", "")
    found = differences(FACTS, merged.replace("[reed]\n", "[both]\n").replace("actor:brook", "actor:both"))
    assert [(each.before, each.after, each.into) for each in found if each.fact.kind is Kind.ACTOR] == [
        (name("actor:reed"), name("actor:both"), None),
        (name("actor:brook"), None, name("actor:both")),
    ]


def test_what_a_relation_says_changes_with_the_label_of_its_verb() -> None:
    facts = FACTS + "relations:\n  r: {subject: brook, verb: backs, object: reed, uncited: x}\n"
    verbs = "verbs:\n  backs: {label: backs, inverse: is backed by}\n"
    before, after = (content(facts, settings=each) for each in (verbs, verbs.replace("label: backs", "label: opposes")))
    (found,) = compare(snapshot(before), snapshot(after))
    assert (found.fact, found.keys) == (name("relation:r"), ("verb",))


def test_a_fact_that_could_not_be_read_then_is_not_called_new() -> None:
    broken = content(FACTS.replace("summary: A mayor., ", ""))
    assert compare(snapshot(broken), snapshot(content(FACTS))) == ()
    unreadable = dataclasses.replace(broken, facts=(InputFile("facts.yaml", "actors: [\n"),))
    assert compare(snapshot(unreadable), snapshot(content(FACTS))) == ()
    assert len(compare(snapshot(content("")), snapshot(content(FACTS)))) == 4
    assert compare(Snapshot({}, gaps=Gaps(has_unknown_facts=True)), snapshot(content(FACTS))) == ()


# ---------------------------------------------------------------- what a site publishes


@pytest.mark.parametrize("site", ["full", "several-sources", "arabic"])
def test_what_a_site_publishes_of_its_facts_is_what_they_say(site: str) -> None:
    files = read_site(site)
    made = {file.route: file.make_body for file in data_files(planner(files).presenter)}
    published = snapshot_in(made["data/facts.json"]().decode(), "data/facts.json")
    assert published.rows
    assert compare(published, snapshot(files, read_lock(files.lock) if files.lock else NO_LOCK)) == ()


@pytest.mark.parametrize("text", ["", "<html>", "[1]", "[" * 100_000, '{"actors": 1}', '{"actors": {"a": "b"}}'])
def test_what_is_no_data_of_a_site_is_told(text: str) -> None:
    with pytest.raises(UsageError, match=r"^it .*; name a published site, or its data/facts\.json$"):
        snapshot_in(text, "it")


def test_kinds_of_a_later_standfirst_are_passed_over() -> None:
    assert snapshot_in('{"laws": {"a": {"name": "b"}}}', "it").rows == {}


def test_whatever_stands_in_a_published_value_is_compared() -> None:
    rows: Mapping[FactId, dict[str, object]] = {name("figure:a"): {"value": {"odd": [None]}, "cite": [1, {}]}}
    assert [each.keys for each in compare(Snapshot(rows), Snapshot({name("figure:a"): {"value": 1}}))] == [("value",)]  # type: ignore[arg-type]
