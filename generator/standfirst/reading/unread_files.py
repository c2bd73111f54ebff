"""Files and folders that are not read, although a writer may think so: their names are nearly right."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from standfirst.problems.errors import SiteError
from standfirst.reading.files import UnreadFile
from standfirst.reading.folders import FoundFile, display_path, files_below, found_file
from standfirst.reading.one_file import read_file, written_file
from standfirst.reading.unread_names import FACTS_ENDINGS, hint_beside_settings, hint_for_folder, ids_in, may_be_facts

_LONGEST_PATH = 1000


def unread_beside_settings(folder: Path) -> Iterator[UnreadFile]:
    """What stands beside `site.yaml` and is not read, although its name is like that of a file or folder that is."""
    names = names_in(folder)
    for name in names:
        path, lower = folder / name, name.lower()
        # Where the system takes Facts/ for facts/, that is read.
        is_read = lower not in names and (folder / lower).exists()
        if path.is_dir() and not is_read and (hint := hint_for_folder(name)):
            within = (_ids_in(file) for file in files_below(path, FACTS_ENDINGS, []))
            yield UnreadFile(
                display_path(path), "this folder is not read", hint, frozenset(chain.from_iterable(within))
            )
        elif path.is_file() and (hint := hint_beside_settings(name)):
            yield UnreadFile(display_path(path), "this file is not read", hint, _ids_in(found_file(path)))


def _ids_in(found: FoundFile) -> frozenset[str]:
    """The ids of facts in a file that is not read, as far as they can be told."""
    try:
        text = read_file(written_file, found).text if may_be_facts(found.name) else ""
    except SiteError:  # it is no text
        text = ""
    return ids_in(found.name, text)


def names_in(folder: Path) -> list[str]:
    """Return the names of what stands in a folder and is not hidden, in order."""
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError:  # it was moved away since it was looked for
        return []


def doubtful(found: Sequence[FoundFile]) -> Iterator[UnreadFile]:
    """Files that are not what they seem, or not everywhere.

    Git writes links as texts where the system has none.
    """
    for each in found:
        if "." not in each.name and (leads_to := _link_as_text(each.path)):
            message = f"this file is not read: it is the text of a link, to {leads_to}"
            yield UnreadFile(each.display_path, message, "make it a link, or put in its place what it leads to")
    yield from _nearly_same(found)


def _link_as_text(path: str) -> str:
    """Return the path that is all that a file says, if it leads to a folder; nothing of any other file."""
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > _LONGEST_PATH:
            return ""
        said = Path(path).read_text(encoding="utf-8").strip()
        return said if said and os.path.isdir(os.path.join(os.path.dirname(path), said)) else ""
    except (OSError, ValueError):  # it cannot be read, or is no path
        return ""


def _nearly_same(found: Iterable[FoundFile]) -> Iterator[UnreadFile]:
    """Files whose names differ only in small letters and capitals, or in how their signs are composed."""
    seen: dict[str, FoundFile] = {}
    for each in found:
        first = seen.setdefault(unicodedata.normalize("NFC", each.below).casefold(), each)
        if first is not each:
            other = first.display_path
            message = f"to many systems this name is the same as that of {other}, and they keep only one of the two"
            yield UnreadFile(each.display_path, message, "give one of them another name")


def unread_in(
    found: Iterable[FoundFile], remedy: Callable[[str], str], is_read: Collection[FoundFile]
) -> Iterator[UnreadFile]:
    """Files of one folder that are read neither there nor, through a link, in another; and what to do about each."""
    doubtful = [(file, hint) for file in found if file not in is_read and (hint := remedy(file.name))]
    places = {os.path.realpath(file.path) for file in is_read} if doubtful else set()
    for file, hint in doubtful:
        if not os.path.isdir(file.path) and os.path.realpath(file.path) not in places:
            yield UnreadFile(file.display_path, "this file is not read", hint, _ids_in(file))
