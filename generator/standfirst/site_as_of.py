"""The explainer as it stood on one earlier day, as a site of its own: what `--as-of` asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from standfirst.decoding.decode import decode
from standfirst.history.git import history_of
from standfirst.history.past_content import read_content_at
from standfirst.model import UNCHANGING, end_of
from standfirst.options import Options, Stage
from standfirst.past_days.day_problems import named_elsewhere, pages_without_day
from standfirst.past_days.options_then import options_then
from standfirst.pipeline import BuiltSite, lint_site, plan_site
from standfirst.present.past import Past, Today
from standfirst.problems.errors import SiteError, UsageError, stop_at_errors
from standfirst.program import default_theme
from standfirst.reading.files import ContentFiles, TemplateFiles
from standfirst.reading.read import read_content, read_templates
from standfirst.rendering.site_files import PageStore


def make_site_as_of(day: date, options: Options) -> BuiltSite:
    """Make the site as it stood at the end of a day, by the templates of today, which are what today's program fills.

    It has the pages that a site has that names the day, and no feeds, cards and other files that readers or machines
    follow. Raises a `SiteError` with the problems of the content then, or a `UsageError` where Git does not have it.
    """
    if end_of(day) >= options.now:
        raise UsageError(f"{day} is not over yet, in UTC; name an earlier day")
    options.on_stage(Stage.READ)
    history = history_of(options.content)
    files, templates = (
        read_content_at(history, history.commit_of(day)),
        read_templates(default_theme(), options.templates_over),
    )
    stop_at_errors((*files.problems, *templates.problems))
    past = Past(day, _today(options, templates, files), is_within=False)
    then = replace(
        options_then(options, past), on_stage=options.on_stage, on_progress=options.on_progress, on_page=options.on_page
    )
    planned = plan_site(files, templates, then, PageStore(for_later=False), past)
    options.on_stage(Stage.RENDER)
    stop_at_errors(planned.files.render_all(options.jobs, options.on_progress))
    stop_at_errors(pages_without_day(planned.files, day.isoformat()))
    # What comes next has come long since.
    linted = lint_site(planned, options.on_stage, jobs=options.jobs, elsewhere=named_elsewhere(planned.files, past))
    return replace(linted, schedule=UNCHANGING)


def _today(options: Options, templates: TemplateFiles, files_then: ContentFiles) -> Today:
    """How pages lead to those of today; where today's content has errors, as if each were where it was then."""
    try:
        files = read_content(options.content)
        stop_at_errors(files.problems)
        quiet = Options(content=options.content, base_url=options.base_url, now=options.now)
        return plan_site(files, templates, quiet, PageStore(for_later=False)).today
    except SiteError:
        base_url = options.base_url or decode(files_then).content.explainer.base_url
        return Today(base_url.rstrip("/") + "/", None, {})
