"""The desk of lost and found: what waits, one thing with what is sealed of it, what is missed."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import record_opening
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.stepping import carry, sent, step
from linli.lib.calendar import local_day
from linli.safety.hazards import rules
from linli.safety.hazards.actions import found
from linli.safety.hazards.forms import standing as forms
from linli.safety.hazards.law import months_to_claim
from linli.safety.hazards.models import FoundThing, LostReport
from linli.safety.hazards.queries import standing as queries
from linli.safety.hazards.views.sending import desk_tabs, here, sure
from linli.safety.hazards.views.standing_desk import new_row

A_PAGE = 30


@needs("hazards.keep_found")
@require_safe
def show_found(request: Visit) -> HttpResponse:
    """Lost and found at the desk: what waits, what ended of late, what is missed. What is sealed
    of it stands on the page of one thing."""
    after = request.GET.get("after", "")
    lost = page_of(
        queries.lost_open(request.community), "reported_at", after, newest=True, size=A_PAGE
    )
    context = {
        "rows": queries.found_things(request.community),
        "over": queries.found_over(request.community),
        "lost": lost,
        "today": local_day(timezone.now()),
        "tabs": desk_tabs(request, "found_desk"),
    }
    return answer(request, "hazards/desk/found.html", context)


@needs("hazards.keep_found")
@require_safe
def show_thing(request: Visit, thing_id: UUID) -> HttpResponse:
    """One thing, with what only its owner knows, who found and who fetched it. That it was opened
    is written down."""
    row = queries.one(FoundThing, request.community, thing_id)
    now = timezone.now()
    record_opening("hazards.open_found", request.actor, row, at=now, about=None, number=row.number)
    months = months_to_claim(request.community, row.ended_on or local_day(now))
    context = {
        "row": row,
        "today": local_day(now),
        "months": months,
        "claimed_until": rules.claimed_until(row.ended_on, months) if row.ended_on else None,
    }
    return answer(request, "hazards/desk/thing.html", context)


@needs("hazards.keep_found")
@require_safe
def show_lost(request: Visit, lost_id: UUID) -> HttpResponse:
    """What somebody misses, with how to reach them. That it was opened is written down."""
    row = queries.one(LostReport, request.community, lost_id)
    record_opening("hazards.open_lost", request.actor, row, at=timezone.now(), about=None)
    return answer(request, "hazards/desk/lost.html", {"row": row})


@needs("hazards.keep_found")
def take_in(request: Visit) -> HttpResponse:
    """Somebody brought a thing."""
    initial = {"found_on": local_day(timezone.now())}
    form = forms.FoundForm(sent(request), initial=initial)
    return new_row(request, form, found.take_in_found, _("收下拾得物"), "found_desk")


@needs("hazards.keep_found")
def give_back(request: Visit, thing_id: UUID) -> HttpResponse:
    """Its owner fetches it; the slip follows."""
    row = queries.one(FoundThing, request.community, thing_id)
    form = forms.GiveBackForm(sent(request), row=row)
    return _seen(request, row, form, found.give_back_found, _("失主领回"), ("claimant", "proof"))


@needs("hazards.keep_found")
def pass_on(request: Visit, thing_id: UUID) -> HttpResponse:
    """To the police."""
    row = queries.one(FoundThing, request.community, thing_id)
    form = forms.PassOnForm(sent(request), row=row)
    return _seen(request, row, form, found.pass_on_found, _("送交公安机关"), ("paper",))


@needs("hazards.keep_found")
@require_safe
def slip(request: Visit, thing_id: UUID) -> HttpResponse:
    """The slip that goes along when a thing is handed over; names are written on it by hand."""
    row = queries.one(FoundThing, request.community, thing_id)
    return answer(request, "hazards/desk/slip.html", {"row": row})


@needs("hazards.keep_found")
def end_lost(request: Visit, lost_id: UUID) -> HttpResponse:
    """It is not looked for any more."""
    row = queries.one(LostReport, request.community, lost_id)
    return sure(
        request, found.end_lost, row, says=_("了结，清除联系方式"),
        title=_("了结：{thing}").format(thing=row.thing),
        note=_("联系方式马上清除，以后再也联系不到这位居民。"),
        done=_("了结了，联系方式清除了。"), back=here(request, "found_desk"),
    )  # fmt: skip


def _seen(
    request: Visit, row: Any, form: Any, act: Any, title: Any, names: tuple[str, ...]
) -> HttpResponse:
    return step(
        request,
        form,
        lambda said: carry(
            request, act, row, seen=said["seen"], **{name: said[name] for name in names}
        ),
        title=title,
        done=_("记下了。"),
        back=here(request, "slip", row.pk),
    )
