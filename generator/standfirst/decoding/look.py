"""The formats of what a look is made of: colours, weights of letters, and files named in it."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from typing import Any

from standfirst.decoding.formats import Format, as_text
from standfirst.decoding.single_values import name_in_folder
from standfirst.model import Colour, Explainer, FolderFiles, FontWeight, NamedFile
from standfirst.problems.errors import Problem, SiteError, miswritten, problem
from standfirst.problems.remedies import Remedy, write
from standfirst.reading.yaml.nodes import YamlNode

_COLOUR = re.compile(r"#?(?P<short>[0-9a-f]{3})|#?(?P<whole>[0-9a-f]{6})", re.IGNORECASE)
_WEIGHT = re.compile(r"([0-9]{1,4})(?:\.\.([0-9]{1,4}))?")
_HEAVIEST = 1000
_WEIGHTS_BY_NAME = {
    "thin": 100, "light": 300, "regular": 400, "normal": 400, "roman": 400, "book": 400, "medium": 500,
    "semibold": 600, "demibold": 600, "bold": 700, "extrabold": 800, "black": 900, "heavy": 900,
}  # fmt: skip


def _colour(node: YamlNode) -> Colour:
    """Return a colour as it is written in style sheets, with # or without."""
    text = as_text(node)
    found = _COLOUR.fullmatch(text)
    if not found:
        raise problem(node.origin, f"'{text}' is not a colour", 'write it in hexadecimal digits, such as "#17466e"')
    digits = found["whole"] or "".join(2 * digit for digit in found["short"])
    red, green, blue = bytes.fromhex(digits)
    return Colour((red, green, blue), text, node.origin)


def _weight(node: YamlNode) -> FontWeight:
    text = as_text(node)
    found = _WEIGHT.fullmatch(text)
    low, high = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 1 <= low <= high <= _HEAVIEST:
        named = _WEIGHTS_BY_NAME.get(re.sub("[^a-z]", "", text.lower()))
        hint = "write a number from 1 to 1000, or both ends of a variable font, such as 200..900"
        remedy = write(str(named)) if named else Remedy(hint)
        raise SiteError([miswritten(node.origin, f"'{text}' is not a weight of letters", remedy, text)])
    return FontWeight(low, high)


def named_file_format(files: FolderFiles) -> Format[NamedFile]:
    """Return the format of a file in a folder of the content."""
    endings = ", ".join(ending.removeprefix(".") for ending in files.endings)

    def read(node: YamlNode) -> NamedFile:
        name = name_in_folder(node, files.folder)
        if not name.lower().endswith(files.endings):
            raise problem(node.origin, f"'{name}' cannot be used here", f"save it as one of these: {endings}")
        return NamedFile(name, node.origin)

    return Format(read, {"type": "string", "description": f"a file in {files.folder}/: {endings}", "pattern": "^[^/]"})


def faults_of_look(explainer: Explainer) -> Iterator[Problem]:
    """Yield what is missing from the look of an explainer, although each part of it can be read."""
    look = explainer.look
    if look.home and not (look.home.text or look.logo or explainer.publisher):
        message = "the link at the head of each page has no words"
        yield Problem(explainer.origin_of("look"), message, "write `text:` below `home:`, or `publisher:` above")


LOOK_FORMATS: types.MappingProxyType[object, Format[Any]] = types.MappingProxyType(
    {
        Colour: Format(
            _colour,
            {
                "type": ["string", "number"],
                "description": 'a colour in hexadecimal digits, such as "#17466e"',
                "pattern": "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$",
            },
        ),
        FontWeight: Format(
            _weight,
            {"type": ["string", "integer"], "description": "a number from 1 to 1000, or a range: 200..900"},
        ),
    }
)
