"""What time does: contracts and terms that end become tasks, a contract nobody decided on goes on,
a firm nobody has relieved stays; disputes are forgotten. Safe to run twice."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from linli.core.audit.actor import the_clock
from linli.governance.property import due_votes, law, rules
from linli.governance.property.actions import contracts, disputes, estates
from linli.governance.property.models import Contract, Dispute, OwnersBody
from linli.lib.calendar import local_day
from linli.lib.law import Refused

AT_ONCE = 200
WIDEST = timedelta(days=800)
"""No place asks to be reminded longer before."""


def run(at: datetime) -> dict[str, int]:
    """Does what is due; says how much of what."""
    done = {"contracts": _contracts(at), "terms": _terms(at), "forgotten": _forget(at)}
    return done | due_votes.run(at)


def _contracts(at: datetime) -> int:
    today, done = local_day(at), 0
    running = _rows(Contract).filter(state="running", ends_on__lte=today + WIDEST)
    for row in running.select_related("estate__place", "community")[:AT_ONCE]:
        days = law.number("contract_raised", row.community, today)
        if row.raised_on is None and today >= rules.contracts.asks_decision_from(row.ends_on, days):
            done += _do(contracts.raise_ending, row, at)
            row.refresh_from_db()
        if rules.contracts.ran_out(row.ends_on, today):
            done += _do(contracts.run_on, row, at)
    leaving = _rows(Contract).filter(state="notice", leaves_on__lte=today)
    for row in leaving.select_related("estate", "community")[:AT_ONCE]:
        done += _do(contracts.stay_on, row, at)
    return done


def _terms(at: datetime) -> int:
    today, done = local_day(at), 0
    rows = _rows(OwnersBody).filter(
        raised_on__isnull=True, until__isnull=True, term_ends__lte=today + WIDEST,
        kind__in=("owners_committee", "management_committee"),
    )  # fmt: skip
    for row in rows.select_related("estate", "community")[:AT_ONCE]:
        months = law.number("term_raised", row.community, today)
        if today >= rules.founding.term_reported_by(row.term_ends, months):
            done += _do(estates.raise_term, row, at)
    return done


def _forget(at: datetime) -> int:
    today, done = local_day(at), 0
    rows = _rows(Dispute).filter(
        closed_at__date__lt=today - disputes.FORGOTTEN_AFTER, account__isnull=False
    )
    for community in {row.community for row in rows.select_related("community")[:AT_ONCE]}:
        done += disputes.forget_disputes(community, until=today, by=the_clock(), at=at)
    return done


def _do(act: Callable[..., object], row: Any, at: datetime) -> int:
    with suppress(Refused):  # somebody was a moment faster
        act(row, by=the_clock(), at=at)
        return 1
    return 0


def _rows(model: Any) -> Any:
    return model.objects.across_communities("time runs everywhere")
