"""Records in CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html, Appendix IV)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# What programs would take for a tag or an entity, of which texts in CSL may have some.
_MARKUP = re.compile(r"&(?=#?\w)|<(?=[A-Za-z/!?])")


def csl_record(key: str, sort: str, fields: Mapping[str, object]) -> dict[str, object]:
    """Return a record of its fields that have a value."""
    named: dict[str, object] = {"id": key, "type": sort}
    return named | {name: value for name, value in fields.items() if value}


def csl_names(names: Iterable[str]) -> list[dict[str, str]]:
    """Return a list of authors. What of a name is that of a family nobody wrote down."""
    return [{"literal": csl_text(name)} for name in names]


def csl_text(text: str) -> str:
    """Return a text in which nothing is taken for markup."""
    return _MARKUP.sub(lambda found: "&amp;" if found[0] == "&" else "&lt;", text)
