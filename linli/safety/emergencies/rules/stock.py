"""What there must be in store, and slips by two hands."""

from datetime import date, timedelta

from linli.lib.law import Finding


def enough_there(held: int, minimum: int) -> Finding:
    """At least as many as there must be."""
    return Finding(
        held >= minimum,
        "emergencies.supply_enough",
        numbers={"held": held, "minimum": minimum},
    )


def not_running_out(expires_on: date | None, on: date, *, days: int) -> Finding:
    """That the oldest is good for more than so many days (the last of them included: 到期)."""
    good = expires_on is None or expires_on > on + timedelta(days=days)
    return Finding(good, "emergencies.supply_good", numbers={"until": expires_on, "days": days})


def can_go_out(held: int, amount: int) -> Finding:
    """No more goes out than is there."""
    return Finding(0 < amount <= held, "emergencies.slip_amount", numbers={"held": held})


def explained(held: int, counted: int, what: str) -> Finding:
    """A count that differs from the book says why."""
    return Finding(
        held == counted or bool(what.strip()),
        "emergencies.slip_explained",
        numbers={"held": held, "counted": counted},
    )


def second_hand(drawn_by: object, signs: object) -> Finding:
    """Another than who drew it signs."""
    return Finding(
        signs is not None and drawn_by is not None and drawn_by != signs,
        "emergencies.slip_two_hands",
    )


def unmoved_since(held_then: int, held: int) -> Finding:
    """That the book stands as it did when it was counted."""
    return Finding(held_then == held, "emergencies.slip_unmoved")


def empty(held: int, waits: int) -> Finding:
    """That nothing is left, and no slip waits for its second hand."""
    return Finding(
        held == 0 and waits == 0,
        "emergencies.supply_empty",
        numbers={"held": held, "waits": waits},
    )
