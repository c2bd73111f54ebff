"""Which names files of a site may have, everywhere."""

from __future__ import annotations

import re

# A backslash is a folder to some systems; what is no text, or commands a terminal, is the name of nothing on the web.
_NOT_IN_A_ROUTE = re.compile("[\\\\\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def misnamed(route: str) -> str:
    """Return what keeps a route from naming a file inside the site everywhere; nothing where it names one."""
    if {"", ".", ".."} & set(route.split("/")):
        return "it names no file inside the site"
    found = _NOT_IN_A_ROUTE.search(route)
    if found is None:
        return ""
    if found[0] == "\\":
        return "its name has a backslash, which to some systems begins a folder"
    if found[0] >= "\ud800":
        return "its name is not text in UTF-8"
    return f"its name has the character U+{ord(found[0]):04X}, which no address can have"
