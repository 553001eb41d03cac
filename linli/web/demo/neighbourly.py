"""Small wishes, things lent among neighbours, and a time exchange that residents switched on in one
community and have not in the next: played through the real acts."""

from datetime import datetime, timedelta
from typing import Any

from linli.lib.calendar import local_day
from linli.service.volunteering.actions import cheques, exchange, lending, wishes
from linli.service.volunteering.models import TimeMember
from linli.web.demo.cast import Setting

WISHES = (
    ("child", "thing", "孙女想看《海底两万里》", "想要一本《海底两万里》", "旧书也可以", "一位邻居送来一本，还夹了书签",
     "已经看到第三章了，谢谢"),
    ("elder", "skill", "想学会用手机挂号", "想学会用手机挂号", "上午都有空", "两次就教会了，还写了一张大字步骤",
     "这回不用等孩子回来了"),
    ("elder", "company", "想有人陪着下几盘象棋", "想找一位棋友", "周三下午，活动室", "棋友找到了，约好每周三", ""),
    ("family", "hand", "柜子太沉，想有人帮着挪一下", "帮忙挪一个柜子", "二十分钟的事", "", ""),
    ("child", "outing", "孩子想去看一次消防车", "想看一次真的消防车", "周末都可以", "", ""),
    ("adult", "skill", "想学包粽子", "想学包粽子", "节前哪天都行", "", ""),
    ("elder", "thing", "想要一盏亮一点的台灯", "想要一盏亮一点的台灯", "夹在床头的那种", "", ""),
)  # fmt: skip
"""Whose, of what kind, as it was said, as everybody reads it, how it came true, the thanks."""
UNITS = {"想看一次真的消防车": "示范消防站", "帮忙挪一个柜子": ""}
NOTES = (
    ("representative", "offer", "thing", "人字梯", "两米，借两天"),
    ("tenant", "offer", "thing", "电钻和一套钻头", "用完擦干净就好"),
    ("elder", "offer", "help", "教织围巾", "周二、周四下午"),
    ("supervisor", "offer", "thing", "折叠桌两张", "家里来客人时用"),
    ("elder", "ask", "help", "帮忙换楼道口的灯泡", "灯泡已经买好了"),
    ("tenant", "ask", "thing", "打气筒", "自行车用"),
)
PAPER = ("黄桂芳", "郑国强", "冯淑珍", "曹德明", "袁玉兰", "邓志远", "傅秀荣", "沈家和")
HELPS = (
    (1, 2, 60, "phone"), (2, 3, 30, "errand"), (3, 5, 90, "repair"), (4, 6, 60, "company"),
    (5, 1, 45, "cook"), (6, 7, 60, "walk"), (7, 4, 30, "carry"), (8, 9, 120, "lesson"),
    (9, 10, 60, "company"), (10, 8, 60, "pet"), (11, 3, 45, "repair"), (1, 12, 60, "walk"),
    (2, 9, 60, "errand"), (12, 11, 30, "child"),
)  # fmt: skip
"""Who helped whom, how long, with what: the numbers of members."""


def play_neighbourly(setting: Setting, at: datetime) -> None:
    """Some weeks that end at `at`."""
    _play_wishes(setting, at - timedelta(days=26))
    _play_lending(setting, at - timedelta(days=20))
    _play_time(setting, at - timedelta(days=30))


def _play_wishes(setting: Setting, at: datetime) -> None:
    worker = setting.actor("worker", local_day(at))
    for number, (whose, sort, words, title, about, told, thanks) in enumerate(WISHES):
        day = at + timedelta(days=4 * number)
        on = local_day(day)
        child = whose == "child"
        wish = wishes.make_wish(
            setting.community, whose=whose, sort=sort, words=words, consents=not child,
            guardian_agrees=child, guardian_meets=child and sort != "thing",
            guardian="刘洋" if child else "", name="王秀英", at_desk=True, by=worker, at=day,
        )  # fmt: skip
        if number == len(WISHES) - 1:
            continue
        seen = day + timedelta(days=1)
        wishes.publish_wish(wish, title=title, about=about, by=worker, at=seen)
        if title in UNITS:
            name = UNITS[title] or "翠湖新村搬运小组"
            wishes.claim_wish(
                wish, who="unit" if UNITS[title] else "group", name=name, shown_as=UNITS[title],
                contact="值班电话", at_desk=True, by=worker, at=seen + timedelta(days=1),
            )  # fmt: skip
        elif told:
            by = setting.actor("representative", on)
            wishes.claim_wish(wish, who="resident", contact="晚上在家", by=by, at=seen)
            wishes.meet_wish(wish, told=told, by=by, at=seen + timedelta(days=2))
            if thanks:
                said: dict[str, Any] = {"by": worker, "at": seen + timedelta(days=3)}
                wishes.thank_wish(wish, thanks=thanks, **said)
            wishes.show_wish_words(
                wish, told=told, thanks=thanks, by=worker, at=seen + timedelta(days=4)
            )


