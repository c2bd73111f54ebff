"""What a template may do: look at its view, and set a page of some size.

What it may not do is a problem at its line, as any other fault of a template is. Some of it is found when the
template is compiled, and costs nothing later; the rest is refused while it works.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from standfirst.rendering.compiled import DirectCode, Macro, output, output_of, shown
from standfirst.rendering.limits import SizeLimitError, page_limits
from standfirst.rendering.template_errors import HALF_CHARACTER
from standfirst.rendering.template_files import DEFAULT, EXTENDED

# Items of one list: many times what a page has that anybody reads.
_MOST_ITEMS = 100_000
# Bits of a number, about as many as Python itself writes out.
_MOST_BITS = 14_000
# Names that lead from a value to the insides of the program, and methods that follow such names within a text.
_INSIDE = re.compile(r"_.*|(gi|cr|ag|tb|f|func|im)_(code|frame|globals|builtins|await|func|self|closure)|mro")
_BY_PATHS = frozenset({"format", "format_map"})
# The filters that make a text of what they are given.
_OF_TEXTS = frozenset(
    {
        *("capitalize", "center", "e", "escape", "forceescape", "format", "indent", "lower", "replace", "safe"),
        *("string", "striptags", "title", "trim", "truncate", "upper", "urlize", "wordcount", "wordwrap"),
    }
)
# The functions that set values in the words of the interface.
_OF_WORDS = frozenset({"_", "gettext", "ngettext"})


class ConfinedEnvironment(jinja2.Environment):
    """Templates that see what they are given and nothing behind it, and whose pages have some size.

    `fragment` is given each fragment that a template declares, as a macro, and returns what is called in its place.
    `most_characters` is the size that a page may have.
    """

    code_generator_class = DirectCode
    # Compiled templates call these.
    macro, shown, output, output_of = Macro, staticmethod(shown), staticmethod(output), staticmethod(output_of)

    def __init__(self, fragment: Callable[[Callable[..., Markup]], Callable[..., Markup]], **options: Any) -> None:
        super().__init__(**options)
        self.fragment = fragment
        self._declared: dict[tuple[str, str], Macro] = {}
        self.most_characters = page_limits(facts=0).characters
        # With these, no two builds would give the same bytes.
        del self.globals["lipsum"], self.filters["random"], self.filters["pprint"]
        self.globals["range"] = _range
        self.filters |= {"attr": jinja2.pass_environment(_attribute), "join": _join}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what every template sees; Jinja walks a chain of mappings whenever one template imports another."""
        return {**self.globals, **(d or {})}

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        try:
            confined = _Confining(name or "").visit(source)
        except jinja2.TemplateSyntaxError as error:
            error.name, error.filename = name, filename
            raise
        return super()._generate(confined, name, filename, defer_init)

    def declared(self, template: str, name: str, macro: Macro) -> Macro:
        """Return what a template has under the name of a macro that it declares.

        Where the template of a theme is extended by what stands in its place, that is the macro of the same name there,
        whose declarations come first. So it is called by all others of the theme's own, too.
        """
        if template.startswith(EXTENDED):
            return self._declared.get((template.removeprefix(EXTENDED), name), macro)
        self._declared[template, name] = macro
        return macro

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item by its name or number, unless the name leads behind what a template is given."""
        if isinstance(argument, str):
            _check_name(argument)
        return super().getitem(obj, argument)

    def concat(self, pieces: Iterable[str]) -> str:
        """Join the pieces of a page, up to the size that it may have."""
        if isinstance(pieces, list):  # those of a macro, which are there already
            text = "".join(pieces)
            if len(text) > self.most_characters:
                raise self._too_large()
            return text
        kept, size = [], 0
        for piece in pieces:
            size += len(piece)
            if size > self.most_characters:
                error = self._too_large()
                # Raised where the template is at work, so that its line is known.
                pieces.throw(error) if isinstance(pieces, Iterator) and hasattr(pieces, "throw") else None
                raise error
            kept.append(piece)
        return "".join(kept)

    def _too_large(self) -> SizeLimitError:
        return SizeLimitError(f"a page has more than {self.most_characters} characters by now")

    @staticmethod
    def product(left: Any, right: Any) -> Any:
        """Multiply, unless that gives more than a page could show."""
        for one, other in ((left, right), (right, left)):
            if isinstance(one, str | list | tuple) and isinstance(other, int) and len(one) * other > _MOST_ITEMS * 10:
                raise SizeLimitError(f"a text or a list {other} times over is more than a page may take")
        if _bits(left) + _bits(right) > _MOST_BITS:
            raise SizeLimitError("a number has more digits than can be written")
        return left * right

    @staticmethod
    def power(base: Any, exponent: Any) -> Any:
        """Raise to a power, unless that gives more digits than can be written."""
        if isinstance(exponent, int) and _bits(base) * exponent > _MOST_BITS:
            raise SizeLimitError("a number has more digits than can be written")
        return base**exponent

    @staticmethod
    def remainder(left: Any, right: Any) -> Any:
        """Return what is left of a number, or set values in a text."""
        if isinstance(left, str):
            for each in right.values() if isinstance(right, dict) else right if isinstance(right, tuple) else [right]:
                shown(each)
        return left % right


class _Confining(NodeTransformer):
    """Refuses what may not stand in a template, and has the environment's methods do what might give too much.

    `name` is that of the template. Where it extends the one in whose place it stands, it is told apart from others that
    only use that one.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def visit_Extends(self, node: nodes.Extends) -> nodes.Node:
        if isinstance(node.template, nodes.Const) and node.template.value == f"{DEFAULT}{self._name}":
            node.template = nodes.Const(f"{EXTENDED}{self._name}", lineno=node.lineno)
        return self.generic_visit(node)

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:
        _check_name(node.attr, node.lineno)
        return self.generic_visit(node)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            _check_name(node.arg.value, node.lineno)
        return self.generic_visit(node)

    def visit_Const(self, node: nodes.Const) -> nodes.Node:
        if isinstance(node.value, str) and re.search("[\ud800-\udfff]", node.value):
            raise jinja2.TemplateSyntaxError(HALF_CHARACTER, node.lineno)
        return node

    def visit_Mul(self, node: nodes.Mul) -> nodes.Node:
        return self._by_environment("product", node)

    def visit_Pow(self, node: nodes.Pow) -> nodes.Node:
        return self._by_environment("power", node)

    def visit_Mod(self, node: nodes.Mod) -> nodes.Node:
        return self._by_environment("remainder", node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        node.nodes = [self._shown(each) for each in node.nodes]
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:
        self.generic_visit(node)
        if node.name in _OF_TEXTS:
            node.node = self._shown(node.node) if node.node else None
            node.args = [self._shown(each) for each in node.args]
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        if isinstance(node.node, nodes.Name) and node.node.name in _OF_WORDS:
            for each in node.kwargs:
                each.value = self._shown(each.value)
        return node

    @staticmethod
    def _shown(node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.Const):
            return node
        function = nodes.EnvironmentAttribute("shown", lineno=node.lineno)
        return nodes.Call(function, [node], [], None, None, lineno=node.lineno)

    def _by_environment(self, name: str, node: nodes.BinExpr) -> nodes.Node:
        self.generic_visit(node)
        function = nodes.EnvironmentAttribute(name, lineno=node.lineno)
        return nodes.Call(function, [node.left, node.right], [], None, None, lineno=node.lineno)


def _check_name(name: str, line: int = 0) -> None:
    """Refuse a name that leads behind what a template is given."""
    if _INSIDE.fullmatch(name) or name in _BY_PATHS:
        said = f"a template may not use '{name}'"
        raise jinja2.TemplateSyntaxError(said, line) if line else jinja2.TemplateRuntimeError(said)


def _attribute(environment: jinja2.Environment, value: object, name: str) -> Any:
    """The filter `attr`."""
    _check_name(name)
    return environment.getattr(value, name)


@jinja2.pass_eval_context
def _join(context: nodes.EvalContext, values: Iterable[Any], between: str = "", attribute: str | None = None) -> Any:
    """The filter `join`."""
    if attribute is not None:
        values = map(jinja2.filters.make_attrgetter(context.environment, attribute), values)
    return jinja2.filters.do_join(context, [shown(each) for each in values], between)


def _range(*bounds: int) -> range:
    numbers = range(*bounds)
    # Of more numbers than can be counted, `len` itself raises.
    if numbers[_MOST_ITEMS:]:
        raise SizeLimitError(f"a range has more than {_MOST_ITEMS} numbers")
    return numbers


def _bits(number: object) -> int:
    return number.bit_length() if isinstance(number, int) else 0
