"""What is asked for where a site is made as it stood on an earlier day."""

from __future__ import annotations

from standfirst.model import SiteUrl, end_of
from standfirst.model.addresses import past_folder
from standfirst.options import Options
from standfirst.present.past import Past


def options_then(options: Options, past: Past) -> Options:
    """Return the options for a day: at its end, so that what was held back then still is, and at its own address."""
    return Options(
        content=options.content,
        templates=options.templates,
        base_url=SiteUrl(past.today.base_url + past_folder(past.day)),
        drafts=options.drafts,
        now=end_of(past.day),
        jobs=options.jobs,
    )
