"""Reports, read back from the rows they were counted from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.stewardship.planning import rules
from linli.stewardship.planning.models import ProgressReport
from linli.stewardship.planning.words import OUTCOMES, STANDARDS


def reports_of(community: Any) -> "QuerySet[ProgressReport]":
    """All of them, the latest first."""
    rows = ProgressReport.objects.filter(community=community)
    return rows.select_related("plan").order_by("-until", "-id")


def report_in(community: Any, key: UUID) -> ProgressReport:
    """One at the desk (Http404)."""
    rows = reports_of(community).select_related("plan", "community", "published_by")
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def public_report(community: Any, year: int, kind: str) -> ProgressReport:
    """One everybody may read (Http404 until it is published)."""
    rows = reports_of(community).select_related("plan", "community")
    found = rows.filter(plan__year=year, kind=kind, published_at__isnull=False).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A task as it stood when the report was written."""

    id: str
    number: int
    title: str
    standard: str
    owner: str
    planned_on: date
    due_on: date
    outcome: str
    done_on: date | None
    why: str
    need: str

    @property
    def outcome_title(self) -> Any:
        return dict(OUTCOMES)[self.outcome]

    @property
    def moved(self) -> bool:
        return self.due_on != self.planned_on


@dataclass(frozen=True, slots=True)
class Chapter:
    """One standard of a report: its rows counted by outcome, and what was written beside."""

    code: str
    title: Any
    progress: rules.Progress
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """A report in full: the whole, the standards, the wishes of its time by state."""

    report: ProgressReport
    rows: Sequence[ReportRow]
    progress: rules.Progress
    chapters: Sequence[Chapter]
    wishes: dict[str, int]
    outlook: str


def tell(report: ProgressReport) -> Told:
    """Every figure counted anew from the rows the report keeps."""
    rows = [_row(kept) for kept in report.content.get("tasks", ())]
    chapters = [
        Chapter(
            code,
            title,
            _progress([row for row in rows if row.standard == code]),
            report.words.get(code, ""),
        )
        for code, title in [*STANDARDS, ("", "")]
    ]
    shown = [chapter for chapter in chapters if chapter.code or chapter.progress.total]
    return Told(
        report,
        rows,
        _progress(rows),
        shown,
        report.content.get("wishes", {}),
        report.words.get("outlook", ""),
    )


def rows_behind(told: Told, of: str) -> list[ReportRow]:
    """The rows behind a figure: `S1-done`, `-late` (any standard), `S2-` (any outcome), `-moved`;
    `none-done` where no standard is served."""
    standard, _dash, outcome = of.partition("-")
    wanted = {"finished": ("done", "done_late"), "given_up": ("dropped", "carried")}
    return [
        row
        for row in told.rows
        if (not standard or row.standard == ("" if standard == "none" else standard))
        and (
            not outcome
            or (row.moved if outcome == "moved" else row.outcome in wanted.get(outcome, (outcome,)))
        )
    ]


def _progress(rows: Sequence[ReportRow]) -> rules.Progress:
    return rules.count_outcomes((row.outcome, row.moved) for row in rows)


def _row(kept: dict[str, Any]) -> ReportRow:
    days = {
        name: date.fromisoformat(kept[name]) if kept[name] else None
        for name in ("planned_on", "due_on", "done_on")
    }
    return ReportRow(**{**kept, **days})
