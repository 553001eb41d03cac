"""Rights help: what was asked, the advice, the ways and the last day of each (B25).

The house helps to find the way and writes the letter; it decides nothing and speaks for nobody.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.service.casework.kinds.declaration import (
    DAY,
    LONG,
    Ending,
    Field,
    Form,
    Kind,
    Panel,
    register_kind,
)
from linli.service.casework.kinds.usual import LIFE_IN_DANGER, USUAL, what_was_done

KEY = "rights"
POSTS = ("worker", "committee_member", "deputy_director", "director", "mediator")
_TO_ADVISE = _("说清有哪些路、各到哪一天为止")
_FOR_THE_LETTER = _("按本人的话写成一封信，由本人签名寄出")


RIGHTS = Kind(
    KEY,
    _("维权帮助"),
    purpose=_("帮您弄清有哪些路、各到哪一天为止，帮您写信；怎么走由您决定"),
    cites=("pipl.13", "pipl.14"),
    opened_by=POSTS,
    handled_by=POSTS,
    keeper="director",
    forms=(
        Form(
            "asked",
            _("问的是什么事"),
            (
                Field("question", _("想解决什么，用本人的话"), _TO_ADVISE, LONG),
                Field("happened", _("发生了什么（时间、地点、对方是谁）"), _TO_ADVISE, LONG),
                Field(
                    "known_on",
                    _("哪天知道的"),
                    _("有的路从这一天起算"),
                    DAY,
                    required=False,
                ),
                Field("papers", _("手里有哪些材料"), _TO_ADVISE, LONG, required=False),
            ),
        ),
        Form(
            "advice",
            _("咨询意见"),
            (
                Field("by", _("谁给的意见（律师、法律顾问、志愿者）"), _TO_ADVISE),
                Field("words", _("意见"), _TO_ADVISE, LONG),
                Field("lacks", _("还要准备哪些材料"), _TO_ADVISE, LONG, required=False),
                Field("next", _("下一步"), _TO_ADVISE, required=False),
            ),
            many=True,
            after=("asked",),
        ),
        Form(
            "letter",
            _("投诉信"),
            (
                Field("title", _("信的标题"), _FOR_THE_LETTER),
                Field("to", _("写给哪个单位"), _FOR_THE_LETTER),
                Field("facts", _("事情的经过"), _FOR_THE_LETTER, LONG),
                Field("request", _("请对方做什么"), _FOR_THE_LETTER, LONG),
                Field("papers", _("附上哪些材料"), _FOR_THE_LETTER, LONG, required=False),
            ),
            after=("asked",),
        ),
        what_was_done(_TO_ADVISE, after=("asked",)),
    ),
    purposes=USUAL,
    endings=(
        Ending("settled", _("解决了")),
        Ending("taken", _("已交给有权处理的单位")),
        Ending("declined", _("本人不再继续"), leads_on=False),
    ),
    kept="rights.kept",
    kept_short="casework.not_taken_up_kept",
    first_step_within="rights.step",
    ends_after=("asked",),
    needs_consent=False,  # she came herself; whatever leaves the case has her consent
    overrides=(LIFE_IN_DANGER,),
    refers_to=(
        ("legal_aid", _("法律援助机构")),
        ("arbitration", _("劳动争议仲裁委员会")),
        ("consumer", _("市场监管部门")),
        ("housing", _("住房主管部门（含物业）")),
        ("petition", _("信访部门")),
        ("court", _("法院")),
        ("mediation", _("人民调解委员会")),
        ("other", _("其他")),
    ),
    panels=(
        Panel(_("几条路、各到哪天"), "casework:rights", "compass"),
        Panel(_("打印投诉信"), "casework:letter", "printer", shows=lambda case: _has_letter(case)),
    ),
    reads_copy=True,
)


def _has_letter(case: Any) -> bool:
    from linli.service.casework.queries.cases import written_forms

    return "letter" in written_forms(case)


def register() -> None:
    """Called when the app is ready."""
    register_kind(RIGHTS)
