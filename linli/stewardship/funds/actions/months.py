"""A month is prepared by one and closed by another; after that nothing is entered in it."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.ledger.models import Book
from linli.stewardship.funds import books, rules
from linli.stewardship.funds.models import Month, Source
from linli.stewardship.funds.queries.months import closed_through, first_month, without_voucher
from linli.stewardship.funds.queries.sheet import digest_of, sheet_of


@action("funds.prepare_month", needs="funds.prepare_month")
def prepare_month(act: Act, community: Place, *, month: date) -> Month:
    """Puts the sheet of a month that is over before another to close. Prepared again, the later
    preparation counts."""
    month = month.replace(day=1)
    _require_closable(act, community, month)
    held = act.by.posts_over(community)
    values = {
        "digest": digest_of(sheet_of(community, month)),
        "prepared_by_id": act.by.account,
        "prepared_as": held[0].post if held else "",
        "prepared_at": act.at,
    }
    row = Month.objects.filter(community=community, month=month).first()
    if row is None:
        row = Month.objects.create(community=community, month=month, **values)
    else:
        for name, value in values.items():
            setattr(row, name, value)
        row.save(update_fields=list(values))
    act.note(month=f"{month:%Y-%m}")
    act.tell("funds.to_close", post="director", month=f"{month:%Y-%m}")
    return row


@action("funds.close_month", needs="funds.close_month")
def close_month(act: Act, row: Month) -> Month:
    """Closes the month in every book, where the sheet is still the one that was prepared. By
    another than whoever prepared it; refused while a payment of the month lacks its voucher."""
    community, month = row.community, row.month
    require(rules.closed_by_another(row.prepared_by_id, act.by.account))
    sources = Source.objects.filter(community=community).values("book_id")
    books.close(act, Book.objects.filter(community=community, pk__in=sources), month)
    # The books are held now: what is read here is what is closed.
    _require_closable(act, community, month)
    require(rules.still_as_prepared(row.digest, digest_of(sheet_of(community, month))))
    held = act.by.posts_over(community)
    closed = Month.objects.filter(
        community=community, pk=row.pk, closed_at__isnull=True, digest=row.digest
    ).update(closed_by_id=act.by.account, closed_as=held[0].post if held else "", closed_at=act.at)
    require(Finding(bool(closed), "funds.month_still_open"))
    row.refresh_from_db()
    act.note(month=f"{month:%Y-%m}")
    return row


def _require_closable(act: Act, community: Place, month: date) -> None:
    closed = closed_through(community)
    require(Finding(closed is None or month > closed, "funds.month_still_open"))
    require(rules.month_is_over(month, local_day(act.at)))
    require(rules.next_to_close(month, closed, first_month(community) or month))
    require(rules.all_have_vouchers(without_voucher(community, month)))
