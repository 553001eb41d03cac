"""Ideas: the public ones for everybody, one's own for the author, all of them at the desk."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.governance.budgeting.models import Idea, Round, Vetting
from linli.governance.budgeting.rules.likeness import Told, similar
from linli.governance.budgeting.rules.vetting import ORDER, Found

PUBLIC = ("listed", "merged", "passed", "refused")
WAITING = ("sent", "listed")


def ideas_of(round_: Round) -> "QuerySet[Idea]":
    """All ideas of a round by their number; for the desk."""
    return (
        Idea.objects.filter(community=round_.community_id, round=round_)
        .select_related("spot", "merged_into", "round")
        .order_by("serial")
    )


def public_ideas(round_: Round) -> "QuerySet[Idea]":
    """Those that were put on the list."""
    return ideas_of(round_).filter(state__in=PUBLIC)


def public_idea(community: Any, idea_id: UUID, actor: Actor) -> Idea:
    """One that is on the list, or that the visitor sent themselves (Http404)."""
    return _found(Idea.objects.filter(_own(actor) | Q(state__in=PUBLIC)), community, idea_id)


def idea_in(community: Any, idea_id: UUID) -> Idea:
    """One at the desk (Http404)."""
    return _found(Idea.objects.all(), community, idea_id)


def own_ideas(round_: Round, actor: Actor) -> "QuerySet[Idea]":
    """What this visitor sent, whatever became of it."""
    return ideas_of(round_).filter(_own(actor))


def sent_by(round_: Round, *, account: UUID | None, person: UUID | None) -> int:
    """How many somebody has sent that stand; what they took back does not count."""
    who = Q(pk__in=[])
    if account is not None:
        who |= Q(account=account)
    if person is not None:
        who |= Q(person=person)
    return ideas_of(round_).exclude(state="withdrawn").filter(who).count()


def mergeable(idea: Idea) -> "QuerySet[Idea]":
    """What an idea may be merged into: another that is on the list, in the same round."""
    rows = Idea.objects.filter(community=idea.community_id, round=idea.round_id)
    return rows.filter(state="listed").exclude(pk=idea.pk).order_by("serial")


def alike(round_: Round, text: str, *, but: UUID | None = None) -> list[Idea]:
    """The listed ideas that say much the same as `text`, the most alike first."""
    rows = public_ideas(round_).exclude(state="merged")
    told = {each.pk: each for each in rows if each.pk != but}
    keys = similar(text, (Told(key, each.title + each.text) for key, each in told.items()))
    return [told[key] for key in keys]


def vettings_of(idea: Idea) -> list[Vetting]:
    """What was found of it, in order."""
    rows = Vetting.objects.filter(community=idea.community_id, idea=idea)
    return sorted(rows, key=lambda each: ORDER.index(each.aspect))


def found_of(idea: Idea) -> dict[str, Found]:
    """The same as the rules take it."""
    return {each.aspect: Found(each.holds, each.reason, each.fen) for each in vettings_of(idea)}


def counts_by_state(round_: Round) -> dict[str, int]:
    """How many ideas stand in which state."""
    rows = Idea.objects.filter(community=round_.community_id, round=round_)
    return dict(rows.values_list("state").annotate(number=Count("pk")))


def _own(actor: Actor) -> Q:
    mine = Q(pk__in=[])
    if actor.account is not None:
        mine |= Q(account=actor.account)
    if actor.person is not None:
        mine |= Q(person=actor.person)
    return mine


def _found(rows: "QuerySet[Idea]", community: Any, idea_id: UUID) -> Idea:
    rows = rows.filter(community=community, pk=idea_id)
    found = rows.select_related("community", "round__community", "spot", "merged_into").first()
    if found is None:
        raise Http404
    return found
