"""Volunteers for those who keep the list, and each for themselves. The list is read by nobody
else, and its order is that of registration."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.people.rules import age_on
from linli.service.volunteering.models import Receiver, Team, Volunteer
from linli.service.volunteering.rules.fitness import OF_AGE, years_before


def volunteers_for(actor: Actor, community: Any, show: str = "") -> "QuerySet[Volunteer]":
    """Those who are volunteers, for those who keep the list. `show`: `guardian` for those under
    age whose guardian has not agreed, also where nobody said who that is."""
    if not may("volunteering.see_desk", actor, community):
        return Volunteer.objects.none()
    rows = Volunteer.objects.filter(
        community=community, withdrawn_at__isnull=True, person__isnull=False
    )
    if show == "guardian":
        young = Q(person__birth_date__gt=years_before(timezone.localdate(), OF_AGE))
        unsaid = Q(person__birth_date__isnull=True) & ~Q(guardian="")
        rows = rows.filter(young | unsaid, guardian_at__isnull=True)
    return rows.select_related("person", "account", "team")


def waits_for_guardian(volunteer: Volunteer | None) -> bool:
    """Whether somebody under age serves on no shift yet, because no guardian agreed."""
    if volunteer is None or volunteer.guardian_at is not None or volunteer.person is None:
        return False
    born = volunteer.person.birth_date
    if born is None:
        return bool(volunteer.guardian)
    return age_on(born, timezone.localdate()) < OF_AGE


def volunteer_in(community: Any, volunteer_id: UUID) -> Volunteer:
    """One line. Raises Http404."""
    rows = Volunteer.objects.filter(community=community, pk=volunteer_id)
    row = rows.select_related("person", "account", "team", "community").first()
    if row is None:
        raise Http404
    return row


def lock_lines(community: Any, volunteers: Iterable[Volunteer]) -> None:
    """Locks these volunteers, always in the same order: their hours are summed or changed by one
    at a time. Inside a transaction."""
    persons = {each.person_id for each in volunteers if each.person_id is not None}
    rows = Volunteer.objects.select_for_update().filter(community=community, person__in=persons)
    list(rows.order_by("pk").values_list("pk", flat=True))


def name_of(volunteer: Volunteer | Receiver) -> str:
    """The name in the roster; nothing of somebody forgotten."""
    return volunteer.person.name if volunteer.person is not None else ""


def phone_of(volunteer: Volunteer) -> str:
    """Where they can be rung."""
    person, account = volunteer.person, volunteer.account
    told = person.phone if person is not None else ""
    return told or (account.phone if account is not None else "")


def count_volunteers(community: Any) -> int:
    """How many there are."""
    return Volunteer.objects.filter(community=community, withdrawn_at__isnull=True).count()


def teams_in(community: Any) -> "QuerySet[Team]":
    """The teams that stand."""
    rows = Team.objects.filter(community=community, ended_on__isnull=True)
    return rows.select_related("leader__person").order_by("name")


def team_in(community: Any, team_id: UUID) -> Team:
    """One of them. Raises Http404."""
    row = teams_in(community).filter(pk=team_id).first()
    if row is None:
        raise Http404
    return row
