"""A plan is drafted, put to residents, approved, changed with reasons, reported on and closed."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from linli.core.clocks.queries import clocks_of
from linli.core.links.queries import links_of
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Refused
from linli.mechanisms.publication.queries import postings_of
from linli.stewardship.planning import actions, facts
from linli.stewardship.planning.actions import TaskRow
from linli.stewardship.planning.actions.drafting import row_of
from linli.stewardship.planning.models import PlanVersion, Task
from linli.stewardship.planning.queries.reports import rows_behind, tell
from linli.stewardship.planning.workbook import read_tasks, write_tasks_table


def refused(rule):
    return pytest.raises(Refused, match=rule)


def on(month, day=1):
    return datetime(2027, month, day, 10, 0, tzinfo=SHANGHAI)


def test_a_table_is_written_row_by_row_and_not_over_another_s_writing(plan, setting, who):
    lamp, lunch = plan.tasks.order_by("number")
    seen = plan.version
    rows = [
        replace(row_of(lamp), title="楼道全部换感应灯", fen=1_200_000),
        replace(row_of(lunch), title=""),
        TaskRow(title="消防演练", due_on=date(2027, 11, 9), standard="S4", need="statutory"),
    ]
    actions.write_tasks(plan, rows=rows, seen=seen, **who("worker"))
    kept = list(plan.tasks.order_by("number").values_list("title", "fen"))
    assert kept == [("楼道全部换感应灯", 1_200_000), ("消防演练", None)]
    with refused("table_fresh"):
        actions.write_tasks(plan, rows=rows[:1], seen=seen, **who("director"))
    with refused("day_in_year"):
        row = TaskRow(title="去年的事", due_on=date(2026, 12, 1))
        actions.write_tasks(plan, rows=[row], **who("worker"))
    with refused("public_words"):
        row = TaskRow(title="打 13800138000 问", due_on=date(2027, 1, 1))
        actions.write_tasks(plan, rows=[row], **who("worker"))
    with refused("plan_once"):
        actions.draft_plan(setting.community, year=2027, **who("worker"))


def test_what_goes_before_residents_says_which_need_it_answers(plan, who, decided):
    director = who("director")
    actions.consult_on_plan(plan, comments_until=date(2026, 12, 20), **director)
    with refused("ready_to_settle"):
        actions.settle_plan(plan, **director)
    with refused("access.permitted"):
        actions.redraft_plan(plan, reason="再想想", **who("supervisor"))


def test_only_residents_approve_and_then_the_tasks_are_on_the_calendar(
    approved, plan, who, decided
):
    own = decided("居委会的决定", body="committee")
    director = who("director")
    task = plan.tasks.get(title="老人午餐点")
    actions.write_tasks(plan, rows=[replace(row_of(task), need="above")], **who("worker"))
    actions.consult_on_plan(plan, comments_until=date(2026, 12, 20), **director)
    actions.settle_plan(plan, **director)
    with refused("approved_by_residents"):
        actions.approve_plan(plan, decision=own, **director)
    with refused("decision_known"):
        actions.approve_plan(plan, decision="decision:assemblies.Resolution:0", **director)
    with refused("editable"):
        actions.write_tasks(plan, rows=[], **who("worker"))
    actions.approve_plan(plan, decision=decided(), **director)
    (link,) = links_of(plan, "follows_from")
    assert (link.kind, link.forwards) == ("assemblies.Resolution", True)
    (clock,) = clocks_of(plan.tasks.get(title="楼道换感应灯"))
    assert (clock.holder_post, clock.is_open) == ("worker", True)
    posting = postings_of(plan).get()
    assert posting.state == "posted"
    assert [row["task"] for row in posting.fields["tasks"]] == ["楼道换感应灯", "老人午餐点"]


def test_a_change_after_approval_says_why_and_the_old_version_is_kept(approved, who):
    plan = approved()
    worker = who("worker")
    task = plan.tasks.get(title="老人午餐点")
    with refused("reasoned"):
        row = TaskRow(title="添一张长椅", due_on=date(2027, 4, 1), need="routine")
        actions.add_task(plan, row=row, **worker)
    with refused("day_by_postponing"):
        moved = replace(row_of(task), due_on=date(2027, 7, 1))
        actions.change_task(task, row=moved, reason="要改", **worker)
    actions.postpone_task(task, due_on=date(2027, 8, 1), reason="等装修完", **worker)
    actions.hand_over_task(task, owner="director", reason="要和单位谈", **worker)
    actions.change_task(task, row=replace(row_of(task), fen=500_000), reason="说定了补贴", **worker)
    task.refresh_from_db()
    assert (task.planned_on, task.due_on) == (date(2027, 6, 10), date(2027, 8, 1))
    running = [clock for clock in clocks_of(task) if clock.is_open]
    assert [clock.holder_post for clock in running] == ["director"]
    versions = list(PlanVersion.objects.filter(community=plan.community_id, plan=plan))
    assert [each.reason for each in versions] == ["", "等装修完", "要和单位谈", "说定了补贴"]
    first, last = versions[0].content[1], versions[-1].content[1]
    assert (first["due_on"], last["due_on"]) == ("2027-06-10", "2027-08-01")
    posting = postings_of(plan).get()
    assert (posting.state, posting.fields["edition"]) == ("corrected", 4)


def test_the_half_year_report_counts_what_was_done_and_what_was_not(approved, who, setting):
    plan = approved(
        TaskRow(title="端午包粽子", due_on=date(2027, 6, 9), standard="S6", need="routine"),
        TaskRow(title="垃圾房改造", due_on=date(2027, 5, 1), standard="S5", need="above"),
    )
    tasks = {task.title: task for task in plan.tasks.all()}
    with refused("year_begun"):
        actions.make_report(plan, kind="half", **who("worker"))
    worker = who("worker", on(3, 25))
    actions.finish_task(
        tasks["楼道换感应灯"], result="全部换好", done_on=date(2027, 3, 20), **worker
    )
    with refused("done_by_now"):
        actions.finish_task(tasks["端午包粽子"], result="好", done_on=date(2027, 6, 1), **worker)
    actions.begin_task(tasks["端午包粽子"], **worker)
    actions.finish_task(tasks["端午包粽子"], result="来了 60 户", **who("worker", on(6, 12)))
    actions.drop_task(tasks["垃圾房改造"], reason="街道统一改造", **who("director", on(4, 2)))
    report = actions.make_report(plan, kind="half", **who("worker", on(7, 2)))
    told = tell(report)
    assert told.progress.counts == {"done": 1, "late": 1, "done_late": 1, "dropped": 1}
    assert [row.title for row in rows_behind(told, "S3-late")] == ["老人午餐点"]
    assert report.until == date(2027, 6, 30)
    words = {"S5": "灯都亮了。", "outlook": "盯紧午餐点。"}
    actions.write_report_words(report, words=words, seen=0, **who("worker", on(7, 2)))
    with refused("table_fresh"):
        actions.write_report_words(report, words=words, seen=0, **who("director", on(7, 2)))
    actions.publish_report(report, **who("director", on(7, 3)))
    with refused("report_open"):
        actions.make_report(plan, kind="half", **who("worker", on(7, 4)))
    assert postings_of(report).get().fields["finished"] == 2
    found = {}
    for fact in facts.rows(setting.community, date(2027, 1, 1), date(2027, 6, 30)):
        found.setdefault(fact.kind, []).append(fact.part)
    assert sum(found["planning.due"]) == 1
    assert len(found["planning.due"]) == 4
    assert len(found["planning.done"]) == 2
    assert len(found["planning.given_up"]) == 1
    # On its own day a task that is not done yet is not late.
    late = plan.tasks.filter(planned_on__lte=date(2027, 6, 30), done_on__isnull=True).first()
    for days, counts in ((0, False), (1, True)):
        told = facts.rows(setting.community, date(2027, 1, 1), late.planned_on + timedelta(days))
        assert (late.pk in {f.record for f in told if f.kind == "planning.due"}) is counts
    wished = plan.tasks.filter(need="wish", planned_on__lte=date(2027, 6, 30))
    assert len(found.get("planning.accepted_due", [])) == wished.count()


def test_a_year_is_closed_when_nothing_is_open_and_next_year_begins_from_it(approved, who, setting):
    plan = approved()
    director = who("director", on(12, 20))
    with refused("may_close"):
        actions.close_plan(plan, **director)
    for task in plan.tasks.all():
        actions.carry_over_task(task, reason="明年接着做", **director)
    plan.refresh_from_db()
    report = actions.make_report(plan, kind="year", **director)
    actions.publish_report(report, **director)
    actions.close_plan(plan, **director)
    following = actions.draft_plan(setting.community, year=2028, **director)
    actions.copy_tasks(following, source=plan, what="unfinished", **director)
    copied = Task.objects.filter(community=setting.community, plan=following)
    assert [(task.due_on, task.need) for task in copied.order_by("number")] == [
        (date(2028, 3, 20), "carried"),
        (date(2028, 6, 10), "carried"),
    ]
    with refused("another_year"):
        actions.copy_tasks(following, source=following, **director)


def test_a_plan_goes_out_as_a_workbook_and_comes_back(plan):
    content = write_tasks_table(plan.tasks.order_by("number"), 2027)
    found = read_tasks(content, "计划.xlsx", 2027)
    assert found.problems == []
    assert [(row.title, row.due_on, row.standard) for row in found.rows] == [
        ("楼道换感应灯", date(2027, 3, 20), "S5"),
        ("老人午餐点", date(2027, 6, 10), "S3"),
    ]
    wrong = read_tasks("任务,月份\n春游,4月\n秋游,十三\n".encode(), "表.csv", 2027)
    assert [row.due_on for row in wrong.rows] == [date(2027, 4, 30)]
    assert len(wrong.problems) == 1


def test_a_development_plan_is_adopted_once_and_stands(setting, who, decided):
    worker, director = who("worker"), who("director")
    given = {"title": "2027–2031 规划", "first_year": 2027, "last_year": 2031}
    goals = [{"title": "人人十分钟走到活动室", "standard": "S3", "need": ""}]
    made = actions.write_development(setting.community, **given, goals=goals, **worker)
    with refused("ready_to_settle"):
        actions.adopt_development(made, decision=decided("规划"), **director)
    goals[0]["need"] = "above"
    actions.write_development(setting.community, **given, goals=goals, development=made, **worker)
    actions.adopt_development(made, decision=decided("规划"), **director)
    with refused("development_in_draft"):
        actions.write_development(
            setting.community, **given, goals=goals, development=made, **worker
        )
    with refused("development_title"):
        actions.write_development(setting.community, **given, goals=goals, **worker)
