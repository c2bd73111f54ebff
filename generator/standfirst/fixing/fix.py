"""Mend the content as long as messages name exactly what to write; after each round it is checked again.

Nothing is written here. Only site.yaml, facts and sections are changed: no copy of a source, nor its lock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from itertools import chain, groupby
from pathlib import Path

from standfirst.cache import Cache
from standfirst.fixing.bodies import body_with
from standfirst.fixing.edits import Edit, edits_that_mend, without_overlaps
from standfirst.fixing.places import written_file
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.pipeline import make_site_from, plan_site
from standfirst.problems.errors import Problem, SiteError, UsageError
from standfirst.publishing.writing import replace_bodies
from standfirst.reading.encoding import text_of
from standfirst.reading.files import ContentFiles, InputFile, TemplateFiles
from standfirst.reading.read import read_inputs
from standfirst.rendering.site_files import PageStore

# Far more than errors hide one another; whatever a fix might do, this ends.
_MOST_ROUNDS = 40


@frozen
class ChangedFile:
    """A file with changes: its bytes as they are, and as they are to be."""

    path: str
    before: bytes
    after: bytes


@frozen
class Checked:
    """What a check found, and how many pages it made: none where there are errors, or none were asked for."""

    problems: tuple[Problem, ...]
    pages: int = 0


@frozen
class Fixed:
    """Files with what was changed in them, the number of changes, and what a check finds without them and with them."""

    files: tuple[ChangedFile, ...]
    changes: int
    before: Checked
    after: Checked

    @property
    def counts(self) -> str:
        """How many changes there are in how many files, in words."""
        return f"{_counted(self.changes, 'change')} in {_counted(len(self.files), 'file')}"


# Says what is wrong with files.
Check = Callable[[ContentFiles], Checked]


def fix(options: Options) -> Fixed:
    """Return all changes that messages about the content name exactly; raise a `SiteError` where it cannot be read."""
    files, templates = read_inputs(options)
    # The stages before pages are made find nearly everything, and take a moment.
    checks = (partial(step, templates=templates, options=options) for step in (_plan, _make))
    with Cache().active():
        return fix_files(files, checks, lambda path: Path(path).read_bytes())


def write_fixed(files: Sequence[ChangedFile]) -> None:
    """Write all changes, or none; raise a `UsageError` where a file was saved meanwhile, or cannot be written."""
    for file in files:
        if Path(file.path).read_bytes() != file.before:
            raise _saved_meanwhile(file.path)
    replace_bodies({Path(file.path): file.after for file in files})


def _saved_meanwhile(path: str) -> UsageError:
    return UsageError(f"{path} was saved while it was checked; give the command again")


def _plan(files: ContentFiles, templates: TemplateFiles, options: Options) -> Checked:
    try:
        return Checked(plan_site(files, templates, options, PageStore(for_later=False)).warnings)
    except SiteError as error:
        return Checked(error.problems)


def _make(files: ContentFiles, templates: TemplateFiles, options: Options) -> Checked:
    try:
        built = make_site_from(files, templates, options)
    except SiteError as error:
        return Checked(error.problems)
    return Checked(built.warnings, built.pages)


def fix_files(files: ContentFiles, checks: Iterable[Check], read: Callable[[str], bytes]) -> Fixed:
    """Return all changes to which these checks lead, one after the other; `read` returns the bytes of a file."""
    draft = _Draft(files)
    first = checked = Checked(())
    for check in checks:
        checked, tried = check(draft.files), Counter[_Tried]()
        for _ in range(_MOST_ROUNDS):
            offered = Counter(chain.from_iterable(map(_offers, checked.problems)))
            edits = _edits([each for each in checked.problems if _may_help(each, offered, tried)], draft.files)
            if not edits:
                break
            first = first if draft.changes else checked
            draft, tried = draft.with_edits(edits, read), offered
            checked = check(draft.files)
    return Fixed(tuple(draft.changed.values()), draft.changes, first if draft.changes else checked, checked)


# A path, and one text in the stead of another.
_Tried = tuple[str, str, str]


def _offers(problem: Problem) -> Iterator[_Tried]:
    return ((each.origin.path, each.old, each.new) for each in problem.fix)


def _may_help(problem: Problem, offered: Counter[_Tried], tried: Counter[_Tried]) -> bool:
    """Whether nothing that a problem offers was done before in vain: then it would now be offered less often."""
    return all(offer not in tried or offered[offer] < tried[offer] for offer in _offers(problem))


def _edits(problems: Sequence[Problem], files: ContentFiles) -> tuple[Edit, ...]:
    """The edits that mend problems, as far as they can be made together."""
    named = {each.origin.path for problem in problems for each in problem.fix}
    written = {file.path: written_file(file) for file in _editable(files) if file.path in named}
    return without_overlaps(edits_that_mend(problems, written).values())


@frozen
class _Draft:
    """Files as they are to be, those that have changed by their paths, and how many changes were made."""

    files: ContentFiles
    changed: Mapping[str, ChangedFile] = field(default_factory=dict)
    changes: int = 0

    def with_edits(self, edits: Sequence[Edit], read: Callable[[str], bytes]) -> _Draft:
        """Return the draft with edits made that do not overlap."""
        by_path = {path: tuple(of_file) for path, of_file in groupby(edits, key=lambda edit: edit.path)}
        texts = {file.path: file.text for file in _editable(self.files)}
        changed = dict(self.changed)
        for path, of_file in by_path.items():
            file = changed.get(path) or _unchanged(path, texts[path], read)
            changed[path] = replace(file, after=body_with(of_file, file.after))
        return _Draft(_with_bodies(self.files, changed), changed, self.changes + len(edits))


def _unchanged(path: str, text: str, read: Callable[[str], bytes]) -> ChangedFile:
    body = read(path)
    if text_of(path, body) != text:
        raise _saved_meanwhile(path)
    return ChangedFile(path, body, body)


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


def _editable(files: ContentFiles) -> tuple[InputFile, ...]:
    reviews = (files.reviews,) if files.reviews else ()
    return (files.settings, *files.facts, *files.sections, *reviews)


def _with_bodies(files: ContentFiles, changed: Mapping[str, ChangedFile]) -> ContentFiles:
    def new(file: InputFile) -> InputFile:
        found = changed.get(file.path)
        return replace(file, text=text_of(file.path, found.after)) if found else file

    return replace(
        files,
        settings=new(files.settings),
        facts=tuple(map(new, files.facts)),
        sections=tuple(map(new, files.sections)),
        reviews=files.reviews and new(files.reviews),
    )
