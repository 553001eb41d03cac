"""A year of rounds in the demo's community: a blocked fire lane, charging, a lift; the fire
covenant, the police's page, a monthly meeting, lost and found. Through the acts, as people do
it."""

from datetime import datetime, timedelta
from typing import Any

from linli.core.access.models import Body
from linli.core.audit.actor import NOBODY
from linli.core.places.queries import houses_in
from linli.lib.calendar import local_day
from linli.safety.hazards.actions import (
    finding,
    fire,
    found,
    meeting,
    mending,
    points,
    police,
    rounds,
)
from linli.safety.hazards.actions.finding import Seen, Shots
from linli.safety.hazards.actions.points import Pointed
from linli.safety.hazards.actions.rounds import Looked, Planned
from linli.safety.hazards.models import CheckPoint, Hazard
from linli.web.demo.cast import Setting

POINTS = (
    ("fire_lane", "北门消防通道", "new", "北门进来右手"),
    ("fire_lane", "老区环路消防通道", "old", "环路南侧"),
    ("charging", "电动自行车充电棚", "new", "地面车棚东侧"),
    ("lift", "东侧电梯", "new", "大堂"),
    ("gas", "燃气调压箱", "old", "围墙边"),
    ("corridor", "老区楼道", "old", "一至六层"),
    ("access", "服务中心坡道", "community", "正门"),
    ("sorting", "南门分类投放点", "new", "南门"),
    ("sanitation", "中心花园", "community", "花园一圈"),
)
WEEKS = 8
NO_PHOTO = Shots(none_for="演示数据，没有照片")
FOUND = (
    ("北门消防通道", 45, "堆了装修垃圾，车进不来", False, "清走了，划了禁停线"),
    ("电动自行车充电棚", 38, "两个充电口烧焦", True, "换了充电口，加了灭火器"),
    ("东侧电梯", 30, "紧急呼叫没有人应答", True, "换了对讲，试了三次都有人应答"),
    ("老区楼道", 20, "三楼转角堆了旧家具", False, "搬走了"),
    ("老区环路消防通道", 9, "晚上停满了车", False, ""),
)
COVENANT = (
    "不占用、不堵塞消防车通道和楼道。\n电动自行车不进楼、不从窗口拉线充电。\n"
    "出门关火、关气、断电。\n看见隐患，扫码说一声，不用留姓名。"
)


def play_hazards(setting: Setting, at: datetime) -> None:
    """All of it up to the day of the demo."""
    worker = setting.actor("worker", local_day(at))
    made = _points(setting, worker, at)
    _rounds(setting, made, worker, at)
    _hazards(setting, made, at)
    _fire(setting, worker, at)
    _police(setting, worker, at)
    _found(setting, worker, at)


def _points(setting: Setting, worker: Any, at: datetime) -> dict[str, CheckPoint]:
    given = {"by": worker, "at": at - timedelta(days=80)}
    return {
        name: points.add_point(
            setting.community,
            pointed=Pointed(kind, name, getattr(setting, place), where),
            **given,
        )
        for kind, name, place, where in POINTS
    }


def _rounds(setting: Setting, made: dict[str, CheckPoint], worker: Any, at: datetime) -> None:
    """A weekly round, typed in from its paper each time; the last one is still to be walked."""
    on = local_day(at)
    first = on - timedelta(days=7 * WEEKS - 1)
    plan = rounds.plan_rounds(
        setting.community,
        planned=Planned(
            "消防和公共设施周巡查", "week", first, on + timedelta(days=90), "worker",
            list(made.values()),
        ),
        by=worker, at=at - timedelta(days=75),
    )  # fmt: skip
    past = plan.rounds.filter(due_on__lt=on).order_by("due_on")
    for number, row in enumerate(past[: WEEKS - 1]):
        if number == 3:
            continue  # a week nobody went: told as it was
        lines = [Looked(point, "ok") for point in made.values()]
        walked = at - (on - row.due_on)
        rounds.type_in_round(row, on=row.due_on, lines=lines, by=worker, at=walked)


