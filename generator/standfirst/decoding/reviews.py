"""`reviews.yaml`: who vouched for which fact, and over which digests; read and written.

Each line says all of one vouching, so that lines which two people added may stand in any order when Git has joined
them. Unlike what other commands note, nobody can make it anew. So a mistake in it is told as exactly as one in a fact.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from standfirst.decoding.formats import as_sequence
from standfirst.decoding.records import read_keys
from standfirst.model import Fact, FactId, Origin, Vouching
from standfirst.problems.errors import Problem, Severity, gather, problem, stop_at_errors
from standfirst.problems.remedies import suggest
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import read_yaml
from standfirst.reading.yaml.nodes import MappingNode, ScalarNode, YamlNode

_HEAD = """\
# Who vouched, and when, that the passages cited for a fact support what it states, as it was then: the digests say
# over what. `review` writes this. Commit it.
"""
_OVER = frozenset({"statement", "passages"})
_AS_WRITTEN = "{fact: …, by: …, on: …, statement: …, passages: …}"


def write_reviews(vouched: Iterable[Vouching]) -> str:
    """Return the text of the file: a line for each vouching, in order of facts and persons."""
    ordered = sorted(vouched, key=lambda each: (str(each.fact.to), each.person))
    return "".join([_HEAD, *(f"- {_written(each)}\n" for each in ordered)])


def _written(vouching: Vouching) -> str:
    # What JSON writes in quotation marks, YAML reads.
    by = json.dumps(vouching.by, ensure_ascii=False)
    digests = f"statement: {vouching.statement}, passages: {vouching.passages}"
    return f"{{fact: {vouching.fact.to}, by: {by}, on: {vouching.on.isoformat()}, {digests}}}"


def read_reviews(file: InputFile) -> tuple[Vouching, ...]:
    """Return what the file says, or raise a `SiteError` with every problem in it."""

    def read(root: YamlNode | None) -> tuple[Vouching, ...]:
        is_empty = root is None or (isinstance(root, ScalarNode) and root.is_empty)
        return () if root is None or is_empty else gather(_vouching, as_sequence(root).items)

    return read_yaml(file, read)


def _vouching(node: YamlNode) -> Vouching:
    # A person may type the others; what was vouched for, only `review` can say.
    if not isinstance(node, MappingNode) or _OVER.isdisjoint(entry.key.text for entry in node.entries):
        raise problem(node.origin, "this is no vouching", f"`review` writes it, as {_AS_WRITTEN}")
    read = read_keys(Vouching, node, "this vouching")
    stop_at_errors(read.problems)
    return Vouching(origin=node.origin, **read.values)


# ---------------------------------------------------------------- whom and what it names


def doubtful_vouchings(vouched: Sequence[Vouching], facts: Iterable[Fact]) -> Iterator[Problem]:
    """Warn of vouchings for facts that there are not, and of persons who are named twice for one fact."""
    by_any_id = facts_by_any_id(facts)
    known = [str(each) for each in by_any_id]
    first: dict[tuple[FactId, str], Origin] = {}
    for each in vouched:
        fact = by_any_id.get(each.fact.to)
        if fact is None:
            hint = suggest(str(each.fact.to), known).hint or "take it out, or give its fact back the id that it had"
            yield Problem(each.fact.origin, f"there is no {each.fact.to}", hint, Severity.WARNING)
        name = fact.fact_id if fact else each.fact.to
        if first.setdefault((name, each.person), each.origin) != each.origin:
            message = f"{each.by} vouches for {name} more than once"
            yield Problem(each.origin, message, "keep the newer of these lines", Severity.WARNING)


def facts_by_any_id(facts: Iterable[Fact]) -> dict[FactId, Fact]:
    """Return facts by their ids, those of now before those that they had."""
    every = tuple(facts)
    former = {FactId(fact.KIND, each): fact for fact in every for each in fact.former_ids}
    return former | {fact.fact_id: fact for fact in every}


def with_vouching(vouched: Iterable[Vouching], fact: Fact, new: Vouching) -> tuple[Vouching, ...]:
    """Return what was vouched for, with a new vouching for a fact in the place of an older one by the same person.

    What was noted of the fact by a former id stands under that of now.
    """
    names = {fact.fact_id, *(FactId(fact.KIND, each) for each in fact.former_ids)}
    others = [each for each in vouched if each.fact.to not in names]
    of_fact = [replace(each, fact=new.fact) for each in vouched if each.fact.to in names]
    # The newest of each person's, where two versions were merged.
    kept = {one.person: one for one in sorted(of_fact, key=lambda one: one.on)} | {new.person: new}
    return (*others, *kept.values())
