"""The clocks of a management contract (CC 944–950)."""

from datetime import date, timedelta

from linli.lib.law import Finding
from linli.lib.law.finding import Value

DISMISS, NOT_RENEW, UNDECIDED, INDEFINITE, STAY = (
    "civil_code_property.946", "civil_code_property.947", "civil_code_property.948",
    "civil_code_property.948", "civil_code_property.950",
)  # fmt: skip


def notice_in_time(
    side: str, *, notice_on: date, leaves_on: date, ends_on: date | None, days: int
) -> Finding:
    """Whether a written notice reached the other side early enough. `side`: owners (dismissal) or
    provider (will not renew); `ends_on`: the contract's last day, None where it runs on without
    an end. `days` before: counted from the notice, the day itself not."""
    if side == "provider" and ends_on is not None:
        latest = ends_on - timedelta(days=days)
        holds, cites = notice_on <= latest and leaves_on > ends_on, (NOT_RENEW,)
        first = ends_on + timedelta(days=1)
    else:
        first = notice_on + timedelta(days=days)
        holds, latest = leaves_on >= first, leaves_on - timedelta(days=days)
        cites = (INDEFINITE,) if ends_on is None else (DISMISS,)
    numbers: dict[str, Value] = {"days": days, "first": first, "latest": latest}
    return Finding(holds, f"property.notice_{side}_in_time", cites=cites, numbers=numbers)


def notice_not_ahead(notice_on: date, on: date) -> Finding:
    """A notice is entered once it has reached the other side."""
    return Finding(notice_on <= on, "property.not_ahead", numbers={"day": notice_on})


def asks_decision_from(ends_on: date, days: int) -> date:
    """From which day the end of the contract is a task."""
    return ends_on - timedelta(days=days)


def ran_out(ends_on: date, on: date) -> bool:
    """Whether the contract's last day is over: without a new decision it goes on, without end."""
    return on > ends_on


def handed_over_whole(open_items: int, items: int) -> Finding:
    """Every room, paper and key on the list has been handed over, and there is a list."""
    return Finding(
        items > 0 and open_items == 0,
        "property.handed_over_whole",
        cites=("civil_code_property.949",),
        numbers={"open": open_items, "items": items},
    )


def somebody_takes_over(successor: bool) -> Finding:
    """A firm may go once somebody serves in its stead: a new firm, or the owners themselves."""
    return Finding(successor, "property.somebody_takes_over", cites=(STAY,))


def no_cutting() -> Finding:
    """Nobody may cut water, power, heat or gas to press for fees: there is no way to enter it."""
    return Finding(False, "property.no_cutting", cites=("civil_code_property.944",))
