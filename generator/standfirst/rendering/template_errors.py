"""What an error in a template says, and where in the template it came up."""

from __future__ import annotations

import dataclasses
import traceback

import jinja2
from jinja2 import nodes
from jinja2.environment import TemplateModule
from jinja2.parser import Parser

from standfirst.problems.remedies import nearest_word
from standfirst.rendering.limits import SizeLimitError, TimeLimitError

HALF_CHARACTER = "half of a character cannot stand in a page"


def error_message(error: Exception) -> str:
    """Return what an error in a template says, with its sort unless it is the template language's own or ours."""
    match error:
        case RecursionError():
            return "this is nested too deeply, or calls itself without end"
        case SyntaxError() if "too many" in str(error):
            return "this is nested too deeply"
        case ValueError() if "int_max_str_digits" in str(error):
            return "a number has more digits than can be written"
        case UnicodeEncodeError():
            return HALF_CHARACTER
        case MemoryError():
            return "this takes more memory than a page may take"
        case TimeLimitError():
            return "this does not come to an end in the time that a page may take"
        case jinja2.TemplateError() | SizeLimitError():
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


class Missing(jinja2.StrictUndefined):
    """What is not there: whatever a template does with it is an error, which names what may be meant."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        said: str = super()._undefined_message
        name, value = self._undefined_name, self._undefined_obj
        near = nearest_word(name, _fields_of(value)) if isinstance(name, str) else ""
        return f"{said}; did you mean '{near}'?" if near else said


def _fields_of(value: object) -> list[str]:
    """What a view has, or a template that was imported."""
    if isinstance(value, TemplateModule):
        return [*vars(value)]
    return [field.name for field in dataclasses.fields(value)] if dataclasses.is_dataclass(value) else []
