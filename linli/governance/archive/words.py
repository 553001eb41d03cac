"""The words of the archive: terms, access, states, capacities, reasons of a hold."""

from typing import Any

from django.utils.translation import gettext_lazy as _, pgettext_lazy

TERMS = [("permanent", _("永久")), ("long", pgettext_lazy("archive", "长期")), ("short", _("短期"))]
ACCESS = [("open", _("公开")), ("institution", _("内部")), ("confidential", _("保密"))]
KEPT = [("kept", _("在库")), ("destroyed", _("已销毁"))]
CAPACITIES = [
    ("director", _("居委会主任")),
    ("member", _("居委会成员")),
    ("worker", _("社区工作者")),
    ("supervisor", _("居务监督委员会成员")),
    ("representative", _("居民代表")),
    ("resident", _("居民")),
]
VERDICTS = [("destroy", _("销毁")), ("extend", _("延长保管"))]
HOLDS: dict[str, Any] = {
    "clock": _("有期限正在走"),
    "quarrel": _("争议还没有了结"),
    "hold": _("有人要求暂缓"),
    "loan": _("原件借出未还"),
    "copy": _("有人在等复印件"),
}
"""Why something may not be destroyed now."""

LENT = _("借出的档案原件：{number}")
PAPER_ASKED = _("要复印件：{number}")

TERM_TITLES = dict(TERMS)
ACCESS_TITLES = dict(ACCESS)
ACCESS_TONES = {"open": "done", "institution": "waiting", "confidential": "stopped"}
FAULTS: dict[str, Any] = {
    "no_zip": _("不是完好的 ZIP 文件"),
    "no_bag": _("不是 BagIt 包"),
    "no_inventory": _("包里没有目录，或不是这种目录"),
    "invalid": _("不符合 BagIt 标准"),
    "changed": _("内容被改过"),
    "missing": _("少了文件"),
    "added": _("多了没有登记的文件"),
    "not_there": _("目录里有，包里没有"),
    "not_as_listed": _("和目录里写的不一样"),
    "too_large": _("解开后太大，请用命令核验"),
    "unsafe": _("文件名想写到包外面去，没有打开"),
}
"""What may be wrong with a package."""
