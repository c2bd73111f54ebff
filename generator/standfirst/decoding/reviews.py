"""`reviews.yaml`: who vouched for which fact, and over which digests; read and written.

Unlike what other commands note, nobody can make it anew. So a mistake in it is told as exactly as one in a fact.
"""

from __future__ import annotations

import functools
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from standfirst.decoding.formats import Format, as_mapping, as_sequence, reference_format
from standfirst.decoding.records import read_keys
from standfirst.model import (
    FACT_TYPES,
    AllowedKinds,
    Citing,
    Fact,
    FactId,
    Origin,
    Reference,
    VouchedFact,
    Vouching,
    written_name,
)
from standfirst.problems.errors import Problem, Severity, gather, problem, stop_at_errors
from standfirst.problems.remedies import suggest
from standfirst.reading.files import REVIEWS, InputFile
from standfirst.reading.yaml.composer import read_yaml
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode, YamlNode

_HEAD = """\
# Who vouched, and when, that the passages cited for a fact support what it states, as it was then: the digests say
# over what. `review` writes this. Commit it.
"""
VOUCHED_KINDS = tuple(record.KIND for record in FACT_TYPES if issubclass(record, Citing))
_FORM = "kind:id"
_AS_WRITTEN = "{by: …, on: …, statement: …, passages: …}"


def write_reviews(vouched: Iterable[VouchedFact]) -> str:
    """Return the text of the file: facts and persons in order, a line for each vouching, so that versions merge."""
    lines = [_HEAD]
    for each in sorted(vouched, key=lambda one: str(one.fact)):
        if each.vouchings:
            lines.append(f"{each.fact}:\n")
        lines += (f"  - {_written(one)}\n" for one in sorted(each.vouchings, key=lambda one: one.person))
    return "".join(lines)


def _written(vouching: Vouching) -> str:
    # What JSON writes in quotation marks, YAML reads.
    by = json.dumps(vouching.by, ensure_ascii=False)
    digests = f"statement: {vouching.statement}, passages: {vouching.passages}"
    return f"{{by: {by}, on: {vouching.on.isoformat()}, {digests}}}"


def read_reviews(file: InputFile) -> tuple[VouchedFact, ...]:
    """Return what the file says, or raise a `SiteError` with every problem in it."""

    def read(root: YamlNode | None) -> tuple[VouchedFact, ...]:
        is_empty = root is None or (isinstance(root, ScalarNode) and root.is_empty)
        return () if root is None or is_empty else gather(_vouched, as_mapping(root, REVIEWS, _FORM))

    return read_yaml(file, read)


def _vouched(entry: MappingEntry) -> VouchedFact:
    named = _fact_format().read(entry.key)
    vouchings = gather(functools.partial(_vouching, named.to), as_sequence(entry.value).items)
    return VouchedFact(named.to, vouchings, entry.key.origin)


@functools.cache
def _fact_format() -> Format[Reference]:
    return reference_format(AllowedKinds(VOUCHED_KINDS, None))


def _vouching(fact: FactId, node: YamlNode) -> Vouching:
    if not isinstance(node, MappingNode):
        raise problem(node.origin, f"this is no vouching for {fact}", f"`review` writes it, as {_AS_WRITTEN}")
    read = read_keys(Vouching, node, f"this vouching for {fact}")
    stop_at_errors(read.problems)
    values = {**read.values, "by": written_name(read.values["by"])}
    return Vouching(origin=node.origin, **values)


# ---------------------------------------------------------------- whom and what it names


def doubtful_vouchings(vouched: Sequence[VouchedFact], facts: Iterable[Fact]) -> Iterator[Problem]:
    """Warn of vouchings for facts that there are not, and of persons who are named twice for one fact."""
    by_any_id = facts_by_any_id(facts)
    known = [str(each) for each in by_any_id]
    seen: defaultdict[FactId, dict[str, Origin]] = defaultdict(dict)
    for each in vouched:
        fact = by_any_id.get(each.fact)
        if fact is None:
            hint = suggest(str(each.fact), known).hint or "take it out, or give its fact back the id that it had"
            yield Problem(each.origin, f"there is no {each.fact}", hint, Severity.WARNING)
        for one in each.vouchings:
            name = fact.fact_id if fact else each.fact
            if seen[name].setdefault(one.person, one.origin) != one.origin:
                message = f"{one.by} vouches for {name} more than once"
                yield Problem(one.origin, message, "keep the newer of these lines", Severity.WARNING)


def facts_by_any_id(facts: Iterable[Fact]) -> dict[FactId, Fact]:
    """Return facts by their ids, those of now before those that they had."""
    every = tuple(facts)
    former = {FactId(fact.KIND, each): fact for fact in every for each in fact.former_ids}
    return former | {fact.fact_id: fact for fact in every}


def with_vouching(vouched: Iterable[VouchedFact], fact: Fact, new: Vouching) -> tuple[VouchedFact, ...]:
    """Return what was vouched for, with a new vouching for a fact in the place of an older one by the same person.

    What was noted of the fact by a former id stands under that of now.
    """
    names = {fact.fact_id, *(FactId(fact.KIND, each) for each in fact.former_ids)}
    others = [each for each in vouched if each.fact not in names]
    of_fact = [one for each in vouched if each.fact in names for one in each.vouchings]
    # The newest of each person's, where two versions were merged.
    kept = {one.person: one for one in sorted(of_fact, key=lambda one: one.on)} | {new.person: new}
    return (*others, VouchedFact(fact.fact_id, tuple(kept.values()), new.origin))
