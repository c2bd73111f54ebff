"""Creative Commons licences: the address of their text, and which one a free text means."""

from __future__ import annotations

import re
from types import MappingProxyType

_IDENTIFIER = re.compile(r"CC-(?P<parts>BY(?:-NC)?(?:-SA|-ND)?)-(?P<version>[1-4]\.\d)")
_OF_CREATIVE_COMMONS = re.compile(r"\bcc(?=\W|\d|by|0|_)|creative\s*commons", re.IGNORECASE)
_VERSION = re.compile(r"[1-4](?:\.\d)?")
# How writers spell each part of an identifier, in the order of the parts.
_PARTS = MappingProxyType(
    {
        "BY": re.compile(r"by|attribution", re.IGNORECASE),
        "NC": re.compile(r"nc|non-?\s?commercial", re.IGNORECASE),
        "SA": re.compile(r"sa|share-?\s?alike", re.IGNORECASE),
        "ND": re.compile(r"nd|no-?\s?deriv", re.IGNORECASE),
    }
)


def licence_url(licence: str) -> str:
    """Return the address of a Creative Commons licence's text, by its SPDX identifier; empty for any other licence."""
    if licence == "CC0-1.0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    found = _IDENTIFIER.fullmatch(licence)
    return f"https://creativecommons.org/licenses/{found['parts'].lower()}/{found['version']}/" if found else ""


def identifier_to_write(licence: str) -> str:
    """Return what to write for a Creative Commons licence that is not given by its SPDX identifier; else empty."""
    if licence_url(licence) or not _OF_CREATIVE_COMMONS.search(licence):
        return ""
    rest = _OF_CREATIVE_COMMONS.sub(" ", licence)
    if "0" in rest.split() or "zero" in rest.lower() or licence.upper().startswith("CC0"):
        return "CC0-1.0"
    parts = [name for name, spelling in _PARTS.items() if spelling.search(rest)]
    version = _VERSION.search(rest)
    meant = f"CC-{'-'.join(parts)}-{version[0] if version else '4.0'}"
    meant += "" if "." in meant else ".0"
    return meant if licence_url(meant) else "its identifier, such as CC-BY-4.0"
