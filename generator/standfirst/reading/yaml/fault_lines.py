"""The line behind a fault that YAML's parser met further down, found by trying: mended, the text is read further.

Nothing is guessed. A line is named only if mending it alone takes the parser past the place where it gave up, and
further than mending another line that might be at fault.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Final, get_args, get_type_hints

import yaml

from standfirst.model import FACT_TYPES, Citation, Explainer, FrontMatter, Kind, NativeName, Verb

# Mended texts are read so many lines past the fault: enough to tell, and a file can be long.
_AHEAD = 60
# In a file with more lines than this above the fault, to try would take longer than a writer waits.
_MOST_ABOVE = 5000
# The line at fault stands close above.
_LINES_BACK = 6
# In one line; each is a trial.
_MOST_COMMENTS = 3
_KINDS: Final = frozenset(kind.plural for kind in Kind)
_KNOWN: Final = _KINDS | {
    field.name for record in (*FACT_TYPES, Explainer, FrontMatter) for field in dataclasses.fields(record)
}
# The keys whose values have keys of their own.
NESTED_KEYS: Final = frozenset(
    name
    for record in (*FACT_TYPES, Explainer)
    for name, hint in get_type_hints(record).items()
    if {Citation, NativeName, Verb}.intersection(get_args(hint))
)
_COMMENT = re.compile(r"(?:(?<=\S)[ \t]+|(?<=[\[{,]))#")
_NO_COLON = re.compile(r"(?P<indent> *)(?P<key>[a-z][a-z0-9_-]*)(?:(?::(?=[^\s:])| +(?=[^\s:#]))(?P<value>.+))?")
_BEFORE_BRACKET = re.compile(r"(?P<indent> *)(?P<key>[a-z][a-z0-9_-]*)(?::| +)(?=[\[{])")
_HAS_KEY = re.compile(r"""\s*(- +)?("[^"]*"|'[^']*'|[^\s:"'#][^:#]*):(\s|$)""")
_KEY = re.compile(r"\s*(?P<key>[\w-]+):(?:\s|$)")
_BARE_KEY = re.compile(r"\s*(?P<key>[\w-]+):\s*(#.*)?")
# What looks like a space, or like nothing, and indents nothing.
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


@dataclass(frozen=True, slots=True)
class _WrongSign:
    """A sign that stands for another in a line that the pattern matches: what to write in its place."""

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


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong with a line, and what to do; `line` and `column` from 0."""

    line: int
    column: int
    message: str
    hint: str


def cause_of(text: str, fault: yaml.Mark) -> Cause | None:
    """Return the one line whose mending takes the parser past a fault, None where that cannot be told."""
    if fault.line > _MOST_ABOVE:
        return None
    # Of a last line without an end, the parser gives up in the line after it.
    lines = text.split("\n")
    lines += [""] * (fault.line + 1 - len(lines))
    trial = _Trial(tuple(lines[: fault.line + _AHEAD]), fault.line)
    ways = (
        _strange_space,
        _space_behind_colon,
        _other_colon,
        _open_quotation,
        _no_colon,
        _badly_indented,
        _no_line_above,
    )
    return next((cause for way in ways if (cause := way(trial, fault))), None)


def accidental_comment(text: str, fault: yaml.Mark) -> Cause | None:
    """Return the # that makes a comment of what was part of a text, if a fault comes of that alone."""
    if fault.line > _MOST_ABOVE:
        return None
    lines = text.split("\n")
    trial = _Trial(tuple(lines[: fault.line + _AHEAD]), fault.line)
    for at in (*[fault.line][: fault.line < len(lines)], *islice(trial.above(), _LINES_BACK)):
        for found in islice(_COMMENT.finditer(lines[at]), _MOST_COMMENTS):
            column = found.end() - 1
            if trial.helps({at: f"{lines[at][:column]}_{lines[at][column + 1 :]}"}):
                hint = 'quote the text, "like this", or put the comment on a line of its own'
                return Cause(at, column, "what stands behind # is not read", hint)
    return None


@dataclass(frozen=True, slots=True)
class _Trial:
    """The lines of a text up to some way past the line `fault`, to be read with one of them mended."""

    lines: tuple[str, ...]
    fault: int

    def reach(self, mended: dict[int, str]) -> float:
        """Return the line in which the parser gives up once lines are mended; infinite where it does not."""
        lines = "\n".join(mended.get(at, line) for at, line in enumerate(self.lines))
        try:
            for _ in yaml.parse(lines, Loader=yaml.CBaseLoader):
                pass
        except yaml.MarkedYAMLError as error:
            return error.problem_mark.line if error.problem_mark else -1
        except yaml.reader.ReaderError:
            return -1
        return math.inf

    def helps(self, mended: dict[int, str]) -> bool:
        return self.reach(mended) > self.fault

    def above(self) -> Iterator[int]:
        """The lines above the fault that say something, the nearest first."""
        return (at for at in range(self.fault - 1, -1, -1) if _says(self.lines[at]))


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


