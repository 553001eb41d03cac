"""Why a case may hold what it holds (PIPL 13, 28): sealed, for its handlers, until its day."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, DUTY, KEPT_WORDS, Ground, register_grounds

KEPT_WORDS["case"] = _("个案结束后按这类个案的保存期，到期销毁")

_NEEDED = (_("个案的帮助与转介"),)


def ground_of_case(purpose: object, title: object) -> Ground:
    """The ground of a field of a case or of what hangs on it."""
    return Ground(
        DUTY,
        purpose,
        _NEEDED,
        kept="case",
        sensitive=True,
        cites=("pipl.13", "pipl.28"),
        title=title,
    )


_CASE = ground_of_case(_("按本人的愿望或法律规定提供帮助"), _("保密个案的内容"))
_PASSED = ground_of_case(_("证明同意过什么、转给了谁、依据什么"), _("个案里的同意与转介"))
_LOG = ground_of_case(_("让本人知道谁为了什么打开过"), _("个案的查阅记录"))

register_grounds(
    {
        **{
            f"casework.Case.{name}": _CASE
            for name in ("key", "person", "called", "reason", "ending")
        },
        "casework.CaseNote.content": _CASE,
        "casework.Look.words": _LOG,
        "casework.Release.reason": _LOG,
        **{f"casework.Agreement.{name}": _PASSED for name in ("words", "by_whom", "paper")},
        **{
            f"casework.Referral.{name}": _PASSED
            for name in ("to", "purpose", "sent", "why", "answer")
        },
    }
)

# Elder care: what the elder asked for, with the elder's own consent, which stands in the plan and
# not among the consents on the roster: those are read by who may not know that there is a plan.

_VISITING = _("按老人的意思上门探访，找不到人时知道找谁")
_CARE = _("探访关爱")

register_grounds(
    {
        **{
            f"casework.CarePlan.{name}": Ground(
                CONTRACT,
                _VISITING,
                (_CARE,),
                kept="case",
                optional=True,
                sensitive=name in {"needs", "key_name", "key_phone"},
                cites=("pipl.13", "pipl.29", "elders.38"),
                title=title,
            )
            for title, names in (
                (_("老人需要什么、多久来一次"), ("needs", "tier", "shock_at")),
                (_("老人的电话和卡上的话"), ("phone", "card_words", "wants_card")),
                (_("老人指定的紧急联系人"), ("contact_name", "contact_phone", "contact_tie")),
                (_("老人指定、有钥匙的邻居"), ("key_name", "key_phone")),
            )
            for name in names
        },
        **{
            f"casework.CareVisitor.{name}": Ground(
                CONTRACT,
                _("知道谁来探访"),
                (_CARE,),
                kept="case",
                optional=True,
                title=_("探访志愿者的姓名和电话"),
            )
            for name in ("name", "phone")
        },
        "casework.CareVisit.words": Ground(
            CONTRACT,
            _("接着上一次的情况照顾老人"),
            (_CARE,),
            kept="case",
            optional=True,
            sensitive=True,
            cites=("pipl.13", "pipl.29", "elders.38"),
            title=_("每次探访看到的和老人要的"),
        ),
    }
)

# Children: by the duty to protect; under fourteen with a parent's own consent beside it.

_PROTECT = _("保护未成年人，依法报告")

register_grounds(
    {
        f"casework.{name}": Ground(
            DUTY,
            _PROTECT,
            (_("未成年人保护"),),
            kept="case",
            sensitive=True,
            cites=("pipl.13", "pipl.31", "minors.11", "minors.43"),
            title=title,
        )
        for title, names in (
            (
                _("向公安、民政报告的情况"),
                ("ChildReport.words", "ChildReport.late_because", "ChildReport.noticed_at"),
            ),
            (
                _("孩子的档案、监护的情况"),
                (
                    "ChildFile.under_fourteen",
                    "ChildFile.parent_is_danger",
                    "ChildFile.school",
                    "ChildFile.aid_words",
                    "ChildDuty.words",
                ),
            ),
            (_("每年的合规审计"), ("ChildAudit.words",)),
        )
        for name in names
    }
)

# Violence at home: by the duties of the law against it.

register_grounds(
    {
        f"casework.{name}": Ground(
            DUTY,
            _("保护受害人的安全，依法报案、查访、协助执行保护令"),
            (_("反家庭暴力"),),
            kept="case",
            sensitive=True,
            cites=("pipl.13", "domestic_violence.14", "domestic_violence.17"),
            title=title,
        )
        for title, names in (
            (_("受害人能不能自己报案"), ("ViolenceFile.capacity",)),
            (
                _("受害人怎么联系、安全计划"),
                ("ViolenceFile.safe_address", "ViolenceFile.safe_phone", "ViolenceFile.plan"),
            ),
            (_("查访的情况"), ("VictimVisit.words", "OtherVisit.words", "OtherSide.initials")),
            (
                _("告诫书和保护令的文号、出具的单位"),
                (
                    "ViolenceFile.letter_from",
                    "ViolenceFile.letter_number",
                    "ViolenceFile.court",
                    "ProtectionOrder.court",
                    "ProtectionOrder.number",
                    "OtherSide.letter_from",
                    "OtherSide.letter_number",
                ),
            ),
        )
        for name in names
    }
)

# Corrections: initials and help, by the duty to assist.

register_grounds(
    {
        f"casework.{name}": Ground(
            DUTY,
            _("协助社区矫正机构，帮助有困难的人"),
            (_("社区矫正帮扶"),),
            kept="case",
            sensitive=True,
            cites=("pipl.13", "community_corrections.12", "community_corrections.38"),
            title=_("首字母、要帮什么、怎么帮、起止日期"),
        )
        for name in (
            "CorrectionsHelp.initials",
            "CorrectionsHelp.needs",
            "CorrectionsHelp.plan",
            "CorrectionsHelp.begins_on",
            "CorrectionsHelp.ends_on",
            "CorrectionsHelp.for_a_woman",
            "CorrectionsHelp.for_a_minor",
            "HelpNote.words",
        )
    }
)
