"""The program as it was started: where its own files are, where the user's are, and what it is called."""

from __future__ import annotations

from pathlib import Path

from standfirst.model.frozen_class import frozen

PACKAGE = Path(__file__).resolve().parent


@frozen
class Program:
    """How the program was started.

    `home` is the folder whose `content/`, `site/` and `netlify.toml` are meant where arguments name no others. `name`
    is what the program calls itself: the name of the command, or of the script that was run.
    """

    home: Path
    name: str

    @property
    def command(self) -> tuple[str, ...]:
        """What to type to run it again: `standfirst`, or a script that is named by its path, behind `python3`."""
        return ("python3", str(self.home / self.name)) if self.name.endswith(".py") else (self.name,)


def documentation() -> Path:
    """Return the folder of the pages that say how to write and publish with this version.

    An installed package brings them along as `docs/`, as a checkout has them beside the source root.
    """
    shipped = PACKAGE / "docs"
    return shipped if shipped.is_dir() else PACKAGE.parents[1] / "docs"


def default_theme() -> Path:
    """Return the folder of the templates that make a site where nobody names others.

    An installed package brings them along as `theme/`; in a checkout they are `templates/`, beside the source root.
    """
    shipped = PACKAGE / "theme"
    return shipped if shipped.is_dir() else PACKAGE.parents[1] / "templates"
