"""Change the code where nobody looks, and list what no test notices: `python -m tests.mutants MODULE TESTS...`.

    python -m tests.mutants site/resolve.py tests/unit/site tests/test_broken.py

needs `pip install mutmut` in the environment that runs it. It works on a copy of what git knows of, since mutmut wants
the package below src/. What survives and changes nothing that can be seen, `strict=` of a `zip` say, is no fault.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = """
[tool.mutmut]
source_paths = ["src/standfirst"]
only_mutate = ["src/standfirst/{module}"]
pytest_add_cli_args_test_selection = {tests}
also_copy = ["bench", "build.py", "content", "docs", "netlify", "netlify.toml", "templates", "tests"]
"""


def copy_to(folder: Path) -> None:
    """Copy the files that git knows of, with the package below src/."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        source, target = ROOT / name, folder / name.replace("generator/", "src/", 1)
        # mutmut copies what links lead to, and one leads nowhere.
        if source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def main(module: str, tests: Sequence[str]) -> int:
    """Run mutmut for one module with the tests that are to notice its changes, and list what survived."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        copy_to(folder)
        settings = folder / "pyproject.toml"
        moved = settings.read_text(encoding="utf-8").replace('".", "generator"', '".", "src"')
        settings.write_text(moved + SETTINGS.format(module=module, tests=list(tests)), encoding="utf-8")
        ours = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        ended = subprocess.run([sys.executable, "-m", "mutmut", "run"], cwd=folder, env=ours, check=False)
        subprocess.run([sys.executable, "-m", "mutmut", "results"], cwd=folder, env=ours, check=False)
    return ended.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
