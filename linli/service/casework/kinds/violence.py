"""Violence at home: the victim's case, and apart from it the record of the other side."""

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

POSTS = ("worker", "committee_member", "deputy_director", "director", "child_protection")
_TO_KEEP_SAFE = _("保护受害人的安全")

VIOLENCE = Kind(
    "violence",
    _("反家庭暴力"),
    purpose=_("保护受害人的安全，依法报案、查访、协助执行保护令"),
    cites=("domestic_violence.14", "domestic_violence.17", "domestic_violence.32"),
    opened_by=POSTS,
    handled_by=POSTS,
    keeper="director",
    forms=(
        Form(
            "talk",
            _("和受害人谈过"),
            (
                Field("said", _("受害人怎么说、要什么"), _TO_KEEP_SAFE, LONG),
                Field("next", _("下一步，受害人同意的"), _TO_KEEP_SAFE, required=False),
            ),
            many=True,
        ),
    ),
    purposes=USUAL,
    endings=(
        Ending("safe", _("受害人说安全了")),
        Ending("taken_over", _("由公安、法院、妇联接着办")),
        Ending("declined", _("受害人不愿继续"), leads_on=False),
    ),
    kept="violence.kept",
    kept_short="casework.not_taken_up_kept",
    needs_consent=False,
    told_to_person=False,
    overrides=(
        Override(
            "report", _("没有完全民事行为能力的人遭受家庭暴力，应当报案"), ("domestic_violence.14",)
        ),
        Override("apply", _("受害人不能自己申请保护令"), ("domestic_violence.23",)),
    ),
    refers_to=(
        ("police", _("公安机关")),
        ("court", _("法院")),
        ("shelter", _("救助和庇护场所")),
        ("womens_federation", _("妇联")),
        ("legal_aid", _("法律援助机构")),
        ("hospital", _("医疗卫生机构")),
    ),
    panels=(Panel(_("安全、查访、保护令"), "casework:violence", "shield-check"),),
)

OTHER_SIDE = Kind(
    "violence_other",
    _("告诫书查访"),
    purpose=_("凭告诫书查访，看看是不是不再施暴"),
    cites=("domestic_violence.17",),
    opened_by=(),  # only from the victim's case, into other hands
    handled_by=POSTS,
    keeper="director",
    forms=(),
    purposes=USUAL,
    endings=(Ending("stopped", _("查访结束")),),
    kept="violence.kept",
    needs_consent=False,
    told_to_person=False,
    panels=(Panel(_("查访"), "casework:other_side", "stairs"),),
)


def register() -> None:
    """Called when the app is ready."""
    register_kind(VIOLENCE)
    register_kind(OTHER_SIDE)
