"""Write those pages of `docs/` that are made from the code: `make docs`, or `python -m tests.documentation.write`."""

from __future__ import annotations

from tests.documentation.messages import messages
from tests.documentation.reference import reference
from tests.explainers import ROOT

PAGES = {"reference.md": reference, "messages.md": messages}


def write() -> None:
    """Write each page in the place of the one that is there."""
    for name, page in PAGES.items():
        (ROOT / "docs" / name).write_text(page(), encoding="utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    write()
