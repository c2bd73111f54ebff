"""What docs/look.md has writers type is whole: together it makes another look, without a problem."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from standfirst.options import Options
from standfirst.pipeline import make_site
from tests.explainers import ROOT

PAGE = (ROOT / "docs" / "look.md").read_text(encoding="utf-8")
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10z"/></svg>'


def test_what_it_has_one_type_makes_a_site_of_that_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "generator/standfirst/starter", "content")
    files = dict(re.findall(r"[Ii]n `([^`]+)`:\n\n```\w+\n(.*?)```", PAGE, re.DOTALL))
    assert len(files) == 5
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")
    Path("content/fonts").mkdir()
    for named in ("serif.woff2", "serif-italic.woff2", "sans.woff2"):
        Path("content/fonts", named).write_bytes(b"wOF2" + named.encode())
    for named in ("logo.svg", "mark.svg"):
        Path("content/images", named).write_text(LOGO, encoding="utf-8")

    built = make_site(Options(content=Path("content")))

    assert not built.warnings
    pages = {each.route: each.body.decode(errors="replace") for each in built.artifacts}
    assert 'src="images/logo.svg" alt="The Pier" width="128" height="32"' in pages["index.html"]
    assert '<p class="imprint">The Pier, 1 Quay Street</p>' in pages["404.html"]
    assert "Tell the desk of The Pier." in "".join(text for route, text in pages.items() if route.startswith("actors/"))
    assert '<div class="voice">' in "".join(pages.values())
    assert any(text.startswith("wOF2sans") for route, text in pages.items() if route.startswith("assets/label."))
