"""`sources.lock`: which passages and quotations were found in which source, for those who have no copy of it.

It holds digests of what the explainer cites, with the numbers of paragraphs and pages, and nothing else of a source,
but for the words of what is cited where the source says that readers may see all of them. Of a passage whose name
leaves out what is between its first and last words, it has the digest of all its words. (Digests of all its
runs of words were tried: half of an article could be read back from them, word by word.) A quotation is known by its
words together with those of the passage that it stands in, so that the lock proves the two together; where it stands
in the source but in none of the passages cited with it, by its words alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType

from standfirst.decoding.formats import as_mapping, as_scalar
from standfirst.language.words import DIGEST, Digest, digest, fold
from standfirst.model import Id, Passage
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import SiteError, problem
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import read_yaml
from standfirst.reading.yaml.nodes import MappingEntry, MappingNode, ScalarNode, YamlNode
from standfirst.sources.passages import wording_of

_HEAD = """\
# Which passages and quotations were found in which source, and in which paragraph. Standfirst writes this by `lock`
# from your copies of the sources; commit it, and do not edit it. It holds digests of what is cited, and nothing else.
"""
_HEAD_OF_WHOLE = "# Of sources that say `excerpts: whole` it holds the words of what is cited as well.\n"
_BRACKETS = ("[", "]")
_NEEDED = frozenset({"copy", "words", "paragraphs"})
_FOUND = frozenset({"passages", "quotations"})
_WRONG = "sources.lock is not as `lock` writes it"
_HINT = "run `lock` to write it anew"


@frozen
class PassagePlace:
    """Where a passage stands: its paragraph, and the page on which it begins, if its source has pages; both from 1.

    `words` are the whole of it as it is printed, where its source says that readers may see that. `wording` is the
    digest of its whole wording, where its name does not give that; a lock that an older Standfirst wrote has none.
    """

    paragraph: int
    page: int | None = None
    words: str = ""
    wording: Digest | None = None


PlacesByDigest = Mapping[Digest, PassagePlace]
ParagraphsByDigest = Mapping[Digest, int]


@frozen
class LockedSource:
    """What was found in one source: digest and size of its copy, and where what is cited stands, by its digest.

    It has as many `pages`, or none, and then no passage has one.
    """

    copy: Digest
    words: int
    paragraphs: int
    passages: PlacesByDigest
    quotations: ParagraphsByDigest
    pages: int = 0


@frozen
class Lock:
    """What was found in each source."""

    sources: Mapping[Id, LockedSource]

    def place_of(self, source: Id, passage: Passage) -> PassagePlace:
        """Return where a passage stands that has been proved."""
        return self.sources[source].passages[passage_key(passage)]


def passage_key(passage: Passage) -> Digest:
    """Return the digest of the words by which a passage is named."""
    return digest(str(wording_of(passage)))


def quotation_key(words: str, passage: Passage | None) -> Digest:
    """Return the digest of quoted words in a passage, or, with None, somewhere in the source."""
    # Brackets count: they say where other words may stand.
    marked = " ".join(part if part in _BRACKETS else fold(part) for part in re.split(r"([][])", words))
    return digest(f"{marked}\n{wording_of(passage)}" if passage else marked)


def write_lock(lock: Lock) -> str:
    """Return the text of the lock file: sorted, a line for each thing found, so that changes are easy to read."""
    has_words = any(place.words for locked in lock.sources.values() for place in locked.passages.values())
    lines = [_HEAD, _HEAD_OF_WHOLE] if has_words else [_HEAD]
    for source, locked in sorted(lock.sources.items()):
        lines.append(f"{source}:\n  copy: {locked.copy}\n  words: {locked.words}\n  paragraphs: {locked.paragraphs}\n")
        lines += [f"  pages: {locked.pages}\n"] if locked.pages else []
        passages = {key: _written(place) for key, place in locked.passages.items()}
        quotations = {key: str(paragraph) for key, paragraph in locked.quotations.items()}
        for name, places in (("passages", passages), ("quotations", quotations)):
            if places:
                lines.append(f"  {name}:\n")
                lines += [f"    {key}: {place}\n" for key, place in sorted(places.items())]
    return "".join(lines)


def _written(place: PassagePlace) -> str:
    """A place as YAML on a line: its paragraph, or where more is known a mapping."""
    page = f", page: {place.page}" if place.page else ""
    # What JSON writes in quotation marks, YAML reads.
    words = f", words: {json.dumps(place.words, ensure_ascii=False)}" if place.words else ""
    more = page + (f", wording: {place.wording}" if place.wording else "") + words
    return f"{{paragraph: {place.paragraph}{more}}}" if more else str(place.paragraph)


def read_lock(file: InputFile) -> Lock:
    """Return what a lock file says, or raise a `SiteError` where it is not as `write_lock` writes it."""

    def read(root: YamlNode | None) -> Lock:
        entries = as_mapping(root, "sources.lock").entries if root and not _is_empty(root) else ()
        return Lock(MappingProxyType({Id(entry.key.text): _source(entry) for entry in entries}))

    try:
        return read_yaml(file, read)
    except SiteError as error:
        raise problem(error.problems[0].origin, _WRONG, _HINT) from None


def _is_empty(node: YamlNode) -> bool:
    return isinstance(node, ScalarNode) and node.is_empty


def _source(entry: MappingEntry) -> LockedSource:
    written = {each.key.text: each.value for each in as_mapping(entry.value, f"'{entry.key.text}'")}
    if not _NEEDED <= written.keys() <= _NEEDED | _FOUND | {"pages"}:
        raise problem(entry.key.origin, _WRONG, _HINT)
    empty = MappingNode((), entry.key.origin, flow=True)
    paragraphs = _number(written["paragraphs"], 0)
    pages = _number(written["pages"], 1) if "pages" in written else 0
    passages, quotations = (as_mapping(written.get(name, empty), name) for name in ("passages", "quotations"))
    return LockedSource(
        copy=_digest(as_scalar(written["copy"])),
        words=_number(written["words"], 0),
        paragraphs=paragraphs,
        passages=MappingProxyType({_digest(each.key): _place(each.value, paragraphs, pages) for each in passages}),
        quotations=MappingProxyType({_digest(each.key): _number(each.value, 1, paragraphs) for each in quotations}),
        pages=pages,
    )


def _place(node: YamlNode, paragraphs: int, pages: int) -> PassagePlace:
    if isinstance(node, ScalarNode) and not pages:
        return PassagePlace(_number(node, 1, paragraphs))
    written = {each.key.text: each.value for each in as_mapping(node, "where it stands")}
    needed = {"paragraph", "page"} if pages else {"paragraph"}
    if not needed <= written.keys() <= needed | {"words", "wording"} or len(written) == 1:
        raise problem(node.origin, _WRONG, _HINT)
    return PassagePlace(
        _number(written["paragraph"], 1, paragraphs),
        _number(written["page"], 1, pages) if pages else None,
        as_scalar(written["words"]).text if "words" in written else "",
        _digest(as_scalar(written["wording"])) if "wording" in written else None,
    )


def _digest(as_scalar: ScalarNode) -> Digest:
    if not DIGEST.fullmatch(as_scalar.text):
        raise problem(as_scalar.origin, _WRONG, _HINT)
    return Digest(as_scalar.text)


def _number(node: YamlNode, least: int, most: int = 10**9) -> int:
    text = as_scalar(node).text
    if not (text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most):
        raise problem(node.origin, _WRONG, _HINT)
    return int(text)
