"""What secrecy a ballot promises, in one sentence that is true to how it is kept (docs/adr/0016
and 0050). It stands on every ballot of the house, by `{% secrecy_of poll %}`."""

from django.utils.translation import gettext as _

from linli.mechanisms.ballot.models import Poll


def promise_of(poll: Poll, *, printed: bool = False) -> str:
    """The sentence. `printed`: for the paper that is handed out, which is only ever on paper,
    whatever else the poll allows."""
    if not poll.secret:
        return _(
            "记名投票：选票连同投票人一起保存，以便核对票权；网页上只有您自己看得到您的票，"
            "别人只看到合计，掌管服务器的人和代您录入纸票的人看得到。"
        )
    on_screen = poll.on_screen and not printed
    if poll.listed:
        return _listed(on_screen=on_screen, on_paper=poll.on_paper)
    if not on_screen:
        return _("无记名投票：选票上没有姓名和编号，投进票箱以后，谁也分不出哪一张是谁的。")
    if not poll.on_paper:
        return _(
            "无记名投票：系统只记谁投过票，不记谁投了什么；"
            "但掌管服务器并在投票时监视它的人，理论上可以推断。"
        )
    return _(
        "无记名投票：系统只记谁领过票，不记谁投了什么；"
        "但掌管服务器并在投票时监视它的人，理论上可以推断屏幕上投的票，有顾虑的请用纸质选票。"
    )


def _listed(*, on_screen: bool, on_paper: bool) -> str:
    if not on_screen:
        return _(
            "无记名投票，结束后逐张公布：选票上没有姓名和编号，公布时只列每张标了什么，"
            "谁也分不出哪一张是谁的；不要作记号，也不要按别人要求的样子填。"
        )
    if not on_paper:
        return _(
            "无记名投票，结束后按票号逐张公布：票号只告诉您一次，系统不记是谁的，"
            "给别人看票号就等于告诉他您怎么投；"
            "掌管服务器并在投票时监视它的人，理论上可以推断。"
        )
    return _(
        "无记名投票，结束后按票号逐张公布：票号只告诉您一次，系统不记是谁的，"
        "给别人看票号就等于告诉他您怎么投；"
        "掌管服务器并在投票时监视它的人，理论上可以推断屏幕上投的票，有顾虑的请用纸质选票。"
    )
