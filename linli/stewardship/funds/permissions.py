"""Who may do what with money.

Workers and committee keep the accounts: they enter what came in, ask, pay and bring vouchers.
Director, deputy and members agree to what others ask for; the director or deputy closes a month
another prepared, and the director records the budget residents decided. The supervisory committee
sees all of it and writes nothing. Everybody reads the sheet, down to the voucher, without persons;
the street office reads what everybody reads.
"""

from typing import Any

import rules

from linli.core.audit.actor import Actor, anyone, holds, signed_in
from linli.core.files.owners import register_owner

keeps = holds("worker", "committee_member", "deputy_director", "director")
agrees = holds("committee_member", "deputy_director", "director")
heads = holds("deputy_director", "director")

rules.add_perm("funds.see_public", anyone)
rules.add_perm("funds.see_desk", keeps | holds("supervisor"))
rules.add_perm("funds.keep", keeps)
rules.add_perm("funds.approve", agrees)
rules.add_perm("funds.clear_voucher", keeps)
rules.add_perm("funds.prepare_month", keeps)
rules.add_perm("funds.close_month", heads)
rules.add_perm("funds.settle_budget", holds("director"))
rules.add_perm("funds.export", keeps | holds("supervisor"))

register_owner("funds.Voucher", permission="funds.see_desk")

# Gifts, goods, charities, grants and bank lines.


@rules.predicate(name="bears_receipt")
def bears_receipt(actor: Actor, gift: Any = None) -> bool:
    """Whoever shows the receipt of a gift is its donor."""
    return gift is not None and getattr(gift, "pk", None) in actor.bears


@rules.predicate(name="handed_in_bid")
def handed_in(actor: Actor, row: Any = None) -> bool:
    """Whoever handed the bid in; of a stage, in the bid it belongs to."""
    bid = getattr(row, "bid", row)
    return actor.account is not None and actor.account == getattr(bid, "handed_in_by_id", None)


@rules.predicate(name="scores_bid")
def scores(actor: Actor, bid: Any = None) -> bool:
    """Whoever was named as a scorer when the call was drafted."""
    call = getattr(bid, "call", None)
    return (
        call is not None
        and actor.account is not None
        and call.scorers.filter(account=actor.account).exists()
    )


rules.add_perm("funds.ask_about_gift", bears_receipt)
rules.add_perm("funds.keep_charities", heads)
rules.add_perm("funds.run_grants", keeps)
rules.add_perm("funds.bid", signed_in)
rules.add_perm("funds.own_bid", handed_in | keeps)
rules.add_perm("funds.score_bids", scores)

register_owner("funds.GiftNews", permission="funds.see_desk")
register_owner("funds.Charity", permission="funds.see_desk")
register_owner("funds.Stage", permission="funds.see_desk")
