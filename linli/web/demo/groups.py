"""The demo's community organisations: four on record, one being prepared, one that waits at the
desk, one refused; a round of small grants that was decided and one that is open."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from linli.lib.calendar import local_day
from linli.partners.organisations.actions import (
    social,
    social_grants as grants,
    social_life,
    social_paying as paying,
)
from linli.partners.organisations.actions.social import Proposed
from linli.partners.organisations.actions.social_life import Summed
from linli.partners.organisations.models.social import SocialOrganisation
from linli.partners.organisations.models.social_grants import GrantApplication, GrantRound
from linli.web.demo.cast import Setting

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
REVIEWERS = ("representative", "supervisor", "director")
CRITERIA = (("多少邻里受益", 50), ("做得成、花得省", 30), ("居民自己动手", 20))


def play_groups(setting: Setting, at: datetime) -> None:
    """From last year's filings to what waits on the desk today."""
    begun = at - timedelta(days=460)
    today = local_day(at)
    groups = [
        _found(setting, row, begun + timedelta(days=9 * n), today)
        for n, row in enumerate(ON_RECORD)
    ]
    for group, row in zip(groups, ON_RECORD, strict=True):
        _live(setting, group, row[7], at)
    _sum_up(setting, groups[:3], at)
    _decide_autumn(setting, groups, at)
    _open_winter(setting, at)
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


def _call(setting: Setting, title: str, opens: date, at: datetime, on: date) -> GrantRound:
    worker = setting.actor("worker", on)
    said = grants.RoundSaid(
        title, "让邻里动起来的小项目：人人能来，花钱不多，年内做完。", "街道公益创投资金",
        600_000, 250_000, opens, opens + timedelta(days=21), CRITERIA,
        [(setting.accounts[key].pk, key) for key in REVIEWERS],
    )  # fmt: skip
    row = grants.draft_round(setting.community, said=said, by=worker, at=at)
    return grants.publish_round(row, by=worker, at=at)


def _decide_autumn(setting: Setting, groups: list[SocialOrganisation], at: datetime) -> None:
    """Three asked; two were granted, the third was told why not; one has its first instalment."""
    began, on = at - timedelta(days=70), local_day(at)
    round_ = _call(setting, "秋季小额资助", local_day(began), began, on)
    tenant, worker = setting.actor("tenant", on), setting.actor("worker", on)
    projects = (
        ("重阳百人唱", [("音响租用", 120_000), ("歌谱印制", 60_050)], 180_050, 52),
        ("缝补进楼道", [("便携缝纫机", 150_000), ("线和拉链", 40_000)], 190_000, 47),
        ("花坛换新", [("草花", 230_000)], 230_000, 30),
    )
    rows = []
    for group, (title, lines, fen, _points) in zip(groups, projects, strict=False):
        plan = "两个月做完，做之前贴通知，做之后把花费贴在公告栏。"
        said = grants.Project(title, plan, fen, lines, near=False)
        when = began + timedelta(days=10)
        rows.append(grants.apply_for_grant(group, round_=round_, said=said, by=tenant, at=when))
    judged = began + timedelta(days=23)
    grants.begin_review(round_, by=worker, at=judged)
    for row, project in zip(rows, projects, strict=True):
        row.round = round_
        for n, key in enumerate(REVIEWERS):
            points = {"1": project[3] - 12 + n, "2": 22, "3": 15} if project[3] > 40 else {
                "1": 30, "2": 10 + n, "3": 12,
            }  # fmt: skip
            by = setting.actor(key, on)
            grants.review_application(row, points=points, by=by, at=judged)
    met_at = began + timedelta(days=26)
    verdicts = {
        rows[0].pk: grants.Verdict(180_050, "来的人多，老人尤其盼着"),
        rows[1].pk: grants.Verdict(190_000, "常年用得上，机器归公用"),
        rows[2].pk: grants.Verdict(0, "草花过季就没了，请改成宿根的，冬季再申请"),
    }
    met = grants.Met("居民代表会议", local_day(met_at), 23, verdicts)
    director = setting.actor("director", on)
    grants.decide_round(round_, met=met, by=director, at=met_at)
    _pay(setting, rows[0].pk, met_at, on)


def _pay(setting: Setting, key: UUID, at: datetime, today: date) -> None:
    row = GrantApplication.objects.get(community=setting.community, pk=key)
    on, worker = local_day(at), setting.actor("worker", today)
    parts = [("签协议", 120_000), ("演出以后", 60_050)]
    paying.sign_agreement(row, agreement="小资-01", on=on, instalments=parts, by=worker, at=at)
    first = row.instalments.order_by("order").first()
    assert first is not None
    paying.ask_instalment(first, by=worker, at=at)
    paying.note_instalment_paid(first, on=on, number="付-0107", by=worker, at=at)


def _open_winter(setting: Setting, at: datetime) -> None:
    when = at - timedelta(days=4)
    _call(setting, "冬季小额资助", local_day(when), when, local_day(at))


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
