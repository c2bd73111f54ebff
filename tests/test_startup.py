"""What a command loads before it begins: packages that most explainers do not need are left to those that do."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import packages_distributions

from tests.explainers import ROOT

# As `import` names them. Each delays every build by one to ten hundredths of a second.
LOADED = {
    *("babel", "filelock", "fontTools", "fontpkg_amiri", "fontpkg_source_serif_4", "icu", "jinja2", "lxml", "markdown"),
    *("markupsafe", "rapidfuzz", "regex", "resvg_py", "yaml"),
}
# What the library of Python would load by the way.
NOT_LOADED = {"asyncio", "email", "http.client", "ssl", "urllib.request"}
# All that an installed package can be imported by; what else is loaded belongs to one of these.
PACKAGES = frozenset(packages_distributions()) - {"_distutils_hack"}
PROGRAM = """
import sys
from standfirst.cli import main

code = main(["check", "--content", "generator/standfirst/starter"])
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""


def test_check_loads_only_what_every_explainer_needs() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT}/generator"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(ran.stderr.split())
    assert not loaded & NOT_LOADED
    packages = {name.partition(".")[0] for name in loaded}
    assert packages & PACKAGES == LOADED
