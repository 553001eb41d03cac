"""The worker's reminder list of the month: who wished a call, and how it went; setting one at
somebody's wish; the counts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views.proving import proved
from linli.core.audit.door import Replayed, may, record_opening, record_openings
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import sent, step
from linli.core.people.choosing import FindForm
from linli.lib.calendar import corresponding_day
from linli.service.catalogue.reminders import actions, forms, queries, rules
from linli.service.catalogue.reminders.models import Reminder
from linli.service.catalogue.reminders.queries import has_account
from linli.service.catalogue.reminders.shown import context_of, lines_of
from linli.service.catalogue.reminders.views.portal import FOLDER, form_page, private

MONTHS = 12


@dataclass(frozen=True)
class Step:
    """One step at the desk: its words, and the act with the row, the form and what was given."""

    title: Any
    act: Callable[[Reminder, Any, dict[str, Any], dict[str, Any]], object]


STEPS = {
    "done": Step(
        gettext_lazy("本人说办好了"),
        lambda row, form, given, by: actions.finish_reminder(row, **given, **by),
    ),
    "change": Step(
        gettext_lazy("照本人的意思改"),
        lambda row, form, given, by: actions.change_reminder(
            row, wanted=form.wanted(row.kind), **by
        ),
    ),
    "pause": Step(
        gettext_lazy("先停着"),
        lambda row, form, given, by: (
            actions.resume_reminder if row.paused else actions.pause_reminder
        )(row, **by),
    ),
    "delete": Step(
        gettext_lazy("本人不要了，删除"),
        lambda row, form, given, by: actions.delete_reminder(row, **by),
    ),
}


@needs("catalogue.see_reminders")
@proved
@require_safe
def month(request: Visit) -> HttpResponse:
    """Whom to ring this month or in one of the next eleven. That they stood on a list that was
    looked at is written down, where each can read it."""
    community, at = request.community, timezone.now()
    on = timezone.localdate(at)
    this, _last = rules.month_of(on)
    months = [corresponding_day(this, ahead) for ahead in range(MONTHS)]
    form = forms.MonthForm(request.GET if "month" in request.GET else {"month": f"{on:%Y-%m}"})
    form.offer(months)
    asked = form.cleaned_data["month"] if form.is_valid() else f"{on:%Y-%m}"
    first, last = rules.month_of(date.fromisoformat(f"{asked}-01"))
    rows = queries.list_of_month(request.actor, community, first, last)
    persons = list({row.person_id: row.person for row in rows}.values())
    look = "catalogue.look_at_reminders"
    record_openings(look, request.actor, persons, at=at, note={}, closed=True)
    context = {
        "form": form,
        "lines": lines_of(rows, community, on),
        "first": first,
        "this_month": first == this,
        "tabs": tabs_of(request, "reminders"),
    }
    return private(answer(request, f"{FOLDER}/list.html", context))


@needs("catalogue.set_reminder_for")
@proved
def new(request: Visit) -> HttpResponse:
    """Sets one at somebody's wish, who is here or on the telephone."""
    community, at = request.community, timezone.now()
    words = request.POST.get("q", "")
    form = forms.SetForForm(request.POST if "kind" in request.POST else None, initial={"q": words})
    persons: Any = form.fields["person"]
    found = persons.offer(community, words, timezone.localdate(at))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.set_reminder_for(
                community, person=given["person"], wanted=form.wanted(given["kind"]),
                agreed=given["agreed"], by=request.actor, at=at, once=given["once"],
            )  # fmt: skip
        except Replayed:
            return _all(request)
        messages.success(request, _("设好了。"))
        return _shown_after(request, made)
    context = {"form": form, "find": FindForm({"q": words} if words else None), "found": found}
    return form_page(request, "new.html", context)


