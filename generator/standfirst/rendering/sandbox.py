"""What a template may do: look at its view, set a page of some size, and come to an end.

What it may not do is told like any other fault of a template, where it stands. Some of it is seen when the template is
compiled, and costs nothing later; the rest is bounded while it works: the size of a page, memory, and time. Time is
that of the processor, so that a busy machine fails no page; it only ends what is far beyond any page.
"""

from __future__ import annotations

import ctypes
import re
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.parser import Parser
from jinja2.visitor import NodeTransformer

# Characters of one page, items of one list: many times what a page has that anybody reads.
_MOST = 20_000_000
_MOST_ITEMS = 100_000
_HALF = "half of a character cannot stand in a page"
# Bits of a number, about as many as Python itself writes out.
_MOST_BITS = 14_000
# Seconds of the processor for one page, and how often they are looked at.
_LONGEST, _LOOK = 10.0, 0.2
# Bytes beyond what is in use when pages are begun.
_ROOM = 500_000_000
# What leads from a value to the insides of the program, and what sets texts by such paths.
_INSIDE = re.compile(r"_.*|(gi|cr|ag|tb|f|func|im)_(code|frame|globals|builtins|await|func|self|closure)|mro")
_BY_PATHS = frozenset({"format", "format_map"})
# What a page can show as it is. Python also writes anything else in some way, with its place in memory say.
_SHOWN = (str, int, float, type(None), jinja2.Undefined)
# The filters that make a text of what they are given.
_OF_TEXTS = frozenset(
    {
        *("capitalize", "center", "e", "escape", "forceescape", "format", "indent", "lower", "replace", "safe"),
        *("string", "striptags", "title", "trim", "truncate", "upper", "urlize", "wordcount", "wordwrap"),
    }
)
# The functions that set values in the words of the interface.
_OF_WORDS = frozenset({"_", "gettext", "ngettext"})


class LavishError(Exception):
    """A template asks for more than a page may take."""


class EndlessError(Exception):
    """A template works for longer than any page may take."""


