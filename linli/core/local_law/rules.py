"""What may be laid down in a place, from when, and by whom: pure.

The order of norms is the law's own: over what a law settles a place lays nothing down; where it
leaves the number open, or only bounds it, the place's own number holds (RCL 43 lets the local
congresses make rules for carrying it out).
"""

from collections.abc import Sequence
from datetime import date, timedelta

from linli.lib.law import Finding, Parameter
from linli.lib.law.packs import NATIONAL, Local, ParameterStatus, ParameterValue


def national_on(rows: Sequence[Parameter], on: date) -> Parameter | None:
    """The country's row of a rule on a day; None where only places have laid anything down."""
    return next((row for row in rows if row.jurisdiction == NATIONAL and row.stands_on(on)), None)


def left_to_places(rule: str, national: Parameter | None) -> Finding:
    """The law leaves the number to the place: it has none of its own, or one that may be varied."""
    fixed = national is not None and national.left_to_places is Local.FIXED
    return Finding(
        not fixed,
        "local_law.left_to_places",
        cites=national.grounds if national is not None else (),
        numbers={"rule": rule, "value": national.value if national is not None else None},
    )


def within_bound(value: ParameterValue, national: Parameter | None) -> Finding:
    """Not below what the country asks at least, nor above what it allows at most; the bound
    itself is allowed (CC 1259)."""
    bound = national.left_to_places if national is not None else Local.FREE
    least = national is not None and bound is Local.AT_LEAST
    most = national is not None and bound is Local.AT_MOST
    holds = True
    if national is not None and (least or most):
        holds = value >= national.value if least else value <= national.value
    return Finding(
        holds,
        "local_law.within_bound",
        cites=national.grounds if national is not None and (least or most) else (),
        numbers={
            "value": value,
            "bound": national.value if national is not None else None,
            "least": least,
        },
    )


def judges_no_case_anew(begins: date, on: date, acts: int) -> Finding:
    """It begins today or later; or earlier, where nothing has been done since then that was
    judged by what held before. A case is judged by the rule of its date, and stays so."""
    return Finding(
        begins >= on or acts == 0,
        "local_law.judges_no_case_anew",
        numbers={"begins": begins, "on": on, "acts": acts},
    )


def none_under_way(cases: int) -> Finding:
    """No procedure is under way that reads the number at each of its steps: the rules of an
    election are not changed while it is held."""
    return Finding(cases == 0, "local_law.none_under_way", numbers={"cases": cases})


def stands_on_a_text(national: Parameter | None, *, own: bool, status: str) -> Finding:
    """A community sets its own promises. What decides votes, posts and duties is laid down from
    above, so there it needs the text of its county, city or province: nobody makes the rules of
    their own election."""
    promise = national is not None and national.status is ParameterStatus.PROMISE
    return Finding(
        promise or (not own and status == ParameterStatus.VERIFIED), "local_law.stands_on_a_text"
    )


def overlaps_none(
    begins: date, ends: date | None, others: Sequence[tuple[date, date | None]]
) -> Finding:
    """No later value of the same place already stands within its term; an earlier one is closed
    with the day before it, and that is no overlap."""
    later = sorted(
        start for start, _end in others if start >= begins and (ends is None or start <= ends)
    )
    return Finding(
        not later,
        "local_law.overlaps_none",
        numbers={"begins": begins, "other": later[0] if later else None},
    )


def two_people(entered_by: object, settling: object) -> Finding:
    """Whoever confirms is not whoever asked."""
    return Finding(entered_by is None or entered_by != settling, "local_law.two_people")


def waits(state: str, ended: bool) -> Finding:
    """It still waits for a second person: nobody has settled it meanwhile."""
    return Finding(state == "proposed" or ended, "local_law.waits")


def declared(declares: bool, signed: str) -> Finding:
    """Somebody declares, with their name, to have held the number against the text."""
    return Finding(declares and bool(signed.strip()), "local_law.declared")


def may_end_on(begins: date, last_day: date, on: date, ends: date | None) -> Finding:
    """Its last day is not before its first, not before today, and not after the end it has: what
    it judged stays judged by it."""
    least = max(begins, on)
    return Finding(
        least <= last_day and (ends is None or last_day <= ends),
        "local_law.may_end_on",
        numbers={"last_day": last_day, "least": least, "ends": ends},
    )


def day_before(begins: date) -> date:
    """The last day of what stood before."""
    return begins - timedelta(days=1)
