"""Why contacts of lost and found may be kept (PIPL 13), and until when. Nothing else in this room
is about a person."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, Ground, register_grounds

_PURPOSE = _("把捡到的东西还给失主")
_OF = (_("失物招领"),)

register_grounds(
    {
        f"hazards.{name}": Ground(
            CONTRACT,
            _PURPOSE,
            _OF,
            kept="settled",
            optional=True,
            cites=("pipl.13", "civil_code.314"),
            title=title,
        )
        for name, title in (
            ("FoundThing.marks", _("拾得物的特征（只有工作人员看得到）")),
            ("FoundThing.finder", _("拾得人的联系方式（只有工作人员看得到）")),
            ("FoundThing.claimant", _("领回人（只有工作人员看得到）")),
            ("FoundThing.proof", _("怎么核对的（只有工作人员看得到）")),
            ("LostReport.contact", _("失主的联系方式（只有工作人员看得到）")),
        )
    }
)
