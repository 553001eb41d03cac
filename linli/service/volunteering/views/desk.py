"""The coordinator's pages: the week with its gaps, the day, one shift, hours confirmed."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.audit.door import may, permit
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.service.volunteering.actions import (
    calling,
    confirming,
    rounds as round_acts,
    substitutes,
)
from linli.service.volunteering.forms.calls import CallOffForm
from linli.service.volunteering.forms.hours import ConfirmForm
from linli.service.volunteering.forms.offers import YesForm
from linli.service.volunteering.forms.rounds import SettleForm
from linli.service.volunteering.models import GapCall
from linli.service.volunteering.queries import fitness, rounds, shifts
from linli.service.volunteering.queries.volunteers import name_of, phone_of
from linli.service.volunteering.views.days import day_asked
from linli.service.volunteering.views.desk_tabs import desk_tabs


@needs("volunteering.see_desk")
@require_safe
def show_week(request: Visit) -> HttpResponse:
    """The rota of a week, day by day, with what is still free."""
    here, at, today = request.community, timezone.now(), timezone.localdate()
    first = day_asked(request.GET.get("from", ""), today)
    monday = first - timedelta(days=first.weekday())
    days = shifts.week_of(here, monday)
    gaps = shifts.open_gaps(here, [each for day in days for each in day.shifts])
    context = {
        "tabs": desk_tabs(request, "rota"),
        "days": days,
        "gaps": gaps,
        "free": sum(each.gaps(at) for each in days),
        "now": at,
        "today": today,
        "before": monday - timedelta(days=7),
        "after": monday + timedelta(days=7),
    }
    return answer(request, "volunteering/rota.html", context)


@needs("volunteering.see_desk")
@require_safe
def show_day(request: Visit) -> HttpResponse:
    """The coordinator's day: who must be found, who was not at home, whose hours wait."""
    here, at = request.community, timezone.now()
    on = day_asked(request.GET.get("on", ""), timezone.localdate())
    day = shifts.day_of(here, on)
    gaps = shifts.open_gaps(here, day.shifts)
    context = {
        "tabs": desk_tabs(request, "day"),
        "on": on,
        "rows": [(each, gaps.get(each.pk)) for each in day.shifts],
        "missed": [
            (each, name_of(each.receiver), phone_of_receiver(each)) for each in
            rounds.missed_open(here)[:50]
        ],
        "waits": shifts.to_confirm(here, at),
    }  # fmt: skip
    return answer(request, "volunteering/day.html", context)


def phone_of_receiver(stop: Any) -> str:
    """Where somebody who was not at home can be rung."""
    person = stop.receiver.person
    return person.phone if person is not None else ""


@signed_in
@require_safe
def show_shift(request: Visit, shift_id: UUID) -> HttpResponse:
    """One shift: who serves, who must be rung, what can be done with it."""
    here, at = request.community, timezone.now()
    shift = shifts.shift_in(here, shift_id)
    permit("volunteering.see_shift", request.actor, shift)
    keeps = may("volunteering.keep", request.actor, shift)
    gap = shifts.open_gaps(here, [shift]).get(shift.pk)
    calls = shifts.gap_calls(gap) if gap is not None and keeps else []
    over = shift.occasion.ends_at <= at
    fit = fitness.fit_volunteers(shift) if keeps and shift.sheet.left and not over else []
    context = {
        "shift": shift,
        "call": shift.call,
        "serving": _told(each for each in shifts.serving_on(shift) if each.volunteer is not None),
        "gap": gap,
        "calls": _told(calls),
        "results": GapCall.RESULTS,
        "yes": YesForm(fit=fit) if fit else None,
        "keeps": keeps,
        "over": over,
        "unrecorded": keeps and over and shifts.is_unrecorded(shift),
        "rounds": rounds.goes_round(shift),
    }
    return answer(request, "volunteering/shift_desk.html", context)


def _told(rows: Iterable[Any]) -> list[tuple[Any, str, str]]:
    """Each with the name and the telephone of its volunteer."""
    return [(each, name_of(each.volunteer), phone_of(each.volunteer)) for each in rows]


@needs("volunteering.keep")
@require_POST
def say_yes_for(request: Visit, shift_id: UUID) -> HttpResponse:
    """Puts somebody down who said yes by telephone or in person."""
    shift = shifts.shift_in(request.community, shift_id)
    form = YesForm(request.POST, fit=fitness.fit_volunteers(shift))
    if form.is_valid():
        substitutes.say_yes_for(shift, **form.cleaned_data, by=request.actor, at=timezone.now())
        messages.success(request, _("记上了；本人有账号的，会收到一条消息。"))
    else:  # somebody who no longer fits, or is on it already
        messages.error(request, _("没有记上，请再选一次。"))
    return redirect("volunteering:shift_desk", request.community.code, shift.pk)


@needs("volunteering.keep")
@require_POST
def note_call(request: Visit, call_id: UUID) -> HttpResponse:
    """What came of ringing somebody."""
    call = shifts.gap_call_in(request.community, call_id)
    result = request.POST.get("result", "")
    substitutes.note_call(call, result=result, by=request.actor, at=timezone.now())
    messages.success(request, _("记下了。"))
    return redirect("volunteering:shift_desk", request.community.code, call.gap.shift_id)


@needs("volunteering.keep")
def call_off(request: Visit, shift_id: UUID) -> HttpResponse:
    """Calls a shift off."""
    shift = shifts.shift_in(request.community, shift_id)
    return step(
        request,
        CallOffForm(sent(request)),
        lambda said: calling.call_off_shift(shift, **said, by=request.actor, at=timezone.now()),
        title=_("取消班次"),
        note=_("报了名的每人收到一条消息；没有账号的，进打电话的名单。"),
        done=_("取消了，都告诉了。"),
        back=_at(request, "shift_desk", shift.pk),
    )


@needs("volunteering.keep")
def confirm(request: Visit, shift_id: UUID) -> HttpResponse:
    """Confirms the hours of a shift, all on one page."""
    shift = shifts.shift_in(request.community, shift_id)
    form = ConfirmForm(sent(request), shift=shift, serving=shifts.to_be_confirmed(shift))
    return step(
        request,
        form,
        lambda said: confirming.confirm_hours(
            shift, minutes=form.minutes, evaluation=said["evaluation"], by=request.actor,
            at=timezone.now(),
        ),
        title=_("确认服务时长"),
        note=_("{title}：按整小时和半小时记进本人的记录，确认后不能改，只能更正。").format(
            title=shift.call.title
        ),
        done=_("确认了，已经记进各人的记录。"),
        back=_at(request, "day"),
    )  # fmt: skip


@needs("volunteering.keep")
def settle(request: Visit, stop_id: UUID) -> HttpResponse:
    """What came of a call at which nobody was home."""
    stop = rounds.missed_in(request.community, stop_id)
    return step(
        request,
        SettleForm(sent(request)),
        lambda said: round_acts.settle_missed(stop, **said, by=request.actor, at=timezone.now()),
        title=_("记下后来怎么样"),
        note=name_of(stop.receiver),
        done=_("记下了。"),
        back=_at(request, "day"),
    )


@needs("volunteering.see_desk")
@require_safe
def of_sheet(request: Visit, sheet_id: UUID) -> HttpResponse:
    """The shift whose names a sheet holds, at the desk."""
    shift = shifts.shift_by_sheet(request.community, sheet_id)
    return redirect("volunteering:shift_desk", request.community.code, shift.pk)


def _at(request: Visit, name: str, *args: Any) -> str:
    return reverse(f"volunteering:{name}", args=[request.community.code, *args])
