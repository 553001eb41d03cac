"""Appraisals: for everybody once published, before that for those who see supervision."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.access.models import Account
from linli.core.access.queries import accounts_holding
from linli.core.audit.actor import Actor
from linli.governance.oversight.models import (
    GRADE_TITLES,
    SERVICE_TITLES,
    Appraisal,
    Appraised,
)
from linli.governance.oversight.rules import appraisal as rules
from linli.lib.law import Finding
from linli.mechanisms.ballot.models import Elector, Poll
from linli.mechanisms.ballot.queries.polls import participation, standing_of


@dataclass(frozen=True, slots=True)
class Shown:
    """One who was appraised, as everybody may read it: counts only from ten papers up."""

    name: str
    office: str
    result: str
    counts: tuple[int, ...] | None
    ends: bool


@dataclass(frozen=True, slots=True)
class Running:
    """A vote that runs, as one visitor stands to it; nothing of its result."""

    poll: Poll
    cast: int | None
    may_vote: bool
    done: bool


def appraisals_of(community: Any) -> "QuerySet[Appraisal]":
    """All of them, the latest first."""
    return Appraisal.objects.filter(community=community).order_by("-year", "-id")


def published(community: Any) -> "QuerySet[Appraisal]":
    """Those whose result everybody may read."""
    return appraisals_of(community).filter(state="published")


def public_appraisal(community: Any, appraisal_id: UUID) -> Appraisal:
    """One that has begun; before that there is none for the public (Http404)."""
    found: Appraisal | None = (
        Appraisal.objects.filter(community=community, pk=appraisal_id)
        .exclude(state="planned")
        .select_related("community", "poll__electorate")
        .first()
    )
    if found is None:
        raise Http404
    return found


def appraisal_in(community: Any, appraisal_id: UUID) -> Appraisal:
    """One appraisal at the desk, whose gate has asked who comes (Http404 where there is none)."""
    found: Appraisal | None = (
        Appraisal.objects.filter(community=community, pk=appraisal_id)
        .select_related("community", "poll__electorate")
        .first()
    )
    if found is None:
        raise Http404
    return found


def appraised_in(appraisal: Appraisal) -> "QuerySet[Appraised]":
    """Who is appraised, in the order of the paper."""
    return Appraised.objects.filter(community=appraisal.community_id, appraisal=appraisal).order_by(
        "position"
    )


def shown_in(appraisal: Appraisal) -> list[Shown]:
    """The results; nothing before the vote is counted."""
    if appraisal.state not in ("counted", "published"):
        return []
    lines = []
    for each in appraised_in(appraisal):
        counts = rules.shown_counts(appraisal.papers or 0, each.counts).counts
        told = None if counts is None else tuple(counts[grade] for grade in rules.GRADES)
        lines.append(Shown(each.name, each.office, each.result_title, told, each.ends))
    return lines


def titles_of(appraisal: Appraisal) -> list[str]:
    """What the grades are called, the best first."""
    titles = GRADE_TITLES if appraisal.kind == "members" else SERVICE_TITLES
    return [str(title) for _grade, title in titles]


def earlier_results(appraisal: Appraisal, person: UUID) -> list[str]:
    """The grades somebody was given in the appraisals published before, in their order. One in
    which no paper was valid is no appraisal."""
    rows = Appraised.objects.filter(
        community=appraisal.community_id, person=person, appraisal__state="published"
    ).exclude(appraisal=appraisal)
    rows = rows.exclude(result="").order_by("appraisal__held_on", "appraisal__id")
    return list(rows.values_list("result", flat=True))


def running_for(appraisal: Appraisal, actor: Actor) -> Running | None:
    """The vote that runs now, and what this visitor can do in it."""
    poll = appraisal.poll
    if poll is None or poll.state != "open":
        return None
    standing = standing_of(poll, actor)
    mine = standing.own is not None
    return Running(
        poll,
        participation(poll),
        may_vote=mine and bool(standing.pending),
        done=mine and not standing.pending,
    )


def judges(community: Any, on: date) -> "QuerySet[Account]":
    """The representatives who have an account, by name."""
    return accounts_holding(community.pk, "representative", on=on).order_by("label")


def electors_in(appraisal: Appraisal) -> "QuerySet[Elector]":
    """Everybody on the roll who marks on a phone, for who gets a paper after all; it does not say
    who has voted."""
    assert appraisal.poll is not None
    return Elector.objects.filter(
        community=appraisal.community_id,
        electorate=appraisal.poll.electorate_id,
        person__isnull=False,
        struck_at__isnull=True,
    ).order_by("number")


def duty_of(community: Any, on: date) -> Finding:
    """Whether the members have been appraised this year."""
    held = published(community).filter(kind="members", year=on.year).count()
    return rules.appraised_in_year(on.year, held, on)
