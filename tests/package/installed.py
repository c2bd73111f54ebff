"""A wheel, built and run."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# Seconds; what takes longer does not end.
PATIENCE = 300


@dataclass(frozen=True, slots=True)
class Installed:
    """A Python of its own in which the wheel is installed, and how its command is run."""

    bin: Path
    environment: dict[str, str]

    def standfirst(self, *arguments: str, working: Path) -> str:
        """Run the command, which must end well, and return what it prints."""
        command = [str(self.bin / "standfirst"), *arguments]
        ran = subprocess.run(
            command, cwd=working, env=self.environment, capture_output=True, text=True, check=False, timeout=PATIENCE
        )
        assert ran.returncode == 0, f"{command}:\n{ran.stdout}{ran.stderr}"
        return ran.stdout


def build(target: str, source: Path, folder: Path) -> Path:
    """Build a wheel or an sdist, without a look at the network, and return the file."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1764374400"}
    built = subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return next(folder.iterdir())
