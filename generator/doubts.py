"""What a writer should look at in a text that can be read: whether it is all there, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.losses import losses
from generator.model import Form
from generator.nodes import Scalar
from generator.unwanted import unwanted


def doubts_of(written: Scalar, form: Form | None) -> Iterator[Problem]:
    """Everything doubtful in one text that readers see, as warnings where it stands."""
    if written.text.strip():
        yield from losses(written, form)
        yield from unwanted(written)
