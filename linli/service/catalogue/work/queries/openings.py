"""Openings as everybody sees them, and as the desk keeps them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.service.catalogue.rules.search import Term, find, sound_of
from linli.service.catalogue.work.choices import DRAFT, OPEN
from linli.service.catalogue.work.models import Employer, EmployerCheck, JobOpening

WITH = ("employer", "place", "community")
LIMIT = 300


def shown(community: Any, on: date, *, kind: str = "", times: str = "") -> list[JobOpening]:
    """What is up on that day: the newest first, of one day by the sound of the name. Nobody pays
    for a place."""
    rows = _rows(community).filter(state=OPEN, expires_on__gt=on, employer__gone_on__isnull=True)
    if kind:
        rows = rows.filter(kind=kind)
    if times:
        rows = rows.filter(times=times)
    newest = rows.order_by("-posted_on", "id")[:LIMIT]
    return sorted(newest, key=_newest_first)


def shown_one(community: Any, key: UUID, on: date) -> JobOpening:
    """One that is up; Http404 for anything else."""
    rows = _rows(community).filter(state=OPEN, expires_on__gt=on, employer__gone_on__isnull=True)
    found = rows.select_related("employer__verified_by", *WITH).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def search_openings(rows: Sequence[JobOpening], text: str) -> list[JobOpening]:
    """Those that one's own words may mean, in the same order as before."""
    terms = [
        Term(
            str(row.pk),
            (row.title, *row.duties.replace("，", "。").split("。")),
            (row.employer.title, row.where, str(row.get_kind_display())),
            (row.title_en,) if row.title_en else (),
        )
        for row in rows
    ]
    found = set(find(text, terms))
    return [row for row in rows if str(row.pk) in found]


def kept(community: Any, *, over: bool = False) -> "QuerySet[JobOpening]":
    """For the desk: drafts and what is up, or what is over."""
    rows = _rows(community).select_related("checked_by")
    live = (DRAFT, OPEN)
    rows = rows.exclude(state__in=live) if over else rows.filter(state__in=live)
    return rows.order_by("-ended_on", "-id") if over else rows.order_by("expires_on", "id")


def opening_in(community: Any, key: UUID) -> JobOpening:
    """One for the desk, also one that is over; Http404 where there is none."""
    rows = _rows(community).select_related("checked_by", "words_by", "employer__verified_by")
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def to_ring(community: Place, on: date) -> list[JobOpening]:
    """Whose employer is to be asked again before it is hidden, and was not tried today."""
    days = number_laid_down("work.opening_asked_before", community, on)
    rows = _rows(community).filter(
        state=OPEN, expires_on__gt=on, expires_on__lte=on + timedelta(days=days)
    )
    return list(rows.exclude(tried_on=on).order_by("expires_on", "id"))


def hidden_between(community: Any, since: date, until: date) -> "QuerySet[JobOpening]":
    """What will be hidden in those days unless somebody rings."""
    rows = _rows(community).filter(state=OPEN, expires_on__gte=since, expires_on__lte=until)
    return rows.order_by("expires_on", "id")


def employers(community: Any) -> list[Employer]:
    """All that have not stopped, by the sound of the name."""
    rows: QuerySet[Employer] = Employer.objects.filter(community=community, gone_on__isnull=True)
    return sorted(rows.select_related("verified_by"), key=lambda row: sound_of(row.title))


def employers_to_name(community: Any) -> "QuerySet[Employer]":
    """Who can be named in an opening."""
    rows: QuerySet[Employer] = Employer.objects.filter(community=community, gone_on__isnull=True)
    return rows.order_by("title")


def employer_in(community: Any, key: UUID) -> Employer:
    """One of them, also one that has stopped; Http404 where there is none."""
    rows: QuerySet[Employer] = Employer.objects.filter(community=community, pk=key)
    found = rows.select_related("verified_by").first()
    if found is None:
        raise Http404
    return found


def checks_of(employer: Employer, limit: int = 12) -> list[EmployerCheck]:
    """The latest calls and visits."""
    rows = EmployerCheck.objects.filter(community=employer.community_id, employer=employer)
    return list(rows.select_related("by")[:limit])


def last_check(employer: Employer) -> EmployerCheck | None:
    """The last time somebody made sure."""
    rows = EmployerCheck.objects.filter(
        community=employer.community_id, employer=employer, result__in=("confirmed", "changed")
    )
    return rows.select_related("by").first()


def _rows(community: Any) -> "QuerySet[JobOpening]":
    rows: QuerySet[JobOpening] = JobOpening.objects.filter(community=community)
    return rows.select_related(*WITH)


def _newest_first(row: JobOpening) -> tuple[int, str, UUID]:
    assert row.posted_on is not None, "only what was put up is shown"
    return -row.posted_on.toordinal(), sound_of(row.title), row.pk
