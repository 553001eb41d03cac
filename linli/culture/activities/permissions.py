"""Who arranges activities and who reads of them. Everybody reads what is announced; workers and
committee draft, announce, move and close, and keep the sheet. The supervisory committee sees the
desk and writes nothing."""

from typing import Any

import rules

from linli.core.access.permissions import lives_here
from linli.core.audit.actor import Actor, anyone, clock, holds, signed_in
from linli.core.files.owners import register_owner
from linli.core.people.models import Person

keeps = holds("worker", "committee_member", "deputy_director", "director")

rules.add_perm("activities.see_public", anyone)
rules.add_perm("activities.see_desk", keeps | holds("supervisor"))
rules.add_perm("activities.keep", keeps)
rules.add_perm("activities.remind", clock)

register_owner("activities.Picture", permission="activities.see_desk")

# What people learn, meet for and are honoured with.


@rules.predicate(name="bears_slip")
def bears_slip(actor: Actor, row: Any = None) -> bool:
    """Whoever shows the code of the slip that was given to the person a row is about."""
    return row is not None and getattr(row, "pk", None) in actor.bears


@rules.predicate(name="of_here")
def of_here(actor: Actor, subject: Any = None) -> bool:
    """Somebody of the register of the community a row lies in."""
    community = getattr(subject, "community_id", None)
    if actor.person is None or community is None:
        return False
    return bool(Person.objects.filter(community=community, pk=actor.person).exists())


@rules.predicate(name="own_entry")
def own_entry(actor: Actor, signup: Any = None) -> bool:
    """Whose sign-up it is, or who bears its code; not whoever put the name down for them, and
    nobody who keeps the sheet."""
    account = getattr(signup, "account_id", None)
    person = getattr(signup, "person_id", None)
    mine = account is not None and actor.account == account
    return mine or (person is not None and actor.person == person) or bears_slip(actor, signup)


@rules.predicate(name="is_nominee")
def is_nominee(actor: Actor, row: Any = None) -> bool:
    """The nominee, by their own account."""
    nominee = getattr(row, "nominee_id", None)
    return nominee is not None and actor.account == nominee


@rules.predicate(name="is_this_teacher")
def is_this_teacher(actor: Actor, row: Any = None) -> bool:
    """The teacher, by their own account."""
    account = getattr(row, "account_id", None)
    return account is not None and actor.account == account


@rules.predicate(name="leads_group")
def leads_group(actor: Actor, row: Any = None) -> bool:
    """Whoever leads the group a row is or belongs to."""
    group = getattr(row, "group", row)
    leader = getattr(group, "leader_id", None)
    return leader is not None and actor.account == leader


@rules.predicate(name="of_group")
def of_group(actor: Actor, row: Any = None) -> bool:
    """Whoever joined the group of a turn."""
    meeting = getattr(row, "meeting", None)
    return (
        meeting is not None
        and actor.account is not None
        and meeting.group.members.filter(account=actor.account).exists()
    )


rules.add_perm("activities.run_learning", keeps)
rules.add_perm("activities.see_learning", anyone)
resident = of_here | lives_here

rules.add_perm("activities.wish", resident)
rules.add_perm("activities.answer_needs", own_entry)
rules.add_perm("activities.own_teacher", is_this_teacher | bears_slip | keeps)
rules.add_perm("activities.join_group", resident)
rules.add_perm("activities.leave_group", signed_in)
rules.add_perm("activities.lead_group", leads_group | keeps)
rules.add_perm("activities.own_group", leads_group | bears_slip | keeps)
rules.add_perm("activities.take_turn", of_group)
rules.add_perm("activities.run_recognition", keeps)
rules.add_perm("activities.award", holds("director", "deputy_director"))
rules.add_perm("activities.nominate", resident)
rules.add_perm("activities.own_nomination", is_nominee | bears_slip | keeps)
rules.add_perm("activities.look_at_nominations", holds("representative", "supervisor"))
rules.add_perm("activities.object_to_honour", resident)
rules.add_perm("activities.own_story", bears_slip | keeps)
rules.add_perm("activities.end_honour", clock)
