"""Visits as the visitor meets them: one's own day, one visit, the search for whoever did not open.

A visitor need not handle the case: they see whom they visit, where, and what the elder wants.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views import proving
from linli.core.access.views.proving import proved
from linli.core.audit.door import may, record_opening
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.pages.steps import StepForm
from linli.core.places.laid_down import floor_laid_down
from linli.lib.numbers import share_told
from linli.mechanisms.flow.queries import timeline
from linli.mechanisms.rounds import actions as rounds
from linli.mechanisms.rounds.declaration import StopGiven
from linli.service.casework.actions import care as actions
from linli.service.casework.actions.cases import told_person
from linli.service.casework.flows import VISIT
from linli.service.casework.forms import care as forms
from linli.service.casework.models import CarePlan, CareVisit
from linli.service.casework.models.care import STEPS
from linli.service.casework.queries import care as queries
from linli.service.casework.queries.arranged import contacts_of
from linli.service.casework.rounds import KIND
from linli.service.casework.rules import care as rules
from linli.service.casework.views.care import wishes_of
from linli.service.casework.views.gate import unkept


@needs("casework.see_visits")
@require_safe
def day(request: Visit) -> HttpResponse:
    """Whom one visits today, and whom one looks for."""
    today = timezone.localdate()
    context = {
        "lines": queries.day_list(request.actor, request.community, today),
        # A browser this account has not proved itself with sees neither name nor home.
        "named": proving.device_is_known(request, today),
        "along": bool(queries.may_go_along(request.actor, request.community, today)),
        "share": _share(request.community, today),
    }
    return unkept(answer(request, "casework/care/day.html", context))


@needs("casework.see_visits")
@proved
def take_along(request: Visit) -> HttpResponse:
    """Today's visits on a telephone without a network: picked each time, doors and no names. Homes
    are listed here, so a browser that is not known signs in afresh first."""
    today = timezone.localdate()
    offered = queries.may_go_along(request.actor, request.community, today)
    form = forms.AlongForm(
        sent(request), visits=[(str(visit.pk), home) for visit, _door, home in offered]
    )

    return unkept(
        step(
            request,
            form,
            lambda given: _plan_round(
                request, [each for each in offered if str(each[0].pk) in given["visits"]]
            ),
            title=_("没有网络也能带着"),
            done=_("排好了，请在“走访”里带到手机上，回来交回。"),
            back=reverse("casework:care_day", args=[request.community.code]),
            note=_("只有老人同意离线携带的。手机里只有门牌和结果，没有姓名；交回后清除。"),
        )
    )


@needs("casework.see_visits")
@proved
@require_safe
def show(request: Visit, visit_id: UUID) -> HttpResponse:
    """One visit: whom, where, what is wanted, what comes next. Each look is in the book."""
    visit = _load(request, visit_id)
    case, today = visit.case, timezone.localdate()
    handles = may("casework.tend", request.actor, case)
    _write_look(request, visit)
    homes = queries.homes_of(request.community, [case.person_id], today)
    tries = list(visit.tries.all())
    context = {
        "visit": visit,
        "handles": handles,
        "words": visit.words if handles or _is_theirs(request, visit) else "",
        "name": queries.name_of(case),
        "home": homes.get(case.person_id, ""),
        "visitor": visit.visitor.label if visit.visitor else "",
        "wishes": wishes_of(visit.plan),
        "tries": tries,
        "steps": _steps(visit, [one.step for one in tries]),
        "entries": timeline(VISIT, visit, public=False),
    }
    return unkept(answer(request, "casework/care/visit.html", context))


@needs("casework.see_visits")
@proved
def record(request: Visit, visit_id: UUID) -> HttpResponse:
    """What came of it."""
    visit = _load(request, visit_id)
    return _step(
        request,
        visit,
        forms.OutcomeForm(sent(request), row=visit),
        actions.record_visit,
        title=_("记下结果"),
        done=_("记下了。"),
    )


@needs("casework.see_visits")
@proved
def decline(request: Visit, visit_id: UUID) -> HttpResponse:
    """The elder was reached and does not want this visit: that is respected at once."""
    visit = _load(request, visit_id)
    return _step(
        request,
        visit,
        StepForm(sent(request), row=visit),
        lambda case, **given: actions.record_visit(case, outcome=rules.REFUSED, **given),
        title=_("老人这次不要来"),
        done=_("照老人说的办，这次不去了。"),
    )


@needs("casework.see_visits")
@proved
def try_to_reach(request: Visit, visit_id: UUID, way: str) -> HttpResponse:
    """One step of the search, with the number to call: only of a step that is open now. What is
    entered too late the act refuses with its reason, and no number is shown."""
    visit, titles = _load(request, visit_id), dict(STEPS)
    taken = list(visit.tries.values_list("step", flat=True))
    numbers = {one: number for one, _title, number in _steps(visit, taken)}
    if way not in titles or (way not in numbers and request.method != "POST"):
        raise Http404
    if way in numbers:
        _write_look(request, visit)
    return _step(
        request,
        visit,
        forms.TryForm(sent(request), row=visit),
        lambda case, **given: actions.try_to_reach(case, step=way, **given),
        title=titles[way],
        done=_("记下了。"),
        note=numbers.get(way, ""),
    )


@needs("casework.see_visits")
@proved
def call_off(request: Visit, visit_id: UUID) -> HttpResponse:
    """The visit is off."""
    visit = _load(request, visit_id)
    return _step(
        request,
        visit,
        StepForm(sent(request), row=visit),
        actions.call_off_visit,
        title=_("取消这次"),
        done=_("取消了。"),
    )


def _plan_round(request: Visit, picked: list[tuple[CareVisit, UUID, str]]) -> object:
    """A round of those visits for today: the doors and no person, carried by who picked them."""
    return rounds.plan(
        request.community,
        kind=KIND,
        day=timezone.localdate(),
        stops=[StopGiven(place=door, ref=visit.pk) for visit, door, _home in picked],
        carriers=[request.actor.account],
        by=request.actor,
        at=timezone.now(),
    )


def _write_look(request: Visit, visit: CareVisit) -> None:
    """What stands on a visit's page was looked at: it is in the book the elder can read."""
    about = told_person(visit.case)
    record_opening("casework.open_visit", request.actor, visit.case, at=timezone.now(), about=about)


