"""Why a round holds what was said at a door: to hand it to the room that asked, and to see that
nobody is asked twice (PIPL 6, 13)."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import DUTY, Ground, register_bookkeeping, register_grounds

_ROUND = (_("走访"),)
_TOLD = _("记下上门问到的，交给要用它的那一件事")
_KEPT = _("两处记的不一样时都留着，由人来定")
_CITES = ("pipl.6", "pipl.13")


def _ground(purpose: object, title: object) -> Ground:
    return Ground(DUTY, purpose, _ROUND, kept="settled", cites=_CITES, title=title)


_ANSWER, _WHEN = _("上门问到的回答"), _("上门的时间和结果")

register_grounds(
    {
        "rounds.Answer.value": _ground(_TOLD, _ANSWER),
        "rounds.Answer.last": _ground(_("不重复问上次已经答过的"), _ANSWER),
        "rounds.Conflict.kept_value": _ground(_KEPT, _ANSWER),
        "rounds.Conflict.other_value": _ground(_KEPT, _ANSWER),
        "rounds.Arrival.content": _ground(_("来晚的也不丢，由人来定"), _ANSWER),
        "rounds.Stop.called": _ground(_("不开名册也知道敲谁的门，只留头尾"), _("姓名的头尾")),
        "rounds.Stop.outcome": _ground(_("知道哪一户还没有问到"), _WHEN),
        "rounds.Stop.done_at": _ground(_("知道哪一户还没有问到"), _WHEN),
        "rounds.Stop.last_on": _ground(_("知道上次是哪天问的"), _WHEN),
        "rounds.Attempt.at": _ground(_("去过几次没见到，改用信或电话"), _WHEN),
        "rounds.Attempt.way": _ground(_("去过几次没见到，改用信或电话"), _WHEN),
        "rounds.Attempt.result": _ground(_("去过几次没见到，改用信或电话"), _WHEN),
    }
)
register_bookkeeping(
    "rounds.Stop.number",
    "rounds.Stop.ref",
    "rounds.Stop.asks",
)
