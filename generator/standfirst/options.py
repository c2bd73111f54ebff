"""What a build is asked for, and the stages that whoever watches one hears of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path

from standfirst.model import BEFORE_ALL, Content, Drafts, Id, Instant, SiteUrl
from standfirst.model.frozen_class import frozen


class Stage(StrEnum):
    """The stages of a build, as who watches one hears of them. Files beside pages are made once all pages are right.

    Earlier days are made where the explainer names some.
    """

    READ = "read"
    DECODE = "decode"
    PROVE = "prove"
    RESOLVE = "resolve"
    CHECK = "check"
    PLAN = "plan"
    RENDER = "render"
    DAYS = "earlier days"
    LINT = "lint"
    FILES = "files"
    PUBLISH = "publish"


@frozen(kw_only=True)
class Options:
    """What a build is asked for. `base_url` stands in for that of site.yaml; `jobs` is how many processes render.

    The files of `templates` lie over those of the default theme; without it those of `templates/` beside the content
    do, where that is there. What waits for a moment is published if that has come by `now`, which nothing else tells.
    `cluster` is the address of a scheduler whose workers render in their place. `copies` are of sources, lie elsewhere,
    and take the place of those in the content folder. `on_progress` hears while pages are rendered how many are done,
    of how many; `on_stage` hears which stage begins; `on_content` hears what the content folder says, where all of it
    could be read. `on_page` hears the route of each page that is made next: where it is given, pages are made one after
    another in this process. `as_of` is the earlier day as which the site is made, as Git has it.
    """

    content: Path
    templates: Path | None = None
    base_url: SiteUrl | None = None
    drafts: Drafts = Drafts.HIDE
    now: Instant = BEFORE_ALL
    as_of: date | None = None
    jobs: int = 1
    cluster: str | None = None
    copies: tuple[tuple[Id, Path], ...] = ()
    on_progress: Callable[[int, int], None] = lambda _done, _total: None
    on_stage: Callable[[Stage], None] = lambda _stage: None
    on_content: Callable[[Content], None] = lambda _content: None
    on_page: Callable[[str], None] | None = None

    @property
    def templates_over(self) -> Path:
        """The folder whose files lie over the default theme, if it is there."""
        # Of `.` and of what ends in `..`, only the system knows what lies above.
        content = self.content if self.content.name not in {"", ".."} else self.content.absolute().resolve()
        return self.templates or content.parent / "templates"
