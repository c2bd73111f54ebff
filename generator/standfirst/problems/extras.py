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


def how_to_install(extra: Extra) -> str:
    """Return what to do to have what an extra brings."""
    return f"run `pip install 'standfirst[{extra}]'`"


@contextmanager
def needs(extra: Extra, what: str) -> Iterator[None]:
    """Say in a `UsageError` what to install where a package is missing that is imported in here for `what`."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("standfirst"):
            raise
        how = how_to_install(extra)
        raise UsageError(f"{what} needs '{error.name}', which is not installed here; {how}") from None
