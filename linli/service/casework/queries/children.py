"""Children: the reports, the file, the year's audit. Loading is the check."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.models import ClosedEntry
from linli.core.people.models import Person
from linli.lib.calendar import SHANGHAI
from linli.service.casework.models import Case, Release
from linli.service.casework.models.children import (
    OFFICES,
    ChildAudit,
    ChildDuty,
    ChildFile,
    ChildReport,
    DutyOffice,
)
from linli.service.casework.queries.cases import of
from linli.service.casework.rules import children as rules

KIND = "child"
OPENED = "casework.open"
POST = "child_protection"
NATIONAL = {"police": "110", "hotline": "12345"}
"""What is the same everywhere; a place's own numbers stand beside it."""


def may_see_reports(actor: Actor, community: Any) -> Q:
    """One's own reports, and for the post of child protection all of the community."""
    if actor.holds(POST, over=community):
        return Q()
    return Q(reported_by=actor.account or UUID(int=0))


def report_for(actor: Actor, community: Any, report: UUID) -> ChildReport:
    """A report, for who made it and who holds the post; `Http404` for all else. Once it lies with
    a case, it is the case's."""
    rows = ChildReport.objects.filter(may_see_reports(actor, community), community=community)
    found = rows.filter(pk=report, taken_up_at__isnull=True).first()
    if found is None:
        raise Http404
    return found


def own_reports(actor: Actor, community: Any) -> list[ChildReport]:
    """What the actor has reported and no case has taken up yet."""
    rows = ChildReport.objects.filter(
        community=community, reported_by=actor.account or UUID(int=0), taken_up_at__isnull=True
    )
    return list(rows.order_by("-reported_at")[:20])


def is_under(case: Case, years: int, on: date) -> bool | None:
    """Whether the child is under that age by the roster; None where the roster does not know."""
    if case.person_id is None:
        return None
    rows = Person.objects.filter(community=case.community_id, pk=case.person_id)
    birth = rows.values_list("birth_date", flat=True).first()
    return None if birth is None else rules.is_under(birth, on, years=years)


def waiting(actor: Actor, community: Any) -> list[ChildReport]:
    """The reports that no case has taken up, the latest first."""
    rows = ChildReport.objects.filter(may_see_reports(actor, community), community=community)
    return list(rows.filter(taken_up_at__isnull=True).order_by("-reported_at")[:100])


def report_of(case: Case) -> ChildReport | None:
    """The first report that lies with a case."""
    rows = ChildReport.objects.filter(community=case.community_id, case=case)
    return rows.order_by("reported_at").first()


def reports_of(case: Case) -> list[ChildReport]:
    """All of them, the earliest first."""
    rows = ChildReport.objects.filter(community=case.community_id, case=case)
    return list(rows.order_by("reported_at"))


def file_of(case: Case) -> ChildFile | None:
    """The child's file, where one was begun."""
    found = ChildFile.objects.filter(community=case.community_id, case=case).first()
    if found is not None:
        found.case = case
    return found


def duties_of(case: Case) -> dict[str, list[ChildDuty]]:
    """What was looked at, by duty, the latest first."""
    found: dict[str, list[ChildDuty]] = {}
    for row in ChildDuty.objects.filter(community=case.community_id, case=case):
        row.case = case
        found.setdefault(row.duty, []).append(row)
    return found


def offices_of(community: Any) -> dict[str, DutyOffice]:
    """The numbers entered here, by office."""
    return {row.office: row for row in DutyOffice.objects.filter(community=community)}


def numbers(community: Any, *offices: str) -> list[tuple[Any, str, str]]:
    """Whom to call: title, number as read, number as dialled; national ones first, then this
    place's own."""
    own, titles = offices_of(community), dict(OFFICES)
    found: list[tuple[Any, str, str]] = []
    for office in offices:
        if office in NATIONAL:
            found.append((titles[office], NATIONAL[office], NATIONAL[office]))
        if office in own:
            row = own[office]
            found.append((row.name, row.phone, "".join(row.phone.split())))
    return found


@dataclass(frozen=True, slots=True)
class Counts:
    """How children's files were handled in a year, among the cases one may load."""

    files: int
    openings: int
    without_approval: int


def audit_counts(actor: Actor, community: Any, year: int) -> Counts:
    """The counts of a year: files, openings, and openings that nobody had let happen."""
    cases = list(of(actor, community).filter(kind=KIND).values_list("pk", flat=True))
    since = datetime(year, 1, 1, tzinfo=SHANGHAI)
    until = datetime(year + 1, 1, 1, tzinfo=SHANGHAI)
    openings = ClosedEntry.objects.filter(
        action=OPENED, subject__in=cases, at__gte=since, at__lt=until
    )
    leaves: dict[tuple[UUID | None, UUID | None], list[tuple[datetime, datetime]]] = {}
    rows = Release.objects.filter(
        community=community, case__in=cases, what=Release.READING, granted=True
    )
    for row in rows:
        if row.decided_at is not None and row.until is not None:
            span = (row.decided_at, row.until)
            leaves.setdefault((row.case_id, row.asked_by_id), []).append(span)
    made = list(openings.values_list("subject", "account", "at"))
    bare = sum(
        not any(begin <= at <= end for begin, end in leaves.get((subject, account), ()))
        for subject, account, at in made
    )
    return Counts(len(cases), len(made), bare)


def audit_of(community: Any, year: int) -> ChildAudit | None:
    """The audit of a year, where it was done."""
    return ChildAudit.objects.filter(community=community, year=year).first()
