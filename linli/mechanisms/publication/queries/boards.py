"""The boards, what hangs on them, and what should."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from linli.mechanisms.publication.models import Board, BoardCheck, Hanging, Posting
from linli.mechanisms.publication.queries.desk import DeskLine, up_now


@dataclass(frozen=True, slots=True)
class OnBoard:
    """One notice beside one board: whether it hangs there, and whether it should."""

    posting: Posting
    heading: str
    hanging: Hanging | None
    up: bool

    @property
    def outdated(self) -> bool:
        """Whether the paper is an earlier version than the page."""
        return (
            self.up and self.hanging is not None and (self.hanging.version != self.posting.version)
        )


def boards_of(community: Any, on: date) -> "QuerySet[Board]":
    """The boards in use on that day."""
    boards: QuerySet[Board] = Board.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on), community=community
    )
    return boards.order_by("since", "id")


def board_in(community: Any, board: UUID) -> Board | None:
    """One board."""
    found: Board | None = Board.objects.filter(community=community, pk=board).first()
    return found


def hangings_of(posting: Posting) -> "QuerySet[Hanging]":
    """Where it hangs and hung, the latest first."""
    rows: QuerySet[Hanging] = Hanging.objects.filter(
        community=posting.community_id, posting=posting
    )
    return rows.select_related("board", "hung_by", "taken_off_by").order_by("-hung_at", "-id")


def hanging_in(community: Any, hanging: UUID) -> Hanging | None:
    """One of them."""
    rows = Hanging.objects.filter(community=community, pk=hanging)
    found: Hanging | None = rows.select_related("posting", "board").first()
    return found


def compared(board: Board, at: datetime) -> list[OnBoard]:
    """What hangs on a board or is up and meant for boards: first what is to be taken off."""
    rows = (
        Hanging.objects.filter(community=board.community_id, board=board, taken_off_at__isnull=True)
        .select_related("posting")
        .order_by("hung_at")
    )
    hangs = {row.posting_id: row for row in rows}
    lines = {line.posting.pk: line for line in up_now(board.community_id, at)}
    over = [
        OnBoard(row.posting, row.posting.number, row, False)
        for key, row in hangs.items()
        if key not in lines and not row.posting.is_up(at)
    ]
    still = [
        OnBoard(row.posting, row.posting.number, row, True)
        for key, row in hangs.items()
        if key not in lines and row.posting.is_up(at)
    ]
    return [
        *over,
        *still,
        *(OnBoard(line.posting, line.heading, hangs.get(key), True) for key, line in lines.items()),
    ]


def to_take_off(community: Any, at: datetime) -> list[Hanging]:
    """What still hangs and is no longer up."""
    rows = Hanging.objects.filter(community=community, taken_off_at__isnull=True)
    found = rows.select_related("posting", "board").order_by("hung_at")
    return [row for row in found if not row.posting.is_up(at)]


def not_yet_hung(community: Any, at: datetime) -> list[DeskLine]:
    """What is up, meant for the board, and hangs on none."""
    return [line for line in up_now(community, at) if not line.hangs]


def last_checks(community: Any, on: date) -> list[tuple[Board, BoardCheck | None]]:
    """Each board with the last look at it."""
    latest = BoardCheck.objects.filter(community=community).order_by("-checked_at")
    boards = boards_of(community, on).prefetch_related(
        Prefetch("checks", queryset=latest.select_related("checked_by"))
    )
    return [(board, next(iter(board.checks.all()), None)) for board in boards]
