"""The demo's Party organisation: published but for one item, meetings as counts, a unit's hall
for the choir, a post anybody may claim. Played through the real acts."""

from datetime import datetime, timedelta

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import Actor, the_operator
from linli.lib.calendar import local_day
from linli.partners.party.actions import branches, calendar, serving, units
from linli.partners.party.items import items
from linli.partners.party.queries.calendar import affairs_of
from linli.web.demo.cast import LATER, PASSWORD, Setting
from linli.web.demo.units import play_partners

BRANCH = "东湖第一党支部"
TEXTS = {
    "plan": "办好三件事：楼道灯、车棚充电、周末排练场地；每件写明谁负责、哪月办成。",
    "service": "本季度办了两个项目：车棚充电口检查、周末排练场地；承诺三项，按期兑现两项。",
    "fees": "上半年收、上交、使用的总数见党组织的公告；明细在党组织自己的系统里。",
    "replies": "收到意见 7 条，办成 5 条，2 条说明了原因。",
}


def play_party(setting: Setting, at: datetime) -> None:
    """Some months that end at `at`."""
    on, here = local_day(at), setting.community
    begun = at - timedelta(days=200)
    role = LATER["party_secretary"]
    account = open_account(label=role.name, login=f"+86{role.phone}", password=PASSWORD, at=begun)
    setting.accounts["party_secretary"] = account
    appoint(
        here, account=account, post="party_secretary", since=local_day(begun),
        by=the_operator(), at=begun,
    )  # fmt: skip
    by = setting.actor("party_secretary", on)
    _play_branches(setting, by, at)
    _play_affairs(setting, by, at)
    _play_units(setting, by, at)


def _play_branches(setting: Setting, by: Actor, at: datetime) -> None:
    since = local_day(at - timedelta(days=190)).replace(day=1)
    for name, place in ((BRANCH, setting.new), ("翠湖党支部", setting.old)):
        then = at - timedelta(days=190)
        branch = branches.found_branch(
            setting.community, kind="branch", name=name, place=place, has_committee=True,
            duties="联系这个小区的居民，办好公开承诺的事", counted_from=since,
            office="支部书记，周三下午，党群服务站", by=by, at=then,
        )  # fmt: skip
        for back in range(5, 0, -1):
            then = at - timedelta(days=30 * back)
            for sort, topic in (("theme_day", "清理楼道和车棚"), ("committee", "本月的事")):
                if sort == "committee" and back == 3:
                    continue
                day = local_day(then)
                meeting = calendar.plan_meeting(
                    branch, sort=sort, topic=topic, planned_on=day, by=by, at=then
                )
                calendar.hold_meeting(
                    meeting, held_on=day, present=12 + back, minutes="会议记录", by=by, at=then
                )
        calendar.plan_meeting(
            branch, sort="assembly", topic="年度项目和明年计划", venue="党群服务站",
            planned_on=local_day(at + timedelta(days=9)), by=by, at=at,
        )  # fmt: skip
        then = at - timedelta(days=60)
        kept = calendar.promise(
            branch, title="每月一次义务修伞、磨刀", due_on=local_day(at - timedelta(days=20)),
            by=by, at=then,
        )  # fmt: skip
        late = timedelta(days=0 if place is setting.new else 26)
        then = at - timedelta(days=26) + late
        calendar.keep_pledge(
            kept, kept_on=local_day(then), told="来了四十位居民", by=by, at=then
        )  # fmt: skip


def _play_affairs(setting: Setting, by: Actor, at: datetime) -> None:
    """What is due is published in the end, but for the last quarter's replies."""
    waiting = [each for each in affairs_of(setting.community, local_day(at)) if each.late]
    for each in waiting[:-1]:
        calendar.publish_affair(
            setting.community, item=each.item.key, about=each.time.starts,
            text=TEXTS.get(each.item.key, str(items()[each.item.key].words["zh-hans"])),
            by=by, at=at,
        )  # fmt: skip
    branches.tell_total(
        setting.community, kind="members", on=local_day(at), value=186, by=by, at=at
    )


def _play_units(setting: Setting, by: Actor, at: datetime) -> None:
    """Units of the register check in; what they offer stands on the one list."""
    then, here = at - timedelta(days=90), setting.community
    came = [
        units.check_in_unit(
            here, unit=partner.unit.pk, office=partner.office, since=local_day(then),
            living_here=partner.living, by=by, at=then,
        )
        for partner in play_partners(setting, by, at=then, now=at, branch=BRANCH)
    ]  # fmt: skip
    for checked_in in came:
        units.write_letter(
            checked_in, starts=local_day(then), ends=local_day(at - timedelta(days=1)),
            words="谢谢你们", by=by, at=at,
        )  # fmt: skip
    post = serving.open_post(
        setting.community, title="楼道绿植", about="每周浇一次水，枯了说一声", wanted=6,
        where="东湖花园各楼", by=by, at=then,
    )  # fmt: skip
    serving.claim_post(post, contact="晚上在家", by=setting.actor("tenant", local_day(at)), at=at)
