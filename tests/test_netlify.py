"""What Netlify keeps between builds: the plugin that `netlify.toml` names, run as Netlify runs it."""

from __future__ import annotations

import json
import subprocess
import tomllib

from tests.explainers import ROOT

PROGRAM = """
const plugin = require(process.argv[1]);
const called = [];
const cache = Object.fromEntries(["restore", "save"].map((name) => [name, (folder) => called.push([name, folder])]));
(async () => {
  for (const event of ["onPreBuild", "onBuild", "onPostBuild", "onEnd"]) {
    await plugin[event]?.({ utils: { cache } });
  }
  console.log(JSON.stringify(called));
})();
"""


def test_the_cache_is_restored_before_a_build_and_saved_after_it() -> None:
    (named,) = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))["plugins"]
    folder = ROOT / named["package"].removeprefix("/")
    assert (folder / "manifest.yml").read_text(encoding="utf-8") == f"name: {folder.name}\n"
    ran = subprocess.run(["node", "-e", PROGRAM, str(folder)], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == [["restore", ".cache"], ["save", ".cache"]]
