"""One's own volunteering: registering, what one offers, shifts, hours, thanks; withdrawing."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.service.volunteering.actions import registering, rounds as round_acts, thanking
from linli.service.volunteering.forms.offers import JoinForm, OfferForm, PlainForm
from linli.service.volunteering.forms.rounds import PauseForm
from linli.service.volunteering.models import Volunteer
from linli.service.volunteering.queries import fitness, hours, rounds, shifts
from linli.service.volunteering.queries.volunteers import waits_for_guardian

PORTAL = "portal.html"


@signed_in
def register(request: Visit) -> HttpResponse:
    """Registers oneself as a volunteer."""
    form = OfferForm(sent(request))

    def carry_out(said: dict[str, Any]) -> None:
        with suppress(Replayed):  # the same form came twice; once is enough
            registering.register(
                request.community, offered=form.offered, by=request.actor, at=timezone.now(),
                once=said["once"],
            )  # fmt: skip

    return step(
        request,
        form,
        carry_out,
        title=_("注册志愿者"),
        note=_("自愿，随时可以退出，不用说原因。您的姓名和电话不公开，也不排名次。"),
        done=_("注册好了，谢谢您。现在可以挑一班试试。"),
        back=_at(request, "mine"),
        frame=PORTAL,
    )


@signed_in
@require_safe
def show(request: Visit) -> HttpResponse:
    """My shifts, my hours, my certificates, what was said to me, and who calls on me."""
    here, actor, at = request.community, request.actor, timezone.now()
    mine = fitness.own_volunteer(actor, here)
    line = mine or fitness.last_line(actor, here)
    context = {
        "volunteer": mine,
        "line": line,
        "shifts": shifts.own_shifts(actor, here, at),
        "services": hours.services_of(hours.lines_of(line)) if line else [],
        "total": hours.told_hours(hours.sum_of(line).half_hours) if line else "0",
        "certificates": hours.certificates_of(line) if line else [],
        "thanks": hours.thanks_of(line) if line else [],
        "waits_for_guardian": waits_for_guardian(mine),
        "receives": rounds.received_by(actor, here),
        "trainings": list(line.trainings.all()) if line else [],
        "covers": list(line.covers.all()) if line else [],
    }
    return answer(request, "volunteering/mine.html", context)


@signed_in
def change(request: Visit) -> HttpResponse:
    """Changes what one can do and when one has time."""
    mine = _mine(request)
    start = {
        "skills": mine.skills, "times": mine.times, "national_number": mine.national_number,
        "guardian": mine.guardian, "guardian_phone": mine.guardian_phone,
    }  # fmt: skip
    form = OfferForm(sent(request), initial=start)
    return step(
        request,
        form,
        lambda said: registering.change_offer(
            mine, offered=form.offered, by=request.actor, at=timezone.now()
        ),
        title=_("改特长和时间"),
        done=_("改好了。"),
        back=_at(request, "mine"),
        frame=PORTAL,
    )


@signed_in
def join_team(request: Visit) -> HttpResponse:
    """Joins a team, or leaves it."""
    mine = _mine(request)
    form = JoinForm(sent(request), community=request.community, initial={"team": mine.team_id})
    return step(
        request,
        form,
        lambda said: registering.join_team(mine, **said, by=request.actor, at=timezone.now()),
        title=_("参加队伍"),
        note=_("参加不参加都可以，随时可以离开。"),
        done=_("改好了。"),
        back=_at(request, "mine"),
        frame=PORTAL,
    )


@signed_in
def withdraw(request: Visit) -> HttpResponse:
    """Withdraws, at once."""
    mine = _mine(request)
    return step(
        request,
        PlainForm(sent(request)),
        lambda said: registering.withdraw(mine, by=request.actor, at=timezone.now()),
        title=_("退出志愿者"),
        note=_("马上生效。以后的班次都替您取消；做过的服务还在，随时可以申请证明。"),
        done=_("退出了。谢谢您做过的一切。"),
        back=_at(request, "mine"),
        frame=PORTAL,
    )


@signed_in
@require_POST
def show_thanks(request: Visit, thanks_id: UUID) -> HttpResponse:
    """Lets everybody read a word of thanks, or no longer."""
    line = fitness.last_line(request.actor, request.community)
    found = [each for each in hours.thanks_of(line) if each.pk == thanks_id] if line else []
    if not found:
        raise Http404
    shown = request.POST.get("shown") == "1"
    thanking.show_thanks(found[0], shown=shown, by=request.actor, at=timezone.now())
    messages.success(request, _("公开了，只写姓氏。") if shown else _("收回了。"))
    return redirect("volunteering:mine", request.community.code)


@signed_in
def pause(request: Visit, receiver_id: UUID) -> HttpResponse:
    """Pauses who calls on me, or lets them come again."""
    row = rounds.receiver_for(request.actor, request.community, receiver_id)
    form = PauseForm(sent(request), initial={"until": row.paused_until})
    return step(
        request,
        form,
        lambda said: round_acts.pause_receiver(row, **said, by=request.actor, at=timezone.now()),
        title=_("暂停或恢复上门"),
        note=row.call.title,
        done=_("记下了。"),
        back=_after_receiver(request, row),
        frame=PORTAL,
    )


@signed_in
def end_receiving(request: Visit, receiver_id: UUID) -> HttpResponse:
    """No longer wishes to be called on."""
    row = rounds.receiver_for(request.actor, request.community, receiver_id)
    return step(
        request,
        PlainForm(sent(request)),
        lambda said: round_acts.end_receiver(row, by=request.actor, at=timezone.now()),
        title=_("不再上门"),
        note=_("马上生效，不用说原因；以后想要，再说一声就行。"),
        done=_("记下了。"),
        back=_after_receiver(request, row),
        frame=PORTAL,
    )


def _after_receiver(request: Visit, row: Any) -> str:
    if row.person_id == request.actor.person:
        return _at(request, "mine")
    return _at(request, "call_desk", row.call_id)


def _mine(request: Visit) -> Volunteer:
    mine = fitness.own_volunteer(request.actor, request.community)
    if mine is None:
        raise Http404
    return mine


def _at(request: Visit, name: str, *args: Any) -> str:
    return reverse(f"volunteering:{name}", args=[request.community.code, *args])
