"""The money of a call for grants is kept from the day it is published: for the whole call, from the
result on for each grant by itself, so that no two calls promise the same money."""

from linli.core.audit.door import Act
from linli.stewardship.funds.actions.steps import earmark, take_back
from linli.stewardship.funds.models import Bid, GrantCall, Reserve
from linli.stewardship.funds.queries.grants import kept_for


def keep_for_call(act: Act, call: GrantCall) -> Reserve:
    """All a call promises. Refused where there is not as much in its source."""
    key = f"call:{call.pk}"
    return earmark(act, call.source, fen=call.fen, what=call.title, key=key, undecided=True)


def keep_for_grant(act: Act, bid: Bid) -> Reserve:
    """What a bid was granted."""
    what = f"{bid.call.title}：{bid.group}"[:80]
    return earmark(act, bid.call.source, fen=bid.fen, what=what, key=f"grant:{bid.pk}")


def give_back(act: Act, row: GrantCall | Bid) -> None:
    """What is left of what was kept goes back to the source; nothing where nothing is left."""
    kept = kept_for(row)
    if kept is not None:
        take_back(act, kept)
