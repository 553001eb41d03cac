"""How much rooms are used, and how much room there is: for everybody."""

from datetime import date
from fractions import Fraction
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Chart
from linli.culture.facilities.queries.use import (
    Month,
    Room,
    months_before,
    room_there_is,
    use_in,
)
from linli.lib.calendar import local_day

MONTHS = 3


@public
@require_safe
def show(request: Visit) -> HttpResponse:
    """The months that are over, the latest first; hours as they were counted."""
    on = local_day(timezone.now())
    months = [(first, use_in(request.community, first)) for first in months_before(on, MONTHS)]
    latest = months[-1][1]
    room = room_there_is(request.community, on)
    context = {
        "first": months[-1][0],
        "rows": [(each, _percent(each.use.rate), _hours(each)) for each in latest],
        "chart": _chart(latest),
        "months": [(first, _sum(rows)) for first, rows in months[::-1]],
        "room": room,
        "areas": [
            (_("综合服务设施面积"), _square(room.area)),
            (_("供居民活动的"), _square(room.residents)),
            (_("养老服务的"), _square(room.elders)),
        ],
    }
    return answer(
        request,
        "facilities/keeping/use.html",
        context,
        json=lambda: _as_data(months[-1][0], latest, room),
    )


def _as_data(first: date, rows: list[Month], room: Room) -> dict[str, Any]:
    return {
        "month": f"{first:%Y-%m}",
        "facilities": [
            {"name": each.facility.name, "minutes_open": each.use.opened,
             "minutes_used": each.use.used, "minutes_missed": each.use.missed,
             "minutes_cancelled": each.use.cancelled}
            for each in rows
        ],
        "area_hundredths": room.area,
        "households": room.households,
    }  # fmt: skip


def _percent(rate: Fraction | None) -> str:
    return "—" if rate is None else f"{float(rate * 100):.1f}%"


def _hours(each: Month) -> dict[str, str]:
    use = each.use
    return {
        name: f"{minutes / 60:.1f}".removesuffix(".0")
        for name, minutes in (
            ("opened", use.opened), ("used", use.used), ("missed", use.missed),
            ("cancelled", use.cancelled),
        )
    }  # fmt: skip


def _sum(rows: list[Month]) -> str:
    opened = sum(each.use.opened for each in rows)
    return _percent(Fraction(sum(each.use.used for each in rows), opened) if opened else None)


def _square(area: int) -> str:
    return f"{area / 100:,.2f}".rstrip("0").rstrip(".") + " m²"


def _chart(rows: list[Month]) -> Chart | None:
    told = [
        (each.facility.name, round(float(each.use.rate * 100), 1))
        for each in rows
        if each.use.rate is not None
    ]
    if not told:
        return None
    return Chart(
        "bar", _("各场地的使用率"), _("场地"), (_("使用率"),), told, unit="%",
        note=_("用了的小时 ÷ 开放的小时。取消的、没有来用的不算。"), across=True,
    )  # fmt: skip
