"""The map: what is near, what is missing, what stands in the way; nobody's home, nobody's money."""

import json
from datetime import date, datetime, time
from decimal import Decimal

import icalendar
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from linli.core.audit.actor import NOBODY
from linli.core.places.actions import clear_point, import_points, set_point, state_datum
from linli.core.places.models import Place, PlacePoint
from linli.core.places.rules.points import Point
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Refused
from linli.service.catalogue.actions import guides, providers
from linli.service.catalogue.models import GuideVersion, Provider
from linli.service.catalogue.nearby.actions import place_on_map
from linli.service.catalogue.rules.openings import Departure, Hours, Opening
from linli.service.catalogue.tests.guiding import ALL_DAY, LOCAL, PROVIDER

pytestmark = pytest.mark.django_db

LON, LAT = Decimal("113.600000"), Decimal("34.750000")
FIRST_SATURDAY = Hours(
    (Opening("monthly_weekday", time(9), time(11), (6,), nth=1),),
    (Departure(date(2027, 3, 6), why="下雨"),),
)


@pytest.fixture
def by_worker(actor, at):
    return {"by": actor("worker"), "at": at}


@pytest.fixture
def house(setting, by_worker):
    """1号楼 of the old compound, on the map."""
    building = Place.objects.get(community=setting.community, parent=setting.old, name="1号楼")
    state_datum(setting.community, datum="gcj02", **by_worker)
    set_point(building, lon=LON, lat=LAT, **by_worker)
    return building


@pytest.fixture
def entered(setting, by_worker):
    def enter(title, **more):
        given = {**PROVIDER, "title": title, **more}
        return providers.enter_provider(setting.community, given=given, hours=ALL_DAY, **by_worker)

    return enter


@pytest.fixture
def live(setting, actor, at, by_worker):
    def publish(key="repair_day", hours=ALL_DAY, **more):
        given = {**LOCAL, **more}
        guide = setting.community
        draft = guides.draft_guide(guide, key=key, given=given, hours=hours, **by_worker)
        return guides.publish_guide(draft, seen=draft.stamp, by=actor("director"), at=at)

    return publish


@pytest.mark.parametrize("name", ["dwelling", "entrance"])
def test_a_home_is_no_point_on_a_map(setting, house, by_worker, entered, name):
    home = Place.objects.filter(community=setting.community, kind=name).first()
    with pytest.raises(Refused, match=r"places\.point_of_building"):
        set_point(home, lon=LON, lat=LAT, **by_worker)
    with pytest.raises(Refused, match=r"places\.point_of_building"):
        place_on_map(entered("家里做饭"), spot=home, **by_worker)
    row = {"community": setting.community, "place": home, "kind": name, "lon": LON, "lat": LAT}
    with pytest.raises(IntegrityError), transaction.atomic():
        PlacePoint.objects.create(**row)


def test_points_wait_until_it_is_said_in_which_coordinates_they_are(setting, by_worker):
    building = Place.objects.filter(community=setting.community, kind="building").first()
    with pytest.raises(Refused, match=r"places\.datum_stated"):
        set_point(building, lon=LON, lat=LAT, **by_worker)
    with pytest.raises(Refused, match=r"places\.datum_stated"):
        import_points(setting.community, points=[(building, Point(LON, LAT))], **by_worker)
    state_datum(setting.community, datum="bd09", **by_worker)
    set_point(building, lon=LON, lat=LAT, **by_worker)
    far = Place.objects.filter(community=setting.community, kind="building").last()
    for lon, lat, rule in ((LAT, LON, "point_in_country"), (LON, LAT + 2, "point_near")):
        with pytest.raises(Refused, match=rule):
            set_point(far, lon=lon, lat=lat, **by_worker)
    clear_point(building, **by_worker)
    set_point(far, lon=LON, lat=LAT + 2, **by_worker)  # alone, it is near to nothing


def test_who_is_listed_by_telephone_alone_has_no_point(entered, house, by_worker, visit, url):
    shelter = entered("妇女儿童之家", by_phone_only=True, where="", price_class="free")
    with pytest.raises(Refused, match=r"catalogue\.no_point"):
        place_on_map(shelter, spot=house, **by_worker)
    rows = Provider.objects.filter(community=shelter.community_id, pk=shelter.pk)
    for where in ({"spot": house}, {"lon": LON, "lat": LAT}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**where)
    assert "妇女儿童之家" not in visit().get(url("map")).content.decode()
    address = url("map_place", sort="provider", key=shelter.pk)
    assert visit("worker").get(address).status_code == 404


