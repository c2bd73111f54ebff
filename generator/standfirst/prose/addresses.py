"""Addresses in Markdown: they are URLs, and name files of the site with what a URL must encode in it."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

_BLANK = re.compile(r"[\x00-\x20\x7f]")
_NOT_IN_A_PATH = re.compile(r'[\x00-\x20\x7f"#%<>?\[\\\]^`{|}]')


def file_named(address: str) -> str:
    """Return the path of the file that the address of an image names, composed as the paths of all images are.

    A `#` or `?` that is not encoded is part of the name too, since no image has an anchor or a query.
    """
    return unicodedata.normalize("NFC", unquote(address))


def address_of_file(path: str) -> str:
    """Return the address of a file."""
    return _NOT_IN_A_PATH.sub(_encoded, path)


def address_of_link(target: str) -> str:
    """Return where a link leads as a page says it: without blanks."""
    return _BLANK.sub(_encoded, target)


def _encoded(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"
