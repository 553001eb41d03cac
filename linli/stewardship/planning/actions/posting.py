"""The plan and its report on the notice board; every new version corrects what hangs there."""

from typing import Any

from django.utils.translation import gettext as _

from linli.core.audit.door import Act
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.mechanisms.publication.actions import correct, post
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import postings_of
from linli.stewardship.planning.models import AnnualPlan
from linli.stewardship.planning.postings import PLAN, REPORT
from linli.stewardship.planning.queries.plans import tasks_of
from linli.stewardship.planning.queries.reports import Told
from linli.stewardship.planning.words import STANDARDS


def title_of(plan: AnnualPlan) -> str:
    """What the plan is called."""
    return _("{name} {year} 年工作计划").format(name=plan.community.name, year=plan.year)


def post_plan(act: Act, plan: AnnualPlan, changed: str = "") -> Posting:
    """Posts the plan as it stands; where it hangs already, what hangs there is corrected."""
    fields = _plan_fields(plan, changed)
    hanging = postings_of(plan).filter(template=PLAN.name, state__in=Posting.SHOWN).first()
    of = jurisdictions_of(plan.community)
    if hanging is not None:
        return correct(act, hanging, fields, changed or _("计划有改动"), of=of)
    return post(act, PLAN, plan, fields, on=local_day(act.at), of=of)


def post_report(act: Act, told: Told) -> Posting:
    """Posts a report with every task as it stood."""
    report, progress = told.report, told.progress
    words = [told.outlook, *(chapter.words for chapter in told.chapters)]
    fields = {
        "title": f"{title_of(report.plan)} · {report.get_kind_display()}",
        "until": report.until,
        "total": progress.total,
        "finished": progress.finished,
        "late": progress.counts.get("late", 0),
        "given_up": progress.counts.get("dropped", 0) + progress.counts.get("carried", 0),
        "words": "\n".join(each for each in words if each),
        "tasks": [
            {
                "due_on": row.planned_on,
                "task": row.title,
                "outcome": str(row.outcome_title),
                "why": row.why,
            }
            for row in told.rows
        ],
    }
    of = jurisdictions_of(report.plan.community)
    return post(act, REPORT, report, fields, on=local_day(act.at), of=of)


def _plan_fields(plan: AnnualPlan, changed: str) -> dict[str, Any]:
    titles = dict(STANDARDS)
    return {
        "title": title_of(plan),
        "approved": plan.approved_by,
        "edition": plan.edition,
        "changed": changed,
        "words": plan.words,
        "tasks": [
            {
                "due_on": task.due_on,
                "task": task.title,
                "owner": str(task.owner_title),
                "standard": str(titles.get(task.standard, _("不分"))),
                "need": task.need_told,
                "money": task.fen,
                "state": task.state_label if task.state in ("dropped", "carried") else "",
            }
            for task in tasks_of(plan)
        ],
    }
