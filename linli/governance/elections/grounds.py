"""Why what an election holds about residents may be kept (PIPL 13): the committee's own duty."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import DUTY, Ground, register_grounds

_ELECTION = (_("居民委员会选举"),)
_DUTY = (_("投票站值班"),)
_BY_LAW = ("pipl.13", "rcl2025.16")
_OFFICE = _("公布谁在居委会任职，保存居务档案")
_CITES = ("pipl.13", "rcl2025.39")

register_grounds(
    {
        **{
            f"elections.Registration.{name}": Ground(
                DUTY,
                _("选民登记：本人说愿意参加、凭什么登记、结果怎样"),
                _ELECTION,
                kept="settled",
                cites=_BY_LAW,
                title=_("选民登记"),
            )
            for name in (
                "ground",
                "way",
                "state",
                "registered_at",
                "decided_at",
                "refusal",
                "paper",
                "worker_since",
            )
        },
        **{
            f"elections.Objection.{name}": Ground(
                DUTY,
                _("处理对选民名单的异议"),
                _ELECTION,
                kept="settled",
                cites=("pipl.13", "rcl2025.17"),
                title=_("对选民名单的异议"),
            )
            for name in ("kind", "text", "lodged_at", "decided_at", "public_reason")
        },
        "elections.Kinship.relation": Ground(
            DUTY,
            _("候选人的近亲属不参加主持选举；当选人之间不是近亲属"),
            _ELECTION,
            kept="settled",
            cites=("pipl.13", "rcl2025.15", "civil_code.1045"),
            title=_("选举中登记的近亲属关系"),
        ),
        **{
            f"elections.Nomination.{name}": Ground(
                DUTY,
                _("提名、本人是否接受、主管机关的确认"),
                _ELECTION,
                kept="settled",
                cites=("pipl.13", "rcl2025.18"),
                title=_("候选人提名"),
            )
            for name in ("by", "state", "answered_on", "confirmed_on", "confirmed_paper")
        },
        **{
            f"elections.Candidate.{name}": Ground(
                DUTY,
                _("公布候选人名单、印选票"),
                _ELECTION,
                kept="settled",
                cites=("pipl.13", "rcl2025.18"),
                title=_("候选人名单"),
            )
            for name in ("name", "statement", "withdrew_on")
        },
        **{
            f"elections.CommitteeSeat.{name}": Ground(
                DUTY,
                _("谁主持选举、谁依次递补"),
                _ELECTION,
                kept="settled",
                cites=("pipl.13", "rcl2025.15"),
                title=_("居民选举委员会成员"),
            )
            for name in ("place", "chairs", "serves", "since", "left_on", "left_for")
        },
        "elections.Duty.name": Ground(
            DUTY, _("公布谁在投票站值班"), _DUTY, kept="settled", title=_("值班表上的姓名")
        ),
        "elections.Duty.account": Ground(
            DUTY,
            _("核对值班的人不是候选人或其近亲属"),
            _DUTY,
            kept="settled",
            title=_("值班人的账号"),
        ),
        "elections.Membership.name": Ground(
            DUTY,
            _OFFICE,
            (_("居委会选举"),),
            kept="archived",
            cites=_CITES,
            title=_("居委会成员的姓名和任期"),
        ),
        "elections.RecallSignature.person": Ground(
            DUTY,
            _("核对罢免联名是否够数；谁联名不公布"),
            (_("罢免"),),
            kept="settled",
            cites=("pipl.13", "rcl2025.20"),
            title=_("罢免联名"),
        ),
    }
)
