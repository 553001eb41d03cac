"""What departments asked of the committee in the demo's year: the list taken over line by line,
requests on it and off it, one sent back, some refused, and the minutes they took."""

import random
from datetime import datetime, timedelta
from typing import Any

from linli.core.access.models import Body
from linli.core.clocks.queries import work_calendar
from linli.lib.calendar import add_working_days, local_day
from linli.partners.intake import actions
from linli.partners.intake.actions import Asked
from linli.partners.intake.models import Item
from linli.partners.intake.seed import seed_lines
from linli.web.demo.cast import Setting
from linli.web.demo.offices import department

SEED = 20261201
DEPARTMENTS = (
    ("civil", "示范区民政局", "0990-5550011"),
    ("statistics", "示范区统计局", "0990-5550012"),
    ("fire", "示范区消防救援大队", "0990-5550013"),
    ("health", "示范区卫生健康局", "0990-5550014"),
)
PAID = {"aid": ("civil", 600_000), "fire": ("fire", 240_000), "elders": ("civil", 360_000)}
"""Lines whose office pays by the year; the other lines of assistance stand flagged."""
MONTHLY = (
    ("civil", "aid", "低保家庭情况月报表", (40, 75)),
    ("civil", "elders", "独居老人关爱登记表", (30, 60)),
    ("fire", "fire", "楼道隐患排查表", (45, 110)),
)


def play_intake(setting: Setting, at: datetime) -> None:
    """The year that ends at `at`, through the real acts."""
    offices = _register(setting, at - timedelta(days=350))
    items = _take_over(setting, offices, at - timedelta(days=345))
    chance = random.Random(SEED)
    for back in range(11, -1, -1):
        _month(setting, offices, items, at - timedelta(days=back * 30 + 6), chance)
    _refused(setting, offices, at)
    _in_hand(setting, offices, at)


def _register(setting: Setting, at: datetime) -> dict[str, Body]:
    offices = {key: department(setting, name, phone, at) for key, name, phone in DEPARTMENTS}
    return {**offices, "street": setting.bodies["office"]}


def _take_over(setting: Setting, offices: dict[str, Body], at: datetime) -> dict[str, Item]:
    by, on = setting.actor("director", local_day(at)), local_day(at)
    items = {}
    for line in seed_lines():
        more: dict[str, Any] = {}
        if line.code in PAID:
            key, fen = PAID[line.code]
            payer = offices[key].name
            more = {"body": offices[key], "money": "amount", "fen": fen, "per": "year"}
            more["payer"] = payer
        items[line.code] = actions.take_over(
            setting.community, code=line.code, since=on, by=by, at=at, **more
        )
    return items


def _month(
    setting: Setting,
    offices: dict[str, Body],
    items: dict[str, Item],
    at: datetime,
    chance: random.Random,
) -> None:
    """The forms that come every month, each filled, handed over and done."""
    on = local_day(at)
    by = setting.actor("worker", on)
    for key, code, title, (least, most) in MONTHLY:
        request = actions.record_request(
            setting.community,
            asked=Asked(offices[key], "form", title, on, minutes_estimated=most),
            item=items[code],
            by=by,
            at=at,
        )
        done = at + timedelta(days=chance.randint(1, 5), minutes=chance.randint(0, 200))
        actions.log_minutes(
            setting.community,
            body=offices[key],
            request=request,
            minutes=chance.randint(least, most),
            on=local_day(done),
            what=title,
            by=by,
            at=done,
        )
        actions.finish(request, by=by, at=done)
    if chance.random() < 0.5:
        actions.log_minutes(
            setting.community,
            body=offices["statistics"],
            minutes=chance.randint(20, 90),
            on=on,
            what="人口变动情况表",
            kind="form",
            by=by,
            at=at,
        )


def _refused(setting: Setting, offices: dict[str, Body], at: datetime) -> None:
    """Three that were not taken on: without a basis, off the list, and never to be passed on."""
    for back, key, kind, title, never, ground in (
        (210, "statistics", "app", "每日打卡应用", "", "no_basis"),
        (120, "health", "plaque", "健康示范点挂牌", "plaques", "never"),
        (33, "street", "task", "辖区企业税源摸底", "tax", "never"),
    ):
        asked_at = at - timedelta(days=back)
        on = local_day(asked_at)
        request = actions.record_request(
            setting.community,
            asked=Asked(offices[key], kind, title, on, never=never),
            by=setting.actor("worker", on),
            at=asked_at,
        )
        answered = asked_at + timedelta(days=4)
        actions.refuse(
            request,
            ground=ground,
            words="我们很愿意帮忙把通知贴到楼道里。",
            by=setting.actor("director", local_day(answered)),
            at=answered,
        )


def _in_hand(setting: Setting, offices: dict[str, Body], at: datetime) -> None:
    """What is open on the day of the demo: one approved, one sent back, one that waits."""
    on = local_day(at)
    worker, director = setting.actor("worker", on), setting.actor("director", on)
    calendar = work_calendar(setting.community.pk)
    paper = {
        "paper": "关于开展冬季消防安全检查的通知",
        "paper_number": "示消〔2026〕21号",
        "paper_date": on - timedelta(days=12),
        "money": "amount",
        "fen": 80_000,
        "per": "once",
        "payer": offices["fire"].name,
    }
    came = at - timedelta(days=9)
    winter = actions.record_request(
        setting.community,
        asked=Asked(
            offices["fire"],
            "inspection",
            "冬季消防安全检查",
            local_day(came),
            due_on=add_working_days(calendar, on, 8),
            minutes_estimated=480,
            ground=paper,
        ),
        by=worker,
        at=came,
    )
    actions.approve(winter, by=director, at=came + timedelta(days=2))
    back = actions.record_request(
        setting.community,
        asked=Asked(offices["health"], "form", "慢性病自愿随访登记表", on - timedelta(days=5)),
        by=worker,
        at=at - timedelta(days=5),
    )
    actions.send_back(
        back, reason="请写明依据的文件和经费。", by=director, at=at - timedelta(days=3)
    )
    lately = at - timedelta(hours=3)  # in the first hours of a day, yesterday
    actions.record_request(
        setting.community,
        asked=Asked(
            offices["statistics"],
            "form",
            "个体经营户情况调查表",
            local_day(lately),
            minutes_estimated=600,
        ),
        by=worker,
        at=lately,
    )
