"""Who sees and keeps what of an estate. Everybody sees who manages it; its owners, its residents
and its bodies see its accounts; a firm and an owners' committee report for their own estate."""

from typing import Any
from uuid import UUID

import rules

from linli.core.access.models import Account
from linli.core.access.permissions import lives_here
from linli.core.audit.actor import Actor, HeldPost, anyone, clock, holds
from linli.core.places.models import Place
from linli.governance.property.models import (
    AgreedPoint,
    Contract,
    Estate,
    Owner,
    OwnersBody,
    OwnersVote,
    ScopeHousehold,
)
from linli.lib.law import Finding
from linli.mechanisms.ballot.models import Poll

KEEPERS = ("worker", "committee_member", "deputy_director", "director")
keeps = holds(*KEEPERS)


def estate_of(subject: Any) -> Estate | None:
    """The estate a row belongs to."""
    if isinstance(subject, Estate):
        return subject
    for way in ("estate", "contract", "report", "case", "meeting", "owners_body", "founding"):
        row = getattr(subject, way, None)
        if row is not None:
            return estate_of(row)
    return None


@rules.predicate(name="reports_for_estate")
def reports_for_estate(actor: Actor, subject: Any = None) -> bool:
    """The firm's manager, or a member of the owners' committee, of just this estate."""
    estate = estate_of(subject)
    return estate is not None and any(_speaks_for(held, estate) for held in actor.posts)


@rules.predicate(name="in_owners_committee")
def in_owners_committee(actor: Actor, subject: Any = None) -> bool:
    """A member of the owners' committee of just this estate."""
    estate = estate_of(subject)
    return estate is not None and any(
        held.post == "owners_committee" and _speaks_for(held, estate) for held in actor.posts
    )


@rules.predicate(name="does_the_point")
def does_the_point(actor: Actor, subject: Any = None) -> bool:
    """Speaks for the side that took a point on: the firm for the firm's, the owners' committee
    for the owners'."""
    if not isinstance(subject, AgreedPoint):
        return False
    post = {"provider": "property_manager", "owners": "owners_committee"}.get(subject.side)
    estate = estate_of(subject)
    return estate is not None and any(
        held.post == post and _speaks_for(held, estate) for held in actor.posts
    )


@rules.predicate(name="belongs_to_estate")
def belongs_to_estate(actor: Actor, subject: Any = None) -> bool:
    """Owns a unit of the estate, or lives in it."""
    estate = estate_of(subject)
    if estate is None or not actor.signed_in:
        return False
    return owns_in(actor, estate) or _lives_in(actor, estate)


@rules.predicate(name="answers_for_household")
def answers_for_household(actor: Actor, subject: Any = None) -> bool:
    """The owner of the unit that is asked."""
    if not isinstance(subject, ScopeHousehold) or actor.person is None:
        return False
    return subject.owner.person_id == actor.person and subject.owner.ended_on is None


@rules.predicate(name="told_the_dispute")
def told_the_dispute(actor: Actor, subject: Any = None) -> bool:
    """Whoever told it."""
    told_by = getattr(subject, "account_id", None)
    return told_by is not None and hasattr(subject, "told_at") and told_by == actor.account


@rules.predicate(name="handles_the_dispute")
def handles_the_dispute(actor: Actor, subject: Any = None) -> bool:
    """Whoever took it on, as long as they keep estates."""
    if actor.account is None or not keeps(actor, subject):
        return False
    return bool(getattr(subject, "handler_id", None) == actor.account)


@rules.predicate(name="may_take_the_dispute")
def may_take_the_dispute(actor: Actor, subject: Any = None) -> bool:
    """Until somebody has taken it on, all who keep estates."""
    if not hasattr(subject, "handler_id") or not keeps(actor, subject):
        return False
    return subject.handler_id in (None, actor.account)


def owns_in(actor: Actor, estate: Estate) -> bool:
    """Whether this person is an owner there today."""
    if actor.person is None:
        return False
    return Owner.objects.filter(
        community=estate.community_id, estate=estate, person=actor.person, ended_on__isnull=True
    ).exists()