def _is_theirs(request: Visit, visit: CareVisit) -> bool:
    """Whether it is the reader who goes, or went."""
    return visit.visitor is not None and visit.visitor.account_id == request.actor.account


def _load(request: Visit, visit_id: UUID) -> CareVisit:
    return queries.visit_for(request.actor, request.community, visit_id)


def _step(
    request: Visit,
    visit: CareVisit,
    form: Any,
    act: Callable[..., Any],
    *,
    title: Any,
    done: Any,
    note: Any = "",
) -> HttpResponse:
    back = reverse("casework:care_visit", args=[request.community.code, visit.pk])
    return unkept(
        step(
            request,
            form,
            lambda given: act(
                visit.case, visit=visit, by=request.actor, at=timezone.now(), **given
            ),
            title=title,
            done=done,
            back=back,
            note=note,
        )
    )


def _steps(visit: CareVisit, taken: list[str]) -> list[tuple[str, Any, str]]:
    if visit.state != "searching":
        return []
    plan, titles = visit.plan, dict(STEPS)
    contacts = contacts_of(plan)
    offered = rules.open_steps(taken, contacts=len(contacts), has_key=plan.has_key)
    turn = taken.count(rules.CONTACT)
    called = contacts[turn].called if turn < len(contacts) else ""
    return [(one, titles[one], _number(plan, one, called)) for one in offered]


def _number(plan: CarePlan, way: str, contact: str) -> str:
    """Whom to call for a step: the name and the number the elder gave; of several contacts the
    one whose turn it is."""
    return {
        rules.PHONE: plan.phone,
        rules.CONTACT: contact,
        rules.NEIGHBOUR: f"{plan.key_name} {plan.key_phone}",
        rules.POLICE: "110",
    }.get(way, "")


def _share(community: Any, today: Any) -> str:
    """How many of the plans of the month that is over were visited: a count from the floor on,
    never a name. Of the running month nothing, or each day could be reckoned from the last."""
    last = rules.day_before(today.replace(day=1))
    visited, due = queries.visited_in_month(community, last.replace(day=1), last)
    if not share_told(visited, due, floor_laid_down(community, last)):
        return ""
    return ngettext(
        "%(due)s 位里探访了 %(visited)s 位。", "%(due)s 位里探访了 %(visited)s 位。", due
    ) % {"due": due, "visited": visited}
