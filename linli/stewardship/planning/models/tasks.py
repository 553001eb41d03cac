"""What is done in a month of the year's plan."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.stewardship.planning.flows import TASK
from linli.stewardship.planning.models.needed import Needed, need_checks
from linli.stewardship.planning.models.plans import AnnualPlan, Goal
from linli.stewardship.planning.words import owners


class Task(FlowRow, Needed):
    """One task: what, which post answers for it, by when, with what money, for which standard
    and need.

    `planned_on`: the day in the plan residents approved; `due_on`: the day it is due now.
    `budget` says where money comes from, `fen` how much, in fen; until there is a ledger nothing
    is booked on it. `to_street`: it is a request to the street office. `result`: what everybody
    reads of how it went.
    """

    flow = TASK

    plan = models.ForeignKey(AnnualPlan, models.CASCADE, related_name="tasks")
    number = models.PositiveIntegerField()
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, blank=True, related_name="tasks")
    title = models.CharField(_("任务"), max_length=100)
    owner = models.CharField(_("责任岗位"), max_length=40, choices=owners, default="worker")
    due_on = models.DateField(_("完成日期"))
    planned_on = models.DateField()
    done_on = models.DateField(null=True)
    budget = models.CharField(_("钱从哪里来"), max_length=80, blank=True)
    fen = models.BigIntegerField(_("金额"), null=True, blank=True)
    to_street = models.BooleanField(_("请街道办"), default=False)
    result = models.CharField(_("结果"), max_length=400, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(TASK, "task_state"),
            models.UniqueConstraint(fields=["community", "plan", "number"], name="task_number"),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_on__isnull=False), name="task_done_when"
            ),
            models.CheckConstraint(
                condition=Q(fen__isnull=True) | Q(fen__gte=0), name="task_money_positive"
            ),
            *need_checks("task"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "plan", "due_on"], name="task_of_plan"),
            models.Index(fields=["community", "planned_on"], name="task_planned_on"),
            models.Index(fields=["community", "need_ref"], name="task_need_ref"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def month(self) -> int:
        """The month it is due in."""
        return self.due_on.month

    @property
    def owner_title(self) -> Any:
        """The post that answers for it, in words."""
        return dict(owners()).get(self.owner, self.owner)

    @property
    def yuan(self) -> str:
        """The amount in yuan without a sign, as tables hold it."""
        return "" if self.fen is None else f"{self.fen // 100}.{self.fen % 100:02}"

    def face(self) -> Face:
        """On the list of what is due: the post that answers for it holds it."""
        return Face(
            title=self.title,
            url_name="planning:task",
            url_args={"community_code": self.community.code, "task_id": str(self.pk)},
            holder=Holder(post=self.owner),
        )


class TaskStep(StepRow):
    """One step of a task."""

    case = models.ForeignKey(Task, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("taskstep_version")]