# ---------------------------------------------------------------- spaces that are none


def _strange_space(trial: _Trial, _: yaml.Mark) -> Cause | None:
    strange = [at for at in range(trial.fault + 1) if _STRANGE.match(trial.lines[at])]
    mended = {at: _plainly_indented(trial.lines[at]) for at in strange}
    found = next((at for at in strange[-_LINES_BACK:] if trial.helps({at: mended[at]})), None)
    if found is None and len(strange) > 1 and trial.helps(mended):
        found = strange[0]
    if found is None:
        return None
    space = _STRANGE.match(trial.lines[found])
    assert space
    return Cause(
        found,
        space.start("space"),
        f"{_SPACES[space['space']]} (U+{ord(space['space']):04X}) stands in the indentation here",
        "indent with ordinary spaces",
    )


def _plainly_indented(line: str) -> str:
    return _INDENT.sub(lambda found: " " * len(found[0]), line, count=1)


def _space_behind_colon(trial: _Trial, _: yaml.Mark) -> Cause | None:
    return _mended_at(trial, _BEHIND_COLON)


def _other_colon(trial: _Trial, _: yaml.Mark) -> Cause | None:
    return _mended_at(trial, _OTHER_COLON)


def _mended_at(trial: _Trial, sign: _WrongSign) -> Cause | None:
    """The sign in the fault's line, or in one above, that has to be another."""
    for at in (trial.fault, *islice(trial.above(), _LINES_BACK)):
        line = trial.lines[at]
        found = sign.pattern.match(line)
        if found and trial.helps({at: f"{line[: found.start('sign')]}{sign.remedy}{line[found.end('sign') :]}"}):
            mark = found["sign"]
            message = sign.message.format(mark=mark, number=f"U+{ord(mark):04X}", name=_SPACES.get(mark, ""))
            return Cause(at, found.start("sign"), message, sign.hint)
    return None


# ---------------------------------------------------------------- quotation marks


def _open_quotation(trial: _Trial, fault: yaml.Mark) -> Cause | None:
    """A quotation mark that is closed only by the next one, lines below, where another text was to begin."""
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
    if opens is None or closes is None or closes.line != fault.line or opens.line == fault.line:
        return None
    if not trial.helps({opens.line: trial.lines[opens.line].rstrip() + last.style}):
        return None
    message = f"the quotation mark that opens here is not closed before line {closes.line + 1}"
    return Cause(opens.line, opens.column, message, f"close it with {last.style}")


# ---------------------------------------------------------------- keys


def _no_colon(trial: _Trial, _: yaml.Mark) -> Cause | None:
    if bracket := _BEFORE_BRACKET.match(trial.lines[trial.fault]):
        key, rest = bracket["key"], trial.lines[trial.fault][bracket.end() :]
        if key in _KNOWN and trial.helps({trial.fault: f"{bracket['indent']}{key}: {rest}"}):
            message = f"this line has no colon followed by a space after '{key}'"
            return Cause(trial.fault, bracket.end("key"), message, f"write `{key}: …`")
    for at in islice(trial.above(), _LINES_BACK):
        if _HAS_KEY.match(trial.lines[at]):
            return None
        found = _NO_COLON.fullmatch(trial.lines[at].rstrip())
        if found and (cause := _without_colon(trial, at, found)):
            return cause
    return None


def _without_colon(trial: _Trial, at: int, found: re.Match[str]) -> Cause | None:
    line = trial.lines[at]
    indent, key, value = found["indent"], found["key"], found["value"] or ""
    mended = f"{indent}{key}: {value}".rstrip()
    reach = trial.reach({at: mended})
    if reach <= trial.fault:
        return None
    # It may belong to the text of a key above, and the colon that the parser met may be part of that text.
    as_text = trial.reach({at: f"  {line}"})
    all_text = trial.reach({trial.fault: trial.lines[trial.fault].replace(":", " ", 1)})
    above = next((other for other in trial.above() if other < at), None)
    is_value = above is not None and _names(trial.lines[above], _KNOWN)
    if (is_value or key not in _KNOWN) and reach <= max(as_text, all_text):
        return None
    message = f"this line has no colon {'followed by a space ' if value else ''}after '{key}'"
    hint = f"write `{key}: …`" if value else f"write `{key}:`"
    if reach <= as_text:
        hint += ", or indent the line further if it belongs to the text above"
    return Cause(at, len(indent) + len(key), message, hint)


# ---------------------------------------------------------------- indentation


