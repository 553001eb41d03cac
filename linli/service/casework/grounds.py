"""Why a case may hold what it holds (PIPL 13, 28): sealed, for its handlers, until its day."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, DUTY, KEPT_WORDS, Ground, register_grounds

KEPT_WORDS["case"] = _("个案结束后按这类个案的保存期，到期销毁")

KEPT_WORDS["day_sheet"] = _("登记之后约定的天数，到期清除，只留每天几人")

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
                (_("老人的电话和卡上的话"), ("phone", "card_name", "card_words", "wants_card")),
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

_BY_WISH = ("pipl.13", "pipl.29", "elders.38")

register_grounds(
    {
        f"casework.{model}.{name}": Ground(
            CONTRACT,
            purpose,
            (_CARE,),
            kept="day_sheet" if model == "DaySheetLine" else "case",
            optional=True,
            sensitive=sensitive,
            cites=_BY_WISH,
            title=title,
        )
        for model, purpose, title, sensitive, names in (
            (
                "CareService",
                _("照老人的意思约服务"),
                _("老人要的服务：谁来、什么时候、多少钱、谁付"),
                True,
                ("service", "wish", "provider", "provider_phone", "timing", "price_fen", "payer"),
            ),
            (
                "CareContact",
                _VISITING,
                _("老人指定的其他联系人"),
                False,
                ("name", "tie", "phone", "on_card"),
            ),
            (
                "CareNeed",
                _("照特困人员自己的意思看需要怎样照料"),
                _("本人怎么说、民政部门告知的结果"),
                True,
                ("wish", "came_on", "told", "told_by", "told_on"),
            ),
            (
                "DaySheetLine",
                _("知道今天谁在日间照料中心、谁已经回家"),
                _("日间照料中心的登记，过些天清除"),
                False,
                ("name", "came_at", "left_at"),
            ),
        )
        for name in names
    }
)

# Support agreements: the supervision of their performance is a duty of the committee (art. 20).

register_grounds(
    {
        f"casework.{name}": Ground(
            DUTY,
            _("监督赡养协议的履行"),
            (_CARE,),
            kept="case",
            sensitive=True,
            cites=("pipl.13", "elders.20"),
            title=title,
        )
        for title, names in (
            (
                _("赡养协议：谁、出多少钱、照料什么、什么时候来"),
                (
                    "SupportAgreement.terms",
                    "SupportParty.name",
                    "SupportParty.tie",
                    "SupportParty.money_fen",
                    "SupportParty.care",
                    "SupportParty.visits",
                ),
            ),
            (
                _("赡养协议履行得怎样，老人怎么说"),
                ("SupportCheck.result", "SupportCheck.way", "SupportCheck.words"),
            ),
        )
        for name in names
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
                    "ChildFile.aid_answer",
                    "ChildFile.category",
                    "ChildFile.difficulties",
                    "ChildFile.guardian",
                    "ChildFile.entrusted",
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
            (
                _("查访的情况"),
                (
                    "VictimVisit.words",
                    "OtherVisit.words",
                    "OtherSide.initials",
                    "OtherSide.may_ask",
                ),
            ),
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

# Rights help: by her own asking; visits: agreed with the person, or by the duty to look after.

register_grounds(
    {
        **{
            f"casework.RightsRoute.{name}": Ground(
                CONTRACT,
                _("说清有哪些路、各到哪一天为止，记下交到了哪里"),
                (_("维权帮助"),),
                kept="case",
                optional=True,
                sensitive=True,
                cites=("pipl.13", "pipl.29"),
                title=_("走哪条路、交到哪里、结果怎样"),
            )
            for name in ("next_step", "taken_to", "answer")
        },
        "casework.CaseVisit.words": Ground(
            DUTY,
            _("接着上一次的情况看望、帮助"),
            (_("退役军人服务"), _("未成年人保护")),
            kept="case",
            sensitive=True,
            cites=("pipl.13", "minors.43", "veterans.66"),
            title=_("走访看到的和本人要的"),
        ),
    }
)