def _play_lending(setting: Setting, at: datetime) -> None:
    here, on = setting.community, local_day(at)
    up = {}
    for number, (who, side, sort, title, about) in enumerate(NOTES):
        up[title] = lending.put_up_note(
            here, side=side, sort=sort, title=title, about=about, contact="晚饭后，楼下长椅",
            by=setting.actor(who, on), at=at + timedelta(days=number),
        )  # fmt: skip
    later = at + timedelta(days=8)
    by: dict[str, dict[str, Any]] = {
        who: {"by": setting.actor(who, on), "at": later} for who, *_rest in NOTES
    }
    ladder = lending.answer_note(
        up["人字梯"], words="挂窗帘用，后天还", contact="微信留言", **by["tenant"]
    )
    lending.agree_to_lend(ladder, **by["representative"])
    day = local_day(later)
    lending.hand_over(
        ladder, out_on=day, due_on=day + timedelta(days=2), before="完好", **by["representative"]
    )
    back = {**by["tenant"], "at": later + timedelta(days=2)}
    lending.give_back(ladder, back_on=day + timedelta(days=2), after="完好，擦干净了", **back)
    bulb = lending.answer_note(up["帮忙换楼道口的灯泡"], contact="物业旁边", **by["tenant"])
    lending.agree_to_lend(bulb, **by["elder"])
    lending.finish_help(bulb, **by["tenant"])
    lending.answer_note(up["教织围巾"], words="想学平针", contact="活动室", **by["supervisor"])


def _play_time(setting: Setting, at: datetime) -> None:
    here, on = setting.community, local_day(at)
    director: dict[str, Any] = {"by": setting.actor("director", on), "at": at}
    worker: dict[str, Any] = {"by": setting.actor("worker", on), "at": at}
    reference = f"{on.year} 年第二次居民代表会议决议：试行时间互助一年"
    scheme = exchange.switch_on(
        here, reference=reference, decided_on=on - timedelta(days=6), **director
    )
    members: dict[int, TimeMember] = {}
    actors: dict[int, Any] = {}
    for key in ("elder", "tenant", "representative", "supervisor"):
        joined = exchange.join(here, agrees=True, by=setting.actor(key, on), at=at)
        members[joined.number], actors[joined.number] = joined, setting.actor(key, on)
    for name in PAPER:
        joined = exchange.join(here, agrees=True, name=name, at_desk=True, **worker)
        members[joined.number], actors[joined.number] = joined, worker["by"]
    for step, (giver, receiver, minutes, purpose) in enumerate(HELPS):
        day = at + timedelta(days=1 + step * 2)
        deed = exchange.write_help(
            members[giver], gave=True, other=receiver, minutes=minutes, on=local_day(day),
            purpose=purpose, by=actors[giver], at=day,
        )  # fmt: skip
        if step < len(HELPS) - 1:
            # Of two on paper, whoever wrote it down does not confirm it as well.
            both = actors[giver] == actors[receiver]
            by = director["by"] if both else actors[receiver]
            exchange.confirm_help(deed, by=by, at=day)
    late = at + timedelta(days=29)
    exchange.give_time(members[8], to=12, minutes=30, by=worker["by"], at=late)
    exchange.give_to_pot(members[1], minutes=30, by=actors[1], at=late)
    exchange.grant_time(scheme, to=10, minutes=15, by=worker["by"], at=late)
    slips = cheques.print_cheques(members[2], slips=5, minutes=30, by=actors[2], at=late)
    cheques.type_cheque(
        scheme, code=slips[0].code, giver=11, on=local_day(late), purpose="errand",
        by=worker["by"], at=late,
    )  # fmt: skip
