"""The sheet at the desk: who is in, offered, waiting, gone; a name typed in, a name taken off."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.stepping import or_refusal, sent, step
from linli.core.people.choosing import FindForm
from linli.mechanisms.signup import actions, rules
from linli.mechanisms.signup.forms.desk import ReasonForm, TypedForm
from linli.mechanisms.signup.models import SignUp
from linli.mechanisms.signup.queries.coming import attended_at, counts_of
from linli.mechanisms.signup.queries.sheets import (
    PARTS,
    dates_of,
    entry_of,
    entry_once_made,
    pages_of,
    part_of,
    sheet_kept,
    states_of,
)
from linli.mechanisms.signup.views.tabs import desk_of, parts_as_tabs

SAID = {
    rules.IN: gettext_lazy("已登记，报上了。"),
    rules.WAITING: gettext_lazy("已登记，名额满了，排在候补。"),
    rules.APPLIED: gettext_lazy("已登记，等抽签。"),
}


@signed_in
@require_safe
def show(request: Visit, sheet_id: UUID) -> HttpResponse:
    """The sheet as it stands, a part at a time."""
    sheet = sheet_kept(request.actor, request.community, sheet_id)
    part = request.GET.get("part", "in")
    part = part if part in PARTS else "in"
    rows, after = part_of(sheet, part, request.GET.get("after", ""))
    dates = dates_of(sheet)
    attended = attended_at(dates)
    context = {
        "sheet": sheet,
        "part": part,
        "rows": rows,
        "after": after,
        "tabs": parts_as_tabs(sheet, part, states_of(sheet)),
        "counts": counts_of([sheet])[sheet.pk],
        "dates": [(each, attended[each.pk]) for each in dates],
        "taking": rules.is_open(sheet.state, sheet.opens_at, sheet.closes_at, timezone.now()),
        "typed": sheet.state in (rules.OPEN, rules.CLOSED),
        "page": pages_of(sheet)[1],
    }
    return answer(request, "signup/desk.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Visit, sheet_id: UUID) -> HttpResponse:
    """Types in who rang, came, or handed in a form: found in the roster, or by name."""
    sheet = sheet_kept(request.actor, request.community, sheet_id)
    words = " ".join(request.GET.get("q", "").split())
    form = TypedForm(sent(request), sheet=sheet, words=words, on=timezone.localdate())
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            row, refused = or_refusal(request, form, lambda _given: _typed(request, sheet, form))
        except Replayed as again:
            row = entry_once_made(sheet, again.subject)
        if refused is None:
            messages.success(request, SAID.get(row.state, _("已登记。")))
            return redirect(desk_of(sheet))
    context: dict[str, Any] = {
        "sheet": sheet,
        "form": form,
        "find": FindForm(initial={"q": words}),
        "words": words,
        "found": "person" in form.fields,
        "refused": refused,
    }
    status = 409 if refused is not None else 422 if form.is_bound and form.errors else 200
    return answer(request, "signup/add.html", context, status=status)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: Visit, sheet_id: UUID, signup_id: UUID) -> HttpResponse:
    """Takes a name off, with a reason."""
    sheet = sheet_kept(request.actor, request.community, sheet_id)
    row = entry_of(sheet, signup_id)
    return step(
        request,
        ReasonForm(sent(request)),
        lambda given: actions.remove(row, by=request.actor, at=timezone.now(), **given),
        title=_("取消 %(name)s 的报名") % {"name": row.name or row.number},
        note=_("名额会按顺序通知候补的下一位。"),
        done=_("已取消。"),
        back=desk_of(sheet),
        says=_("取消这条报名"),
    )


@signed_in
@require_POST
def answer_for(request: Visit, sheet_id: UUID, signup_id: UUID) -> HttpResponse:
    """Somebody said at the desk whether they want the place, or that they cannot come."""
    sheet = sheet_kept(request.actor, request.community, sheet_id)
    row = entry_of(sheet, signup_id)
    acts = {
        "take": actions.take_offer,
        "decline": actions.decline_offer,
        "leave": actions.leave,
    }
    if request.POST.get("do") not in acts:
        raise Http404
    acts[request.POST["do"]](row, by=request.actor, at=timezone.now())
    messages.success(request, _("已记下 %(name)s 的答复。") % {"name": row.name or row.number})
    return redirect(desk_of(sheet))


def _typed(request: Visit, sheet: Any, form: TypedForm) -> SignUp:
    return actions.sign_up(
        sheet,
        who=form.whom(),
        via=form.cleaned_data["via"],
        seats=form.wanted,
        by=request.actor,
        at=timezone.now(),
        once=form.cleaned_data["once"],
    )
