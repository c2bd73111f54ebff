"""`basemap.geojson`: the outlines that maps are drawn over, read and written (GeoJSON, RFC 7946).

JSON is read as the YAML that it also is, so that every value knows where it was written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from standfirst.decoding.formats import as_scalar
from standfirst.model import Area, AreaKind, Basemap, Extent, Origin, Polygon, Position, Ring
from standfirst.problems.errors import gather, problem
from standfirst.reading.files import InputFile, origin_in_file
from standfirst.reading.yaml.composer import read_yaml
from standfirst.reading.yaml.nodes import MappingNode, ScalarNode, SequenceNode, YamlNode

CUT_ANEW = "cut one anew with `basemap`"
# Our own key, then those of Natural Earth: ISO_A2 has no code for France and Norway, iso_a2 is of older files.
_CODES = ("code", "ISO_A2_EH", "ISO_A2", "iso_a2")
_CODE = re.compile("[A-Z]{2}")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", re.ASCII)
_AREAS = ("Polygon", "MultiPolygon")
# In `featurecla` of Natural Earth.
_LAKES = re.compile(r"lake|reservoir", re.IGNORECASE)
# In characters; Python refuses to read whole numbers of more than 4300 digits.
_LONGEST_NUMBER = 1000
# Natural Earth has coordinates that exceed 180 degrees by less than this.
_ROUNDING = 1e-6


def decode_basemap(file: InputFile, source: str = "") -> Basemap:
    """Return the basemap in a file, or raise a `SiteError` with the first fault of each of its features.

    `source` is the credit for the outlines if the file has none.
    """
    try:
        json.loads(file.text, parse_int=_short, parse_float=_short)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise problem(Origin(file.path, error.lineno, error.colno), message, CUT_ANEW) from None
    except _LongNumberError as error:
        place = origin_in_file(file, file.text.index(str(error)))
        raise problem(place, f"'{error}' has {len(str(error))} signs, and no number needs as many", CUT_ANEW) from None
    except RecursionError:
        pass  # The next line reports the nesting with its place.
    return read_yaml(file, lambda root: _basemap(root, source))


class _LongNumberError(Exception):
    """A number that Python may refuse to read."""


def _short(number: str) -> str:
    """Return a number as it is written, since only degrees are read, and later; refuse one that is too long."""
    if len(number) > _LONGEST_NUMBER:
        raise _LongNumberError(number)
    return number


def _basemap(root: YamlNode | None, source: str) -> Basemap:
    assert root is not None  # no JSON is empty
    if not isinstance(root, MappingNode) or _text(root, "type") != "FeatureCollection":
        raise problem(root.origin, "a basemap is a FeatureCollection of GeoJSON, and this is none", CUT_ANEW)
    source = _text(root, "source") or source
    if not source:
        hint = 'add "source": "Natural Earth", or whose they are, beside "type"'
        raise problem(root.origin, "this basemap does not say where its outlines come from", hint)
    areas = tuple(area for area in gather(_area, _items(_member(root, "features"), "features")) if area)
    covers = _value(root, "covers")
    extents = gather(_extent, _items(covers, "covers")) if covers else tuple(_extent_of(areas))
    texts = ((entry.key.text, entry.value) for entry in root if entry.key.text not in {"type", "source"})
    remarks = tuple((key, value.text) for key, value in texts if isinstance(value, ScalarNode) and not value.plain)
    return Basemap(source=source, extents=extents, areas=areas, remarks=remarks)


def _extent_of(areas: Sequence[Area]) -> Iterator[Extent]:
    positions = [position for area in areas for polygon in area.polygons for position in polygon[0]]
    if positions:
        lons, lats = zip(*positions, strict=True)
        yield Extent(min(lons), min(lats), max(lons), max(lats))


# ---------------------------------------------------------------- features


def _area(node: YamlNode) -> Area | None:
    """The area of a feature, or nothing where it has no geometry, as GeoJSON allows."""
    feature = _mapping(node, "a feature")
    geometry = _member(feature, "geometry")
    if isinstance(geometry, ScalarNode) and geometry.plain:
        return None
    properties = _value(feature, "properties")
    known = properties if isinstance(properties, MappingNode) else MappingNode((), feature.origin, flow=True)
    return Area(
        kind=_kind(known),
        code=next((code for code in (_text(known, key) for key in _CODES) if _CODE.fullmatch(code)), ""),
        name=_text(known, "name") or _text(known, "NAME"),
        polygons=_polygons(_mapping(geometry, "a geometry")),
    )


def _kind(properties: MappingNode) -> AreaKind:
    written = _value(properties, "kind")
    if written is None:
        return AreaKind.LAKE if _LAKES.search(_text(properties, "featurecla")) else AreaKind.LAND
    kind = as_scalar(written).text
    if kind not in set(AreaKind):
        raise problem(written.origin, f"'{kind}' is no kind of area", f"write {' or '.join(AreaKind)}")
    return AreaKind(kind)


def _polygons(geometry: MappingNode) -> tuple[Polygon, ...]:
    sort = _text(geometry, "type")
    if sort not in _AREAS:
        message = f"a basemap is made of areas, and '{sort}' is none"
        raise problem(geometry.origin, message, f"keep only {' and '.join(_AREAS)}")
    coordinates = _member(geometry, "coordinates")
    polygons = _items(coordinates, "polygons") if sort == "MultiPolygon" else (coordinates,)
    found = (tuple(map(_ring, _items(polygon, "rings"))) for polygon in polygons)
    return tuple(rings for rings in found if rings)


def _ring(node: YamlNode) -> Ring:
    ring = tuple(map(_position, _items(node, "positions")))
    if len(ring) < 4 or ring[0] != ring[-1]:
        raise problem(node.origin, "this ring does not end where it begins, after four positions or more", CUT_ANEW)
    return ring


def _position(node: YamlNode) -> Position:
    # A height may follow.
    match _items(node, "coordinates"):
        case (lon, lat, *_):
            return Position(_degrees(lon, 180, "a longitude"), _degrees(lat, 90, "a latitude"))
        case _:
            raise problem(node.origin, "this position is not [longitude, latitude]", CUT_ANEW)


def _extent(node: YamlNode) -> Extent:
    match _items(node, "coordinates"):
        case (west, south, east, north):
            extent = Extent(
                _degrees(west, 180, "a longitude"),
                _degrees(south, 90, "a latitude"),
                _degrees(east, 180, "a longitude"),
                _degrees(north, 90, "a latitude"),
            )
            return extent._replace(east=extent.east + 360) if extent.east < extent.west else extent
        case _:
            raise problem(node.origin, "an extent is [west, south, east, north]", CUT_ANEW)


def _degrees(node: YamlNode, most: int, what: str) -> float:
    text = node.text if isinstance(node, ScalarNode) else ""
    is_number = isinstance(node, ScalarNode) and node.plain and _NUMBER.fullmatch(text)
    if not is_number or abs(float(text)) > most + _ROUNDING:
        hint = "GeoJSON writes the longitude first, in degrees up to 180, then the latitude, up to 90"
        raise problem(node.origin, f"'{text}' is not {what}" if text else f"this is not {what}", hint)
    return max(-most, min(most, float(text)))


# ---------------------------------------------------------------- nodes


def _value(mapping: MappingNode, key: str) -> YamlNode | None:
    return next((entry.value for entry in mapping if entry.key.text == key), None)


def _member(mapping: MappingNode, key: str) -> YamlNode:
    value = _value(mapping, key)
    if value is None:
        raise problem(mapping.origin, f"'{key}' is missing here", CUT_ANEW)
    return value


def _text(mapping: MappingNode, key: str) -> str:
    value = _value(mapping, key)
    return value.text if isinstance(value, ScalarNode) and not value.plain else ""


def _mapping(node: YamlNode, what: str) -> MappingNode:
    if not isinstance(node, MappingNode):
        raise problem(node.origin, f"this is not {what} of GeoJSON", CUT_ANEW)
    return node


def _items(node: YamlNode, what: str) -> tuple[YamlNode, ...]:
    if not isinstance(node, SequenceNode):
        raise problem(node.origin, f"a list of {what} is expected here", CUT_ANEW)
    return node.items


# ---------------------------------------------------------------- writing


def write_basemap(basemap: Basemap) -> str:
    """Return the text of a basemap, one feature a line, with coordinates of two decimals (about a kilometre)."""
    head = [("source", basemap.source), *basemap.remarks]
    covers = [[_rounded(number) for number in _wrapped(extent)] for extent in basemap.extents]
    lines = [
        '{"type": "FeatureCollection",',
        *(f"{json.dumps(key)}: {json.dumps(text, ensure_ascii=False)}," for key, text in head),
        f'"covers": {json.dumps(covers)},',
        '"features": [',
        ",\n".join(map(_feature, basemap.areas)),
        "]}",
    ]
    return "\n".join(lines) + "\n"


def _wrapped(extent: Extent) -> Extent:
    """An extent with longitudes as in GeoJSON: east is less than west where it crosses the antimeridian."""
    return extent._replace(east=extent.east - 360) if extent.east > 180 else extent


def _feature(area: Area) -> str:
    properties = {"kind": area.kind.value, "code": area.code, "name": area.name}
    geometry = {
        "type": "MultiPolygon",
        "coordinates": [[_coordinates(ring) for ring in polygon] for polygon in area.polygons],
    }
    feature = {
        "type": "Feature",
        "properties": {key: text for key, text in properties.items() if text},
        "geometry": geometry,
    }
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _coordinates(ring: Ring) -> list[list[float]]:
    return [[_rounded(position.lon), _rounded(position.lat)] for position in ring]


def _rounded(degrees: float) -> float:
    return round(degrees, 2)