@needs("catalogue.see_reminders")
@proved
@require_safe
def show(request: Visit, reminder: UUID) -> HttpResponse:
    """One of the list: whom to ring, under which number, what to say."""
    row, at = _one(request, reminder), timezone.now()
    record_opening("catalogue.look_at_reminder", request.actor, row, at=at, about=row.person_id)
    context = {**context_of(row, timezone.localdate(at)), "own_note": has_account(row.person)}
    return private(answer(request, f"{FOLDER}/one.html", context))


@needs("catalogue.see_reminders")
@proved
@require_POST
def called(request: Visit, reminder: UUID) -> HttpResponse:
    """Rang: reached, or nobody answered."""
    row, reached = _one(request, reminder), request.POST.get("reached") == "yes"
    actions.record_call(row, reached=reached, by=request.actor, at=timezone.now())
    messages.success(request, _("打通了，记下了。") if reached else _("没人接，留在名单上再打。"))
    return _all(request)


@needs("catalogue.see_reminders")
@proved
def take_step(request: Visit, reminder: UUID, name: str) -> HttpResponse:
    """Done, changed, paused or taken back at the person's wish."""
    row, at = _one(request, reminder), timezone.now()
    if name not in STEPS:
        raise Http404
    given_form, form = STEPS[name], _form_of(request, row, name)
    if not form.is_bound:  # what is drawn is what the row says
        look = "catalogue.look_at_reminder"
        record_opening(look, request.actor, row, at=at, about=row.person_id)
    title = _("恢复提醒") if name == "pause" and row.paused else given_form.title
    here = {"community_code": request.community.code}
    back = reverse("catalogue:reminder", kwargs={**here, "reminder": row.pk})
    if form.is_bound:  # it may be gone
        back = reverse("catalogue:reminder_list", kwargs=here)
    note = f"{row.person.name} · {row.of.name}"

    def carry(given: dict[str, Any]) -> object:
        return given_form.act(row, form, given, {"by": request.actor, "at": at})

    return private(
        step(request, form, carry, title=title, done=_("记下了。"), back=back, note=note)
    )


@needs("catalogue.see_reminder_counts")
@require_safe
def counts(request: Visit) -> HttpResponse:
    """How many of whole years that are over, by kind; what is under the floor is not shown."""
    years = [
        (
            year,
            queries.counts_of(request.community, year),
            queries.welcomed_of(request.community, year),
        )
        for year in queries.counted_years(timezone.localdate())
    ]
    return answer(request, f"{FOLDER}/counts.html", {"years": years})


def tabs_of(request: Visit, current: str) -> list[Tab]:
    """The two lists."""
    here = {"community_code": request.community.code}
    tabs = [
        Tab(
            _("打电话提醒"), reverse("catalogue:reminder_list", kwargs=here), current == "reminders"
        ),
        Tab(_("服务卡"), reverse("catalogue:cards", kwargs=here), current == "cards"),
    ]
    if may("catalogue.see_reminder_counts", request.actor, request.community):
        tabs.append(Tab(_("件数"), reverse("catalogue:reminder_counts", kwargs=here)))
    return tabs


def _form_of(request: Visit, row: Reminder, name: str) -> Any:
    if name == "done":
        return forms.DoneForm(sent(request), row=row, on=timezone.localdate())
    if name == "change":
        return forms.ChangeForm(sent(request), row=row, desk=True)
    return forms.NothingForm(sent(request))


def _one(request: Visit, reminder: UUID) -> Reminder:
    return queries.for_worker(request.actor, request.community, reminder)


def _shown_after(request: Visit, row: Reminder) -> HttpResponse:
    seen = queries.for_workers(request.actor, request.community).filter(pk=row.pk).exists()
    if not seen:
        return _all(request)  # told by the inbox alone: a worker sees it no more
    code = request.community.code
    return redirect("catalogue:reminder", community_code=code, reminder=row.pk)


def _all(request: Visit) -> HttpResponse:
    return redirect("catalogue:reminder_list", community_code=request.community.code)
