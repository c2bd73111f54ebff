"""The golden sites: each content below `sites/` builds to exactly the files beside it, wherever and however.

After a change that is meant to show: `python -m tests.sites.accept`, and review what it changed.
"""

from __future__ import annotations

import difflib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest

from standfirst.cached_build import build
from standfirst.options import Options
from standfirst.pages.downloads import DOWNLOADS
from tests.explainers import ROOT, SITES, files_in, reviewed, site_names, undressed

TEMPLATES = ROOT / "templates"

_LISTS = ("about", "chronology", "claims", "data", "figures", "glossary", "places", "sources", "unknowns", "updates")
# But for those in the writer's own texts.
_LINKS = "//a[@href][not(@class='changes')][not(ancestor::*[@class='prose'])]"


def differences(expected: dict[str, bytes], built: dict[str, bytes]) -> str:
    """Return how two sites differ, as a diff of each of their files."""
    lines: list[str] = []
    for route in sorted(expected.keys() | built.keys()):
        if route not in built or route not in expected:
            lines.append(f"{route}: {'was not built' if route in expected else 'was not expected'}")
        elif expected[route] != built[route]:
            old, new = (each[route].decode("utf-8", "replace").split("\n") for each in (expected, built))
            lines += difflib.unified_diff(old, new, f"expected/{route}", f"built/{route}", n=1, lineterm="")
    return "\n".join(lines)


@pytest.mark.parametrize("name", site_names())
def test_what_is_published_is_what_was_made(name: str, tmp_path: Path) -> None:
    built = build(Options(content=SITES / name / "content", templates=TEMPLATES), tmp_path / "site")
    made = {artifact.route: artifact.body for artifact in built.artifacts}
    assert differences(made, files_in(tmp_path / "site")) == ""
    assert made.keys() - undressed(name).keys() == {
        *(route for route in made if route.startswith(("assets/", "images/")) and not route.endswith(".svg")),
        *DOWNLOADS,
    }


@pytest.mark.parametrize("name", site_names())
def test_a_site_is_built_as_it_was_last_reviewed(name: str) -> None:
    found = differences(files_in(SITES / name / "expected"), reviewed(name))
    if found:
        pytest.fail(f"{found}\n\nIf this is meant: python -m tests.sites.accept {name}", pytrace=False)


def test_a_page_has_one_name_which_its_heading_and_every_link_to_it_say() -> None:
    parsed = {route: lxml.html.fromstring(body) for route, body in reviewed("full").items() if route.endswith(".html")}
    headings = {route: " ".join(page.xpath("string(//h1)").split()) for route, page in parsed.items()}
    # The first page is the explainer, and its heading a question; a date leads to what changed on it.
    pages = [route for route in headings if "/" not in route and route != "index.html"]
    links = ((link, urljoin(route, link.get("href"))) for route, page in parsed.items() for link in page.xpath(_LINKS))
    names = {(leads, " ".join(link.text_content().split())) for link, leads in links if leads in pages}
    assert {leads for leads, _ in names} >= {f"{each}.html" for each in _LISTS}
    assert names <= {(route, headings[route]) for route in pages}


def test_the_comparison_shows_what_changed_what_is_missing_and_what_is_new() -> None:
    shown = differences({"a": b"same\nold", "b": b""}, {"a": b"same\nnew", "c": b""})
    assert shown.split("\n") == [
        "--- expected/a",
        "+++ built/a",
        "@@ -1,2 +1,2 @@",
        " same",
        "-old",
        "+new",
        "b: was not built",
        "c: was not expected",
    ]


# ---------------------------------------------------------------- the same bytes everywhere


def test_the_bytes_do_not_depend_on_the_machine(tmp_path: Path) -> None:
    """Hash seed, time zone, locale, working folder, absolute folder, umask, clock and order of files all differ."""
    for folder, backwards in (("one", False), ("two/deeper", True)):
        copy(SITES / "full" / "content", tmp_path / folder / "content", backwards=backwards)
    first = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C"}
    second = {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1"}
    one = built_by(tmp_path / "one", tmp_path, first, umask=0o077)
    two = built_by(tmp_path / "two/deeper", ROOT, second, umask=0o000)
    assert differences(one, two) == ""
    assert len(one) > 20


def copy(source: Path, target: Path, *, backwards: bool) -> None:
    """Copy a folder; `backwards` makes its files in the opposite order, which is how some file systems list them."""
    for path in sorted(source.rglob("*"), reverse=backwards):
        if path.is_file():
            made = target / path.relative_to(source)
            made.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, made)


def built_by(
    folder: Path, working: Path, environment: dict[str, str], *, umask: int, options: tuple[str, ...] = ()
) -> dict[str, bytes]:
    """Build the content in a folder by the command, as another machine would, and return its files."""
    build = [sys.executable, f"{ROOT}/build.py", "build", "--no-cache"]
    command = [*build, "--content", f"{folder}/content", "--output", f"{folder}/site"]
    built = subprocess.run(
        [*command, *options],
        cwd=working,
        env=os.environ | environment,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    return files_in(folder / "site")


def test_the_bytes_do_not_depend_on_how_many_processes_render(tmp_path: Path) -> None:
    shutil.copytree(SITES / "apollo" / "content", tmp_path / "content")
    record = "  {0}:\n    name: Somebody {0}\n    kind: person\n    summary: They met NASA.\n    uncited: made up\n"
    many = "actors:\n" + "".join(record.format(f"somebody-{number}") for number in range(510))
    (tmp_path / "content" / "facts" / "many.yaml").write_text(many, encoding="utf-8")
    alone, together = (built_by(tmp_path, ROOT, {}, umask=0o022, options=("--jobs", jobs)) for jobs in ("1", "3"))
    assert differences(alone, together) == ""
    assert len(alone) > 510
