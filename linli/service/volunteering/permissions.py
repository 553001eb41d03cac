"""Who does what in volunteering. Everybody reads the calls; whoever has signed in registers and
serves, always by their own yes. Workers and committee plan, mark who came and confirm hours;
whoever leads a team sees who is on its shifts, and no more; the director alone takes the record
out of the house.
whoever leads a team sees who is on its shifts, and no more; the director alone takes the record out
of the house.
Nobody reads a list of volunteers but those who keep it, and nobody any list by hours."""

from typing import Any

import rules

from linli.core.access.permissions import lives_here
from linli.core.audit.actor import Actor, anyone, clock, holds, signed_in
from linli.mechanisms.signup.models import Sheet, SignUp
from linli.mechanisms.signup.permissions import own_signup
from linli.mechanisms.signup.rules import CALLED_OFF, CANCELLED, IN
from linli.service.volunteering.models import Shift

keeps = holds("worker", "committee_member", "deputy_director", "director")


@rules.predicate(name="own_volunteering")
def own(actor: Actor, row: Any = None) -> bool:
    """The volunteer's own line, or a row that belongs to it."""
    volunteer = getattr(row, "volunteer", row)
    account = getattr(volunteer, "account_id", None)
    person = getattr(volunteer, "person_id", None)
    mine = actor.account is not None and actor.account == account
    return mine or (actor.person is not None and actor.person == person)


def _shift(subject: Any) -> Shift | None:
    if isinstance(subject, Shift):
        return subject
    if isinstance(subject, Sheet):
        rows = Shift.objects.filter(community=subject.community_id, sheet=subject)
        return rows.select_related("call__team__leader").first()
    found = getattr(subject, "shift", None)
    return found if isinstance(found, Shift) else None


@rules.predicate(name="leads_team")
def leads(actor: Actor, subject: Any = None) -> bool:
    """Whoever leads the team whose call the shift is of."""
    shift = _shift(subject)
    team = shift.call.team if shift is not None else None
    if team is None or team.ended_on is not None or team.leader is None:
        return False
    return bool(own(actor, team.leader))


@rules.predicate(name="carries_round")
def carries(actor: Actor, subject: Any = None) -> bool:
    """Whoever is on the shift, while it takes place: a place that is only offered is none yet."""
    shift = _shift(subject)
    if shift is None or actor.person is None:
        return False
    held = SignUp.objects.filter(
        community=shift.community_id, sheet=shift.sheet_id, state=IN, person=actor.person
    )
    off = shift.sheet.state == CANCELLED or shift.occasion.state == CALLED_OFF
    return not off and bool(held.exists())


@rules.predicate(name="receives_calls")
def receives(actor: Actor, row: Any = None) -> bool:
    """Whoever is called on by a round."""
    return actor.person is not None and actor.person == getattr(row, "person_id", None)


rules.add_perm("volunteering.see_public", anyone)
rules.add_perm("volunteering.see_desk", keeps)
rules.add_perm("volunteering.keep", keeps)
rules.add_perm("volunteering.register", signed_in)
rules.add_perm("volunteering.own", own | keeps)
rules.add_perm("volunteering.own_alone", own)
rules.add_perm("volunteering.see_shift", keeps | leads)
rules.add_perm("volunteering.cannot_come", own_signup | keeps)
rules.add_perm("volunteering.carry", carries | keeps)
rules.add_perm("volunteering.receive", receives | keeps)
rules.add_perm("volunteering.export", holds("director"))
rules.add_perm("volunteering.forget", clock)

# Wishes, things lent among neighbours, time exchange.

heads = holds("deputy_director", "director")


@rules.predicate(name="made_wish")
def made_wish(actor: Actor, wish: Any = None) -> bool:
    """Whose account the wish was made with."""
    return actor.account is not None and actor.account == getattr(wish, "account_id", None)


@rules.predicate(name="claimed_wish")
def claimed_wish(actor: Actor, wish: Any = None) -> bool:
    """Whoever promised to meet it, while the claim holds."""
    claim = getattr(wish, "claim", None)
    return actor.account is not None and actor.account == getattr(claim, "account_id", None)


@rules.predicate(name="put_up_note")
def put_up_note(actor: Actor, row: Any = None) -> bool:
    """Whose note it is; of what two do about it, the one who had put it up."""
    note = getattr(row, "note", row)
    return actor.account is not None and actor.account == getattr(note, "account_id", None)


@rules.predicate(name="answered_note")
def answered_note(actor: Actor, loan: Any = None) -> bool:
    """Whoever answered a note."""
    theirs = getattr(loan, "account_id", None) if hasattr(loan, "note_id") else None
    return actor.account is not None and actor.account == theirs


@rules.predicate(name="time_member")
def own_time(actor: Actor, row: Any = None) -> bool:
    """The member's own account; of a deed that waits, the one it waits for; of a slip, its book."""
    for name in ("waits_for", "member"):
        if getattr(row, f"{name}_id", None) is not None:
            row = getattr(row, name)
            break
    return actor.account is not None and actor.account == getattr(row, "account_id", None)


rules.add_perm("volunteering.make_wish", lives_here | keeps)
rules.add_perm("volunteering.look_at_wish", keeps)
rules.add_perm("volunteering.claim_wish", lives_here | keeps | holds("party_secretary"))
rules.add_perm("volunteering.held_wish", claimed_wish | keeps | clock)
rules.add_perm("volunteering.own_wish", made_wish | keeps)
rules.add_perm("volunteering.put_up_note", lives_here)
rules.add_perm("volunteering.own_note", put_up_note)
rules.add_perm("volunteering.take_down_note", keeps)
rules.add_perm("volunteering.answer_note", lives_here)
rules.add_perm("volunteering.owner_side", put_up_note)
rules.add_perm("volunteering.other_side", answered_note)
rules.add_perm("volunteering.let_go", put_up_note | keeps | clock)
rules.add_perm("volunteering.either_side", put_up_note | answered_note)
rules.add_perm("volunteering.report_note", lives_here)
rules.add_perm("volunteering.answer_report", keeps)
rules.add_perm("volunteering.remind", clock)
rules.add_perm("volunteering.decide_time", heads)
rules.add_perm("volunteering.keep_time", keeps)
rules.add_perm("volunteering.join_time", lives_here | keeps)
rules.add_perm("volunteering.own_time", own_time | keeps)
rules.add_perm("volunteering.leave_time", own_time | keeps | clock)
rules.add_perm("volunteering.settle_time", clock)
