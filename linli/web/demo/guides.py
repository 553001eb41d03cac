"""What can be got, over the year: guides adopted and one of the community's own, the directory
rung round, contacts named, and home visits in every state, some of them rated."""

import tomllib
from datetime import datetime, time, timedelta
from decimal import Decimal
from importlib import resources
from typing import Any

from linli.core.audit.actor import Actor
from linli.core.people.models import Person
from linli.core.places.actions import import_points, state_datum
from linli.core.places.models import Place
from linli.core.places.rules.points import Point
from linli.lib.calendar import SHANGHAI, local_day
from linli.service.catalogue.actions import guides, home_service, network, providers
from linli.service.catalogue.content import national_guides
from linli.service.catalogue.models import Guide, GuideVersion, Provider
from linli.service.catalogue.nearby.actions import place_on_map
from linli.service.catalogue.rules.openings import Hours, Opening
from linli.web.demo.cast import Setting

OPENED = 240
"""How many days before the day of the demo the guides were published."""
OFFICE = Hours(
    (Opening("workdays", time(8, 30), time(12)), Opening("workdays", time(14), time(17, 30)))
)
_LOCAL: dict[str, Any] = {
    "provider": None, "means": ["window", "phone"], "where": "", "phone": "",
    "by_appointment": False, "step_free": "unknown", "access": [], "at_home": False,
    "price_class": "free", "price_fen": None, "price_unit": "", "price_basis": "",
    "committee_gets": "", "complaint": "", "without_phone": "", "note": "",
}  # fmt: skip
_PROVIDER: dict[str, Any] = {
    "title_en": "", "body": None, "credit_code": "", "where": "", "by_phone_only": False,
    "agreed_on": None, "price_fen": None, "price_unit": "", "price_basis": "",
    "step_free": "unknown", "access": [],
}  # fmt: skip


def play_guides(setting: Setting, at: datetime) -> None:
    """Plays the year of the guides up to `at`, through the acts."""
    text = resources.files("linli.web.demo").joinpath("guides.toml").read_text("utf-8")
    said: dict[str, Any] = tomllib.loads(text)
    desk = _Desk(setting, at)
    for line in said["provider"]:
        desk.enter(dict(line))
    for number, line in enumerate(said["adopted"]):
        # Some were looked at anew since; the rest are due.
        early = number % 3 == 0 or line["key"] == "assistive_loan"
        desk.adopt(dict(line), ago=OPENED if early else 30)
    desk.write_own()
    desk.name_contacts()
    desk.visits()
    desk.draw_map(said)


