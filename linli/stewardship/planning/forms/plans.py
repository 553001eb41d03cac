"""The plan as the desk writes it: its head, its table by month, one task, a workbook."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput, FileDrop, YuanField
from linli.stewardship.planning.actions import TaskRow
from linli.stewardship.planning.forms.steps import decision_choices, several_lines
from linli.stewardship.planning.models import AnnualPlan, Goal, Task
from linli.stewardship.planning.queries.diagnosis import diagnoses_of
from linli.stewardship.planning.queries.needs import needs_open
from linli.stewardship.planning.queries.plans import (
    developments_of,
    month_end,
    plans_of,
)
from linli.stewardship.planning.words import STANDARDS, owners

BLANK_ROWS = 4
MOST_BYTES = 2 * 1024 * 1024
Choices = list[tuple[Any, Any]]


class NewPlanForm(forms.Form):
    """Of which year; begun empty or with another year's tasks."""

    year = forms.IntegerField(label=_("哪一年"), min_value=2020, max_value=2100)
    source = forms.ModelChoiceField(
        label=_("从哪一年的计划抄"), queryset=None, required=False, empty_label=_("不抄，从头写")
    )
    what = forms.ChoiceField(
        label=_("抄哪些"),
        choices=[("all", _("全部（不做了的除外）")), ("unfinished", _("只抄没做完的"))],
    )

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["source"]
        field.queryset = plans_of(community)


class CopyForm(NewPlanForm):
    """From which year's plan."""

    def __init__(self, *args: Any, plan: AnnualPlan, **kwargs: Any) -> None:
        super().__init__(*args, community=plan.community, **kwargs)
        del self.fields["year"]
        field: Any = self.fields["source"]
        field.queryset = plans_of(plan.community).exclude(pk=plan.pk)
        field.required, field.empty_label = True, _("请选择")


class HeadForm(forms.Form):
    """What stands above the table."""

    words = forms.CharField(
        label=_("总的说明"), max_length=2000, required=False, widget=several_lines(2000, 4)
    )
    development = forms.ModelChoiceField(
        label=_("属于哪一份发展规划"), queryset=None, required=False, empty_label=_("没有")
    )
    diagnosis = forms.ModelChoiceField(
        label=_("附哪一次社区诊断"), queryset=None, required=False, empty_label=_("不附")
    )
    seen = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, plan: AnnualPlan, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "words": plan.words,
            "development": plan.development_id,
            "diagnosis": plan.diagnosis_id,
            "seen": plan.version,
        }
        super().__init__(*args, **kwargs)
        for name, rows in (("development", developments_of), ("diagnosis", diagnoses_of)):
            field: Any = self.fields[name]
            field.queryset = rows(plan.community)
        named: Any = self.fields["development"]
        named.label_from_instance = lambda row: row.title


def need_choices(community: Any, kept: Sequence[Any] = ()) -> Choices:
    """Every need by sort, for a select; `kept`: rows whose need may be there no longer."""
    groups: Choices = [
        (title, [(need.ref.text, need.words) for need in needs])
        for title, needs in needs_open(community)
    ]
    known = {value for _title, options in groups for value, _words in options}
    left = {row.need_ref: row.need_told for row in kept if row.need_ref}
    gone = [(ref, words) for ref, words in left.items() if ref not in known]
    return [("", _("还没写")), *groups, *([(_("原来写的"), gone)] if gone else [])]


