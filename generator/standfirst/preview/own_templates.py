"""The templates of what the preview itself shows."""

from __future__ import annotations

import functools
from pathlib import Path

import jinja2

_FOLDER = Path(__file__).parent


@functools.cache
def own_template(name: str) -> jinja2.Template:
    """Return a template of this folder."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
