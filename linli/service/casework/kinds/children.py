"""A child in harm's way, or left behind: the dedicated post, four eyes at each opening (B45)."""

from django.utils.translation import gettext_lazy as _

from linli.service.casework.kinds.declaration import (
    LONG,
    Ending,
    Field,
    Form,
    Kind,
    Override,
    Panel,
    register_kind,
)
from linli.service.casework.kinds.usual import USUAL

POST = "child_protection"
_TO_PROTECT = _("保护孩子，依法报告")

CHILD = Kind(
    "child",
    _("未成年人保护"),
    purpose=_("保护受到侵害、面临危险或者缺少照顾的孩子"),
    cites=("minors.11", "minors.43", "pipl.31", "online_minors.36"),
    opened_by=(POST,),
    handled_by=(POST, "worker", "committee_member"),
    keeper=POST,
    forms=(
        Form(
            "step",
            _("做了什么"),
            (
                Field("done", _("做了什么、孩子怎么说"), _TO_PROTECT, LONG),
                Field("next", _("下一步"), _TO_PROTECT, required=False),
            ),
            many=True,
        ),
    ),
    purposes=(*USUAL, ("home", _("家访、学校走访之前"))),
    endings=(
        Ending("safe", _("孩子安全，监护恢复")),
        Ending("taken_over", _("由民政、公安或学校接着办")),
        Ending("grown", _("满十八周岁")),
        Ending("unfounded", _("查明没有这回事"), leads_on=False),
    ),
    kept="children.kept",
    kept_short="casework.not_taken_up_kept",
    needs_consent=False,  # the duty carries it; under fourteen the file asks a parent beside it
    told_to_person=False,
    by_leave=True,
    overrides=(
        Override("report", _("应当立即报告"), ("minors.11",)),
        Override("guardian", _("监护人严重失职，向公安报告"), ("minors.118",)),
    ),
    refers_to=(
        ("police", _("公安机关")),
        ("civil_affairs", _("民政部门")),
        ("school", _("学校、幼儿园")),
        ("womens_federation", _("妇联")),
        ("legal_aid", _("法律援助机构")),
        ("hospital", _("医疗卫生机构")),
    ),
    panels=(
        Panel(_("孩子的档案"), "casework:child_file", "file-text"),
        Panel(_("看望"), "casework:case_visits", "calendar-event"),
    ),
    visits=("check", "other"),
)


def register() -> None:
    """Called when the app is ready."""
    register_kind(CHILD)
