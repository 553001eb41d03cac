"""What those hear who put a name down. Whatever is about one entry opens that entry."""

from django.utils.translation import gettext_lazy as _

from linli.core.messages.kinds import Kind, register_kinds

_ENTRY, _MINE = "signup:entry", "signup:mine"

register_kinds(
    {
        "signup.offered": Kind(
            _("有空位了：{title}"),
            _("名额为您留到{until}。请点开，选“我要”或“不要这个名额”；到时没有确认就让给下一位。"),
            opens=_ENTRY,
            by="code",
        ),
        "signup.lapsed": Kind(
            _("空位让给了下一位：{title}"),
            _("到时没有收到您的确认。还想参加可以再报一次。"),
            opens=_ENTRY,
            by="code",
        ),
        "signup.removed": Kind(
            _("您的报名被取消了：{title}"),
            _("原因：{words}。有疑问请问居委会。"),
            opens=_ENTRY,
            by="code",
        ),
        "signup.drawn": Kind(
            _("抽签结果：{title}"),
            _("结果是：{state}。种子和顺序都公开，谁都可以照着再算一遍。"),
            opens=_ENTRY,
            by="code",
        ),
        "signup.put_down": Kind(
            _("家里人替您报了名：{title}"),
            _("不想去的，点开选“来不了”就取消了。"),
            opens=_ENTRY,
            by="code",
        ),
        "signup.called_off": Kind(
            _("有 {count} 次取消了：{title}"),
            _("最近的一次是{day}。原因：{words}。点开看还有哪几次。"),
            opens=_MINE,
        ),
        "signup.moved": Kind(
            _("时间或地点改了：{title}"),
            _("原定{before}，改到{starts_at}。{venue} {words}"),
            opens=_MINE,
        ),
        "signup.cancelled": Kind(
            _("取消了：{title}"), _("整个都不办了。原因：{words}。"), opens=_MINE
        ),
        "signup.words": Kind(_("组织者有话转告：{title}"), "{words}", opens=_MINE),
    }
)
