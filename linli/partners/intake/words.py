"""What the kinds of this room are called, once for forms, pages, tables and letters."""

from typing import Any

from django.utils.translation import gettext_lazy as _, pgettext_lazy

NATURES: list[tuple[str, Any]] = [
    ("self_governed", _("自治")),
    ("assist", _("依法协助")),
    ("on_behalf", _("代办")),
    ("publicity", pgettext_lazy("nature of work", "宣传")),
]
"""How a matter comes to be the committee's: its own, assistance the law asks for, handling on
somebody's behalf, making something known."""

FREQUENCIES: list[tuple[str, Any]] = [
    ("as_needed", _("有事就办")),
    ("weekly", _("每周")),
    ("monthly", _("每月")),
    ("quarterly", _("每季度")),
    ("half_yearly", _("每半年")),
    ("yearly", _("每年")),
    ("once", _("一次性")),
]

MONEY: list[tuple[str, Any]] = [
    ("amount", _("有经费")),
    ("none", _("没有经费")),
]

PER: list[tuple[str, Any]] = [
    ("year", pgettext_lazy("amount of money", "一年")),
    ("month", pgettext_lazy("amount of money", "一个月")),
    ("case", pgettext_lazy("amount of money", "一件")),
    ("once", pgettext_lazy("amount of money", "一次")),
]

STATUSES: list[tuple[str, Any]] = [
    ("verified", _("已对照原文")),
    ("to_verify", _("待核对")),
]

KINDS: list[tuple[str, Any]] = [
    ("form", _("表格、台账")),
    ("task", _("工作任务")),
    ("inspection", _("检查")),
    ("assessment", _("考核评比")),
    ("plaque", _("挂牌")),
    ("app", _("手机应用、系统")),
]
"""What an office asks for."""

NEVER: list[tuple[str, Any]] = [
    ("enforcement", _("把社区当责任主体的行政执法、城市管理")),
    ("demolition", _("拆迁、拆违")),
    ("tax", _("协税护税")),
    ("investment", _("招商引资和经济创收指标")),
    ("veto_assessment", _("“一票否决”的考核")),
    ("plaques", _("要求挂牌，或把挂牌当作考核")),
]
"""What may never be passed on (see rules.never)."""

GROUNDS: list[tuple[str, Any]] = [
    ("never", _("属于不得转给社区的事")),
    ("no_basis", _("没有依据")),
    ("no_money", _("没有写明经费")),
    ("too_late", _("提出得太晚")),
    ("off_list", _("不在事项清单内，也不是社区的事")),
]
"""Why a request is not taken on."""

MISSING = {
    "paper": _("文件名称"),
    "number": _("文号"),
    "dated": _("文件日期"),
}
