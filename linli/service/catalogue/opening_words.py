"""Opening hours and prices in words, as a clerk would read them aloud."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy

from linli.core.pages.wording import tell_day
from linli.service.catalogue.rules import openings as rules
from linli.service.catalogue.rules.openings import Hours, Now, Opening

WEEKDAYS = [
    (1, gettext_lazy("周一")),
    (2, gettext_lazy("周二")),
    (3, gettext_lazy("周三")),
    (4, gettext_lazy("周四")),
    (5, gettext_lazy("周五")),
    (6, gettext_lazy("周六")),
    (7, gettext_lazy("周日")),
]
NTH = [
    (1, gettext_lazy("第一个")),
    (2, gettext_lazy("第二个")),
    (3, gettext_lazy("第三个")),
    (4, gettext_lazy("第四个")),
    (rules.LAST, gettext_lazy("最后一个")),
]


def tell_hours(hours: Hours) -> list[str]:
    """Line by line when it is open, and the days to come on which it is otherwise."""
    return [_tell_opening(line) for line in hours.openings]


def tell_departures(hours: Hours, since: Any) -> list[str]:
    """The days from `since` on that are otherwise."""
    told = []
    for each in sorted(hours.departures, key=lambda one: one.on):
        if each.on < since:
            continue
        at = _span(each.opens, each.closes) if each.opens else _("不开")
        why = f"（{each.why}）" if each.why else ""
        told.append(f"{tell_day(each.on)} {at}{why}")
    return told


def tell_now(now: Now | None, at: datetime) -> tuple[str, str]:
    """How it stands at this moment, and the tone of the status; nothing where no hours are."""
    if now is None:
        return "", ""
    if now.open and now.until:
        return _("现在开着，到 {time}").format(time=f"{now.until:%H:%M}"), "done"
    if now.next is None:
        return _("现在没有开的时间"), "stopped"
    today = timezone.localdate(at)
    day = _("今天") if now.next.date() == today else tell_day(now.next.date(), short=True)
    when = _("{day} {time}").format(day=day, time=f"{now.next:%H:%M}")
    return _("下一次：{when}").format(when=when), "waiting"


def tell_price(price_class: str, fen: int | None, unit: str) -> str:
    """What it costs."""
    if price_class == "free":
        return _("不收钱")
    if fen is None:
        return _("价格还没填")
    yuan = f"{fen / 100:.2f}".removesuffix(".00")
    if unit:
        return _("{yuan} 元／{unit}").format(yuan=yuan, unit=unit)
    return _("{yuan} 元").format(yuan=yuan)


def _tell_opening(line: Opening) -> str:
    at = _span(line.opens, line.closes)
    days = _("、").join(str(dict(WEEKDAYS)[day]) for day in line.days)
    if line.kind == rules.WORKDAYS:
        told = _("工作日 {at}（调休上班的周末也开）").format(at=at)
    elif line.kind == rules.WEEKLY and len(line.days) == len(WEEKDAYS):
        told = _("每天 {at}").format(at=at)
    elif line.kind == rules.WEEKLY:
        told = _("每{days} {at}").format(days=days, at=at)
    elif line.kind == rules.FORTNIGHTLY:
        told = _("隔周{days} {at}").format(days=days, at=at)
    elif line.kind == rules.MONTHLY_WEEKDAY:
        nth = dict(NTH)[line.nth]
        told = _("每月{nth}{days} {at}").format(nth=nth, days=days, at=at)
    elif line.kind == rules.MONTHLY_DAY:
        told = _("每月 {day} 日 {at}").format(day=line.day, at=at)
    else:
        return f"{tell_day(line.since) if line.since else ''} {at}"
    notes = [] if line.holidays_too or line.kind == rules.WORKDAYS else [_("节假日不开")]
    if line.holidays_too and line.kind != rules.WORKDAYS:
        notes.append(_("节假日照常"))
    if line.until:
        notes.append(_("到{day}为止").format(day=tell_day(line.until)))
    return _("{hours}，{notes}").format(hours=told, notes=_("，").join(notes)) if notes else told


def _span(opens: Any, closes: Any) -> str:
    return f"{opens:%H:%M}–{closes:%H:%M}"
