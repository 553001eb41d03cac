"""Every step of an activity as the page offers it: one form, one act."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.gates import Visit, needs
from linli.core.pages.stepping import sent, sent_files, step
from linli.culture.activities import actions
from linli.culture.activities.flows import ACTIVITY
from linli.culture.activities.forms.plan import PlanForm, begin_with
from linli.culture.activities.forms.steps import (
    AddForm,
    AlterForm,
    CallOffForm,
    CloseForm,
    MoveForm,
    PictureForm,
    PlainForm,
    PlainStep,
    ReasonStep,
)
from linli.culture.activities.models import Activity, Picture
from linli.culture.activities.queries import coming
from linli.culture.activities.views.desk import licence_findings

PLAIN: dict[str, tuple[Any, Any, Any]] = {
    "announce": (PlainStep, actions.announce, _("公布以后大家都看得到，报名马上开放，场地一起订下。")),
    "drop": (PlainStep, actions.drop, _("草稿没有人看过，丢弃了不影响谁。")),
    "cancel": (ReasonStep, actions.cancel, _("还没到的每一次都取消，报了名的人每人只通知一次。")),
    "close": (CloseForm, actions.close, _("点名齐了才能结束；结束后简报公开。")),
}  # fmt: skip
"""Of a step that takes what its form asks: its form, its act, what to know beforehand."""


@needs("activities.keep")
def draft(request: Visit) -> HttpResponse:
    """Writes an activity down, from nothing or as an earlier one was."""
    source = _source(request)
    initial = begin_with(source, copied=True) if source else {"first": None}
    form = PlanForm(sent(request), community=request.community, initial=initial)

    def carry_out(said: dict[str, Any]) -> Any:
        return actions.draft(
            request.community, plan=form.plan, copied_from=source, by=request.actor,
            at=timezone.now(), once=said["once"],
        )  # fmt: skip

    return step(
        request,
        form,
        carry_out,
        title=_("起草活动"),
        note=_("先存成草稿，看过所有日期再公布。"),
        done=_("草稿写好了，请核对日期后公布。"),
        back=_at(request, "desk"),
        says=_("存成草稿"),
        leads_to=lambda made: _page(request, made),
    )


@needs("activities.keep")
def take_move(request: Visit, activity_id: UUID, move: str) -> HttpResponse:
    """One step of an activity."""
    activity = coming.activity_for(request.actor, request.community, activity_id)
    if move in PLAIN:
        return _plain(request, activity, move)
    steps = {"revise": _revise, "alter": _alter, "add_dates": _add, "call_off_dates": _call_off}
    if move not in steps:
        raise Http404
    return steps[move](request, activity)


def _plain(request: Visit, activity: Activity, move: str) -> HttpResponse:
    form, act, note = PLAIN[move]
    large = licence_findings(activity, timezone.now()) if move == "announce" else ()
    return _step(
        request,
        activity,
        form(sent(request), row=activity),
        lambda said: act(activity, **said, by=request.actor, at=timezone.now()),
        move,
        note=note,
        findings=large,
    )


def _revise(request: Visit, activity: Activity) -> HttpResponse:
    form = PlanForm(sent(request), community=request.community, initial=begin_with(activity))

    def carry_out(said: dict[str, Any]) -> Any:
        return actions.revise(
            activity, plan=form.plan, seen=said["seen"], by=request.actor, at=timezone.now()
        )

    return _step(request, activity, form, carry_out, "revise")


def _alter(request: Visit, activity: Activity) -> HttpResponse:
    form = AlterForm(sent(request), row=activity)

    def carry_out(_said: dict[str, Any]) -> Any:
        return actions.alter_told(activity, **form.given, by=request.actor, at=timezone.now())

    return _step(request, activity, form, carry_out, "alter")


def _add(request: Visit, activity: Activity) -> HttpResponse:
    def carry_out(said: dict[str, Any]) -> Any:
        days = [date.fromisoformat(day) for day in said["days"]]
        return actions.add_dates(
            activity, spans=actions.spans_on(days, said["starts"], said["minutes"]),
            seen=said["seen"], by=request.actor, at=timezone.now(),
        )  # fmt: skip

    return _step(request, activity, AddForm(sent(request), row=activity), carry_out, "add_dates")


def _call_off(request: Visit, activity: Activity) -> HttpResponse:
    ahead = coming.coming_of(activity, timezone.now())
    form = CallOffForm(sent(request), row=activity, coming=ahead)

    def carry_out(said: dict[str, Any]) -> Any:
        return actions.call_off_dates(
            activity, occasions=said["chosen"], reason=said["reason"], seen=said["seen"],
            by=request.actor, at=timezone.now(),
        )  # fmt: skip

    note = _("不管取消几次，都是一步；报了名的人每人只通知一次。")
    return _step(request, activity, form, carry_out, "call_off_dates", note=note)


@needs("activities.keep")
def move_date(request: Visit, activity_id: UUID, occasion_id: UUID) -> HttpResponse:
    """Another time or place for one date."""
    activity = coming.activity_for(request.actor, request.community, activity_id)
    occasion = coming.dates_of(activity).filter(pk=occasion_id).first()
    if occasion is None:
        raise Http404
    form = MoveForm(sent(request), row=activity, occasion=occasion)

    def carry_out(said: dict[str, Any]) -> Any:
        given = {name: said[name] for name in ("starts_at", "ends_at", "venue", "words", "seen")}
        return actions.move_date(
            activity, occasion=occasion, **given, by=request.actor, at=timezone.now()
        )

    note = _("报了名的人每人通知一次，日历里会自动改过来。")
    return _step(request, activity, form, carry_out, "move_date", note=note)


@needs("activities.keep")
def add_picture(request: Visit, activity_id: UUID) -> HttpResponse:
    """A photograph, with a word about the people on it."""
    activity = coming.activity_for(request.actor, request.community, activity_id)
    form = PictureForm(sent(request), sent_files(request))

    def carry_out(said: dict[str, Any]) -> Any:
        return actions.add_picture(activity, **said, by=request.actor, at=timezone.now())

    return step(
        request,
        form,
        carry_out,
        title=_("加照片"),
        note=_("拍现场和作品，尽量不拍人脸；公开给大家看。"),
        done=_("照片放上了。"),
        back=_page(request, activity),
    )


@needs("activities.keep")
def remove_picture(request: Visit, activity_id: UUID, picture_id: UUID) -> HttpResponse:
    """Takes a photograph away for good."""
    activity = coming.activity_for(request.actor, request.community, activity_id)
    picture = Picture.objects.filter(
        community=request.community, activity=activity, pk=picture_id
    ).first()
    if picture is None:
        raise Http404
    return step(
        request,
        PlainForm(sent(request)),
        lambda _said: actions.remove_picture(picture, by=request.actor, at=timezone.now()),
        title=_("删去照片"),
        note=_("照片里有人不愿意公开的，马上删；删了找不回来。"),
        done=_("照片删去了。"),
        back=_page(request, activity),
    )


def _step(
    request: Visit, activity: Activity, form: Any, carry_out: Any, move: str, **more: Any
) -> HttpResponse:
    chosen = ACTIVITY.move(move)
    return step(
        request,
        form,
        carry_out,
        title=chosen.title,
        done=chosen.told,
        back=_page(request, activity),
        **more,
    )


def _source(request: Visit) -> Activity | None:
    asked = request.GET.get("like") or request.POST.get("copied") or ""
    try:
        key = UUID(asked)
    except ValueError:
        return None
    return coming.activity_for(request.actor, request.community, key)


def _page(request: Visit, activity: Activity) -> str:
    return reverse("activities:plan", args=[request.community.code, activity.pk])


def _at(request: Visit, name: str) -> str:
    return reverse(f"activities:{name}", args=[request.community.code])
