"""What stands at the foot of every printed page: where the site is, as of when it is true, and the page's number.

A stylesheet cannot ask a page for its words, and pages may have no styles of their own, so the site's stylesheet says
them. How they look is in the templates' `print.css`.
"""

from __future__ import annotations

import re

from standfirst.language.locale import direction
from standfirst.present.naming import Naming

# What would end a string of CSS, and what no string may hold as it is.
_NOT_IN_A_STRING = re.compile(r'["\\\x00-\x1f\x7f<>]')


def page_margins(naming: Naming) -> str:
    """Return the rules that set them there, in the order in which the site's language runs."""
    explainer = naming.site.explainer
    address = explainer.base_url.partition("://")[2].rstrip("/")
    date = naming.say("Facts as of %(date)s") % {"date": naming.date(explainer.facts_as_of).text}
    start, end = ("right", "left") if direction(naming.language) == "rtl" else ("left", "right")
    return (
        "@layer print { @media print { @page {\n"
        f"  @bottom-{start} {{ content: {_string(address)}; }}\n"
        f"  @bottom-center {{ content: {_string(date)}; }}\n"
        f'  @bottom-{end} {{ content: counter(page) " / " counter(pages); }}\n'
        "} } }\n"
    )


def _string(words: str) -> str:
    """Return words as a string of CSS."""
    return f'"{_NOT_IN_A_STRING.sub(_escape, words)}"'


def _escape(found: re.Match[str]) -> str:
    return f"\\{ord(found[0]):x} "
