"""Registration and the roll at the desk: whom the roster suggests, who applied, the list."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.people.models import Person
from linli.governance.elections import actions
from linli.governance.elections.actions.registering import persons_of
from linli.governance.elections.forms import registering as forms
from linli.governance.elections.models import Election, Registration
from linli.governance.elections.queries.elections import (
    election_at_desk,
    registration_counts,
    registration_in,
    registrations_waiting,
)
from linli.governance.elections.queries.proposing import by_id, proposals, shown
from linli.governance.elections.queries.standing import (
    ground_by_roster,
    household_of,
    registration_of,
)
from linli.governance.elections.views.finding import searched
from linli.governance.elections.views.plans import step_page


@needs("elections.see_desk")
def registration(request: Visit, election_id: UUID) -> HttpResponse:
    """What waits, whom to ask next, and how many there are."""
    election = election_at_desk(request.actor, request.community, election_id)
    context = {**_registration(request, election), **searched(request)}
    return answer(request, "elections/registration.html", context)


@needs("elections.help")
@require_POST
def register_several(request: Visit, election_id: UUID) -> HttpResponse:
    """Those ticked, whom the worker has asked."""
    election = election_at_desk(request.actor, request.community, election_id)
    persons = persons_of(election, [key for key in map(_key, request.POST.getlist("ids")) if key])
    if persons:
        way = "visit" if request.POST.get("way") == "visit" else "desk"
        number = actions.register_many(
            election, persons=persons, way=way, by=request.actor, at=timezone.now()
        )
        told = ngettext("登记了 %(n)d 人。", "登记了 %(n)d 人。", number) % {"n": number}
        messages.success(request, told)
    else:
        messages.error(request, _("还没有勾选人。"))
    return _to_registration(election)


@needs("elections.help")
def register_one(request: Visit, election_id: UUID, person_id: UUID) -> HttpResponse:
    """One person, with the ground and the paper."""
    election = election_at_desk(request.actor, request.community, election_id)
    person = _person(request, person_id)
    ground = ground_by_roster(person, election.day)
    form = forms.RegisterForm(request.POST or None, initial={"ground": ground})
    if request.method == "POST" and form.is_valid():
        home = household_of(election, person)
        made = actions.register(
            election, person=person, household=home, **form.cleaned_data, **_now(request)
        )
        tell_registered(request, made.state)
        return _to_registration(election)
    context = {
        "election": election,
        "form": form,
        "hit": shown(request.community, [person], election.day)[0],
        "earlier": registration_of(election, person.pk),
        "ground": ground,
    }
    status = 422 if form.is_bound else 200
    return answer(request, "elections/register_one.html", context, status=status)


@needs("elections.run")
def confirm(request: Visit, election_id: UUID, registration_id: UUID) -> HttpResponse:
    """The committee has looked, and confirms."""
    election = election_at_desk(request.actor, request.community, election_id)
    row = registration_in(election, registration_id)
    form = forms.ConfirmForm(request.POST or None, initial={"paper": row.paper})
    if request.method == "POST" and form.is_valid():
        actions.confirm_registration(
            election,
            registration=row,
            paper=form.cleaned_data["paper"],
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("已确认。"))
        return _to_registration(election)
    lead = _claimed(_who(request, election, row.person), row)
    return step_page(request, election, form, _("确认登记"), _("确认"), lead=lead)


@needs("elections.run")
def refuse(request: Visit, election_id: UUID, registration_id: UUID) -> HttpResponse:
    """The committee does not register, and says why."""
    election = election_at_desk(request.actor, request.community, election_id)
    row = registration_in(election, registration_id)
    form = forms.RefuseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.refuse_registration(
            election,
            registration=row,
            reason=form.cleaned_data["reason"],
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("已告知本人。"))
        return _to_registration(election)
    lead = _who(request, election, row.person)
    return step_page(request, election, form, _("不予登记"), _("不予登记"), lead=lead, danger=True)


@needs("elections.help")
@require_POST
def withdraw(request: Visit, election_id: UUID, person_id: UUID) -> HttpResponse:
    """Somebody told the desk that they will not take part."""
    election = election_at_desk(request.actor, request.community, election_id)
    row = registration_of(election, person_id)
    if row is None:
        raise Http404
    actions.withdraw_registration(election, registration=row, by=request.actor, at=timezone.now())
    messages.success(request, _("已撤回登记。"))
    return _to_registration(election)


def tell_registered(request: Visit, state: str) -> None:
    """Says whether somebody is registered, or has applied and is looked at."""
    if state == "registered":
        messages.success(request, _("登记好了。"))
    else:
        messages.success(request, _("收到了，等选举委员会确认。"))


def _registration(request: Visit, election: Election) -> dict[str, Any]:
    waiting = list(registrations_waiting(election)[:100])
    hits = by_id(shown(request.community, [row.person for row in waiting], election.day))
    after = request.GET.get("after", "")
    listed = proposals(election, after=after) if _open(election) else []
    last = listed[-1].hit.who if len(listed) == 40 else None
    return {
        "election": election,
        "counts": registration_counts(election),
        "waiting": [{"row": row, "hit": hits[row.person_id]} for row in waiting],
        "proposals": listed,
        "after": f"{last.name}_{last.person}" if last else "",
        "may_help": may("elections.help", request.actor, election),
        "may_run": may("elections.run", request.actor, election),
    }


def _open(election: Election) -> bool:
    return election.state == "registering" and election.mode != "representatives"


def _who(request: Visit, election: Election, person: Person) -> str:
    hit = shown(request.community, [person], election.day)[0]
    return f"{hit.who.name} {hit.who.address}".strip()


def _claimed(who: str, row: Registration) -> str:
    """What is to be looked at: the ground, and since when a community worker works here."""
    if row.worker_since is None:
        return _("%(who)s：%(ground)s。") % {"who": who, "ground": row.get_ground_display()}
    return _("%(who)s：%(ground)s，自%(since)s起。") % {
        "who": who,
        "ground": row.get_ground_display(),
        "since": date_format(row.worker_since),
    }


def _person(request: Visit, person_id: UUID) -> Person:
    found = Person.objects.filter(
        community=request.community, pk=person_id, forgotten_at__isnull=True
    ).first()
    if found is None:
        raise Http404
    return found


def _now(request: Visit) -> dict[str, Any]:
    return {"by": request.actor, "at": timezone.now()}


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _to_registration(election: Election) -> HttpResponse:
    return redirect(
        "elections:registration", community_code=election.community.code, election_id=election.pk
    )
