"""Cases as their handlers load them. There is no other way to a case: no list of all, no count.

Whoever may not load one gets the same `Http404` as for an id that never was, after the same
question to the database.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from linli.core.access.models import Account, Holding
from linli.core.access.queries import in_term
from linli.core.audit.actor import Actor
from linli.core.audit.models import ClosedEntry
from linli.core.audit.queries import closed_entries_of
from linli.core.clocks.models import Clock
from linli.core.clocks.queries.pressing import page_by_pressing
from linli.core.clocks.queries.running import with_pauses
from linli.core.pages.keyset import PAGE, Page, page_of
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


@dataclass(frozen=True, slots=True)
class Line:
    """A case in its handlers' own list, with the clock that presses most."""

    case: Case
    clock: Clock | None


def my_cases(actor: Actor, community: Any, after: str = "") -> Page:
    """One's own open cases, by what falls due (`Line`), a page at a time."""
    mine = of(actor, community).filter(state=Case.OPEN)
    page = page_by_pressing(mine, community, after)
    first: dict[UUID, Clock] = {}
    pressing = Clock.objects.filter(
        community=community,
        closed=True,
        owner__in=[case.pk for case in page.rows],
        settled_at__isnull=True,
        due_at__isnull=False,
    ).order_by("due_at", "id")
    for clock in with_pauses(pressing, getattr(community, "pk", community)):
        first.setdefault(clock.owner, clock)
    return Page([Line(case, first.get(case.pk)) for case in page.rows], page.after)


def my_closed_cases(actor: Actor, community: Any, after: str = "") -> Page:
    """One's own closed cases, the last closed first, a page at a time."""
    mine = of(actor, community).filter(state=Case.CLOSED)
    return page_of(mine, "closed_at", after, newest=True)


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
    rows = Destroyed.objects.filter(community=community).order_by("-on", "pk")
    lead, second = rows.filter(lead=account)[:PAGE], rows.filter(second=account)[:PAGE]
    return sorted({*lead, *second}, key=lambda row: row.on, reverse=True)[:PAGE]


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
    """The open cases none of whose handlers has a desk here any more (of kinds for a post alone:
    holds that post), of the kinds this actor is keeper of. Nothing else is told of them."""
    kept = [kind for kind in all_kinds() if actor.holds(kind.keeper, over=community)]
    usual = [kind.key for kind in kept if not kind.post_only]
    left = Q(~Exists(_present(community, DESK, at)), kind__in=[*usual, ""])
    for kind in kept:
        if kind.post_only:
            left |= Q(~Exists(_present(community, kind.handled_by, at)), kind=kind.key)
    return list(Case.objects.filter(left, community=community, state=Case.OPEN).order_by("pk"))


def _present(community: Any, posts: tuple[str, ...], at: datetime) -> QuerySet[CaseHand]:
    """The handlers of a case who hold one of these posts here."""
    here = Holding.objects.filter(
        in_term(local_day(at)),
        post__in=posts,
        place__community=community,
        account=OuterRef("account"),
        account__is_active=True,
    )
    rows: QuerySet[CaseHand] = CaseHand.objects.filter(
        Exists(here), community=community, case=OuterRef("pk"), until__isnull=True
    )
    return rows


def orphan_for(actor: Actor, community: Any, case: UUID, at: datetime) -> Case:
    """One of those; `Http404` for all else."""
    found = next((row for row in orphans_for(actor, community, at) if row.pk == case), None)
    if found is None:
        raise Http404
    return found
