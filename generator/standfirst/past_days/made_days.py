"""What comes of earlier days for the site that shows them."""

from __future__ import annotations

from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import Artifact
from standfirst.publishing.finished_site import ShownCommit


@frozen
class PastDays:
    """The files of earlier days, in their folders; how many are pages, and by which commits they were made."""

    artifacts: tuple[Artifact, ...] = ()
    pages: int = 0
    commits: tuple[ShownCommit, ...] = ()


NO_DAYS = PastDays()