def test_a_point_goes_with_the_words_that_say_where(entered, live, house, by_worker, actor, at):
    shop = place_on_map(entered("老赵修理铺"), spot=house, basic="repair", **by_worker)
    moved = {"result": "changed", "seen": shop.version, "given": {"where": "南门"}}
    shop = providers.check_provider(shop, **moved, **by_worker)
    assert not shop.is_placed
    assert shop.basic == "repair"
    version = place_on_map(live(), lon=LON, lat=LAT, **by_worker)
    for where, placed in ((version.where, True), ("别处", False)):
        draft = guides.redraft_guide(
            version.guide, given={**LOCAL, "where": where}, hours=ALL_DAY, **by_worker
        )
        version = guides.publish_guide(draft, seen=draft.stamp, by=actor("director"), at=at)
        assert version.is_placed is placed


def test_the_page_tells_distances_order_and_what_is_missing(
    setting, entered, live, house, by_worker, visit, url
):
    near, far, gone = (
        place_on_map(entered(title, kind="shop"), lon=LON, lat=lat, basic=basic, **by_worker)
        for title, lat, basic in (
            ("阿远超市", LAT + Decimal("0.02"), "supermarket"),
            ("左邻菜店", LAT + Decimal("0.001"), "market"),
            ("停了的店", LAT, "laundry"),
        )
    )
    stopped = {"result": "gone", "seen": gone.version}
    providers.check_provider(gone, **stopped, **by_worker)
    place_on_map(live(), spot=house, **by_worker)
    everything = visit().get(url("map_twin")).json()
    titles = [each["title"] for each in everything["services"]]
    # By field, then by sound: 阿远超市 before 左邻菜店, because no building was chosen.
    assert titles.index("阿远超市") < titles.index("左邻菜店")
    assert "停了的店" not in titles
    assert all(each["metres"] is None for each in everything["services"])
    start = {"start": str(house.pk)}
    found = visit().get(url("map_twin"), start).json()
    shops = [each for each in found["services"] if each["title"] in (near.title, far.title)]
    assert [(each["title"], each["metres"], each["near"]) for each in shops] == [
        ("左邻菜店", 110, True), ("阿远超市", 2230, False),
    ]  # fmt: skip
    basics = {row["key"]: row for row in found["basics"]}
    assert not basics["market"]["missing"]
    assert basics["supermarket"]["missing"]
    assert basics["laundry"]["known"] == 0
    assert found["reach_metres"] == 1000
    page = visit().get(url("map"), start).content.decode()
    for words in ("直线约 110 米", "超过步行一刻钟", "谁也不能花钱往前排", "距离是直线量的", "data-dot=", 'data-metres="# 米"',
                  "还没解决的无障碍问题", "GB 50180", "核实于"):  # fmt: skip
        assert words in page
    sheet = visit().get(url("map_sheet"), start).content.decode()
    assert "走一刻钟" in sheet
    assert "左邻菜店" in sheet
    assert '<script src="/static/leaflet' not in sheet
    sifted = visit().get(url("map_twin"), {**start, "field": "shops", "step_free": "on"}).json()
    assert {each["field"] for each in sifted["services"]} == {"商业服务"}
    # Nothing chosen, nothing there, nonsense: the page stands.
    for query in ({}, {"start": "x"}, {"start": str(setting.stair.pk)}, {"field": "nowhere"}):
        assert visit().get(url("map"), query).status_code == 200


def test_a_file_is_taken_whole_or_not_at_all(setting, house, visit, url):
    worker = visit("worker")

    def send(*names, content=None):
        features = [
            {
                "type": "Feature",
                "properties": {"name": name},
                "geometry": {"type": "Point", "coordinates": [113.6 + at / 1000, 34.75]},
            }
            for at, name in enumerate(names)
        ]
        text = content or json.dumps({"type": "FeatureCollection", "features": features}).encode()
        return worker.post(url("map_import"), {"points": SimpleUploadedFile("a.geojson", text)})

    old, new = (f"{each.name}1号楼" for each in (setting.old, setting.new))
    refused = send(old, "1号楼", "九号楼", old)
    page = refused.content.decode()
    assert refused.status_code == 409
    for words in ("第 2 项", "不止一个", "第 3 项", "没有叫“九号楼”", "第 4 项", "出现了两次"):
        assert words in page
    assert PlacePoint.objects.filter(community=setting.community).count() == 1
    torn = send(content=b'{"type": "FeatureCollection", "features": [')
    assert torn.status_code == 409
    assert "不完整" in torn.content.decode()
    assert send(old, new).status_code == 302
    assert PlacePoint.objects.filter(community=setting.community).count() == 2
    assert visit("visitor").get(url("map_import")).status_code in (302, 401, 403)


