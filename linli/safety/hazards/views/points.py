"""Check points at the desk: the register, their codes for the printer, and a check with a phone."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, sent_files, step
from linli.safety.hazards.actions import points as acts, rounds
from linli.safety.hazards.forms.points import CheckForm, PointForm
from linli.safety.hazards.queries.hazards import open_at
from linli.safety.hazards.queries.points import point_in, points_of
from linli.safety.hazards.views.sending import desk_tabs, here, once, pressed


@needs("hazards.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """Every point, when it was looked at last."""
    context = {"points": points_of(request.community), "tabs": desk_tabs(request, "points")}
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


PRESSED = {
    "new-tag": (acts.new_tag, _("换了新码，请重新打印贴上；旧码作废。")),
    "withdraw": (acts.withdraw_point, _("撤掉了，以后不再检查。")),
}


@needs("hazards.keep_points")
@require_POST
def press(request: Visit, point_id: UUID, move: str) -> HttpResponse:
    """A step that asks nothing."""
    point = point_in(request.community, point_id)
    if move not in PRESSED:
        return redirect(here(request, "points"))
    act, done = PRESSED[move]
    return pressed(request, act, point, done, here(request, "points"))


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
    """Standing before a point with a phone."""
    point = point_in(request.community, point_id)
    form = CheckForm(sent(request), sent_files(request), point=point, known=open_at(point))
    return step(
        request,
        form,
        lambda said: once(request, rounds.check_point, point, said, looked=form.looked()),
        title=_("检查：{name}").format(name=point.name),
        note=_("有一项不合格就选“有隐患”，写是什么。网络不好时再交一次，不会记两遍。"),
        done=_("记下了。"),
        back=here(request, "point", point.tag),
        frame="portal.html",
        says=_("记下"),
    )
