"""The line that causes a fault which YAML's parser meets only further down, found by trial.

A line is named only if mending it alone takes the parser past the place where it gave up, and further than mending any
other line that might be the cause.
"""

from __future__ import annotations

import re
from itertools import islice
from types import MappingProxyType
from typing import Final

import yaml

from standfirst.model.frozen_class import frozen
from standfirst.problems.remedies import Remedy
from standfirst.reading.yaml.fault_trials import HAS_KEY, KNOWN_KEYS, LINES_BACK, Cause, Trial, is_bare_key
from standfirst.reading.yaml.indentation_faults import badly_indented, no_line_above

# Mended texts are parsed up to so many lines past the fault, since a file can be long.
_AHEAD = 60
# With more lines than this above the fault, trials would take longer than a writer waits.
_MOST_ABOVE = 5000
# Comments that are tried in one line.
_MOST_COMMENTS = 3
_COMMENT = re.compile(r"(?:(?<=\S)[ \t]+|(?<=[\[{,]))#")
_NO_COLON = re.compile(r"(?P<indent> *)(?P<key>[a-z][a-z0-9_-]*)(?:(?::(?=[^\s:])| +(?=[^\s:#]))(?P<value>.+))?")
_BEFORE_BRACKET = re.compile(r"(?P<indent> *)(?P<key>[a-z][a-z0-9_-]*)(?::| +)(?=[\[{])")
# Characters that look like a space or like nothing, but do not indent.
_SPACES: Final = MappingProxyType(
    {
        "\xa0": "a non-breaking space",
        "\u202f": "a narrow non-breaking space",
        "\u3000": "an ideographic space",
        "\u200b": "a space of no width",
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), "a space that is not the ordinary one"),
    }
)
_STRANGE = re.compile(rf" *(?P<space>[{''.join(_SPACES)}])")
_INDENT = re.compile(rf"[ {''.join(_SPACES)}]*")


@frozen
class _WrongSign:
    """A character that looks like another: a pattern for lines with it, and what to write in its place."""

    pattern: re.Pattern[str]
    remedy: str
    message: str
    hint: str


_BEHIND_COLON = _WrongSign(
    re.compile(rf" *(?:- +)?[\w-]+:(?P<sign>[{''.join(_SPACES)}])"),
    remedy=" ",
    message="{name} ({number}) stands behind the colon here",
    hint="write an ordinary space",
)
# Full-width, small and raised colons, the sign of a ratio, and the sign of a long vowel.
_OTHER_COLON = _WrongSign(
    re.compile(r" *(?:- +)?[\w-]+ *(?P<sign>[\uff1a\ufe55\ua789\u2236\u02d0])"),
    remedy=": ",
    message="{mark} ({number}) is no colon to YAML",
    hint="write : and a space",
)


def cause_of(text: str, fault: yaml.Mark) -> Cause | None:
    """Return the one line whose mending takes the parser past a fault; None where that cannot be told."""
    trial = trial_of(text, fault)
    if trial is None:
        return None
    suspects = (
        _strange_space,
        _space_behind_colon,
        _other_colon,
        _open_quotation,
        _no_colon,
        badly_indented,
        no_line_above,
    )
    return next((cause for suspect in suspects if (cause := suspect(trial))), None)


def accidental_comment(text: str, fault: yaml.Mark) -> Cause | None:
    """Return the # that turns part of a text into a comment, if that alone causes a fault."""
    trial = trial_of(text, fault)
    if trial is None:
        return None
    for at in trial.near():
        line = trial.lines[at]
        for found in islice(_COMMENT.finditer(line), _MOST_COMMENTS):
            column = found.end() - 1
            if trial.helps({at: f"{line[:column]}_{line[column + 1 :]}"}):
                hint = 'quote the text, "like this", or put the comment on a line of its own'
                return Cause(at, column, "what stands behind # is not read", Remedy(hint))
    return None


def trial_of(text: str, fault: yaml.Mark) -> Trial | None:
    """Return the lines about a fault, to be tried; None where there are too many above."""
    if fault.line > _MOST_ABOVE:
        return None
    lines = text.split("\n")
    # If the last line has no end, the parser may give up in the line after it.
    lines += [""] * (fault.line + 1 - len(lines))
    return Trial(tuple(lines[: fault.line + _AHEAD]), fault.line)


# ---------------------------------------------------------------- look-alikes of spaces and colons


