"""Who may do what with an election.

Until the election committee has been chosen the residents' committee prepares; from then on the
election committee runs it (art. 15) and the staff only help. What was posted everybody may read;
the rest is seen by those who run it and by the supervisors, who change nothing.
"""

from typing import Any

import rules

from linli.core.audit.actor import Actor, anyone, clock, holds
from linli.governance.elections.models import Membership, Recall
from linli.mechanisms.ballot.models import Poll, Station

prepares = holds("director", "worker")
runs = holds("election_committee")
helps = holds("election_committee", "worker", "registrar")
watches = holds("director", "supervisor")


@rules.predicate
def has_no_committee_yet(actor: Actor, election: Any) -> bool:
    """Nobody has been chosen to run it: whoever planned it may still put it off or call it off."""
    return getattr(election, "state", "") == "planned"


@rules.predicate
def is_the_nominee(actor: Actor, nomination: Any) -> bool:
    """The one who was put forward, who alone says whether they stand."""
    person = getattr(nomination, "person_id", None)
    return person is not None and person == actor.person


@rules.predicate
def is_known(actor: Actor, subject: Any) -> bool:
    """Signed in with an account that belongs to a person of the roster."""
    return actor.person is not None


@rules.predicate
def objected(actor: Actor, objection: Any) -> bool:
    """The one who raised the objection."""
    by = getattr(objection, "by_id", None)
    return by is not None and by == actor.person


@rules.predicate
def asked_for_it(actor: Actor, recall: Any) -> bool:
    """The one who asked for the recall."""
    by = getattr(recall, "asked_by_id", None)
    return by is not None and by == actor.person


@rules.predicate
def is_the_member(actor: Actor, subject: Any) -> bool:
    """The member whose recall is demanded; also over the vote on it and its stations."""
    if actor.person is None:
        return False
    membership = getattr(subject, "membership", None)
    if membership is not None:
        return bool(membership.person_id == actor.person)
    poll = subject.poll_id if isinstance(subject, Station) else getattr(subject, "pk", None)
    return (
        isinstance(subject, Poll | Station)
        and Recall.objects.filter(
            community=subject.community_id, poll=poll, membership__person=actor.person
        ).exists()
    )


@rules.predicate
def sat_or_sits(actor: Actor, subject: Any) -> bool:
    """Somebody who has, or had, a seat on the committee here: of the two sides of a handover."""
    community = getattr(subject, "community_id", None)
    if actor.person is None or community is None:
        return False
    return Membership.objects.filter(community=community, person=actor.person).exists()


rules.add_perm("elections.plan", prepares | runs)
rules.add_perm("elections.run", runs)
rules.add_perm("elections.call_off", runs | (prepares & has_no_committee_yet))
rules.add_perm("elections.help", helps)
rules.add_perm("elections.see_desk", helps | watches)
rules.add_perm("elections.see_public", anyone)
rules.add_perm("elections.register", is_known | helps)
rules.add_perm("elections.object", is_known | helps)
rules.add_perm("elections.withdraw_objection", objected | runs)
rules.add_perm("elections.nominate", is_known | helps)
rules.add_perm("elections.answer_nomination", is_the_nominee | helps)
rules.add_perm("elections.give_proxy", is_known | helps)
rules.add_perm("elections.keep_terms", prepares)
# Two appraisals end a term by law; whoever chairs the appraisal records it (art. 37).
rules.add_perm("elections.end_by_appraisal", holds("supervisor"))
rules.add_perm("elections.see_handover", helps | watches | sat_or_sits)
rules.add_perm("elections.hand_over", runs | sat_or_sits)
rules.add_perm("elections.ask_recall", is_known | prepares | holds("supervisor"))
rules.add_perm("elections.sign_recall", is_known | helps | prepares | holds("supervisor"))
# Who brings a demand or a signature of somebody else is at the desk, with the paper in hand.
rules.add_perm("elections.enter_for_others", helps | prepares | holds("supervisor"))
rules.add_perm("elections.follow_recall", asked_for_it | prepares)
# Nobody judges a demand for their own recall.
rules.add_perm("elections.judge_recall", (prepares | holds("supervisor")) & ~is_the_member)
rules.add_perm("elections.help_recall_vote", (helps | holds("supervisor")) & ~is_the_member)
rules.add_perm("elections.defend", is_the_member | holds("supervisor", "worker"))
rules.add_perm("elections.let_time_pass", clock)
