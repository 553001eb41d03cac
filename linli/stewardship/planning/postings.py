"""What may be public of plans: the plan as approved, and how it went (data). No person."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template

PLANNING = Category("planning", _("计划和总结"))

PLAN = Template(
    "planning.plan",
    category=PLANNING,
    title=_("年度工作计划"),
    heading="title",
    fields=(
        PublicField("title", _("计划"), longest=80),
        PublicField("approved", _("由谁批准"), longest=160),
        PublicField("edition", _("第几版"), kind="number"),
        PublicField("changed", _("这一版改了什么"), kind="prose", required=False, longest=400),
        PublicField("words", _("总的说明"), kind="prose", required=False, longest=2000),
        PublicField(
            "tasks",
            _("任务"),
            kind="rows",
            longest=400,
            columns=(
                PublicField("due_on", _("完成日期"), kind="day"),
                PublicField("task", _("任务"), longest=100),
                PublicField("owner", _("责任岗位"), longest=40),
                PublicField("standard", _("标准"), longest=20),
                PublicField("need", _("回应什么需要"), longest=220),
                PublicField("money", _("金额"), kind="money", required=False),
                PublicField("state", _("完成情况"), required=False, longest=30),
            ),
        ),
    ),
    # Matters residents decided and how they are carried out are disclosed (RCL 34).
    period_days=365,
    minimum_days=15,
    cites=("rcl2025.34",),
)

REPORT = Template(
    "planning.report",
    category=PLANNING,
    title=_("计划完成情况报告"),
    heading="title",
    fields=(
        PublicField("title", _("报告"), longest=80),
        PublicField("until", _("截至"), kind="day"),
        PublicField("total", _("任务"), kind="number"),
        PublicField("finished", _("完成"), kind="number"),
        PublicField("late", _("到期没完成"), kind="number"),
        PublicField("given_up", _("不做或转到下一年"), kind="number"),
        PublicField("words", _("说明"), kind="prose", required=False, longest=4000),
        PublicField(
            "tasks",
            _("逐项"),
            kind="rows",
            longest=400,
            columns=(
                PublicField("due_on", _("计划日期"), kind="day"),
                PublicField("task", _("任务"), longest=100),
                PublicField("outcome", _("完成情况"), longest=30),
                PublicField("why", _("结果或原因"), required=False, longest=400),
            ),
        ),
    ),
    period_days=365,
    minimum_days=15,
    cites=("rcl2025.34",),
)
