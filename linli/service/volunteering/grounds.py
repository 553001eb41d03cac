"""Why volunteering holds something about a person, and until when."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import (
    CONSENT,
    CONTRACT,
    DUTY,
    Ground,
    Purpose,
    register_grounds,
    register_purposes,
)

_SERVES = (_("志愿服务"),)
_MATCH = _("按本人愿意做的安排志愿服务，记录时长，出具证明")
_RECORD = ("pipl.13", "volunteering.19")

register_purposes(
    {
        "volunteer_thanked": Purpose(
            _("公开给我的感谢"),
            _("别人可以看到写给我的感谢，姓名只留姓氏；随时可以收回。"),
        )
    }
)


def _line(title: object, *, optional: bool = False) -> Ground:
    return Ground(CONTRACT, _MATCH, _SERVES, kept="ended", optional=optional, cites=_RECORD,
                  title=title)  # fmt: skip


register_grounds(
    {
        "volunteering.Volunteer.skills": _line(_("志愿者会做什么"), optional=True),
        "volunteering.Volunteer.times": _line(_("志愿者什么时候有空"), optional=True),
        "volunteering.Volunteer.national_number": _line(_("全国志愿者编号"), optional=True),
        "volunteering.Volunteer.known_at": _line(_("居委会认得本人，可以上门")),
        "volunteering.Volunteer.registered_at": _line(_("志愿者注册和退出的时间")),
        "volunteering.Volunteer.withdrawn_at": _line(_("志愿者注册和退出的时间")),
        **{
            f"volunteering.Volunteer.{name}": Ground(
                CONTRACT,
                _("未成年人服务前，确认监护人同意"),
                _SERVES,
                kept="ended",
                cites=("pipl.31", "civil_code.19"),
                title=_("未成年志愿者的监护人和同意"),
            )
            for name in ("guardian", "guardian_phone", "guardian_way", "guardian_at")
        },
        **{
            f"volunteering.Training.{name}": _line(_("志愿者通过的培训"))
            for name in ("kind", "passed_on", "valid_until")
        },
        **{
            f"volunteering.Cover.{name}": Ground(
                DUTY,
                _("有危险的服务前，有意外伤害保险"),
                _SERVES,
                kept="ended",
                cites=("pipl.13", "volunteering.17"),
                title=_("志愿者的意外伤害保险"),
            )
            for name in ("insurer", "policy", "since", "until")
        },
        **{
            f"volunteering.ServiceRecord.{name}": Ground(
                DUTY,
                _("如实记录志愿服务，凭记录出具证明"),
                _SERVES,
                kept="archived",
                cites=_RECORD,
                title=_("志愿服务记录"),
            )
            for name in (
                "activity",
                "place",
                "served",
                "content",
                "on",
                "minutes",
                "half_hours",
                "training",
                "evaluation",
                "reason",
            )
        },
        **{
            f"volunteering.HoursCertificate.{name}": Ground(
                CONTRACT,
                _("按本人要求出具志愿服务记录证明，供收到的人核验"),
                _SERVES,
                kept="archived",
                cites=_RECORD,
                title=_("志愿服务记录证明"),
            )
            for name in (
                "since",
                "until",
                "half_hours",
                "times",
                "code",
                "issued_on",
                "issued_at",
            )
        },
        **{
            f"volunteering.Thanks.{name}": _line(_("给志愿者的感谢和表彰"))
            for name in ("kind", "said", "on")
        },
        "volunteering.Thanks.shown_at": Ground(
            CONSENT,
            _("让大家看到写给本人的感谢"),
            _SERVES,
            kept="withdrawn",
            optional=True,
            consent="volunteer_thanked",
            cites=("pipl.13", "volunteering.20"),
            title=_("感谢是否公开"),
        ),
        **{
            f"volunteering.Receiver.{name}": Ground(
                CONTRACT,
                _("按本人愿望送餐、探访、陪同，让上门的人知道必要的事"),
                (_("送餐、探访、陪同"),),
                kept="ended",
                sensitive=True,
                cites=("pipl.13", "pipl.29"),
                title=_("送餐、探访、陪同的安排和要知道的事"),
            )
            for name in ("note", "consent_way", "consented_at", "paused_until", "ended_at")
        },
        **{
            f"volunteering.RoundStop.{name}": Ground(
                CONTRACT,
                _("送到没有、有没有人应门，没人应门的当天找到人"),
                (_("送餐、探访、陪同"),),
                kept="ended",
                cites=("pipl.13",),
                title=_("每次上门的结果"),
            )
            for name in ("state", "ticked_at", "settled_for")
        },
    }
)

# Wishes, things lent among neighbours, time exchange.

_WISHES, _LENDING, _TIME = (_("微心愿"),), (_("邻里互借"),), (_("时间互助"),)
_MEET = _("按本人的心愿找人实现，由社区转交；不公布是谁")
_LEND = _("双方都答应后互相联系，借还东西；用完就删除")
_COUNT = _("记下谁给了谁多少时间，给本人看明细")


def _near(purpose: object, by: tuple[object, ...], title: object, kept: str = "settled") -> Ground:
    return Ground(CONTRACT, purpose, by, kept=kept, optional=True, title=title)


register_grounds(
    {
        "volunteering.Wish.words": _near(_MEET, _WISHES, _("心愿的原话")),
        "volunteering.Wish.name": _near(_MEET, _WISHES, _("许愿人的姓名")),
        "volunteering.Wish.phone": _near(_MEET, _WISHES, _("许愿人的电话")),
        "volunteering.Wish.guardian": _near(_MEET, _WISHES, _("监护人的姓名")),
        "volunteering.WishClaim.name": _near(_MEET, _WISHES, _("认领人的姓名")),
        "volunteering.WishClaim.contact": _near(_MEET, _WISHES, _("认领人的联系方式")),
        "volunteering.NeighbourNote.contact": _near(_LEND, _LENDING, _("互借的联系方式")),
        "volunteering.Loan.words": _near(_LEND, _LENDING, _("互借时跟对方说的话")),
        "volunteering.Loan.contact": _near(_LEND, _LENDING, _("互借的联系方式")),
        "volunteering.Loan.owner_contact": _near(_LEND, _LENDING, _("互借的联系方式")),
        "volunteering.NoteReport.words": _near(_LEND, _LENDING, _("反映的互借问题")),
        "volunteering.NoteReport.answer": _near(_LEND, _LENDING, _("反映的互借问题")),
        "volunteering.TimeMember.name": _near(_COUNT, _TIME, _("时间互助成员的姓名"), "ended"),
    }
)
