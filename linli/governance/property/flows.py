"""A management contract from being signed until the last key has been taken over."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State

REASON = "reason"

CONTRACT = Flow(
    "property.contract",
    states={
        "running": State(_("在服务")),
        "indefinite": State(_("到期没有新决定，继续服务（不定期）"), tone="waiting"),
        "notice": State(_("已经通知，到日子离开"), tone="soon"),
        "staying": State(_("等接管，继续服务"), tone="late"),
        "handed_over": State(_("交接完了"), tone="done", open=False),
        "renewed": State(_("续签了新合同"), tone="done", open=False),
    },
    moves=(
        Move("enter", (), "running", who="property.keep", title=_("登记合同")),
        Move("run_on", ("running",), "indefinite", who="property.keep",
             title=_("到期没有新决定，继续服务")),
        Move("give_notice", ("running", "indefinite"), "notice", who="property.keep",
             title=_("书面通知"), asks=(REASON,)),
        Move("withdraw_notice", ("notice", "staying"), "running", who="property.keep",
             title=_("收回书面通知，照合同继续服务"), asks=(REASON,)),
        Move("withdraw_late", ("notice", "staying"), "indefinite", who="property.keep",
             title=_("收回书面通知，不定期继续服务"), asks=(REASON,)),
        Move("stay_on", ("notice",), "staying", who="property.keep",
             title=_("到了日子还没有人接管，继续服务")),
        Move("hand_over", ("notice", "staying"), "handed_over", who="property.keep",
             title=_("交接完毕")),
        Move("renew", ("running", "indefinite"), "renewed", who="property.keep",
             title=_("续签")),
    ),
    inputs={REASON: _("理由")},
)  # fmt: skip
