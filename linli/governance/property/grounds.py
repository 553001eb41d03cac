"""Why a name or an answer may stand in the register of estates (PIPL 13), and until when.

Owners are known by name because they vote by area, office holders because they were chosen.
"""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, DUTY, Ground, register_bookkeeping, register_grounds

_OWNERS = _("指导和协助业主设立业主大会、选举业主委员会，核对谁是业主")
_OFFICE = _("公布业主推选的人和他们的职务")
_DISPUTE = _("按本人的要求把物业纠纷转到能办的地方，并告诉结果")
_ASKED = _("按本人的答复计算是否达到法定比例；只有这一户自己看得到")
_CITES = ("civil_code.277", "pipl.13")


def _ground(item: str, purpose: object, needed: object, **more: object) -> Ground:
    return Ground(item, purpose, (needed,), **{"kept": "ended", **more})  # type: ignore[arg-type]


register_grounds(
    {
        "property.Owner.person": _ground(DUTY, _OWNERS, _("小区业主名册"), cites=_CITES),
        "property.Owner.name": _ground(DUTY, _OWNERS, _("小区业主名册"), cites=_CITES),
        "property.Owner.phone": _ground(
            DUTY, _OWNERS, _("小区业主名册"), optional=True, cites=_CITES
        ),
        "property.Owner.code": _ground(
            DUTY, _OWNERS, _("小区业主名册"), optional=True, cites=_CITES
        ),
        "property.BodyMember.owner": _ground(DUTY, _OFFICE, _("业主组织名单"), cites=_CITES),
        "property.BodyMember.person": _ground(DUTY, _OFFICE, _("业主组织名单"), cites=_CITES),
        "property.BodyMember.name": _ground(DUTY, _OFFICE, _("业主组织名单"), cites=_CITES),
        "property.BodyMember.contact": _ground(
            DUTY, _OFFICE, _("业主组织名单"), optional=True, cites=_CITES
        ),
        "property.ScopeHousehold.owner": _ground(
            DUTY, _ASKED, _("加装电梯、住改商征求意见"), kept="settled"
        ),
        "property.ScopeHousehold.answer": _ground(
            DUTY, _ASKED, _("加装电梯、住改商征求意见"), kept="settled"
        ),
        "property.Dispute.words": _ground(CONTRACT, _DISPUTE, _("物业纠纷求助"), kept="settled"),
        "property.Dispute.answer": _ground(
            CONTRACT, _DISPUTE, _("物业纠纷求助"), kept="settled", optional=True
        ),
    }
)


_VOTE = _("按业主的面积和人数计票，核对一人一票")
_CHOSEN = _("让业主知道选的是谁，公布选举的结果")
_ROSTER = _("核对业主名册，改正写错的")
_CITES = ("civil_code.277", "pipl.13")

register_grounds(
    {
        "property.OwnerPaper.owner": Ground(
            DUTY, _VOTE, (_("业主表决"),), kept="settled", cites=_CITES,
            title=_("业主表决的送达和回收记录"),
        ),
        "property.OwnerPaper.first": Ground(
            DUTY, _VOTE, (_("业主表决"),), kept="settled", cites=_CITES,
            title=_("纸票第一次录入的内容（第二人录入后清除）"),
        ),
        "property.VoteMatter.options": Ground(
            DUTY, _CHOSEN, (_("业主表决"),), kept="posted", cites=("pipl.13",),
            title=_("业主委员会候选人的姓名（本人同意后才写）"),
        ),
        "property.RosterTable.content": Ground(
            DUTY, _ROSTER, (_("业主名册"),), kept="decided", cites=_CITES,
            title=_("等确认的业主名册表格"),
        ),
        **{
            f"property.RosterObjection.{name}": Ground(
                DUTY, _ROSTER, (_("业主名册"),), kept="settled", optional=True, cites=_CITES,
                title=_("业主对名册的异议和答复"),
            )
            for name in ("words", "answer", "owner")
        },
    }
)  # fmt: skip
register_bookkeeping("property.OwnerPaper.corrected_for")
register_bookkeeping("property.OwnerPaper.late_for")
