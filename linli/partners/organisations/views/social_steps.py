"""Of each step of a filing its form, its act, its icon, and what to know beforehand."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.partners.organisations.actions import social as acts
from linli.partners.organisations.forms.social import (
    FileStep,
    PlainStep,
    ReasonStep,
    RefuseStep,
    RegisterStep,
)

HANDED_IN = _("递交了。工作人员会对照清单看；有了结果发消息给您，走到哪一步看这一页。")
DONE: dict[str, Any] = {
    "hand_in": HANDED_IN,
    "supplement": HANDED_IN,
    "file": _("备案好了：编号在下面，回执可以打印。提出的人会收到消息。"),
}
"""What is said after a step whose line in the history says too little."""

STEPS: dict[str, tuple[Any, Any, str, Any]] = {
    "hand_in": (
        PlainStep,
        acts.hand_in_social,
        "send",
        _("清单上的每一项都有了才能递交；递交后工作人员来看。"),
    ),
    "supplement": (PlainStep, acts.hand_in_social, "send", _("补齐了，再递交一次。")),
    "guide": (
        ReasonStep,
        acts.guide_social,
        "message-2-plus",
        _("写还缺什么、怎么写、可以找谁。提出的人会收到。"),
    ),
    "ask_more": (
        ReasonStep,
        acts.ask_more_of_social,
        "list-check",
        _("只能要求一次，要补充的一次写全。"),
    ),
    "send_to_register": (
        PlainStep,
        acts.send_to_register,
        "arrow-right",
        _("登记的条件都有了：请组织到民政部门登记，登记好再记下来。"),
    ),
    "register": (RegisterStep, acts.register_social, "certificate", _("照登记证书填写。")),
    "file": (
        FileStep,
        acts.file_social,
        "check",
        _("备案后有编号和回执，列入社区的组织名录；没有法人资格。"),
    ),
    "refuse": (
        RefuseStep,
        acts.refuse_social,
        "ban",
        _("理由和怎么办都要写，提出的人会看到。负责人的姓名和电话马上清除。"),
    ),
    "withdraw": (
        PlainStep,
        acts.withdraw_social,
        "arrow-back-up",
        _("撤回后，负责人的姓名和电话马上清除。"),
    ),
    "hide_contact": (
        PlainStep,
        acts.hide_social_contact,
        "eye-off",
        _("从现在起，组织的页面上没有联系人和联系方式。"),
    ),
    "end": (
        ReasonStep,
        acts.end_social,
        "ban",
        _("组织自己解散或者注销。不再列在名录里，负责人的姓名和电话清除。"),
    ),
}
