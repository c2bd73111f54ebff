"""What the policy of the host forbids on pages, told where it is written."""

from __future__ import annotations

import pytest

from standfirst.outputs.artifact import Artifact
from standfirst.reading.files import InputFile
from standfirst.rendering.lint import scan_page
from standfirst.rendering.policy import breach_problems


def faults(body: str, template: str = "", pages: int = 1) -> list[str]:
    """What is wrong with pages that have the same in their bodies, by a template with such a text."""
    scans = [scan_page(Artifact(f"{number}.html", f"<p>\n{body}".encode())) for number in range(pages)]
    breaches = [(scan.page.route, breach) for scan in scans for breach in scan.breaches]
    return [str(each) for each in breach_problems(breaches, [InputFile("templates/own.html", template)])]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p onclick='go()'>", "'onclick' is a script within the page"),
        ('<p class="a" ONCLICK="go()">', "'onclick' is a script within the page"),
        ('<p style="color: red">', "a style within the page"),
        ("<style>p {}</style>", "a style within the page"),
        ("<script>go()</script>", "a script within the page"),
        ('<script type="module">go()</script>', "a script within the page"),
        ("<script src=https://evil.example/a.js></script>", "<script> loads 'https://evil.example/a.js'"),
        ('<img alt="x" src="//evil.example/a.png">', "<img> loads '//evil.example/a.png'"),
        ('<img alt="x" src="a.png" srcset="https://evil.example/a.png 2x">', "<img> loads 'https://evil.example/a.png"),
        ('<link href="https://evil.example/a.css" rel="stylesheet">', "<link> loads"),
        ('<link rel="preload" as="font" href="https://evil.example/a.woff2">', "<link> loads"),
        ('<script type="application/javascript">go()</script>', "a script within the page"),
        ('<iframe src="https://evil.example/"></iframe>', "<iframe> loads"),
        ('<svg><image href="https://evil.example/a.png"/></svg>', "<image> loads"),
        ('<svg><use xlink:href="//evil.example/a.svg#b"/></svg>', "<use> loads"),
        ('<img src="a.png">', "this image has no alternative text"),
        ('<img src="a.png" alt=" ">', "this image has no alternative text"),
    ],
)
def test_it_is_told_once_at_the_line_of_the_template_for_however_many_pages(body: str, said: str) -> None:
    (fault,) = faults(body, f"{{# mine #}}\n{body}\n", pages=3)
    assert fault.startswith("templates/own.html:2:")
    assert said in fault
    assert "; " in fault


def test_what_no_template_has_is_told_on_its_page() -> None:
    assert [fault.partition(": ")[0] for fault in faults('<p onclick="go()">', pages=2)] == ["0.html:2:1", "1.html:2:1"]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://other.example/">x</a><link rel="canonical" href="https://example.org/">',
        '<link rel="alternate" href="https://example.org/feed.xml"><meta content="https://example.org/card.png">',
        '<script type="application/ld+json">{}</script><script src="assets/a.js" defer></script>',
        '<script type="text/template"><b>{}</b></script><svg><use href="#a"/></svg>',
        "<pre>&lt;iframe src=&#34;https://example.org/&#34; style=&#34;border: 0&#34;&gt;</pre>",
        '<p lang="en">onclick= style= <img src="a.png" alt="A"></p>',
    ],
)
def test_links_data_and_words_are_free(body: str) -> None:
    assert faults(body) == []
