"""Prose as HTML: what references, embeds, footnotes and headings become, and that nothing else gets through."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence
from functools import partial

import pytest

from standfirst.model import FactId, Id, Kind, MarkdownForm
from standfirst.model.addresses import CHRONOLOGY, Address, href
from standfirst.present.evidence_views import CitationView, PassageView, ProseCitation
from standfirst.present.view_parts import Link
from standfirst.present.views import FactTarget, PictureTarget, ProseView, TimelineView
from standfirst.problems.errors import SiteError
from standfirst.prose.names import FactName
from standfirst.prose.references import read_prose
from standfirst.rendering.prose.html import HtmlWriter, PageCallbacks
from standfirst.sources.passages import wording_of
from tests.explainers import content, image_tag, images_in, made, some_address, text_node

TERM = FactId(Kind.TERM, Id("say"))
TIMELINE = TimelineView((), Link("Chronology", Address(CHRONOLOGY)))


def view(text: str, form: MarkdownForm = MarkdownForm.BLOCK, *, scope: str = "text") -> ProseView:
    prose = read_prose(text_node(text), form)
    facts = {each.reference.to for each in prose.mentions}
    targets = tuple(FactTarget(fact, some_address(fact), f"the <{fact.id}>") for fact in sorted(facts))
    cited = tuple(
        ProseCitation(each.source.to, str(wording_of(passage)), shown(each.source.to.id, passage.words))
        for each in prose.citations
        for passage in each.passages
    )
    return ProseView(
        markdown=text,
        form=form,
        document=prose.document,
        origin=prose.origin,
        scope=scope,
        targets=targets,
        citations=cited,
        images=images_in(prose),
    )


def shown(source: str, words: str) -> CitationView:
    address = Address(f"sources/{source}.html")
    return CitationView(Link(source, address), (PassageView(words, "", "", 1, address, ""),))


def marked(citations: Sequence[CitationView], _side_note: bool) -> str:
    """A mark that tells of each citation its source and the first word of its passage: `|x:one y:two|`."""
    return f"|{' '.join(f'{each.source.text}:{each.passages[0].words.split()[0]}' for each in citations)}|"


def callbacks(route: str = "index.html") -> PageCallbacks:
    return PageCallbacks(
        lambda address: href(address, route, "/"),
        lambda embed, anchored: f"<{type(embed).__name__} {anchored}>",
        image_tag,
        marked,
    )


def html(text: str, form: MarkdownForm = MarkdownForm.BLOCK, *, route: str = "index.html") -> str:
    return HtmlWriter(str).to_html(view(text, form), callbacks(route))


# ---------------------------------------------------------------- references


def test_a_link_to_a_fact_leads_to_its_address_and_names_it() -> None:
    assert html("[them](actor:x)") == '<p><a data-fact="actor:x" href="actors/x.html">them</a></p>'


@pytest.mark.parametrize("text", ["[x](actor:x{})", "[x](https://example.org/{})", "![x](images/map.png{})"])
def test_titles_of_links_and_images_are_kept(text: str) -> None:
    assert html(text.format(' "Who"'), MarkdownForm.INLINE).count(' title="Who"') == 1
    assert "title" not in html(text.format(""), MarkdownForm.INLINE)


def test_a_link_without_a_text_writes_what_the_fact_writes_and_escapes_it() -> None:
    assert html("[](term:x)") == '<p><a data-fact="term:x" href="glossary.html#term-x">the &lt;x&gt;</a></p>'


@pytest.mark.parametrize("text", ["15\u00a0April\u00a02019", "**213**\u00a0people", "14–19\u00a0mai"])
def test_dates_and_amounts_are_not_broken_across_lines(text: str) -> None:
    assert html(f"[{text}](event:x)").startswith('<p><a class="unbroken" data-fact="event:x" ')
    assert 'class="unbroken"' in html(f"[{text}](figure:x)")


@pytest.mark.parametrize("link", ["[his capture](event:x)", "[15 people in all](actor:x)", "[around 2014](event:x)"])
def test_words_and_values_among_them_are_broken_where_lines_end(link: str) -> None:
    assert "unbroken" not in html(link)


@pytest.mark.parametrize(
    ("route", "link"),
    [("index.html", "actors/x.html"), ("actors/y.html", "../actors/x.html"), ("404.html", "/actors/x.html")],
)
def test_a_link_is_relative_to_the_page_it_stands_on(route: str, link: str) -> None:
    assert f'href="{link}"' in html("[them](actor:x)", route=route)


def test_a_link_to_a_page_of_the_site_is_written_from_its_root_and_works_from_any_folder() -> None:
    assert 'href="../glossary.html#term-x"' in html("[x](glossary.html#term-x)", route="actors/y.html")
    assert 'href="../glossary.html"' in html("[x](glossary.html)", route="actors/y.html")
    assert 'href="#term-x"' in html("[x](glossary.html#term-x)", route="glossary.html")


def test_signs_of_html_are_escaped_and_a_blank_that_is_not_the_ordinary_one_is_a_number() -> None:
    assert html('"It" isn\'t 5&nbsp;< 6', MarkdownForm.INLINE) == '"It" isn\'t 5&#160;&lt; 6'
    link = """<a href="https://example.org/" title="it's &quot;so&quot;">x</a>"""
    assert html("""[x](https://example.org/ 'it\\'s "so"')""", MarkdownForm.INLINE) == link


# ---------------------------------------------------------------- marks


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("So [@x: one two three] it was", "So|x:one| it was"),
        ("So [@x: one two three].", "So.|x:one|"),
        ("“So [@x: one two three].” Or", "“So.”|x:one| Or"),
        ("*So* [@x: one two three], or", "<em>So</em>,|x:one| or"),
        ("[@x: one two three] So", "|x:one| So"),
        ("So [@x: one two three] and [@x: four five six].", "So|x:one| and.|x:four|"),
    ],
)
def test_a_mark_stands_close_behind_what_it_bears_out(text: str, shown: str) -> None:
    assert html(text, MarkdownForm.INLINE) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("So [@x: one two three] [@x: four five six].", "So.|x:one x:four|"),
        ("So [@x: one two three][@y: one two three].", "So.|x:one y:one|"),
        ("So [@x: one two three]\n [@y: one two three] [@x: four five six], or", "So,|x:one y:one x:four| or"),
    ],
)
def test_citations_in_a_row_have_one_mark(text: str, shown: str) -> None:
    assert html(text, MarkdownForm.INLINE) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "See [*them* [@x: one two three], all [@y: one two three]](actor:x), they [@x: four five six] say.",
            "See ‹<em>them</em>, all›,|x:one y:one| they|x:four| say.",
        ),
        ("*So* see [them [@x: one two three]](actor:x).", "<em>So</em> see ‹them›.|x:one|"),
        ("See [[@x: one two three] them](actor:x) there.", "See ‹ them›|x:one| there."),
    ],
)
def test_a_mark_is_never_inside_a_link(text: str, shown: str) -> None:
    link = '<a data-fact="actor:x" href="actors/x.html">'
    assert html(text, MarkdownForm.INLINE) == shown.replace("‹", link).replace("›", "</a>")


