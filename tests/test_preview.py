"""The preview, as a writer uses it: started by its command, read through its address, ended with Ctrl-C."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 20.0


@pytest.fixture
def writing(tmp_path: Path) -> Path:
    """A content folder that a writer works in."""
    return Path(shutil.copytree(ROOT / "generator" / "starter", tmp_path / "content"))


@pytest.fixture
def address(writing: Path) -> Iterator[str]:
    """Where the preview of the folder is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--content", str(writing), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as preview:
        try:
            yield f"http://127.0.0.1:{port}/index.html"
            preview.send_signal(signal.SIGINT)
            assert preview.wait(PATIENCE) == 0
        finally:
            # Without this, a preview that does not end would keep the tests waiting for ever.
            preview.kill()


def shows(address: str, words: str) -> bool:
    """Tell whether a page comes to hold these words while one would still wait for it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address) as page:
                if words in page.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.1)
    return False


def test_what_is_saved_is_shown_drafts_too_and_a_mistake_leaves_the_last_good_page(writing: Path, address: str) -> None:
    section = writing / "sections" / "10-what-happened.md"
    written = section.read_text(encoding="utf-8")
    assert shows(address, "livereload.js")

    section.write_text(written.replace("title: What happened?", "title: What is new?\ndraft: true"), encoding="utf-8")
    assert shows(address, "What is new?")

    section.write_text(written + "\n[](event:nothing)\n", encoding="utf-8")
    time.sleep(2)
    assert shows(address, "What is new?")

    section.write_text(written + "\nMended.\n", encoding="utf-8")
    assert shows(address, "Mended.")
