"""Whether the basemap reaches the places, so that a map shows them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.basemap import CUT_ANEW
from generator.errors import Problem, Severity
from generator.model import Place
from generator.pictures.frames import frame_around, groups, is_on_maps
from generator.site import Site


def beyond_the_basemap(site: Site) -> Iterator[Problem]:
    """A warning for each place with coordinates that no map can show, where there is a basemap at all.

    Of one that is too near to a pole, only a note: no other basemap would help.
    """
    if site.basemap is None:
        return
    placed = [(place, position) for place in site.all(Place) if (position := place.position)]
    for place, position in placed:
        if not is_on_maps(position):
            message = f"no map shows place '{place.id}', as none reaches so near to a pole"
            yield Problem(place.origin_of("lat"), message, severity=Severity.NOTE)
    near = [(place, position) for place, position in placed if is_on_maps(position)]
    for group in groups([position for _, position in near]):
        if frame_around([near[index][1] for index in group], site.basemap.extents, width=1):
            continue
        for place, _ in (near[index] for index in group):
            message = f"no map shows place '{place.id}', as the basemap does not reach far enough around it"
            yield Problem(place.origin_of("lat"), message, CUT_ANEW, Severity.WARNING)
