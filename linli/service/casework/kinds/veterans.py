"""The veterans' service point (B50): contact, the plaque, work, visits twice a year, and a deed
told only as the veteran wants it. Only the post finds it, and only while it is held."""

from django.utils.translation import gettext_lazy as _

from linli.service.casework.kinds.declaration import (
    CHOICE,
    LONG,
    YES,
    Ending,
    Field,
    Form,
    Kind,
    Panel,
    register_kind,
)
from linli.service.casework.kinds.usual import USUAL, what_was_done

KEY = "veteran"
POST = "veterans"
_TO_SERVE = _("联系、服务、帮助退役军人")
_TO_TELL = _("本人愿意讲的，由本人看过再说给别人")

VETERAN = Kind(
    KEY,
    _("退役军人服务"),
    purpose=_("联系、走访、帮您办光荣牌和优待证、找工作；服役的情况只有这个岗位看得到"),
    cites=("veterans.65", "veterans.66", "pipl.13"),
    opened_by=(POST,),
    handled_by=(POST,),
    keeper=POST,
    forms=(
        Form(
            "contact",
            _("怎样联系"),
            (
                Field("how", _("电话、什么时候方便"), _TO_SERVE),
                Field("wish", _("要我们做什么"), _TO_SERVE, LONG, required=False),
            ),
        ),
        Form(
            "service",
            _("服役的情况"),
            (
                Field(
                    "told",
                    _("本人怎么说（入伍、退役的年份和方式）"),
                    _("看能享受哪些优待"),
                    LONG,
                    help=_("够办事就行；不问部队的番号、驻地和任务。"),
                ),
                Field("card", _("看过优待证或者退役证"), _TO_SERVE, YES, required=False),
            ),
        ),
        Form(
            "plaque",
            _("光荣牌"),
            (
                Field(
                    "state",
                    _("现在怎样"),
                    _("帮着申领、更换"),
                    CHOICE,
                    choices=(
                        ("hangs", _("挂着")),
                        ("missing", _("还没有领到")),
                        ("damaged", _("坏了，要换")),
                        ("unwanted", _("本人不挂")),
                    ),
                ),
                Field("done", _("帮着办了什么"), _("帮着申领、更换"), required=False),
            ),
        ),
        Form(
            "work",
            _("就业创业"),
            (
                Field("wish", _("想做什么、会什么"), _("帮着找工作、学技能"), LONG),
                Field("offered", _("介绍了哪些岗位和培训"), _TO_SERVE, LONG, required=False),
            ),
            many=True,
        ),
        Form(
            "deed",
            _("事迹"),
            (
                Field(
                    "words",
                    _("用本人的话"),
                    _TO_TELL,
                    LONG,
                    help=_("本人看过、同意以后，用“转介”交给公告栏；没有同意的，只留在这里。"),
                ),
            ),
        ),
        what_was_done(_TO_SERVE),
    ),
    purposes=(*USUAL, ("visit", _("上门走访之前"))),
    endings=(
        Ending("moved", _("搬离或去世")),
        Ending("wished", _("本人不再需要")),
        Ending("never", _("本人没有同意"), leads_on=False),
    ),
    kept="veterans.kept",
    kept_short="casework.not_taken_up_kept",
    needs_consent=True,
    refers_to=(
        ("veterans_affairs", _("退役军人事务部门")),
        ("street", _("街道退役军人服务站")),
        ("employment", _("就业服务机构")),
        ("notice_board", _("公告栏（事迹，本人看过）")),
        ("other", _("其他")),
    ),
    panels=(Panel(_("走访"), "casework:case_visits", "calendar-event"),),
    reads_copy=True,
    post_only=True,
    visits=("spring", "august", "other"),
)


def register() -> None:
    """Called when the app is ready."""
    register_kind(VETERAN)
