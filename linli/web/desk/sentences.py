"""What the desk is told when a limit is about to break, and when it has."""

from django.utils.translation import gettext_lazy as _

from linli.core.messages.kinds import Kind, register_kinds

register_kinds(
    {
        "clocks.about_to_break": Kind(
            subject=_("“{title}”的办理期限就要到了"),
            body=_("最后期限是 {last_day}。请尽快办结，或者说明原因后延长。"),
            opens="clocks:open",
        ),
        "clocks.broken": Kind(
            subject=_("“{title}”超过了办理期限"),
            body=_("最后期限是 {last_day}。请尽快办结，并向等候的居民说明原因。"),
            opens="clocks:open",
        ),
    }
)
