"""One page to HTML: its template is given its view, and the functions that set texts, addresses and notes."""

from __future__ import annotations

import functools
import sys
import traceback
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import jinja2
from markupsafe import Markup

from standfirst.language.locale import translations
from standfirst.model import Origin
from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import Artifact
from standfirst.present.evidence_mark import evidence_of
from standfirst.present.evidence_views import CitationView, Evidence
from standfirst.present.page_view import PageView
from standfirst.present.planner import Page
from standfirst.present.view_parts import ShownImage
from standfirst.present.views import Embed, ProseView
from standfirst.problems.errors import Problem, SiteError, problem
from standfirst.reading.files import TemplateFiles
from standfirst.rendering.fragments import Fragments
from standfirst.rendering.limits import TimeLimitError
from standfirst.rendering.links import link_from_page, link_from_root, set_links
from standfirst.rendering.lint import PageScan, scan_page
from standfirst.rendering.prose.html import HtmlWriter, PageCallbacks
from standfirst.rendering.sandbox import ConfinedEnvironment
from standfirst.rendering.template_errors import Missing, compiled_line, error_message
from standfirst.rendering.template_files import (
    DEFAULT,
    EMBED,
    EXTENDED,
    EXTENSIONS,
    IMAGE,
    MARK,
    NOTE,
    templates_by_name,
)

# So many words of the interface are kept for pages that are rendered later.
_MOST_SAID = 2**10


@frozen
class RenderedPage:
    """A page as it will be published, and what the pages that link to it need to know of it."""

    artifact: Artifact
    scan: PageScan

    def with_artifact(self, artifact: Artifact) -> RenderedPage:
        """Return the same page, its bytes held by another artifact."""
        return RenderedPage(artifact, replace(self.scan, page=artifact))

    def with_shared_links(self) -> RenderedPage:
        """Return the same page, its links and ids one in memory with those of other pages.

        Most pages link to the same places: as texts of their own, links would be most of what a large site holds.
        """
        ids, hrefs = frozenset(map(sys.intern, self.scan.ids)), tuple(map(sys.intern, self.scan.hrefs))
        return replace(self, scan=replace(self.scan, ids=ids, hrefs=hrefs))


class PageTimeLimitError(Exception):
    """A page that took too long; it carries the problem."""


@functools.lru_cache(maxsize=1)
def _writer(language: str) -> HtmlWriter:
    """A writer for all renderers, since texts stay the same while templates are edited."""
    return HtmlWriter(translations(language).gettext)


