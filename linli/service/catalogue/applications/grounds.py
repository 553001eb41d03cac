"""Why what an application says of a person may be kept (PIPL 13), and until when."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, DUTY, Ground, register_grounds

_TITLES = {
    "wish": _("申请救助时想说明的"),
    "kin_who": _("与工作人员的近亲属关系"),
    "purpose": _("转交申请的目的"),
    "reasons": _("单位写的不予理由"),
    "objection": _("异议的内容"),
    "out_of_turn": _("先办的原因"),
    "change": _("报告的家庭变化"),
}
_FOR = (_("帮助申请"),)

register_grounds(
    {
        **{
            f"catalogue.ApplicationHelp.{name}": Ground(
                CONTRACT,
                _("照本人的意思帮助申请，并告诉本人办到哪一步"),
                _FOR,
                kept="settled",
                sensitive=name in ("wish", "reasons", "change"),
                title=title,
            )
            for name, title in _TITLES.items()
        },
        "catalogue.ToldByOffice.who": Ground(
            CONTRACT, _("记住单位里谁告知的，好去问"), _FOR, kept="settled"
        ),
        **{
            f"catalogue.PrivateSuggestion.{name}": Ground(
                DUTY,
                _("发现可能需要救助的人，及时告诉本人"),
                _FOR,
                kept="settled",
                sensitive=True,
                cites=("pipl.13", "social_assistance.39"),
                title=_("工作者自己的提醒"),
            )
            for name in ("ground", "next_step")
        },
    }
)
