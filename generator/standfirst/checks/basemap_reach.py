"""Places that no map shows, since the basemap does not reach far enough around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standfirst.cache import cached_latest
from standfirst.decoding.basemap import CUT_ANEW
from standfirst.model import Extent, Place, Position
from standfirst.pictures.map_extents import frame_around, is_on_maps, place_groups
from standfirst.problems.errors import Problem, Severity
from standfirst.site.site import Site


def places_beyond_basemap(site: Site) -> Iterator[Problem]:
    """Yield a warning for each place with coordinates that no map can show; nothing where there is no basemap.

    A place too near to a pole is only a note: no other basemap would help.
    """
    if site.basemap is None:
        return
    placed = [(place, position) for place in site.all(Place) if (position := place.position)]
    for place, position in placed:
        if not is_on_maps(position):
            message = f"no map shows place '{place.id}', as none reaches so near to a pole"
            yield Problem(place.origin_of("lat"), message, severity=Severity.NOTE)
    near = [(place, position) for place, position in placed if is_on_maps(position)]
    for number in _beyond(tuple(position for _, position in near), site.basemap.extents):
        place = near[number][0]
        message = f"no map shows place '{place.id}', as the basemap does not reach far enough around it"
        yield Problem(place.origin_of("lat"), message, CUT_ANEW, Severity.WARNING)


@cached_latest
def _beyond(positions: Sequence[Position], extents: Sequence[Extent]) -> list[int]:
    """Return the indices of the positions that no map can show."""
    return [
        number
        for group in place_groups(positions)
        if not frame_around([positions[each] for each in group], extents, width=1)
        for number in group
    ]
