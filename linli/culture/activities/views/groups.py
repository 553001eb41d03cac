"""Groups for everybody: where they meet, joining, turns; and the leader's own slip."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.culture.activities.actions import groups as acts, turns
from linli.culture.activities.forms.groups import JoinForm
from linli.culture.activities.forms.learning import OnceForm
from linli.culture.activities.models.groups import Group
from linli.culture.activities.queries import groups
from linli.culture.activities.queries.teaching import by_code
from linli.culture.activities.views.doing import at, carried, nothing, public_tabs
from linli.lib.calendar.feeds import calendar_of


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The groups that meet."""
    context = {
        "tabs": public_tabs(request, "groups"),
        "rows": groups.groups_open(request.community),
        "desk": may("activities.run_learning", request.actor, request.community),
    }
    return answer(request, "activities/learning/groups.html", context)


@public
@require_safe
def show(request: Visit, group_id: UUID) -> HttpResponse:
    """One group; its members see the turns, its leader plans the dates."""
    group, now = groups.group_at(request.community, group_id), timezone.now()
    member = groups.own_membership(request.actor, group)
    leads = may("activities.lead_group", request.actor, group)
    context = {
        "group": group,
        "member": member,
        "leads": leads,
        "meetings": groups.meetings_ahead(group, now, member),
        "to_tell": groups.meetings_to_tell(group, now) if leads else [],
        "join": JoinForm() if may("activities.join_group", request.actor, group) else None,
        "feed": request.build_absolute_uri(at(request, "group_feed", group.pk)),
    }
    return answer(request, "activities/learning/group.html", context)


@public
@require_safe
def feed(request: Visit, group_id: UUID) -> HttpResponse:
    """The dates of a group, for calendars that subscribe."""
    group = groups.group_at(request.community, group_id)
    told = calendar_of(group.title, groups.feed_of(group), at=timezone.now(), what="group")
    return HttpResponse(told, content_type="text/calendar; charset=utf-8")


@signed_in
@require_POST
def join(request: Visit, group_id: UUID) -> HttpResponse:
    """Somebody joins."""
    group = groups.group_at(request.community, group_id)
    form = JoinForm(request.POST)
    if form.is_valid():
        carried(request, acts.join_group, group)(form.cleaned_data)
        messages.success(request, _("您参加了。值日表在这一页，随时可以离开。"))
    return redirect("activities:group", request.community.code, group.pk)


@signed_in
@require_POST
def leave(request: Visit, group_id: UUID) -> HttpResponse:
    """Somebody leaves."""
    group = groups.group_at(request.community, group_id)
    acts.leave_group(group, by=request.actor, at=timezone.now())
    messages.success(request, _("您离开了，称呼已经删除。"))
    return redirect("activities:group", request.community.code, group.pk)


@signed_in
@require_POST
def take(request: Visit, turn_id: UUID) -> HttpResponse:
    """A member takes a turn."""
    return _turn(request, turn_id, turns.take_turn, _("这一次由您来，谢谢。"))


@signed_in
@require_POST
def give_back(request: Visit, turn_id: UUID) -> HttpResponse:
    """I cannot."""
    return _turn(request, turn_id, turns.pass_turn, _("好的，已经去问下一位。"))


def _turn(request: Visit, turn_id: UUID, act: Callable[..., Any], done: Any) -> HttpResponse:
    turn = groups.turn_at(request.community, turn_id)
    act(turn, by=request.actor, at=timezone.now())
    messages.success(request, done)
    return redirect("activities:group", request.community.code, turn.meeting.group_id)


@public
@require_safe
def show_own(request: Visit, code: str) -> HttpResponse:
    """What the leader may do with the slip of the group, with or without an account."""
    group = by_code(Group, request.community, code)
    context = {"group": group, "signed_in": request.actor.signed_in}
    return answer(request, "activities/learning/group_slip.html", context)


@signed_in
def lead(request: Visit, code: str) -> HttpResponse:
    """The leader leads with this account from now on."""
    group = by_code(Group, request.community, code)
    return _own(
        request, group, acts.lead_by_account, _("用这个账号管团队"), _("以后可以自己排日子、记人数。"),
        at(request, "group", group.pk),
    )  # fmt: skip


@public
def hide_phone(request: Visit, code: str) -> HttpResponse:
    """The leader's telephone is no longer public."""
    group = by_code(Group, request.community, code)
    return _own(
        request, group, acts.hide_phone, _("不再公开电话"), _("电话已经拿下。"),
        at(request, "group_slip", code),
    )  # fmt: skip


@public
def close(request: Visit, code: str) -> HttpResponse:
    """The leader takes back the consent: the group leaves the page."""
    group = by_code(Group, request.community, code)
    return _own(
        request, group, acts.close_group, _("团队不办了，从页面上撤下"),
        _("已经撤下，负责人和组员的名字已经删除。"), at(request, "groups"),
    )  # fmt: skip


def _own(request: Visit, group: Group, act: Any, title: Any, done: Any, back: str) -> HttpResponse:
    bearer = request.actor.bearing(group.pk)
    return step(
        request,
        OnceForm(sent(request)),
        carried(request, act, group, nothing, by=bearer),
        title=title,
        note=group.title,
        done=done,
        back=back,
        frame="portal.html",
    )


def slip_address(request: Visit, group: Group) -> str:
    """The whole address of the leader's slip, for the code that is printed."""
    path = reverse("activities:group_slip", args=[request.community.code, group.code])
    return request.build_absolute_uri(path)
