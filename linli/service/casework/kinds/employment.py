"""A household in which nobody able to work has work (B48): help that was offered, by name, on the
household's own consent. Whether it counts as such a household is the office's to say."""

from django.utils.translation import gettext_lazy as _

from linli.service.casework.kinds.declaration import (
    CHOICE,
    DAY,
    LONG,
    Ending,
    Field,
    Form,
    Kind,
    register_kind,
)
from linli.service.casework.kinds.hardship import HARDSHIP
from linli.service.casework.kinds.usual import USUAL, what_was_done

KEY = "zero_employment"
_TO_FIND_WORK = _("帮这个家庭至少一个人找到工作")

ZERO_EMPLOYMENT = Kind(
    KEY,
    _("零就业家庭帮扶"),
    purpose=_("帮家里至少一个人找到工作；算不算零就业家庭，由就业服务机构认定"),
    cites=("employment_promotion.56", "social_assistance.27", "pipl.13"),
    opened_by=HARDSHIP.opened_by,
    handled_by=HARDSHIP.handled_by,
    keeper="director",
    forms=(
        Form(
            "household",
            _("家里的情况"),
            (
                Field("who", _("谁能干活、现在没有工作（不写身份证号）"), _TO_FIND_WORK, LONG),
                Field("wish", _("想做什么、能做什么时间"), _TO_FIND_WORK, LONG),
                Field(
                    "hinders",
                    _("有什么难处（照顾老人孩子、身体）"),
                    _TO_FIND_WORK,
                    LONG,
                    required=False,
                ),
            ),
        ),
        Form(
            "offered",
            _("提供的帮助"),
            (
                Field(
                    "what",
                    _("哪一种"),
                    _TO_FIND_WORK,
                    CHOICE,
                    choices=(
                        ("opening", _("岗位")),
                        ("training", _("培训")),
                        ("public_post", _("公益性岗位")),
                        ("scheme", _("申请就业援助")),
                        ("insurance", _("社保补贴")),
                        ("business", _("创业扶持")),
                    ),
                ),
                Field("name", _("岗位、培训或者政策的名称"), _TO_FIND_WORK),
                Field("on", _("哪天告诉本人的"), _TO_FIND_WORK, DAY),
                Field("answer", _("本人怎么想"), _TO_FIND_WORK, LONG, required=False),
            ),
            many=True,
            after=("household",),
        ),
        what_was_done(_TO_FIND_WORK, after=("household",)),
    ),
    purposes=USUAL,
    endings=(
        Ending("employed", _("至少一个人就业了")),
        Ending("applied", _("已申请就业援助，由就业服务机构接着办")),
        Ending("declined", _("本人不愿继续"), leads_on=False),
    ),
    kept="employment.kept",
    kept_short="casework.not_taken_up_kept",
    first_step_within="employment.step",
    ends_after=("household",),
    refers_to=(
        ("employment", _("就业服务机构")),
        ("street", _("街道办事处")),
        ("employer", _("用人单位（只告诉本人同意的）")),
        ("training", _("培训机构")),
        ("other", _("其他")),
    ),
    reads_copy=True,
)


def register() -> None:
    """Called when the app is ready."""
    register_kind(ZERO_EMPLOYMENT)
