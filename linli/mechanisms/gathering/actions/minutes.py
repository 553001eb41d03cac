"""The minutes: drafted from what was recorded, signed by whoever wrote and by whoever led."""

from linli.core.audit.door import Act, action
from linli.lib.law import require
from linli.mechanisms.gathering import rules
from linli.mechanisms.gathering.actions.moving import hold, move
from linli.mechanisms.gathering.minutes import digest, draft
from linli.mechanisms.gathering.models import Gathering
from linli.mechanisms.gathering.queries import unspoken


@action("gathering.sign_as_recorder", needs="gathering.keep")
def sign_as_recorder(act: Act, gathering: Gathering) -> Gathering:
    """The recorder has read the draft and says that it is so."""
    held = hold(gathering)
    require(rules.told_in_full({"speeches": unspoken(held)}))
    return move(
        act,
        held,
        from_=(rules.CLOSED,),
        recorder_id=act.by.account,
        recorder_signed_at=act.at,
    )


@action("gathering.sign_as_chair", needs="gathering.keep")
def sign_as_chair(act: Act, gathering: Gathering) -> Gathering:
    """Whoever led it signs as well: from now on nothing of it can be changed."""
    held = hold(gathering)
    require(rules.stands(held.state, rules.CLOSED))
    require(rules.signed_by_two(held.recorder_id, act.by.account))
    return move(
        act,
        held,
        from_=(rules.CLOSED,),
        state=rules.MINUTED,
        chair_account_id=act.by.account,
        minuted_at=act.at,
        minutes_sha256=digest(draft(held)),
    )
