"""Packages that a plain install leaves out, since few explainers need them: the extras of pyproject.toml."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from standfirst.problems.errors import UsageError


class Extra(StrEnum):
    """The extras, as they are named when they are installed."""

    IMPORT = "import"
    CLUSTER = "cluster"
    WEB = "web"


@contextmanager
def needs(extra: Extra, what: str) -> Iterator[None]:
    """Say in a `UsageError` what to install where a package cannot be imported in here that `what` needs."""
    try:
        yield
    except ImportError as error:
        if (error.name or "").startswith("standfirst"):
            raise
        brought = f"standfirst[{extra}]"
        how = f"run `pip install '{brought}'`"
        raise UsageError(f"{what} needs {brought}, of which {_what_is_wrong(error)}; {how}") from None


def _what_is_wrong(error: ImportError) -> str:
    if isinstance(error, ModuleNotFoundError):
        return f"'{error.name}' is not installed here"
    # It is there, and lacks another, or does not fit it.
    return f"a package cannot be loaded here ({str(error).partition(chr(10))[0].rstrip('.')})"
