"""The templates of a theme, by their names for one another, and which of them a page is made from."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence, Set
from types import MappingProxyType

import jinja2
from jinja2 import meta
from jinja2.ext import Extension

from standfirst.cache import cached_by_value
from standfirst.reading.files import InputFile, TemplateFiles
from standfirst.rendering.fragments import FragmentTag

# What is set within texts, on whatever page they stand.
EMBED, IMAGE, MARK, NOTE = (f"partials/{name}.html" for name in ("embed", "image", "mark", "note"))
# How the name of a template begins that is meant as the theme has it, whatever stands in its place.
DEFAULT = "default/"
# The same of one that is extended by what stands in its place; only the program says it so.
EXTENDED = "extended/"
# What templates may say besides what Jinja knows: words to translate, and fragments.
EXTENSIONS: Sequence[str | type[Extension]] = ("jinja2.ext.i18n", FragmentTag)

# A tag by which a template names another, and how most do: outright. To parse all templates for it would take as long
# as to parse those again that are compiled.
_NAMING = r"\{%[-+]?\s*(?:extends|include|import|from)\b"
_OUTRIGHT = (
    _NAMING + r"""\s*(?:"([^"\\]*)"|'([^'\\]*)')(?:\s+(?:as|import|ignore|with|without)\b[\w\s,]*)?\s*[-+]?%\}"""
)


@cached_by_value
def templates_of_pages(templates: TemplateFiles) -> Mapping[str, tuple[InputFile, ...]]:
    """Return for each template, by its name, all that a page rendered with it is made from: itself and others."""
    sources = templates_by_name(templates)
    every = frozenset(sources)
    needs = {name: _named_in(file, every) for name, file in sources.items()}
    return MappingProxyType(
        {
            name: tuple(sources[each] for each in sorted(_reached({name, EMBED, IMAGE, MARK, NOTE}, needs)))
            for name in sources
        }
    )


# A template is read for this once, however many sites a process builds with it: a preview does, and the tests do.
@functools.lru_cache(maxsize=2**8)
def _named_in(file: InputFile, every: frozenset[str]) -> Set[str]:
    """The templates that a template extends, includes or imports; all of them, where what it says is worked out.

    One that is named in a comment is among them.
    """
    outright = re.findall(_OUTRIGHT, file.text)
    if len(outright) == len(re.findall(_NAMING, file.text)):
        return every & {one or other for one, other in outright}
    try:
        named = set(meta.find_referenced_templates(jinja2.Environment(extensions=EXTENSIONS).parse(file.text)))
    except Exception:  # what is wrong with it is told of the first page that it is to render
        return frozenset()
    return every if None in named else every & named


def _reached(names: Set[str], needs: Mapping[str, Set[str]]) -> Set[str]:
    found = names & needs.keys()
    while more := {each for name in found for each in needs[name]} - found:
        found |= more
    return found


def templates_by_name(templates: TemplateFiles) -> dict[str, InputFile]:
    """Return the templates by the names that they have for one another.

    Where something lies over them, each of the originals has a second name, by which what stands in its place extends
    it: `default/pages/actor.html`.
    """
    theme = templates.named(templates.templates)
    if templates.over is None:
        return theme
    originals = {f"{DEFAULT}{name}": file for name, file in theme.items()}
    return {**theme, **templates.over.named(templates.over.templates), **originals}