def test_a_mark_is_never_inside_a_heading() -> None:
    text = dataclasses.replace(view("# So *it [@x: one two three] was*\n\nAnd [@y: one two three]."), headings=True)
    assert HtmlWriter(str).to_html(text, callbacks()).split("\n") == [
        "<h3>So <em>it was</em></h3>",
        "<p>|x:one|</p>",
        "<p>And.|y:one|</p>",
    ]


def test_a_mark_alone_below_a_block_quotation_stands_at_its_end() -> None:
    quotation = "<blockquote>\n<p>So it was.|x:one y:one|</p>\n</blockquote>"
    assert html("> So it was.\n\n[@x: one two three] [@y: one two three]\n\nAnd.") == f"{quotation}\n<p>And.</p>"
    assert "So it was.|x:one|</p>\n</blockquote>" in html("> So it was.\n\n[@x: one two three]")
    assert html("> So it was.\n\nSo [@x: one two three]").endswith("<p>So|x:one|</p>")
    assert html("> So it was.\n\n[@x: one two three] so").endswith("<p>|x:one| so</p>")
    assert html("- a\n\n[@x: one two three]").endswith("<p>|x:one|</p>")


def test_marks_stand_in_lists_tables_and_footnotes_as_well() -> None:
    text = (
        "- a [@x: one two three]\n\na | b\n-|-\n1 [@x: two three four] | 2\n\nSo[^n].\n\n[^n]: So [@y: one two three]."
    )
    assert [mark for mark in ("|x:one|", "|x:two|", "|y:one|") if mark in html(text)] == [
        "|x:one|",
        "|x:two|",
        "|y:one|",
    ]


