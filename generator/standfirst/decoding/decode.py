"""Input files to model values, each with the place where it stands in its file."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from standfirst.cache import cached_by_name, cached_by_value, cached_call
from standfirst.decoding.basemap import decode_basemap
from standfirst.decoding.facts import read_facts
from standfirst.decoding.formats import as_mapping
from standfirst.decoding.records import key_origins_of, read_record
from standfirst.language import dates
from standfirst.model import (
    Content,
    Explainer,
    FactId,
    FrontMatter,
    Id,
    LanguageTag,
    Located,
    MarkdownForm,
    Origin,
    Prose,
    Reference,
    Section,
    SiteUrl,
)
from standfirst.problems.errors import Problem, Severity, SiteError, attempt, problem, stop_at_errors
from standfirst.prose.references import ID, read_prose
from standfirst.reading.files import ContentFiles, InputFile, UnreadFile, origin_in_file
from standfirst.reading.yaml.composer import read_yaml
from standfirst.reading.yaml.nodes import MappingNode, ScalarNode, YamlNode, unreadable_characters
from standfirst.reading.yaml.syntax import merge_conflict_in
from standfirst.reading.yaml.unwanted_characters import unwanted_characters

T = TypeVar("T")
W = TypeVar("W", bound=Located)

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_NUMBER = re.compile(r"\d+[-_. ]*")


@dataclass(frozen=True, slots=True)
class Gaps:
    """What was written but cannot be read, so that nobody calls it missing.

    The `broken_facts` have problems of their own, and `references` are what these refer to. With `has_unknown_facts`
    there are others with unknown ids, with `lacks_settings` site.yaml is not known. `unread_files` may hold facts too.
    """

    broken_facts: frozenset[FactId] = frozenset()
    references: tuple[Reference, ...] = ()
    has_unknown_facts: bool = False
    lacks_settings: bool = False
    unread_files: tuple[UnreadFile, ...] = ()


NO_GAPS = Gaps()


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a content folder says, as far as it can be read, and the gaps in that."""

    content: Content
    gaps: Gaps
    problems: tuple[Problem, ...]


def decode(files: ContentFiles) -> Decoded:
    """Return all that the files say, with every problem in every one of them."""
    problems: list[Problem] = []
    explainer = _take(attempt(_read_explainer, files.settings, problems), problems)
    read = [cached_by_name(read_facts, file.path, file) for file in files.facts]
    problems += (problem for each in read for problem in each.problems)
    sections = [_take(attempt(_read_section, file, problems), problems) for file in files.sections]
    basemap = (
        attempt(functools.partial(cached_call, decode_basemap), files.basemap, problems) if files.basemap else None
    )
    content = Content(
        explainer=explainer or _unknown_explainer(files.settings),
        facts=tuple(fact for each in read for fact in each.facts),
        sections=tuple(section for section in sections if section),
        basemap=basemap,
    )
    gaps = Gaps(
        broken_facts=frozenset(fact.fact_id for each in read for fact in each.broken),
        references=tuple(reference for each in read for fact in each.broken for reference in fact.references),
        has_unknown_facts=not all(each.complete for each in read),
        lacks_settings=explainer is None,
    )
    return Decoded(content, gaps, tuple(problems))


def _take(read: tuple[T, tuple[Problem, ...]] | None, problems: list[Problem]) -> T | None:
    """Return what was read, if anything was, and add its warnings to the problems."""
    if read is None:
        return None
    value, warnings = read
    problems += warnings
    return value


@cached_by_value
def _read_explainer(file: InputFile) -> tuple[Explainer, tuple[Problem, ...]]:
    return _read_whole(Explainer, file, "site.yaml")


def _read_whole(record: type[W], file: InputFile, what: str) -> tuple[W, tuple[Problem, ...]]:
    """Return the record that is a whole file, and the warnings about it."""
    start = Origin(file.path, 1, 1)

    def read(root: YamlNode | None) -> tuple[W, tuple[Problem, ...]]:
        written = as_mapping(root or MappingNode((), start, flow=False), what)
        keys = read_record(record, written, what)
        stop_at_errors(keys.problems)
        return record(origin=start, key_origins=key_origins_of(written), **keys.values), keys.problems

    return read_yaml(file, read)


def _unknown_explainer(file: InputFile) -> Explainer:
    """A stand-in for a `site.yaml` that cannot be read, while the rest is checked; no page is ever made of it."""
    start = Origin(file.path, 1, 1)
    return Explainer(
        origin=start,
        title="",
        standfirst=Prose("", MarkdownForm.INLINE, start),
        language=LanguageTag("en"),
        base_url=SiteUrl(""),
        published=datetime.date.min,
        facts_as_of=dates.parse("2000"),
    )


# ---------------------------------------------------------------- sections


@cached_by_value
def _read_section(file: InputFile) -> tuple[Section, tuple[Problem, ...]]:
    start = Origin(file.path, 1, 1)
    if conflict := merge_conflict_in(file):
        raise SiteError([conflict])
    found = _FRONT_MATTER.match(file.text)
    if not found and file.text.startswith("---"):
        raise problem(start, "the front matter that opens here is not closed", "add a line --- below it")
    if not found:
        hint = "begin with a line ---, then `title: …`, then a line ---"
        raise problem(start, "this section has no front matter", hint)
    problems: list[Problem] = []
    # The empty line stands for the ---, so that the YAML keeps its line numbers.
    matter = _take(attempt(_front_matter, InputFile(file.path, "\n" + found["yaml"]), problems), problems)
    body = attempt(_markdown, _body(file, found.end()), problems)
    if matter is None or body is None:
        raise SiteError(problems)
    section = Section(
        id=matter.id or _id_from_name(file),
        origin=start,
        key_origins=matter.key_origins,
        title=matter.title,
        autolink=matter.autolink,
        draft=matter.draft,
        body=body,
    )
    return section, (*problems, *unwanted_characters(_body(file, found.end())), *_empty_section(section))


def _empty_section(section: Section) -> Iterator[Problem]:
    """Yield a warning if readers see nothing in a section that is no draft."""
    if not section.body.document.nodes and not section.draft:
        hint = "write it, or write `draft: true` in its front matter"
        yield Problem(section.origin, "this section says nothing", hint, Severity.WARNING)


def _front_matter(file: InputFile) -> tuple[FrontMatter, tuple[Problem, ...]]:
    return _read_whole(FrontMatter, file, "front matter")


def _body(file: InputFile, start: int) -> ScalarNode:
    at = origin_in_file(file, start)
    return ScalarNode(file, file.text[start:], at.line, at.column, start, len(file.text), plain=True)


def _markdown(body: ScalarNode) -> Prose:
    if problems := list(unreadable_characters(body)):
        raise SiteError(problems)
    return read_prose(body, MarkdownForm.BLOCK)


def _id_from_name(file: InputFile) -> Id:
    name = _NUMBER.sub("", PurePosixPath(file.path).stem, count=1)
    if not ID.fullmatch(name):
        hint = "rename the file, or add `id:` to the front matter"
        raise problem(Origin(file.path, 1, 1), f"the file name gives this section the id '{name}'", hint)
    return Id(name)
