"""Who sits on the residents' committee: for everybody, and the register at the desk."""

from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs, public
from linli.core.audit.door import Replayed, may
from linli.core.audit.queries import entries_of
from linli.core.pages.answer import answer
from linli.core.people.choosing import FindForm
from linli.governance.elections.actions import Plan, plan, sitting as acts
from linli.governance.elections.forms.sitting import ByElectionForm, EndForm, EnterForm
from linli.governance.elections.models import OFFICES, Membership
from linli.governance.elections.queries import sitting
from linli.governance.elections.queries.recalls import recalls_of

# Why a term ended is told to everybody where a meeting or a vote decided it in the open; what lies
# in a person's health, sentence or death is not.
TOLD_TO_ALL = ("term", "resigned", "recalled", "appraisal")


@public
def show(request: Visit) -> HttpResponse:
    """Who sits on the committee, from when to when, and who did before."""
    on = timezone.localdate()
    now = [_shown(seat) for seat in sitting.committee_on(request.community, on)]
    before = [_shown(seat) for seat in sitting.former_members(request.community, on)]
    context = {"now": now, "before": before, "vacant": _vacant(request.community, on), "on": on}
    data = {"on": on, "members": now, "former": before}
    return answer(request, "elections/members.html", context, json=data)


@needs("elections.see_desk")
def register(request: Visit) -> HttpResponse:
    """The register at the desk: who sits, who left, what is vacant."""
    on = timezone.localdate()
    context = {
        "seats": list(sitting.committee_on(request.community, on)),
        "former": list(sitting.former_members(request.community, on)),
        "vacant": _vacant(request.community, on),
        "keeps": may("elections.keep_terms", request.actor, request.community),
        "plans": may("elections.plan", request.actor, request.community),
    }
    return answer(request, "elections/register.html", context)


@needs("elections.see_desk")
def show_one(request: Visit, membership_id: UUID) -> HttpResponse:
    """One seat: the term, how it ended if it did, and what may be done."""
    seat = sitting.membership_for(request.actor, request.community, membership_id)
    context = {
        "seat": seat,
        "recalls": list(recalls_of(seat)),
        "book": entries_of(seat.pk),
        "keeps": may("elections.keep_terms", request.actor, seat) and seat.until is None,
        "asks": may("elections.enter_for_others", request.actor, seat) and seat.until is None,
    }
    return answer(request, "elections/member.html", context)


@needs("elections.keep_terms")
def enter(request: Visit) -> HttpResponse:
    """Enters somebody who sat before the register was kept here: found in the roster, ticked."""
    words, on = request.POST.get("q", "").strip(), timezone.localdate()
    sent = request.POST if request.method == "POST" and "find" not in request.POST else None
    form = EnterForm(sent, community=request.community, words=words, on=on)
    if form.is_valid():
        given = form.cleaned_data
        once = given.pop("once")
        with suppress(Replayed):
            acts.enter_member(
                request.community, by=request.actor, at=timezone.now(), once=once, **given
            )
        messages.success(request, _("已登记。"))
        return redirect("elections:register_of_members", community_code=request.community.code)
    find = FindForm({"q": words} if request.method == "POST" else None)
    context = {"find": find, "form": form, "words": words, "searched": request.method == "POST"}
    return answer(
        request, "elections/enter_member.html", context, status=422 if form.is_bound else 200
    )


@needs("elections.keep_terms")
def end(request: Visit, membership_id: UUID) -> HttpResponse:
    """Records that a term ended before its time."""
    seat = sitting.membership_for(request.actor, request.community, membership_id)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        acts.end_term(seat, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已登记职务终止。"))
        return redirect(
            "elections:member", community_code=request.community.code, membership_id=seat.pk
        )
    context = {"seat": seat, "form": form}
    return answer(request, "elections/end_term.html", context, status=422 if form.is_bound else 200)


@needs("elections.plan")
def call_by_election(request: Visit) -> HttpResponse:
    """Begins a by-election for the seats that are vacant."""
    vacant = sitting.vacancies(request.community, timezone.localdate())
    start = {"title": _("%(place)s居委会补选") % {"place": request.community.name}}
    form = ByElectionForm(request.POST or None, vacant=vacant, initial=start)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with suppress(Replayed):
            plan(
                request.community,
                plan=Plan(
                    kind="by_election",
                    title=given["title"],
                    day=given["day"],
                    seats=list(form.seats().items()),
                ),
                by=request.actor,
                at=timezone.now(),
                once=given["once"],
            )
        messages.success(request, _("补选开始筹备，接着产生选举委员会、登记选民。"))
        return redirect("elections:register_of_members", community_code=request.community.code)
    context = {"form": form, "vacant": vacant}
    return answer(
        request, "elections/by_election.html", context, status=422 if form.is_bound else 200
    )


def _shown(seat: Membership) -> dict[str, Any]:
    """A seat as everybody may see it: an office held in public, and nothing else of the person."""
    why = seat.get_ended_for_display() if seat.ended_for in TOLD_TO_ALL else ""
    return {
        "name": seat.name,
        "office": str(seat.get_office_display()),
        "since": seat.since,
        "term_ends": seat.term_ends,
        "until": seat.until,
        "ended_for": str(why),
        "election": seat.round.election.title if seat.round else "",
    }


def _vacant(community: Any, on: date) -> list[tuple[str, str, int]]:
    titles = dict(OFFICES)
    return [
        (office, str(titles[office]), number)
        for office, number in sitting.vacancies(community, on).items()
    ]
