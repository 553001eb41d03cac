"""The demo's community organisations: four on record, one being prepared, one that waits at the
desk, one refused; and the small grants they asked for."""

from datetime import date, datetime, timedelta
from typing import Any

from linli.lib.calendar import local_day
from linli.partners.organisations.actions import social, social_life
from linli.partners.organisations.actions.social import Proposed
from linli.partners.organisations.actions.social_life import Summed
from linli.partners.organisations.models.social import SocialOrganisation
from linli.web.demo.cast import Setting
from linli.web.demo.grants import decide_autumn, open_winter

ON_RECORD = (
    (
        "东湖合唱队", "culture_sport", "每周三晚上一起唱歌，过节给邻里演出", 34, "社区活动室",
        "自愿来，自愿走；钱记账，每季度公布；晚上九点前散。", "每周三排练，重阳节和春节各演一次。",
        ((35, "重阳节给老人演出", 86), (12, "和小区孩子一起排练新年歌会", 41)),
    ),
    (
        "邻里缝补角", "mutual_aid", "帮邻里改裤脚、换拉链，教孩子缝扣子", 12, "一楼会议室",
        "布和线自己带；不收钱；机器用完擦干净。", "每月第一个周六上午。",
        ((57, "缝补一日", 38), (22, "缝补一日", 44)),
    ),
    (
        "湖边护绿队", "charity", "认养湖边花坛，秋天扫落叶，教大家堆肥", 27, "湖边健身点旁的工具房",
        "干活戴手套；下雨不干；工具签借签还。", "每周日早上，春秋各一次大扫除。",
        ((28, "清扫落叶，装了四十袋堆肥", 25),),
    ),
    (
        "楼道议事小组", "consultation", "一个单元一个单元地商量楼道里的事", 16, "议事厅东半",
        "先听完再说话；说事不说人；商量好的写在楼道里。", "每两个月一次，有事随时加。",
        (),
    ),
)  # fmt: skip


def found_groups(setting: Setting, at: datetime) -> None:
    """Last year's filings and this autumn's small grants, while the books of autumn are open."""
    begun, today = at - timedelta(days=460), local_day(at)
    groups = [
        _found(setting, row, begun + timedelta(days=9 * n), today)
        for n, row in enumerate(ON_RECORD)
    ]
    decide_autumn(setting, groups, at)


def play_groups(setting: Setting, at: datetime) -> None:
    """What those on record did, and what waits on the desk today."""
    rows = SocialOrganisation.objects.filter(community=setting.community, state="filed")
    groups = list(rows.select_related("community").order_by("filed_on"))
    for group, row in zip(groups, ON_RECORD, strict=True):
        _live(setting, group, row[7], at)
    _sum_up(setting, groups[:3], at)
    open_winter(setting, at)
    _prepare(setting, at)


def _found(setting: Setting, row: Any, at: datetime, on: date) -> SocialOrganisation:
    name, category, about, members, venue, charter, plan, _deeds = row
    said = Proposed(
        name, category, about, initiators=3, members=members, leader="示范负责人",
        phone="19900000099", venue=venue, charter=charter, plan=plan,
    )  # fmt: skip
    tenant, worker = setting.actor("tenant", on), setting.actor("worker", on)
    group = social.propose_social(setting.community, said=said, by=tenant, at=at)
    social.guide_social(group, reason="写得清楚。钱怎么公布，再加一句更好。", by=worker, at=at)
    social.hand_in_social(group, by=tenant, at=at)
    return social.file_social(
        group, filed_with="street", by=setting.actor("director", on), at=at + timedelta(hours=2)
    )


def _live(
    setting: Setting,
    group: SocialOrganisation,
    deeds: tuple[tuple[int, str, int], ...],
    at: datetime,
) -> None:
    tenant = setting.actor("tenant", local_day(at))
    for days, what, people in deeds:
        on = local_day(at) - timedelta(days=days)
        social_life.note_deed(group, on=on, what=what, people=people, by=tenant, at=at)


def _sum_up(setting: Setting, groups: list[SocialOrganisation], at: datetime) -> None:
    """Two handed in last year's summary; the third owes it, and one has its story told."""
    today = local_day(at)
    tenant, worker = setting.actor("tenant", today), setting.actor("worker", today)
    for group in groups[:2]:
        if group.filed_on and group.filed_on <= date(today.year - 1, 9, 30):
            said = Summed(
                "办起来了，老邻居带新邻居，没有断过。", 9, 260, group.members, 80_000, 74_350
            )
            social_life.hand_in_summary(group, year=today.year - 1, said=said, by=tenant, at=at)
    social_life.tell_merit(
        groups[1],
        title="四十四条裤脚",
        words="一个上午，四十四件衣服改好了。孩子们学会了缝扣子，回家教了大人。",
        agreed_on=today,
        by=worker,
        at=at,
    )


def _prepare(setting: Setting, at: datetime) -> None:
    """A draft with guidance, one that waits to be filed, one refused with what to do about it."""
    on, when = local_day(at), at - timedelta(days=6)
    tenant, worker = setting.actor("tenant", on), setting.actor("worker", on)
    draft = Proposed("周末木工坊", "service", "修小板凳，教孩子用锯子", initiators=2, members=6)
    row = social.propose_social(setting.community, said=draft, by=tenant, at=when)
    social.guide_social(row, reason="想得好。规则里先写怎么保证安全。", by=worker, at=when)
    full: dict[str, Any] = {
        "initiators": 3, "members": 18, "leader": "示范负责人", "phone": "19900000099",
        "venue": "图书角", "charter": "轮流领读，书自己借还。", "plan": "每月最后一个周五。",
    }  # fmt: skip
    for name, about in (("夜读会", "一个月读一本书，一起说"), ("歌友会", "一起唱歌")):
        said = Proposed(name, "culture_sport", about, **full)
        row = social.propose_social(setting.community, said=said, by=tenant, at=when)
        social.hand_in_social(row, by=tenant, at=when)
    social.refuse_social(
        row,
        reason="和东湖合唱队做的事一样，同一间活动室排不开。",
        remedy="可以加入合唱队，或者换一个时间地点、改一个方向再来。",
        by=setting.actor("director", on),
        at=at,
    )