class Renderer:
    """Renders pages with one set of templates. Not for several threads at once, nor for pickling.

    Links to addresses that have `moved` lead where that now stands which is found there.
    """

    def __init__(self, templates: TemplateFiles, language: str, moved: Mapping[Address, Address]) -> None:
        self._moved = moved
        self._folder = templates.folder
        self._sources = templates_by_name(templates)
        self._paths = {file.path for file in self._sources.values()}
        self._language = language
        self._writer = _writer(language)
        self._scopes: Counter[str] = Counter()
        self._notes: dict[str, int] = {}
        self._fragments: Fragments[Evidence] = Fragments(self._set_note_number)
        self._callbacks = PageCallbacks(self._href, self._set_embed, self._set_image, self._set_mark)
        self._environment = self._make_environment()
        # The page that is being rendered, and the path of the template that was read for it last.
        self._view: PageView
        self._loaded = templates.folder

    def render(self, page: Page, most_characters: int) -> RenderedPage:
        """Render one page of so many characters at most.

        Raises a `SiteError` that names the line of the template or of the text at fault.
        """
        self._environment.most_characters = most_characters
        self._scopes.clear()
        self._notes.clear()
        self._fragments.begin_page()
        self._view = page.view
        self._loaded = self._sources[page.template].path if page.template in self._sources else self._folder
        # Whatever a template does, and whatever comes of it, happens within this `try`.
        try:
            text = self._environment.get_template(page.template).render(view=page.view)
            text = set_links(text, page.route, page.view.site.base_path)
            artifact = Artifact(page.route, text.encode())
            return RenderedPage(artifact, scan_page(artifact))
        except SiteError:
            raise
        except jinja2.TemplateSyntaxError as error:
            raise problem(Origin(error.filename or self._folder, error.lineno, 1), error.message or "") from None
        except jinja2.TemplateNotFound as error:
            raise problem(
                self._origin(error), f"there is no template '{_as_written(str(error.name))}'", "add it"
            ) from None
        except Exception as error:
            found = Problem(self._origin(error), error_message(error), f"this happened in the page {page.route}")
            raise (PageTimeLimitError(found) if isinstance(error, TimeLimitError) else SiteError([found])) from error

    def _make_environment(self) -> ConfinedEnvironment:
        environment = ConfinedEnvironment(
            self._fragments.fragment,
            loader=jinja2.FunctionLoader(self._load),
            autoescape=True,
            undefined=Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            # No template is forgotten: to know which was used least takes longer than to look one up.
            cache_size=-1,
            extensions=EXTENSIONS,
        )
        environment.newstyle_gettext = True  # type: ignore[attr-defined]
        environment.filters |= {
            "href": self._href,
            "permalink": self._permalink,
            "html": self._html,
            "html_each": self._html_each,
        }
        # By their types as well, since of two equal texts only one may have to be escaped.
        say = functools.lru_cache(maxsize=_MOST_SAID, typed=True)(self._say)
        environment.globals |= {
            "_": say,
            "gettext": say,
            "ngettext": self._say_number,
            "note_number": self._fragments.set_or_hold,
            "notes": self._notes_so_far,
            "nth": self._nth,
        }
        return environment

    def _say(self, message: str, **variables: object) -> Markup:
        """A word of the interface."""
        return Markup(translations(self._language).gettext(message)) % variables

    def _say_number(self, one: str, many: str, number: int, **variables: object) -> Markup:
        """Words of the interface about so many of something."""
        return Markup(translations(self._language).ngettext(one, many, number)) % {"num": number, **variables}

    def _load(self, name: str) -> tuple[str, str, None] | None:
        file = self._sources.get(name.replace(EXTENDED, DEFAULT, 1) if name.startswith(EXTENDED) else name)
        if file is None:
            return None
        self._loaded = file.path
        return file.text, file.path, None

    def _origin(self, error: Exception) -> Origin:
        """Where in the templates an error came up: the last line that was at work, or that was being compiled."""
        at_work = traceback.walk_tb(error.__traceback__)
        lines = [(frame.f_code.co_filename, line) for frame, line in at_work]
        known = [Origin(file, line or 1, 1) for file, line in lines if file in self._paths]
        return known[-1] if known else Origin(self._loaded, compiled_line(error), 1)

    def _href(self, address: Address) -> str:
        """A link to where something stands."""
        return self._permalink(self._moved.get(address, address) if self._moved else address)

    def _permalink(self, address: Address) -> str:
        """A link to the address that something keeps, wherever it stands."""
        if self._fragments.is_making:
            return link_from_root(address)
        return link_from_page(address, self._view.route, self._view.site.base_path)

    def _html(self, prose: ProseView) -> Markup:
        return Markup(self._writer.to_html(self._scoped(prose), self._callbacks))

    def _html_each(self, texts: Sequence[ProseView]) -> list[Markup]:
        scoped = [self._scoped(text) for text in texts]
        return [Markup(text) for text in self._writer.to_html_each(scoped, self._callbacks)]

    def _scoped(self, prose: ProseView) -> ProseView:
        """A page may show a text twice, but the ids of its footnotes only once."""
        if "[^" not in prose.markdown:  # Only footnotes have ids.
            return prose
        times = self._nth(prose.scope)
        return prose if times == 1 else replace(prose, scope=f"{prose.scope}_{times}")

    def _nth(self, scope: str) -> int:
        """Count how often this page has shown something, this time included."""
        self._fragments.add_count()
        self._scopes[scope] += 1
        return self._scopes[scope]

    def _set_note_number(self, evidence: Evidence) -> str:
        """The number of a note on its page, from one: what says the same is one note."""
        note = self._environment.get_template(NOTE).render(cited=evidence)
        return str(self._notes.setdefault(Markup(note), len(self._notes) + 1))

    def _notes_so_far(self) -> tuple[str, ...]:
        self._fragments.add_count()
        return tuple(self._notes)

    def _set_embed(self, embed: Embed, anchored: bool) -> str:
        return self._environment.get_template(EMBED).render(embed=embed, anchored=anchored)

    def _set_image(self, image: ShownImage, alternative: str, title: str) -> str:
        return self._environment.get_template(IMAGE).render(image=image, alternative=alternative, title=title)

    def _set_mark(self, citations: Sequence[CitationView], side_note: bool) -> str:
        cited = evidence_of(citations, self._language)
        return self._environment.get_template(MARK).render(cited=cited, side_note=side_note)


def _as_written(name: str) -> str:
    """The name of a template as other templates write it."""
    return f"{DEFAULT}{name.removeprefix(EXTENDED)}" if name.startswith(EXTENDED) else name
