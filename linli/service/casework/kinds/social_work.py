"""Social work: one person's case from intake to evaluation, and group and community work, which
names nobody (B16)."""

from django.utils.translation import gettext_lazy as _

from linli.service.casework.kinds.declaration import (
    LONG,
    Ending,
    Field,
    Form,
    Kind,
    register_kind,
)
from linli.service.casework.kinds.usual import LIFE_IN_DANGER, USUAL

_TO_HELP = _("按本人的愿望安排帮助")
_TO_REVIEW = _("复核工作质量，不评价本人")

OFFICES = (
    ("street", _("街道办事处")),
    ("hospital", _("医疗卫生机构")),
    ("school", _("学校、幼儿园")),
    ("organisation", _("社会工作机构、社会组织")),
    ("federation", _("残联、妇联、工会")),
    ("legal_aid", _("法律援助机构")),
    ("police", _("公安机关")),
    ("other", _("其他")),
)

REVIEW = Form(
    "review",
    _("督导复核"),
    (
        Field("seen", _("看了什么"), _TO_REVIEW, LONG),
        Field("advice", _("对下一步的意见"), _TO_REVIEW, LONG),
    ),
    many=True,
    by_second=True,
)

SOCIAL_WORK = Kind(
    "social_work",
    _("个案工作"),
    purpose=_("经本人同意，由社会工作者帮助解决困难"),
    cites=("pipl.13", "pipl.14"),
    opened_by=("worker", "committee_member", "deputy_director", "director"),
    handled_by=("worker", "committee_member", "deputy_director", "director"),
    keeper="director",
    forms=(
        Form(
            "intake",
            _("接案"),
            (
                Field("came", _("怎么来的"), _TO_HELP),
                Field("wish", _("本人希望解决什么"), _TO_HELP, LONG),
                Field("urgent", _("有没有马上要处理的"), _TO_HELP, required=False),
            ),
        ),
        Form(
            "assessment",
            _("需要与资源"),
            (
                Field("needs", _("需要什么"), _TO_HELP, LONG),
                Field("strengths", _("本人和家庭能做什么"), _TO_HELP, LONG),
                Field("support", _("身边还有谁能帮"), _TO_HELP, LONG, required=False),
            ),
            after=("intake",),
        ),
        Form(
            "plan",
            _("服务计划"),
            (
                Field("goal", _("目标，用本人的话"), _TO_HELP, LONG),
                Field("steps", _("谁在什么时候做什么"), _TO_HELP, LONG),
                Field("measured", _("怎样算做到了"), _TO_HELP, required=False),
            ),
            after=("assessment",),
        ),
        Form(
            "intervention",
            _("服务记录"),
            (
                Field("done", _("做了什么"), _TO_HELP, LONG),
                Field("next", _("下一步"), _TO_HELP, required=False),
            ),
            many=True,
            after=("plan",),
        ),
        REVIEW,
        Form(
            "evaluation",
            _("评估"),
            (
                Field("reached", _("目标做到了多少，本人怎么看"), _TO_HELP, LONG),
                Field("remains", _("还剩什么，以后找谁"), _TO_HELP, LONG, required=False),
            ),
            after=("plan",),
        ),
    ),
    purposes=USUAL,
    endings=(
        Ending("reached", _("目标达到")),
        Ending("referred", _("转介到别处，由别处接着帮")),
        Ending("moved", _("本人搬离或去世")),
        Ending("declined", _("本人不愿继续"), leads_on=False),
    ),
    kept="casework.social_work_kept",
    kept_short="casework.not_taken_up_kept",
    first_step_within="casework.social_work_step",
    ends_after=("evaluation",),
    overrides=(LIFE_IN_DANGER,),
    refers_to=OFFICES,
)

GROUP_WORK = Kind(
    "group_work",
    _("小组与社区工作"),
    purpose=_("记录小组和社区活动的过程，不记参加者的姓名"),
    cites=("pipl.6",),
    opened_by=SOCIAL_WORK.opened_by,
    handled_by=SOCIAL_WORK.handled_by,
    keeper="director",
    forms=(
        Form(
            "group_plan",
            _("小组计划"),
            (
                Field("aim", _("为了什么"), _TO_HELP, LONG),
                Field("for_whom", _("面向哪些人（不写姓名）"), _TO_HELP),
            ),
        ),
        Form(
            "session",
            _("一次活动"),
            (
                Field("held", _("做了什么"), _TO_HELP, LONG),
                Field("heads", _("到了多少人"), _TO_HELP, required=False),
                Field("learnt", _("学到什么、下次怎样改"), _TO_HELP, LONG, required=False),
            ),
            many=True,
            after=("group_plan",),
        ),
        REVIEW,
        Form(
            "evaluation",
            _("评估"),
            (Field("reached", _("目标做到了多少"), _TO_HELP, LONG),),
            after=("group_plan",),
        ),
    ),
    purposes=USUAL,
    endings=(Ending("reached", _("活动结束")), Ending("stopped", _("中途停止"), leads_on=False)),
    kept="casework.social_work_kept",
    kept_short="casework.not_taken_up_kept",
    ends_after=("evaluation",),
    needs_consent=False,
    named=False,
)


def register() -> None:
    """Called when the app is ready."""
    register_kind(SOCIAL_WORK)
    register_kind(GROUP_WORK)
