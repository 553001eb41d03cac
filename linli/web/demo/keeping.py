"""A season of the demo's rooms given out by lot, fitness sites looked after, things lent, resources
offered and used: through the acts, as people do it."""

from datetime import datetime, time, timedelta
from typing import Any

from linli.core.audit.actor import NOBODY
from linli.culture.facilities.actions import defects, devices, lending, offers, season as seasons
from linli.culture.facilities.actions.defects import Seen
from linli.culture.facilities.actions.devices import Installed
from linli.culture.facilities.actions.lending import Asking, Listed
from linli.culture.facilities.actions.offers import Offered, Wanting
from linli.culture.facilities.actions.register import add
from linli.culture.facilities.actions.season import Drafted, Wanted
from linli.culture.facilities.models import Facility
from linli.lib.calendar import local_day
from linli.web.demo.cast import Setting

ITEMS = (
    "安装牢固，没有松动",
    "没有断裂、锈穿、尖角",
    "活动部分灵活，没有异响",
    "地面平整，没有积水",
)
GROUPS = (
    ("elder", "夕阳红合唱队", "排练", 24, (1, 2, 3), "elders", True, True),
    ("tenant", "周末舞蹈队", "排舞", 16, (1, 3), "everybody", False, True),
    ("representative", "东湖书画社", "练字、写春联", 12, (2, 1), "everybody", False, False),
    ("worker", "亲子绘本会", "读绘本", 10, (3, 2), "children", False, False),
)
LENT = (
    ("wheelchair", "轮椅", ("1 号", "2 号"), 30, "先试坐，教会刹车再推走。"),
    ("bath_chair", "助浴椅", ("1 号",), 30, "用完冲净晾干。"),
    ("crutch", "四脚拐杖", ("1 号", "2 号", "3 号"), 90, "按身高调好再走。"),
    ("ladder", "人字梯", ("1 号",), 3, "两个人用，一个人扶。"),
)


def play_keeping(setting: Setting, at: datetime) -> None:
    """All of it up to the day of the demo."""
    worker = setting.actor("worker", local_day(at))
    hall = _facility(setting, at, "邻里大厅", "hall", people_most=40, step_free=True)
    site = _facility(setting, at, "中心花园健身点", "fitness_site", bookable=False)
    _give_out_a_season(setting, hall, at, worker)
    _look_after(setting, site, at, worker)
    _lend(setting, at, worker)
    _offer(setting, at, worker)


def _facility(setting: Setting, at: datetime, name: str, kind: str, **more: Any) -> Facility:
    found = Facility.objects.filter(community=setting.community, name=name).first()
    if found is not None:
        return found
    given = {"name": name, "kind": kind, "functions": ["culture", "sport"], **more}
    return add(
        setting.community, given=given, weekly=dict.fromkeys(range(7), ((480, 1260),)),
        by=setting.actor("worker", local_day(at)), at=at - timedelta(days=40),
    )  # fmt: skip


def _give_out_a_season(setting: Setting, hall: Facility, at: datetime, worker: Any) -> None:
    on = local_day(at)
    before = {"by": worker, "at": at - timedelta(days=20)}
    row = seasons.draft_season(
        setting.community,
        drafted=Drafted(
            "本季邻里大厅", on + timedelta(days=3), on + timedelta(days=60),
            on - timedelta(days=8), note="一周三个时段，一季分一次。",
        ),
        **before,
    )  # fmt: skip
    row = seasons.put_slots(
        row, facility=hall, weekdays=[1, 3, 5], starts=time(14), ends=time(16), **before
    )
    seasons.publish_season(row, **before)
    keys = dict(row.slots.values_list("number", "pk"))
    for who, group, purpose, size, order, for_whom, step_free, named in GROUPS:
        by_desk = who == "worker"
        wanted = Wanted(
            group, purpose, size, [keys[each] for each in order], for_whom, step_free, named,
            name="示范联系人" if by_desk else "", by_desk=by_desk,
        )  # fmt: skip
        seasons.wish_slots(
            row, wanted=wanted, by=setting.actor(who, on), at=at - timedelta(days=12)
        )
    row.refresh_from_db()
    seasons.allocate_season(row, called="36", by=worker, at=at - timedelta(days=5))


