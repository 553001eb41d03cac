"""Why what stands on a list may be kept, and how short (PIPL 13, 19)."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, Ground, register_grounds

_JOINED = Ground(
    CONTRACT,
    _("按本人在接龙里报的，通知、分发、点数"),
    (_("接龙"),),
    kept="chain",
    optional=True,
    title=_("接龙里写的门牌、称呼和备注"),
)

register_grounds(
    {
        "chains.Chain.heading": _JOINED,
        "chains.Line.hint": _JOINED,
        "chains.Line.name": _JOINED,
        "chains.Line.note": _JOINED,
    }
)
