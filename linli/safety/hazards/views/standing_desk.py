"""The desk of fire, and of the police's page with its meetings."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import once, pressed, sent, step
from linli.lib.calendar import local_day
from linli.safety.hazards.actions import fire, meeting, police
from linli.safety.hazards.forms import standing as forms
from linli.safety.hazards.models import (
    FireCovenant,
    FireKeeper,
    GivenToPolice,
    MeetingPoint,
    PoliceOffice,
    SafetyAlert,
    SafetyMeeting,
)
from linli.safety.hazards.queries import standing as queries
from linli.safety.hazards.views.sending import can, desk_tabs, here, sure


@needs("hazards.see_desk")
@require_safe
def show_fire(request: Visit) -> HttpResponse:
    """Fire at the desk."""
    community, covenant = request.community, queries.covenant_of(request.community)
    counts = covenant.counts.select_related("place").order_by("place__position") if covenant else ()
    context = {
        "keeper": queries.keeper_of(community),
        "covenant": covenant,
        "counts": counts,
        "force": queries.force_of(community),
        "keeps": can(request, "hazards.keep_fire"),
        "tabs": desk_tabs(request, "fire_desk"),
    }
    return answer(request, "hazards/desk/fire.html", context)


@needs("hazards.keep_fire")
def name_keeper(request: Visit) -> HttpResponse:
    """Which office keeps fire safety."""
    form = forms.KeeperForm(sent(request))
    return new_row(request, form, fire.name_fire_keeper, _("确定消防安全管理人"), "fire_desk")


@needs("hazards.keep_fire")
def adopt(request: Visit) -> HttpResponse:
    """The covenant as adopted."""
    form = forms.CovenantForm(sent(request))
    return new_row(request, form, fire.adopt_covenant, _("登记防火安全公约"), "fire_desk")


@needs("hazards.keep_fire")
def end_keeper(request: Visit, keeper_id: UUID) -> HttpResponse:
    """Nobody keeps fire safety until somebody is named."""
    row, back = queries.one(FireKeeper, request.community, keeper_id), here(request, "fire_desk")
    return sure(
        request, fire.end_fire_keeper, row, says=_("不再担任"),
        title=_("不再担任消防安全管理人：{office}").format(office=row.office),
        note=_("公开的页面马上写“还没有确定”，不能恢复。已经有接替的，请直接确定新的。"),
        done=_("不再担任了，请尽快另行确定。"), back=back,
    )  # fmt: skip


@needs("hazards.keep_fire")
def end_covenant(request: Visit, covenant_id: UUID) -> HttpResponse:
    """No covenant holds."""
    row = queries.one(FireCovenant, request.community, covenant_id)
    back = here(request, "fire_desk")
    return sure(
        request, fire.end_covenant, row, says=_("不再施行"), title=_("防火安全公约不再施行"),
        note=_("公开的页面上马上没有公约，也没有签了的户数，不能恢复。已经有新的，请直接换成新的公约。"),
        done=_("公约不再施行了。"), back=back,
    )  # fmt: skip


@needs("hazards.keep_fire")
def count_signed(request: Visit) -> HttpResponse:
    """How many of a building signed."""
    covenant = queries.covenant_of(request.community)
    if covenant is None:
        return redirect(here(request, "adopt_covenant"))
    form = forms.SignedForm(sent(request), community=request.community)
    title = _("登记签了公约的户数")
    return new_row(request, form, fire.count_signed, title, "fire_desk", subject=covenant)


@needs("hazards.keep_fire")
def count_force(request: Visit) -> HttpResponse:
    """The volunteer fire force."""
    form = forms.ForceForm(sent(request))
    return new_row(request, form, fire.count_force, _("登记志愿消防队"), "fire_desk")


@needs("hazards.see_desk")
@require_safe
def show_police(request: Visit) -> HttpResponse:
    """The police's page, alerts, meetings and the log."""
    community, on = request.community, local_day(timezone.now())
    context = {
        "office": queries.office_of(community),
        "alerts": queries.alerts_now(community, on),
        "meetings": queries.meetings_of(community),
        "late": set(queries.points_late(community, on).values_list("pk", flat=True)),
        "given": GivenToPolice.objects.filter(community=community)[:20],
        "keeps": can(request, "hazards.keep_police_page"),
        "meets": can(request, "hazards.keep_meeting"),
        "heads": can(request, "hazards.give_to_police"),
        "tabs": desk_tabs(request, "police_desk"),
    }
    return answer(request, "hazards/desk/police.html", context)


@needs("hazards.keep_police_page")
def set_office(request: Visit) -> HttpResponse:
    """How the community police are reached."""
    known = queries.office_of(request.community)
    names = ("station", "room", "office_phone", "hours", "offers")
    initial = {name: getattr(known, name) for name in names} if known else None
    form = forms.OfficeForm(sent(request), initial=initial)
    return new_row(request, form, police.set_police_office, _("社区警务室"), "police_desk")


@needs("hazards.keep_police_page")
def end_office(request: Visit, office_id: UUID) -> HttpResponse:
    """What the page said does not hold any more."""
    row, back = (
        queries.one(PoliceOffice, request.community, office_id),
        here(request, "police_desk"),
    )
    return sure(
        request, police.end_police_office, row, says=_("撤下"),
        title=_("撤下社区警务室的联系和接待时间"),
        note=_("公开的页面马上写“还没有登记”，不能恢复。换了地方或电话的，请直接更新。"),
        done=_("撤下了，页面上不再写。"), back=back,
    )  # fmt: skip


