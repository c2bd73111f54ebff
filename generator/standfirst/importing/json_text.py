"""JSON whose objects know where they begin, so that what is wrong with one can be told."""

from __future__ import annotations

import json
import json.decoder
import json.scanner
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from standfirst.model import Origin
from standfirst.problems.errors import problem

Json: TypeAlias = Any
_LINE_END = re.compile("\n")


class JsonObject(dict[str, Json]):
    """An object, and the offset at which it begins."""

    offset: int = 0

    def object(self, key: str) -> JsonObject:
        """Return the object under a key; an empty one where there is none."""
        value = self.get(key)
        return value if isinstance(value, JsonObject) else JsonObject()

    def objects(self, key: str) -> list[JsonObject]:
        """Return the objects in the list under a key."""
        value = self.get(key)
        return [each for each in value if isinstance(each, JsonObject)] if isinstance(value, list) else []

    def text(self, key: str) -> str:
        """Return the text or the number under a key, as a text; nothing where there is neither."""
        value = self.get(key)
        is_said = isinstance(value, str | int | float) and not isinstance(value, bool)
        return str(value).strip() if is_said else ""


class JsonFile:
    """A file of JSON: its value, and the places of the objects in it."""

    def __init__(self, path: str, body: bytes) -> None:
        """Read a file. Raises a `SiteError` where it is no JSON."""
        self.path = path
        try:
            text = body.decode("utf-8-sig")
            self.value: Json = _Decoder().decode(text)
        except UnicodeDecodeError:
            raise problem(Origin(path, 1, 1), "this file is not in UTF-8", "save it as UTF-8") from None
        except json.JSONDecodeError as error:
            message = f"this is no JSON: {error.msg}"
            raise problem(Origin(path, error.lineno, error.colno), message, "save the file again, whole") from None
        except (RecursionError, ValueError):
            raise problem(Origin(path, 1, 1), "what is in this file is too deep or too large") from None
        self._line_ends = [found.start() for found in _LINE_END.finditer(text)]

    def origin(self, found: JsonObject) -> Origin:
        """Return where an object begins."""
        line = bisect_left(self._line_ends, found.offset)
        before = self._line_ends[line - 1] if line else -1
        return Origin(self.path, line + 1, found.offset - before)


class _Decoder(json.JSONDecoder):
    def __init__(self) -> None:
        super().__init__()
        self.parse_object = self._object
        # The scanner in C takes no other reader of objects.
        self.scan_once = json.scanner.py_make_scanner(self)  # type: ignore[attr-defined]

    def _object(self, text_and_end: tuple[str, int], *rest: Any) -> tuple[JsonObject, int]:
        read: Callable[..., tuple[Mapping[str, Json], int]] = json.decoder.JSONObject  # type: ignore[attr-defined]
        value, end = read(text_and_end, *rest)
        found = JsonObject(value)
        found.offset = text_and_end[1] - 1
        return found, end
