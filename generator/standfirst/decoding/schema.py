"""JSON Schemas of the content's format, for editors that complete and check while a writer types.

Two of them are the format, and change with Standfirst alone. The third has the ids of an explainer, and changes with
its content. An id that is not among them is no fault to an editor: it may have been written in another file just now,
and `check` says of each whether it is there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from standfirst.decoding.citations import PASSAGES_SCHEMA
from standfirst.decoding.formats import IDS_SCHEMA, Schema, name_of_kinds, pattern_of_reference
from standfirst.decoding.records import record_schema
from standfirst.model import (
    FACT_TYPES,
    REFERENCES,
    AllowedKinds,
    Citing,
    Content,
    Explainer,
    Fact,
    FactId,
    Kind,
    Verb,
)
from standfirst.prose.fact_names import text_for_writers
from standfirst.prose.references import ID

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(content: Content | None = None) -> dict[str, str]:
    """Return the text of each schema by its file name; without content, of an explainer that has no facts yet."""
    facts, verbs = (content.facts, content.explainer.verbs) if content else ((), ())
    return {
        "facts.json": _text(facts_schema()),
        IDS_SCHEMA: _text(ids_schema(facts, verbs)),
        "site.json": _text(site_schema()),
    }


def facts_schema() -> Schema:
    """Return the schema of any facts file: every kind is optional."""
    return {
        "$schema": _DIALECT,
        "title": "Facts of an explainer",
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": {record.KIND.plural: _kind(record) for record in FACT_TYPES},
    }


def site_schema() -> Schema:
    """Return the schema of `site.yaml`."""
    return {"$schema": _DIALECT, "title": "An explainer", **record_schema(Explainer)}


def _kind(record: type[Fact]) -> Schema:
    described = record_schema(record)
    if issubclass(record, Citing) and record.MUST_CITE:
        described["oneOf"] = [{"required": ["cite"]}, {"required": ["uncited"]}]
    elif issubclass(record, Citing):
        described["not"] = {"required": ["cite", "uncited"]}
    return {
        "description": " ".join((record.__doc__ or "").split()),
        "type": ["object", "null"],
        "propertyNames": {"pattern": f"^{ID.pattern}$"},
        "additionalProperties": described,
    }


# ---------------------------------------------------------------- what references may name


def ids_schema(facts: Iterable[Fact], verbs: Iterable[Verb]) -> Schema:
    """Return the schema of all that references name: ids by name, each with what the fact is called."""
    # By id, so that a record that moves to another file changes nothing here.
    called = dict(sorted((fact.fact_id, text_for_writers(fact)) for fact in facts))
    verbs_called: dict[str, str] = {verb.id: verb.label for verb in sorted(verbs, key=lambda verb: verb.id)}
    return {
        "$schema": _DIALECT,
        "title": "Ids of an explainer",
        "$defs": {
            **{name_of_kinds(each): _references(each, called) for each in REFERENCES},
            "verb": _choices(verbs_called, f"^{ID.pattern}$"),
            "citations": _citations(called),
        },
    }


def _references(allowed: AllowedKinds, called: Mapping[FactId, str]) -> Schema:
    named = {
        name.id if name.kind is allowed.default else str(name): text
        for name, text in called.items()
        if name.kind in allowed.kinds
    }
    return _choices(named, pattern_of_reference(allowed))


def _choices(called: dict[str, str], pattern: str) -> Schema:
    """Describe texts of a pattern, of which editors propose some.

    `enumDescriptions` is understood by the servers of YAML and JSON that editors use, and passed over by others.
    """
    described: Schema = {"type": "string", "pattern": pattern}
    if not called:
        return described
    return {"anyOf": [{"enum": [*called], "enumDescriptions": [*called.values()]}, described]}


def _citations(called: Mapping[FactId, str]) -> Schema:
    sources = {name.id: text for name, text in called.items() if name.kind is Kind.SOURCE}
    return {
        "type": "object",
        "minProperties": 1,
        "properties": {name: {"description": text, **PASSAGES_SCHEMA} for name, text in sources.items()},
        "additionalProperties": PASSAGES_SCHEMA,
    }


def _text(schema: Schema) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
