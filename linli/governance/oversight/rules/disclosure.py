"""What disclosure asks (RCL 2025 art. 34): of what time, by when, checked by whom, nothing left
out in silence, figures that add up. Amounts are in fen."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from linli.lib.law import Finding

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
"""How many months each rhythm spans; `event` follows no calendar."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days an item speaks of, both included."""

    since: date
    until: date


def period_ended(every: str, on: date) -> Period | None:
    """The last whole period that was over before the day `on`; None for what has no rhythm."""
    span = MONTHS.get(every)
    if span is None:
        return None
    first = _first_of(on, span)
    return Period(_month_on(first, -span), first - timedelta(days=1))


def period_now(every: str, on: date) -> Period | None:
    """The period `on` lies in; None for what has no rhythm."""
    span = MONTHS.get(every)
    if span is None:
        return None
    first = _first_of(on, span)
    return Period(first, _month_on(first, span) - timedelta(days=1))


def due_day(period: Period, day: int) -> date:
    """The last day in time: the `day` of the month after the period, its last day where the month
    is shorter."""
    following = period.until + timedelta(days=1)
    month_end = _month_on(following, 1) - timedelta(days=1)
    return min(following.replace(day=1) + timedelta(days=max(1, day) - 1), month_end)


def _first_of(on: date, span: int) -> date:
    return date(on.year, (on.month - 1) // span * span + 1, 1)


def _month_on(first: date, months: int) -> date:
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def on_time(due_on: date | None, posted_on: date | None, on: date) -> Finding:
    """Whether an item is, or was, up by its day (that day included)."""
    late = 0
    if due_on is not None:
        late = max(0, ((posted_on or on) - due_on).days)
    return Finding(
        late == 0,
        "oversight.on_time",
        cites=("rcl2025.34",),
        numbers={"due_on": due_on, "days": late},
    )


def often_enough(every: str, slowest: str) -> Finding:
    """A place may disclose more often than the catalogue asks, never less often."""
    order = [*MONTHS, "event"]
    return Finding(
        order.index(every) <= order.index(slowest),
        "oversight.often_enough",
        cites=("rcl2025.34",),
        numbers={"every": every, "slowest": slowest},
    )


def checked_by_another(prepared_by: object, checked_by: object) -> Finding:
    """What is disclosed is checked by somebody other than whoever prepared it."""
    return Finding(
        prepared_by is not None and checked_by is not None and prepared_by != checked_by,
        "oversight.checked_by_another",
        cites=("rcl2025.34",),
    )


def left_out_openly(composed: Iterable[str], left_out: Mapping[str, str]) -> Finding:
    """A row of the records is left out only with a reason, which everybody reads."""
    known = set(composed)
    silent = sum(1 for key, reason in left_out.items() if key not in known or not reason.strip())
    return Finding(
        silent == 0,
        "oversight.left_out_openly",
        cites=("rcl2025.34",),
        numbers={"silent": silent},
    )


def something_said(rows: int, nothing: bool) -> Finding:
    """Either there are rows, or it says that there was nothing; never both, never neither."""
    return Finding(
        bool(rows) != nothing,
        "oversight.something_said",
        cites=("rcl2025.34",),
        numbers={"rows": rows},
    )


def shown_long_enough(days: int, least: int) -> Finding:
    """Whether an item is up as long as it must be here; the days after that of posting count, and
    以上 includes the number."""
    return Finding(
        days >= least,
        "oversight.shown_long_enough",
        cites=("rcl2025.34",),
        numbers={"days": days, "least": least},
    )


def still_so(prepared: str, now: str) -> Finding:
    """Whether the records say today what they said when the item was prepared."""
    return Finding(prepared == now, "oversight.still_so", cites=("rcl2025.34",))


def may_drop(statutory: bool, due_on: date | None) -> Finding:
    """What the law asks for cannot be dropped: where there was nothing, that is disclosed."""
    return Finding(not statutory or due_on is None, "oversight.may_drop", cites=("rcl2025.34",))


def digest_of(rows: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    """The fingerprint of composed rows: SHA-256 over keys and cells in their order."""
    plain = [
        [key, {name: _plain(value) for name, value in sorted(cells.items())}] for key, cells in rows
    ]
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
