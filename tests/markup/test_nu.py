"""The published site is valid by the Nu HTML checker: its pages, its stylesheets and its pictures."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from standfirst.preview.desk_addresses import DESK, STYLESHEET
from standfirst.preview.desk_pages import desk_answer, open_desk
from tests.explainers import read_site

VNU = Path(__file__).resolve().parents[2] / "node_modules/vnu-jar/build/dist/vnu.jar"


def errors_in(folder: Path) -> list[str]:
    """Return the checker's errors as `route:line: message`, in its order."""
    if not shutil.which("java") or not VNU.is_file():
        pytest.fail("the Nu HTML checker is missing: `make test` installs it", pytrace=False)
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--errors-only"]
    files = ["--skip-non-html", "--also-check-css", "--also-check-svg", str(folder)]
    # Long tables need more than Java's ordinary stack; what ends within seconds is not worth compiling well.
    java = ["java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    command = [*java, "-jar", str(VNU), *options, *files]
    checked = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{message.get('url', '').rpartition(f'{folder}/')[2]}:{message.get('lastLine', 0)}: {message['message']}"
        for message in json.loads(checked.stdout)["messages"]
    ]


FAULTS = {
    "page.html": "<!doctype html><html lang=en><title>Twice</title><p id=one><p id=one>",
    "style.css": "p { colour: red }",
    "picture.svg": '<svg xmlns="http://www.w3.org/2000/svg"><p/></svg>',
}


def test_the_checker_sees_what_is_wrong_with_a_page_a_stylesheet_and_a_picture_and_nothing_with_the_desk(
    tmp_path: Path,
) -> None:
    for name, text in FAULTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    # Beside them, so that Java is started once: writers' pages are valid too.
    desk = open_desk(read_site("full"))
    for name, address in (("desk.html", DESK), ("desk.css", STYLESHEET)):
        (tmp_path / name).write_bytes(desk_answer(address, {}, desk).body)
    assert {error.split(":")[0] for error in errors_in(tmp_path)} == set(FAULTS)


def test_the_published_site_has_no_errors(published_site: Path) -> None:
    assert errors_in(published_site) == []
