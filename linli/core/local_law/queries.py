"""Reading what a community has entered, and what stood on the value before."""

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.core.audit.models import Entry
from linli.core.local_law.models import LocalValue
from linli.core.local_law.rules import national_on
from linli.core.local_law.standing import readers_of
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Parameter, held
from linli.lib.law.packs import Local
from linli.lib.law.titles import is_example

EVERYTHING = "calendar."
"""Rules that every limit is counted by, whoever set it."""


def values_here(community: Place) -> QuerySet[LocalValue]:
    """What was entered for this community and for the places it lies in, also what has ended."""
    return LocalValue.objects.filter(jurisdiction__in=jurisdictions_of(community)).order_by(
        "rule", "-in_force_from", "pk"
    )


def waiting_here(community: Place) -> QuerySet[LocalValue]:
    """What waits for a second person: to be in force, or to end."""
    return values_here(community).filter(
        Q(state="proposed") | Q(state="confirmed", end_asked__isnull=False)
    )


def value_here(community: Place, pk: UUID) -> LocalValue | None:
    """One of them, if it is of this community or a place it lies in."""
    return values_here(community).filter(pk=pk).first()


def rows_of(rule: str) -> tuple[Parameter, ...]:
    """Every row of a rule; none where there is no such rule."""
    return tuple(row for row in held().of_rule(rule) if not is_example(row.jurisdiction))


def unit_of(rule: str) -> str:
    """What a known rule is counted in."""
    unit = held().unit_of(rule)
    assert unit is not None, rule
    return unit


def rules_left_to_places(on: date) -> list[str]:
    """The rules for which a place may lay down its own number on that day, by name."""
    found = []
    for rule in sorted(held().rules):
        rows = rows_of(rule)
        national = national_on(rows, on)
        if not rows and rule not in held().left:
            continue  # only an example has it
        if national is None or national.left_to_places is not Local.FIXED:
            found.append(rule)
    return found


def terms_beside(jurisdiction: str, rule: str) -> list[tuple[date, date | None]]:
    """From when to when confirmed values of the rule hold in that place."""
    rows = LocalValue.objects.filter(jurisdiction=jurisdiction, rule=rule, state="confirmed")
    return list(rows.order_by("in_force_from").values_list("in_force_from", "in_force_to"))


def acts_since(rule: str, community: Any, begins: date, on: date) -> int:
    """How many acts the book tells, from that day to before today, of the apps that read the
    rule; in every community where none is named. Nothing finer is asked: a case may have been
    judged by the number in any of them."""
    if begins >= on:
        return 0
    midnight = datetime.combine(begins, time(), SHANGHAI)
    entries = Entry.objects.filter(at__gte=midnight)
    if community is not None:
        entries = entries.filter(community=community.pk)
    if not rule.startswith(EVERYTHING):
        apps: Sequence[str] = readers_of(rule)
        if not apps:
            return 0
        entries = entries.filter(reduce(or_, (Q(action__startswith=f"{label}.") for label in apps)))
    return entries.exclude(action__startswith="local_law.").count()
