"""Two at once, for real: one of them wins, and the other is told what happened."""

from datetime import date

import pytest

from linli.core.audit.actor import NOBODY
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.mechanisms.questionnaire.models import AnswerSheet
from linli.stewardship.planning import actions
from linli.stewardship.planning.actions import TaskRow
from linli.stewardship.planning.models import AnnualPlan, Wish

pytestmark = pytest.mark.django_db(transaction=True)


def rules_of(results):
    return [each.finding.rule for each in results if isinstance(each, Refused)]


def test_a_slip_answers_once_a_table_is_written_once_and_wishes_count_on(
    setting, plan, who, at, tmp_path
):
    here = setting.community
    survey = actions.draft_survey(
        here,
        title="调查",
        per="household",
        opens_on=date(2026, 12, 8),
        closes_on=date(2026, 12, 20),
        questions=[{"kind": "one", "situation": "all", "text": "先做？", "options": ["灯", "树"]}],
        **who("worker"),
    )
    actions.open_survey(survey, **who("worker"))
    (code,) = actions.print_slips(survey, count=1, **who("worker"))
    given = {"code": code, "answers": {"1": ["0"]}}
    seen = plan.version
    drafts = [AnnualPlan.objects.get(community=here, pk=plan.pk) for _number in range(2)]
    row = TaskRow(title="消防演练", due_on=date(2027, 11, 9), need="statutory")
    with shared_database(tmp_path):
        answered = together(
            [
                lambda: actions.answer_survey(survey, **given, by=NOBODY, at=at),
                lambda: actions.type_in_answer(survey, **given, **who("worker")),
            ]
        )
        written = together(
            [
                lambda draft=draft: actions.write_tasks(
                    draft, rows=[row], seen=seen, **who("worker")
                )
                for draft in drafts
            ]
        )
        wished = together(
            [
                lambda title=title: actions.send_wish(here, title=title, by=NOBODY, at=at)
                for title in ("长椅", "大树")
            ]
        )
        sheets = AnswerSheet.objects.filter(community=here).count()
        tasks = drafts[0].tasks.count()
        serials = sorted(Wish.objects.filter(community=here).values_list("serial", flat=True))
    assert (rules_of(answered), sheets) == (["questionnaire.slip_good"], 1)
    assert (rules_of(written), tasks) == (["planning.table_fresh"], 3)
    assert not [each for each in wished if isinstance(each, Exception)]
    assert serials == [1, 2]
