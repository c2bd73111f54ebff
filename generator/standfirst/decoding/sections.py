"""Files of sections: front matter, and the Markdown below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from standfirst.cache import cached_by_value
from standfirst.decoding.one_record import attempt_with_warnings, read_one_record
from standfirst.model import FrontMatter, Id, MarkdownForm, Origin, Prose, Section
from standfirst.problems.errors import Problem, Severity, SiteError, attempt, problem
from standfirst.prose.references import ID, read_prose
from standfirst.reading.files import InputFile, origin_in_file
from standfirst.reading.yaml.nodes import ScalarNode, unreadable_characters
from standfirst.reading.yaml.syntax import merge_conflict_in
from standfirst.reading.yaml.unwanted_characters import unwanted_characters

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_NUMBER = re.compile(r"\d+[-_. ]*")


def front_matter_of(file: InputFile) -> re.Match[str] | None:
    """Return the front matter of a section with its YAML as the group `yaml`, up to where the text below it begins."""
    return _FRONT_MATTER.match(file.text)


@cached_by_value
def read_section(file: InputFile) -> tuple[Section, tuple[Problem, ...]]:
    """Return the section of a file and the warnings about it, or raise a `SiteError`."""
    start = Origin(file.path, 1, 1)
    if conflict := merge_conflict_in(file):
        raise SiteError([conflict])
    found = front_matter_of(file)
    if not found and file.text.startswith("---"):
        raise problem(start, "the front matter that opens here is not closed", "add a line --- below it")
    if not found:
        hint = "begin with a line ---, then `title: …`, then a line ---"
        raise problem(start, "this section has no front matter", hint)
    problems: list[Problem] = []
    # The empty line stands for the ---, so that the YAML keeps its line numbers.
    matter = attempt_with_warnings(_front_matter, InputFile(file.path, "\n" + found["yaml"]), problems)
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
        publish_at=matter.publish_at,
        body=body,
    )
    return section, (*problems, *unwanted_characters(_body(file, found.end())), *_empty_section(section))


def _empty_section(section: Section) -> Iterator[Problem]:
    """Yield a warning if readers see nothing in a section that is no draft."""
    if not section.body.document.nodes and not section.draft:
        hint = "write it, or write `draft: true` in its front matter"
        yield Problem(section.origin, "this section says nothing", hint, Severity.WARNING)


def _front_matter(file: InputFile) -> tuple[FrontMatter, tuple[Problem, ...]]:
    return read_one_record(FrontMatter, file, "front matter")


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