class _Desk:
    """The worker drafts, the director publishes; the days count back from the demo's."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now = setting, at
        self.community = setting.community

    def ago(self, days: int, hour: int = 10) -> datetime:
        day = local_day(self.now - timedelta(days=days))
        return min(datetime.combine(day, time(hour), SHANGHAI), self.now)

    def by(self, key: str, days: int) -> Actor:
        return self.setting.actor(key, local_day(self.ago(days)))

    def enter(self, line: dict[str, Any]) -> Provider:
        ago = line.pop("ago")
        by, at = self.by("worker", ago), self.ago(ago)
        given = {**_PROVIDER, **line}
        return providers.enter_provider(self.community, given=given, hours=OFFICE, by=by, at=at)

    def adopt(self, line: dict[str, Any], ago: int) -> GuideVersion:
        key, days = line.pop("key"), line.pop("days", None)
        hours = OFFICE
        if days:
            opens, closes = (time.fromisoformat(line.pop(name)) for name in ("opens", "closes"))
            kind, nth = ("monthly_weekday", line.pop("nth")) if "nth" in line else ("weekly", 0)
            hours = Hours((Opening(kind, opens, closes, tuple(days), nth=nth),))
        if not line.get("where"):
            hours = Hours()
        known = national_guides()[key]
        given = {**_LOCAL, "means": list(known.means), **line}
        by, at = self.by("worker", ago), self.ago(ago)
        draft = guides.draft_guide(self.community, key=key, given=given, hours=hours, by=by, at=at)
        return self.publish(draft, ago)

    def publish(self, draft: GuideVersion, ago: int) -> GuideVersion:
        seen = draft.stamp
        by, at = self.by("director", ago), self.ago(ago, 15)
        return guides.publish_guide(draft, seen=seen, by=by, at=at)

    def write_own(self) -> None:
        """One that costs something and names who is paid; one drafted and waiting; one retired."""
        provider = Provider.objects.get(community=self.community, title="暖阳为老服务社")
        own = {
            "title": "老人助浴", "title_en": "Bathing help", "field": "elders",
            "life": ["old_age", "disability"], "elder_have": ["supported"],
            "summary": "洗澡不方便的老人，有人上门帮忙。",
            "who": "住在这里的老人", "how": "打电话约时间\n两个人一起上门", "papers": "不用带",
            "limit": "三天以内约上", "basis": "街道购买服务协议", "served_by": "暖阳为老服务社",
        }  # fmt: skip
        priced = {
            "provider": provider, "means": ["phone", "home"], "phone": "0990-5550024",
            "price_class": "paid", "price_fen": 1500, "price_unit": "次",
            "price_basis": "街道购买服务协议", "by_appointment": True,
        }  # fmt: skip
        given = {**_LOCAL, **own, **priced}
        by, at = self.by("worker", 90), self.ago(90)
        bath = guides.draft_guide(self.community, key="", given=given, hours=OFFICE, by=by, at=at)
        self.publish(bath, 90)
        by, at = self.by("worker", 1), self.ago(1)
        dearer = {**given, "price_fen": 1800}
        guides.redraft_guide(bath.guide, given=dearer, hours=OFFICE, by=by, at=at)
        over = self.adopt({"key": "home_help", "phone": "0990-5550001"}, 200)
        guides.retire_guide(
            over.guide,
            go_to=None,
            words="请看“服务单位”里的家政，直接打电话。",
            by=self.by("worker", 12),
            at=self.ago(12),
        )

    def name_contacts(self) -> None:
        accounts = self.setting.accounts
        for place, contact, stand_in in (
            (self.setting.old, "worker", "director"),
            (self.setting.stair, "representative", "worker"),
        ):
            network.name_contact(
                place,
                contact=accounts[contact],
                stand_in=accounts[stand_in],
                by=self.by("director", 60),
                at=self.ago(60),
            )

    def draw_map(self, said: dict[str, Any]) -> None:
        """Every building on a grid beside the lake, and a dozen services beside them."""
        by, at = self.by("worker", 25), self.ago(25)
        state_datum(self.community, datum="gcj02", taken_from="示例：随便画的", by=by, at=at)
        points = [
            (building, self.beside(east + number % across * 70, north - number // across * 60))
            for compound, across, east, north in (
                (self.setting.old, 4, -330, 120), (self.setting.new, 6, 60, 140),
            )
            for number, building in enumerate(
                Place.objects.filter(
                    community=self.community, parent=compound, kind="building"
                ).order_by("position")
            )
        ]  # fmt: skip
        import_points(self.community, points=points, by=by, at=at)
        for line in said["spot"]:
            row: Any = (
                GuideVersion.objects.get(
                    community=self.community, guide__key=line["guide"], state="live"
                )
                if "guide" in line
                else Provider.objects.get(community=self.community, title=line["provider"])
            )
            point = self.beside(*line["metres"])
            basic = line.get("basic", "")
            place_on_map(row, lon=point.lon, lat=point.lat, basic=basic, by=by, at=at)

    def beside(self, east: int, north: int) -> Point:
        """A point so many metres east and north of the middle of an invented lake."""
        degree = Decimal("0.000001")
        lon = Decimal("113.6") + Decimal(east) / 91_470
        return Point(
            lon.quantize(degree), (Decimal("34.75") + Decimal(north) / 111_320).quantize(degree)
        )

    def visits(self) -> None:
        """Twelve done and rated over the months; one given up, one set, one just asked for."""
        loan = Guide.objects.get(community=self.community, key="assistive_loan")
        mending = Guide.objects.get(community=self.community, key="repair_day")
        for number in range(12):
            days = 93 - 7 * number
            who = "tenant" if number % 2 else "elder"
            done = self.ask(loan, who, days)
            self.set(done, days, 1)
            home_service.finish_home_service(
                done, by=self.by("worker", days - 1), at=self.ago(days - 1, 16)
            )
            by, at = self.by(who, days - 2), self.ago(days - 2)
            guides.rate_guide(done, mark=4 + number % 2, by=by, at=at)
        given_up = self.ask(mending, "tenant", 9)
        home_service.give_up_home_service(
            given_up,
            reason="师傅这周不来",
            way_on="下周六服务日请来，或再约",
            by=self.by("worker", 8),
            at=self.ago(8),
        )
        self.set(self.ask(mending, "elder", 1), 1, 3)
        self.ask(loan, "tenant", 0, wanted="evening")

    def ask(self, guide: Guide, who: str, days: int, wanted: str = "weekend") -> Any:
        account = self.setting.accounts[who]
        assert account.person_id is not None, "only who stands on the roster"
        person = Person.objects.get(community=self.community, pk=account.person_id)
        return home_service.ask_home_service(
            self.community,
            guide=guide,
            person=person,
            wanted=wanted,
            words="先打电话",
            by=self.by(who, days),
            at=self.ago(days, 9),
        )

    def set(self, request: Any, days: int, ahead: int) -> None:
        visit = datetime.combine(
            local_day(self.ago(days)) + timedelta(days=ahead), time(15), SHANGHAI
        )
        by, at = self.by("worker", days), self.ago(days, 9)
        home_service.schedule_home_service(request, visit_at=visit, by=by, at=at)