def _strange_space(trial: Trial) -> Cause | None:
    strange = [at for at in range(trial.fault + 1) if _STRANGE.match(trial.lines[at])]
    mended = {at: _plainly_indented(trial.lines[at]) for at in strange}
    found = next((at for at in strange[-LINES_BACK:] if trial.helps({at: mended[at]})), None)
    if found is None and len(strange) > 1 and trial.helps(mended):
        found = strange[0]
    if found is None:
        return None
    space, indent = _STRANGE.match(trial.lines[found]), _INDENT.match(trial.lines[found])
    assert space
    assert indent
    wrong = indent[0][space.start("space") :]
    return Cause(
        found,
        space.start("space"),
        f"{_SPACES[space['space']]} (U+{ord(space['space']):04X}) stands in the indentation here",
        Remedy("indent with ordinary spaces", " " * len(wrong)),
        wrong,
    )


def _plainly_indented(line: str) -> str:
    return _INDENT.sub(lambda found: " " * len(found[0]), line, count=1)


def _space_behind_colon(trial: Trial) -> Cause | None:
    return _replaced_sign(trial, _BEHIND_COLON)


def _other_colon(trial: Trial) -> Cause | None:
    return _replaced_sign(trial, _OTHER_COLON)


def _replaced_sign(trial: Trial, sign: _WrongSign) -> Cause | None:
    """Return the look-alike in the line of the fault, or close above, whose replacement helps."""
    for at in trial.near():
        line = trial.lines[at]
        found = sign.pattern.match(line)
        if found and trial.helps({at: f"{line[: found.start('sign')]}{sign.remedy}{line[found.end('sign') :]}"}):
            mark = found["sign"]
            message = sign.message.format(mark=mark, number=f"U+{ord(mark):04X}", name=_SPACES.get(mark, ""))
            return Cause(at, found.start("sign"), message, Remedy(sign.hint, sign.remedy), mark)
    return None


# ---------------------------------------------------------------- quotation marks


def _open_quotation(trial: Trial) -> Cause | None:
    """Return the quotation mark that is closed only by the opening one of another text, lines below."""
    last = None
    try:
        for event in yaml.parse("\n".join(trial.lines), Loader=yaml.CBaseLoader):
            last = event if isinstance(event, yaml.ScalarEvent) else last
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError):
        pass
    if last is None or last.style not in {"'", '"'}:
        return None
    opens, closes = last.start_mark, last.end_mark
    # The parser marks every event; its types allow for events made by hand.
    if opens is None or closes is None or closes.line != trial.fault or opens.line == trial.fault:
        return None
    if not trial.helps({opens.line: trial.lines[opens.line].rstrip() + last.style}):
        return None
    message = f"the quotation mark that opens here is not closed before line {closes.line + 1}"
    return Cause(opens.line, opens.column, message, Remedy(f"close it with {last.style}"))


# ---------------------------------------------------------------- keys


def _no_colon(trial: Trial) -> Cause | None:
    if bracket := _BEFORE_BRACKET.match(trial.lines[trial.fault]):
        key, rest = bracket["key"], trial.lines[trial.fault][bracket.end() :]
        if key in KNOWN_KEYS and trial.helps({trial.fault: f"{bracket['indent']}{key}: {rest}"}):
            message = f"this line has no colon followed by a space after '{key}'"
            wrong = bracket[0][bracket.end("key") :]
            return Cause(trial.fault, bracket.end("key"), message, Remedy(f"write `{key}: …`", ": "), wrong)
    for at in islice(trial.above(), LINES_BACK):
        if HAS_KEY.match(trial.lines[at]):
            return None
        found = _NO_COLON.fullmatch(trial.lines[at].rstrip())
        if found and (cause := _without_colon(trial, at, found)):
            return cause
    return None


def _without_colon(trial: Trial, at: int, found: re.Match[str]) -> Cause | None:
    line = trial.lines[at]
    indent, key, value = found["indent"], found["key"], found["value"] or ""
    mended = f"{indent}{key}: {value}".rstrip()
    reach = trial.reach({at: mended})
    if reach <= trial.fault:
        return None
    # The line may belong to the text of a key above, and so may the colon that the parser met.
    as_text = trial.reach({at: f"  {line}"})
    all_text = trial.reach({trial.fault: trial.lines[trial.fault].replace(":", " ", 1)})
    above = next((other for other in trial.above() if other < at), None)
    is_value = above is not None and is_bare_key(trial.lines[above], KNOWN_KEYS)
    if (is_value or key not in KNOWN_KEYS) and reach <= max(as_text, all_text):
        return None
    message = f"this line has no colon {'followed by a space ' if value else ''}after '{key}'"
    hint = f"write `{key}: …`" if value else f"write `{key}:`"
    begins = len(indent) + len(key)
    wrong, right = line[begins : found.start("value")] if value else "", ": " if value else ":"
    if reach <= as_text:
        remedy = Remedy(f"{hint}, or indent the line further if it belongs to the text above")
    else:
        remedy = Remedy(hint, right)
    return Cause(at, begins, message, remedy, wrong)
