"""A web host on loopback that answers as the site's own host does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from standfirst.outputs.artifact import ReadyFiles
from standfirst.preview.host import Answer, answer, rules_of_site
from standfirst.preview.netlify_file import netlify_rules
from standfirst.reading.one_file import read_text
from tests.explainers import ROOT, files_in


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """Serve a folder on a free port, by netlify.toml, and give its address, without a slash at the end."""
    files = ReadyFiles(files_in(site))
    rules = netlify_rules(read_text(ROOT / "netlify.toml")) + rules_of_site(files)

    with answering(lambda path: answer(path, files, rules)) as address:
        yield address


@contextmanager
def answering(answer_to: Callable[[str], Answer]) -> Iterator[str]:
    """Answer on a free port to the path of each address, and give the address of it, without a slash at the end."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answered = answer_to(unquote(urlsplit(self.path).path))
            self.send_response(answered.status)
            for name, value in answered.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answered.body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: what went wrong shows in the browser."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
