"""What became of what won: purchases, photographs, acceptance, rating."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from django.db.models import Avg, Count, QuerySet, Sum
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.files.models import StoredFile
from linli.core.files.queries import files_of
from linli.core.people.keys import index_key
from linli.governance.budgeting.models import Acceptor, Project, Purchase, Rating, Round
from linli.lib.facts import token
from linli.lib.numbers import suppressed

WON = ("funded", "under_way", "built", "accepted", "given_up")
PUBLIC = ("not_funded", *WON)


@dataclass(frozen=True, slots=True)
class Rated:
    """What residents think of it: how many rated, and the mean to one decimal; None while they are
    fewer than the floor."""

    number: int | None
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class Accepting:
    """How acceptance stands: how many are named, said yes, said no; and in what words."""

    named: int
    yes: int
    no: int
    words: tuple[str, ...]


def project_in(community: Any, project_id: UUID) -> Project:
    """One project at the desk (Http404)."""
    return _found(Project.objects.all(), community, project_id)


def public_project(community: Any, project_id: UUID) -> Project:
    """One that everybody may see, from the publication of the result on (Http404)."""
    rows = Project.objects.filter(round__state__in=["decided", "ended"])
    return _found(rows, community, project_id)


def won_in(round_: Round) -> "QuerySet[Project]":
    """What won, with what was spent on it."""
    rows = Project.objects.filter(community=round_.community_id, round=round_, state__in=WON)
    return rows.annotate(spent=Sum("purchases__fen", default=0)).order_by("position")


def purchases_of(project: Project) -> "QuerySet[Purchase]":
    """What was bought for it."""
    return Purchase.objects.filter(community=project.community_id, project=project)


def spent_on(project: Project) -> int:
    """What was spent on it, in fen."""
    return int(purchases_of(project).aggregate(spent=Sum("fen", default=0))["spent"])


def photos_of(project: Project) -> "QuerySet[StoredFile]":
    """Photographs of the place; everybody may see them."""
    return files_of(project, "photo")


def acceptors_of(project: Project) -> "QuerySet[Acceptor]":
    """Who is named to accept it; for the desk."""
    rows = Acceptor.objects.filter(community=project.community_id, project=project)
    return rows.select_related("person").order_by("pk")


def accepting(project: Project) -> Accepting:
    """How acceptance stands, without a name."""
    rows = list(acceptors_of(project))
    return Accepting(
        len(rows),
        sum(each.says is True for each in rows),
        sum(each.says is False for each in rows),
        tuple(each.words for each in rows if each.words),
    )


def own_acceptance(project: Project, actor: Actor) -> Acceptor | None:
    """The visitor's own part in the acceptance, if they were named."""
    if actor.person is None:
        return None
    return acceptors_of(project).filter(person=actor.person).first()


def rated(project: Project) -> Rated:
    """What residents think of it, from the floor on."""
    rows = Rating.objects.filter(community=project.community_id, project=project)
    told = rows.aggregate(number=Count("pk"), mean=Avg("stars"))
    if suppressed(told["number"]) or not told["number"]:
        return Rated(None, None)
    mean = Decimal(str(told["mean"])).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Rated(told["number"], mean)


def token_of(project: Project, actor: Actor) -> str:
    """What stands for the visitor among the ratings of this project, and of no other."""
    subject = actor.person or actor.account
    assert subject is not None
    return token(index_key(), project.pk, 0, subject)


def own_rating(project: Project, actor: Actor) -> int | None:
    """How the visitor rated it."""
    if not actor.signed_in:
        return None
    rows = Rating.objects.filter(community=project.community_id, project=project)
    return rows.filter(token=token_of(project, actor)).values_list("stars", flat=True).first()


def _found(rows: "QuerySet[Project]", community: Any, project_id: UUID) -> Project:
    rows = rows.filter(community=community, pk=project_id)
    found = rows.select_related("community", "round__community", "idea").first()
    if found is None:
        raise Http404
    return found
