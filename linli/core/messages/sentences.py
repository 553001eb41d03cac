"""What the book says of reading messages; the one sentence about whatever is closed."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import CLOSED, Kind, register_kinds

register_acts(
    {
        "messages.read": ActSentence(_("读了一条消息")),
        "messages.read_all": ActSentence(_("把 {count} 条消息标为已读")),
        "messages.clear": ActSentence(_("清除了 {count} 条过期消息")),
    }
)

register_kinds(
    {
        CLOSED: Kind(
            subject=_("有一件需要您看的事"),
            body=_("请登录后点开。"),
        ),
        # Told by core/access, which lies below.
        "access.strange_browser": Kind(
            subject=_("有人用您的账号，在一个没有验证过的浏览器上要看保密的内容"),
            body=_("是您自己，就不用管。不是您：请马上改密码、退出别处的登录，并告诉主任。"),
            opens="usersessions_list",
        ),
    }
)
