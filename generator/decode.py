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
from generator.errors import Problem, SiteError, attempt, problem
from generator.facts import read_facts
from generator.files import ContentFiles, InputFile, origin_at
from generator.formats import mapping
from generator.memory import Memory
from generator.model import (
    Content,
    Explainer,
    FactId,
    Form,
    FrontMatter,
    Id,
    LanguageTag,
    Origin,
    Prose,
    Reference,
    Section,
    SiteUrl,
)
from generator.nodes import Mapping, Node, Scalar, read_yaml, unreadable
from generator.prose.references import ID, read_prose
from generator.records import keys_written, read_keys

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

    With a `memory`, only files, and records of facts files, are read anew that are not as they were.
    """
    memory = memory or Memory()
    recall = memory.recall
    problems: list[Problem] = []
    explainer = attempt(functools.partial(recall, decode_explainer), files.settings, problems)
    read = [memory.renew(read_facts, file.path, file) for file in files.facts]
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
        return Explainer(origin=start, keys=keys_written(written), **read_keys(Explainer, written, "site.yaml"))

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
        return FrontMatter(origin=start, keys=keys_written(written), **read_keys(FrontMatter, written, "front matter"))

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
