"""Why what a form holds about persons may be kept, and until when (PIPL 13, 19)."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import DUTY, Ground, register_grounds

_FILL = _("填写别的单位要的表")
_KEPT = "handed"

register_grounds(
    {
        "paperwork.Line.typed": Ground(
            DUTY,
            _("只为填这一张表当面问到的，不写进名册"),
            (_FILL,),
            kept=_KEPT,
            cites=("pipl.6", "pipl.13"),
            title=_("为填表问到的回答"),
        ),
        **{
            name: Ground(
                DUTY,
                _("知道交出去过什么，下次只交有变化的"),
                (_FILL,),
                kept=_KEPT,
                sensitive=True,
                cites=("pipl.13", "pipl.19"),
                title=_("交给别的单位的表的留底"),
            )
            for name in ("paperwork.HandedRow.content", "paperwork.Asking.blank")
        },
    }
)
