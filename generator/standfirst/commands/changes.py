"""The `changes` command: what the facts say that they did not say before, and a draft of an update that tells it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from standfirst import __version__
from standfirst.authoring.adding import add_facts, ids_of
from standfirst.authoring.record import NewRecord
from standfirst.changes.as_update import COMMENTS, update_of, with_free_id
from standfirst.changes.report import Since, untold
from standfirst.changes.snapshot import Snapshot, snapshot_in, snapshot_of
from standfirst.changes.told import ToldFact, tell, updates_in
from standfirst.decoding.decode import Decoded, decode
from standfirst.history import past_content
from standfirst.history.git import Commit, History, NoHistoryError, UnknownCommitError, history_of
from standfirst.model import Content, end_of
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.problems.errors import Problem, UsageError, attempt, errors_in, stop_at_errors
from standfirst.reading.files import ContentFiles
from standfirst.reading.folders import check_folder, display_path
from standfirst.reading.read import read_content
from standfirst.site.publication import content_at
from standfirst.sources.lock import Lock, read_lock

_AGENT = f"Standfirst-changes/{__version__} (compares what a site says with what it said)"
_FACTS = "data/facts.json"
_SETTINGS = "site.yaml"
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NO_LOCK = Lock(MappingProxyType({}))
# So much a site may say.
_MOST_BYTES = 256 * 2**20


@frozen
class Before:
    """What today is compared with: what it said, how it was named, and what of it could not be read."""

    snapshot: Snapshot
    since: Since
    problems: tuple[Problem, ...] = ()


@frozen
class Found:
    """What differs `since` an earlier state, with what could not be compared; and today's explainer."""

    facts: tuple[ToldFact, ...]
    since: Since
    problems: tuple[Problem, ...]
    content: Content
    snapshot: Snapshot

    @property
    def doubts(self) -> tuple[str, ...]:
        """What could not be compared, in a line each."""
        return tuple(f"{each.place}: {each.message}" for each in self.problems)

    def draft(self, day: datetime.date) -> NewRecord | None:
        """Return an update of that day which tells what no update tells yet; None where all is told."""
        facts = untold(self.facts)
        if not facts:
            return None
        record = update_of(facts, day, self.snapshot.rows.keys())
        return with_free_id(record, ids_of(self.content.facts))


def changes(options: Options, since: str | None, output: Path) -> Found:
    """Compare the facts with what they said at a commit, on a day, in a folder or at an address of the web.

    Without any of these it is what HEAD has, or where there is no Git what was built to `output`. Raises `SiteError`
    where the content of today cannot be read, and `UsageError` where there is nothing to compare it with.
    """
    check_folder(options.content, "--content")
    files = read_content(options.content, options.copies)
    stop_at_errors(files.problems)
    decoded = decode(files)
    stop_at_errors(decoded.problems)
    before = _before(options, since, output)
    content = content_at(decoded.content, options.now)
    today = _snapshot(files, replace(decoded, content=content), options)
    language = content.explainer.language
    facts = tell(before.snapshot, today, updates_in(decoded.content), language)
    return Found(facts, before.since, before.problems, decoded.content, today)


def write_draft(content: Path, record: NewRecord) -> Path:
    """Add the draft of an update to the facts, in a file of its own; return its path."""
    return add_facts(content, str(record.id), [record], COMMENTS)


# ---------------------------------------------------------------- what it is compared with


def _before(options: Options, since: str | None, output: Path) -> Before:
    if since is None:
        return _last_known(options, output)
    if not since.strip():
        raise UsageError("`--since` names nothing; name a commit, a day or a published site, or leave it out")
    if _ADDRESS.match(since):
        return _at_address(since)
    path = Path(since)
    if path.exists():
        return _in_content(path, options) if (path / _SETTINGS).is_file() else _in_site(path)
    try:
        return _in_history(since, history_of(options.content), options)
    except NoHistoryError as error:
        why = f"{str(error).partition(',')[0]}; name a published site"
    except UnknownCommitError as error:
        why = str(error)
    raise UsageError(f"there is no file or folder '{since}', and {why}")