def estates_spoken_for(actor: Actor, community: Any) -> list[UUID]:
    """The estates this actor reports for, as a firm or as a committee."""
    posts = [held for held in actor.posts if held.community == community.pk]
    if not any(held.post in ("property_manager", "owners_committee") for held in posts):
        return []
    rows = Estate.objects.filter(community=community, until__isnull=True).select_related("place")
    return [row.pk for row in rows if any(_speaks_for(held, row) for held in posts)]


def _speaks_for(held: HeldPost, estate: Estate) -> bool:
    if held.community != estate.community_id:
        return False
    if held.post == "property_manager":
        return (
            held.body is not None
            and Contract.objects.filter(
                community=estate.community_id,
                estate=estate,
                body=held.body,
                state__in=Contract.SERVING,
            ).exists()
        )
    if held.post != "owners_committee":
        return False
    if held.body is not None:
        return OwnersBody.objects.filter(
            community=estate.community_id, estate=estate, body=held.body, until__isnull=True
        ).exists()
    path = estate.place.path
    return held.path == path or held.path.startswith(f"{path}/")


def _lives_in(actor: Actor, estate: Estate) -> bool:
    under = Place.objects.filter(
        community=estate.community_id, pk__in=actor.dwellings,
        path__startswith=f"{estate.place.path}/",
    )  # fmt: skip
    return bool(actor.dwellings) and under.exists()


@rules.predicate(name="may_tell_dispute")
def may_tell_dispute(actor: Actor, subject: Any = None) -> bool:
    """Whoever lives in the community, or owns a unit of the estate it is about."""
    return bool(lives_here(actor, subject) or belongs_to_estate(actor, subject))


rules.add_perm("property.see_public", anyone)
rules.add_perm("property.see_desk", keeps)
rules.add_perm("property.keep", keeps | clock)
rules.add_perm("property.follow_clock", keeps | clock)
rules.add_perm("property.see_accounts", belongs_to_estate | reports_for_estate | keeps)
rules.add_perm("property.report", reports_for_estate | keeps)
rules.add_perm("property.announce", in_owners_committee | keeps)
rules.add_perm("property.tell_point", does_the_point | keeps)
rules.add_perm("property.answer", answers_for_household)
rules.add_perm("property.tell_dispute", may_tell_dispute)
rules.add_perm("property.own_dispute", told_the_dispute)
rules.add_perm("property.take_dispute", may_take_the_dispute)
rules.add_perm("property.handle_dispute", handles_the_dispute)
rules.add_perm("property.release_dispute", handles_the_dispute | clock)


keeper = holds("worker")
runs = holds("worker", "deputy_director", "director")
types = holds("worker", "committee_member", "deputy_director", "director")
watches = types | holds("supervisor")


@rules.predicate(name="is_own_owner")
def is_own_owner(actor: Actor, subject: Any = None) -> bool:
    """Whoever the roster says is this owner."""
    return (
        isinstance(subject, Owner)
        and actor.person is not None
        and subject.person_id == actor.person
    )


@rules.predicate(name="sits_for_vote")
def sits_for_vote(actor: Actor, subject: Any = None) -> bool:
    """A member of the owners' committee of the estate whose vote it is; over a place, of any."""
    if isinstance(subject, Poll):
        subject = OwnersVote.objects.filter(
            community=subject.community_id, poll=subject
        ).select_related("estate__place").first()  # fmt: skip
    if isinstance(subject, (OwnersVote, Estate)):
        return bool(in_owners_committee(actor, subject))
    return isinstance(subject, Place) and any(
        held.post == "owners_committee" and held.community == subject.pk for held in actor.posts
    )


rules.add_perm("property.keep_roster", keeper)
rules.add_perm("property.run_votes", runs)
rules.add_perm("property.follow_vote", runs | clock)
rules.add_perm("property.enter_papers", types)
rules.add_perm("property.see_votes_desk", watches | sits_for_vote)
rules.add_perm("property.see_votes", anyone)
rules.add_perm("property.own_owner", is_own_owner)
rules.add_perm("property.forget_papers", clock)


def may_serve(poll: Poll, account: Account) -> Finding:
    """Papers are typed by two; nobody with an account is barred from that here."""
    return Finding(account.is_active, "property.may_serve")
