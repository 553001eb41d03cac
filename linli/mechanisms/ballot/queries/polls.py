"""The poll as a voter and as everybody may see it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import NoReverseMatch, reverse

from linli.core.audit.actor import Actor
from linli.mechanisms.ballot.models import Elector, Mark, NamedPaper, Poll, Proxy
from linli.mechanisms.ballot.queries.rolls import elector_of
from linli.mechanisms.ballot.receipts import receipt_of
from linli.mechanisms.ballot.rules.casting import shown_participation
from linli.mechanisms.ballot.rules.papers import Asked, PaperForm


@dataclass(frozen=True, slots=True)
class Turn:
    """One paper this visitor may cast: their own, or that of somebody whose proxy they hold."""

    elector: Elector
    by_proxy: bool
    done: bool
    receipt: str
    """Only where it is done."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one visitor stands to a poll. `given_to`: who votes for them, by a live proxy."""

    own: Elector | None
    turns: tuple[Turn, ...] = ()
    given_to: Elector | None = None

    @property
    def pending(self) -> tuple[Turn, ...]:
        """The papers still to cast."""
        return tuple(turn for turn in self.turns if not turn.done)


def poll_here(community: UUID, poll: UUID) -> Poll | None:
    """A poll that has been opened, for its page; None while it is being prepared."""
    found: Poll | None = (
        Poll.objects.filter(community=community, pk=poll)
        .exclude(state="preparing")
        .exclude(state="void", opened_at__isnull=True)
        .select_related("electorate", "community")
        .first()
    )
    return found


def paper_form(poll: Poll) -> PaperForm:
    """The paper as the rules read it."""
    return tuple(
        Asked(
            question.position,
            question.form,
            question.seats,
            question.write_ins,
            tuple(option.position for option in question.options.all()),
            question.points,
            question.most,
        )
        for question in poll.questions.prefetch_related("options")
    )


def standing_of(poll: Poll, actor: Actor) -> Standing:
    """What this visitor may cast in the poll, and what they have cast."""
    own = elector_of(poll.electorate, actor)
    if own is None:
        return Standing(None)
    live = list(
        Proxy.objects.filter(Q(principal=own) | Q(holder=own), community=poll.community_id)
        .filter(revoked_at__isnull=True)
        .select_related("principal", "holder")
        .order_by("slot")
    )
    given = next((proxy.holder for proxy in live if proxy.principal_id == own.pk), None)
    principals = [proxy.principal for proxy in live if proxy.holder_id == own.pk]
    wanted = [own, *principals]
    done = had_paper(poll, wanted)
    turns = [
        Turn(each, each.pk != own.pk, each.pk in done, _receipt(poll, each, done))
        for each in wanted
        if each.pk != own.pk or given is None or each.pk in done
    ]
    return Standing(own, tuple(turns), given)


def _receipt(poll: Poll, elector: Elector, done: set[UUID]) -> str:
    return receipt_of(poll.pk, elector.pk) if elector.pk in done else ""


def had_paper(poll: Poll, electors: list[Elector]) -> set[UUID]:
    """Which of these few have had their paper: those a voter acts for, or whoever stands at the
    desk. Never asked of a list."""
    rows = Mark.objects.filter(community=poll.community_id, poll=poll, elector__in=electors)
    return set(rows.values_list("elector", flat=True))


def papers_handed_out(poll: Poll) -> int:
    """How many have had theirs on paper; a number only."""
    rows = Mark.objects.filter(community=poll.community_id, poll=poll, how="paper")
    return rows.count()


def marked_in_all(poll: Poll) -> int:
    """How many have had a paper, on whatever channel; a number only, for the count."""
    return Mark.objects.filter(community=poll.community_id, poll=poll).count()


def participation(poll: Poll) -> int | None:
    """How many electors have had a paper: while the vote runs only from ten up, afterwards
    always, also when the marks are gone."""
    if poll.marks_forgotten_at is not None:
        return poll.marked
    number = Mark.objects.filter(community=poll.community_id, poll=poll).count()
    return number if poll.is_over else shown_participation(number)


def open_polls(community: UUID, at: datetime) -> "QuerySet[Poll]":
    """Polls that take papers on screens now."""
    return Poll.objects.filter(
        Q(closes_at__isnull=True) | Q(closes_at__gt=at),
        community=community,
        state="open",
        on_screen=True,
    ).order_by("closes_at", "id")


def polls_over(community: UUID, *, limit: int = 20) -> "QuerySet[Poll]":
    """Polls whose vote is over, the last first."""
    return Poll.objects.filter(community=community, state__in=["closed", "settled"]).order_by(
        "-closed_at", "-id"
    )[:limit]


def own_named_paper(poll: Poll, actor: Actor) -> NamedPaper | None:
    """In an open vote, the visitor's own paper; nobody sees another's."""
    own = elector_of(poll.electorate, actor)
    if own is None:
        return None
    found: NamedPaper | None = NamedPaper.objects.filter(
        community=poll.community_id, poll=poll, elector=own
    ).first()
    return found


def way_back(poll: Poll, code: str) -> str:
    """The page of whoever holds the poll, or nothing."""
    if not poll.url_name:
        return ""
    args: dict[str, Any] = {"community_code": code, **poll.url_args}
    try:
        return reverse(poll.url_name, kwargs=args)
    except NoReverseMatch:
        return ""
