"""Consultation days: announced for everybody, with numbers and without names."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.service.casework.actions import consulting as actions
from linli.service.casework.forms.rights import ConsultationForm
from linli.service.casework.queries import rights as queries
from linli.service.casework.views.gate import unkept


@public
@require_safe
def coming(request: Visit) -> HttpResponse:
    """The days to come: where, who, how many numbers are left; one's own number."""
    days = queries.coming_days(request.community, timezone.localdate())
    own = queries.own_numbers(request.actor, request.community)
    context = {
        "days": [(day, left, own.get(day.pk)) for day, left in days],
        "may_arrange": may("casework.arrange_consultations", request.actor, request.community),
    }
    return unkept(answer(request, "casework/rights/days.html", context))


@needs("casework.take_number")
@require_POST
def take(request: Visit, day_id: UUID) -> HttpResponse:
    """A number for oneself."""
    day = queries.day_needed(request.community, day_id)
    row = actions.take_number(day, **_by(request))
    messages.success(request, _("您是 {number} 号，到时请来。").format(number=row.number))
    return redirect("casework:consultations", request.community.code)


@needs("casework.take_number")
@require_POST
def give_back(request: Visit, day_id: UUID) -> HttpResponse:
    """One's own number, given back."""
    day = queries.day_needed(request.community, day_id)
    actions.give_number_back(day, **_by(request))
    messages.success(request, _("退掉了，没有留下记录。"))
    return redirect("casework:consultations", request.community.code)


@needs("casework.arrange_consultations")
def announce(request: Visit) -> HttpResponse:
    """Another day."""
    return step(
        request,
        ConsultationForm(sent(request)),
        lambda given: actions.announce_consultation(request.community, **given, **_by(request)),
        title=_("安排一次法律咨询日"),
        done=_("安排好了，居民看得到。"),
        back=reverse("casework:consultations", args=[request.community.code]),
        note=_("谁来咨询、问什么，都不公开；咨询的内容另建一件“维权帮助”。"),
    )


@needs("casework.arrange_consultations")
@require_POST
def give(request: Visit, day_id: UUID) -> HttpResponse:
    """A number for somebody at the counter."""
    day = queries.day_needed(request.community, day_id)
    row = actions.give_number(day, **_by(request))
    messages.success(
        request, _("请告诉居民：{number} 号。不用登记姓名。").format(number=row.number)
    )
    return redirect("casework:consultations", request.community.code)


@needs("casework.arrange_consultations")
@require_POST
def call_off(request: Visit, day_id: UUID) -> HttpResponse:
    """Nobody comes that day."""
    day = queries.day_needed(request.community, day_id)
    actions.call_off_consultation(day, **_by(request))
    messages.success(request, _("取消了，取过号的会收到消息。"))
    return redirect("casework:consultations", request.community.code)


def _by(request: Visit) -> dict[str, Any]:
    return {"by": request.actor, "at": timezone.now()}
