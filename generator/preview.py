"""A preview with live reload: the ordinary build, into a folder of its own, whenever a file is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from livereload import Server

from generator.errors import SiteError, UsageError
from generator.pipeline import Options, build


def serve(options: Options, *, port: int, opens: bool, say: Callable[[str], None]) -> None:
    """Serve the site on 127.0.0.1 until interrupted. While the content has problems the last good pages stay up."""
    with TemporaryDirectory(prefix="standfirst-") as folder:
        output = Path(folder) / "site"
        build(options, output)

        def rebuild() -> None:
            try:
                say(f"Built {build(options, output).pages} pages.")
            except (SiteError, UsageError) as error:
                say(str(error))

        server = Server()
        for watched in (options.content, options.templates):
            server.watch(str(watched), rebuild)
        say(f"Preview on http://127.0.0.1:{port}/ (Ctrl-C ends it)")
        server.serve(port=port, host="127.0.0.1", root=str(output), open_url_delay=0 if opens else None)
