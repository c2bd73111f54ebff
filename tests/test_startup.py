"""What a command loads before it begins: packages that most explainers do not need are left to those that do."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.explainers import ROOT

# As `import` names them. Each delays every build by one to ten hundredths of a second.
LOADED = {
    *("babel", "fontTools", "fontpkg_amiri", "fontpkg_source_serif_4", "icu", "jinja2", "lxml", "markdown"),
    *("markupsafe", "rapidfuzz", "regex", "resvg_py", "yaml"),
}
# Babel loads it where another package has had it installed; that takes some thousandths of a second.
WHERE_INSTALLED = {"pytz"}
# What the library of Python would load by the way.
NOT_LOADED = {"asyncio", "email", "http.client", "ssl", "urllib.request"}
# All that an installed package can be imported by; what else is loaded belongs to one of these.
PACKAGES = frozenset(packages_distributions()) - {"_distutils_hack"}
PROGRAM = """
import sys
from standfirst.cli import main

code = main(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""


def loaded_by(*arguments: str) -> set[str]:
    """Return the modules that a command has loaded when it ends."""
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT}/generator"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stderr.split())


def packages_of(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules} & PACKAGES


def test_check_loads_only_what_every_explainer_needs() -> None:
    loaded = loaded_by("check", "--content", "generator/standfirst/starter", "--no-cache")
    assert not loaded & NOT_LOADED
    assert packages_of(loaded) - WHERE_INSTALLED == LOADED


def test_a_build_of_what_has_not_changed_loads_no_package(tmp_path: Path) -> None:
    command = ("build", "--content", "generator/standfirst/starter", "--output", f"{tmp_path}/site")
    assert packages_of(loaded_by(*command, "--cache", f"{tmp_path}/cache")) > {"jinja2", "yaml"}
    loaded = loaded_by(*command, "--cache", f"{tmp_path}/cache")
    assert not packages_of(loaded)
    assert not loaded & {*NOT_LOADED, "standfirst.pipeline", "standfirst.language", "standfirst.prose"}
