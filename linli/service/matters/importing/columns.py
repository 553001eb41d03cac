"""What a table of matters is asked for, and the headings people use for it."""

from django.utils.translation import gettext_lazy as _

from linli.lib.tables import Field

FIELDS = (
    Field(
        "outside_key",
        ("编号", "工单编号", "受理编号", "诉求编号", "unique key", "case id", "request id", "id"),
        "code",
        longest=60,
    ),
    Field(
        "kind",
        (
            "类型",
            "诉求类型",
            "问题类型",
            "事项类别",
            "类别",
            "complaint type",
            "service name",
            "type",
            "category",
        ),
        required=True,
        longest=80,
    ),
    Field(
        "title",
        ("标题", "事项", "主题", "descriptor", "title", "subject"),
        longest=200,
    ),
    Field(
        "text",
        ("内容", "诉求内容", "情况", "描述", "问题描述", "description", "details"),
        longest=4000,
    ),
    Field(
        "where",
        (
            "地址",
            "地点",
            "位置",
            "发生地址",
            "事发地点",
            "incident address",
            "address",
            "location address",
        ),
        longest=200,
    ),
    Field("district", ("区域", "区县", "所属区", "borough", "city", "district"), longest=60),
    Field(
        "raised_at",
        (
            "提出时间",
            "受理时间",
            "登记时间",
            "来电时间",
            "日期",
            "created date",
            "requested datetime",
            "date",
        ),
        "datetime",
        required=True,
    ),
    Field(
        "answered_at",
        ("答复时间", "办结时间", "办理时间", "完成时间", "closed date", "resolved"),
        "datetime",
    ),
    Field(
        "answer",
        ("答复", "答复内容", "办理结果", "处理结果", "resolution description", "resolution"),
        longest=4000,
    ),
    Field("status", ("状态", "办理状态", "status"), longest=40),
)
"""`kind` and `raised_at` are all that is needed; a row without a place is kept without one."""

TITLES = {
    "outside_key": _("编号"),
    "kind": _("类型"),
    "title": _("标题"),
    "text": _("内容"),
    "where": _("地址"),
    "district": _("区域"),
    "raised_at": _("提出时间"),
    "answered_at": _("答复时间"),
    "answer": _("答复"),
    "status": _("状态"),
}
"""What each is called on our own pages."""
