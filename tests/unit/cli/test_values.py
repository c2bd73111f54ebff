"""The values that arguments may have, what is said of those that they may not, and what is meant without any."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from standfirst.cli import parser_of
from standfirst.cli.values import (
    cluster_address,
    copy,
    path,
    port,
    processes,
    report_format,
    web_address,
)
from standfirst.problems.report import ReportFormat
from standfirst.program import Program


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (path, "a/b", Path("a/b")),
        (report_format, "github", ReportFormat.GITHUB),
        (copy, f"report={__file__}", ("report", Path(__file__))),
        (web_address, "https://example.org", "https://example.org"),
        (web_address, "http://example.org/a/b/", "http://example.org/a/b/"),
        (cluster_address, "example.org:8786", "tcp://example.org:8786"),
        (cluster_address, "tls://[::1]:65535", "tls://[::1]:65535"),
        (port, "0", 0),
        (port, "65535", 65535),
        (processes, "1", 1),
        (processes, "512", 512),
    ],
)
def test_a_value_is_read(read: Callable[[str], object], text: str, value: object) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "why"),
    [
        (path, "", "is not a path; name a file or a folder"),
        (path, "a\0b", "is not a path; name a file or a folder"),
        (report_format, "xml", "is not a form of report; write text, json, github, gitlab"),
        (copy, "report", "is not ID=PATH; write the id of a source, = and a file"),
        (copy, f"={__file__}", "is not ID=PATH; write the id of a source, = and a file"),
        (copy, "report=", "is not ID=PATH; write the id of a source, = and a file"),
        (web_address, "example.org", "is not the address of a site; write it whole, from https:// on"),
        (web_address, "https://[", "is not the address of a site; write it whole, from https:// on"),
        (web_address, "https://:80", "is not the address of a site; write it whole, from https:// on"),
        (cluster_address, "example.org", "is not the address of a scheduler; write HOST:PORT, or tls://HOST:PORT"),
        (cluster_address, "a:65536", "is not the address of a scheduler; write HOST:PORT, or tls://HOST:PORT"),
        (port, "65536", "is not a port; write a number up to 65535"),
        (port, "-1", "is not a port; write a number up to 65535"),
        (processes, "0", "is not a number of processes; write 1 to 512"),
        (processes, "513", "is not a number of processes; write 1 to 512"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_what_to_write(
    read: Callable[[str], object], text: str, why: str
) -> None:
    with pytest.raises(ArgumentTypeError) as refused:
        read(text)
    assert str(refused.value) == f"'{text}' {why}"


def test_the_name_of_a_copy_may_have_any_signs_but_there_must_be_such_a_file(tmp_path: Path) -> None:
    file = tmp_path / "a=b.txt"
    file.touch()
    assert copy(f"report={file}") == ("report", file)
    with pytest.raises(ArgumentTypeError, match=r"there is no file 'nowhere\.txt'"):
        copy("report=nowhere.txt")


def typed(*arguments: str) -> Namespace:
    return parser_of(Program(Path("newsroom"), "standfirst")).parse_args(arguments)


def test_where_nothing_is_said_folders_are_those_of_its_user_and_drafts_are_shown_in_a_preview_alone() -> None:
    built, served = typed("build"), typed("serve")
    assert (built.content, built.output) == (Path("newsroom/content"), Path("newsroom/site"))
    assert built.templates is None
    assert (built.drafts, built.profile, built.cluster, built.text, built.strict) == (False, False, None, [], False)
    assert (served.drafts, served.port, served.open) == (True, 8000, False)
    assert (typed("check", "--cache", "a").cache, typed("check", "--no-cache").cache) == (Path("a"), None)
    assert typed("basemap", "world.geojson").source == "Natural Earth"


@pytest.mark.parametrize("arguments", [["serve", "--cluster", "a:1"], ["build", "--cluster", "a:1", "--jobs", "511"]])
def test_a_cluster_makes_whole_sites_and_instead_of_processes(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        typed(*arguments)
