"""Groups at the desk, and what their leaders plan."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.culture.activities.actions import groups as acts
from linli.culture.activities.forms.groups import GroupForm, HoursForm, MeetingsForm
from linli.culture.activities.forms.learning import CameForm, OnceForm, ReasonForm
from linli.culture.activities.queries import groups
from linli.culture.activities.views.doing import at, carried, desk_tabs, nothing
from linli.culture.activities.views.groups import slip_address


@needs("activities.run_learning")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The register."""
    here = request.community
    context = {
        "tabs": desk_tabs(request, "groups_desk"),
        "rows": groups.groups_open(here),
        "active": groups.active_groups(here, timezone.localdate()),
    }
    return answer(request, "activities/learning/groups_desk.html", context)


@needs("activities.run_learning")
@require_safe
def show(request: Visit, group_id: UUID) -> HttpResponse:
    """One group with its leader's slip, to be printed and handed over."""
    group = groups.group_at(request.community, group_id)
    context = {"group": group, "address": slip_address(request, group)}
    return answer(request, "activities/learning/group_desk.html", context)


@needs("activities.run_learning")
def register(request: Visit) -> HttpResponse:
    """Registers a group."""
    form = GroupForm(sent(request), community=request.community)
    return step(
        request,
        form,
        carried(
            request, acts.register_group, request.community,
            lambda _: {"registered": form.registered},
        ),
        title=_("登记团队"),
        note=_("负责人同意才登记；成员自己参加，不由我们填。"),
        done=_("登记好了，请把纸条打印给负责人。"),
        back=at(request, "groups_desk"),
        leads_to=lambda made: (
            at(request, "group_desk", made.pk) if made else at(request, "groups_desk")
        ),
    )  # fmt: skip


@needs("activities.run_learning")
def agree_hours(request: Visit, group_id: UUID) -> HttpResponse:
    """Writes down the hours that were agreed."""
    group = groups.group_at(request.community, group_id)
    start = {
        "since": group.agreed_from, "until": group.agreed_until, "with_whom": group.agreed_with,
    }  # fmt: skip
    return step(
        request,
        HoursForm(sent(request), initial=start),
        carried(request, acts.agree_hours, group),
        title=_("商定的时段和音量"),
        note=_("改了以后，不在时段里的活动自动取消，认了值日的人会收到通知。"),
        done=_("写下了。"),
        back=at(request, "group_desk", group.pk),
    )


@needs("activities.run_learning")
def close(request: Visit, group_id: UUID) -> HttpResponse:
    """A group ends."""
    group = groups.group_at(request.community, group_id)
    return step(
        request,
        OnceForm(sent(request)),
        carried(request, acts.close_group, group, nothing),
        title=_("团队结束"),
        note=_("从公开的页面上撤下，负责人和组员的名字都删除。"),
        done=_("已经撤下。"),
        back=at(request, "groups_desk"),
    )


@signed_in
def plan(request: Visit, group_id: UUID) -> HttpResponse:
    """The leader, or the desk, plans dates."""
    group = _led(request, groups.group_at(request.community, group_id))
    form = MeetingsForm(sent(request), initial={"first": timezone.localdate()})
    return step(
        request,
        form,
        carried(request, acts.plan_meetings, group, lambda _: {"spans": form.spans}),
        title=_("排活动日子"),
        note=group.title,
        done=_("排好了，组员可以认值日了。"),
        back=at(request, "group", group.pk),
        frame="portal.html",
    )


@signed_in
def call_off(request: Visit, meeting_id: UUID) -> HttpResponse:
    """One date is called off."""
    meeting = _led(request, groups.meeting_at(request.community, meeting_id))
    return step(
        request,
        ReasonForm(sent(request)),
        carried(request, acts.call_off_meeting, meeting),
        title=_("取消这一次"),
        done=_("取消了，日历会更新，认了值日的人会收到通知。"),
        back=at(request, "group", meeting.group_id),
        frame="portal.html",
    )


@signed_in
def tell(request: Visit, meeting_id: UUID) -> HttpResponse:
    """How many came."""
    meeting = _led(request, groups.meeting_at(request.community, meeting_id))
    return step(
        request,
        CameForm(sent(request)),
        carried(request, acts.tell_meeting, meeting),
        title=_("记来了多少人"),
        done=_("记下了。"),
        back=at(request, "group", meeting.group_id),
        frame="portal.html",
    )


def _led(request: Visit, row: Any) -> Any:
    if not may("activities.lead_group", request.actor, row):
        raise Http404
    return row