class ConfinedEnvironment(jinja2.Environment):
    """Templates that see what they are given and nothing behind it, and whose pages have some size."""

    def __init__(self, **options: Any) -> None:
        super().__init__(finalize=_shown, **options)
        # Of these no two builds would give the same bytes.
        del self.globals["lipsum"], self.filters["random"], self.filters["pprint"]
        self.globals["range"] = _range
        self.filters |= {"attr": jinja2.pass_environment(_attribute), "join": _join}

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        try:
            confined = _Confining().visit(source)
        except jinja2.TemplateSyntaxError as error:
            error.name, error.filename = name, filename
            raise
        return super()._generate(confined, name, filename, defer_init)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item, as templates ask for it by a name that they have worked out."""
        if isinstance(argument, str):
            _check_name(argument)
        return super().getitem(obj, argument)

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """Join the pieces of a page, up to the size that it may have."""
        kept, size = [], 0
        for piece in pieces:
            size += len(piece)
            if size > _MOST:
                error = LavishError(f"a page has more than {_MOST} characters by now")
                # Raised where the template is at work, so that its line is known.
                pieces.throw(error) if isinstance(pieces, Iterator) and hasattr(pieces, "throw") else None
                raise error
            kept.append(piece)
        return "".join(kept)

    @staticmethod
    def product(left: Any, right: Any) -> Any:
        """Multiply, unless that gives more than a page could show."""
        for one, other in ((left, right), (right, left)):
            if isinstance(one, str | list | tuple) and isinstance(other, int) and len(one) * other > _MOST_ITEMS * 10:
                raise LavishError(f"a text or a list {other} times over is more than a page may take")
        if _bits(left) + _bits(right) > _MOST_BITS:
            raise LavishError("a number has more digits than can be written")
        return left * right

    @staticmethod
    def power(base: Any, exponent: Any) -> Any:
        """Raise to a power, unless that gives more digits than can be written."""
        if isinstance(exponent, int) and _bits(base) * exponent > _MOST_BITS:
            raise LavishError("a number has more digits than can be written")
        return base**exponent

    @staticmethod
    def remainder(left: Any, right: Any) -> Any:
        """Return what is left of a number, or set values in a text."""
        if isinstance(left, str):
            for each in right.values() if isinstance(right, dict) else right if isinstance(right, tuple) else [right]:
                _shown(None, each)
        return left % right


class _Confining(NodeTransformer):
    """Refuses what may not stand in a template, and has the environment do what may give too much."""

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:
        _check_name(node.attr, node.lineno)
        return self.generic_visit(node)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            _check_name(node.arg.value, node.lineno)
        return self.generic_visit(node)

    def visit_Const(self, node: nodes.Const) -> nodes.Node:
        if isinstance(node.value, str) and re.search("[\ud800-\udfff]", node.value):
            raise jinja2.TemplateSyntaxError(_HALF, node.lineno)
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
        function = nodes.EnvironmentAttribute("finalize", lineno=node.lineno)
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


@jinja2.pass_context
def _shown(_: object, value: object) -> object:
    """Return a value that a page can show, and refuse any other: two builds might write that in two ways.

    Of a constant, only what asks for a context has Jinja wait until the template is at work.
    """
    if isinstance(value, _SHOWN):
        return value
    raise jinja2.TemplateRuntimeError(f"a page can show texts and numbers, and no {type(value).__name__}")


@jinja2.pass_eval_context
def _join(context: nodes.EvalContext, values: Iterable[Any], between: str = "", attribute: str | None = None) -> Any:
    """The filter `join`."""
    if attribute is not None:
        values = map(jinja2.filters.make_attrgetter(context.environment, attribute), values)
    return jinja2.filters.do_join(context, [_shown(None, each) for each in values], between)


def _range(*bounds: int) -> range:
    numbers = range(*bounds)
    # Of more numbers than can be counted, `len` itself raises.
    if numbers[_MOST_ITEMS:]:
        raise LavishError(f"a range has more than {_MOST_ITEMS} numbers")
    return numbers


def _bits(number: object) -> int:
    return number.bit_length() if isinstance(number, int) else 0


# ---------------------------------------------------------------- while it works


class Watch:
    """Ends what takes too long in the thread that made it, with an `EndlessError`."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()
        self._began: float | None = None
        self._is_told = False
        self._turn = threading.Lock()
        self._is_over = threading.Event()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Watch the pages that are made meanwhile."""
        watcher = threading.Thread(target=self._look, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            self._is_over.set()
            watcher.join()

    @contextmanager
    def over_a_page(self) -> Iterator[None]:
        """Watch one page."""
        self._began = self._now()
        try:
            yield
        finally:
            with self._turn:
                self._began = None
                if self._is_told:
                    # It may have come to its end just now: then nobody else is to hear of it.
                    _raise_in(self._thread, None)
                    self._is_told = False

    def _look(self) -> None:
        while not self._is_over.wait(_LOOK):
            with self._turn:
                if self._began is not None and not self._is_told and self._now() - self._began > _LONGEST:
                    self._is_told = True
                    _raise_in(self._thread, EndlessError)

    def _now(self) -> float:
        if sys.platform == "linux":
            return time.clock_gettime(time.pthread_getcpuclockid(self._thread))
        return time.monotonic()


def _raise_in(thread: int, error: type[Exception] | None) -> None:
    """Have an error raised in a thread as soon as it works on, or take that back."""
    raised = None if error is None else ctypes.py_object(error)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)


@contextmanager
def some_room() -> Iterator[None]:
    """Have a `MemoryError` raised where much more memory is asked for than is in use now, where the system can."""
    restore = _limit_memory() if sys.platform == "linux" else None
    try:
        yield
    finally:
        if restore:
            restore()


def _limit_memory() -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    import resource  # noqa: PLC0415  # Not every system has it.

    try:
        with open("/proc/self/statm", encoding="ascii") as sizes:
            used = int(sizes.read().split()[0]) * resource.getpagesize()
    except OSError:
        return None
    before = resource.getrlimit(resource.RLIMIT_AS)
    if before[0] != resource.RLIM_INFINITY and before[0] < used + _ROOM:
        return None
    resource.setrlimit(resource.RLIMIT_AS, (used + _ROOM, before[1]))
    return lambda: resource.setrlimit(resource.RLIMIT_AS, before)


# ---------------------------------------------------------------- what went wrong


def said_of(error: Exception) -> str:
    """Return what an error in a template says, with its sort unless it is the template language's own or ours."""
    match error:
        case RecursionError():
            return "this is nested too deeply, or calls itself without end"
        case SyntaxError() if "too many" in str(error):
            return "this is nested too deeply"
        case ValueError() if "int_max_str_digits" in str(error):
            return "a number has more digits than can be written"
        case UnicodeEncodeError():
            return _HALF
        case MemoryError():
            return "this takes more memory than a page may take"
        case EndlessError():
            return f"this does not come to an end in {_LONGEST:.0f} seconds"
        case jinja2.TemplateError() | LavishError():
            return str(error) or "no more is known"
        case _:
            return f"{type(error).__name__}: {str(error) or 'no more is known'}"


def compiled_line(error: Exception) -> int:
    """Return the line of a template that was being read or compiled when an error came up, as far as that is known."""
    line = 1
    for frame, _ in traceback.walk_tb(error.__traceback__):
        reader, node = frame.f_locals.get("self"), frame.f_locals.get("node")
        if isinstance(reader, Parser):
            line = reader.stream.current.lineno
        elif isinstance(node, nodes.Node):
            line = node.lineno
    return line or 1