def test_the_desk_puts_services_and_buildings_on_the_map(setting, live, entered, visit, url):
    worker, version, shop = visit("worker"), live(), entered("小周理发")
    building = Place.objects.get(community=setting.community, parent=setting.new, name="1号楼")
    desk = worker.get(url("map_desk")).content.decode()
    assert "先写明本社区用哪种坐标" in desk
    assert "小周理发" in desk
    assert "单元和住房不标" in desk
    early = worker.post(url("map_point", place_id=building.pk), {"lon": "113.6", "lat": "34.75"})
    assert early.status_code == 409
    assert "只能用一种" in early.content.decode()
    assert (
        worker.post(url("map_datum"), {"datum": "wgs84", "taken_from": "手机"}).status_code == 302
    )
    half = worker.post(url("map_point", place_id=building.pk), {"lon": "113.6", "lat": ""})
    assert half.status_code == 422
    sent = worker.post(url("map_point", place_id=building.pk), {"lon": "113.6", "lat": "34.75"})
    assert sent.status_code == 302
    address = url("map_place", sort="provider", key=shop.pk)
    assert "data-picks" in worker.get(address).content.decode()
    assert worker.post(address, {"how": "building", "basic": ""}).status_code == 422
    at_house = {"how": "building", "spot": str(building.pk), "basic": "hairdresser"}
    assert worker.post(address, at_house).status_code == 302
    address = url("map_place", sort="guide", key=version.pk)
    typed = {"how": "point", "lon": "113.601", "lat": "34.75", "basic": ""}
    assert worker.post(address, typed).status_code == 302
    shop.refresh_from_db()
    version.refresh_from_db()
    assert shop.spot_id == building.pk
    assert version.own_point == Point(Decimal("113.601"), LAT)
    assert worker.post(url("map_clear_point", place_id=building.pk)).status_code == 302
    # The building's point is gone, and with it the distance; the shop is still at the building.
    found = visit().get(url("map_twin")).json()["services"]
    assert next(each for each in found if each["title"] == "小周理发")["placed"] is False
    with pytest.raises(Refused):
        place_on_map(shop, spot=building, by=NOBODY, at=timezone.now())


def test_service_days_follow_the_hours_on_page_and_in_the_feed(live, visit, url, monkeypatch):
    day = live(hours=FIRST_SATURDAY, service_day=True)
    live("vaccination")  # open every day, and no service day
    march = visit().get(url("service_days_twin"), {"month": "2027-03"}).json()
    july = visit().get(url("service_days_twin"), {"month": "2027-07"}).json()
    assert march["days"] == []  # it rains
    assert [each["on"] for each in july["days"]] == ["2027-07-03"]
    page = visit().get(url("service_days"), {"month": "2027-07"}).content.decode()
    assert day.name in page
    assert "09:00–11:00" in page
    assert "data-print" in page
    assert visit().get(url("service_days"), {"month": "9999-12"}).status_code == 200
    moment = datetime(2027, 7, 1, 8, tzinfo=SHANGHAI)
    monkeypatch.setattr("linli.service.catalogue.nearby.views.days.timezone.now", lambda: moment)
    # By itself it begins with what is next; where nothing is left, with the month after.
    assert "下一次" in visit().get(url("service_days")).content.decode()
    late = datetime(2027, 7, 30, 8, tzinfo=SHANGHAI)
    monkeypatch.setattr("linli.service.catalogue.nearby.views.days.timezone.now", lambda: late)
    assert visit().get(url("service_days_twin")).json()["days"][0]["on"] == "2027-08-07"
    whole = visit().get(url("service_days_twin"), {"month": "2027-07"}).json()
    assert [each["past"] for each in whole["days"]] == [True]
    monkeypatch.setattr("linli.service.catalogue.nearby.views.days.timezone.now", lambda: moment)
    answer = visit().get(url("service_days_feed"))
    events = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert str(events[0]["summary"]) == day.title
    assert events[0].decoded("dtstart").day == 3
    assert GuideVersion.objects.get(community=day.community_id, pk=day.pk).service_day
