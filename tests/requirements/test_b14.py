"""B14: the yearly report is counted from the tasks done and not done; what changes after residents
approved is a new version with its reason."""

from datetime import date

import pytest

from linli.stewardship.planning import actions
from linli.stewardship.planning.models import PlanVersion
from linli.stewardship.planning.queries.reports import tell
from linli.stewardship.planning.tests.conftest import *
from linli.stewardship.planning.tests.test_plans import on

ROW, ROOM, PAGES = "B14", "stewardship/planning", ("planning:plan", "planning:report")
pytestmark = pytest.mark.django_db


def test_b14_the_report_is_made_of_the_tasks(approved, who):
    plan = approved()
    done = plan.tasks.get(title="楼道换感应灯")
    actions.finish_task(
        done, result="全部换好", done_on=date(2027, 3, 20), **who("worker", on(3, 25))
    )
    report = actions.make_report(plan, kind="half", **who("worker", on(7, 2)))
    assert tell(report).progress.counts == {"done": 1, "late": 1}


def test_b14_a_change_after_approval_is_a_version_with_its_reason(approved, who):
    plan = approved()
    task = plan.tasks.get(title="老人午餐点")
    actions.postpone_task(task, due_on=date(2027, 8, 1), reason="等装修完", **who("worker"))
    versions = PlanVersion.objects.filter(community=plan.community_id, plan=plan)
    assert [each.reason for each in versions] == ["", "等装修完"]
