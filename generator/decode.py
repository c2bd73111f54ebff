"""Input files to model values: the format of the writer's files, and where each value stands in them."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator import dates
from generator.basemap import decode_basemap
from generator.errors import Problem, SiteError, attempt, problem, suggest
from generator.files import ContentFiles, InputFile, origin_at
from generator.formats import ID_HINT, mapping
from generator.memory import Memory
from generator.model import (
    FACT_TYPES,
    Citing,
    Content,
    Explainer,
    Fact,
    FactId,
    Form,
    FrontMatter,
    Id,
    Keys,
    LanguageTag,
    Origin,
    Prose,
    Reference,
    Section,
    SiteUrl,
)
from generator.nodes import Entry, Mapping, Node, Scalar, compose, read_yaml, unreadable
from generator.prose.references import ID, read_prose
from generator.records import KeysError, key_names, read_keys
from generator.site import references_in

_TYPES = {record.KIND.plural: record for record in FACT_TYPES}
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_NUMBER = re.compile(r"\d+[-_. ]*")


@dataclass(frozen=True, slots=True)
class Gaps:
    """What was written but cannot be read, so that nobody calls it missing.

    `facts` have problems of their own, and `references` are what they name all the same. With `files` there are facts
    of which not even the ids are known, with `settings` site.yaml is not known.
    """

    facts: frozenset[FactId] = frozenset()
    references: tuple[Reference, ...] = ()
    files: bool = False
    settings: bool = False


NO_GAPS = Gaps()


class DecodeError(SiteError):
    """Some of what is written cannot be read: `rest` is what can, `gaps` is what is lost."""

    def __init__(self, problems: Iterable[Problem], rest: Content, gaps: Gaps) -> None:
        super().__init__(problems)
        self.rest = rest
        self.gaps = gaps


def decode(files: ContentFiles, memory: Memory | None = None) -> Content:
    """Return all that the files say, or raise one `DecodeError` with every problem in every one of them.

    With a `memory`, only files that are not as they were are read anew.
    """
    recall = (memory or Memory()).recall
    problems: list[Problem] = []
    explainer = attempt(functools.partial(recall, decode_explainer), files.settings, problems)
    read = [recall(_read_facts, file) for file in files.facts]
    problems += (problem for each in read for problem in each.problems)
    sections = [attempt(functools.partial(recall, decode_section), file, problems) for file in files.sections]
    basemap = attempt(functools.partial(recall, decode_basemap), files.basemap, problems) if files.basemap else None
    content = Content(
        explainer=explainer or _unknown_explainer(files.settings),
        facts=tuple(fact for each in read for fact in each.facts),
        sections=tuple(section for section in sections if section),
        basemap=basemap,
    )
    if problems:
        gaps = Gaps(
            facts=frozenset(lost.fact_id for each in read for lost in each.lost),
            references=tuple(reference for each in read for lost in each.lost for reference in lost.references),
            files=not all(each.complete for each in read),
            settings=explainer is None,
        )
        raise DecodeError(problems, content, gaps)
    return content


def decode_explainer(file: InputFile) -> Explainer:
    """Return what `site.yaml` says."""
    start = Origin(file.path, 1, 1)

    def read(root: Node | None) -> Explainer:
        written = mapping(root or Mapping((), start, flow=False), "site.yaml")
        return Explainer(origin=start, keys=_keys(written), **read_keys(Explainer, written, "site.yaml"))

    return read_yaml(file, read)


def _unknown_explainer(file: InputFile) -> Explainer:
    """What stands for a `site.yaml` that cannot be read, while the rest is checked; nothing is ever made of it."""
    start = Origin(file.path, 1, 1)
    return Explainer(
        origin=start,
        title="",
        standfirst=Prose("", Form.INLINE, start),
        language=LanguageTag("en"),
        base_url=SiteUrl(""),
        published=datetime.date.min,
        facts_as_of=dates.parse("2000"),
    )


@dataclass(frozen=True, slots=True)
class _LostFact:
    """A fact that cannot be read whole, and what the part of it that can be read refers to."""

    fact_id: FactId
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class _FactsFile:
    """What a facts file says; not `complete` where there may be facts in it of which not even the ids are known."""

    facts: tuple[Fact, ...] = ()
    lost: tuple[_LostFact, ...] = ()
    complete: bool = True
    problems: tuple[Problem, ...] = ()


def decode_facts(file: InputFile) -> tuple[Fact, ...]:
    """Return the records of a facts file in the order in which they are written; an empty file has none."""
    read = _read_facts(file)
    if read.problems:
        raise SiteError(read.problems)
    return read.facts


def _read_facts(file: InputFile) -> _FactsFile:
    problems: list[Problem] = []
    composed = attempt(compose, file, problems)
    if composed is None:
        return _FactsFile(complete=False, problems=tuple(problems))
    found: list[Problem] = []
    kinds = [attempt(_entries_of_kind, entry, found) for entry in attempt(_kinds, composed.root, found) or ()]
    complete = not found
    read = [_read_fact(record, entry, found) for entries in kinds for record, entry in entries or ()]
    problems += composed.with_those_of(found)
    return _FactsFile(
        facts=tuple(each for each in read if isinstance(each, Fact)),
        lost=tuple(each for each in read if isinstance(each, _LostFact)),
        complete=complete,
        problems=tuple(problems),
    )


def _kinds(root: Node | None) -> tuple[Entry, ...]:
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        return ()
    return mapping(root, "a facts file").entries


def _entries_of_kind(entry: Entry) -> tuple[tuple[type[Fact], Entry], ...]:
    """The records of one kind, not read yet."""
    record = _TYPES.get(entry.key.text)
    if record is None:
        hint = suggest(entry.key.text, _TYPES) or f"the kinds are {', '.join(_TYPES)}"
        raise problem(entry.key.origin, f"'{entry.key.text}' is not a kind of fact", hint)
    if isinstance(entry.value, Scalar) and entry.value.is_empty:
        return ()
    return tuple((record, each) for each in mapping(entry.value, f"'{entry.key.text}'"))


def _read_fact(record: type[Fact], entry: Entry, problems: list[Problem]) -> Fact | _LostFact:
    try:
        return decode_fact(record, entry)
    except SiteError as error:
        problems.extend(error.problems)
        values = error.values if isinstance(error, KeysError) else {}
        return _LostFact(FactId(record.KIND, Id(entry.key.text)), tuple(references_in(tuple(values.values()))))


def decode_fact(record: type[Fact], entry: Entry) -> Fact:
    """Return one record, or raise a `SiteError` with every problem in it."""
    name, origin = entry.key.text, entry.key.origin
    what = f"{record.KIND.value} '{name}'"
    if not ID.fullmatch(name):
        raise problem(origin, f"'{name}' is not an id", ID_HINT)
    if isinstance(entry.value, Scalar) and entry.value.is_empty:
        raise problem(origin, f"{what} is empty", f"its keys are {key_names(record)}")
    node = mapping(entry.value, what)
    standing = _standing(record, node, origin, what)
    try:
        values = read_keys(record, Mapping(node.entries, origin, node.flow), what)
    except KeysError as error:
        raise KeysError([*error.problems, *standing], error.values) from None
    if standing:
        raise KeysError(standing, values)
    return record(id=Id(name), origin=origin, keys=_keys(node), **values)


def _keys(node: Mapping) -> Keys:
    return Keys(tuple((each.key.text, each.value.origin) for each in node))


def _standing(record: type[Fact], node: Mapping, origin: Origin, what: str) -> list[Problem]:
    """A statement cites a source or says why it cannot: one of the two, and not both."""
    written = {entry.key.text: entry.key.origin for entry in node}
    if {"cite", "uncited"} <= written.keys():
        return [Problem(written["uncited"], f"{what} has both 'cite' and 'uncited'", "keep one of them")]
    if issubclass(record, Citing) and record.MUST_CITE and not {"cite", "uncited"} & written.keys():
        return [Problem(origin, f"{what} cites nothing", "add `cite:`, or say why not in `uncited:`")]
    return []


# ---------------------------------------------------------------- sections


def decode_section(file: InputFile) -> Section:
    """Return a section: its front matter, and the Markdown after it."""
    start = Origin(file.path, 1, 1)
    found = _FRONT_MATTER.match(file.text)
    if not found and file.text.startswith("---"):
        raise problem(start, "the front matter that opens here is not closed", "add a line --- below it")
    if not found:
        hint = "begin with a line ---, then `title: …`, then a line ---"
        raise problem(start, "this section has no front matter", hint)
    problems: list[Problem] = []
    # Behind one empty line the YAML keeps its line numbers.
    matter = attempt(_front_matter, InputFile(file.path, "\n" + found["yaml"]), problems)
    body = attempt(_markdown, _body(file, found.end()), problems)
    if matter is None or body is None:
        raise SiteError(problems)
    return Section(
        id=matter.id or _id_from_name(file),
        origin=start,
        keys=matter.keys,
        title=matter.title,
        autolink=matter.autolink,
        draft=matter.draft,
        body=body,
    )


def _front_matter(file: InputFile) -> FrontMatter:
    def read(root: Node | None) -> FrontMatter:
        start = Origin(file.path, 1, 1)
        written = mapping(root or Mapping((), start, flow=False), "front matter")
        return FrontMatter(origin=start, keys=_keys(written), **read_keys(FrontMatter, written, "front matter"))

    return read_yaml(file, read)


def _body(file: InputFile, start: int) -> Scalar:
    at = origin_at(file, start)
    return Scalar(file, file.text[start:], at.line, at.column, start, len(file.text), plain=True)


def _markdown(body: Scalar) -> Prose:
    if problems := list(unreadable(body)):
        raise SiteError(problems)
    return read_prose(body, Form.BLOCK)


def _id_from_name(file: InputFile) -> Id:
    name = _NUMBER.sub("", PurePosixPath(file.path).stem, count=1)
    if not ID.fullmatch(name):
        hint = "rename the file, or add `id:` to the front matter"
        raise problem(Origin(file.path, 1, 1), f"the file name gives this section the id '{name}'", hint)
    return Id(name)
