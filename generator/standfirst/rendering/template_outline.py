"""What a template has for others and asks of them, as it is written: blocks, macros with parameters, and calls."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import jinja2
from jinja2 import nodes

from standfirst.model.frozen_class import frozen
from standfirst.reading.files import InputFile
from standfirst.rendering.template_files import EXTENSIONS


@frozen
class MacroOutline:
    """A macro, or a fragment: its parameters in order, with what each is where it is left out, if it may be.

    One that `takes_more` asks for further arguments by itself.
    """

    name: str
    parameters: tuple[tuple[str, str | None], ...]
    line: int
    takes_more: bool = False

    def __str__(self) -> str:
        shown = (name if default is None else f"{name}={default}" for name, default in self.parameters)
        return f"{self.name}({', '.join(shown)})"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its parameters."""
        return tuple(name for name, _ in self.parameters)

    @property
    def required(self) -> tuple[str, ...]:
        """The names of those that must be given."""
        return tuple(name for name, default in self.parameters if default is None)


@frozen
class BlockOutline:
    """A block, and the one that it stands in, if any."""

    name: str
    within: str
    line: int


@frozen
class Use:
    """A place at which a template names another, and a macro of that where `macro` is not empty."""

    template: str
    line: int
    macro: str = ""


@frozen
class MacroCall:
    """A call of a macro of another template: how many arguments have no name, and the names of the others.

    One that `gives_more` gives further ones that are worked out.
    """

    use: Use
    unnamed: int
    named: tuple[str, ...]
    gives_more: bool


@frozen
class TemplateOutline:
    """What one template says of itself, unless it cannot be read. `others` are names that it sets beside its macros."""

    can_be_read: bool = True
    extends: Use | None = None
    blocks: tuple[BlockOutline, ...] = ()
    macros: tuple[MacroOutline, ...] = ()
    others: frozenset[str] = frozenset()
    uses: tuple[Use, ...] = ()
    calls: tuple[MacroCall, ...] = ()


@functools.lru_cache(maxsize=2**8)
def outline_of(file: InputFile) -> TemplateOutline:
    """Return the outline of a template; of one that cannot be read, its page tells why."""
    try:
        return _outline(jinja2.Environment(extensions=EXTENSIONS).parse(file.text))
    except Exception:  # as deep or as long as somebody has written it
        return TemplateOutline(can_be_read=False)


def _outline(parsed: nodes.Template) -> TemplateOutline:
    found = _by_class(parsed)
    modules, macros = _imported(found)
    extends = [use for each in found[nodes.Extends] if (use := _use(each))]
    included = [use for each in found[nodes.Include] if not each.ignore_missing and (use := _use(each))]
    imported = [use for each in (*found[nodes.Import], *found[nodes.FromImport]) if (use := _use(each))]
    read = [
        Use(modules[each.node.name], each.lineno, each.attr)
        for each in found[nodes.Getattr]
        if isinstance(each.node, nodes.Name) and each.node.name in modules
    ]
    return TemplateOutline(
        extends=extends[0] if extends else None,
        blocks=tuple(_blocks(parsed)) if found[nodes.Block] else (),
        macros=tuple(map(_macro, found[nodes.Macro])),
        others=frozenset(each.target.name for each in found[nodes.Assign] if isinstance(each.target, nodes.Name)),
        uses=tuple(dict.fromkeys((*extends, *included, *imported, *macros.values(), *read))),
        calls=tuple(_calls(found[nodes.Call], modules, macros)),
    )


def _by_class(parsed: nodes.Template) -> dict[type, list[Any]]:
    """All that a template consists of, by its sort; to look through it takes as long as to parse it."""
    found: dict[type, list[Any]] = defaultdict(list)
    for each in parsed.find_all(nodes.Node):
        found[type(each)].append(each)
    return found


def _use(node: nodes.Stmt) -> Use | None:
    """What a tag names, unless that is worked out."""
    named = getattr(node, "template", None)
    is_said = isinstance(named, nodes.Const) and isinstance(named.value, str)
    return Use(named.value, node.lineno) if isinstance(named, nodes.Const) and is_said else None


def _imported(found: dict[type, list[Any]]) -> tuple[dict[str, str], dict[str, Use]]:
    """The templates that stand under a name, and the macros that do."""
    modules = {each.target: use.template for each in found[nodes.Import] if (use := _use(each))}
    macros: dict[str, Use] = {}
    for each in found[nodes.FromImport]:
        if use := _use(each):
            for name in each.names:
                own, alias = name if isinstance(name, tuple) else (name, name)
                macros[alias] = Use(use.template, each.lineno, own)
    return modules, macros


def _calls(calls: Iterable[nodes.Call], modules: dict[str, str], macros: dict[str, Use]) -> Iterator[MacroCall]:
    for call in calls:
        match call.node:
            case nodes.Getattr(node=nodes.Name(name=module), attr=macro) if module in modules:
                use = Use(modules[module], call.lineno, macro)
            case nodes.Name(name=alias) if alias in macros:
                use = Use(macros[alias].template, call.lineno, macros[alias].macro)
            case _:
                continue
        gives_more = bool(call.dyn_args or call.dyn_kwargs)
        yield MacroCall(use, len(call.args), tuple(each.key for each in call.kwargs), gives_more)


def _blocks(node: nodes.Node, within: str = "") -> Iterator[BlockOutline]:
    for each in node.iter_child_nodes():
        if isinstance(each, nodes.Block):
            yield BlockOutline(each.name, within, each.lineno)
        yield from _blocks(each, each.name if isinstance(each, nodes.Block) else within)


def _macro(node: nodes.Macro) -> MacroOutline:
    required = len(node.args) - len(node.defaults)
    defaults = [None] * required + [*map(_as_written, node.defaults)]
    names = [argument.name for argument in node.args]
    used = {each.name for each in node.find_all(nodes.Name)}
    takes_more = not used.isdisjoint({"kwargs", "varargs"})
    return MacroOutline(node.name, tuple(zip(names, defaults, strict=True)), node.lineno, takes_more)


def _as_written(node: nodes.Expr) -> str:
    """A value that a template writes down, as it writes it; what is worked out is left out."""
    if not isinstance(node, nodes.Const):
        return "…"
    return f'"{node.value}"' if isinstance(node.value, str) else str(node.value).lower()
