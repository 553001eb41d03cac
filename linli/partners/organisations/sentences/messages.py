"""What is told, what clocks are called."""

from django.utils.translation import gettext_lazy as _

from linli.core.clocks.names import register_clock_names, register_works
from linli.core.messages.kinds import Kind, register_kinds

register_kinds(
    {
        "organisations.you_stand_in": Kind(
            _("有人请假，由您替班：从{since}起"),
            _("点开看哪几天。排不开请尽早和主任说。"),
            opens="organisations:own",
        ),
    }
)
register_clock_names(
    {
        "organisation_vacancy": _("补上岗位空缺"),
        "organisation_term_ends": _("准备换届"),
        "organisation_handover": _("组织交接"),
    }
)
register_works(
    {
        "organisations.Office": _("组织的岗位"),
        "organisations.Organisation": _("社区里的组织"),
        "organisations.Handover": _("组织的交接"),
    }
)