@needs("hazards.keep_police_page")
def put_alert(request: Visit) -> HttpResponse:
    """A warning for everybody."""
    form = forms.AlertForm(sent(request), initial={"kind": "fraud"})
    return new_row(request, form, police.put_alert, _("发一条提醒"), "police_desk")


@needs("hazards.keep_police_page")
def withdraw_alert(request: Visit, alert_id: UUID) -> HttpResponse:
    """It does not hold any more."""
    alert = queries.one(SafetyAlert, request.community, alert_id)
    back = here(request, "police_desk")
    return sure(
        request, police.withdraw_alert, alert, says=_("撤下"),
        title=_("撤下安全提醒：{title}").format(title=alert.title),
        note=_("大家马上看到它已经过期，不能恢复。发到群里的、贴在墙上的，要另外去撤。"),
        done=_("撤下了。"), back=back,
    )  # fmt: skip


@needs("hazards.give_to_police")
def log_given(request: Visit) -> HttpResponse:
    """Something was given to the police."""
    form = forms.GivenForm(sent(request))
    return new_row(request, form, police.log_given, _("登记给公安机关的内容"), "police_desk")


@needs("hazards.keep_meeting")
def call_meeting(request: Visit) -> HttpResponse:
    """Calls the monthly meeting."""
    form = forms.MeetingForm(sent(request))

    def carry_out(said: dict[str, Any]) -> object:
        given = {name: said[name] for name in ("title", "venue", "starts_at")}
        return once(
            request, meeting.call_meeting, request.community, said,
            agenda=said["agenda"].splitlines(), called_by=request.community.name, **given,
        )  # fmt: skip

    return step(
        request, form, carry_out, title=_("召开安全例会"), done=_("召开了，居委会、社区工作者和物业都收到了通知。"),
        back=here(request, "police_desk"),
    )  # fmt: skip


@needs("hazards.see_desk")
@require_safe
def show_meeting(request: Visit, gathering_id: UUID) -> HttpResponse:
    """A meeting: door, floor, minutes, and what it wants done."""
    row = _meeting(request, gathering_id)
    context = {
        "meeting": row,
        "gathering": row.gathering,
        "items": row.gathering.items.order_by("order"),
        "points": row.points.all(),
        "meets": can(request, "hazards.keep_meeting"),
        "today": local_day(timezone.now()),
    }
    return answer(request, "hazards/desk/meeting.html", context)


@needs("hazards.keep_meeting")
def open_meeting(request: Visit, gathering_id: UUID) -> HttpResponse:
    """It begins."""
    row, form = _meeting(request, gathering_id), forms.ChairForm(sent(request))
    back = here(request, "meeting_of", gathering_id)
    return new_row(request, form, meeting.open_meeting, _("开会"), back, subject=row)


@needs("hazards.keep_meeting")
def cancel_meeting(request: Visit, gathering_id: UUID) -> HttpResponse:
    """It is called off."""
    row, form = _meeting(request, gathering_id), forms.CancelForm(sent(request))
    back = here(request, "meeting_of", gathering_id)
    return new_row(request, form, meeting.cancel_meeting, _("取消会议"), back, subject=row)


@needs("hazards.keep_meeting")
@require_POST
def close_meeting(request: Visit, gathering_id: UUID) -> HttpResponse:
    """It is over."""
    row, back = _meeting(request, gathering_id), here(request, "meeting_of", gathering_id)
    return pressed(request, meeting.close_meeting, row, _("散会了，请签记录。"), back)


@needs("hazards.keep_meeting")
def add_point(request: Visit, gathering_id: UUID) -> HttpResponse:
    """What it wants done."""
    row, form = _meeting(request, gathering_id), forms.WantedForm(sent(request))
    back = here(request, "meeting_of", gathering_id)
    return new_row(request, form, meeting.add_meeting_point, _("记一项要做的事"), back, subject=row)


@needs("hazards.keep_meeting")
def settle_point(request: Visit, point_id: UUID) -> HttpResponse:
    """It is done."""
    point = queries.one(MeetingPoint, request.community, point_id, "meeting")
    form = forms.OutcomeForm(sent(request))
    back = here(request, "meeting_of", point.meeting.gathering_id)
    return new_row(request, form, meeting.settle_point, _("做完了"), back, subject=point)


def _meeting(request: Visit, gathering_id: UUID) -> SafetyMeeting:
    rows = SafetyMeeting.objects.filter(community=request.community, gathering=gathering_id)
    key = rows.values_list("pk", flat=True).first() or gathering_id
    found_: SafetyMeeting = queries.one(SafetyMeeting, request.community, key, "gathering")
    return found_


def new_row(
    request: Visit, form: Any, act: Any, title: Any, back: str, *, subject: Any = None
) -> HttpResponse:
    def carry_out(said: dict[str, Any]) -> object:
        given = {name: value for name, value in said.items() if name != "once"}
        return once(request, act, subject or request.community, said, **given)

    back = back if back.startswith("/") else here(request, back)
    return step(request, form, carry_out, title=title, done=_("记下了。"), back=back)
