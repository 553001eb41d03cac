"""Why a roll and an open vote may hold something about a person (PIPL 13)."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import DUTY, Ground, register_bookkeeping, register_grounds

_ROLL = (_("投票名册"),)
_OPEN = (_("记名投票"),)

register_grounds(
    {
        "ballot.Elector.person": Ground(
            DUTY, _("核对投票资格，保证一人一票"), _ROLL, kept="settled", title=_("名册上的本人")
        ),
        "ballot.Elector.household": Ground(
            DUTY, _("核对户的代表，保证一户一票"), _ROLL, kept="settled", title=_("名册上的户")
        ),
        "ballot.Elector.name": Ground(
            DUTY,
            _("依法公布名册，供居民核对和提出异议"),
            _ROLL,
            kept="settled",
            title=_("名册上的姓名"),
        ),
        "ballot.Elector.ground": Ground(
            DUTY, _("说明为什么列入名册"), _ROLL, kept="settled", title=_("列入名册的依据")
        ),
        "ballot.Elector.group": Ground(
            DUTY, _("分组张贴名册，便于查找"), _ROLL, kept="settled", title=_("名册上的分组")
        ),
        "ballot.Elector.heads": Ground(
            DUTY, _("依法按人数计票"), _OPEN, kept="settled", title=_("计票的人数")
        ),
        "ballot.Elector.area": Ground(
            DUTY, _("依法按专有部分面积计票"), _OPEN, kept="settled", title=_("计票的面积")
        ),
        "ballot.Elector.struck_at": Ground(
            DUTY, _("记录名册的更正"), _ROLL, kept="settled", title=_("名册更正的时间")
        ),
        "ballot.Proxy.principal": Ground(
            DUTY, _("登记书面委托，依法公布委托名单"), _ROLL, kept="settled", title=_("委托人")
        ),
        "ballot.Proxy.holder": Ground(
            DUTY,
            _("登记书面委托，限制每人接受委托的人数"),
            _ROLL,
            kept="settled",
            title=_("受托人"),
        ),
        "ballot.Proxy.written_on": Ground(
            DUTY, _("核对委托书"), _ROLL, kept="settled", title=_("委托书的日期")
        ),
        "ballot.Mark.elector": Ground(
            DUTY,
            _("保证一人一票；结果确定后销毁"),
            _ROLL,
            kept="settled",
            title=_("领过选票的记录"),
        ),
        "ballot.NamedPaper.elector": Ground(
            DUTY,
            _("记名投票依法核对票权，别人只看到总数"),
            _OPEN,
            kept="settled",
            title=_("记名选票上的本人"),
        ),
        "ballot.NamedPaper.content": Ground(
            DUTY, _("记名投票计票"), _OPEN, kept="settled", title=_("记名选票的内容")
        ),
        "ballot.Option.person": Ground(
            DUTY,
            _("在选票上列出候选人"),
            (_("候选人名单"),),
            kept="settled",
            title=_("候选人本人"),
        ),
        "ballot.Option.title": Ground(
            DUTY,
            _("在选票上列出候选人或方案"),
            (_("候选人名单"),),
            kept="settled",
            title=_("选票上的名称"),
        ),
        "ballot.Teller.account": Ground(
            DUTY,
            _("指定计票人和监票人，公开计票"),
            (_("计票"),),
            kept="settled",
            title=_("计票人、监票人"),
        ),
    }
)
register_bookkeeping(
    "ballot.Elector.electorate",
    "ballot.Elector.number",
    "ballot.Proxy.electorate",
    "ballot.Proxy.slot",
    "ballot.Proxy.most",
    "ballot.Proxy.revoked_at",
    "ballot.Mark.poll",
    "ballot.Mark.how",
    "ballot.Mark.by_proxy",
)
