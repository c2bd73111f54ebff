"""What is published on an index: the wheel, its sdist, and the command that it installs."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import tarfile
import urllib.request
import zipfile
from pathlib import Path

import pytest

import standfirst
from standfirst.program import PACKAGE
from tests.explainers import ROOT, files_in
from tests.package.installed import PATIENCE, Installed, build

pytestmark = pytest.mark.xdist_group("package")


def test_the_wheel_holds_the_package_its_data_and_the_theme_and_the_sdist_gives_the_same_bytes(
    wheel: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if not name.startswith("standfirst-")}
    # The package has what its pages show, but for a picture of the README's.
    of_package = {f"standfirst/{path}" for path in files_in(PACKAGE) if "__pycache__" not in path}
    docs = {f"standfirst/docs/{path}" for path in files_in(ROOT / "docs") if not path.endswith(".png")}
    assert held == of_package | docs | {f"standfirst/theme/{path}" for path in files_in(ROOT / "templates")}
    with tarfile.open(build("sdist", ROOT, tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    source = next((tmp_path / "source").iterdir())
    assert build("wheel", source, tmp_path / "again").read_bytes() == wheel.read_bytes()


def test_the_installed_command_starts_a_project_builds_and_serves_it_as_a_checkout_does(
    installed: Installed, tmp_path: Path
) -> None:
    assert installed.standfirst("--version", working=tmp_path) == f"standfirst {standfirst.__version__}\n"
    installed.standfirst("new", ".", working=tmp_path)
    installed.standfirst(working=tmp_path)
    checkout = [sys.executable, str(ROOT / "build.py"), "build", "--no-cache", "--content", str(tmp_path / "content")]
    subprocess.run([*checkout, "--output", str(tmp_path / "other")], check=True, capture_output=True)
    assert files_in(tmp_path / "site") == files_in(tmp_path / "other")
    assert installed.standfirst("docs", "tutorial", working=tmp_path).startswith("# ")
    serves_a_page(installed, tmp_path)
    (tmp_path / "ferry.txt").write_text("The ferry ran until noon.\n", encoding="utf-8")
    installed.standfirst("source", "add", "ferry.txt", "--no-archive", working=tmp_path)
    assert (tmp_path / "content" / "sources" / "ferry.txt").is_file()


def serves_a_page(installed: Installed, working: Path) -> None:
    command = [str(installed.bin / "standfirst"), "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=working, env=installed.environment, stdout=subprocess.PIPE, text=True
    ) as serving:
        try:
            assert serving.stdout
            said = next(line for line in serving.stdout if "Preview on" in line)
            address = re.search(r"http://\S+", said)
            assert address
            with urllib.request.urlopen(address[0], timeout=PATIENCE) as page:
                assert b"Low Bridge" in page.read()
                # As the host would: by the rules in the project.
                assert page.headers["Cross-Origin-Opener-Policy"] == "same-origin"
            serving.send_signal(signal.SIGINT)
            assert serving.wait(PATIENCE) == 0
        finally:
            serving.kill()


def test_the_version_is_that_of_the_newest_release_in_the_changelog() -> None:
    heads = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert heads[0] == "Unreleased"
    assert re.fullmatch(rf"{re.escape(standfirst.__version__)} \(\d{{4}}-\d\d-\d\d\)", heads[1])
