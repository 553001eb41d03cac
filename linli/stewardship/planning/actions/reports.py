"""The report of the half-year and the year: read from the plan, written to, published."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, F

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.law import Finding, require
from linli.stewardship.planning import rules
from linli.stewardship.planning.actions.posting import post_report
from linli.stewardship.planning.actions.wording import fit_for_everybody
from linli.stewardship.planning.models import AnnualPlan, ProgressReport
from linli.stewardship.planning.queries.plans import Line, lines_of, tasks_of
from linli.stewardship.planning.queries.reports import tell
from linli.stewardship.planning.queries.wishes import wishes_between

LONGEST = 600
"""Characters written beside one standard."""


@action("planning.make_report", needs="planning.report")
def make_report(act: Act, plan: AnnualPlan, *, kind: str) -> ProgressReport:
    """Reads how every task stands, up to the end of the half-year or year, or up to today where
    that lies ahead. Made again before it is published, it is read anew; what was written stays."""
    require(Finding(plan.approved_on is not None, "planning.plan_running"))
    until = min(rules.half_ends(plan.year, kind), local_day(act.at))
    require(Finding(until.year == plan.year, "planning.year_begun", numbers={"year": plan.year}))
    rows = ProgressReport.objects.filter(community=plan.community_id, plan=plan, kind=kind)
    report = rows.first() or ProgressReport(community=plan.community, plan=plan, kind=kind)
    require(_unpublished(report))
    report.until, report.made_at = until, act.at
    report.content = {
        "tasks": [_row(line) for line in lines_of(tasks_of(plan), until)],
        "wishes": _wishes(plan, until),
    }
    report.save()
    act.note(year=plan.year, kind=in_both(report.get_kind_display()))
    return report


@action("planning.write_report_words", needs="planning.report")
def write_report_words(
    act: Act, report: ProgressReport, *, words: Mapping[str, str], seen: int
) -> ProgressReport:
    """Saves what was written beside the figures, by standard; refused over another's writing."""
    require(_unpublished(report))
    fit_for_everybody(*words.values())
    rows = ProgressReport.objects.filter(community=report.community_id, pk=report.pk)
    kept = {key: text.strip()[:LONGEST] for key, text in words.items() if text.strip()}
    changed = rows.filter(revision=seen).update(words=kept, revision=F("revision") + 1)
    require(Finding(bool(changed), "planning.table_fresh"))
    report.words, report.revision = kept, seen + 1
    return report


@action("planning.publish_report", needs="planning.publish_report")
def publish_report(act: Act, report: ProgressReport) -> ProgressReport:
    """The director publishes it: it goes to the board, and is changed no more."""
    require(_unpublished(report))
    report.published_at, report.published_by_id = act.at, act.by.account
    report.save(update_fields=["published_at", "published_by"])
    post_report(act, tell(report))
    act.note(year=report.plan.year, kind=in_both(report.get_kind_display()))
    return report


def _unpublished(report: ProgressReport) -> Finding:
    return Finding(report.published_at is None, "planning.report_open")


def _row(line: Line) -> dict[str, Any]:
    task = line.task
    done = task.done_on if line.outcome in ("done", "done_late") else None
    return {
        "id": str(task.pk),
        "number": task.number,
        "title": task.title,
        "standard": task.standard,
        "owner": task.owner,
        "planned_on": task.planned_on.isoformat(),
        "due_on": task.due_on.isoformat(),
        "done_on": done.isoformat() if done else None,
        "outcome": line.outcome,
        "why": task.result,
        "need": task.need_told,
    }


def _wishes(plan: AnnualPlan, until: date) -> dict[str, int]:
    """The wishes of the year up to that day, by how they stand."""
    since = datetime.combine(date(plan.year, 1, 1), time.min, SHANGHAI)
    end = datetime.combine(until, time.max, SHANGHAI)
    sent = wishes_between(plan.community_id, since, end)
    return dict(sent.values_list("state").annotate(n=Count("id")).order_by())
