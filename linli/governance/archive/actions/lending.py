"""Originals go out and come back; what is in a quarrel is held back from destruction."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.text import format_lazy

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.governance.archive import law
from linli.governance.archive.models import Hold, Item, Loan
from linli.governance.archive.queries.holdings import hold_of, loan_of
from linli.governance.archive.rules import lending as rules
from linli.governance.archive.words import LENT
from linli.lib.calendar import Unit, local_day
from linli.lib.law import Finding, Refused, require


@action("archive.lend", needs="archive.keep")
def lend(act: Act, item: Item, *, to: Account, purpose: str, due_on: date) -> Loan:
    """A paper original goes out to who holds a post here; a clock runs until it is back."""
    on = local_day(act.at)
    lent = loan_of(item) is not None
    require(rules.may_be_lent(kept=item.is_kept, access=item.access, lent=lent, shelf=item.shelf))
    require(rules.back_in_time(on, due_on, days=law.number("loan_days", item.community, on)))
    loan = Loan(
        community_id=item.community_id,
        item=item,
        account=to,
        purpose=purpose.strip(),
        lent_on=on,
        due_on=due_on,
    )
    try:
        with transaction.atomic():
            loan.save(force_insert=True)
    except IntegrityError as error:  # somebody was a moment faster
        out = rules.may_be_lent(kept=True, access=item.access, lent=True, shelf=item.shelf)
        raise Refused(out) from error
    clocks.start(
        act,
        loan,
        "archive_loan",
        length=(due_on - on).days,
        unit=Unit.DAYS,
        title=in_both(format_lazy(LENT, number=item.number)),
        url_name="archive:loans",
        url_args={"community_code": item.community.code},
        holder=Holder(account=to.pk),
        weekend_rolls=False,  # a day was agreed on, and that day it is
    )
    act.note(number=item.number)
    if to.pk != act.by.account:
        act.tell("archive.lent", account=to.pk, number=item.number, day=due_on)
    return loan


@action("archive.take_back", needs="archive.keep")
def take_back(act: Act, loan: Loan, *, condition: str) -> Loan:
    """The original is back on its shelf; how it came back is written down."""
    require(Finding(loan.returned_on is None, "archive.still_out"))
    loan.returned_on, loan.condition = local_day(act.at), condition.strip()
    loan.save(update_fields=["returned_on", "condition"])
    clocks.settle(act, loan, "archive_loan")
    act.note(number=loan.item.number)
    return loan


@action("archive.hold_back", needs="archive.hold")
def hold_back(act: Act, item: Item, *, reason: str) -> Hold:
    """The item is not destroyed until this is lifted: for a quarrel, an audit, a court."""
    require(Finding(bool(reason.strip()), "archive.reason_given"))
    require(Finding(item.is_kept, "archive.item_kept"))
    require(Finding(hold_of(item) is None, "archive.not_held_yet"))
    hold = Hold(
        community_id=item.community_id,
        item=item,
        reason=reason.strip(),
        since=local_day(act.at),
    )
    try:
        with transaction.atomic():
            hold.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(Finding(False, "archive.not_held_yet")) from error
    act.note(number=item.number)
    return hold


@action("archive.lift_hold", needs="archive.hold")
def lift_hold(act: Act, hold: Hold) -> Hold:
    """What it was held back for is over."""
    require(Finding(hold.until is None, "archive.still_held"))
    hold.until = local_day(act.at)
    hold.save(update_fields=["until"])
    act.note(number=hold.item.number)
    return hold
