"""What the acts on social organisations say, and what is told of them."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds

register_acts(
    {
        "organisations.propose_social": ActSentence(_("开始筹备一个社区社会组织")),
        "organisations.write_social": ActSentence(_("修改了社区社会组织的备案材料")),
        "organisations.guide_social": ActSentence(_("给筹备中的组织写了辅导意见")),
        "organisations.hand_in_social": ActSentence(_("递交社区社会组织备案")),
        "organisations.ask_more_of_social": ActSentence(_("一次告知备案要补充什么")),
        "organisations.send_to_register": ActSentence(_("符合登记条件，转去民政部门登记")),
        "organisations.register_social": ActSentence(_("社区社会组织已登记：{name}")),
        "organisations.file_social": ActSentence(_("社区社会组织准予备案 {number}：{name}")),
        "organisations.refuse_social": ActSentence(_("社区社会组织不予备案，说明了理由和怎么办")),
        "organisations.withdraw_social": ActSentence(_("撤回社区社会组织备案")),
        "organisations.change_social": ActSentence(_("变更备案事项：{name}")),
        "organisations.hide_social_contact": ActSentence(_("组织的联系方式不再公开")),
        "organisations.end_social": ActSentence(_("社区社会组织终止：{name}")),
        "organisations.open_social": ActSentence(_("看了社区社会组织的备案材料")),
        "organisations.note_deed": ActSentence(_("记下组织做了一件事")),
        "organisations.hand_in_summary": ActSentence(_("交来 {year} 年的年度总结")),
        "organisations.tell_merit": ActSentence(_("经负责人同意，公布组织的好故事")),
        "organisations.take_down_merit": ActSentence(_("撤下组织的好故事")),
    }
)

_MINE = "organisations:social_mine"
_DESK = "organisations:social_desk"
register_kinds(
    {
        "organisations.social_begun": Kind(
            _("有居民想成立一个社区社会组织"), _("看一看，写几句辅导意见。"), opens=_DESK
        ),
        "organisations.social_handed_in": Kind(
            _("有社区社会组织递交了备案"),
            _("对照清单看：缺材料的一次告知；准予不准予由主任、副主任定，他们也收到了消息。"),
            opens=_DESK,
        ),
        "organisations.social_to_decide": Kind(
            _("有社区社会组织递交了备案，等您定"),
            _("对照清单看过，准予备案，或者写明理由不予备案。"),
            opens=_DESK,
        ),
        "organisations.social_guided": Kind(
            _("您筹备的组织有辅导意见了"), _("写的是还缺什么、怎么往下办。"), opens=_MINE
        ),
        "organisations.social_supplement": Kind(
            _("您递交的备案要补充材料"), _("要补充的一次都写明了，补好再递交。"), opens=_MINE
        ),
        "organisations.social_to_register": Kind(
            _("您的组织符合登记条件，请去民政部门登记"),
            _("要带什么，写在页面上；登记好了告诉我们。"),
            opens=_MINE,
        ),
        "organisations.social_filed": Kind(
            _("您的组织备案好了：{number}"), _("回执可以打印。"), opens=_MINE
        ),
        "organisations.social_refused": Kind(
            _("您递交的备案没有通过"), _("理由和怎么办，都写在页面上。"), opens=_MINE
        ),
    }
)
