"""Inquiries, for whoever asked, for the desk, for everybody where the answer is public, and for
the street office: counts, and the complaints it was sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.models import Clock
from linli.governance.oversight.models import Complaint, Inquiry
from linli.lib.calendar import SHANGHAI
from linli.lib.identity.receipt import parse_receipt
from linli.lib.identity.refusals import Refusal

NEEDED = ("community", "disclosure", "posting", "answered_as")
CLOCK = "inquiry_answer"


def by_receipt(text: str) -> Inquiry | Refusal | None:
    """The inquiry whose receipt this is: whoever bears it is who asked. A refusal where the text
    cannot be a receipt."""
    receipt = parse_receipt(text)
    if isinstance(receipt, Refusal):
        return receipt
    found: Inquiry | None = (
        Inquiry.objects.across_communities("the receipt alone says which")
        .filter(receipt=receipt)
        .select_related(*NEEDED)
        .first()
    )
    return found


def asked_here(community: Any, key: Any) -> Inquiry:
    """The inquiry a form made that was sent twice (Http404)."""
    found: Inquiry | None = (
        Inquiry.objects.filter(community=community, pk=key).select_related(*NEEDED).first()
    )
    if found is None:
        raise Http404
    return found


def asked_by(account: UUID) -> QuerySet[Inquiry]:
    """What one has asked, signed in, the latest first."""
    return (
        Inquiry.objects.across_communities("one person's own, wherever they lived")
        .filter(asker=account)
        .select_related("community")
        .order_by("-asked_at", "-id")
    )


def queue(community: Any, show: str, limit: int = 200) -> list[Inquiry]:
    """The desk's list: `open` what waits for an answer, `answered`, or `all`; the latest first,
    what waits the oldest first."""
    rows = Inquiry.objects.filter(community=community).select_related("disclosure")
    if show == "open":
        return list(rows.filter(state__in=("asked", "complained")).order_by("asked_at", "id"))
    if show == "answered":
        rows = rows.filter(state="answered")
    return list(rows.order_by("-asked_at", "-id")[:limit])


def inquiry_for(actor: Actor, community: Any, key: UUID) -> Inquiry:
    """One inquiry at the desk (Http404)."""
    found: Inquiry | None = (
        Inquiry.objects.filter(community=community, pk=key).select_related(*NEEDED).first()
    )
    if found is None or not may("oversight.see_inquiries", actor, found):
        raise Http404
    return found


def complaints_of(inquiry: Inquiry) -> list[Complaint]:
    """What went to the street office, the oldest first."""
    return list(inquiry.complaints.filter(community=inquiry.community_id))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many inquiries there were in a time: asked, answered, answered in time, complained of,
    and waiting still."""

    asked: int = 0
    answered: int = 0
    in_time: int = 0
    complained: int = 0
    waiting: int = 0


def counts_by_subject(community: Any, since: date, until: date) -> dict[str, Counts]:
    """The counts by what was asked about, for the disclosure of a period."""
    asked = _asked(Inquiry.objects.filter(community=community), since, until)
    in_time = _in_time(Clock.objects.filter(community=community))
    rows = (
        asked.order_by()
        .values("subject")
        .annotate(
            asked=Count("pk"),
            answered=Count("pk", filter=Q(answered_at__isnull=False)),
            in_time=Count("pk", filter=Q(pk__in=in_time)),
            waiting=Count("pk", filter=Q(state__in=("asked", "complained"))),
        )
    )
    complained = _complained(asked)
    return {
        row["subject"]: Counts(
            row["asked"],
            row["answered"],
            row["in_time"],
            complained.get(row["subject"], 0),
            row["waiting"],
        )
        for row in rows
    }


def _complained(asked: QuerySet[Inquiry]) -> dict[str, int]:
    rows = asked.filter(complaints__isnull=False).order_by().values_list("subject")
    return dict(rows.annotate(count=Count("pk", distinct=True)))


def counts_beside(communities: Iterable[Any], since: date, until: date) -> dict[UUID, Counts]:
    """The counts of several communities, for the street office: numbers and nothing else."""
    keys = [each.pk for each in communities]
    asked = _asked(
        Inquiry.objects.across_communities("the street sees counts").filter(community__in=keys),
        since,
        until,
    )
    in_time = _in_time(
        Clock.objects.across_communities("the street sees counts").filter(community__in=keys)
    )
    rows = (
        asked.order_by()
        .values("community_id")
        .annotate(
            asked=Count("pk"),
            answered=Count("pk", filter=Q(answered_at__isnull=False)),
            in_time=Count("pk", filter=Q(pk__in=in_time)),
            waiting=Count("pk", filter=Q(state__in=("asked", "complained"))),
        )
    )
    complained = dict(
        asked.filter(complaints__isnull=False)
        .order_by()
        .values_list("community_id")
        .annotate(count=Count("pk", distinct=True))
    )
    return {
        row["community_id"]: Counts(
            row["asked"],
            row["answered"],
            row["in_time"],
            complained.get(row["community_id"], 0),
            row["waiting"],
        )
        for row in rows
    }


def sent_to_street(communities: Iterable[Any], limit: int = 100) -> list[Complaint]:
    """The complaints that were sent to the street office, those not replied to first."""
    rows = (
        Complaint.objects.across_communities("sent to the street by who asked")
        .filter(community__in=[each.pk for each in communities], sent=True)
        .exclude(inquiry__state="withdrawn")
        .select_related("community", "inquiry")
        .order_by("replied_at", "-at", "-id")
    )
    found = list(rows[:limit])
    return sorted(found, key=lambda each: each.replied_at is not None)


def complaint_for(actor: Actor, communities: Iterable[Any], key: UUID) -> Complaint:
    """One complaint, for the street office it was sent to (Http404)."""
    found = (
        Complaint.objects.across_communities("sent to the street by who asked")
        .filter(community__in=[each.pk for each in communities], pk=key, sent=True)
        .select_related("community", "inquiry__community", "inquiry__disclosure")
        .first()
    )
    if found is None or not may("oversight.reply_complaint", actor, found.inquiry):
        raise Http404
    return found


def unanswered_since(days: int, at: datetime) -> QuerySet[Inquiry]:
    """Answered inquiries whose askers have said nothing for so many days, everywhere."""
    return (
        Inquiry.objects.across_communities("time runs everywhere")
        .filter(state="answered", answered_at__lt=at - timedelta(days=days + 1))
        .order_by("answered_at")
    )


def to_forget(days: int, at: datetime) -> QuerySet[Inquiry]:
    """Settled inquiries that still know an account, everywhere."""
    return (
        Inquiry.objects.across_communities("time runs everywhere")
        .filter(
            state__in=("closed", "withdrawn"),
            state_since__lt=at - timedelta(days=days),
            asker__isnull=False,
        )
        .order_by("state_since")
    )


def _asked(rows: QuerySet[Inquiry], since: date, until: date) -> QuerySet[Inquiry]:
    begins = datetime.combine(since, time(), SHANGHAI)
    ends = datetime.combine(until + timedelta(days=1), time(), SHANGHAI)
    return rows.filter(asked_at__gte=begins, asked_at__lt=ends)


def _in_time(clocks: QuerySet[Clock]) -> Any:
    return clocks.filter(owner_kind="oversight.Inquiry", name=CLOCK, state="met").values("owner")
