"""The cards that are shown where pages are shared: a title and that of the explainer, drawn while the site is built.

A card takes a fifteenth of a second to draw, and so only the pages that are shared most have one of their own: the
first page, the chronology, the glossary, the claims, and those of the actors that the writer calls key. All others show
that of the first page. What was drawn is kept for the next build.

Networks take no SVG, so the card is drawn as one and published as PNG. The fonts come with their packages, and resvg
reads those alone, shapes and orders text by itself and draws without the machine's libraries: the bytes are the same on
every machine, Arabic too. Pillow shapes Arabic only where a library of the system's is found.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib import resources
from pathlib import Path
from types import MappingProxyType

import resvg_py
from fontTools.ttLib import TTFont

from standfirst.language.locale import direction
from standfirst.model import Actor, Claim, Weight
from standfirst.model.addresses import CHRONOLOGY, CLAIMS, GLOSSARY, HOME, Address, actor_page
from standfirst.model.frozen_class import frozen
from standfirst.outputs.artifact import PlannedFile
from standfirst.pictures.lettering import break_lines
from standfirst.present.naming import Naming
from standfirst.present.page_names import page_name
from standfirst.present.view_parts import CardView
from standfirst.site.site import Site

WIDTH, HEIGHT = 1200, 630
_MARGIN = 80
_ROOM = WIDTH - 2 * _MARGIN
_SIZES = (92, 84, 76, 68, 60, 54, 48, 42)
_TITLE_FROM, _TITLE_TO = 156, 492
# The explainer's title below that of a page: its size, the line it ends on, and how many lines it may have.
_WITHIN_SIZE, _WITHIN_TO, _WITHIN_LINES = 40, 480, 2
# The height of a logo, and the line that it stands on.
_LOGO_HEIGHT, _LOGO_TO = 64, 112
# So many actors have a card of their own.
_MOST_ACTORS = 12
# Advances are those of the regular weight; letters of the bold one are wider by less than this.
_BOLDER = 1.06
# As tokens.css has them for light.
_PAPER, _INK, _SECOND_INK = "#fdfcf9", "#1b1a18", "#4d4943"


@frozen
class Font:
    """A family by its name, and the files of a package that have it; `ascent` and `leading` are parts of the size."""

    family: str
    package: str
    files: tuple[str, ...]
    ascent: float
    leading: float

    @property
    def paths(self) -> tuple[Path, ...]:
        folder = Path(str(resources.files(self.package))) / "files"
        return tuple(folder / name for name in self.files)


# The first that has every letter is taken; Amiri has Arabic.
FONTS = (
    Font("Source Serif 4", "fontpkg_source_serif_4", ("SourceSerif4[opsz,wght].ttf",), 0.96, 1.14),
    Font("Amiri", "fontpkg_amiri", ("Amiri-Regular.ttf", "Amiri-Bold.ttf"), 1.2, 1.24),
)


@frozen
class CardText:
    """What stands on a card; `within` is the title of the explainer, on all cards but its own."""

    publisher: str
    title: str
    detail: str
    direction: str
    within: str = ""


@frozen
class CardLook:
    """What cards take from a look: the accent, and the bytes of a logo with its width as a part of its height."""

    accent: str = ""
    logo: bytes = b""
    logo_ratio: float = 1


PLAIN_CARDS = CardLook()


@frozen
class Cards:
    """The pictures, each made when it is asked for, and what the pages that have one say of it, by their routes."""

    files: tuple[PlannedFile, ...]
    views: Mapping[str, CardView]


NO_CARDS = Cards((), {})


def cards_of(site: Site, look: CardLook = PLAIN_CARDS) -> Cards:
    """Return the cards of an explainer; a page has none where no font here has all its letters."""
    files: dict[str, PlannedFile] = {}
    views: dict[str, CardView] = {}
    for route, text in _texts(site):
        if drawn := card_svg(text, look):
            # Named by what it is drawn from, so that a newer resvg does not rename what looks the same.
            name = f"assets/card.{hashlib.blake2b(drawn.encode(), digest_size=8).hexdigest()}.png"
            files[name] = PlannedFile(name, functools.partial(render_png, drawn), made_from=name)
            alt = f"{text.title} – {text.within}" if text.within else text.title
            views[route] = CardView(Address(name), WIDTH, HEIGHT, alt)
    return Cards(tuple(files.values()), views)


def _texts(site: Site) -> Iterator[tuple[str, CardText]]:
    """The routes of the pages that have cards, with what stands on these."""
    explainer, naming = site.explainer, Naming(site)
    as_of = naming.say("Facts as of %(date)s") % {"date": naming.date(explainer.facts_as_of).text}

    def text(title: str, within: str, detail: str) -> CardText:
        return CardText(explainer.publisher, title, detail, direction(explainer.language), within)

    yield HOME, text(explainer.title, "", f"{naming.say('Explainer')} · {as_of}")
    pages = {route: page_name(route, naming) for route in (CHRONOLOGY, GLOSSARY)}
    pages |= {CLAIMS: page_name(CLAIMS, naming)} if site.all(Claim) else {}
    key = [actor for actor in site.all(Actor) if actor.weight is Weight.KEY]
    pages |= {actor_page(actor.id): actor.name for actor in key[:_MOST_ACTORS]}
    for route, title in pages.items():
        yield route, text(title, explainer.title, as_of)


@functools.lru_cache(maxsize=2**6)
def render_png(svg: str) -> bytes:
    """Return a drawing as PNG."""
    paths = [str(path) for font in FONTS for path in font.paths]
    return resvg_py.svg_to_bytes(svg_string=svg, font_files=paths, skip_system_fonts=True)


def card_svg(text: CardText, look: CardLook = PLAIN_CARDS) -> str:
    """Return a card as SVG, or nothing where no font has all its letters."""
    words = f"{text.publisher}{text.title}{text.within}{text.detail}"
    font = next((font for font in FONTS if set(words) <= advances(font).keys()), None)
    if font is None:
        return ""
    within = _whole_lines(text.within, font)
    above = _WITHIN_TO - len(within) * round(_WITHIN_SIZE * font.leading)
    size, lines = fit_title(text.title, font, above - 12 if within else _TITLE_TO)
    step = size * font.leading
    first = _TITLE_FROM + round(size * font.ascent)
    title = (_line(line, first + round(row * step), size, text, bold=True) for row, line in enumerate(lines))
    below = (
        _line(line, above + round(row * _WITHIN_SIZE * font.leading), _WITHIN_SIZE, text)
        for row, line in enumerate(within, start=1)
    )
    name = _logo(look, text) if look.logo else _line(text.publisher, 100, 34, text, bold=True)
    rule = f' fill="{look.accent}"' if look.accent else ""
    detail = _line(text.detail, HEIGHT - _MARGIN, 32, text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="\'{font.family}\'" fill="{_INK}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>'
        f'<rect x="{_MARGIN}" y="128" width="{_ROOM}" height="4"{rule}/>'
        f"{name}{''.join((*title, *below))}{detail}</svg>"
    )


def _logo(look: CardLook, text: CardText) -> str:
    """A logo in the place of the publisher's name, as large as it may be there."""
    height = min(_LOGO_HEIGHT, _ROOM / look.logo_ratio)
    width = height * look.logo_ratio
    x = WIDTH - _MARGIN - width if text.direction == "rtl" else _MARGIN
    kind = "png" if look.logo.startswith(b"\x89PNG") else "svg+xml"
    data = base64.b64encode(look.logo).decode()
    return (
        f'<image x="{x:.2f}" y="{_LOGO_TO - height:.2f}" width="{width:.2f}" height="{height:.2f}" '
        f'href="data:image/{kind};base64,{data}"/>'
    )


