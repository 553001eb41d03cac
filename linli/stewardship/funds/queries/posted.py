"""The books as a disclosed item lists them: every movement of a time, every gift and its use."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils import translation

from linli.core.pages.bilingual import SOURCE
from linli.mechanisms.ledger.models import Line
from linli.stewardship.funds import charts
from linli.stewardship.funds.models import Gift, Good, Slip, Source
from linli.stewardship.funds.queries.sheet import sheet_of
from linli.stewardship.funds.rules.months import first_of
from linli.stewardship.funds.words import GIVEN

Told = dict[str, Any]


def opening_of(community: Any, since: date) -> int:
    """What lay in all sources before the month in which `since` lies, in fen."""
    return sheet_of(community, first_of(since)).sum_of("before")


def movements(community: Any, since: date, until: date) -> Iterator[Told]:
    """Everything that came in or was paid, day by day, with its number; a mirror says why."""
    books = Source.objects.filter(community=community).values("book_id")
    lines = (
        Line.objects.filter(community=community, book__in=books, day__range=(since, until))
        .exclude(debit__code__startswith=charts.BANK, credit__code__startswith=charts.BANK)
        .select_related("entry", "book", "debit", "credit")
        .order_by("day", "book__code", "number", "position")
    )
    for line in lines:
        back = "冲销：" if line.entry.reverses_id else ""
        into = line.debit.code.startswith(charts.BANK)
        yield {
            "on": line.day,
            "what": f"{back}{line.entry.words}",
            "income" if into else "outgo": line.amount,
            "voucher": f"{line.book.code}-{line.entry.serial}",
        }


def gifts(community: Any, since: date, until: date) -> Iterator[Told]:
    """The donations with something left or moved in the time, in money and in kind: all that was
    received of each so far, how much is used and for what. Donors are not named."""
    sources = Source.objects.filter(community=community, opened_on__lte=until).filter(
        Q(kind__in=GIVEN) | Q(pk__in=_given_to(community))
    )
    with translation.override(SOURCE):
        for source in sources.select_related("book").order_by("opened_on", "title"):
            told = _gift(source, since, until)
            if told is not None:
                yield told
        yield from _in_kind(community, since, until)


def _given_to(community: Any) -> Any:
    """Sources of another kind somebody gave to: what is raised among residents."""
    gifts = Gift.objects.filter(community=community, voided_on__isnull=True, form="money")
    return gifts.values("source")


def _in_kind(community: Any, since: date, until: date) -> Iterator[Told]:
    """The goods somebody gave, at what they are worth by the donors' own word; of that, as much
    is used as of the goods has gone out."""
    slips = Slip.objects.filter(community=community, signed_at__isnull=False, on__lte=until)
    moved: dict[Good, list[Slip]] = {}
    for slip in slips.select_related("good__book", "gift").order_by("good__title", "good", "on"):
        moved.setdefault(slip.good, []).append(slip)
    for good, each in moved.items():
        told = _good(good, each, since)
        if told is not None:
            yield told


def _good(good: Good, slips: list[Slip], since: date) -> Told | None:
    given = [slip for slip in slips if slip.gift is not None and slip.gift.voided_on is None]
    came = sum(slip.amount for slip in slips if slip.way == "in")
    went = [slip for slip in slips if slip.way == "out"]
    out = min(sum(slip.amount for slip in went), came)
    if not given or (out == came and slips[-1].on < since):
        return None
    received = sum(slip.gift.fen or 0 for slip in given if slip.gift is not None)
    purpose = good.purpose_told or str(good.get_purpose_display())
    many = sum(slip.amount for slip in given)
    return {
        "on": given[0].on,
        "what": f"{good.title} {many} {good.measure}",
        "purpose": purpose,
        "received": received,
        "used": received * out // came,
        "used_for": "、".join(dict.fromkeys(slip.what or purpose for slip in went)),
        "voucher": good.book.code,
    }


def _gift(source: Source, since: date, until: date) -> Told | None:
    received, used, lately = 0, 0, False
    used_for: list[str] = []
    lines = (
        Line.objects.filter(
            community=source.community_id, book=source.book_id, day__lt=until + timedelta(days=1)
        )
        .exclude(debit__code__startswith=charts.BANK, credit__code__startswith=charts.BANK)
        .select_related("entry", "debit", "credit")
        .order_by("day", "number", "position")
    )
    for line in lines:
        lately = lately or line.day >= since
        if "expense" in (line.debit.kind, line.credit.kind):
            sign = 1 if line.debit.kind == "expense" else -1
            used += sign * line.amount
            if sign > 0 and line.entry.words not in used_for:
                used_for.append(line.entry.words)
        else:
            received += line.amount if line.debit.code.startswith(charts.BANK) else -line.amount
    if not received or (not lately and received == used):
        return None
    return {
        "on": source.opened_on,
        "what": source.title,
        "purpose": source.purpose_told or str(source.get_purpose_display()),
        "received": received,
        "used": used,
        "used_for": "、".join(used_for) if used else "",
        "voucher": source.book.code,
    }
