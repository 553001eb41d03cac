"""Setting money apart for a request, and letting it go again: in the book, on the budget's line,
and out of a project's reserve, each kept from being overdrawn by the database."""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F

from linli.core.audit.door import Act
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.stewardship.funds import books, charts, rules
from linli.stewardship.funds.models import BudgetLine, Request, Reserve


def set_apart(act: Act, row: Request, on: date) -> None:
    """Nobody else can promise this money from now on. Of two who agree to more than there is,
    the later is refused: an account that may not go below nought decides, not what was read."""
    _count_on_line(row, row.fen)
    _count_on_reserve(row, row.fen)
    origin = charts.RESERVED if row.reserve_id else charts.FREE
    row.set_apart = books.enter(
        act, row.source, on, row.what, [(charts.COMMITTED, origin, row.fen)]
    )
    row.save(update_fields=["set_apart"])


def let_go(act: Act, row: Request, fen: int) -> None:
    """So much of what was set apart is free again (or the project's)."""
    if not fen:
        return
    origin = charts.RESERVED if row.reserve_id else charts.FREE
    books.enter(act, row.source, local_day(act.at), row.what, [(origin, charts.COMMITTED, fen)])
    uncount(row, fen)


def uncount(row: Request, fen: int) -> None:
    """The line of the budget and the project's reserve have so much more again."""
    _count_on_line(row, -fen)
    _count_on_reserve(row, -fen)


def _count_on_line(row: Request, fen: int) -> None:
    if row.line_id is None:
        return
    lines = BudgetLine.objects.filter(community=row.community_id, pk=row.line_id)
    try:
        with transaction.atomic():
            lines.update(committed=F("committed") + fen)
    except IntegrityError:
        require(rules.within_line(lines.get().left, fen))
        raise


def _count_on_reserve(row: Request, fen: int) -> None:
    if row.reserve_id is None:
        return
    kept = Reserve.objects.filter(community=row.community_id, pk=row.reserve_id)
    try:
        with transaction.atomic():
            kept.update(spent=F("spent") + fen)
    except IntegrityError:
        require(rules.within_reserve(kept.get().left, fen))
        raise
