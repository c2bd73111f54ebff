"""Files that are joined or copied, not rendered: stylesheets, scripts and the icon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import get_args

from standfirst.model import Origin
from standfirst.model.addresses import Address, fault_in_route
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import Artifact
from standfirst.outputs.fingerprints import fingerprinted
from standfirst.outputs.look import NO_LOOK, LookFiles
from standfirst.outputs.stylesheet_faults import stylesheet_faults
from standfirst.present.page_view import IconView, LinkedAssets, PageKind
from standfirst.problems.errors import Problem, Severity
from standfirst.problems.remedies import suggest
from standfirst.reading.files import InputFile, TemplateFiles, layered

# Where a script lies that is only for the pages of the kind that it is named for.
_SCRIPTS_OF_PAGES = "assets/js/pages/"


@frozen
class PageScript:
    """A script that only pages of one kind load, after that of the site."""

    kind: str
    artifact: Artifact


@frozen
class Assets:
    """What pages load: each one stylesheet, and the scripts and the icon where the templates have them.

    `problems` say which of them have names that cannot be published.
    """

    stylesheet: Artifact
    script: Artifact | None = None
    icon: Artifact | None = None
    page_scripts: tuple[PageScript, ...] = ()
    look: LookFiles = NO_LOOK
    problems: tuple[Problem, ...] = ()

    @property
    def linked(self) -> LinkedAssets:
        """Where they lie, for the pages that load them."""
        return LinkedAssets(
            stylesheet=Address(self.stylesheet.route),
            script=Address(self.script.route) if self.script else None,
            icon=IconView(Address(self.icon.route), "image/svg+xml") if self.icon else self.look.icon,
            logo=self.look.logo,
            page_scripts={each.kind: Address(each.artifact.route) for each in self.page_scripts},
        )

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        every = (
            self.stylesheet,
            self.script,
            self.icon,
            *(each.artifact for each in self.page_scripts),
            *self.look.fonts,
        )
        return tuple(each for each in every if each)


def assets_of(templates: TemplateFiles, further_styles: str = "", look: LookFiles = NO_LOOK, words: str = "") -> Assets:
    """Return what the pages of these templates load; `further_styles` are rules that only the site knows.

    `words` are those that scripts show.

    Stylesheets are joined in order of name, as scripts are: `_layers.css` sorts first, which is how it comes to order
    the cascade layers that the others fill. `js/pages/KIND.js` is not joined to the rest. What lies over the theme and
    has a name of its own comes last, behind the rules of the site and of its look, so that it can change all of them.
    """
    sheets, scripts = layered(templates, lambda each: each.stylesheets), layered(templates, lambda each: each.scripts)
    every = {**scripts.theme, **scripts.added}
    everywhere = [file for name, file in every.items() if not name.startswith(_SCRIPTS_OF_PAGES)]
    of_pages = [file for name, file in every.items() if name.startswith(_SCRIPTS_OF_PAGES)]
    of_theme = _joined(_texts(sheets.theme.values())) + further_styles + look.rules
    styles = _joined((of_theme, *_texts(sheets.added.values())))
    icon = (templates.over and templates.over.icon) or templates.icon
    return Assets(
        stylesheet=fingerprinted("site", "css", styles.encode()),
        script=fingerprinted("site", "js", (words + _joined(_texts(everywhere))).encode()) if everywhere else None,
        icon=fingerprinted("icon", "svg", icon.text.encode()) if icon and not look.icon else None,
        look=look,
        page_scripts=tuple(map(_page_script, of_pages)),
        problems=(*_misnamed(of_pages), *stylesheet_faults(_own_stylesheets(templates)), *look.problems),
    )


def _own_stylesheets(templates: TemplateFiles) -> tuple[InputFile, ...]:
    return templates.over.stylesheets if templates.over else ()


def _page_script(file: InputFile) -> PageScript:
    kind = PurePosixPath(file.path).stem
    return PageScript(kind, fingerprinted(kind, "js", file.text.encode()))


def _misnamed(scripts: Iterable[InputFile]) -> Iterator[Problem]:
    for file in scripts:
        kind, place = PurePosixPath(file.path).stem, Origin(file.path, 1, 1)
        if fault := fault_in_route(kind):
            yield Problem(place, f"this script cannot be published: {fault}", "rename it")
        elif kind not in get_args(PageKind):
            hint = suggest(kind, get_args(PageKind)).hint or f"the kinds are {', '.join(get_args(PageKind))}"
            yield Problem(place, f"no page is of the kind '{kind}', so none loads this script", hint, Severity.WARNING)


def _texts(files: Iterable[InputFile]) -> Iterator[str]:
    return (file.text for file in files)


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(texts)
