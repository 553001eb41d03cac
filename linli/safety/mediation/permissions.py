"""Who may do what with mediations: the case's own mediators and its parties, and nobody else.

The chair of the mediation committee sees what is new until it is assigned; where no chair is
entered, any mediator may take it. Director and supervisors read counts by kind and never a case.
A worker at the window may write an application down, and cannot open it again.
"""

from datetime import date
from typing import Any
from uuid import UUID

import rules
from django.db.models import QuerySet

from linli.core.access.models import Holding
from linli.core.access.permissions import lives_here
from linli.core.access.queries import accounts_holding, in_term
from linli.core.audit.actor import Actor, clock, holds
from linli.core.files.owners import register_closed_owner
from linli.safety.mediation.models import Exhibit, Mediation, Term, people_of

mediates = holds("mediator")
works_here = holds("mediator", "worker")
counts = holds("mediator", "director", "supervisor")


def chair_of(community: Any, on: date) -> UUID | None:
    """The account of whoever takes the chair of the mediation committee that day and still holds
    the post; None where nobody does, and then any mediator takes what is new."""
    key = getattr(community, "pk", community)
    term = (
        Term.objects.filter(community=key, chosen_on__lte=on, until__gt=on)
        .order_by("-chosen_on")
        .values_list("chair_id", flat=True)
        .first()
    )
    if term is None:
        return None
    posts = Holding.objects.filter(
        in_term(on), post="mediator", account_id=term, place__community_id=key
    )
    return term if posts.exists() else None


def set_assigner(case: Mediation, on: date) -> list[UUID]:
    """Sets who takes the chair and with whom a new case waits; gives whom to tell of it."""
    case.chair_account = chair_of(case.community_id, on)
    if case.chair_account is not None:
        case.waits_with = case.chair_account
        return [case.chair_account]
    accounts = [each.pk for each in accounts_holding(case.community_id, "mediator", on=on)]
    case.waits_with = accounts[0] if accounts else None
    return accounts


@rules.predicate
def is_its_mediator(actor: Actor, subject: Any) -> bool:
    """The actor mediates this very case."""
    case = subject if isinstance(subject, Mediation) else getattr(subject, "case", None)
    if not isinstance(case, Mediation) or actor.account is None:
        return False
    return any(each.account_id == actor.account for each in case.current_mediators)


@rules.predicate
def is_its_party(actor: Actor, subject: Any) -> bool:
    """The actor is a party of this very case, or acts for one by mandate."""
    if not isinstance(subject, Mediation) or actor.person is None:
        return False
    return any(actor.person in people_of(side) for side in subject.sides)


@rules.predicate
def assigns(actor: Actor, subject: Any) -> bool:
    """The actor takes the chair, as the act that asks has found out (`chair_account`)."""
    if not isinstance(subject, Mediation):
        return True
    return subject.chair_account is not None and subject.chair_account == actor.account


@rules.predicate
def is_given_it(actor: Actor, subject: Any) -> bool:
    """The actor was given the case; or it is new, and they or nobody takes the chair."""
    if not isinstance(subject, Mediation):
        return True
    if subject.state == "assigned":
        return subject.assignee_id is not None and subject.assignee_id == actor.account
    return subject.state == "received" and subject.chair_account in (None, actor.account)


rules.add_perm("mediation.see_desk", mediates)
rules.add_perm("mediation.register", works_here)
rules.add_perm("mediation.apply", lives_here)
rules.add_perm("mediation.offer", mediates)
rules.add_perm("mediation.assign", mediates & assigns)
rules.add_perm("mediation.take", mediates & is_given_it)
rules.add_perm("mediation.handle", mediates & is_its_mediator)
rules.add_perm("mediation.hand_back", mediates & is_given_it)
rules.add_perm("mediation.speak", (mediates & is_its_mediator) | is_its_party)
rules.add_perm("mediation.screen", mediates)
rules.add_perm("mediation.keep_committee", holds("mediator", "director"))
rules.add_perm("mediation.see_counts", counts)
rules.add_perm("mediation.forget", clock)


def exhibits_to_see(actor: Actor, key: UUID) -> "QuerySet[Exhibit]":
    """The exhibit of that id, where the actor mediates its case."""
    here = [held.community for held in actor.posts if held.post == "mediator"]
    return Exhibit.objects.filter(
        community__in=here,
        pk=key,
        case__mediators__account=actor.account,
        case__mediators__until__isnull=True,
    )


register_closed_owner("mediation.Exhibit", exhibits_to_see)