def _in_history(since: str, history: History, options: Options) -> Before:
    if day := _day_in(since):
        commit = history.commit_of(day)
        return _at_commit(
            history, commit, Since(since, f"with {_with_its_day(commit)}"), replace(options, now=end_of(day))
        )
    return _at_revision(history, history.commit_at(since), since, options)


def _last_known(options: Options, output: Path) -> Before:
    try:
        history = history_of(options.content)
    except NoHistoryError as error:
        if (output / _FACTS).is_file():
            return _in_site(output)
        ways = "name a published site, its folder or its address, by `--since`"
        raise UsageError(f"{str(error).partition(',')[0]}, and no site is in {display_path(output)}; {ways}") from None
    return _at_revision(history, history.commit_at_head(), "HEAD", options)


def _day_in(since: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(since) if _DAY.fullmatch(since) else None
    except ValueError:
        raise UsageError(f"'{since}' is not a day; write it as 2019-04-19") from None


def _at_revision(history: History, commit: Commit, revision: str, options: Options) -> Before:
    return _at_commit(history, commit, Since(revision, f"which is {_with_its_day(commit)}"), options)


def _with_its_day(commit: Commit) -> str:
    return f"{commit.short} of {commit.day}"


def _at_commit(history: History, commit: Commit, since: Since, options: Options) -> Before:
    return _of_files(past_content.read_content_at(history, commit), since, options)


def _in_content(folder: Path, options: Options) -> Before:
    return _of_files(read_content(folder), Since(display_path(folder)), options)


def _of_files(files: ContentFiles, since: Since, options: Options) -> Before:
    """What a content folder said, as far as a program of today can read it."""
    decoded = decode(files)
    # Nothing mends what is past.
    problems = tuple(replace(each, fix=()) for each in errors_in((*files.problems, *decoded.problems)))
    gaps = replace(decoded.gaps, has_unknown_facts=decoded.gaps.has_unknown_facts or bool(files.problems))
    content = content_at(decoded.content, options.now)
    return Before(_snapshot(files, replace(decoded, content=content, gaps=gaps), options), since, problems)


def _snapshot(files: ContentFiles, decoded: Decoded, options: Options) -> Snapshot:
    lock = attempt(read_lock, files.lock, []) if files.lock else None
    gaps = replace(decoded.gaps, unread_files=files.unread)
    return snapshot_of(decoded.content, lock or _NO_LOCK, options.drafts, gaps)


def _in_site(path: Path) -> Before:
    """What a built site says, by its folder or its `data/facts.json`."""
    file = next((each for each in _places(path) if each.is_file()), None)
    if not file:
        message = f"{display_path(path)} is neither a published site nor a content folder: it has no {_FACTS}"
        raise UsageError(f"{message}; name one, a day, or a commit (refs/heads/NAME is always a branch)")
    snapshot = snapshot_in(_text(file.read_bytes(), display_path(file)), display_path(file))
    return Before(snapshot, Since(display_path(path)))


def _places(path: Path) -> Iterator[Path]:
    yield from (path / _FACTS, path / "facts.json", path)


def _at_address(address: str) -> Before:
    """What a published site says, by its address or that of its `data/facts.json`."""
    # Only who names an address needs what speaks HTTP.
    from standfirst.web.fetching import fetch  # noqa: PLC0415

    whole = address.partition("#")[0]
    url = whole if whole.endswith(".json") else f"{whole.removesuffix('index.html').rstrip('/')}/{_FACTS}"
    body = fetch(url, agent=_AGENT, most_bytes=_MOST_BYTES).body
    return Before(snapshot_in(_text(body, url), url), Since(address))


def _text(body: bytes, named: str) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{named} is not in UTF-8; name a published site, or its {_FACTS}") from None