def test_a_passage_over_two_lines_of_a_quotation_is_the_one_that_the_scan_found() -> None:
    assert "|x:one|" in html("> So [@x: one\n> two … three\n> four].")


def test_what_is_cited_elsewhere_leaves_no_mark_and_no_gap() -> None:
    text = dataclasses.replace(
        view("So [@x: one two three], and *so [@y: one two three]*.", MarkdownForm.INLINE), marks=False
    )
    assert HtmlWriter(str).to_html(text, callbacks()) == "So, and <em>so</em>."


def test_where_a_page_sets_no_marks_there_are_none() -> None:
    plain = PageCallbacks(callbacks().href, callbacks().set_embed, image_tag)
    assert HtmlWriter(str).to_html(view("So [@x: one two three]."), plain) == "<p>So.</p>"


# ---------------------------------------------------------------- what is shown again


def test_each_page_sets_a_text_in_its_own_way() -> None:
    writer, text = HtmlWriter(str), view("[them](actor:x) say so [@x: one two three].")
    shown = [writer.to_html(text, callbacks(route)) for route in ("index.html", "actors/y.html")]
    assert [re.findall(r'href="([^"]+)"', each) for each in shown] == [["actors/x.html"], ["../actors/x.html"]]
    plain = PageCallbacks(callbacks().href, callbacks().set_embed, image_tag)
    assert "|x:one|" in shown[0]
    assert "|x:one|" not in writer.to_html(text, plain)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: view(text.markdown, MarkdownForm.INLINE),
        partial(dataclasses.replace, scope="other"),
        partial(dataclasses.replace, headings=True),
        partial(dataclasses.replace, marks=False),
        partial(dataclasses.replace, targets=(FactTarget(FactId(Kind.ACTOR, Id("x")), Address("other.html"), "them"),)),
        partial(dataclasses.replace, names=(FactName("say", TERM, some_address(TERM), any_case=False),)),
    ],
)
def test_a_text_in_other_circumstances_is_another_one(change: Callable[[ProseView], ProseView]) -> None:
    writer, text = HtmlWriter(str), view("# They\n\n[Them](actor:x) say so[^1] [@x: one two three].\n\n[^1]: So.")
    before, after = writer.to_html(text, callbacks()), writer.to_html(change(text), callbacks())
    assert after == HtmlWriter(str).to_html(change(text), callbacks())
    assert after != before


# ---------------------------------------------------------------- the rest of Markdown


def test_a_table_scrolls_in_a_box_of_its_own_that_says_what_it_is() -> None:
    box = '<div aria-label="Table" class="scroll" role="region" tabindex="0">'
    assert html("| a |\n|---|\n| 1 |").startswith(box)


def test_the_words_of_the_interface_are_those_of_the_site() -> None:
    writer = HtmlWriter(lambda message: f"«{message}»")
    rendered = writer.to_html(view("So[^1].\n\n[^1]: It is."), callbacks())
    assert 'title="«Back to the text»"' in rendered


def test_text_of_one_line_has_no_blocks() -> None:
    assert html("# a\n- *b*", MarkdownForm.INLINE) == "# a - <em>b</em>"


def test_a_link_is_one_however_deep_the_brackets_in_it() -> None:
    assert 'href="actors/x.html">a [b [c]]</a>' in html("[a [b [c]]](actor:x)")


# ---------------------------------------------------------------- embeds


def test_an_embed_takes_the_place_of_its_paragraph_and_carries_its_anchor_once() -> None:
    text = "![](quote:x)\n\nand\n\n![](quote:x)"
    (target,) = view(text).targets
    embedding = dataclasses.replace(target, embed=TIMELINE, anchored=True)
    shown = HtmlWriter(str).to_html(dataclasses.replace(view(text), targets=(embedding,)), callbacks())
    assert shown.split() == ["<TimelineView", "True>", "<p>and</p>", "<TimelineView", "False>"]


