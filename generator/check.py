"""The rules about a resolved site: what does not hold, and what a writer should look at."""

from __future__ import annotations

from generator.checks.standing import standing
from generator.errors import Problem
from generator.site import Site


def check(site: Site) -> tuple[Problem, ...]:
    """Return everything that is wrong, or may be, with a site whose ids all lead somewhere."""
    return (*standing(site),)
