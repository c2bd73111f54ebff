"""The look that a newsroom gives its sites: what `look` in `site.yaml` says."""

from __future__ import annotations

from typing import Annotated

from standfirst.model.frozen_class import frozen
from standfirst.model.values import Bounds, Origin, Url

# ---------------------------------------------------------------- colours and files


@frozen
class Colour:
    """An opaque colour of sRGB, its parts from 0 to 255; `text` is how it was written, `origin` where."""

    parts: tuple[int, int, int]
    text: str
    origin: Origin


@frozen
class FolderFiles:
    """The folder of the content in which files lie that are named without it, and the endings that they may have."""

    folder: str
    endings: tuple[str, ...]


@frozen
class NamedFile:
    """A file named by its path below such a folder, composed as all are (NFC), and where it was named."""

    name: str
    origin: Origin


IMAGES_OF_LOOK = FolderFiles("images", (".svg", ".png"))
FONTS_OF_LOOK = FolderFiles("fonts", (".woff2", ".woff", ".ttf", ".otf"))
DrawnFile = Annotated[NamedFile, IMAGES_OF_LOOK]
FontFileName = Annotated[NamedFile, FONTS_OF_LOOK]


@frozen
class FontWeight:
    """The weight of the letters in a file, from 1 to 1000; those of a variable font have two ends."""

    low: int
    high: int


# ---------------------------------------------------------------- what `look` holds


@frozen(kw_only=True)
class Accent:
    """The colour of links and marks, in the light and in the dark; without one for the dark it is worked out."""

    light: Colour
    dark: Colour | None = None


@frozen(kw_only=True)
class Logo:
    """What stands at the head of every page in the place of the publisher's name; `height` in pixels of CSS.

    `alt` is for those who do not see it, `dark` another file for dark pages.
    """

    file: DrawnFile
    alt: str
    dark: DrawnFile | None = None
    height: Annotated[int, Bounds(12, 160)] = 40


@frozen(kw_only=True)
class Font:
    """A file with letters, and which they are."""

    file: FontFileName
    weight: FontWeight = FontWeight(400, 400)
    italic: bool = False


@frozen(kw_only=True)
class Fonts:
    """The letters of what is read, and those of labels, dates and navigation."""

    reading: tuple[Font, ...] = ()
    label: tuple[Font, ...] = ()


@frozen(kw_only=True)
class Home:
    """Where the name or the logo at the head of every page leads; `text` stands in the place of the name."""

    url: Url
    text: str = ""


@frozen(kw_only=True)
class FooterLink:
    """A link at the foot of every page."""

    text: str
    url: Url


@frozen(kw_only=True)
class Look:
    """What makes a site look like those of its newsroom. Nothing here loads anything from elsewhere."""

    accent: Accent | None = None
    logo: Logo | None = None
    fonts: Fonts = Fonts()
    favicon: DrawnFile | None = None
    home: Home | None = None
    footer: tuple[FooterLink, ...] = ()
