"""One's own entries: by account, or by the code of a slip, for whoever has none."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.pages.answer import answer
from linli.lib.identity.mask import mask_name
from linli.mechanisms.signup import actions, rules
from linli.mechanisms.signup.forms.signing import CodeForm
from linli.mechanisms.signup.models import Occasion, SignUp
from linli.mechanisms.signup.queries.coming import own_signups
from linli.mechanisms.signup.queries.sheets import (
    dates_of,
    entry_by_code,
    excused_dates,
    next_dates,
    pages_of,
    place_in_line,
    places_in_line,
)

SHOWN, MOST_DIGITS = 100, 5
ANSWERS: dict[str, tuple[Any, Any]] = {
    "leave": (actions.leave, _("已取消，谢谢您告诉我们。名额会让给下一位。")),
    "take": (actions.take_offer, _("已确认，名额是您的了。")),
    "decline": (actions.decline_offer, _("好的，名额让给下一位。")),
}
ONE_DATE: dict[str, tuple[Any, Any]] = {
    "excuse": (actions.excuse, _("知道了，这一次您来不了；名额还给您留着。")),
    "come": (actions.come_after_all, _("好的，这一次等您来。")),
}


@signed_in
@require_safe
def mine(request: Visit) -> HttpResponse:
    """What I signed up for, for myself and the family; what stands first."""
    rows = list(own_signups(request.actor, request.community)[:SHOWN])
    live = [each for each in rows if each.is_live]
    coming = next_dates([each.sheet for each in live], timezone.now())
    places = places_in_line(live)
    context = {
        "live": [
            (each, {"next": coming.get(each.sheet_id), "place": places.get(each.pk)})
            for each in live
        ],
        "past": [each for each in rows if not each.is_live],
        "form": CodeForm(),
    }
    response = answer(request, "signup/mine.html", context)
    response["Cache-Control"] = "no-store"
    return response


@public
@require_safe
def find(request: Visit) -> HttpResponse:
    """Type the code of a slip."""
    form = CodeForm(request.GET or None)
    if form.is_valid():
        try:
            row = entry_by_code(request.community, form.cleaned_data["code"])
        except Http404:
            form.add_error("code", _("没有找到这条报名。请核对编号，或打电话问居委会。"))
        else:
            return redirect("signup:entry", request.community.code, row.code)
    status = 422 if form.is_bound and form.errors else 200
    return answer(request, "signup/find.html", {"form": form}, status=status)


@public
@require_safe
def entry(request: Visit, code: str) -> HttpResponse:
    """One entry: in or waiting, which dates, and "I cannot come" in one tap."""
    row = entry_by_code(request.community, code)
    said = excused_dates(row)
    at = timezone.now()
    dates = [
        (each, said.get(each.pk, ""), each.state == rules.PLANNED and each.starts_at > at)
        for each in dates_of(row.sheet)
    ]
    dates.sort(key=lambda date: not date[2])  # what is still to come stands first
    context = {
        "row": row,
        "name": mask_name(row.name),
        "place": place_in_line(row),
        "dates": dates,
        "several": sum(coming for _each, _said, coming in dates) > 1,
        "offer": row.state == rules.OFFERED and row.offered_until and at <= row.offered_until,
        "page": pages_of(row.sheet)[0],
        "address": request.build_absolute_uri(
            reverse("signup:entry", args=[request.community.code, row.code])
        ),
    }
    response = answer(request, "signup/entry.html", context)
    response["Cache-Control"] = "no-store"
    return response


@public
@require_POST
def answer_entry(request: Visit, code: str) -> HttpResponse:
    """Cannot come; takes the place that was offered, or does not; this one date."""
    row = entry_by_code(request.community, code)
    do, by = request.POST.get("do", ""), request.actor.bearing(row.pk)
    if do in ANSWERS:
        act, said = ANSWERS[do]
        act(row, by=by, at=timezone.now())
    elif do in ONE_DATE:
        act, said = ONE_DATE[do]
        act(row, occasion=_date_of(row, request.POST.get("date", "")), by=by, at=timezone.now())
    else:
        raise Http404
    messages.success(request, said)
    return redirect("signup:entry", request.community.code, row.code)


def _date_of(row: SignUp, number: str) -> Occasion:
    sound = number.isdecimal() and len(number) < MOST_DIGITS
    rows = row.sheet.occasions.filter(number=int(number) if sound else 0)
    found = rows.first()
    if found is None:
        raise Http404
    return found
