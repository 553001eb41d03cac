"""The ends that are no agreement: each with the other routes told, to both sides."""

from collections.abc import Sequence

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import take
from linli.safety.mediation.actions.telling import say_why, tell_mediators, tell_sides
from linli.safety.mediation.flows import MEDIATION
from linli.safety.mediation.kinds import BARS, ROUTES, title_in
from linli.safety.mediation.models import Mediation, Party, asked_by
from linli.safety.mediation.rules import starting as rules

EVERY_ROUTE = tuple(key for key, _title in ROUTES)


@action("mediation.refuse", needs="mediation.speak")
def refuse(act: Act, case: Mediation, *, party: Party, seen: int | None = None) -> Mediation:
    """One party clearly refuses, which stops it at any time before an agreement is in force (17).
    No reason is asked for, and both sides hear of it."""
    take(act, MEDIATION, case, "refuse", seen=seen)
    party.willing = False
    party.save(update_fields=["willing"])
    case.sides_changed()
    _end(act, case, EVERY_ROUTE)
    tell_mediators(act, case, "mediation.stopped")
    tell_sides(act, case, "mediation.stopped")
    return case


@action("mediation.withdraw", needs="mediation.speak")
def withdraw(act: Act, case: Mediation, *, seen: int | None = None) -> Mediation:
    """Whoever asked needs it no longer; they say so themselves or to whoever mediates."""
    require(
        rules.withdrawn_by(
            asked=asked_by(case, act.by.person),
            mediates=any(each.account_id == act.by.account for each in case.current_mediators),
        )
    )
    heard = case.taken_at is not None
    take(act, MEDIATION, case, "withdraw", seen=seen)
    _end(act, case, EVERY_ROUTE)
    tell_mediators(act, case, "mediation.stopped")
    if heard:
        tell_sides(act, case, "mediation.stopped")
    return case


@action("mediation.fail", needs="mediation.handle")
def fail(
    act: Act, case: Mediation, *, why: str, routes: Sequence[str], seen: int | None = None
) -> Mediation:
    """The talks come to nothing (26)."""
    require(rules.routes_told(routes))
    take(act, MEDIATION, case, "fail", seen=seen)
    _end_with(act, case, why, routes)
    return case


@action("mediation.decline", needs="mediation.handle")
def decline(
    act: Act,
    case: Mediation,
    *,
    bars: Sequence[str],
    why: str = "",
    routes: Sequence[str],
    seen: int | None = None,
) -> Mediation:
    """It is none for mediation: what bars it is named, and where to go."""
    require(rules.routes_told(routes))
    take(act, MEDIATION, case, "decline", seen=seen)
    words = [title_in(BARS, bar) for bar in bars]
    _end_with(act, case, "\n".join([*words, why.strip()]).strip(), routes)
    return case


@action("mediation.hand_to_police", needs="mediation.handle")
def hand_to_police(act: Act, case: Mediation, *, why: str, seen: int | None = None) -> Mediation:
    """It has become the police's; the mediation is over."""
    take(act, MEDIATION, case, "hand_to_police", seen=seen)
    _end_with(act, case, why, ("court", "legal_aid"))
    return case


@action("mediation.break_off", needs="mediation.handle")
def break_off(
    act: Act, case: Mediation, *, why: str, routes: Sequence[str], seen: int | None = None
) -> Mediation:
    """The agreement is not kept, and urging did not help: both hear that they may sue (31, 32)."""
    require(rules.routes_told(routes))
    take(act, MEDIATION, case, "break_off", seen=seen)
    _end_with(act, case, why, routes)
    return case


def _end_with(act: Act, case: Mediation, why: str, routes: Sequence[str]) -> None:
    say_why(act, case, why)
    _end(act, case, routes)
    tell_sides(act, case, "mediation.ended")


def _end(act: Act, case: Mediation, routes: Sequence[str]) -> None:
    case.ended_on, case.routes = local_day(act.at), list(routes)
    case.save(update_fields=["ended_on", "routes"])
