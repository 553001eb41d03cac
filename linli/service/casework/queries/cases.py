"""Cases as their handlers load them. There is no other way to a case: no list of all, no count.

Whoever may not load one gets the same `Http404` as for an id that never was, after the same
question to the database.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import Http404

from linli.core.access.models import Account, Holding
from linli.core.access.queries import in_term
from linli.core.audit.actor import Actor
from linli.core.audit.models import ClosedEntry
from linli.core.audit.queries import closed_entries_of
from linli.core.clocks.models import Clock
from linli.core.clocks.queries.running import with_pauses
from linli.lib.calendar import local_day
from linli.service.casework.hands import DESK, NOBODY, hands_of, of
from linli.service.casework.kinds import all_kinds
from linli.service.casework.models import (
    Case,
    CaseHand,
    CaseNote,
    Destroyed,
    Look,
    Release,
)
from linli.service.casework.models.cases import index_of


def case_for(actor: Actor, community: Any, case: UUID) -> Case:
    """The case, for who handles it; `Http404` for everybody else and for no case at all."""
    found = of(actor, community).filter(pk=case).first()
    if found is None:
        raise Http404
    return found


def handlers_of(case: Case) -> list[CaseHand]:
    """Who handles it now, the lead first."""
    order = {CaseHand.LEAD: 0, CaseHand.SECOND: 1, CaseHand.MEMBER: 2}
    rows = hands_of(case).select_related("account")
    return sorted(rows, key=lambda row: (order[row.role], row.since))


def lead_of(case: Case) -> CaseHand | None:
    """Who leads it."""
    return hands_of(case).filter(role=CaseHand.LEAD).select_related("account").first()


def second_of(case: Case) -> CaseHand | None:
    """Who reviews it and stands in."""
    return hands_of(case).filter(role=CaseHand.SECOND).select_related("account").first()


@dataclass(frozen=True, slots=True)
class Line:
    """A case in its handlers' own list, with the clock that presses most."""

    case: Case
    clock: Clock | None


def my_cases(actor: Actor, community: Any, *, closed: bool = False) -> list[Line]:
    """One's own cases by what falls due; the closed ones by their end."""
    state = Case.CLOSED if closed else Case.OPEN
    found = list(of(actor, community).filter(state=state).order_by("-opened_at", "pk"))
    first: dict[UUID, Clock] = {}
    pressing = Clock.objects.filter(
        community=community,
        closed=True,
        owner__in=[case.pk for case in found],
        settled_at__isnull=True,
        due_at__isnull=False,
    ).order_by("due_at", "id")
    for clock in with_pauses(pressing, getattr(community, "pk", community)):
        first.setdefault(clock.owner, clock)
    lines = [Line(case, first.get(case.pk)) for case in found]
    return sorted(lines, key=_pressing)


def _pressing(line: Line) -> tuple[int, float]:
    if line.clock is None or line.clock.due_at is None:
        return 1, 0.0
    return 0, line.clock.due_at.timestamp()


def notes_of(case: Case, form: str = "") -> list[CaseNote]:
    """What was written, oldest first; of one sheet, where it is named."""
    notes = CaseNote.objects.filter(community=case.community_id, case=case)
    if form:
        notes = notes.filter(form=form)
    found = list(notes.select_related("by").order_by("at", "id"))
    for note in found:
        note.case = case  # its key opens them
    return found


def written_forms(case: Case) -> set[str]:
    """The keys of the sheets that have been written."""
    notes = CaseNote.objects.filter(community=case.community_id, case=case)
    return set(notes.values_list("form", flat=True).distinct())


def releases_of(case: Case) -> list[Release]:
    """What was asked for that takes two, the latest first."""
    rows = Release.objects.filter(community=case.community_id, case=case)
    found = list(rows.select_related("asked_by", "decided_by").order_by("-asked_at", "id"))
    for row in found:
        row.case = case
    return found


def may_read(actor: Actor, case: Case, at: datetime) -> bool:
    """Whether the words of the case are open to a handler now: while it is open, and later (of a
    kind read by leave: at all times) for as long as another released it to them."""
    if case.is_open and not case.declared.by_leave:
        return True
    return Release.objects.filter(
        community=case.community_id,
        case=case,
        what=Release.READING,
        asked_by=actor.account or NOBODY,
        granted=True,
        until__gt=at,
    ).exists()


def log_of(case: Case, most: int = 200) -> list[ClosedEntry]:
    """What was done with the case and who opened it, the latest first."""
    return list(closed_entries_of(case.pk).reverse()[:most])


def looks_of(case: Case, most: int = 200) -> list[Look]:
    """Who opened it when and what for, in their words, the latest first."""
    rows = Look.objects.filter(community=case.community_id, case=case)
    found = list(rows.select_related("by").order_by("-at", "id")[:most])
    for row in found:
        row.case = case
    return found


def proofs_for(actor: Actor, community: Any) -> list[Destroyed]:
    """The proofs of destruction of what this actor had handled to the end, the latest first."""
    account = actor.account or NOBODY
    rows = Destroyed.objects.filter(community=community)
    lead, second = rows.filter(lead=account), rows.filter(second=account)
    return sorted({*lead, *second}, key=lambda row: row.on, reverse=True)


def cases_about(person: UUID, community: Any) -> list[Case]:
    """A person's own cases, for herself on her own account: of those kinds she may be shown."""
    shown = [kind.key for kind in all_kinds() if kind.told_to_person and kind.named]
    rows = Case.objects.filter(
        community=community, person_index=index_of(person), kind__in=shown, state=Case.OPEN
    )
    current = CaseHand.objects.filter(community=community, until__isnull=True)
    return list(
        rows.prefetch_related(
            Prefetch("handlers", current.select_related("account"), to_attr="now")
        ).order_by("-opened_at", "pk")
    )


def own_case(person: UUID, community: Any, case: UUID) -> Case:
    """One of those; `Http404` for all else."""
    found = next((row for row in cases_about(person, community) if row.pk == case), None)
    if found is None:
        raise Http404
    return found


def may_handle(community: Any, posts: tuple[str, ...], at: datetime) -> QuerySet[Account]:
    """The accounts that may handle a case of such a kind: they hold one of its posts here."""
    held = Holding.objects.filter(
        in_term(local_day(at)), post__in=posts, place__community=community
    )
    return Account.objects.filter(is_active=True, pk__in=held.values("account_id")).order_by(
        "label", "pk"
    )


def orphans_for(actor: Actor, community: Any, at: datetime) -> list[Case]:
    """The open cases none of whose handlers has a desk here any more, of the kinds this actor is
    keeper of. Nothing else is told of them."""
    kept = [kind.key for kind in all_kinds() if actor.holds(kind.keeper, over=community)]
    here = Holding.objects.filter(
        in_term(local_day(at)),
        post__in=DESK,
        place__community=community,
        account=OuterRef("account"),
        account__is_active=True,
    )
    present = CaseHand.objects.filter(
        Exists(here), community=community, case=OuterRef("pk"), until__isnull=True
    )
    rows = Case.objects.filter(~Exists(present), community=community, state=Case.OPEN)
    return list(rows.filter(kind__in=kept or [""]).order_by("pk"))


def orphan_for(actor: Actor, community: Any, case: UUID, at: datetime) -> Case:
    """One of those; `Http404` for all else."""
    found = next((row for row in orphans_for(actor, community, at) if row.pk == case), None)
    if found is None:
        raise Http404
    return found
