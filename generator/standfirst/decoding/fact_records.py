"""One record of a facts file to a fact: its id, its keys, and whether it says what it rests on."""

from __future__ import annotations

from types import MappingProxyType

from standfirst.decoding.formats import as_mapping
from standfirst.decoding.records import CITE_SYNONYMS, RecordValues, key_origins_of, list_of_keys, read_record
from standfirst.decoding.value_hints import id_remedy, intended_id
from standfirst.model import Citing, Fact, FactId, Id, Origin, Reference
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import references_in
from standfirst.problems.errors import Problem, SiteError, attempt, errors_in, in_order, miswritten, problem
from standfirst.problems.remedies import nearest_word
from standfirst.prose.references import ID
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode

_EITHER = ("cite", "uncited")


@frozen
class BrokenFact:
    """A fact with errors, and the references in that part of it that can be read."""

    fact_id: FactId
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]

    @property
    def id(self) -> Id:
        return self.fact_id.id


@frozen
class DecodedFact:
    """A fact, and the warnings about it."""

    fact: Fact
    problems: tuple[Problem, ...]

    @property
    def id(self) -> Id:
        return self.fact.id


RecordResult = DecodedFact | BrokenFact


def read_fact(record: type[Fact], entry: MappingEntry) -> RecordResult:
    """Return the fact of one entry of a facts file, with every problem in it."""
    name, origin = entry.key.text, entry.key.origin
    found: list[Problem] = []
    node = attempt(lambda each: _record(record, each), entry, found)
    keys = _keys_of_record(record, node, entry) if node else RecordValues(MappingProxyType({}), tuple(found))
    if node and not errors_in(keys.problems):
        fact = record(id=Id(name), origin=origin, key_origins=key_origins_of(node), **keys.values)
        return DecodedFact(fact, keys.problems)
    references = tuple(references_in(tuple(keys.values.values())))
    # By the id that was meant, so that references to it are not called dangling.
    return BrokenFact(FactId(record.KIND, Id(intended_id(name) or name)), references, in_order(keys.problems))


def _record(record: type[Fact], entry: MappingEntry) -> MappingNode:
    """Return the mapping of a record; raise a `SiteError` if its key is no id or its value no mapping."""
    name, origin = entry.key.text, entry.key.origin
    what = f"{record.KIND.value} '{name}'"
    if not ID.fullmatch(name):
        raise SiteError([miswritten(origin, f"'{name}' is not an id", id_remedy(name), name)])
    if isinstance(entry.value, ScalarNode) and entry.value.is_empty:
        raise problem(origin, f"{what} is empty", f"its keys are {list_of_keys(record)}")
    return as_mapping(entry.value, what)


def _keys_of_record(record: type[Fact], node: MappingNode, entry: MappingEntry) -> RecordValues:
    what, origin = f"{record.KIND.value} '{entry.key.text}'", entry.key.origin
    read = read_record(record, MappingNode(node.entries, origin, node.flow), what)
    return RecordValues(read.values, (*read.problems, *_citing_problems(record, node, origin, what)))


def _nearly_says_what_it_rests_on(key: str) -> bool:
    """Whether a key is a synonym or misspelling of `cite` or `uncited`, which has a problem of its own."""
    return key in CITE_SYNONYMS or bool(nearest_word(key, _EITHER))


def _citing_problems(record: type[Fact], node: MappingNode, origin: Origin, what: str) -> list[Problem]:
    """Return the problem of a fact that has both `cite` and `uncited`, or must have one of them and has neither."""
    written = {entry.key.text: entry.key for entry in node}
    if "cite" in written and "uncited" in written:
        return [Problem(written["uncited"].origin, f"{what} has both 'cite' and 'uncited'", "keep one of them")]
    if not issubclass(record, Citing) or not record.MUST_CITE or not written.keys().isdisjoint(_EITHER):
        return []
    if not any(map(_nearly_says_what_it_rests_on, written)):
        return [Problem(origin, f"{what} cites nothing", "add `cite:`, or say why not in `uncited:`")]
    return []
