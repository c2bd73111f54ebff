"""What a drawing has that does more than draw."""

from __future__ import annotations

import pytest

from standfirst.images.svg_safety import line_of_letters, svg_faults

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(within: str, attributes: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {XLINK} {attributes}>\n{within}</svg>'.encode()


@pytest.mark.parametrize(
    "within",
    [
        '<path d="M0 0h4v4z" fill="url(#shade)"/><use xlink:href="#mark"/>',
        '<style>path { fill: url("#shade") } @media (prefers-color-scheme: dark) { path { fill: #fff } }</style>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/><a href="#top"><path d="M0 0"/></a>',
        "<!-- onload= --><title>The Pier</title>",
    ],
)
def test_what_only_draws_has_no_faults(within: str) -> None:
    assert svg_faults(svg(within)) == ()


@pytest.mark.parametrize(
    "body",
    [
        svg("<script>1</script>"),
        svg("<SCRIPT xmlns='http://www.w3.org/1999/xhtml'>1</SCRIPT>".replace("SCRIPT", "script")),
        svg("<foreignObject/>"),
        svg('<a xlink:href="javascript:alert(1)"><path/></a>'),
        svg('<a href=" java&#10;script:alert(1)"><path/></a>'),
        svg('<image href="data:image/svg+xml,%3Csvg/%3E"/>'),
        svg('<use href="https://example.org/a.svg#b"/>'),
        svg('<path style="fill: url(https://example.org/a.svg)"/>'),
        svg("<style>@font-face { src: url('//example.org/a.woff2') }</style>"),
        svg('<set attributeName="href" to="javascript:alert(1)"/>'),
        svg('<a><animate attributeName="xlink:href" values="#a;javascript:alert(1)"/></a>'),
        svg(r"<style>path { fill: u\72 l(https://example.org/a.svg) }</style>"),
        svg(r"<style>@\69mport 'https://example.org/a.css'</style>"),
        svg('<style>path { mask: image-set("https://example.org/a.png" 1x) }</style>'),
        svg('<img xmlns="http://www.w3.org/1999/xhtml" src="https://example.org/a.png"/>'),
        svg("", 'onload="alert(1)"'),
        b'<?xml-stylesheet href="https://example.org/a.css"?>' + svg(""),
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>"),
        b"<html/>",
        b"<svg",
        b"\x89PNG",
        b"",
    ],
)
def test_what_runs_loads_or_is_no_drawing_has_one(body: bytes) -> None:
    assert svg_faults(body)


def test_faults_are_told_at_their_lines() -> None:
    found = svg_faults(svg('<path d="M0 0"/>\n<path onclick="a()"/>\n<script/>'))
    assert [(each.line, each.message.partition(" (")[0]) for each in found] == [
        (3, "this drawing runs a script"),
        (4, "this drawing has <script>, which does more than draw"),
    ]


def test_letters_are_found_where_they_are_set() -> None:
    assert line_of_letters(svg("<path/>\n<g>\n<text>The Pier</text></g>")) == 4
    assert line_of_letters(svg("<title>The Pier</title>")) == 0
