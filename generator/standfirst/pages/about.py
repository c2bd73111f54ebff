"""How we know, who made this, and on what terms it may be used."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from standfirst.model import Source
from standfirst.model.addresses import ABOUT, CHANGES, DATA, SOURCES
from standfirst.model.frozen_class import frozen
from standfirst.pages.home import how_we_know
from standfirst.present.cited_passages import cited_passages, rests_on_one_source
from standfirst.present.contact import contact_address
from standfirst.present.highlights import Excerpt, excerpt, first_of
from standfirst.present.page_view import PageView
from standfirst.present.planner import PlannedPage, Planner
from standfirst.present.view_parts import Link
from standfirst.present.views import ProseView, SourceView
from standfirst.present.vouched import VouchedView, vouched_view


@frozen(kw_only=True)
class AboutView(PageView):
    """`checked` says how much of the wording was checked against the sources; empty where nothing is cited.

    `vouched` says what people read beside the passages.
    """

    checked: str
    how_we_know: ProseView | None
    vouched: VouchedView | None
    sources: Excerpt[SourceView]
    only_source: bool
    data: Link
    changes: Link
    contact: str
    contact_address: str


def plan(planner: Planner) -> Iterator[PlannedPage]:
    """Yield the page about the explainer."""
    yield PlannedPage(ABOUT, "pages/about.html", partial(_view, planner))


def _view(planner: Planner) -> AboutView:
    site = planner.site
    say, explainer = planner.say, site.explainer
    cited = {source: len(passages) for source, passages in cited_passages(planner.presenter).items()}
    return AboutView(
        **planner.page_fields("about", ABOUT, planner.name(ABOUT), say("How this explainer was made.")),
        checked=_checked(planner, sources=len(cited), passages=sum(cited.values())) if cited else "",
        how_we_know=how_we_know(explainer, planner.presenter),
        vouched=vouched_view(planner.presenter.written, planner.presenter.lock, planner.presenter.naming),
        sources=excerpt(
            planner.presenter.views(SourceView, first_of(site.all(Source), site)),
            len(site.all(Source)),
            planner.link(SOURCES),
            planner.presenter.naming,
        ),
        only_source=rests_on_one_source(site),
        data=planner.link(DATA),
        changes=planner.link(CHANGES),
        contact=explainer.contact,
        contact_address=contact_address(explainer.contact),
    )


def _checked(planner: Planner, *, sources: int, passages: int) -> str:
    naming, quotations = planner.presenter.naming, planner.quotations
    from_sources = naming.say("%(passages)s from %(sources)s") % {
        "passages": naming.ngettext("%(count)s passage", "%(count)s passages", passages),
        "sources": naming.ngettext("%(count)s source", "%(count)s sources", sources),
    }
    quoted = naming.ngettext(
        "%(count)s stretch of quoted words, in quotations and in sentences",
        "%(count)s stretches of quoted words, in quotations and in sentences",
        quotations,
    )
    what = naming.join_with_and([from_sources, quoted] if quotations else [from_sources])
    return naming.say("Wording checked against the source: %(what)s.") % {"what": what}
