"""The work calendar of the demo: what came round in the last weeks and was done or left, what the
community changed of it, and a day on which the director is away."""

import random
from datetime import datetime, time, timedelta

from linli.core.access.models import Account
from linli.core.audit.actor import the_clock
from linli.core.clocks import actions
from linli.core.clocks.duties import duty_called
from linli.core.clocks.models import Clock, Turn
from linli.core.clocks.queries import work_calendar
from linli.lib.calendar import SHANGHAI, is_working_day, local_day
from linli.web.demo.cast import Setting

SEED = 20261205
PLAYED = 40
"""Days before the day of the demo from which the calendar is kept."""

NOTES = (
    "按时做了，记在工作日志里。",
    "上午做完，两人一起。",
    "和物业一起做的，没有发现问题。",
    "开会时一并说了，记在会议记录里。",
)
HOLDERS = {"worker": "worker", "director": "director", "mediator": "mediator"}


def play_calendar(setting: Setting, at: datetime) -> None:
    """Plays the weeks up to `at`, through the acts."""
    _change(setting, at - timedelta(days=PLAYED + 1))
    chance = random.Random(SEED)
    calendar = work_calendar(setting.community.pk)
    for back in range(PLAYED, 0, -1):
        day = local_day(at) - timedelta(days=back)
        if is_working_day(calendar, day):
            _work(setting, datetime.combine(day, time(8), SHANGHAI), chance)
    actions.make_turns(setting.community, by=the_clock(), at=at)
    _away(setting, at)


def _change(setting: Setting, at: datetime) -> None:
    """What the director did otherwise than it was declared, and why."""
    by = setting.actor("director", local_day(at))
    actions.switch_off_duty(
        setting.community,
        key="cn.year_salary",
        reason="薪酬等级由街道统一核定，社区不单独做。",
        by=by,
        at=at,
    )
    actions.move_duty(
        setting.community,
        key="cn.month_books",
        day=8,
        reason="银行对账单每月七日才出。",
        by=by,
        at=at,
    )
    actions.add_duty(
        setting.community,
        title="查看二次供水水箱的清洗记录",
        title_en="Look at the cleaning record of the water tanks",
        every="quarter",
        day=15,
        post="worker",
        reason="居民代表会议要求。",
        by=by,
        at=at,
    )


def _work(setting: Setting, morning: datetime, chance: random.Random) -> None:
    """One working day: what came round is put on the list, and most of what is due is done."""
    actions.make_turns(setting.community, by=the_clock(), at=morning)
    evening = morning + timedelta(hours=9)
    pressing = Clock.objects.filter(
        community=setting.community,
        owner_kind=Turn._meta.label,
        settled_at__isnull=True,
        due_at__lte=morning + timedelta(days=1),
    ).order_by("due_at", "rule")
    for clock in list(pressing):
        holder = HOLDERS.get(clock.holder_post)
        duty = duty_called(clock.rule)
        if holder is None or chance.random() > 0.9 or (duty and duty.kept_by):
            continue  # what leaves a record is told by it, and by nobody's word
        by = setting.actor(holder, local_day(evening))
        actions.say_done(clock, note=chance.choice(NOTES), by=by, at=evening)


def _away(setting: Setting, at: datetime) -> None:
    """The mediator is at a course for two days, and the worker looks after the disputes."""
    on = local_day(at)
    actions.name_stand_in(
        setting.community,
        absent=Account.objects.get(pk=setting.accounts["mediator"].pk),
        stand_in=Account.objects.get(pk=setting.accounts["worker"].pk),
        since=on,
        until=on + timedelta(days=1),
        reason="参加人民调解员培训",
        by=setting.actor("mediator", on),
        at=at,
    )
