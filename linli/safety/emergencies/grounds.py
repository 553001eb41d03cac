"""Why a card may say what it says (PIPL 13, 28, 29; 突发事件应对法 84, 85), and until when."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import (
    CONTRACT,
    KEPT_WORDS,
    Ground,
    Purpose,
    register_grounds,
    register_purposes,
)

KEPT_WORDS["help_card"] = _("本人撤回即删除；满一年没有再同意也删除")
KEPT_WORDS["incident"] = _("事情结束以后，到定下的销毁日期（可以延期），或两人确认时销毁")
KEPT_WORDS["call_tree"] = _("不再担任这项职责即清除")

register_purposes(
    {
        "emergency_help": Purpose(
            _("突发事件时来帮助我"),
            _("只在突发事件中使用：谁在哪里、要什么帮助。不写病情，平时谁也不看。"),
            sensitive=True,
        )
    }
)


def _asked(title: object, *, kept: str, optional: bool = False) -> Ground:
    return Ground(
        CONTRACT,
        _("突发事件中按本人的要求上门帮助"),
        (_("应急求助卡"),),
        kept=kept,
        optional=optional,
        sensitive=True,
        cites=("pipl.13", "pipl.29", "emergency_response.85"),
        title=title,
    )


_WORDS = {
    "door": _("求助的住房"),
    "name": _("求助的人怎么称呼"),
    "needs": _("要什么帮助"),
    "phone": _("求助的人的电话"),
    "holder": _("谁有钥匙"),
}

register_grounds(
    {
        f"emergencies.{model}.{field}": _asked(
            title, kept=kept, optional=field in ("phone", "holder")
        )
        for model, kept in (("HelpCard", "help_card"), ("Door", "incident"))
        for field, title in _WORDS.items()
    }
    | {
        "emergencies.HelpCard.key": _asked(_("封存求助卡的钥匙"), kept="help_card"),
        "emergencies.Incident.key": _asked(_("封存突发事件名单的钥匙"), kept="incident"),
        "emergencies.LogLine.said": _asked(_("突发事件的记录"), kept="incident"),
    }
    | {
        f"emergencies.Contact.{field}": Ground(
            CONTRACT,
            _("突发事件时通知值守的人"),
            (_("应急通知"),),
            kept="call_tree",
            title=title,
        )
        for field, title in (("name", _("应急联系人姓名")), ("phone", _("应急联系人电话")))
    }
)