class RowForm(forms.Form):
    """One row of the table of a month."""

    id = forms.UUIDField(widget=forms.HiddenInput(), required=False)
    title = forms.CharField(label=_("任务"), max_length=100, required=False)
    due_on = forms.DateField(label=_("完成日期"), widget=DayInput())
    owner = forms.ChoiceField(label=_("责任岗位"), choices=owners)
    standard = forms.ChoiceField(label=_("标准"), choices=[("", "—"), *STANDARDS], required=False)
    need = forms.ChoiceField(label=_("回应什么需要"), required=False)
    goal = forms.ChoiceField(label=_("规划的目标"), required=False)
    budget = forms.CharField(label=_("钱从哪里来"), max_length=80, required=False)
    fen = YuanField()

    def __init__(self, *args: Any, needs: Choices, goals: dict[str, Goal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = goals
        for name, choices in (
            ("need", needs),
            ("goal", [("", "—"), *((key, goal.title) for key, goal in goals.items())]),
        ):
            field: Any = self.fields[name]
            field.choices = choices

    @property
    def row(self) -> TaskRow:
        """The row as the act takes it."""
        said = dict(self.cleaned_data)
        said["goal"] = self.goals.get(said["goal"])
        return TaskRow(**said)


Rows = forms.formset_factory(RowForm, extra=0, max_num=120)


def row_start(task: Task) -> dict[str, Any]:
    """What a row begins with for a task that is there."""
    return {
        "id": task.pk,
        "title": task.title,
        "due_on": task.due_on,
        "owner": task.owner,
        "standard": task.standard,
        "need": task.need_ref or task.need,
        "goal": str(task.goal_id or ""),
        "budget": task.budget,
        "fen": task.yuan,
    }


def month_start(tasks: Sequence[Task], year: int, month: int) -> list[dict[str, Any]]:
    """The rows of a month, and some blank ones due at its end."""
    blank = {"due_on": month_end(date(year, month, 1)), "owner": "worker"}
    return [*(row_start(task) for task in tasks), *(dict(blank) for _n in range(BLANK_ROWS))]


def rows_in(formset: Any) -> list[TaskRow]:
    """The rows somebody wrote something in, or took out."""
    rows = [form.row for form in formset if form.cleaned_data]
    return [row for row in rows if row.title.strip() or row.id]


def goals_of(plan: AnnualPlan) -> dict[str, Goal]:
    """The goals a task of the plan may lead to, by id."""
    if plan.development_id is None:
        return {}
    rows = Goal.objects.filter(community=plan.community_id, development=plan.development_id)
    return {str(goal.pk): goal for goal in rows}


class TaskForm(RowForm):
    """One task by itself; with the reason where residents have approved the plan."""

    to_street = forms.BooleanField(label=_("这是请街道办的事"), required=False)
    reason = forms.CharField(
        label=_("为什么改"),
        max_length=400,
        required=False,
        widget=several_lines(400),
        help_text=_("计划批准以后的改动要写明，人人都看得到。"),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(self, *args: Any, plan: AnnualPlan, task: Task | None = None, **kw: Any) -> None:
        needs = need_choices(plan.community, [task] if task else [])
        super().__init__(*args, needs=needs, goals=goals_of(plan), **kw)
        self.fields["title"].required = True
        if plan.state != "approved":
            del self.fields["reason"]
        if task is not None:
            self.fields["due_on"].widget = forms.HiddenInput()

    @property
    def row(self) -> TaskRow:
        said = dict(self.cleaned_data)
        said.pop("reason", None)
        said.pop("seen", None)
        said["goal"] = self.goals.get(said["goal"])
        return TaskRow(**said)


class WorkbookForm(forms.Form):
    """A table of tasks somebody has already."""

    table = forms.FileField(
        label=_("表格文件"),
        widget=FileDrop(accept=(".xlsx", ".xls", ".ods", ".csv"), kinds="Excel / WPS / CSV",
                        most=MOST_BYTES),
    )  # fmt: skip


class DevelopmentForm(forms.Form):
    """The head of a development plan."""

    title = forms.CharField(label=_("名称"), max_length=80)
    first_year = forms.IntegerField(label=_("从哪一年"), min_value=2000, max_value=2100)
    last_year = forms.IntegerField(label=_("到哪一年"), min_value=2000, max_value=2100)
    vision = forms.CharField(
        label=_("想成为什么样"), max_length=2000, required=False, widget=several_lines(2000, 4)
    )


class GoalForm(forms.Form):
    """One goal; one without a title is left out."""

    title = forms.CharField(label=_("目标"), max_length=120, required=False)
    measure = forms.CharField(label=_("怎样算做到"), max_length=160, required=False)
    standard = forms.ChoiceField(label=_("标准"), choices=[("", "—"), *STANDARDS], required=False)
    need = forms.ChoiceField(label=_("回应什么需要"), required=False)

    def __init__(self, *args: Any, needs: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["need"]
        field.choices = needs


Goals = forms.formset_factory(GoalForm, extra=0, max_num=40)


class AdoptForm(forms.Form):
    """By which decision residents adopted it."""

    decision = forms.ChoiceField(label=_("由哪一项决议通过"))

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["decision"]
        field.choices = decision_choices(community)
