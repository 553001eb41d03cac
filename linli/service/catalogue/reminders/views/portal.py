"""Reminders for residents: what can be reminded of, setting one, one's own."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.people.queries import own_record
from linli.service.catalogue.queries.network import committee_phone
from linli.service.catalogue.reminders import actions, forms, queries
from linli.service.catalogue.reminders.kinds import Kind, kinds
from linli.service.catalogue.reminders.models import Reminder
from linli.service.catalogue.reminders.shown import ask_time_over, context_of, lines_of, tell_kind

FOLDER = "catalogue/reminders"


@public
@require_safe
def start(request: Visit) -> HttpResponse:
    """What can be reminded of; one's own, the soonest first, and who looked at them."""
    community, on = request.community, timezone.localdate()
    person = own_record(request.actor)
    here = person is not None and person.community_id == community.pk
    rows = list(queries.own_reminders(request.actor, community)) if here else []
    held = {row.kind for row in rows}
    context = {
        "lines": lines_of(rows, community, on),
        "kinds": [kind for key, kind in kinds().items() if key not in held],
        "here": here,
        "looks": queries.looks_at(person.pk) if here and person else [],
        "phone": committee_phone(community, on),
    }
    return private(answer(request, f"{FOLDER}/start.html", context))


@signed_in
def write(request: Visit, kind: str) -> HttpResponse:
    """Sets one for oneself."""
    chosen = _kind(kind)
    community, here = request.community, {"community_code": request.community.code}
    if not may("catalogue.set_reminder", request.actor, community):
        return redirect("catalogue:reminders", **here)
    queries.person_here(request.actor, community)
    form = forms.SetForm(sent(request), kind=chosen)
    if not (form.is_bound and form.is_valid()):
        told = tell_kind(chosen, community, timezone.localdate())
        return form_page(request, "write.html", {"form": form, "told": told})
    wanted, once = form.wanted(chosen.key), form.cleaned_data["once"]
    try:
        made = actions.set_reminder(
            community, wanted=wanted, by=request.actor, at=timezone.now(), once=once
        )
    except Replayed as replayed:
        return redirect("catalogue:own_reminder", reminder=replayed.subject, **here)
    if ask_time_over(made, timezone.localdate()):
        messages.warning(request, _("设好了。该提前申请的时间已经过了，现在就去。"))
    else:
        messages.success(request, _("设好了，到时候提醒您。"))
    return redirect("catalogue:own_reminder", reminder=made.pk, **here)


@signed_in
def change(request: Visit, reminder: UUID) -> HttpResponse:
    """One of one's own: when, what to bring, where; and changing it."""
    row = _own(request, reminder)
    form = forms.ChangeForm(sent(request), row=row)
    if form.is_bound and form.is_valid():
        wanted = form.wanted(row.kind)
        actions.change_reminder(row, wanted=wanted, by=request.actor, at=timezone.now())
        messages.success(request, _("改好了。"))
        return redirect(_address(row))
    context = {**context_of(row, timezone.localdate()), "form": form}
    return form_page(request, "own.html", context)


@signed_in
def done(request: Visit, reminder: UUID) -> HttpResponse:
    """It was done: the next time sets itself."""
    row = _own(request, reminder)
    form = forms.DoneForm(sent(request), row=row, on=timezone.localdate())
    here = {"community_code": request.community.code}
    return step(
        request,
        form,
        lambda given: actions.finish_reminder(row, **given, by=request.actor, at=timezone.now()),
        title=_("办好了：{kind}").format(kind=row.of.name),
        done=_("记下了。每年一次的，已经照新的日子设好。"),
        back=reverse("catalogue:reminders", kwargs=here) if form.is_bound else _address(row),
        frame="portal.html",
    )


@signed_in
@require_POST
def switch(request: Visit, reminder: UUID) -> HttpResponse:
    """Pauses it, or lets it go on."""
    row = _own(request, reminder)
    act = actions.resume_reminder if row.paused else actions.pause_reminder
    act(row, by=request.actor, at=timezone.now())
    messages.success(request, _("照您说的改了。"))
    return redirect(_address(row))


@signed_in
@require_POST
def delete(request: Visit, reminder: UUID) -> HttpResponse:
    """Not wished any more: gone at once."""
    actions.delete_reminder(_own(request, reminder), by=request.actor, at=timezone.now())
    messages.success(request, _("删除了。"))
    return redirect("catalogue:reminders", community_code=request.community.code)


def form_page(request: Visit, name: str, context: dict[str, Any]) -> HttpResponse:
    """A page with a form on it, kept by no cache."""
    form: Any = context["form"]
    status = 422 if form.is_bound and form.errors else 200
    return private(answer(request, f"{FOLDER}/{name}", context, status=status))


def private(response: HttpResponse) -> HttpResponse:
    """Kept by no cache."""
    response["Cache-Control"] = "no-store"
    return response


def _own(request: Visit, reminder: UUID) -> Reminder:
    return queries.own_reminder(request.actor, request.community, reminder)


def _kind(key: str) -> Kind:
    if key not in kinds():
        raise Http404
    return kinds()[key]


def _address(row: Reminder) -> str:
    here = {"community_code": row.community.code, "reminder": row.pk}
    return reverse("catalogue:own_reminder", kwargs=here)
