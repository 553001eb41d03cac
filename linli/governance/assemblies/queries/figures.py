"""The figures everything is counted against, and who is on the committee."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from linli.core.access.models import Account, Holding
from linli.core.access.queries import in_term
from linli.core.people.models import Household, Tie
from linli.core.people.queries import count_households
from linli.core.places.models import Place
from linli.governance.assemblies.models import Figure
from linli.governance.assemblies.queries.representatives import representatives_on
from linli.lib.calendar import corresponding_day

COMMITTEE_POSTS = ("director", "deputy_director", "committee_member")
LIVING = (Tie.HUKOU, Tie.RESIDENT, Tie.TENANT)


def latest_figure(community: Any, kind: str, on: date) -> Figure | None:
    """The figure of that kind as it was last stated up to that day."""
    return (
        Figure.objects.filter(community=community, kind=kind, on__lte=on)
        .order_by("-on", "-at")
        .first()
    )


def count_from_roster(community: Place, kind: str, on: date, age: int) -> int:
    """The figure as the registers give it on that day."""
    if kind == "representatives":
        return representatives_on(community, on).count()
    if kind == "households":
        return count_households(community, on)
    return adults_of(community, on, age).values("person").distinct().count()


def adults_of(community: Any, on: date, age: int) -> QuerySet[Tie]:
    """Ties of those who live or are registered here and are known to be of that age or over. The
    law counts residents who have reached it; of whom the roster has no birthday that cannot be
    said, so they count once it is entered (`birthdays_unknown` tells how many they are)."""
    return _living_here(community, on).filter(
        person__birth_date__lte=corresponding_day(on, -12 * age)
    )


def birthdays_unknown(community: Any, on: date) -> int:
    """How many live or are registered here of whom the roster has no birthday: a base counted
    from the roster may be too small by as many."""
    undated = _living_here(community, on).filter(person__birth_date__isnull=True)
    return undated.values("person").distinct().count()


def _living_here(community: Any, on: date) -> QuerySet[Tie]:
    return Tie.objects.filter(
        in_term(on),
        community=community,
        kind__in=LIVING,
        person__merged_into__isnull=True,
        person__forgotten_at__isnull=True,
        person__died_on__isnull=True,
    )


def household_of(community: Any, person: Any, on: date) -> Household | None:
    """The household this person speaks for, where one named them."""
    return (
        Household.objects.filter(in_term(on), community=community, representative=person)
        .order_by("since", "pk")
        .first()
    )


def committee_members(community: Any, on: date) -> list[Account]:
    """The accounts of the committee's members on that day."""
    held = Holding.objects.filter(
        in_term(on), post__in=COMMITTEE_POSTS, place__community_id=community.pk
    )
    accounts = Account.objects.filter(pk__in=held.values("account_id")).select_related("person")
    return list(accounts.order_by("label", "pk"))
