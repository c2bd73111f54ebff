"""`sources.checked`: what was seen at the addresses of the sources, and when; read and written."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping

from standfirst.decoding.formats import as_mapping, as_scalar
from standfirst.language.words import DIGEST
from standfirst.model import AlteredPassage, CheckedSource, Id, Origin, SourceState
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, Severity, SiteError, problem
from standfirst.problems.remedies import suggest
from standfirst.reading.files import CHECKED, InputFile
from standfirst.reading.yaml.composer import read_yaml
from standfirst.reading.yaml.nodes import MappingEntry, ScalarNode, YamlNode

_HEAD = """\
# What was seen at the addresses of the sources, and when. Standfirst writes this by `recheck`; commit it, and do not
# edit it. It holds digests of what is cited, and of what changed the words that are nearest now.
"""
_NEEDED = frozenset({"state", "checked", "since", "url"})
_SEEN = frozenset({"moved_to", "why", "altered", "wordings"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WRONG = f"{CHECKED} is not as `recheck` writes it"
_HINT = "run `recheck` to write it anew"


@frozen
class CheckedFile:
    """The sources of the file in order of their ids, and where each of them is written."""

    sources: tuple[CheckedSource, ...]
    origins: tuple[Origin, ...]


NOTHING_CHECKED = CheckedFile((), ())


def write_checked(sources: Iterable[CheckedSource]) -> str:
    """Return the text of the file: sorted, a line for each thing seen, so that changes are easy to read."""
    return _HEAD + "".join(f"{line}\n" for each in sorted(sources, key=lambda one: one.id) for line in _lines(each))


def _lines(source: CheckedSource) -> Iterator[str]:
    yield f"{source.id}:"
    yield f"  state: {source.state.value}"
    yield f"  checked: {source.checked.isoformat()}"
    yield f"  since: {source.since.isoformat()}"
    for name in ("url", "moved_to", "why"):
        if text := getattr(source, name):
            yield f"  {name}: {_quoted(text)}"
    if source.altered:
        yield "  altered:"
    for each in sorted(source.altered, key=lambda one: one.key):
        gone = "true" if each.gone else "false"
        now = f", now: {_quoted(each.now)}" if each.now else ""
        yield f"    {each.key}: {{gone: {gone}, words: {_quoted(each.words)}{now}}}"
    if source.wordings:
        yield "  wordings:"
    yield from (f"    {key}: {wording}" for key, wording in sorted(source.wordings))


def _quoted(text: str) -> str:
    # What JSON writes in quotation marks, YAML reads.
    return json.dumps(text, ensure_ascii=False)


def read_checked(file: InputFile) -> CheckedFile:
    """Return what the file says, or raise a `SiteError` where it is not as `write_checked` writes it."""

    def read(root: YamlNode | None) -> CheckedFile:
        is_empty = root is None or (isinstance(root, ScalarNode) and root.is_empty)
        entries = () if root is None or is_empty else as_mapping(root, CHECKED).entries
        return CheckedFile(tuple(map(_source, entries)), tuple(entry.key.origin for entry in entries))

    try:
        return read_yaml(file, read)
    except SiteError as error:
        raise problem(error.problems[0].origin, _WRONG, _HINT) from None


def checked_but_unknown(checked: CheckedFile, known: Iterable[Id]) -> Iterator[Problem]:
    """Warn of what was seen of sources that there are not."""
    ids = sorted(known)
    for source, origin in zip(checked.sources, checked.origins, strict=True):
        if source.id not in ids:
            hint = suggest(source.id, ids).hint or _HINT
            yield Problem(origin, f"there is no source '{source.id}'", hint, Severity.WARNING)


def _source(entry: MappingEntry) -> CheckedSource:
    written = {each.key.text: each.value for each in as_mapping(entry.value, f"'{entry.key.text}'")}
    if not _NEEDED <= written.keys() <= _NEEDED | _SEEN:
        raise problem(entry.key.origin, _WRONG, _HINT)
    texts = {name: as_scalar(written[name]).text for name in ("url", "moved_to", "why") if name in written}
    return CheckedSource(
        id=Id(entry.key.text),
        state=_state(as_scalar(written["state"])),
        checked=_day(as_scalar(written["checked"])),
        since=_day(as_scalar(written["since"])),
        url=texts["url"],
        moved_to=texts.get("moved_to", ""),
        why=texts.get("why", ""),
        altered=tuple(map(_altered, _entries(written, "altered"))),
        wordings=tuple((_digest(each.key), _digest(as_scalar(each.value))) for each in _entries(written, "wordings")),
    )


def _entries(written: Mapping[str, YamlNode], name: str) -> tuple[MappingEntry, ...]:
    return as_mapping(written[name], name).entries if name in written else ()


def _altered(entry: MappingEntry) -> AlteredPassage:
    node = as_mapping(entry.value, "what is altered")
    written = {each.key.text: as_scalar(each.value).text for each in node}
    if not {"gone", "words"} <= written.keys() <= {"gone", "words", "now"} or written["gone"] not in {"true", "false"}:
        raise problem(entry.key.origin, _WRONG, _HINT)
    return AlteredPassage(_digest(entry.key), written["words"], written.get("now", ""), written["gone"] == "true")


def _state(node: ScalarNode) -> SourceState:
    if node.text not in [*SourceState]:
        raise problem(node.origin, _WRONG, _HINT)
    return SourceState(node.text)


def _day(node: ScalarNode) -> datetime.date:
    try:
        if _DAY.fullmatch(node.text):
            return datetime.date.fromisoformat(node.text)
    except ValueError:
        pass
    raise problem(node.origin, _WRONG, _HINT)


def _digest(node: ScalarNode) -> str:
    if not DIGEST.fullmatch(node.text):
        raise problem(node.origin, _WRONG, _HINT)
    return node.text
