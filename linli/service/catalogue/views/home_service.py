"""办理上门 for residents: whom one's door turns to, asking for a visit, one's own visits."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.audit.door import Replayed, may
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.mechanisms.flow.queries import timeline
from linli.service.catalogue.actions import home_service as actions
from linli.service.catalogue.actions.guides import rate_guide
from linli.service.catalogue.flows import HOME_SERVICE, WAITING
from linli.service.catalogue.forms.guides import MarkForm
from linli.service.catalogue.forms.home_service import AskForm
from linli.service.catalogue.models import HomeService
from linli.service.catalogue.queries import home_service as queries
from linli.service.catalogue.queries.guides import coming_home
from linli.service.catalogue.queries.network import (
    channel_of,
    channels_of,
    disability_liaison,
)

MOVES = {
    "confirm": (actions.confirm_home_service, gettext_lazy("说定了。")),
    "withdraw": (actions.withdraw_home_service, gettext_lazy("已取消，写的内容已清除。")),
}


@signed_in
@require_safe
def contact(request: Visit) -> HttpResponse:
    """Whom one's own door turns to, and who stands in."""
    on = timezone.localdate()
    homes = list(Place.objects.filter(community=request.community, pk__in=request.actor.dwellings))
    channels = channels_of(request.community.pk, homes, on)
    context = {
        "homes": [(home, channels[home.pk]) for home in homes],
        "anybody": channel_of(request.community, on),
        "liaison": disability_liaison(request.community, on),
    }
    return _private(answer(request, "catalogue/home/contact.html", context))


@signed_in
@require_safe
def mine(request: Visit) -> HttpResponse:
    """One's own visits, and those one asked for."""
    rows = list(queries.own_requests(request.actor, request.community)[:60])
    titles = queries.titles_of(request.community, rows)
    context = {"rows": [(row, titles.get(row.guide_id, "")) for row in rows]}
    return _private(answer(request, "catalogue/home/mine.html", context))


@signed_in
def ask(request: Visit) -> HttpResponse:
    """Asks for a visit, for oneself or for whom one may act for."""
    at = timezone.now()
    people = queries.people_of(request.actor, request.community, timezone.localdate(at))
    return ask_page(request, people, "catalogue/home/ask.html", "catalogue:my_home_service",
                    "subject")  # fmt: skip


def ask_page(
    request: Visit, people: list[Person], template: str, then: str, named: str
) -> HttpResponse:
    """The form, and the visit it makes; shared with the desk."""
    at = timezone.now()
    offers = coming_home(request.community, at)
    begin = {"person": str(people[0].pk) if people else "", "guide": _asked_guide(request, offers)}
    given = request.POST if "wanted" in request.POST or "once" in request.POST else None
    form = AskForm(given, offers=offers, people=people, initial=begin)
    if form.is_bound and form.is_valid():
        key = _asked(request, form.cleaned_data, offers, people)
        messages.success(request, _("收到了，会有人和您约时间。"))
        here: dict[str, Any] = {"community_code": request.community.code, named: key}
        return redirect(reverse(then, kwargs=here))
    context = {"form": form, "people": people, "offers": offers}
    return _private(answer(request, template, context, status=422 if form.is_bound else 200))


@signed_in
@require_safe
def own(request: Visit, subject: UUID) -> HttpResponse:
    """One visit: who answers for it, when somebody comes, what happened."""
    row = _own(request, subject)
    at = timezone.now()
    clock = next((c for c in clocks_of(row, "promise") if c.is_open), None)
    context = {
        "row": row,
        "title": queries.titles_of(request.community, [row]).get(row.guide_id, ""),
        "channel": channel_of(row.dwelling or request.community, timezone.localdate(at)),
        "entries": timeline(HOME_SERVICE, row, public=True),
        "deadline": deadline_of(clock, work_calendar(row.community_id), at) if clock else None,
        "waiting": row.state in WAITING,
        "mark_form": MarkForm() if row.state == "done" and not row.rated else None,
        "given_up": _why(row) if row.state == "could_not" else None,
    }
    return _private(answer(request, "catalogue/home/own.html", context))


@signed_in
@require_POST
def take_move(request: Visit, subject: UUID, move: str) -> HttpResponse:
    """The time suits, or it is needed no longer."""
    row = _own(request, subject)
    if move not in MOVES:
        raise Http404
    act, done = MOVES[move]
    seen = request.POST.get("seen", "")
    act(row, seen=int(seen) if seen.isdigit() else None, by=request.actor, at=timezone.now())
    messages.success(request, done)
    return redirect("catalogue:my_home_services", community_code=request.community.code)


@signed_in
@require_POST
def rate(request: Visit, subject: UUID) -> HttpResponse:
    """One mark: neither the book nor the sum says whose."""
    row = _own(request, subject)
    form = MarkForm(request.POST)
    if form.is_valid():
        rate_guide(row, mark=form.cleaned_data["mark"], by=request.actor, at=timezone.now())
        messages.success(request, _("谢谢。只记入总数，不记是谁评的。"))
    else:
        messages.error(request, _("请选一个再交。"))
    return redirect(
        "catalogue:my_home_service", community_code=request.community.code, subject=row.pk
    )


def _asked(request: Visit, said: dict[str, Any], offers: list[Any], people: list[Person]) -> UUID:
    """Asks for it, once however often it was pressed; the id of the visit."""
    guide = next(e.version.guide for e in offers if str(e.version.guide_id) == said["guide"])
    person = next(each for each in people if str(each.pk) == said["person"])
    try:
        made = actions.ask_home_service(
            request.community,
            guide=guide,
            person=person,
            wanted=said["wanted"],
            words=said["words"],
            by=request.actor,
            at=timezone.now(),
            once=said["once"],
        )
        return made.pk
    except Replayed as replayed:
        return replayed.subject or person.pk


def _why(row: HomeService) -> Any:
    step = row.steps.filter(move="give_up").order_by("-version").first()
    return (step.reason, step.given.get("way_on", "")) if step else None


def _own(request: Visit, subject: UUID) -> HomeService:
    row = queries.request_for(request.actor, request.community, subject)
    if not may("catalogue.rate_guide", request.actor, row):
        raise Http404  # the desk has a page of its own
    return row


def _asked_guide(request: Visit, offers: list[Any]) -> str:
    key = request.GET.get("guide", "")
    return next((str(e.version.guide_id) for e in offers if e.key == key), "")


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
