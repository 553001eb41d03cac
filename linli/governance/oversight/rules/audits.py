"""The director's audit, in term and on leaving: who adds to it, and what waits for it (art. 38)."""

from datetime import date

from linli.governance.oversight.rules.supervision_law import SupervisionLaw
from linli.lib.law import Finding
from linli.lib.numbers import at_least, least_at_least

REPRESENTATIVES, RESIDENTS = "representatives", "residents"


def may_add_items(by: str, signed: int, base: int, *, law: SupervisionLaw) -> Finding:
    """A third of the representatives or more, or a tenth of the residents or more, have the audit
    look at further things (art. 38): the share itself is enough."""
    share = (
        law.extra_items_of_representatives
        if by == REPRESENTATIVES
        else law.extra_items_of_residents
    )
    return Finding(
        by in (REPRESENTATIVES, RESIDENTS) and signed <= base and at_least(signed, base, share),
        f"oversight.items_by_{by}",
        cites=law.ground("rcl2025.38", f"extra_items_of_{by}"),
        numbers={"signed": signed, "base": base, "needed": least_at_least(base, share)},
    )


def period_in_order(begins: date, ends: date, on: date) -> Finding:
    """An audit looks at a time that has been."""
    return Finding(
        begins < ends <= on,
        "oversight.period_in_order",
        numbers={"begins": begins, "ends": ends, "on": on},
    )


def audit_at_step(state: str, *wanted: str) -> Finding:
    """The audit has come to that step, and not past it."""
    return Finding(state in wanted, "oversight.audit_at_step", cites=("rcl2025.38",))


def one_audit_at_a_time(running: bool) -> Finding:
    """Of one term, one audit of a kind runs at a time."""
    return Finding(not running, "oversight.one_audit_at_a_time")


def not_ones_own(own: bool) -> Finding:
    """Nobody has a hand in their own audit."""
    return Finding(not own, "oversight.not_ones_own", cites=("rcl2025.38",))


def every_item_answered(left: int) -> Finding:
    """The report says of every thing asked for what was found."""
    return Finding(
        left == 0, "oversight.every_item_answered", cites=("rcl2025.38",), numbers={"left": left}
    )


def departure_audited(missing: int) -> Finding:
    """What the audit of a director who leaves has found is published before the next election."""
    return Finding(
        missing == 0,
        "oversight.departure_audited",
        cites=("rcl2025.38",),
        numbers={"missing": missing},
    )
