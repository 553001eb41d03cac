"""B13: a cell of fewer than ten answers is hidden, with what would give it back; each goal of a
plan names its need or says that it was assigned from above."""

from dataclasses import replace
from datetime import date

import pytest

from linli.core.audit.actor import NOBODY
from linli.lib.numbers import FLOOR
from linli.mechanisms.questionnaire.queries.results import results_of
from linli.stewardship.planning import actions
from linli.stewardship.planning.actions.drafting import row_of
from linli.stewardship.planning.tests.conftest import *
from linli.stewardship.planning.tests.test_residents import survey

ROW, ROOM, PAGES = "B13", "stewardship/planning", ("planning:wishes", "planning:plan")
pytestmark = pytest.mark.django_db


def test_b13_few_answers_are_hidden(survey, who, at):
    codes = actions.print_slips(survey, count=26, **who("worker"))
    for number, code in enumerate(codes):
        answers = {"1": ["0" if number < 14 else "1" if number < 25 else "2"]}
        actions.answer_survey(survey, code=code, answers=answers, by=NOBODY, at=at)
    actions.close_survey(survey, **who("worker"))
    first = results_of(survey.questionnaire, FLOOR).results[0]
    assert first.shown.counts[0] == 14
    assert first.shown.counts[1:3] == (None, None)


def test_b13_no_goal_goes_before_residents_without_its_need(plan, who, refused):
    director = who("director")
    actions.consult_on_plan(plan, comments_until=date(2026, 12, 20), **director)
    refused("planning.ready_to_settle", actions.settle_plan, plan, **director)
    rows = [replace(row_of(task), need=task.need or "above") for task in plan.tasks.all()]
    actions.write_tasks(plan, rows=rows, **who("worker"))
    actions.settle_plan(plan, **director)
    assert {task.need for task in plan.tasks.all()} == {"routine", "above"}