def _hazards(setting: Setting, made: dict[str, CheckPoint], at: datetime) -> None:
    on = local_day(at)
    worker, director = setting.actor("worker", on), setting.actor("director", on)
    held = setting.accounts["manager"].holdings.get()
    body = Body.objects.get(community=setting.community, pk=str(held.body_id))
    for name, days, what, serious, how in FOUND:
        point, then = made[name], at - timedelta(days=days)
        seen = Seen(point.kind, what, point.place, point, point.where, serious, "staff", NO_PHOTO)
        hazard = finding.find(setting.community, seen=seen, by=worker, at=then)
        mending.assign(hazard, body=body, by=worker, at=then)
        if how:
            _mended(hazard, how, worker, director, then + timedelta(hours=20))
    lane = made["北门消防通道"]
    told = Seen("fire_lane", "禁停线磨掉了，看不清", lane.place, lane, source="resident")
    finding.report(setting.community, seen=told, by=NOBODY, at=at - timedelta(hours=3))
    gas = made["燃气调压箱"]
    seen = Seen("gas", "箱门锈穿，锁不上", gas.place, gas, gas.where, False, "staff", NO_PHOTO)
    row = finding.find(setting.community, seen=seen, by=worker, at=at - timedelta(days=4))
    mending.forward(
        row, authority="gas", words="老区围墙边调压箱：箱门锈穿，锁不上", by=worker,
        at=at - timedelta(days=4),
    )  # fmt: skip


def _mended(hazard: Hazard, how: str, worker: Any, director: Any, at: datetime) -> None:
    mending.mend(hazard, how=how, shots=NO_PHOTO, by=worker, at=at)
    mending.look_again(hazard, good=True, by=director, at=at)


def _fire(setting: Setting, worker: Any, at: datetime) -> None:
    given = {"by": worker, "at": at - timedelta(days=60)}
    on, here = local_day(at) - timedelta(days=60), setting.community
    fire.name_fire_keeper(
        here, office="居委会副主任", office_phone="0990-5550001", paper="东湖居委会 2 号文",
        since=on, **given,
    )  # fmt: skip
    covenant = fire.adopt_covenant(
        here, text=COVENANT, adopted_on=on, adopted_by="居民代表会议", **given
    )
    for house in houses_in(here)[:6]:
        fire.count_signed(covenant, place=house, signed=31, households=48, **given)
    fire.count_force(here, people=14, kit="灭火器 20 具、水带 4 盘、破拆工具 2 套", on=on, **given)


def _police(setting: Setting, worker: Any, at: datetime) -> None:
    here, on = setting.community, local_day(at)
    month = at - timedelta(days=21)
    police.set_police_office(
        here, station="湖滨派出所", room="社区服务中心一楼", office_phone="0990-5550110",
        hours="周三 14:00–17:00\n周六 9:00–11:00", offers="问户籍、居住证\n开锁、挪车\n防诈骗咨询",
        by=worker, at=at - timedelta(days=70),
    )  # fmt: skip
    police.put_alert(
        here, kind="fraud", title="有人冒充医保中心", told_by="湖滨派出所",
        words="有人打电话说医保卡停用，要下软件、报验证码。医保中心不会这样做。先挂断，再打 96110 问。",
        until=on + timedelta(days=30), by=worker, at=at - timedelta(days=2),
    )  # fmt: skip
    called = meeting.call_meeting(
        here, title="社区安全例会", venue="社区警务室", starts_at=month,
        agenda=["消防通道夜间停车", "电动自行车充电", "防诈骗进楼栋"], called_by=here.name,
        by=worker, at=month - timedelta(days=3),
    )  # fmt: skip
    meeting.open_meeting(called, chair="居委会主任", by=worker, at=month)
    for what, owner, days in (
        ("北门消防通道装可移动路障", "东湖花园物业服务中心", 14),
        ("每栋贴一张防诈骗大字", "居委会", 40),
    ):
        point = meeting.add_meeting_point(
            called, what=what, owner=owner, due_on=local_day(month) + timedelta(days=days),
            by=worker, at=month,
        )  # fmt: skip
        if days < 20:
            meeting.settle_point(point, outcome="装好了两处", by=worker, at=month)
    meeting.close_meeting(called, by=worker, at=month + timedelta(hours=1))


def _found(setting: Setting, worker: Any, at: datetime) -> None:
    here, on = setting.community, local_day(at)
    for thing, where, days in (("一串钥匙", "中心花园长椅", 3), ("一把长柄伞", "服务中心门口", 12)):
        row = found.take_in_found(
            here, thing=thing, where=where, found_on=on - timedelta(days=days), marks="红绳",
            finder="", by=worker, at=at - timedelta(days=days),
        )  # fmt: skip
        if days > 10:
            found.give_back_found(
                row, claimant="示范领取人", proof="说对了伞柄上的记号", by=worker, at=at
            )
