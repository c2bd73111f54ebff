"""The Python that templates are compiled to, where Jinja's own does more than our templates need.

Jinja has every call find out whether the function wants the context, makes each text that a page shows a new `Markup`,
and sorts out the arguments of each macro by name. A page makes hundreds of such calls: without that, rendering takes
about half of the time. No function that our templates can call asks for the context.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from keyword import iskeyword
from typing import Any

import jinja2
from jinja2 import nodes, runtime
from jinja2.compiler import CodeGenerator, Frame, MacroRef, optimizeconst
from jinja2.utils import missing
from markupsafe import Markup, escape

# What a page can show as it is. Python also writes anything else in some way, with its place in memory say.
_SHOWN = (str, int, float, type(None), jinja2.Undefined)
_has_special = re.compile("[&<>'\"]").search


class DirectCode(CodeGenerator):
    """Writes calls as calls, and output as the environment's `output` of it, or its `output_of` a call."""

    _is_output = False

    @optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call; one that Jinja writes in some way of its own is left to it."""
        if forward_caller or not _is_plain(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        is_output, self._is_output = self._is_output, False
        self.visit(node.node, frame)
        self.write(", " if is_output else "(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("" if is_output else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 — as Jinja calls it
        """Write the definition of a macro as Jinja does, of our class."""
        node = macro_ref.node
        name, names = getattr(node, "name", None), tuple(argument.name for argument in node.args)
        uses = (macro_ref.accesses_kwargs, macro_ref.accesses_varargs, macro_ref.accesses_caller)
        self.write(f"environment.declared({self.name or ''!r}, {name!r}, " if name else "(")
        self.write(
            f"environment.macro(environment, macro, {name!r}, {names!r}, "
            f"{', '.join(map(repr, uses))}, context.eval_ctx.autoescape))"
        )

    def _make_finalize(self) -> CodeGenerator._FinalizeInfo:
        # Constants are written by the same function as all else, so that what cannot be shown is found at its line.
        return self._FinalizeInfo(None, None)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _is_escaped(frame):
            self._is_output = isinstance(node, nodes.Call) and _is_plain(node)
            self.write("environment.output_of(" if self._is_output else "environment.output(")
        else:
            super()._output_child_pre(node, frame, finalize)
            self.write("environment.shown(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if not _is_escaped(frame):
            super()._output_child_post(node, frame, finalize)
        self.write(")")


def _is_plain(call: nodes.Call) -> bool:
    return not (call.dyn_args or call.dyn_kwargs or any(iskeyword(each.key) for each in call.kwargs))


def _is_escaped(frame: Frame) -> bool:
    return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile


class Macro(runtime.Macro):
    """A macro that is called straight away, unless it asks for more than the arguments that it names."""

    def __init__(self, *definition: Any) -> None:
        super().__init__(*definition)
        takes_only_named = not (self.catch_kwargs or self.catch_varargs or self.caller)
        self._is_simple = takes_only_named and self._default_autoescape
        # What stands for the arguments that are not given: each of them, from the first on that is not.
        self._not_given = [(missing,) * (self._argument_count - given) for given in range(self._argument_count + 1)]

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """Return what the macro sets, safe for HTML where it was defined so."""
        given = len(args)
        if not self._is_simple or given > self._argument_count:
            return super().__call__(*args, **kwargs)
        others = self._not_given[given]
        if kwargs:
            lacking = self.arguments[given:]
            if not kwargs.keys() <= set(lacking):
                return super().__call__(*args, **kwargs)
            others = tuple(kwargs.get(name, missing) for name in lacking)
        # Markup itself would ask whether the text is safe already.
        return str.__new__(Markup, self._func(*args, *others))

    def output(self, args: Sequence[Any]) -> str:
        """Return what the macro sets of unnamed arguments as it stands in HTML, which most calls are for."""
        if self._is_simple and len(args) <= self._argument_count:
            text: str = self._func(*args, *self._not_given[len(args)])
            return text
        return output(self(*args))


def shown(value: object) -> Any:
    """Return a value that a page can show, and refuse any other: two builds might write that in two ways."""
    if isinstance(value, _SHOWN):
        return value
    raise jinja2.TemplateRuntimeError(f"a page can show texts and numbers, and no {type(value).__name__}")


def output(value: Any) -> str:
    """Return a value as it stands in HTML; raise as `shown` does."""
    kind = type(value)
    # Most is safe already, or has nothing that is escaped.
    is_safe = kind is Markup or (kind is str and not _has_special(value))
    return value if is_safe else escape(shown(value))


def output_of(function: Callable[..., Any], *args: Any, **kwargs: Any) -> str:
    """Return what a call gives as it stands in HTML; raise as `shown` does."""
    if type(function) is Macro and not kwargs:
        return function.output(args)
    return output(function(*args, **kwargs))
