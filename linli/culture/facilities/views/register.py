"""The register at the desk: facilities added and changed, hours, photographs, out of service."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, sent_files, step
from linli.culture.facilities import actions
from linli.culture.facilities.forms.register import (
    FacilityForm,
    HoursForm,
    NewFacilityForm,
    OtherHoursForm,
    OutForm,
    PhotoForm,
    SureForm,
)
from linli.culture.facilities.models import Facility
from linli.culture.facilities.queries.register import (
    facilities_of,
    facility_for,
    photos_of,
    states_now,
)
from linli.culture.facilities.queries.rooms import coming_between
from linli.culture.facilities.queries.week import DAYS, days_of
from linli.culture.facilities.views.public import parts_of


@needs("facilities.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """All there is, as the desk keeps it."""
    rows = facilities_of(request.community).order_by("kind", "name")
    shown = states_now(request.community, rows, timezone.now())
    return answer(request, "facilities/desk/register.html", {"shown": shown})


@needs("facilities.see_desk")
@require_safe
def show(request: Visit, facility_id: UUID) -> HttpResponse:
    """One facility at the desk, with all that can be done about it."""
    facility = facility_for(request.actor, request.community, facility_id)
    now = timezone.now()
    context = {
        **parts_of(facility),
        "state": states_now(request.community, [facility], now)[0],
        "photos": photos_of(facility),
        "coming": len(coming_between([facility], now, None)),
    }
    return answer(request, "facilities/desk/facility.html", context)


@needs("facilities.register")
def add(request: Visit) -> HttpResponse:
    """Adds a facility."""
    form = NewFacilityForm(sent(request), community=request.community)
    return step(
        request,
        form,
        lambda said: actions.add(
            request.community, given=form.given, whole=said["whole"], weekly=form.weekly,
            by=request.actor, at=timezone.now(),
        ),
        title=_("登记场地"),
        done=_("登记好了。开放时间每天不同的，在这里改。"),
        back=_at(request, "register"),
        leads_to=lambda made: _at(request, "facility_desk", made.pk),
    )  # fmt: skip


@needs("facilities.register")
def alter(request: Visit, facility_id: UUID) -> HttpResponse:
    """Changes what is said of a facility."""
    facility = facility_for(request.actor, request.community, facility_id)
    form = FacilityForm(sent(request), community=request.community, instance=facility)
    return _step(
        request,
        facility,
        form,
        lambda said: actions.alter(
            facility, given=form.given, seen=said["seen"], by=request.actor, at=timezone.now()
        ),
        title=_("改登记"),
        done=_("改好了。"),
    )


@needs("facilities.register")
def set_hours(request: Visit, facility_id: UUID) -> HttpResponse:
    """Says when it is open on which weekday."""
    facility = facility_for(request.actor, request.community, facility_id)
    return _step(
        request,
        facility,
        HoursForm(sent(request), facility=facility),
        lambda said: actions.set_hours(facility, **said, by=request.actor, at=timezone.now()),
        title=_("每周的开放时间"),
        done=_("开放时间改好了。"),
        note=_("几段之间空一格，例如 9:00-12:00 14:00-21:30；通宵开放写 00:00-24:00。"),
    )


@needs("facilities.register")
def set_other_hours(request: Visit, facility_id: UUID) -> HttpResponse:
    """Closes it on some days, or opens it at other hours."""
    facility = facility_for(request.actor, request.community, facility_id)
    return _step(
        request,
        facility,
        OtherHoursForm(sent(request)),
        lambda said: actions.set_other_hours(facility, **said, by=request.actor, at=timezone.now()),
        title=_("关闭几天或另定时间"),
        done=_("定好了。有账号的都告诉了；没有账号的，请按那几天的预订打电话。"),
    )


@needs("facilities.register")
@require_POST
def strike_other_hours(request: Visit, facility_id: UUID) -> HttpResponse:
    """Those days are like others again."""
    facility = facility_for(request.actor, request.community, facility_id)
    row = facility.closures.filter(pk__in=_keys(request.POST.get("row"))).first()
    if row is None:
        raise Http404
    actions.strike_other_hours(row, by=request.actor, at=timezone.now())
    return redirect("facilities:facility_desk", request.community.code, facility.pk)


@needs("facilities.keep")
def put_out(request: Visit, facility_id: UUID) -> HttpResponse:
    """Out of service, in one step."""
    facility = facility_for(request.actor, request.community, facility_id)
    return _step(
        request,
        facility,
        OutForm(sent(request)),
        lambda said: actions.put_out(facility, **said, by=request.actor, at=timezone.now()),
        title=_("停用"),
        done=_("停用了。有账号的都告诉了；没有账号的，请按预订打电话。"),
        note=_("马上停用，公开页上写明原因；这段时间预订的人会收到消息，没有账号的请打电话。"),
    )


@needs("facilities.keep")
@require_POST
def put_back(request: Visit, facility_id: UUID) -> HttpResponse:
    """In order again."""
    facility = facility_for(request.actor, request.community, facility_id)
    actions.put_back(facility, by=request.actor, at=timezone.now())
    return redirect("facilities:facility_desk", request.community.code, facility.pk)


@needs("facilities.register")
def withdraw(request: Visit, facility_id: UUID) -> HttpResponse:
    """No more to be had."""
    facility = facility_for(request.actor, request.community, facility_id)
    return step(
        request,
        SureForm(sent(request)),
        lambda said: actions.withdraw(facility, by=request.actor, at=timezone.now()),
        title=_("不再提供"),
        note=_("%(name)s从清单上撤下，还没有用的预订都取消并告诉本人。") % {"name": facility.name},
        done=_("撤下了。"),
        back=_at(request, "register"),
    )


@needs("facilities.register")
def add_photo(request: Visit, facility_id: UUID) -> HttpResponse:
    """Adds a photograph of the place."""
    facility = facility_for(request.actor, request.community, facility_id)
    return _step(
        request,
        facility,
        PhotoForm(sent(request), sent_files(request)),
        lambda said: actions.add_photo(facility, **said, by=request.actor, at=timezone.now()),
        title=_("加照片"),
        done=_("照片加好了。"),
    )


@needs("facilities.register")
@require_POST
def drop_photo(request: Visit, facility_id: UUID) -> HttpResponse:
    """Takes a photograph away."""
    facility = facility_for(request.actor, request.community, facility_id)
    file = next((f for f in photos_of(facility) if str(f.pk) == request.POST.get("file")), None)
    if file is None:
        raise Http404
    actions.drop_photo(facility, file=file, by=request.actor, at=timezone.now())
    return redirect("facilities:facility_desk", request.community.code, facility.pk)


@needs("facilities.register")
@require_POST
def new_tag(request: Visit, facility_id: UUID) -> HttpResponse:
    """Another code for the door."""
    facility = facility_for(request.actor, request.community, facility_id)
    actions.new_tag(facility, by=request.actor, at=timezone.now())
    return redirect("facilities:sheet", request.community.code, facility.pk)


@needs("facilities.see_desk")
@require_safe
def print_sheet(request: Visit, facility_id: UUID) -> HttpResponse:
    """The sheet for the door: this week, and the code that opens today's page."""
    facility = facility_for(request.actor, request.community, facility_id)
    now = timezone.now()
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    door = reverse("facilities:door", args=[request.community.code, facility.tag])
    context = {
        **parts_of(facility),
        "days": days_of(facility, timezone.localdate(now), DAYS, midnight),
        "today": timezone.localdate(now),
        "address": request.build_absolute_uri(door),
    }
    return answer(request, "facilities/desk/sheet.html", context)


def _step(
    request: Visit, facility: Facility, form: Any, carry_out: Any, *, title: Any, done: Any,
    note: Any = "",
) -> HttpResponse:  # fmt: skip
    return step(
        request,
        form,
        carry_out,
        title=title,
        note=note or facility.name,
        done=done,
        back=_at(request, "facility_desk", facility.pk),
    )


def _keys(text: str | None) -> list[UUID]:
    try:
        return [UUID(text or "")]
    except ValueError:
        return []


def _at(request: Visit, name: str, *more: Any) -> str:
    return reverse(f"facilities:{name}", args=[request.community.code, *more])
