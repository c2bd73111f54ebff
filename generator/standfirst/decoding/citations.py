"""The format of `cite`: a mapping from the ids of sources to one passage of each, or several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from standfirst.decoding.formats import (
    Format,
    Schema,
    VisibleText,
    as_mapping,
    as_scalar,
    defined_schema,
    text_finder,
)
from standfirst.decoding.value_hints import broken_flow_hint
from standfirst.model import Citation, FactId, Id, Kind, Passage, Reference
from standfirst.problems.errors import Problem, SiteError, gather, problem
from standfirst.problems.remedies import Remedy
from standfirst.prose.references import ID
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode, SequenceNode, YamlNode


def _citations(node: YamlNode) -> tuple[Citation, ...]:
    if isinstance(node, ScalarNode) and not node.is_empty:
        if ID.fullmatch(node.text):
            hint = f'write `cite: {{{node.text}: "first words … last words"}}`'
        else:
            hint = "write the id of the source before it, and braces around both: `cite: {id: …}`"
        raise problem(node.origin, "a citation is of a source and a passage, and this is one text", hint)
    if isinstance(node, SequenceNode) and not node.flow and all(isinstance(item, MappingNode) for item in node.items):
        message = "a citation is written as `source: passage` lines, not as a list"
        named = next(filter(None, (_source_named(item) for item in node.items if isinstance(item, MappingNode))), "")
        hint = f'write {{{named}: "first words … last words"}}' if named else "leave out the dashes"
        raise problem(node.origin, message, hint)
    cited = as_mapping(node, "a citation", "source: passage")
    if not cited.entries:
        raise problem(node.origin, "nothing is cited here", "write source: passage, or say why in `uncited`")
    if named := _source_named(cited):
        message = "a citation has the source's own id for its key, and not the word 'source'"
        raise problem(node.origin, message, f'write {{{named}: "first words … last words"}}')
    return gather(lambda entry: _citation(entry, cited), cited)


def _source_named(cited: MappingNode) -> str:
    """Return the id that is the value of a key `source`, if another key follows for the passage; else empty."""
    values = {entry.key.text: entry.value for entry in cited}
    source = values.get("source")
    is_id = isinstance(source, ScalarNode) and ID.fullmatch(source.text) is not None
    return source.text if isinstance(source, ScalarNode) and is_id and len(values) > 1 else ""


# An id without the blank after its colon, or without the colon, or with a kind before it.
_NEARLY_CITED = re.compile(r"(?:source:[ ]?)?(?P<id>[a-z0-9][a-z0-9-]*)(?:$|:\S|[ ]+[\"'“‘«])")


def _citation(entry: MappingEntry, within: MappingNode) -> Citation:
    if not ID.fullmatch(entry.key.text):
        value = entry.value.text if isinstance(entry.value, ScalarNode) else ""
        swapped = f"write the source first: {{{value}: …}}" if ID.fullmatch(value) else ""
        found = _NEARLY_CITED.match(entry.key.text)
        in_general = Remedy("cite as source: passage, with the id of the source")
        remedy = Remedy(broken_flow_hint(entry, within) or swapped) or (_parted(found) if found else in_general)
        wrong = Problem(entry.key.origin, f"'{entry.key.text}' is not the id of a source", remedy.hint)
        fix = remedy.replacing(f"{found['id']}:", entry.key.origin, literal=True) if found else ()
        raise SiteError([replace(wrong, fix=fix)])
    if _is_nothing(entry.value):
        hint = broken_flow_hint(entry, within) or "name one by its words"
        raise problem(entry.key.origin, f"'{entry.key.text}' is cited without a passage", hint)
    nodes = entry.value.items if isinstance(entry.value, SequenceNode) else (entry.value,)
    source = Reference(FactId(Kind.SOURCE, Id(entry.key.text)), entry.key.origin)
    return Citation(source, gather(_passage, nodes))


def _parted(found: re.Match[str]) -> Remedy:
    """The remedy for an id that is not parted from the passage as it should be: exact if only the blank is missing."""
    is_exact = found[0].startswith(f"{found['id']}:") and not found[0].startswith("source:")
    return Remedy(f"write {found['id']}: and a blank before the passage", f"{found['id']}: " if is_exact else None)


def _is_nothing(node: YamlNode) -> bool:
    return node.is_empty if isinstance(node, ScalarNode) else isinstance(node, SequenceNode) and not node.items


def _passage(node: YamlNode) -> Passage:
    return Passage(" ".join(as_scalar(node).text.split()), node.origin)


def _texts_of_citations(node: YamlNode) -> Iterator[VisibleText]:
    for entry in node if isinstance(node, MappingNode) else ():
        for passage in entry.value.items if isinstance(entry.value, SequenceNode) else (entry.value,):
            yield from text_finder()(passage)


# One passage is what editors begin, since `string` comes first.
PASSAGES_SCHEMA: Schema = {
    "type": ["string", "array"],
    "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}],
}
CITATIONS_FORMAT = Format(_citations, defined_schema("citations"), _texts_of_citations, has_keys=True)
