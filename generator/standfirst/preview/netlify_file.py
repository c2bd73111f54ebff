"""netlify.toml, and the rules in it by which the preview answers."""

from __future__ import annotations

import re
import tomllib
from dataclasses import field, replace
from http import HTTPStatus
from pathlib import Path

from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.preview.host import HeaderRule, HostRules, Redirect, parts_named
from standfirst.problems.errors import Problem, SiteError, problem
from standfirst.reading.files import InputFile
from standfirst.reading.one_file import read_text

_TOKEN = re.compile(r"[-!#$%&'*+.^_`|~0-9A-Za-z]+")
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")


@frozen
class NetlifyFile:
    """The rules as the file last gave them, and what keeps it from giving them now."""

    file: Path
    rules: HostRules = field(default_factory=HostRules)
    problems: tuple[Problem, ...] = ()

    def reread(self) -> NetlifyFile:
        """Return the rules of the file as it is now, those from before if it has problems, none if it is not there."""
        try:
            return NetlifyFile(self.file, netlify_rules(read_text(self.file)) if self.file.exists() else HostRules())
        except SiteError as error:
            return replace(self, problems=error.problems)

    @property
    def message(self) -> str:
        """What is printed when the rules have changed."""
        rules = "its rules" if self.rules != HostRules() else "no rules"
        return "\n".join(map(str, self.problems)) or f"{self.file.name}: {rules} apply from now on"


def netlify_rules(netlify_toml: InputFile) -> HostRules:
    """Return the rules of a netlify.toml, or raise a `SiteError` where they cannot be read."""
    try:
        settings = tomllib.loads(netlify_toml.text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(netlify_toml, str(error)) from None
    except (ValueError, RecursionError):
        message = "a number has too many digits, or values are nested too deeply"
        raise problem(Origin(netlify_toml.path, 1, 1), message, "leave it out") from None
    try:
        return HostRules(
            headers=tuple(
                HeaderRule(_text(rule["for"]), tuple(map(_header, rule["values"].items())))
                for rule in settings.get("headers", ())
            ),
            redirects=tuple(
                _redirect(
                    _text(rule["from"]),
                    _text(rule["to"]),
                    HTTPStatus(rule.get("status", 301)),
                    rule.get("force", False),
                )
                for rule in settings.get("redirects", ())
            ),
        )
    except KeyError as error:
        raise _no_rule(netlify_toml, f"a rule has no {error}") from None
    except (AttributeError, TypeError, ValueError) as error:
        raise _no_rule(netlify_toml, f"a rule cannot be read: {error}") from None


def _not_toml(file: InputFile, said: str) -> SiteError:
    """The error of text that is no TOML; the parser says where at the end of its message."""
    place = _PLACE.search(said)
    at_end = (file.text.rstrip().count("\n") + 1, 1)
    line, column = (int(place[1]), int(place[2])) if place and place[1] else at_end
    message = _PLACE.sub("", said)
    return problem(Origin(file.path, line, column), f"this is not TOML: {message[0].lower()}{message[1:]}")


def _no_rule(file: InputFile, message: str) -> SiteError:
    return problem(
        Origin(file.path, 1, 1), message, "write `for` and `values` in headers, `from` and `to` in redirects"
    )


def _header(named: tuple[str, object]) -> tuple[str, str]:
    name, value = named
    if not _TOKEN.fullmatch(name):
        raise ValueError(f"'{name}' is no name of a header")
    if not isinstance(value, str) or not value.isascii():
        raise TypeError(f"the value of {name} is no text, or not in ASCII")
    return name, " ".join(value.split())


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value} is no text")
    return value


def _redirect(source: str, target: str, status: HTTPStatus, forced: bool) -> Redirect:
    names = parts_named(source)
    if len({*names}) < len(names):
        raise ValueError(f"'{source}' has two parts of one name")
    return Redirect(source, target, status, forced)