def _badly_indented(trial: _Trial, _: yaml.Mark) -> Cause | None:
    """The one line near the fault that, indented otherwise, takes the parser furthest; None if that is the fault's."""
    own = trial.lines[trial.fault]
    depth = _indent(own)
    above = list(_enclosing(trial))
    # It was to stand beside one of these: the nearest line that is further left, or the first that stands under that.
    left = next((at for at in above if _indent(trial.lines[at]) < depth), -1)
    right = next((at for at in range(left + 1, trial.fault) if _says(trial.lines[at])), -1)
    suspects = [at for at in (left, right) if at >= 0 and _may_be_displaced(trial.lines[at], depth)]
    reached = {at: trial.reach({at: _indented(trial.lines[at], depth)}) for at in suspects}
    if reached.get(left, -1) > trial.fault and _is_within_a_kind(trial, left):
        return _displaced(trial, left, "is not indented far enough")
    depths = {_indent(trial.lines[at]) for at in above} - {depth}
    reached[trial.fault] = max((trial.reach({trial.fault: _indented(own, other)}) for other in depths), default=-1)
    furthest = max(reached.values())
    best = [at for at, reach in reached.items() if reach == furthest > trial.fault]
    if left in best and _is_key_behind(trial, left, depth):
        best = [left]
    elif best == [left, right]:
        # What names a record stands where it should.
        best = [right]
    if len(best) != 1 or best[0] == trial.fault:
        return None
    return _displaced(trial, best[0], "is not indented far enough" if best[0] == left else "is indented too far")


def _is_key_behind(trial: _Trial, at: int, depth: int) -> bool:
    """Whether a line is a key of records, and so is the line above it, which stands where the fault does."""
    before = next((other for other in trial.above() if other < at), at)
    known = _has_known_key(trial.lines[at]) and _has_known_key(trial.lines[before])
    return known and _indent(trial.lines[before]) == depth


def _has_known_key(line: str) -> bool:
    """Whether a line is a key of records, which none is named for."""
    found = _KEY.match(line)
    return found is not None and found["key"] in _KNOWN - _KINDS


def _no_line_above(trial: _Trial, _: yaml.Mark) -> Cause | None:
    """The line that should stand above those that stand further in than the fault: of a kind, or of a record."""
    depth = _indent(trial.lines[trial.fault])
    left = next((at for at in trial.above() if _indent(trial.lines[at]) < depth), -1)
    first = next((at for at in range(left + 1, trial.fault) if _says(trial.lines[at])), trial.fault)
    line = trial.lines[first]
    is_of_kind = left >= 0 and _names(trial.lines[left], _KINDS) and _has_known_key(line)
    if _indent(line) <= depth or not _HAS_KEY.match(line) or not (is_of_kind or (left < 0 and not depth)):
        return None
    # With a line more, the fault stands one further down.
    if trial.reach({first: f"{' ' * depth}x:\n{line}"}) <= trial.fault + 1:
        return None
    if is_of_kind:
        return Cause(first, _indent(line), "no id of a record stands above this line", "write it there, and a colon")
    return Cause(first, _indent(line), "no kind of fact stands above this line", "write it there, such as `actors:`")


def _may_be_displaced(line: str, depth: int) -> bool:
    """Whether a line has a key at another depth, and is not one of the kinds at the margin, where they stand."""
    is_kind = not _indent(line) and _names(line, _KINDS)
    return bool(_HAS_KEY.match(line)) and _indent(line) != depth and not is_kind


def _displaced(trial: _Trial, at: int, how: str) -> Cause:
    return Cause(at, _indent(trial.lines[at]), f"this line {how}", "indent it exactly like its neighbours")


def _indented(line: str, depth: int) -> str:
    return " " * depth + line.lstrip(" ")


def _enclosing(trial: _Trial) -> Iterator[int]:
    """The line above the fault, and those that it stands under."""
    depth = math.inf
    for at in trial.above():
        if _indent(trial.lines[at]) < depth:
            yield at
            depth = _indent(trial.lines[at])
        if not depth:
            return


def _is_within_a_kind(trial: _Trial, at: int) -> bool:
    """Whether a line at the margin follows on `actors:` or another kind: only a kind can stand there as well."""
    at_margin = (
        other for other in range(at - 1, -1, -1) if _says(trial.lines[other]) and not _indent(trial.lines[other])
    )
    before = next(at_margin, None)
    return (
        not _indent(trial.lines[at])
        and before is not None
        and _names(trial.lines[before], _KINDS)
        and not _names(trial.lines[trial.fault], _KINDS)
    )


def _names(line: str, keys: frozenset[str]) -> bool:
    """Whether a line is one of these keys, its value left to the lines below."""
    found = _BARE_KEY.fullmatch(line)
    return found is not None and found["key"] in keys
