"""JSON Schemas of the content's format, for editors that complete and check while a writer types."""

from __future__ import annotations

import json

from standfirst.decoding.formats import Schema
from standfirst.decoding.records import record_schema
from standfirst.model import FACT_TYPES, Citing, Explainer, Fact
from standfirst.prose.references import ID

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# The folder of the schemas in a content folder; the files there refer to it.
SCHEMA_FOLDER = "schema"


def schemas() -> dict[str, str]:
    """Return the text of each schema by its file name."""
    return {"facts.json": _text(facts_schema()), "site.json": _text(site_schema())}


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


def _text(schema: Schema) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
