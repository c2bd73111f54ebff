"""The wheel, built and installed as whoever takes it from an index has it: no file of the checkout is at hand."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.explainers import ROOT


@dataclass(frozen=True, slots=True)
class Installed:
    """A Python of its own in which the wheel is installed, and how its command is run."""

    bin: Path
    environment: dict[str, str]

    def run(self, *command: str, working: Path) -> subprocess.CompletedProcess[str]:
        """Run a command by name, as a shell would in which that Python is active; it must end well."""
        ran = subprocess.run(
            command, cwd=working, env=self.environment, executable=self._found(command[0]),
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert ran.returncode == 0, f"{command}:\n{ran.stdout}{ran.stderr}"
        return ran

    def _found(self, name: str) -> str | None:
        return str(self.bin / name) if (self.bin / name).exists() else None


def build(target: str, source: Path, folder: Path) -> Path:
    """Build a wheel or an sdist, without a look at the network, and return the file."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1764374400"}
    built = subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return next(folder.iterdir())


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel in a fresh environment, which borrows the packages that it needs.

    To install these anew would take a minute and a network; that pyproject.toml names all of them another test shows.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    python = folder / "venv" / "bin" / "python"
    options = ("--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check", "--quiet")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", *options, str(wheel)]
    subprocess.run(pip, check=True, timeout=60)
    site_packages = next((folder / "venv" / "lib").glob("python*/site-packages"))
    (site_packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    home = folder / "home"
    home.mkdir()
    return Installed(python.parent, {"PATH": f"{python.parent}:/usr/bin:/bin", "HOME": str(home)})
