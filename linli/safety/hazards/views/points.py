"""Check points at the desk: the register, their codes for the printer, and a check with a phone."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import once, sent, sent_files, step
from linli.core.pages.wording import tell_day
from linli.lib.calendar import local_day
from linli.safety.hazards.actions import points as acts, rounds
from linli.safety.hazards.forms.points import CheckForm, PointForm
from linli.safety.hazards.models import CheckPoint, SafetyRound
from linli.safety.hazards.queries.hazards import open_at
from linli.safety.hazards.queries.points import point_in, point_of, points_of, round_in, unseen_at
from linli.safety.hazards.views.sending import can, desk_tabs, here, sure


@needs("hazards.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """Every point, when it was looked at last."""
    context = {
        "points": points_of(request.community),
        "keeps": can(request, "hazards.keep_points"),
        "tabs": desk_tabs(request, "points"),
    }
    return answer(request, "hazards/desk/points.html", context)


@needs("hazards.keep_points")
def add(request: Visit) -> HttpResponse:
    """A further point."""
    form = PointForm(sent(request), community=request.community)
    return step(
        request,
        form,
        lambda said: once(request, acts.add_point, request.community, said, pointed=form.pointed()),
        title=_("加一个检查点"),
        done=_("加好了，可以打印二维码贴上。"),
        back=here(request, "points"),
    )


@needs("hazards.keep_points")
def alter(request: Visit, point_id: UUID) -> HttpResponse:
    """Changes what is known of a point."""
    point = point_in(request.community, point_id)
    initial = {
        "kind": point.kind, "name": point.name, "where": point.where,
        "place": None if point.place_id == request.community.pk else point.place_id,
    }  # fmt: skip
    form = PointForm(sent(request), community=request.community, initial=initial)
    return step(
        request,
        form,
        lambda said: once(request, acts.alter_point, point, said, pointed=form.pointed()),
        title=_("改检查点"),
        done=_("改好了。"),
        back=here(request, "points"),
    )


@needs("hazards.keep_points")
def change_tag(request: Visit, point_id: UUID) -> HttpResponse:
    """Another code: the printed one is dead from then on."""
    point = point_in(request.community, point_id)
    return sure(
        request, acts.new_tag, point, says=_("换码"),
        title=_("换码：{name}").format(name=point.name),
        note=_("贴着的旧码马上作废，扫了打不开，也换不回来。新码要重新打印贴上。"),
        done=_("换了新码，请重新打印贴上；旧码作废。"), back=here(request, "points"),
    )  # fmt: skip


@needs("hazards.keep_points")
def withdraw(request: Visit, point_id: UUID) -> HttpResponse:
    """It is not looked at any more, for good."""
    point = point_in(request.community, point_id)
    return sure(
        request, acts.withdraw_point, point, says=_("撤掉"),
        title=_("撤掉检查点：{point}").format(point=point.name),
        note=_("以后不再检查，巡查计划里也去掉，贴着的码扫了打不开。看过的记录留着。不能恢复：要再检查，得重新加、重新贴码。"),
        done=_("撤掉了，以后不再检查。"), back=here(request, "points"),
    )  # fmt: skip


@needs("hazards.see_desk")
@require_safe
def print_codes(request: Visit) -> HttpResponse:
    """The codes of all points, or of one, for the printer: one step."""
    rows = points_of(request.community)
    one = request.GET.get("point", "")
    slips = [
        (point, request.build_absolute_uri(
            reverse("hazards:point", args=[request.community.code, point.tag])))
        for point in rows
        if not one or str(point.pk) == one
    ]  # fmt: skip
    return answer(request, "hazards/desk/codes.html", {"slips": slips})


@needs("hazards.check")
def check(request: Visit, point_id: UUID) -> HttpResponse:
    """Standing before a point with a phone: its code was scanned. Where several rounds wait for
    it, whoever looks says which one is walked."""
    point = point_in(request.community, point_id)
    waiting = unseen_at(point, local_day(timezone.now()))
    form = CheckForm(
        sent(request), sent_files(request), point=point, known=open_at(point), rounds=waiting
    )
    only = waiting[0] if len(waiting) == 1 else None
    return _check(request, form, point, here(request, "point", point.tag), only)


@needs("hazards.check")
def check_on_round(request: Visit, round_id: UUID, point_id: UUID) -> HttpResponse:
    """The same, from the list of the round that is walked: it belongs to that round."""
    round_ = round_in(request.community, round_id)
    point = point_of(round_, point_id)
    form = CheckForm(sent(request), sent_files(request), point=point, known=open_at(point))
    return _check(request, form, point, here(request, "round", round_.pk), round_)


def _check(
    request: Visit, form: CheckForm, point: CheckPoint, back: str, round_: SafetyRound | None
) -> HttpResponse:
    """Writes it down, and leads on to the rest of the round it belongs to."""
    note: Any = _(
        "看过、合格的打勾。网络不好时再交一次，不会记两遍。文字和照片等居委会看过才公开。"
    )
    if round_:
        named = f"{round_.plan.name} · {tell_day(round_.due_on)}"
        note = _("{round}。{note}").format(round=named, note=note)
    return step(
        request,
        form,
        lambda said: once(
            request, rounds.check_point, point, said, looked=form.looked(),
            walked=said.get("round") or round_,
        ),
        title=_("检查：{name}").format(name=point.name),
        note=note,
        done=_("记下了。"),
        back=back,
        frame="portal.html",
        says=_("记下"),
        leads_to=lambda made: (
            here(request, "round", made.round_id) if made and made.round_id else back
        ),
    )  # fmt: skip
