"""The result, the further vote, the handover and the file, in words."""

from django.utils.translation import gettext_lazy as _, ngettext_lazy

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "elections.declare": ActSentence(
            _("宣布第 {round} 次投票的结果：当选 {elected} 人，还差 {left} 个名额")
        ),
        "elections.hold_again": ActSentence(_("决定第 {round} 次投票，名额 {left} 个，{day}")),
        "elections.report": ActSentence(_("把结果报街道办事处备案")),
        "elections.seat_written_in": ActSentence(_("确认另选当选人的身份：{office}")),
        "elections.invite_elected": ActSentence(_("为当选人生成 {count} 张邀请单")),
        "elections.list_item": ActSentence(_("移交清单添了一项")),
        "elections.strike_item": ActSentence(_("移交清单去掉一项")),
        "elections.give_item": ActSentence(_("上一届移交了一项")),
        "elections.take_item": ActSentence(_("新一届接收了一项")),
        "elections.complete_handover": ActSentence(_("完成移交")),
        "elections.forget_who_voted": ActSentence(_("销毁谁领过选票的记录，共 {marked} 人领过")),
        "elections.forget_signatures": ActSentence(_("按保存期删除罢免联名 {signers} 个")),
        "elections.archive": ActSentence(_("整卷归档，目录校验值 {sha256}")),
    }
)

_CHECK_WITH = _("请核对移交清单，或者问选举委员会。")

register_findings(
    {
        "elections.holds_the_higher_office": Sentence(
            met=_("{name}两项职务都够票，担任较高的职务，另一项不再计算。"),
            unmet=_("{name}不能同时担任两项职务。"),
        ),
        "elections.declared_once": Sentence(
            met=_("可以宣布。"),
            unmet=_("没有等待宣布的投票：结果已经宣布，或者还没有投票。"),
            way_on=_("已宣布的结果在结果页，不再重算。"),
        ),
        "elections.seats_are_open": Sentence(
            met=ngettext_lazy("还有 {left} 个名额要选。", "还有 {left} 个名额要选。", "left"),
            unmet=_("名额已经选足，不用另行选举。"),
            way_on=_("请办理移交。"),
        ),
        "elections.somebody_stands": Sentence(
            met=_("{office}有 {standing} 人可以参加另行选举。"),
            unmet=_("{office}没有可以参加另行选举的候选人。"),
            way_on=_("名额可以空着，以后补选；或者重新提名，另办一次选举。"),
        ),
        "elections.was_written_in": Sentence(
            met=_("这个名字是另选当选的。"),
            unmet=_("这个名字不在另选当选的人里，或者已经确认过。"),
            way_on=_("请看结果页上的当选名单。"),
        ),
        "elections.all_handed_over": Sentence(
            met=_("清单上的都交接了。"),
            unmet=_("清单上还有 {open} 项没有双方打勾。"),
            way_on=_("没有的写明缺失和怎么处理，再由双方打勾。"),
        ),
        "elections.two_sides": Sentence(
            met=_("移交和接收是两个人。"),
            unmet=_("移交的人不能自己接收。"),
            way_on=_("请另一方的人打勾。"),
        ),
        "elections.given_before_taken": Sentence(
            met=_("已经移交，可以接收。"),
            unmet=_("这一项还没有移交，不能接收。"),
            way_on=_("先由上一届打勾移交。"),
        ),
        "elections.not_yet_given": Sentence(
            met=_("还没有移交。"),
            unmet=_("已经移交的留在清单上。"),
            way_on=_("有误的，由移交的一方重新填写。"),
        ),
        "elections.not_yet_taken": Sentence(
            met=_("还没有接收。"),
            unmet=_("这一项刚才已有变动：已经接收，或者重新移交了。"),
            way_on=_("请刷新清单再看。"),
        ),
        "elections.missing_explained": Sentence(
            met=_("说明了缺失怎么处理。"),
            unmet=_("写了缺失，还要说明怎么处理。"),
            way_on=_("例如“公章已挂失，正在补刻”。"),
        ),
        "elections.given_by_its_side": Sentence(
            met=_("由上一届移交。"),
            unmet=_("移交由上一届成员打勾，或者由选举委员会按纸质清单登记。"),
            way_on=_CHECK_WITH,
        ),
        "elections.taken_by_its_side": Sentence(
            met=_("由新一届接收。"),
            unmet=_("接收由新一届成员打勾，或者由选举委员会按纸质清单登记。"),
            way_on=_CHECK_WITH,
        ),
    }
)
