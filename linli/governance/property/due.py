"""What time does: contracts and terms that end become tasks, a contract nobody decided on goes on,
a firm nobody has relieved stays, an estate is looked after from the day its contract begins; a
dispute whose handler has left waits for another; what was kept of people goes. Safe to run twice:
what is done leaves what is looked for, so nothing waits behind it for ever."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from linli.core.audit.actor import the_clock
from linli.governance.property import due_votes, law, rules
from linli.governance.property.actions import contracts, disputes, endings, estates, scopes
from linli.governance.property.due_rows import by_community, communities_of, each_due, rows_of
from linli.governance.property.models import Contract, OwnersBody, RegimeChange
from linli.governance.property.queries.bodies import forgettable_members
from linli.governance.property.queries.disputes import forgettable, left_without_handler
from linli.governance.property.queries.scopes import cases_over
from linli.lib.calendar import corresponding_day, local_day


def run(at: datetime) -> dict[str, int]:
    """Does what is due; says how much of what."""
    done = {"contracts": _contracts(at), "terms": _terms(at), "left": _left(at)}
    return _sum(done | {"forgotten": _forget(at)}, due_votes.run(at))


def _contracts(at: datetime) -> int:
    today, done = local_day(at), 0
    coming = rows_of(Contract).filter(state="running", raised_on__isnull=True)
    for community, rows in by_community(coming):
        days = law.number("contract_raised", community, today)
        due = rows.filter(ends_on__lte=today + timedelta(days=days))
        done += each_due(contracts.raise_ending, due.order_by("ends_on", "pk"), at, "estate__place")
    over = rows_of(Contract).filter(state="running", ends_on__lt=today)
    done += each_due(contracts.run_on, over.order_by("ends_on", "pk"), at, "estate__place")
    given_up = rows_of(RegimeChange).filter(
        estate=OuterRef("estate"), after="none", on__gte=OuterRef("since")
    )
    begun = rows_of(Contract).filter(
        ~Exists(given_up), state__in=("running", "indefinite"), since__lte=today,
        estate__regime="none", estate__until__isnull=True,
    )  # fmt: skip
    done += each_due(contracts.take_up, begun.order_by("since", "pk"), at, "estate__place")
    leaving = rows_of(Contract).filter(state="notice", leaves_on__lte=today)
    return done + each_due(
        contracts.stay_on, leaving.order_by("leaves_on", "pk"), at, "estate__place"
    )


def _terms(at: datetime) -> int:
    today, done = local_day(at), 0
    coming = rows_of(OwnersBody).filter(
        raised_on__isnull=True, until__isnull=True,
        kind__in=("owners_committee", "management_committee"),
    )  # fmt: skip
    for community, rows in by_community(coming):
        months = law.number("term_raised", community, today)
        # Months differ in length: the few days too many are looked at one by one.
        last = corresponding_day(today, months) + timedelta(days=3)
        near = rows.filter(term_ends__lte=last).order_by("term_ends", "pk")
        due = [
            row.pk for row in near
            if today >= rules.founding.term_reported_by(row.term_ends, months)
        ]  # fmt: skip
        done += each_due(estates.raise_term, near.filter(pk__in=due), at, "estate__place")
    return done


def _left(at: datetime) -> int:
    return each_due(
        disputes.release_dispute, left_without_handler(local_day(at)), at, "estate__place"
    )


def _forget(at: datetime) -> int:
    """A year after what it was kept for is over: see `grounds.py`."""
    today, done = (
        local_day(at),
        each_due(scopes.forget_answers, cases_over(local_day(at)), at, "estate__place"),
    )
    for rows, act in (
        (forgettable(today), disputes.forget_disputes),
        (forgettable_members(today), endings.forget_members),
    ):
        for community in communities_of(rows):
            done += act(community, until=today, by=the_clock(), at=at)
    return done


def _sum(*counts: dict[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in counts:
        for name, count in each.items():
            found[name] = found.get(name, 0) + count
    return found
