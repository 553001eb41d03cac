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
        "local_law.waits": Kind(
            subject=_("有一项本地规定等您看：{rule}"),
            body=_("请对照原文，再确认或者写明原因不予通过。"),
            opens="local_law:values",
        ),
        "local_law.confirmed": Kind(
            subject=_("您录入的本地规定已经确认：{rule}"),
            body=_("从开始那天起执行。"),
            opens="local_law:values",
        ),
        "local_law.withdrawn": Kind(
            subject=_("您录入的本地规定没有通过：{rule}"),
            body=_("原因写在它的经过里。"),
            opens="local_law:values",
        ),
        "clocks.handed_over": Kind(
            subject=_("有一件事移交给您：{title}"),
            body=_("打开看原因和期限。"),
            opens="clocks:clock",
        ),
        "clocks.handed_over_some": Kind(
            subject=_("有 {count} 件事移交给您"),
            body=_("在“今日”里按期限排好了。"),
            opens="desk",
        ),
        "clocks.left_behind": Kind(
            subject=_("{count} 件事的经办人已离岗"),
            body=_("请移交给在岗的同事。"),
            opens="clocks:hand_over",
        ),
        "clocks.you_stand_in": Kind(
            subject=_("请您从{since}到{until}代班"),
            body=_("这些天，对方手上的事会出现在您的“今日”里。"),
            opens="desk",
        ),
    }
)
