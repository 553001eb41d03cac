"""What time does to notices: those whose period is over come down, also after a standstill; those
whose consent is gone too; and what has served its purpose is forgotten.

Reading never waits for this: `queries.public` shows nothing past its time.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef

from linli.core.audit.actor import the_clock
from linli.core.people.models import Consent
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.law import Refused, parameter
from linli.mechanisms.publication.actions import (
    expire,
    forget_notice,
    forget_objection,
    take_down_unconsented,
)
from linli.mechanisms.publication.models import NamedPerson, Objection, Posting
from linli.mechanisms.publication.registry import templates

AT_ONCE = 200


def run(at: datetime) -> dict[str, int]:
    """Notes every notice whose time is over by `at`; returns how many. Safe to run twice and
    by several processes at once."""
    over = Posting.objects.across_communities("time passes everywhere").filter(
        listed_at__isnull=False, comes_down_at__lte=at
    )
    done = {"expired": _each(expire, over.order_by("comes_down_at"), at)}
    done["unconsented"] = _each(take_down_unconsented, _unconsented(), at)
    done["forgotten"] = sum(
        _each(forget_notice, _to_forget(name, each.forget_days, at), at)
        for name, each in templates().items()
        if each.forget_days is not None
    )
    done["objections_forgotten"] = _forget_objections(at)
    return {key: number for key, number in done.items() if number or key == "expired"}


def _each(do: Any, rows: Any, at: datetime) -> int:
    done = 0
    for pk in list(rows.values_list("pk", flat=True)):
        posting = Posting.objects.across_communities("one found above").filter(pk=pk).first()
        if posting is None:
            continue
        try:
            do(posting, by=the_clock(), at=at)
        except Refused:
            continue  # another process, or somebody at the desk, was first
        done += 1
    return done


def _unconsented() -> Any:
    """What is up and names somebody who no longer agrees."""
    asking = {name: each.consent for name, each in templates().items() if each.consent}
    gone = Posting.objects.none()
    for name, purpose in asking.items():
        agreeing = Consent.objects.across_communities("time passes everywhere").filter(
            person=OuterRef("person"), purpose=purpose, withdrawn_at__isnull=True
        )
        named = NamedPerson.objects.across_communities("time passes everywhere").filter(
            ~Exists(agreeing), posting=OuterRef("pk")
        )
        gone = gone | Posting.objects.across_communities("time passes everywhere").filter(
            Exists(named), template=name, listed_at__isnull=False
        )
    return gone


def _to_forget(name: str, days: int | None, at: datetime) -> Any:
    rows = Posting.objects.across_communities("time passes everywhere").filter(
        template=name,
        ended_at__isnull=False,
        ended_at__lte=at - timedelta(days=days or 0),
        forgotten_at__isnull=True,
    )
    return rows.order_by("ended_at")


def _forget_objections(at: datetime) -> int:
    closed = Objection.objects.across_communities("time passes everywhere").filter(
        closed_at__isnull=False, forgotten_at__isnull=True
    )
    held = closed.order_by().values_list("community", flat=True).distinct()
    forgotten = 0
    for community in Place.objects.filter(pk__in=list(held)):
        rule, laws = "notices.objection_kept", jurisdictions_of(community)
        days = int(parameter(rule, local_day(at), laws).value)
        due = Objection.objects.filter(
            community=community,
            closed_at__lte=at - timedelta(days=days),
            forgotten_at__isnull=True,
        )
        for objection in due.order_by("closed_at")[:AT_ONCE]:
            forget_objection(objection, by=the_clock(), at=at)
            forgotten += 1
    return forgotten
