"""The neighbours' board: what everybody reads, what is one's own, what was reported."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.service.volunteering.models import Loan, NeighbourNote, NoteReport

UNDER_WAY = ("asked", "agreed", "out")


def notes_of(community: Any) -> QuerySet[NeighbourNote]:
    """All notes, with whether the thing is lent just now."""
    out = Loan.objects.filter(community=community, note=OuterRef("pk"), state__in=("agreed", "out"))
    rows = NeighbourNote.objects.filter(community=community).select_related("community")
    return rows.annotate(is_out=Exists(out))


def notes_up(
    community: Any, on: date, *, side: str = "", sort: str = ""
) -> QuerySet[NeighbourNote]:
    """What hangs on the board on a day."""
    rows = notes_of(community).filter(state="up", shown_until__gte=on)
    if side in dict(NeighbourNote.SIDES):
        rows = rows.filter(side=side)
    if sort in dict(NeighbourNote.SORTS):
        rows = rows.filter(sort=sort)
    return rows


def note_for(actor: Actor, community: Any, key: UUID) -> NeighbourNote:
    """One note: for everybody while it hangs, always for whose it is, whoever answered it, and the
    desk (Http404)."""
    found = notes_of(community).filter(pk=key).first()
    if found is None:
        raise Http404
    mine = actor.account is not None and found.account_id == actor.account
    if found.state == "up" or mine or may("volunteering.take_down_note", actor, found):
        return found
    if actor.account is not None:
        answered = Loan.objects.filter(community=community, note=found, account=actor.account)
        if answered.exists():
            return found
    raise Http404


def loans_of_note(note: NeighbourNote) -> list[Loan]:
    """What is under way about a note; for whose it is."""
    rows = Loan.objects.filter(community=note.community_id, note=note, state__in=UNDER_WAY)
    return list(rows.select_related("note", "community").order_by("id"))


def own_notes(actor: Actor, community: Any) -> list[NeighbourNote]:
    """One's own notes, the latest first."""
    if actor.account is None:
        return []
    return list(notes_of(community).filter(account=actor.account).order_by("-id")[:50])


def own_loans(actor: Actor, community: Any) -> list[Loan]:
    """What one lends, borrows or helps with, what is under way first."""
    if actor.account is None:
        return []
    mine = Q(account=actor.account) | Q(note__account=actor.account)
    rows = Loan.objects.filter(mine, community=community).select_related("note", "community")
    found = list(rows.order_by("-id")[:100])
    return sorted(found, key=lambda each: not each.current.open)


def loan_for(actor: Actor, community: Any, key: UUID) -> Loan:
    """One of them, for the two it is between (Http404)."""
    rows = Loan.objects.filter(community=community, pk=key).select_related("note", "community")
    found = rows.first()
    if found is None or not may("volunteering.either_side", actor, found):
        raise Http404
    return found


def declined_lately(note: NeighbourNote, account: UUID | None, since: datetime) -> bool:
    """Whether an account was told since then that this is not convenient."""
    rows = Loan.objects.filter(community=note.community_id, note=note, account=account)
    return bool(rows.filter(state="declined", state_since__gt=since).exists())


def has_a_hand(actor: Actor, note: NeighbourNote) -> bool:
    """Whether a note, or what came of it, is somebody's own: whose it is, or who answered it."""
    if actor.account is None:
        return False
    rows = Loan.objects.filter(community=note.community_id, note=note, account=actor.account)
    return bool(note.account_id == actor.account or rows.exists())


def own_reports(actor: Actor, community: Any) -> list[NoteReport]:
    """What somebody reported, with the answer, the latest first."""
    if actor.account is None:
        return []
    rows = NoteReport.objects.filter(community=community, account=actor.account)
    return list(rows.select_related("note").order_by("-reported_at")[:20])


def is_lent(note: NeighbourNote, but: Loan) -> bool:
    """Whether the thing is promised to, or with, another."""
    rows = Loan.objects.filter(community=note.community_id, note=note)
    return rows.filter(state__in=("agreed", "out")).exclude(pk=but.pk).exists()


def reports_open(community: Any) -> list[NoteReport]:
    """What was reported and is not answered, the oldest first."""
    rows = NoteReport.objects.filter(community=community, answered_at__isnull=True)
    return list(rows.select_related("note").order_by("reported_at")[:100])


def report_kept_by(actor: Actor, community: Any, key: UUID) -> NoteReport:
    """One report at the desk (Http404)."""
    rows = NoteReport.objects.filter(community=community, pk=key)
    found = rows.select_related("note", "loan", "community").first()
    if found is None or not may("volunteering.answer_report", actor, found):
        raise Http404
    return found
