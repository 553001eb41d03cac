"""Resident units of the demo: what they offer, a joint meeting of the summer with promises kept and
late, and what lies in the suggestion box; played through the real acts."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import Actor, the_operator
from linli.lib.calendar import local_day
from linli.partners.organisations.actions import (
    joint_meetings,
    pledges,
    proposals,
    unit_lists,
    units,
)
from linli.partners.organisations.models import Organisation, ResidentUnit
from linli.web.demo.cast import LATER, PASSWORD, Setting

UNITS = (
    ("school", "湖滨小学", "小学，有操场、教室和报告厅", 700),
    ("clinic", "湖滨社区卫生服务站", "看病、体检、健康讲座", 365),
    ("bank", "示范银行湖滨支行", "银行网点，有大厅和会议室", None),
    ("market", "东湖菜场", "菜场和三十几家摊位", None),
)
"""Key, name, what it does, for how many days there is an agreement."""
OFFERS = (
    ("school", "room", "操场周末向居民开放", "周六、周日上午 7:00–11:00", "穿运动鞋，不骑车"),
    ("school", "skill", "老师讲家庭教育", "每学期两次", ""),
    ("clinic", "skill", "义诊和健康讲座", "每月第二个周四下午", "不用带医保卡"),
    ("bank", "room", "会议室借给居民开会", "工作日晚上", "提前三天说一声"),
    ("bank", "skill", "防诈骗小课堂", "可以预约", ""),
    ("market", "support", "收摊后的新鲜菜给助餐点", "每天傍晚", ""),
)
NEEDS = (
    ("", "room", "太极队想要一块平地", "每天早上六点半"),
    ("", "skill", "想请人讲一讲量血压", "老人听得懂的"),
    ("school", "people", "上学放学路口要护学志愿者", "每班两个人"),
)
PROMISES = (
    ("property", "换好七号楼的楼道灯", 30, 26, "十二盏都换了，声控的"),
    ("property", "清完地下车库的积水", 40, 39, "抽干了，排水沟也通了"),
    ("property", "修好儿童滑梯", 35, 52, "换了滑板，重新上漆"),
    ("school", "操场周末开放到学期末", 60, 58, "一个周末也没有停"),
    ("market", "门口的三轮车划线停", 45, None, ""),
    ("clinic", "给高龄老人上门量血压", 150, None, ""),
)
"""Who, what, due after how many days, done after how many, how."""
SAID = (
    (
        "凉亭晚上太黑，能不能装一盏灯",
        "凉亭装一盏灯",
        "adopted",
        "好主意，凉亭和小路一起装",
        "物业，下月底以前",
    ),
    (
        "健身器材旁边多放两张长椅",
        "健身器材旁边放长椅",
        "answered",
        "地方太窄，放了轮椅过不去；东门广场明年添四张",
        "",
    ),
    (
        "路口想有一条斑马线",
        "东门路口画斑马线",
        "passed_on",
        "路不归社区管",
        "已转街道办事处，请交警来看",
    ),
    ("活动室能不能晚上也开", "活动室晚上也开", "", "", ""),
    ("公告栏的字再大一点", "", "", "", ""),
)
PARTNERS = (
    ("区图书馆", "看书、借书，有多功能厅", "机关党委办公室", 34, "room", "周六下午多功能厅"),
    ("湖滨供电所", "管这一片的供电", "党支部", 18, "skill", "每季度一次用电安全检查"),
)
"""Units that check in: name, what it does, its office, how many it says, what it offers."""
WANTED = (
    ("room", "合唱队演出前周末加练的地方", 20, 0, "演出前的每个周六在图书馆多功能厅加练"),
    ("skill", "车棚充电口的安全检查", 12, 1, "查了 46 个充电口，换了 5 个"),
    ("other", "寒假里带孩子看一次消防站", 120, None, ""),
)
"""What is needed within how many days, whose offer meets it, what came of it."""


class Partner(NamedTuple):
    """A unit of the list that will check in."""

    unit: ResidentUnit
    office: str
    living: int


def play_units(setting: Setting, at: datetime) -> None:
    """Some months that end at `at`."""
    begun = at - timedelta(days=90)
    known = _open(setting, begun)
    _lists(setting, known, begun + timedelta(days=3))
    _meet(setting, known, begun + timedelta(days=10), at)
    _box(setting, at - timedelta(days=20))


def _by(setting: Setting, key: str, at: datetime) -> dict[str, Any]:
    return {"by": setting.actor(key, local_day(at)), "at": at}


def _open(setting: Setting, at: datetime) -> dict[str, ResidentUnit]:
    on, worker = local_day(at), _by(setting, "worker", at)
    known = {}
    for key, name, does, days in UNITS:
        until = on + timedelta(days=days) if days else None
        known[key] = units.open_unit_file(
            setting.community, name=name, does=does, agreement_since=on if days else None,
            agreement_until=until, **worker,
        )  # fmt: skip
    body = setting.bodies["property"]
    here: dict[str, Any] = {"community": setting.community, "until__isnull": True}
    entry = Organisation.objects.filter(**here, body=body).first()
    known["property"] = units.open_unit_file(
        setting.community, name=body.name, organisation=entry, body=body,
        does="东湖花园的物业服务", **worker,
    )  # fmt: skip
    role = LATER["school"]
    account = open_account(label=role.name, login=f"+86{role.phone}", password=PASSWORD, at=at)
    appoint(
        setting.community, account=account, post="unit_delegate", since=on,
        body=known["school"].body, by=the_operator(), at=at,
    )  # fmt: skip
    setting.accounts["school"] = account
    return known


def _lists(setting: Setting, known: dict[str, ResidentUnit], at: datetime) -> None:
    worker = _by(setting, "worker", at)
    offers = [
        unit_lists.offer(
            known[key], feature=feature, title=title, times=times, conditions=conditions, **worker
        )
        for key, feature, title, times, conditions in OFFERS
    ]
    needs = []
    for key, feature, title, about in NEEDS:
        said: dict[str, Any] = {"feature": feature, "title": title, "about": about}
        if key:
            needs.append(unit_lists.enter_unit_need(known[key], **said, **worker))
        else:
            needs.append(unit_lists.enter_community_need(setting.community, **said, **worker))
    tai_chi = unit_lists.match(needs[0], offer=offers[0], title="太极队周末在操场", **worker)
    unit_lists.match(needs[1], offer=offers[2], title="量血压小课堂", **worker)
    later = _by(setting, "worker", at + timedelta(days=40))
    unit_lists.end_project(
        tai_chi, came_true=True, outcome="每个周末有二十来位邻居来，秋天以后照旧", **later
    )


def _meet(setting: Setting, known: dict[str, ResidentUnit], at: datetime, now: datetime) -> None:
    held = at + timedelta(days=7)
    asked = {known[key]: title for key, title, *_rest in reversed(PROMISES)}
    meeting = joint_meetings.plan_joint_meeting(
        setting.community, title="夏季联席会议", venue="居委会会议室", starts_at=held,
        agenda=["楼道灯、车库和滑梯", "操场开放", "菜场门口的停车", "高龄老人的健康"], asked=asked,
        **_by(setting, "worker", at),
    )  # fmt: skip
    joint_meetings.call_joint_meeting(meeting, **_by(setting, "worker", at))
    joint_meetings.open_joint_meeting(meeting, chair="居委会主任", **_by(setting, "director", held))
    for key, title, due, done, how in PROMISES:
        row = pledges.pledge(
            known[key], title=title, due_on=local_day(held) + timedelta(days=due),
            meeting=meeting, **_by(setting, "worker", held),
        )  # fmt: skip
        if done is not None:
            day = held + timedelta(days=done)
            pledges.deliver_pledge(
                row, delivered_on=local_day(day), delivered_how=how,
                **_by(setting, "worker", min(day + timedelta(days=1), now)),
            )  # fmt: skip
    joint_meetings.close_joint_meeting(meeting, **_by(setting, "director", held))


def _box(setting: Setting, at: datetime) -> None:
    for number, (words, title, what, reply, way_on) in enumerate(SAID):
        day = at + timedelta(days=number)
        worker = _by(setting, "worker", day)
        row = proposals.propose(
            setting.community, words=words, via="box" if number % 2 else "desk", **worker
        )
        if title:
            proposals.show_proposal(row, title=title, **worker)
        if what:
            proposals.answer_proposal(row, what=what, answer=reply, way_on=way_on, **worker)


def play_partners(
    setting: Setting, by: Actor, *, at: datetime, now: datetime, branch: str
) -> list[Partner]:
    """Units the Party's council asks in, entered by its secretary: what they offer, what is needed,
    two needs met and one that a branch takes on."""
    here, on, made, offers = setting.community, local_day(at), [], []
    for name, does, office, living, feature, title in PARTNERS:
        unit = units.open_unit_file(here, name=name, does=does, by=by, at=at)
        offers.append(unit_lists.offer(unit, feature=feature, title=title, by=by, at=at))
        made.append(Partner(unit, office, living))
    for feature, title, days, gives, outcome in WANTED:
        need = unit_lists.enter_community_need(
            here, feature=feature, title=title, wanted_by=on + timedelta(days=days), by=by, at=at
        )
        if gives is None:
            unit_lists.match(need, taken_by=branch, title=title, by=by, at=now)
            continue
        project = unit_lists.match(need, offer=offers[gives], title=title, by=by, at=at)
        then = at + timedelta(days=15)
        unit_lists.end_project(project, came_true=True, outcome=outcome, by=by, at=then)
    return made