def _look_after(setting: Setting, site: Facility, at: datetime, worker: Any) -> None:
    on, month = local_day(at), at - timedelta(days=30)
    given = {"by": worker, "at": month}
    made = [
        devices.put_device(
            site,
            installed=Installed(
                kind, label, on - timedelta(days=900), on + timedelta(days=2000)
            ),
            **given,
        )
        for kind, label in (
            ("treadmill", "漫步机 1 号"), ("treadmill", "漫步机 2 号"), ("waist_twister", "扭腰器"),
        )
    ]  # fmt: skip
    plan = devices.plan_inspection(
        site, every_days=30, items=ITEMS, checker="worker", next_on=local_day(month), **given
    )
    answers = [(item, True) for item in ITEMS]
    devices.inspect_facility(plan, answers=answers, on=local_day(month), **given)
    told = defects.report_defect(
        site, seen=Seen("踏板裂了一道口子", made[0], danger=True), by=NOBODY,
        at=at - timedelta(days=1),
    )  # fmt: skip
    defects.stop_use(told, by=worker, at=at)
    old = defects.find_defect(site, seen=Seen("转轴有异响", made[2]), by=worker, at=month)
    after = at - timedelta(days=25)
    defects.repair_defect(old, repair="换了轴承，上了油", by=worker, at=after)
    defects.look_again(old, fine=True, by=setting.actor("director", on), at=after)


def _lend(setting: Setting, at: datetime, worker: Any) -> None:
    on, week = local_day(at), at - timedelta(days=7)
    items = {
        title: lending.list_lent(
            setting.community,
            listed=Listed(kind, title, labels, days, conditions, "社区服务中心一楼"),
            by=worker, at=at - timedelta(days=30),
        )
        for kind, title, labels, days, conditions in LENT
    }  # fmt: skip
    chair = lending.ask_loan(
        items["轮椅"], asking=Asking(14), by=setting.actor("elder", on), at=week
    )
    lending.hand_out(chair, condition="刹车好用，胎气足", by=worker, at=week)
    bath = lending.ask_loan(
        items["助浴椅"], asking=Asking(5, "示范家属", by_desk=True), by=worker, at=week
    )
    lending.hand_out(bath, condition="防滑垫完好", by=worker, at=week)
    lending.ask_loan(items["助浴椅"], asking=Asking(10), by=setting.actor("tenant", on), at=at)


def _offer(setting: Setting, at: datetime, worker: Any) -> None:
    on, here, given = local_day(at), setting.community, {"by": worker, "at": at}
    made = [
        offers.offer(here, offered=Offered(**dict[str, Any](each)), **given)
        for each in (
            {"kind": "room", "title": "三十座会议室", "by": "unit", "unit_name": "示范设计院",
             "times": "工作日傍晚", "name": "示范联系人", "by_desk": True},
            {"kind": "ground", "title": "操场", "by": "school", "unit_name": "示范小学",
             "times": "周末白天", "name": "示范联系人", "by_desk": True},
        )
    ]  # fmt: skip
    offers.offer(
        here, offered=Offered("skill", "修自行车", "resident", times="周六上午"),
        by=setting.actor("representative", on), at=at,
    )  # fmt: skip
    need = offers.need(here, wanting=Wanting("room", "议事会要一间坐三十人的屋子", "plan"), **given)
    match = offers.match(need, offered=made[0], **given)
    offers.tell_outcome(match, used=True, outcome="开了两次议事会", **given)
    offers.need(here, wanting=Wanting("vehicle", "重阳节送腿脚不便的老人看花展", "group"), **given)
