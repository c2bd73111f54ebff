"""Values that YAML cannot read without quotation marks: what to write in the stead of one, if it stands in one line."""

from __future__ import annotations

import re

import yaml

from standfirst.model import Origin
from standfirst.problems.remedies import Replacement
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.fault_lines import trial_of
from standfirst.reading.yaml.fault_trials import has_content, indent_of

# The value of a key, or an item of a list, in the ordinary layout; brackets are its first sign only of a link.
_VALUE = re.compile(r"(?P<before> *(?:- +)*(?:[\w-]+: +|- +))(?P<value>(?:[^\s\"'\[{]|\[[^\[\]]*\]\().*?)\s*")


def in_quotes(text: str) -> str:
    """Return a text in quotation marks, which may have lines; in single ones if that saves escapes."""
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def quoting_of(file: InputFile, fault: yaml.Mark, line: int) -> tuple[Replacement, ...]:
    """Return what puts marks around the value of a line, counted from 0, if that takes the parser past the fault.

    There is none for a value that goes on in the next line, or has what may be a comment.
    """
    trial = trial_of(file.text, fault)
    found = _VALUE.fullmatch(trial.lines[line]) if trial else None
    if trial is None or found is None or " #" in found["value"]:
        return ()
    below = next((each for each in trial.lines[line + 1 :] if has_content(each)), "")
    if below and indent_of(below) > indent_of(found["before"]):
        return ()
    quoted = in_quotes(found["value"])
    if not trial.helps({line: found["before"] + quoted}):
        return ()
    return (Replacement(Origin(file.path, line + 1, found.start("value") + 1), found["value"], quoted, literal=True),)
