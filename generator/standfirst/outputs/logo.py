"""The drawings of a look: the logo and the icon, as pages show them, and what keeps them from being shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from standfirst.images.svg_safety import line_of_letters, svg_faults
from standfirst.model import Logo, NamedFile, Origin
from standfirst.model.addresses import Address
from standfirst.model.frozen_class import frozen
from standfirst.present.page_view import IconView, LogoView
from standfirst.present.shown_images import shown_image
from standfirst.present.view_parts import ShownImage
from standfirst.problems.errors import Problem, Severity, SiteError, miswritten, problem
from standfirst.problems.remedies import Remedy, suggest
from standfirst.reading.files import ImageFile
from standfirst.site.images import place_of_file
from standfirst.site.site import Site

# Screens show up to so many of their points for a pixel of CSS, as far as anybody sees it.
_DENSITY = 2


@frozen
class Drawings:
    """The images of a site, from which those of its look are taken; `files` by their composed names."""

    site: Site
    files: Mapping[str, ImageFile]

    def logo(self, logo: Logo) -> LogoView:
        """Return the logo as pages show it, or raise a `SiteError` with all that keeps it from being shown."""
        shown = self._shown(logo.file)
        dark = self._shown(logo.dark) if logo.dark else None
        if not shown.width:
            message = f"the size of '{shown.route}' is not known"
            raise problem(logo.file.origin, message, "give its <svg> a width and a height, or a viewBox")
        width = max(1, round(logo.height * shown.width / shown.height))
        return LogoView(_sized(shown, width), _sized(dark, width) if dark else None, logo.alt, width, logo.height)

    def icon(self, file: NamedFile) -> IconView:
        """Return the icon as pages name it, or raise a `SiteError` with all that keeps it from being shown."""
        shown = self._shown(file)
        return IconView(shown.address, shown.media_type or "image/svg+xml")

    def letters(self, logo: Logo) -> Iterator[Problem]:
        """Yield a warning for each file of a logo that sets letters, which no two machines draw alike."""
        for named in filter(None, (logo.file, logo.dark)):
            file = self.files[named.name]
            if line := _line_of_letters(file):
                hint = "turn its text into paths, as programs that draw can"
                message = "each machine draws the letters of this logo in a font of its own"
                yield Problem(self._place(file, line), message, hint, Severity.WARNING)

    def for_cards(self, logo: Logo) -> bytes:
        """Return the logo for cards, which draw letters in their own fonts alone; nothing of one that has some."""
        file = self.files[logo.file.name]
        return b"" if _line_of_letters(file) else file.body

    def _shown(self, file: NamedFile) -> ShownImage:
        found = self.files.get(file.name)
        if found is None:
            remedy = suggest(file.name, self.files) or Remedy("put it in images/")
            raise SiteError([miswritten(file.origin, f"there is no file 'images/{file.name}'", remedy, file.name)])
        if faults := self._faults(found):
            raise SiteError(faults)
        return shown_image(file.name, self.site.images)

    def _faults(self, file: ImageFile) -> list[Problem]:
        found = svg_faults(file.body) if _is_svg(file) else ()
        return [Problem(self._place(file, each.line), each.message, each.hint) for each in found]

    def _place(self, file: ImageFile, line: int) -> Origin:
        return place_of_file(file.path, self.site)._replace(line=line)


def drawings_of(site: Site, files: tuple[ImageFile, ...]) -> Drawings:
    """Return the images from which a look takes its own."""
    return Drawings(site, {unicodedata.normalize("NFC", file.name): file for file in files})


def _is_svg(file: ImageFile) -> bool:
    return file.name.lower().endswith(".svg")


def _line_of_letters(file: ImageFile) -> int:
    return line_of_letters(file.body) if _is_svg(file) else 0


def _sized(image: ShownImage, width: int) -> Address:
    """The smallest size of an image in which it is sharp at so many pixels of CSS."""
    return next((each.address for each in image.sizes if each.width >= width * _DENSITY), image.address)
