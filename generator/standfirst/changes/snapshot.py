"""What the facts of an explainer said at some time, as plain values: those that it publishes in `data/facts.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from types import MappingProxyType

from standfirst.decoding.decode import NO_GAPS, Gaps
from standfirst.model import FACT_TYPES, Content, Drafts, FactId, Id, Kind, Passage
from standfirst.model.frozen_class import frozen
from standfirst.outputs.fact_rows import Json, KnownOfFacts, Row, row_of
from standfirst.present.naming import Naming
from standfirst.problems.errors import UsageError
from standfirst.prose.plain import plain_text
from standfirst.prose.references import ID
from standfirst.site.join import join
from standfirst.sources.lock import Lock, PassagePlace, passage_key

_KINDS: Mapping[str, Kind] = MappingProxyType({record.KIND.plural: record.KIND for record in FACT_TYPES})


@frozen
class Snapshot:
    """The rows of all facts, in their order; `verbs` are the labels of relations, as far as they are known.

    What is in the `gaps` was written and could not be read: nobody knows what it said.
    """

    rows: Mapping[FactId, Row]
    verbs: Mapping[str, str] = field(default_factory=dict)
    gaps: Gaps = NO_GAPS

    def may_hold(self, fact: FactId) -> bool:
        """Tell whether a fact is there, or may be among what could not be read."""
        gaps = self.gaps
        is_hidden = gaps.has_unknown_facts or any(file.may_hold(fact) for file in gaps.unread_files)
        return fact in self.rows or fact in gaps.broken_facts or is_hidden

    def with_verbs_of(self, other: Snapshot) -> Snapshot:
        """Return the same with the labels that only another snapshot knows."""
        return replace(self, verbs=MappingProxyType({**other.verbs, **self.verbs}))


def snapshot_of(content: Content, lock: Lock, drafts: Drafts, gaps: Gaps = NO_GAPS) -> Snapshot:
    """Return what facts say, whether all that they refer to is there or not.

    `lock` has the whole words of passages that readers see whole.
    """
    site = join(content, MappingProxyType({}), drafts)
    naming = Naming(site)

    missed: list[FactId] = []

    def written(name: FactId) -> str:
        try:
            return naming.empty_link_text(name)
        except KeyError:  # It leads nowhere, or what it names does.
            missed.append(name)
            return str(name)

    def place_of(source: Id, passage: Passage) -> PassagePlace | None:
        locked = lock.sources.get(source)
        return locked.passages.get(passage_key(passage)) if locked else None

    known = KnownOfFacts(lambda prose: plain_text(prose, written), place_of)
    rows: dict[FactId, Row] = {}
    unsaid: set[FactId] = set()
    for fact in site.facts:
        missed.clear()
        rows.setdefault(fact.fact_id, row_of(fact, known))
        # What a text says is not known where it writes what could not be read.
        unsaid.update([fact.fact_id] if missed and gaps != NO_GAPS else [])
    return Snapshot(
        rows=MappingProxyType({name: row for name, row in rows.items() if name not in unsaid}),
        verbs=MappingProxyType({each: verb.label for each, verb in site.verbs.items()}),
        gaps=replace(gaps, broken_facts=gaps.broken_facts | unsaid),
    )


def snapshot_in(text: str, named: str) -> Snapshot:
    """Return what a `data/facts.json` says; raise a `UsageError`, which calls it as it is `named`, where it is none.

    Kinds that are not known are those of a later Standfirst.
    """
    try:
        read: Json = json.loads(text)
    except (ValueError, RecursionError):
        raise UsageError(f"{named} is no JSON; name a published site, or its data/facts.json") from None
    return Snapshot(MappingProxyType(dict(_rows_in(read, named))))


def _rows_in(read: Json, named: str) -> Iterator[tuple[FactId, Row]]:
    kinds = read if isinstance(read, dict) else {"": None}
    for plural, rows in kinds.items():
        of_kind = rows if isinstance(rows, dict) else {"": None}
        for name, row in of_kind.items():
            if not isinstance(row, dict) or not ID.fullmatch(name):
                raise UsageError(
                    f"{named} has no facts by kinds and ids; name a published site, or its data/facts.json"
                )
            if plural in _KINDS:
                yield FactId(_KINDS[plural], Id(name)), row
