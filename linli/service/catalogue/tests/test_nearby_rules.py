"""What can be walked to, and what a file of points must be."""

import json
from decimal import Decimal

import pytest

from linli.core.places.geojson import MOST_POINTS, read_geojson
from linli.core.places.rules.points import Point, metres_between, point_in_country, point_near
from linli.lib.law import Refused
from linli.service.catalogue.rules.nearby import reach_of_basics, told_metres, within


def at(lon: str, lat: str) -> Point:
    return Point(Decimal(lon), Decimal(lat))


HERE = at("113.600000", "34.750000")


def test_a_quarter_of_an_hour_ends_with_its_last_metre():
    assert within(1000, 1000)
    assert not within(1001, 1000)


@pytest.mark.parametrize(
    ("other", "metres"),
    [
        (HERE, 0),
        (at("113.600000", "34.751000"), 111),  # a thousandth of a degree to the north
        (at("113.601000", "34.750000"), 91),  # and to the east, at this latitude
        (at("113.610000", "34.760000"), 1441),
    ],
)
def test_distances_are_straight_lines_in_whole_metres(other, metres):
    assert metres_between(HERE, other) == metres == metres_between(other, HERE)


@pytest.mark.parametrize(("metres", "told"), [(0, 10), (4, 10), (15, 20), (114, 110), (995, 1000)])
def test_a_distance_is_told_to_ten_metres_and_is_never_nought(metres, told):
    assert told_metres(metres) == told


@pytest.mark.parametrize(
    ("lon", "lat", "sound"),
    [("113.6", "34.75", True), ("34.75", "113.6", False), ("12645678", "4123456", False),
     ("73", "3", True), ("136.1", "40", False)],
)  # fmt: skip
def test_latitude_before_longitude_and_metres_are_no_point_here(lon, lat, sound):
    assert bool(point_in_country(Decimal(lon), Decimal(lat))) is sound


def test_a_slip_of_the_pen_lies_far_from_the_other_points():
    others = [HERE, at("113.602", "34.751")]
    assert point_near(at("113.61", "34.76"), others)
    assert not point_near(at("113.6", "35.75"), others)
    assert point_near(at("116.4", "39.9"), [])


def test_of_each_basic_kind_it_is_counted_from_how_many_buildings_it_is_near():
    far, near = at("113.63", "34.75"), at("113.601", "34.75")
    found = {
        each.basic: each
        for each in reach_of_basics(
            ["market", "pharmacy", "laundry"],
            {"market": [near], "pharmacy": [far]},
            [HERE, at("113.602", "34.75")],
            1000,
            HERE,
        )
    }
    assert found["market"].is_everywhere
    assert found["market"].nearest == 91
    assert found["pharmacy"].is_missing
    assert found["pharmacy"].known == 1
    assert found["laundry"].is_missing
    assert found["laundry"].nearest is None


def feature(name="1号楼", kind="Point", where=(113.6, 34.75)):
    geometry = {"type": kind, "coordinates": list(where)}
    return {"type": "Feature", "properties": {"name": name}, "geometry": geometry}


def collection(*features):
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    return text.encode()


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (collection(feature())[:-20], "places.points_whole"),
        (collection(feature()).decode().encode("gbk"), "places.points_encoding"),
        (b"{}", "places.points_collection"),
        (b"[" * 100_000, "places.points_whole"),
        (collection(), "places.points_collection"),
        (collection(*[feature()] * (MOST_POINTS + 1)), "places.points_number"),
        (collection(*[feature()] * 10_000), "places.points_number"),
        (b" " * (2 * 2**20 + 1), "places.points_file_size"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content, rule):
    with pytest.raises(Refused, match=rule):
        read_geojson(content)


@pytest.mark.parametrize(
    ("flawed", "reason"),
    [
        (feature(kind="Polygon", where=[[[113.6, 34.75]]]), "no_point"),
        (feature(name=""), "no_name"),
        (feature(where=("一", "二")), "no_degrees"),
        (feature(where=(True, 34.75)), "no_degrees"),
        (feature(where=(34.75, 113.6)), "not_here"),
        (feature(where=(12645678.1, 4123456.2)), "not_here"),
        ("nothing", "no_feature"),
        ({"type": "Feature", "geometry": None}, "no_geometry"),
        ({"type": "Feature", "geometry": {}}, "no_geometry"),
    ],
)
def test_a_feature_that_is_no_point_is_named_by_its_number(flawed, reason):
    marked, flaws = read_geojson(collection(feature(), flawed))
    assert [each.number for each in marked] == [1]
    assert [(each.number, each.reason) for each in flaws] == [(2, reason)]


def test_a_point_is_kept_as_it_is_written():
    [marked], _flaws = read_geojson(collection(feature(where=(113.6249315, 34.1))))
    assert marked.point == at("113.624932", "34.100000")
