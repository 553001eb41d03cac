"""Who sees, books, approves and keeps. Everybody sees what is open; whoever lives here books
what residents may book; workers and committee keep the book and the keys. The clock does what
follows from another room's act: a date that falls out frees its room."""

from typing import Any

import rules

from linli.core.access.permissions import lives_here
from linli.core.audit.actor import Actor, anyone, clock, holds
from linli.core.files.owners import register_owner

keeps = holds("worker", "committee_member", "deputy_director", "director")


@rules.predicate(name="own_booking")
def own_booking(actor: Actor, booking: Any = None) -> bool:
    """Whoever booked, or bears the code of the slip."""
    if booking is None or not hasattr(booking, "booked_at"):
        return False
    mine = actor.account is not None and actor.account == booking.account_id
    return mine or booking.pk in actor.bears


@rules.predicate(name="own_wish")
def own_wish(actor: Actor, wish: Any = None) -> bool:
    """Whoever waits in line."""
    waits = getattr(wish, "asked_at", None) is not None
    return waits and actor.account is not None and actor.account == wish.account_id


rules.add_perm("facilities.see_public", anyone)
rules.add_perm("facilities.book", lives_here | keeps | clock)
rules.add_perm("facilities.see_desk", keeps)
rules.add_perm("facilities.keep", keeps | clock)
rules.add_perm("facilities.register", keeps)
rules.add_perm("facilities.approve", keeps)
rules.add_perm("facilities.cancel", own_booking | keeps | clock)
rules.add_perm("facilities.answer_offer", own_wish | keeps)
# What follows from an act that was allowed: the next in line gets what it frees.
rules.add_perm("facilities.next_in_line", anyone)

register_owner("facilities.Facility", permission="facilities.see_desk")

# Seasons, inspections, loans and offers.


@rules.predicate(name="own_kept_row")
def own_kept_row(actor: Actor, row: Any = None) -> bool:
    """Whoever wished, asked for a loan or offered, or bears the code of the slip; of a turn, by
    the wish it came from."""
    row = getattr(row, "wish", row)
    if row is None or not hasattr(row, "slip"):
        return False
    mine = actor.account is not None and actor.account == row.account_id
    return mine or row.pk in actor.bears


rules.add_perm("facilities.run_seasons", keeps)
rules.add_perm("facilities.wish", lives_here | keeps | clock)
rules.add_perm("facilities.own_wish", own_kept_row | keeps)
rules.add_perm("facilities.own_turn", own_kept_row | keeps | clock)
rules.add_perm("facilities.inspect", keeps)
rules.add_perm("facilities.report_defect", anyone)
rules.add_perm("facilities.ask_loan", lives_here | keeps | clock)
rules.add_perm("facilities.own_loan", own_kept_row | keeps)
rules.add_perm("facilities.lend", keeps | clock)
rules.add_perm("facilities.keep_offers", keeps)
rules.add_perm("facilities.offer", lives_here | keeps | clock)
rules.add_perm("facilities.own_offer", own_kept_row | keeps)

register_owner("facilities.Inspection", permission="facilities.inspect")
register_owner("facilities.Defect", permission="facilities.inspect")
