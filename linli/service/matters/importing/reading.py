"""Rows of a table as matters, with everything that is wrong said at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from linli.lib.tables import Problem, Row, Sheet

SAME_STATES = {
    "closed": ("closed", "已办结", "办结", "完成", "已完成", "resolved", "done"),
    "in_hand": ("in progress", "办理中", "处理中", "assigned", "pending", "started"),
    "received": ("open", "已登记", "待受理", "新建", "new", "submitted"),
}


@dataclass(frozen=True, slots=True)
class Incoming:
    """One row as a matter would be."""

    row: int
    outside_key: str
    kind: str
    title: str
    text: str
    where: str
    raised_at: datetime
    answered_at: datetime | None
    answer: str
    state: str


@dataclass(slots=True)
class Verdict:
    """A row: what it would be, or why it cannot."""

    row: Row
    incoming: Incoming | None = None
    problems: list[Problem] = field(default_factory=list)


def verdicts(sheet: Sheet, now: datetime) -> Iterator[Verdict]:
    """Every row judged, in order; a key used twice in the file is refused the second time."""
    seen: dict[str, int] = {}
    for row in sheet.rows():
        verdict = judge(row, sheet, now)
        if verdict.incoming and verdict.incoming.outside_key:
            first = seen.setdefault(verdict.incoming.outside_key, row.number)
            if first != row.number:
                verdict.problems.append(
                    _problem("duplicate_key", sheet, row, "outside_key", {"first": first})
                )
                verdict.incoming = None
        yield verdict


def judge(row: Row, sheet: Sheet, now: datetime) -> Verdict:
    """One row. Impossible times are reported: they never reach an average."""
    verdict = Verdict(row, problems=list(row.problems))
    values = row.values
    raised_at = _moment(values.get("raised_at"))
    answered_at = _moment(values.get("answered_at"))
    if raised_at and raised_at > now:
        verdict.problems.append(_problem("time_in_future", sheet, row, "raised_at", {}))
    if raised_at and answered_at and answered_at < raised_at:
        verdict.problems.append(_problem("answered_before_raised", sheet, row, "answered_at", {}))
    if answered_at and answered_at > now:
        verdict.problems.append(_problem("time_in_future", sheet, row, "answered_at", {}))
    if verdict.problems or raised_at is None or not values.get("kind"):
        return verdict
    title = _text(values, "title") or _text(values, "kind")
    where = "，".join(part for part in (_text(values, "where"), _text(values, "district")) if part)
    verdict.incoming = Incoming(
        row=row.number,
        outside_key=_text(values, "outside_key"),
        kind=_text(values, "kind"),
        title=title[:80],
        text=_text(values, "text") or title,
        where=where[:200] if _text(values, "where") else "",
        raised_at=raised_at,
        answered_at=answered_at,
        answer=_text(values, "answer"),
        state=_state(_text(values, "status"), answered_at),
    )
    return verdict


def _state(status: str, answered_at: datetime | None) -> str:
    if answered_at is not None:
        return "closed"
    folded = status.casefold()
    for state, words in SAME_STATES.items():
        if folded in words and state != "closed":
            return state
    return "received"


def _moment(value: Any) -> datetime | None:
    if not isinstance(value, datetime):
        return None
    return timezone.make_aware(value) if timezone.is_naive(value) else value


def _text(values: Any, name: str) -> str:
    found = values.get(name)
    return str(found).strip() if found is not None else ""


def _problem(code: str, sheet: Sheet, row: Row, name: str, numbers: dict[str, object]) -> Problem:
    column = sheet.mapping[name].column
    return Problem(code, row.number, column.heading, f"{column.letters}{row.number}", numbers)
