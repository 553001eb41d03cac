"""The desk's joint meeting: planned from what is open, called, held, its pledges kept."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import carried, sent, step
from linli.partners.organisations.actions import joint_meetings as acts, pledges as pledge_acts
from linli.partners.organisations.forms.units import (
    CallForm,
    ChairForm,
    JointForm,
    MeetingPledgeForm,
    ReasonForm,
    SureForm,
)
from linli.partners.organisations.models import JointMeeting
from linli.partners.organisations.queries import (
    joint_meetings as read,
    pledges as promised,
    units as listed,
)
from linli.partners.organisations.views.carrying_units import desk_tabs

KEEP = "organisations.keep_joint_meeting"


@needs(KEEP)
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """All joint meetings."""
    rows = read.meetings_of(request.community).order_by("-gathering__starts_at")[:100]
    tabs = desk_tabs(request, "joint_desk")
    return answer(request, "organisations/joint/desk.html", {"rows": list(rows), "tabs": tabs})


@needs(KEEP)
def plan(request: Visit) -> HttpResponse:
    """A joint meeting, with the agenda drawn from open needs, projects and overdue pledges."""
    here, today = request.community, timezone.localdate()
    overdue = list(promised.overdue(here, today).order_by("due_on")[:10])
    form = JointForm(
        sent(request),
        units=list(listed.units_of(here)[:60]),
        matters={row.unit_id: _("过期的承诺：%(what)s") % {"what": row.title} for row in overdue},
        initial={"title": _("联席会议"), "hour": "14:30", "agenda": _agenda(here, overdue)},
    )
    return step(
        request,
        form,
        _carried(request, form, acts.plan_joint_meeting, here),
        title=_("筹备联席会议"),
        note=_("单位不参加居委会；议到和它有关的事，派代表来。发通知以前谁也看不到。"),
        done=_("开始筹备。核对以后发通知。"),
        back=reverse("organisations:joint_desk", args=[here.code]),
        leads_to=_here,
    )


@needs(KEEP)
@require_safe
def show(request: Visit, meeting_id: UUID) -> HttpResponse:
    """One meeting: how it stands, what comes next, what was promised."""
    meeting = read.meeting_in(request.community, meeting_id)
    pledges = promised.pledges_of(request.community).filter(meeting=meeting).order_by("due_on")
    context = {
        "meeting": meeting,
        "gathering": meeting.gathering,
        "agenda": read.agenda_of(meeting),
        "asked": read.asked_to(meeting),
        "rows": promised.told(pledges, timezone.localdate()),
    }
    return answer(request, "organisations/joint/meeting.html", context)


@needs(KEEP)
@require_safe
def of_gathering(request: Visit, gathering_id: UUID) -> HttpResponse:
    """From the door, the floor or the minutes back to the meeting."""
    return redirect(_here(read.meeting_of_gathering(request.community, gathering_id)))


@needs(KEEP)
def change(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Another plan, before anybody was told."""
    meeting = read.meeting_in(request.community, meeting_id)
    starts = timezone.localtime(meeting.gathering.starts_at)
    form = JointForm(
        sent(request),
        units=list(listed.units_of(request.community)[:60]),
        matters={each.unit_id: each.matter for each in read.asked_to(meeting)},
        initial={
            "title": meeting.gathering.title,
            "day": starts.date(),
            "hour": starts.time(),
            "venue": meeting.gathering.venue,
            "agenda": "\n".join(item.title for item in read.agenda_of(meeting)),
        },
    )
    return step(
        request,
        form,
        _carried(request, form, acts.change_joint_meeting, meeting),
        title=_("修改安排"),
        done=_("改好了。"),
        back=_here(meeting),
        says=_("保存"),
    )


@needs(KEEP)
def call(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Gives notice."""
    return _step(request, meeting_id, CallForm, acts.call_joint_meeting, _("发出通知"),
                 _("通知发出，请到的单位会收到消息。"))  # fmt: skip


@needs(KEEP)
def cancel(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Calls it off."""
    return _step(request, meeting_id, ReasonForm, acts.cancel_joint_meeting, _("取消会议"),
                 _("已取消，请到的单位会收到消息。"))  # fmt: skip


@needs(KEEP)
def begin(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Begins it."""
    return _step(
        request, meeting_id, ChairForm, acts.open_joint_meeting, _("会议开始"), _("开始了。")
    )


@needs(KEEP)
def close(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Ends it."""
    return _step(request, meeting_id, SureForm, acts.close_joint_meeting, _("散会"),
                 _("散会了。请到会议记录签字。"))  # fmt: skip


@needs(KEEP)
def pledge(request: Visit, meeting_id: UUID) -> HttpResponse:
    """What a unit promised there."""
    meeting = read.meeting_in(request.community, meeting_id)
    form = MeetingPledgeForm(sent(request), units=listed.units_of(request.community))

    def carry_out(given: dict[str, Any]) -> object:
        unit = given.pop("unit")
        return carried(request, pledge_acts.pledge, unit, meeting=meeting)(given)

    return step(
        request,
        form,
        carry_out,
        title=_("记下一件承诺"),
        note=_("当场念一遍，单位代表听到的和大家读到的是同一句。"),
        done=_("记下了，大家都读得到。"),
        back=_here(meeting),
    )


def _agenda(community: Any, overdue: list[Any]) -> str:
    """What is open, one line each: overdue promises, running projects, needs without a match."""
    running = listed.projects_running(community)[:10]
    rows = [
        *(_("过期的承诺：%(what)s") % {"what": row.title} for row in overdue),
        *(_("正在做：%(what)s") % {"what": row.title} for row in running),
        *(_("需要：%(what)s") % {"what": row.title} for row in listed.needs_open(community)[:10]),
    ]
    return "\n".join(rows)


def _step(
    request: Visit, meeting_id: UUID, form: Any, act: Any, title: str, done: str
) -> HttpResponse:
    meeting = read.meeting_in(request.community, meeting_id)
    filled = form(sent(request))
    return step(request, filled, carried(request, act, meeting), title=title, done=done,
                back=_here(meeting))  # fmt: skip


def _carried(request: Visit, form: JointForm, act: Any, subject: Any) -> Any:
    """The act takes units and a moment, which the form puts together."""

    def carry_out(given: dict[str, Any]) -> object:
        return carried(request, act, subject)({"once": given["once"], **form.given})

    return carry_out


def _here(meeting: JointMeeting) -> str:
    return reverse("organisations:joint_meeting", args=[meeting.community.code, meeting.pk])