def test_a_text_that_is_itself_set_somewhere_links_to_facts_and_leaves_pictures_out() -> None:
    assert html('One.\n\n![](quote:x "Said")\n\n![](map:)\n\nTwo.') == (
        '<p>One.</p>\n<p><a data-fact="quote:x" href="#quote-x" title="Said">the &lt;x&gt;</a></p>\n<p>Two.</p>'
    )


def test_a_picture_is_set_where_it_is_named_and_carries_its_anchor_once() -> None:
    text = "![](chronology:)\n\n![](map:)\n\n![](chronology:)"
    pictures = (PictureTarget(TIMELINE, anchored=True),)
    (shown,) = HtmlWriter(str).to_html_each([dataclasses.replace(view(text), pictures=pictures)], callbacks())
    assert shown.split() == ["<TimelineView", "True>", "<TimelineView", "False>"]


@pytest.mark.parametrize(
    "text",
    ["[x](actor:x) \\<!--0-->", "[x](actor:x) `<!--0-->`", '[x](actor:x "<!--0-->")', "[x](actor:x)\n\n    <!--0-->"],
)
def test_a_text_cannot_forge_the_place_of_what_a_page_sets(text: str) -> None:
    assert html(text).count("actors/x.html") == 1
    assert "&lt;!--0--" in html(text)


FACTS = """
events:
  one: {date: 2001, title: One, uncited: why, text: "![](event:two)\\n\\n![](chronology:)"}
  two: {date: 2002, title: Two, uncited: why, text: "![](event:one)\\n\\n![](chronology:)"}
quotes:
  said: {speaker: x, words: so it is, uncited: why, text: "Noted[^n].\\n\\n[^n]: A note."}
actors:
  x: {name: X, kind: person, summary: A person., uncited: why, text: "![](actor:x)"}
"""


def test_facts_that_embed_each_other_and_the_chronology_come_to_an_end() -> None:
    page = made(content(FACTS))["chronology.html"]
    assert page.count('id="one"') == page.count('id="two"') == 1


def test_a_text_with_footnotes_may_stand_on_a_page_twice() -> None:
    page = made(content(FACTS, "![](quote:said)", "![](quote:said)"))["index.html"]
    assert page.count('id="quote-said"') == 1
    assert page.count('id="fn_quote-said_text_1"') == page.count('id="fn_quote-said_text_2_1"') == 1


# ---------------------------------------------------------------- footnotes and headings


def test_footnotes_are_numbered_within_their_text_and_lead_back_to_each_place() -> None:
    rendered = html("One[^a b], two[^a b], three[^z].\n\n[^a b]: A.\n\n[^z]: Z.")
    for anchor in ("fn_text_1", "fn_text_2", "fnref_text_1", "fnref2_text_1", "fnref_text_2"):
        assert rendered.count(f'id="{anchor}"') == 1
        assert rendered.count(f'href="#{anchor}"') == (2 if anchor == "fn_text_1" else 1)


def test_headings_stand_below_those_of_the_section_without_a_gap() -> None:
    text = dataclasses.replace(view("### A\n\n# B\n\n### *C*\n\n###### D"), headings=True)
    assert HtmlWriter(str).to_html(text, callbacks()).split("\n") == [
        "<h3>A</h3>",
        "<h3>B</h3>",
        "<h4><em>C</em></h4>",
        "<h5>D</h5>",
    ]


def test_no_heading_is_lower_than_the_lowest_of_html() -> None:
    text = dataclasses.replace(view("\n\n".join(f"{'#' * level} A" for level in range(1, 7))), headings=True)
    assert re.findall(r"<(h\d)>", HtmlWriter(str).to_html(text, callbacks())) == ["h3", "h4", "h5", "h6", "h6", "h6"]


def test_headings_in_the_text_of_a_fact_are_paragraphs_since_it_stands_at_many_places() -> None:
    assert html("## A *b*") == "<p><strong>A <em>b</em></strong></p>"


def test_tables_and_definition_lists_are_known() -> None:
    assert "<td>1</td>" in html("| a |\n|---|\n| 1 |")
    assert "<dt>a</dt>\n<dd>b</dd>" in html("a\n:   b")