def _line(words: str, baseline: int, size: int, text: CardText, *, bold: bool = False) -> str:
    # An isolate gives the line its direction, whatever it begins with.
    x, anchor, mark = (WIDTH - _MARGIN, "end", "\u2067") if text.direction == "rtl" else (_MARGIN, "start", "\u2066")
    weight, ink = (700, _INK) if bold else (400, _SECOND_INK)
    return (
        f'<text x="{x}" y="{baseline}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" fill="{ink}">'
        f"{mark}{escape(words, quote=False)}\u2069</text>"
    )


# ---------------------------------------------------------------- setting the title


@functools.cache
def advances(font: Font) -> Mapping[str, float]:
    """Return how wide each letter of a font is, in parts of its size; joined Arabic letters are narrower."""
    with TTFont(font.paths[-1], lazy=True) as file:
        widths, size = file["hmtx"], file["head"].unitsPerEm
        return MappingProxyType(
            {chr(code): widths[name][0] / size for code, name in (file.getBestCmap() or {}).items()}
        )


def fit_title(title: str, font: Font, bottom: int = _TITLE_TO) -> tuple[int, tuple[str, ...]]:
    """Return the largest size in which a title fits above a line, and its lines there; what never fits is cut."""
    widths = advances(font)
    for size in _SIZES:
        lines = break_lines(title, _ROOM / size, lambda text: _width(text, widths))
        most = int((bottom - _TITLE_FROM) / (size * font.leading))
        if len(lines) <= most and all(_width(line, widths) <= _ROOM / size for line in lines):
            return size, _balanced(title, lines, size, widths)
    return size, _first_of(lines, most)


def _whole_lines(text: str, font: Font) -> tuple[str, ...]:
    """The explainer's title in its lines below that of a page."""
    widths = advances(font)
    lines = break_lines(text, _ROOM / _WITHIN_SIZE, lambda words: _width(words, widths)) if text else ()
    return _first_of(lines, _WITHIN_LINES)


def _first_of(lines: Sequence[str], most: int) -> tuple[str, ...]:
    """As many lines as there is room for; the last says that others are left out."""
    return (*lines[: most - 1], f"{lines[most - 1].rpartition(' ')[0]} …") if len(lines) > most else tuple(lines)


def _balanced(title: str, lines: Sequence[str], size: int, widths: Mapping[str, float]) -> tuple[str, ...]:
    """The same number of lines, as even as they can be."""
    best = tuple(lines)
    for room in range(_ROOM, 0, -10):
        narrower = break_lines(title, room / size, lambda text: _width(text, widths))
        if len(narrower) > len(lines):
            break
        best = narrower
    return best


def _width(text: str, widths: Mapping[str, float]) -> float:
    return sum(widths[letter] for letter in text) * _BOLDER
