"""How CSL-JSON writes texts (https://docs.citationstyles.org/en/stable/specification.html, Appendix IV)."""

from __future__ import annotations

import re

# What programs would take for a tag or an entity, of which texts in CSL may have some.
_MARKUP = re.compile(r"&(?=#?\w)|<(?=[A-Za-z/!?])")


def csl_text(text: str) -> str:
    """Return a text in which nothing is taken for markup."""
    return _MARKUP.sub(lambda found: "&amp;" if found[0] == "&" else "&lt;", text)
