"""Slips of paper: a member's cheque book is printed, a slip is typed in at the desk, once."""

import secrets
from datetime import date
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.lib.identity.receipt import parse_receipt, receipt_from
from linli.lib.law import Finding, require
from linli.service.volunteering.actions.minutes import (
    at_desk,
    enter_deed,
    fit_purpose,
    known_member,
    new_deed,
    not_both_hands,
    stay_within,
    take_hold,
    tell,
    whole,
)
from linli.service.volunteering.models import TimeCheque, TimeDeed, TimeMember, TimeScheme
from linli.service.volunteering.queries.exchange import last_cheque
from linli.service.volunteering.rules import exchange as rules

CODE_BYTES = 16
MOST_SLIPS = 20


@action("volunteering.print_cheques", needs="volunteering.own_time")
def print_cheques(act: Act, member: TimeMember, *, slips: int, minutes: int) -> list[TimeCheque]:
    """A cheque book of so many slips, each of so many minutes, numbered and with a code."""
    scheme = member.scheme
    take_hold(act, scheme)
    require(Finding(member.is_in, "volunteering.member_is_in", numbers={"number": member.number}))
    require(
        Finding(0 < slips <= MOST_SLIPS, "volunteering.slips_most", numbers={"most": MOST_SLIPS})
    )
    whole(minutes, scheme.community, act)
    last, book = last_cheque(scheme.community_id), new_id()
    made = [
        TimeCheque(
            community_id=scheme.community_id,
            member=member,
            book_of=book,
            number=last + step,
            code=receipt_from(secrets.token_bytes(CODE_BYTES)),
            minutes=minutes,
            printed_at=act.at,
        )
        for step in range(1, slips + 1)
    ]
    TimeCheque.objects.bulk_create(made)
    act.note(number=member.number, slips=slips)
    return made


@action("volunteering.type_cheque", needs="volunteering.keep_time")
def type_cheque(
    act: Act, scheme: TimeScheme, *, code: str, giver: int, on: date, purpose: str
) -> TimeDeed:
    """Types a slip in that a neighbour handed over for help: its code, who helped, when and with
    what. The receiver's hand is on the paper; a slip counts once, whoever types it."""
    take_hold(act, scheme)
    slip = _slip_of(scheme.community_id, code)
    fit_purpose(purpose, slip.minutes, on, act, scheme.community)
    helper, receiver = known_member(scheme, giver), slip.member
    require(rules.between_two(same=helper.pk == receiver.pk))
    not_both_hands(act, helper, receiver)
    today = local_day(act.at)
    stay_within(act, helper, slip.minutes, today)
    stay_within(act, receiver, -slip.minutes, today)
    slip.state, slip.ended_at = "used", act.at
    slip.save(update_fields=["state", "ended_at"])
    deed = new_deed(
        act, scheme, "cheque", slip.minutes, on=on, giver=helper, receiver=receiver,
        purpose=purpose, cheque=slip,
    )  # fmt: skip
    enter_deed(act, deed, receiver.held, helper.held)
    for member in (helper, receiver):
        tell(act, member, "volunteering.cheque_typed", minutes=slip.minutes)
    return deed


@action("volunteering.void_cheque", needs="volunteering.own_time")
def void_cheque(act: Act, cheque: TimeCheque) -> TimeCheque:
    """A slip that was lost or spoilt counts no more."""
    take_hold(act, cheque.member.scheme, on=False)
    cheque.refresh_from_db(fields=["state"])
    require(rules.slip_is_good(cheque.state, str(cheque.number)))
    cheque.state, cheque.ended_at = "void", act.at
    cheque.save(update_fields=["state", "ended_at"])
    act.note(number=cheque.number)
    if at_desk(act, cheque.member):
        tell(act, cheque.member, "volunteering.cheque_void", number=cheque.number)
    return cheque


def _slip_of(community: UUID, code: str) -> TimeCheque:
    """The slip of a code as it was typed; the book is held, so that its state stays so."""
    plain = parse_receipt(code)
    rows = TimeCheque.objects.filter(community=community, code=str(plain))
    found = rows.select_related("member__held", "member__scheme").first()
    require(Finding(found is not None, "volunteering.slip_found"))
    assert found is not None
    require(rules.slip_is_good(found.state, str(found.number)))
    return found
