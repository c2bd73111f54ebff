"""A text read once: what it refers to, what its readers see and its HTML are one, and everything knows its place."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import CitationMark, Element, Hyperlink, ImageReference, MarkdownForm, Origin, Prose, TextNode
from standfirst.model.addresses import href
from standfirst.present.views import FactTarget, ProseView
from standfirst.problems.errors import SiteError
from standfirst.prose.document import document_of
from standfirst.prose.leaves import leaves_of
from standfirst.prose.plain import plain_text
from standfirst.prose.references import read_prose
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import compose
from standfirst.reading.yaml.nodes import MappingNode, ScalarNode
from standfirst.rendering.prose.html import HtmlWriter, PageCallbacks
from tests.explainers import image_tag, images_in, some_address, text_node

CALLBACKS = PageCallbacks(lambda address: href(address, "index.html", "/"), lambda _embed, _anchored: "", image_tag)

# ---------------------------------------------------------------- what is in a document


def test_a_document_holds_words_as_readers_see_them_and_what_stands_among_them() -> None:
    assert document_of("One &amp; *two*, [x](<a b> 't') ![y](z.png 'u') [@s: w].", MarkdownForm.INLINE).nodes == (
        TextNode("One & ", ((0, 0), (4, 4))),
        Element("em", (TextNode("two", ((0, 11),)),)),
        TextNode(", ", ((0, 15),)),
        Hyperlink("a b", (TextNode("x", ((0, 18),)),), "t", 22),
        TextNode(" "),
        ImageReference("z.png", "y", "u", 37),
        TextNode(" "),
        CitationMark("s", " w", True, 49),
        TextNode(".", ((0, 55),)),
    )


def test_words_and_nothing_else_are_one_node() -> None:
    assert document_of("One  two! ", MarkdownForm.BLOCK).nodes == (Element("p", (TextNode("One  two!", ((0, 0),)),)),)
    assert document_of("One  two! ", MarkdownForm.INLINE).nodes == (TextNode("One two!", ((0, 0),)),)


@pytest.mark.parametrize("text", ["Words, and more of them!", "Ein Satz: „so“ – ja.", "كلمات، وكلمات"])
def test_a_text_without_marks_is_read_the_quick_way_and_the_same(text: str) -> None:
    for form in MarkdownForm:
        quick, slow = document_of(text, form), document_of(f"{text}&#32;", form)
        assert plain_text(prose(text, form), str) == text
        assert [type(node) for node in quick.nodes] == [type(node) for node in slow.nodes]


def test_a_text_of_one_line_is_one_line_however_it_is_written() -> None:
    document = document_of("One\n  two  \n[x](a\n) # *three\nfour*", MarkdownForm.INLINE)
    assert "".join(leaf.line.text for leaf in leaves_of(document)) == "One two x # three four"


def test_a_reference_in_a_text_of_one_line_is_found_whatever_blanks_are_in_that() -> None:
    (mention,) = prose("One\n  two  \\*  [x](actor:y) so", MarkdownForm.INLINE).mentions
    assert mention.reference.origin == Origin("any.md", 2, 16)


# ---------------------------------------------------------------- what a text says is its HTML

SCRAPS = (
    *("word ", "b", " ", "\n", "\n\n", "- ", "> ", "    ", "1. ", "# ", "|", "|-|-|\n", "a | b\n", "*", "**", "_"),
    *("`", "```\n", "[x](actor:x)", "[](term:y)", "[*a* b](event:z)", "[l][l]", "\n\n[l]: actor:l\n\n", "<actor:x>"),
    *(
        "[",
        "]",
        "(",
        ")",
        "[@s: one two three]",
        "[@s: ",
        "&amp;",
        "&lt;b&gt;",
        "\\",
        "\\[",
        "<b>",
        "<!-- c -->",
        "<!--",
    ),
    *("“", "”", "[^1]", "\n\n[^1]: note ", "![y](images/y.png)", "\n\n![](quote:q)\n\n", "https://x.org/a_b", "é"),
    *("文字", "<!--", "\t", "\x00", "\ufeff"),
)
FRAGMENTS = st.lists(st.sampled_from(SCRAPS), max_size=16).map("".join)
TEXTS = FRAGMENTS | st.text(max_size=60)


def prose(text: str, form: MarkdownForm) -> Prose:
    return read_prose(text_node(text), form)


def rendered(read: Prose) -> lxml.html.HtmlElement:
    facts = {mention.reference.to for mention in read.mentions}
    targets = tuple(FactTarget(fact, some_address(fact), "") for fact in facts)
    view = ProseView(
        markdown=read.markdown, form=read.form, document=read.document, origin=read.origin, scope="s", targets=targets,
        marks=False, images=images_in(read),
    )  # fmt: skip
    return lxml.html.fragment_fromstring(HtmlWriter(str).to_html(view, CALLBACKS), create_parent="div")


def words_of(root: lxml.html.HtmlElement) -> str:
    """The words of a page, but for the marks of notes and the ways back from them, and alternatives of images."""
    for note in root.xpath("//a[contains(@class, 'footnote')]"):
        note.drop_tree()
    said = [str(text) for text in root.xpath("//text() | //img/@alt")]
    return "".join("".join(said).split())


@given(TEXTS, st.sampled_from(MarkdownForm))
def test_every_text_is_read_or_has_problems_at_places_in_it(text: str, form: MarkdownForm) -> None:
    try:
        read = prose(text, form)
    except SiteError as error:
        lines = text.split("\n")
        for problem in error.problems:
            assert problem.origin.path == "any.md"
            assert 1 <= problem.origin.line <= len(lines)
            assert 1 <= problem.origin.column <= len(lines[problem.origin.line - 1]) + 1
        return
    root = rendered(read)
    assert {str(mention.reference.to) for mention in read.mentions} == set(root.xpath("//@data-fact"))
    assert len(read.mentions) == len(root.xpath("//*[@data-fact]"))
    assert len(read.images) == len(root.xpath("//img"))
    assert words_of(root) == "".join(plain_text(read, lambda _fact: "").split())


@given(FRAGMENTS, st.sampled_from(MarkdownForm))
def test_every_reference_is_where_its_target_is_written(text: str, form: MarkdownForm) -> None:
    try:
        read = prose(text, form)
    except SiteError:
        return
    lines = text.split("\n")
    for target, origin in (
        *((str(mention.reference.to), mention.reference.origin) for mention in read.mentions),
        *((f"@{citation.source.to.id}", citation.source.origin) for citation in read.citations),
        *read.images,
    ):
        assert lines[origin.line - 1][origin.column - 1 :].startswith(target)


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        ("text: 'It''s [x](actor:y)'", (1, 18)),
        ('text: "One\\n\\n[x](actor:y)"', (1, 19)),
        ("text: |\n  One\n\n  > [x](<actor:y>)\n", (4, 10)),
        ("text: '" + 60 * "it''s " + "[x](actor:y)'", (1, 372)),
        ('text: "\\u0041rle [x](actor:y), ' + 30 * "so it was. " + 'Arle"', (1, 22)),
        ("text: >\n  One\n  two\n\n  three [x](actor:y)\n", (5, 13)),
        ("text: One\n  two [x](actor:y)\n", (2, 11)),
        ("text: |  # no [x](actor:y)\n  Two [x](actor:y)\n", (2, 11)),
    ],
)
def test_a_reference_is_found_in_any_form_of_yaml(yaml: str, place: tuple[int, int]) -> None:
    root = compose(InputFile("any.yaml", yaml)).root
    assert isinstance(root, MappingNode)
    (entry,) = root
    assert isinstance(entry.value, ScalarNode)
    (mention,) = read_prose(entry.value, MarkdownForm.BLOCK).mentions
    assert mention.reference.origin == Origin("any.yaml", *place)


def test_each_of_two_like_references_is_found_in_a_text_that_is_folded() -> None:
    root = compose(InputFile("any.yaml", "text: >\n  [x](actor:y) or\n  [x](actor:y)\n")).root
    assert isinstance(root, MappingNode)
    (entry,) = root
    assert isinstance(entry.value, ScalarNode)
    found = [mention.reference.origin for mention in read_prose(entry.value, MarkdownForm.BLOCK).mentions]
    assert found == [Origin("any.yaml", 2, 7), Origin("any.yaml", 3, 7)]
