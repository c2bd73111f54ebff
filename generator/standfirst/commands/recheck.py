"""The `recheck` command: see whether what is cited still stands at the addresses of the sources, and note that."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from standfirst import __version__
from standfirst.commands.recheck_problems import problems_of
from standfirst.decoding.checked_sources import NOTHING_CHECKED, read_checked, write_checked
from standfirst.decoding.decode import decode
from standfirst.language.words import Digest
from standfirst.model import CheckedSource, Content, Id, Passage, Source, SourceState
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.pipeline import check_copies
from standfirst.problems.errors import FetchError, Problem, SiteError, UsageError, attempt, stop_at_errors
from standfirst.problems.remedies import suggest
from standfirst.publishing.writing import replace_file
from standfirst.reading.copy_formats import CopyFormat
from standfirst.reading.files import CHECKED, ContentFiles
from standfirst.reading.folders import check_folder
from standfirst.reading.read import read_content
from standfirst.reading.yaml.nodes import one_line
from standfirst.sources.citations import CitedContent, cited_in
from standfirst.sources.copies import Copy
from standfirst.sources.lock import Lock, passage_key, quotation_key
from standfirst.sources.matching import Stretch, find_passage
from standfirst.sources.prove import prove_for_lock, readable, wording_in
from standfirst.sources.still_there import CitedWords, Comparison, compare
from standfirst.sources.wordings import KnownWording, printed_wording, wording_at
from standfirst.web.fetching import Fetched, is_wall
from standfirst.web.known_sources import same_address
from standfirst.web.page_copy import PageCopy, readings_of
from standfirst.web.robots import NotAllowedError
from standfirst.web.visiting import Manners, visit

_AGENT = "Standfirst-recheck/{version} (sees whether cited passages still stand there{for_whom})"

# Behind it a message says what somebody may do who wants a copy.
_REMEDY = "; "


@frozen(kw_only=True)
class AskedRecheck:
    """What is asked for: some sources or, with none named, all; the day, and how their hosts are treated.

    `on_visit` is told how many addresses have been visited, of how many.
    """

    today: datetime.date
    only: tuple[Id, ...] = ()
    pause: float
    most_seconds: float
    on_visit: Callable[[int, int], None] = lambda _done, _total: None


@frozen
class Rechecked:
    """What was seen of each source that was asked for, in order of ids; None of one that has no address."""

    path: Path
    seen: Mapping[Id, CheckedSource | None]
    problems: tuple[Problem, ...]

    @property
    def lines(self) -> Iterator[str]:
        """What became of each source."""
        for source, seen in self.seen.items():
            state = seen.state.value if seen else "no address"
            yield f"{source}: {state}" + (f" to {seen.moved_to}" if seen and seen.moved_to else "")

    @property
    def counts(self) -> str:
        """How many sources are in which state."""
        states = Counter(each.state.value if each else "no address" for each in self.seen.values())
        plural = "" if len(self.seen) == 1 else "s"
        said = ", ".join(f"{states[state]} {state}" for state in (*SourceState, "no address") if states[state])
        return f"{len(self.seen)} source{plural}" + (f": {said}" if said else "")


def recheck(options: Options, asked: AskedRecheck) -> Rechecked:
    """Visit the addresses of sources, and write what was seen to `sources.checked`; no fact is changed.

    Raises `SiteError` where the content cannot be read, `UsageError` where a source is named that there is not.
    """
    check_folder(options.content, "--content")
    files = read_content(options.content, options.copies)
    stop_at_errors(files.problems)
    # What was seen before is written anew, whatever it is.
    decoded = decode(replace(files, checked=None))
    stop_at_errors(decoded.problems)
    check_copies(decoded.content, options)
    sources = {fact.id: fact for fact in decoded.content.facts if isinstance(fact, Source)}
    _refuse_unknown(asked.only, sources)
    before = _before(files)
    wanted = sorted(asked.only or sources)
    cited = _cited(decoded.content, files, before)
    seen = dict(_seen([sources[each] for each in wanted], cited, before, decoded.content, asked))
    kept = {name: each for name, each in before.items() if name in sources and name not in seen}
    path = options.content / CHECKED
    replace_file(path, write_checked(each for each in (*kept.values(), *seen.values()) if each))
    found = {name: seen[name] for name in wanted}
    problems = (problem for name in wanted for problem in problems_of(sources[name], seen[name], cited[name].passages))
    return Rechecked(path, MappingProxyType(found), tuple(problems))


def as_json(done: Rechecked) -> str:
    """Return what was seen of each source, for programs."""
    data = {source: _as_data(seen) if seen else {"state": "no-address"} for source, seen in done.seen.items()}
    return json.dumps(data, ensure_ascii=False, indent=1)


def _as_data(seen: CheckedSource) -> dict[str, object]:
    said: dict[str, object] = {
        "state": seen.state.value,
        "checked": seen.checked.isoformat(),
        "since": seen.since.isoformat(),
        "url": seen.url,
        "moved_to": seen.moved_to,
        "why": seen.why,
        "altered": [{"words": each.words, "gone": each.gone, "now": each.now} for each in seen.altered],
    }
    return {key: value for key, value in said.items() if value}


def _refuse_unknown(only: Iterable[Id], sources: Mapping[Id, Source]) -> None:
    for named in only:
        if named not in sources:
            raise UsageError(f"--only names no source '{named}'; " + (suggest(named, sources).hint or "name its id"))


def _before(files: ContentFiles) -> dict[Id, CheckedSource]:
    found = attempt(read_checked, files.checked, []) if files.checked else None
    return {each.id: each for each in (found or NOTHING_CHECKED).sources}


# ---------------------------------------------------------------- what is cited


def _cited(content: Content, files: ContentFiles, before: Mapping[Id, CheckedSource]) -> dict[Id, CitedWords]:
    """What is cited of each source, with the wordings that the copies, the lock or the last look know."""
    lock, taken = prove_for_lock(content, files).lock, cited_in(content)
    sources = {fact.id: fact for fact in content.facts if isinstance(fact, Source)}
    copies = dict(_copies(files, sources))
    return {name: _cited_of(name, taken, lock, copies.get(name), before.get(name)) for name in sources}


def _copies(files: ContentFiles, sources: Mapping[Id, Source]) -> Iterator[tuple[Id, Copy]]:
    for file in files.copies:
        wording, _ = wording_in(readable(file, sources.get(file.source)))
        if wording:
            yield file.source, wording.copy


def _cited_of(
    source: Id, taken: CitedContent, lock: Lock, copy: Copy | None, before: CheckedSource | None
) -> CitedWords:
    passages = {passage_key(each.passage): each.passage for each in reversed(taken.passages) if each.source == source}
    locked = lock.sources.get(source)
    noted = locked.quotations if locked else {}
    quoted: dict[Digest, tuple[str, Passage | None]] = {}
    for each in taken.quotations:
        within = (one.passage for one in each.passages if one.source == source)
        for passage in (*within, None):
            if (key := quotation_key(each.words, passage)) in noted:
                quoted[key] = each.words, passage
    known = {Digest(key): KnownWording(Digest(wording)) for key, wording in (before.wordings if before else ())}
    if locked:
        known |= {key: KnownWording(place.wording) for key, place in locked.passages.items() if place.wording}
        known |= {key: printed_wording(place.words) for key, place in locked.passages.items() if place.words}
    known |= dict(_wordings_in(copy, passages)) if copy else {}
    return CitedWords(
        passages=tuple(passages.values()),
        quotations=tuple(quoted.values()),
        known=MappingProxyType({key: each for key, each in known.items() if key in passages}),
        has_pages=bool(locked and locked.pages),
    )


def _wordings_in(copy: Copy, passages: Mapping[Digest, Passage]) -> Iterator[tuple[Digest, KnownWording]]:
    for key, passage in passages.items():
        stretch = find_passage(passage, copy)
        if isinstance(stretch, Stretch):
            yield key, wording_at(stretch, copy)


# ---------------------------------------------------------------- what is there


def _seen(
    sources: Sequence[Source],
    cited: Mapping[Id, CitedWords],
    before: Mapping[Id, CheckedSource],
    content: Content,
    asked: AskedRecheck,
) -> Iterator[tuple[Id, CheckedSource | None]]:
    base_url = content.explainer.base_url
    agent = _AGENT.format(version=__version__, for_whom=f"; +{base_url}" if base_url.isascii() else "")
    manners = Manners(agent=agent, pause=asked.pause, most_seconds=asked.most_seconds)
    by_id = {each.id: each for each in sources}
    yield from ((each.id, None) for each in sources if not each.url)
    addresses = [(each.id, each.url) for each in sources if each.url]
    for number, (name, came) in enumerate(visit(addresses, manners), 1):
        asked.on_visit(number, len(addresses))
        now = _look(by_id[name], came, cited[name], asked.today)
        yield name, _since(now, before.get(name))


def _since(now: CheckedSource, before: CheckedSource | None) -> CheckedSource:
    """What was seen, with the day on which the same was first seen."""
    if before and _outcome(before) == _outcome(now):
        return replace(now, since=min(before.since, now.since))
    return now


def _outcome(seen: CheckedSource) -> tuple[object, ...]:
    return seen.state, seen.url, seen.moved_to, seen.altered


def _look(source: Source, came: Fetched | FetchError, cited: CitedWords, today: datetime.date) -> CheckedSource:
    """What an address shows of what is cited of its source."""
    seen = CheckedSource(
        id=source.id,
        state=SourceState.SAME,
        checked=today,
        since=today,
        url=source.url or "",
        wordings=tuple(sorted((key, each.digest) for key, each in cited.known.items())),
    )
    if isinstance(came, FetchError):
        return replace(seen, state=_state_of(came), why=one_line(came.why.partition(_REMEDY)[0]))
    moved_to = came.moved_to if came.moved_to and same_address(came.moved_to) != same_address(seen.url) else ""
    try:
        taken, readings = readings_of(source.id, came, source.paragraphs)
    except (SiteError, UsageError) as error:
        why = error.problems[0].message if isinstance(error, SiteError) else str(error)
        return replace(seen, state=SourceState.WALLED, moved_to=moved_to, why=one_line(why))
    compared = compare(cited, readings)
    if why := _why_hidden(compared, taken, cited):
        return replace(seen, state=SourceState.WALLED, moved_to=moved_to, why=why)
    state = SourceState.MOVED if moved_to else SourceState.SAME
    return replace(
        seen,
        state=SourceState.CHANGED if compared.altered else state,
        moved_to=moved_to,
        altered=compared.altered,
        wordings=tuple(compared.wordings),
    )


def _state_of(error: FetchError) -> SourceState:
    if isinstance(error, NotAllowedError):
        return SourceState.NOT_ALLOWED
    return SourceState.WALLED if is_wall(error.status) else SourceState.UNREACHABLE


def _why_hidden(compared: Comparison, taken: PageCopy, cited: CitedWords) -> str:
    """Why what came cannot be what others see there: a notice for those who do not subscribe, say."""
    gone = sum(each.gone for each in compared.altered)
    if not gone:
        return ""
    if not taken.said.is_for_all:
        return "the page says that not everybody sees all of it"
    if taken.format is not CopyFormat.HTML or gone < len(cited.passages):
        return ""
    if cited.has_pages:
        return "it is a document with pages, and the address shows a page of the web with none of what is cited"
    if taken.is_short:
        return f"the page has {taken.words} words, and none that are cited: what is missing may be made by a script"
    return ""
