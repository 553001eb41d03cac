"""Visits of a case, and the list of its own files that a post has of a kind with visits."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from linli.core.audit.actor import Actor
from linli.service.casework.hands import NOBODY, of
from linli.service.casework.kinds import Kind
from linli.service.casework.models import Case, CaseVisit, ChildFile, Release
from linli.service.casework.rules import visits as rules

ASKS = (rules.DONE, rules.NOT_HOME, rules.REFUSED, rules.NO_MORE)
"""What says whether they want to be called on: what was called off by us does not."""


def visits_of(case: Case) -> list[CaseVisit]:
    """All of them, the latest first."""
    found = list(CaseVisit.objects.filter(community=case.community_id, case=case)[:200])
    for visit in found:
        visit.case = case
    return found


def planned_of(case: Case) -> CaseVisit | None:
    """The one that is planned."""
    return next((visit for visit in visits_of(case) if visit.state == rules.PLANNED), None)


def no_more(case: Case) -> bool:
    """Whether the last word was not to come any more; what is planned since, they asked for."""
    return _no_more(visits_of(case))


def _no_more(found: list[CaseVisit]) -> bool:
    if any(visit.state == rules.PLANNED for visit in found):
        return False
    said = [(visit.entered_at, visit.state) for visit in found if visit.state in ASKS]
    return bool(said) and max(said)[1] == rules.NO_MORE


@dataclass(frozen=True, slots=True)
class File:
    """One file in the post's own list. `open`: whether it may be read now; of one that may not,
    neither days nor category are told."""

    case: Case
    last: date | None
    planned: date | None
    no_more: bool
    category: Any = ""
    open: bool = True


def own_files(actor: Actor, community: Any, kind: Kind, at: datetime) -> list[File]:
    """The open files of a kind this actor handles; by when somebody goes next, those of whom
    nobody has seen anything first."""
    cases = list(of(actor, community).filter(kind=kind.key, state=Case.OPEN).order_by("opened_at"))
    visits: dict[UUID, list[CaseVisit]] = {case.pk: [] for case in cases}
    rows = CaseVisit.objects.filter(community=community, case__in=cases)
    for visit in rows.order_by("-planned_on", "-id"):
        visits[visit.case_id].append(visit)
    if not kind.by_leave:
        return [_file(case, visits[case.pk]) for case in cases]
    read = _read_by_leave(actor, community, cases, at)
    categories = _categories(community, [case for case in cases if case.pk in read])
    return [
        _file(case, visits[case.pk], categories.get(case.pk, ""))
        if case.pk in read
        else File(case, None, None, no_more=False, open=False)
        for case in cases
    ]


def _file(case: Case, found: list[CaseVisit], category: Any = "") -> File:
    done = [visit.entered_on for visit in found if visit.state == rules.DONE]
    planned = [visit.planned_on for visit in found if visit.state == rules.PLANNED]
    last = max((on for on in done if on), default=None)
    return File(case, last, next(iter(planned), None), _no_more(found), category)


def _read_by_leave(actor: Actor, community: Any, cases: list[Case], at: datetime) -> set[UUID]:
    """Those another handler let this one read just now."""
    read = Release.objects.filter(
        community=community,
        case__in=cases,
        what=Release.READING,
        asked_by=actor.account or NOBODY,
        granted=True,
        until__gt=at,
    )
    return set(read.values_list("case", flat=True))


def _categories(community: Any, cases: list[Case]) -> dict[UUID, Any]:
    """Which sort of child's file each is."""
    by_key = {case.pk: case for case in cases}
    found = {}
    for file in ChildFile.objects.filter(community=community, case__in=cases):
        file.case = by_key[file.case_id]
        found[file.case_id] = file.category_title
    return found
