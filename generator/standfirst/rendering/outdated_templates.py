"""What of the templates that lie over a theme does not fit it: most were written for another version of it.

Jinja says nothing of a block that nobody shows, and of a macro that takes other arguments only where that is called, in
a template of the theme. Here all of it is told where it is written. What a page does not have is told when the page is
rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from standfirst import __version__
from standfirst.cache import cached_by_value
from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, Severity, in_order
from standfirst.problems.remedies import nearest_word, suggest
from standfirst.reading.files import InputFile, TemplateFiles
from standfirst.rendering.template_files import DEFAULT, templates_by_name, templates_of_pages
from standfirst.rendering.template_outline import (
    BlockOutline,
    MacroCall,
    MacroOutline,
    TemplateOutline,
    Use,
    outline_of,
)

# As `templates copy` writes it at the head of a copy.
_COPIED = re.compile(r"\A(?:\{#|/\*) Copied from Standfirst (?P<version>[^\s:]+): ")


@cached_by_value
def outdated_templates(templates: TemplateFiles) -> tuple[Problem, ...]:
    """Return what does not fit the theme of what lies over it, in order."""
    if templates.over is None:
        return ()
    theme = _Theme(templates_by_name(templates))
    own = templates.over.named(templates.over.templates)
    found = [
        _at_version(Problem(Origin(file.path, line, 1), message, hint), file)
        for name, file in own.items()
        for line, message, hint in _faults(name, outline_of(file), theme)
    ]
    return in_order((*found, *_unused(templates, own)))


@frozen
class _Theme:
    """All templates by their names; what each of them shows to others is here, whatever it extends."""

    files: Mapping[str, InputFile]

    def outlines(self, name: str) -> Iterator[TemplateOutline]:
        """Yield the outline of a template and of all that it extends."""
        seen = set()
        while name in self.files and name not in seen:
            seen.add(name)
            yield (outline := outline_of(self.files[name]))
            name = outline.extends.template if outline.extends else ""

    def macros(self, name: str) -> dict[str, MacroOutline]:
        """Return the macros that a template has for others."""
        return {macro.name: macro for outline in reversed([*self.outlines(name)]) for macro in outline.macros}

    def is_known(self, name: str) -> bool:
        """Whether all that a template extends can be read, so that nothing that it has is overlooked."""
        outlines = [*self.outlines(name)]
        last = outlines[-1].extends if outlines else None
        return all(each.can_be_read for each in outlines) and not (last and last.template not in self.files)

    def has(self, use: Use) -> bool:
        """Whether a template has what another asks of it."""
        names = ({*each.others, *(macro.name for macro in each.macros)} for each in self.outlines(use.template))
        return any(use.macro in each for each in names)

    def asked_of(self, name: str) -> set[str]:
        """Return the macros that templates of the theme itself ask of a template."""
        own = (file for each, file in self.files.items() if each.startswith(DEFAULT))
        return {use.macro for file in own for use in outline_of(file).uses if use.template == name}

    def blocks(self, name: str) -> dict[str, None]:
        """Return the names of the blocks that a template has."""
        return {block.name: None for outline in self.outlines(name) for block in outline.blocks}


# So many macros that a file lacks are named.
_MOST_NAMED = 3
# The line, what is wrong there, and what to do about it.
_Fault = tuple[int, str, str]


def _faults(name: str, outline: TemplateOutline, theme: _Theme) -> Iterator[_Fault]:
    for use in outline.uses:
        if use.template not in theme.files:
            hint = _near(use.template, theme.files) or "add it; `templates` lists those that there are"
            yield use.line, f"there is no template '{use.template}'", hint
        elif use.macro and theme.is_known(use.template) and not theme.has(use):
            macros = theme.macros(use.template)
            hint = suggest(use.macro, macros).hint or f"its macros are {', '.join(macros)}"
            yield use.line, f"'{use.template}' has no macro '{use.macro}'", hint
    for call in outline.calls:
        macro = theme.macros(call.use.template).get(call.use.macro)
        if macro and (fault := _fault_of_call(call, macro)):
            yield call.use.line, f"'{call.use.template}' has {macro}, and {fault}", "give it what it takes"
    if outline.extends and theme.is_known(outline.extends.template):
        yield from _blocks_of_nobody(outline, outline.extends.template, theme)
    if f"{DEFAULT}{name}" in theme.files and theme.is_known(name):
        yield from _faults_of_macros(name, outline, theme)


def _near(name: str, known: Mapping[str, InputFile]) -> str:
    """The hint that names a template of the same folder with nearly the same name, if there is one."""
    own = PurePosixPath(name)
    others = {path.stem: path for path in map(PurePosixPath, known) if path.parent == own.parent}
    near = nearest_word(own.stem, others)
    return f"did you mean '{others[near]}'?" if near else ""


def _fault_of_call(call: MacroCall, macro: MacroOutline) -> str:
    if call.gives_more or macro.takes_more:
        return ""
    if call.unnamed > len(macro.parameters):
        return f"this gives it {call.unnamed} values"
    given = {*macro.names[: call.unnamed], *call.named}
    unknown = [name for name in call.named if name not in {*macro.names, "caller"}]
    missing = [name for name in macro.required if name not in given]
    if unknown:
        return f"this gives it '{unknown[0]}'"
    return f"this does not give it '{missing[0]}'" if missing else ""


def _blocks_of_nobody(outline: TemplateOutline, extended: str, theme: _Theme) -> Iterator[_Fault]:
    """Blocks that stand in the place of none: what is in them is not shown."""
    known = theme.blocks(extended)

    def is_shown(block: BlockOutline) -> bool:
        return block.name in known or block.within != ""

    for block in outline.blocks:
        if not is_shown(block):
            hint = suggest(block.name, known).hint or f"its blocks are {', '.join(known)}"
            yield block.line, f"'{extended}' has no block '{block.name}', so nobody sees this one", hint


def _faults_of_macros(name: str, outline: TemplateOutline, theme: _Theme) -> Iterator[_Fault]:
    """Macros that others of the theme cannot call as they call those in whose place they stand."""
    originals, own = theme.macros(f"{DEFAULT}{name}"), theme.macros(name)
    for macro in outline.macros:
        original = originals.get(macro.name)
        if original and not _can_be_called_as(macro, original):
            message = f"this stands in the place of {original}, and cannot be called like it"
            yield macro.line, message, "take the same parameters, in this order; others may follow that can be left out"
    lacking = originals.keys() - own.keys() - outline.others
    if lacking and (missing := sorted(lacking & theme.asked_of(name))):
        called = ", ".join(str(originals[each]) for each in missing[:_MOST_NAMED])
        more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
        hint = f'begin with {{% extends "{DEFAULT}{name}" %}}, or add what is missing'
        yield 1, f"the theme calls macros of {name} that are not here: {called}{more}", hint


def _can_be_called_as(macro: MacroOutline, original: MacroOutline) -> bool:
    is_alike = macro.names[: len(original.names)] == original.names
    return macro.takes_more or (is_alike and set(macro.required) <= set(original.required))


def _at_version(problem: Problem, file: InputFile) -> Problem:
    """Say of which version a file is a copy, if it says so and that is another."""
    copied = _COPIED.match(file.text)
    if not copied or copied["version"] == __version__:
        return problem
    hint = f"{problem.hint}; this file was copied from version {copied['version']}, and now it is {__version__}"
    return Problem(problem.origin, problem.message, hint)


def _unused(templates: TemplateFiles, own: Mapping[str, InputFile]) -> Iterator[Problem]:
    """Yield a warning for each template that stands in the place of none, and that no other names."""
    theme = templates.named(templates.templates)
    made_with = templates_of_pages(templates)
    used = {file.path for name in theme for file in made_with.get(name, ())}
    for name, file in own.items():
        if name.startswith(DEFAULT):
            message = f"names that begin with {DEFAULT} are those of the theme, and this file is not read"
            yield Problem(Origin(file.path, 1, 1), message, "rename its folder", Severity.WARNING)
        elif name not in theme and file.path not in used:
            hint = _near(name, theme) or "`templates` lists the names of those that one can replace"
            yield Problem(Origin(file.path, 1, 1), "no page uses this template", hint, Severity.WARNING)