# ---------------------------------------------------------------- what does not get through


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b onclick=x>y</b>",
        "<!- x ->",
        "<?php x ?>",
        "<![CDATA[x]]>",
    ],
)
@pytest.mark.parametrize("form", MarkdownForm)
def test_raw_html_is_shown_and_not_run(text: str, form: MarkdownForm) -> None:
    escaped = text.replace("<", "&lt;").replace(">", "&gt;")
    assert html(text, form).removeprefix("<p>").removesuffix("</p>") == escaped


def test_entities_are_what_they_name_and_bare_ampersands_are_escaped() -> None:
    assert html("a & b &lt; &copy; &nothing; `&lt;` <https://example.org/?a=1&copy=2>", MarkdownForm.INLINE) == (
        'a &amp; b &lt; © &amp;nothing; <code>&amp;lt;</code> <a href="https://example.org/?a=1&amp;copy=2">https://example.org/?a=1&amp;copy=2</a>'
    )


@pytest.mark.parametrize(
    "target",
    ["java&#115;cript:x", "&#106;avascript:x", "java&#x0a;script:x", "&Tab;javascript&colon;x", "&#47;/example.org"],
)
@pytest.mark.parametrize("form", ["[x]({})", "[x](<{}>)", "![x]({})"])
def test_no_entity_hides_where_a_link_leads(target: str, form: str) -> None:
    with pytest.raises(SiteError, match=r"cannot lead to|nothing that can be set|not the explainer's own"):
        html(form.format(target))


def test_no_escape_hides_that_a_link_leads_to_another_host() -> None:
    with pytest.raises(SiteError, match="cannot lead to"):
        view("[x](\\\\\\\\example.org)")


def test_quotation_marks_in_addresses_and_titles_stay_inside_their_attributes() -> None:
    assert 'href="https://example.org/&quot;onclick=x"' in html('[a](https://example.org/"onclick=x)')
    assert 'alt="a&quot; onerror=&quot;x"' in html('![a" onerror="x](images/x.png)')


# ---------------------------------------------------------------- addresses and sentences


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("images/my%20map.png", "images/my%20map.png"),
        ("<images/my map.png>", "images/my%20map.png"),
        ("images/map%231.png", "images/map%231.png"),
        ("images/100%.png", "images/100%25.png"),
        ("images/a%3Fb.png", "images/a%3Fb.png"),
    ],
)
def test_the_address_of_an_image_is_encoded_as_a_url(address: str, written: str) -> None:
    assert f'src="{written}"' in html(f"![A map]({address})")


def test_a_blank_in_the_address_of_a_link_is_encoded() -> None:
    assert 'href="https://example.org/a%20b"' in html("[x](<https://example.org/a b>)")
    assert 'href="no%20page.html"' in html("[x](<no page.html>)")


@pytest.mark.parametrize(
    ("text", "said", "behind"),
    [
        ("So: [](claim:x).", "It is so", "."),
        ("So: [](claim:x), and", "It is so", ", and"),
        ("So: [](claim:x)", "It is so.", ""),
        ("So: [](claim:x) [@y: one two three].", "It is so", ".|y:one|"),
        ("So: [](claim:x) [@y: one two three]。", "It is so", "|y:one|。"),
        ("So: **[](claim:x)**.", "It is so", "</strong>."),
        ("So: *[](claim:x) [@y: one two three]*.", "It is so", "|y:one|</em>."),
        ("So: [](claim:x)!", "It is so", "!"),
        ("So: [](claim:x)*and*.", "It is so.", "<em>and</em>."),
        ("So: [said](claim:x).", "said", "."),
        ("So: [](actor:x), and", "It is so.", ", and"),
    ],
)
def test_behind_a_sentence_that_an_empty_link_writes_stands_one_stop(text: str, said: str, behind: str) -> None:
    read = view(text, MarkdownForm.INLINE)
    targets = tuple(dataclasses.replace(each, text="It is so.") for each in read.targets)
    assert (
        HtmlWriter(str)
        .to_html(dataclasses.replace(read, targets=targets), callbacks())
        .endswith(f">{said}</a>{behind}")
    )
