"""The demo's Party organisation: published but for one item, meetings as counts, a unit's hall
for the choir, a post anybody may claim. Played through the real acts."""

from datetime import datetime, timedelta

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import Actor, the_operator
from linli.lib.calendar import local_day
from linli.partners.party.actions import branches, calendar, serving, units
from linli.partners.party.items import items
from linli.partners.party.queries.calendar import affairs_of
from linli.web.demo.cast import PASSWORD, Setting

LABEL, PHONE = "社区党组织书记", "+8619900000090"
UNITS = (
    ("区图书馆", "机关党委办公室", 34, "place", "周六下午多功能厅", "提前一周说"),
    ("湖滨供电所", "党支部", 18, "skill", "每季度一次用电安全检查", "公共部位"),
)
NEEDS = (
    ("place", "合唱队周末排练的地方", 20, 0, "合唱队每周六在图书馆多功能厅排练"),
    ("skill", "车棚充电口的安全检查", 12, 1, "查了 46 个充电口，换了 5 个"),
    ("outing", "暑假里带孩子看一次消防站", 60, None, ""),
)
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
    account = open_account(label=LABEL, login=PHONE, password=PASSWORD, at=begun)
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
    for name, place in (("东湖第一党支部", setting.new), ("翠湖党支部", setting.old)):
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
    then = at - timedelta(days=90)
    made = []
    for name, office, living, kind, title, about in UNITS:
        unit = units.check_in_unit(
            setting.community, name=name, office=office, since=local_day(then),
            living_here=living, by=by, at=then,
        )  # fmt: skip
        gift = units.offer_resource(unit, kind=kind, title=title, about=about, by=by, at=then)
        made.append(gift)
    for kind, title, days, gives, told in NEEDS:
        need = units.list_need(
            setting.community, kind=kind, title=title, by=by, at=then,
            due_on=local_day(then + timedelta(days=days if told else 120)),
        )  # fmt: skip
        if gives is None:
            continue
        need = units.match_need(need, resource=made[gives], by=by, at=then)
        then_met = then + timedelta(days=15)
        units.meet_need(need, met_on=local_day(then_met), told=told, by=by, at=then_met)
    for gift in made:
        units.write_letter(
            gift.unit, starts=local_day(then), ends=local_day(at - timedelta(days=1)),
            words="谢谢你们", by=by, at=at,
        )  # fmt: skip
    post = serving.open_post(
        setting.community, title="楼道绿植", about="每周浇一次水，枯了说一声", wanted=6,
        where="东湖花园各楼", by=by, at=then,
    )  # fmt: skip
    serving.claim_post(post, contact="晚上在家", by=setting.actor("tenant", local_day(at)), at=at)
