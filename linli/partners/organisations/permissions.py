"""Who keeps the register and the directory, who keeps the files of those who work here, and who
reads the own file."""

from typing import Any

import rules

from linli.core.access.permissions import lives_here
from linli.core.audit.actor import Actor, anyone, clock, holds, signed_in
from linli.partners.organisations.unit_words import DELEGATES

keeps = holds("worker", "committee_member", "deputy_director", "director")
leads = holds("director")


@rules.predicate(name="own_file")
def own_file(actor: Actor, staff: Any = None) -> bool:
    """Whoever the file is of."""
    account = getattr(staff, "account_id", None)
    return account is not None and account == actor.account


rules.add_perm("organisations.see_public", anyone)
rules.add_perm("organisations.see_desk", keeps | holds("supervisor"))
rules.add_perm("organisations.keep", keeps)
rules.add_perm("organisations.enter_terms", holds("director", "deputy_director", "worker"))
rules.add_perm("organisations.sign", keeps | holds("supervisor"))
# Vacancies and ending terms are found by the clock, and by each act that makes or fills one.
rules.add_perm("organisations.find_tasks", clock | keeps)
rules.add_perm("organisations.forget_files", clock)
rules.add_perm("organisations.lead", leads)
rules.add_perm("organisations.see_file", leads | own_file)
rules.add_perm("organisations.see_own", signed_in)


# Resident units, pledges, joint meetings, proposals. The desk keeps files and lists, and with it
# the Party secretary, whose council uses the same lists; a delegate writes and reads what is of the
# own unit and no other's; everybody reads what is shown; whoever lives here says a word about a
# pledge and thinks so too; a proposal needs no account.

_desk = holds("worker", "committee_member", "deputy_director", "director")
_lists = _desk | holds("party_secretary")


@rules.predicate(name="speaks_for_unit")
def speaks_for_unit(actor: Actor, row: Any = None) -> bool:
    """Holds a post, today, for the body which the unit of the row is known by."""
    unit = getattr(row, "unit", row)
    organisation = getattr(unit, "organisation", None)
    body = getattr(organisation, "body_id", None)
    if body is None or unit.ended_on is not None:
        return False
    return any(held.body == body for held in actor.posts_over(unit, *DELEGATES))


@rules.predicate(name="takes_part_in_project")
def in_project(actor: Actor, project: Any = None) -> bool:
    """Speaks for the unit whose offer it stands on."""
    return bool(speaks_for_unit(actor, getattr(project, "offer", None)))


@rules.predicate(name="said_proposal")
def said_it(actor: Actor, row: Any = None) -> bool:
    """Whoever said it: the account it was said with, or who bears its receipt."""
    account = getattr(row, "account_id", None)
    mine = actor.account is not None and actor.account == account
    return mine or getattr(row, "pk", None) in actor.bears


rules.add_perm("organisations.see_units", anyone)
rules.add_perm("organisations.keep_units", _lists)
rules.add_perm("organisations.be_delegate", holds(*DELEGATES))
rules.add_perm("organisations.speak_for_unit", speaks_for_unit | _lists)
rules.add_perm("organisations.end_project", in_project | _lists)
rules.add_perm("organisations.rate_pledge", lives_here)
rules.add_perm("organisations.keep_joint_meeting", _desk)
rules.add_perm("organisations.remind_of_pledge", clock)
rules.add_perm("organisations.propose", anyone)  # as the box in the hall
rules.add_perm("organisations.answer_proposal", _desk)
# Only whoever said it takes it back: the desk answers.
rules.add_perm("organisations.own_proposal", said_it)
rules.add_perm("organisations.second_proposal", lives_here)
rules.add_perm("organisations.forget_proposal", clock)


keeps_social = holds("worker", "committee_member", "deputy_director", "director")
heads_social = holds("deputy_director", "director")


@rules.predicate(name="proposed_social")
def proposed(actor: Actor, row: Any = None) -> bool:
    """Whoever handed the organisation in; of what belongs to it, of the organisation."""
    social = getattr(row, "social", row)
    return actor.account is not None and actor.account == getattr(social, "handed_in_by_id", None)


@rules.predicate(name="typed_at_desk_social")
def typed_at_desk(actor: Actor, row: Any = None) -> bool:
    """No account handed it in: it was typed at the window, or who did is forgotten."""
    return getattr(getattr(row, "social", row), "handed_in_by_id", "") is None


rules.add_perm("organisations.see_social", anyone)
rules.add_perm("organisations.propose_social", lives_here | keeps_social)
rules.add_perm("organisations.own_social", proposed | keeps_social)
# What a group handed in itself only the group takes back.
rules.add_perm("organisations.withdraw_social", proposed | (keeps_social & typed_at_desk))
rules.add_perm("organisations.see_social_desk", keeps_social | holds("supervisor"))
rules.add_perm("organisations.keep_social", keeps_social)
rules.add_perm("organisations.file_social", heads_social)


# Purchased services (purchases): workers and committee keep them, supervisors read the desk,
# everybody reads contracts and evaluations.


_buys = holds("worker", "committee_member", "deputy_director", "director")
rules.add_perm("organisations.see_purchases", anyone)
rules.add_perm("organisations.see_purchases_desk", _buys | holds("supervisor"))
rules.add_perm("organisations.keep_purchases", _buys)
