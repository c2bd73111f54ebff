"""Fragments: what pages show of a fact, set once and joined into every page that shows it.

A template declares a fragment as it would a macro, and calls it like one:

    {% fragment event(fact, beside=false) %} … {% endfragment %}

A fragment is kept in pieces. Between them stands the evidence that its marks open, which each page numbers in its own
way; links in it are set when the page is whole (`links.py`). Like a macro of a template that others import, it sees
what it is given and no page, so all else in it is the same wherever it stands. What counts the things on its page, or
is given what could change, is set anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup

from standfirst.model.frozen_class import frozen
from standfirst.rendering.placeholders import placeholder, split_at_placeholders

# So many fragments are kept, some tens of megabytes; then all are forgotten, and the next are kept.
_MOST = 2**16
_PLAIN = (str, int, type(None))

P = TypeVar("P")


class FragmentTag(Extension):
    """The tag by which a template declares a fragment: a macro that the environment's `fragment` is given."""

    tags = {"fragment"}  # noqa: RUF012 — as Jinja declares it

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """Read a declaration up to its end."""
        line = next(parser.stream).lineno
        macro = nodes.Macro(lineno=line)
        macro.name = parser.parse_assign_target(name_only=True).name
        parser.parse_signature(macro)
        macro.body = parser.parse_statements(("name:endfragment",), drop_needle=True)
        name = nodes.Name(macro.name, "load", lineno=line)
        kept = nodes.Call(nodes.EnvironmentAttribute("fragment", lineno=line), [name], [], None, None, lineno=line)
        return [macro, nodes.Assign(nodes.Name(macro.name, "store", lineno=line), kept, lineno=line)]


@dataclass(slots=True)
class _Making(Generic[P]):
    """A fragment that is being set: what each page sets in it, by number, and whether it is for this page alone."""

    parts: list[P] = field(default_factory=list)
    for_this_page: bool = False


@frozen
class _Kept(Generic[P]):
    """A fragment whole, or in pieces, and what it was given, so that nothing else is taken for that."""

    whole: Markup | None
    pieces: tuple[str | P, ...]
    given: tuple[object, ...]


class Fragments(Generic[P]):
    """The fragments of one set of templates; `set_part` sets for the page at hand what each page sets by itself."""

    def __init__(self, set_part: Callable[[P], str]) -> None:
        self._set_part = set_part
        self._kept: dict[tuple[object, ...], _Kept[P]] = {}
        self._making: list[_Making[P]] = []

    def begin_page(self) -> None:
        """Forget what was being set when the page before failed."""
        self._making.clear()

    @property
    def is_making(self) -> bool:
        """Whether a fragment is being set, for this page and others."""
        return bool(self._making)

    def set_or_hold(self, part: P) -> str:
        """Set a part of the page, or hold its place in the fragment that is being made."""
        if not self._making:
            return self._set_part(part)
        parts = self._making[-1].parts
        parts.append(part)
        return Markup(placeholder(len(parts) - 1))

    def add_count(self) -> None:
        """Take note that something is set that depends on the page."""
        for making in self._making:
            making.for_this_page = True

    def fragment(self, macro: Callable[..., Markup]) -> Callable[..., Markup]:
        """Return what is called in the place of a macro that was declared as a fragment."""

        def called(*args: Any, **named: Any) -> Markup:
            given = (*args, *named.values())
            key = (macro, *named, *map(_identity, given))
            kept = self._kept.get(key)
            if kept is None:
                making, kept = self._make(given, lambda: macro(*args, **named))
                if not making.for_this_page and all(map(_is_fixed, given)):
                    self._keep(key, kept)
            return self._joined(kept.pieces) if kept.whole is None else kept.whole

        return called

    def _make(self, given: tuple[object, ...], make: Callable[[], Markup]) -> tuple[_Making[P], _Kept[P]]:
        making: _Making[P] = _Making()
        self._making.append(making)
        text = make()
        self._making.pop()
        kept = _Kept(None, split_at_placeholders(text, making.parts), given) if making.parts else _Kept(text, (), given)
        return making, kept

    def _keep(self, key: tuple[object, ...], fragment: _Kept[P]) -> None:
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[key] = fragment

    def _joined(self, pieces: tuple[str | P, ...]) -> Markup:
        """A fragment as it stands on the page, or in the fragment that is being made around it."""
        return Markup("".join(piece if isinstance(piece, str) else self.set_or_hold(piece) for piece in pieces))


def _identity(value: object) -> object:
    """What a value is known by: plain ones by being equal and of one type, views by which object they are."""
    return (type(value), value) if isinstance(value, _PLAIN) else id(value)


def _is_fixed(value: object) -> bool:
    """Whether a value stays as it is: plain ones, and views, which are frozen."""
    parameters = getattr(value, "__dataclass_params__", None)
    return isinstance(value, _PLAIN) or (parameters is not None and parameters.frozen)
