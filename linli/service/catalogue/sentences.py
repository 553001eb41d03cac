"""What the acts, findings and messages of 开证明 and 救助公示 say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings
from linli.service.catalogue.applications import sentences as _applications  # noqa: F401
from linli.service.catalogue.guides import sentences as _guides  # noqa: F401
from linli.service.catalogue.nearby import sentences as _nearby  # noqa: F401
from linli.service.catalogue.reminders import sentences as _reminders  # noqa: F401
from linli.service.catalogue.work import sentences as _work  # noqa: F401

register_acts(
    {
        "catalogue.tell_not_ours": ActSentence(_("告知不由居委会出具和去向：{item}")),
        "catalogue.ask_certificate": ActSentence(_("申请开证明：{item}")),
        "catalogue.withdraw_certificate": ActSentence(_("撤回开证明的申请：{item}")),
        "catalogue.draft_certificate": ActSentence(_("核对名册，拟好证明：{item}")),
        "catalogue.draft_asked": ActSentence(_("核对名册，拟好申请的证明：{item}")),
        "catalogue.send_back": ActSentence(_("退回重拟：{item}")),
        "catalogue.seal_certificate": ActSentence(_("盖章出具：{item}，{number}，{copies} 份")),
        "catalogue.seal_again": ActSentence(_("加盖：{item}，{number}，{copies} 份")),
        "catalogue.hand_over_certificate": ActSentence(_("证明已领取：{number}")),
        "catalogue.refuse_certificate": ActSentence(_("不予出具并告知去向：{item}")),
        "catalogue.revoke_certificate": ActSentence(_("证明作废：{item}，{number}")),
        "catalogue.forget_certificate": ActSentence(_("保存期满，清除证明里的个人信息：{number}")),
        "catalogue.enter_certificate_line": ActSentence(_("录入证明清单：{item}（{document}）")),
        "catalogue.change_certificate_line": ActSentence(_("更正证明清单：{item}（{document}）")),
        "catalogue.end_certificate_line": ActSentence(_("证明清单中的{item}到 {last_day} 为止")),
        "catalogue.draft_assistance_notice": ActSentence(
            _("起草救助公示：{scheme}，{households} 户")
        ),
        "catalogue.redraft_assistance_notice": ActSentence(
            _("改写救助公示：{scheme}，{households} 户")
        ),
        "catalogue.release_assistance_notice": ActSentence(_("公布救助公示：{number}")),
        "catalogue.send_back_assistance_notice": ActSentence(_("退回了一份救助公示")),
        "catalogue.discard_assistance_notice": ActSentence(_("删除了一份没公布的救助公示")),
        "catalogue.save_certificate_office": ActSentence(_("登记办事单位：{office}")),
    }
)

register_findings(
    {
        "catalogue.may_be_issued": Sentence(
            met=_("居委会出具“{title}”，依据是{document}，{since}起。"),
            unmet=_("居委会不出具“{title}”。"),
        ),
        "catalogue.not_issued_here": Sentence(
            met=_("“{title}”不在不出具的清单上。"),
            unmet=_("“{title}”不由居委会出具：它在{document}的不出具清单上。"),
            way_on=_("请到能证明这件事的单位去办，地址、电话和要带的材料在单子上。"),
        ),
        "catalogue.local_list_yields": Sentence(
            met=_("两张清单没有冲突。"),
            unmet=_(
                "“{title}”在本地保留清单（{local_document}）上，但国家清单（{document}）写明不由居委会出具；"
                "本地清单不能改变国家清单。"
            ),
            way_on=_("请到清单写明的单位去办；主任可以请街道核实本地清单。"),
        ),
        "catalogue.list_begun": Sentence(
            met=_("清单已经施行。"),
            unmet=_("“{title}”要到{since}才由居委会出具（{document}）。"),
            way_on=_("那天起再来；急用的，请用证单位自己核实。"),
        ),
        "catalogue.list_not_ended": Sentence(
            met=_("清单还在施行。"),
            unmet=_("“{title}”居委会只出具到{last_day}（{document}）。"),
            way_on=_("请用证单位说明现在的依据，或自己核实。"),
        ),
        "catalogue.has_a_basis": Sentence(
            met=_("“{title}”有依据。"),
            unmet=_("“{title}”没有法律、行政法规的依据，也不在保留清单上，居委会不出具。"),
            way_on=_("请让要证明的单位写明依据哪一条；有依据的，我们马上办。"),
        ),
        "catalogue.listed_once": Sentence(
            met=_("清单里没有重复。"),
            unmet=_("“{title}”在这段日子里已有一条（{document}）。"),
            way_on=_("先给原来那条填上最后一天，再录新的。"),
        ),
        "catalogue.ends_in_time": Sentence(
            met=_("最后一天合适。"),
            unmet=_("最后一天（{last_day}）不能早于{earliest}：已经按它办了的，不能倒回去。"),
            way_on=_("请填今天或以后的日子。"),
        ),
        "catalogue.line_unused": Sentence(
            met=_("还没有证明按这一条办过，可以更正。"),
            unmet=_("已有 {certificates} 件按这一条办，不能再改。"),
            way_on=_("请给它填上最后一天，再录一条新的。"),
        ),
        "catalogue.template_allowed": Sentence(
            met=_("正文只用了名册里允许的内容。"),
            unmet=_("正文要写{{姓名}}，并且只能从名册取这几样：{allowed}。不能用的：{unknown}。"),
            way_on=_("证件号、电话、出生日期不写进证明；请改掉再保存。"),
        ),
        "catalogue.statements_given": Sentence(
            met=_("每一项都填了。"),
            unmet=_("还没有填：{fields}。"),
            way_on=_("证明里写到的每一项都要填。"),
        ),
        "catalogue.statements_true": Sentence(
            met=_("每一项都与名册不矛盾。"),
            unmet=_("与名册不一致：{fields}。与名册矛盾的不能证明。"),
            way_on=_("名册错了先更正名册；说错了改成对的；都不是的，不予出具并告知去向。"),
        ),
        "catalogue.statements_proved": Sentence(
            met=_("名册里没有的，都写明了看过什么材料。"),
            unmet=_("名册里没有、也没写明看过什么材料：{fields}。"),
            way_on=_("请看过材料后写明，例如“租房合同”“缴费单”。"),
        ),
        "catalogue.witnessed": Sentence(
            met=_("见证人齐全。"),
            unmet=_("这种证明要有见证人。"),
            way_on=_("请写上当面见证的人。"),
        ),
        "catalogue.holder_known": Sentence(
            met=_("名册里有这个人。"),
            unmet=_("名册里已经没有这个人，不能再证明。"),
            way_on=_("请先核对名册；确实不在的，不予出具并告知去向。"),
        ),
        "catalogue.not_for_oneself": Sentence(
            met=_("不是给自己办。"),
            unmet=_("不能给自己拟证明或盖章。"),
            way_on=_("请同事来办。"),
        ),
        "catalogue.sealed_by_another": Sentence(
            met=_("拟的人和盖章的人不是同一个。"),
            unmet=_("谁拟的谁不能盖章，要由另一个人看过。"),
            way_on=_("请主任、副主任中没有拟这份证明的人盖章。"),
        ),
        "catalogue.text_unchanged": Sentence(
            met=_("内容和拟好时一样。"),
            unmet=_("内容和拟好时不一样，不能盖章。"),
            way_on=_("请退回重拟。"),
        ),
        "catalogue.may_be_copied": Sentence(
            met=_("可以再盖。"),
            unmet=_("作废、过期的不能再盖；再盖要写明原因。"),
            way_on=_("需要新的，请重新办一份。"),
        ),
        "catalogue.copy_kept": Sentence(
            met=_("存根还在。"),
            unmet=_("保存期已满，存根里的内容已经清除，不能再盖。"),
            way_on=_("需要新的，请重新办一份。"),
        ),
        "catalogue.office_asked": Sentence(
            met=_("作决定的单位要求张贴。"),
            unmet=_("救助公示要有作决定的单位、它的来文和收到日期（不晚于今天）。"),
            way_on=_("居委会不自己公示谁家困难；请收到来文再起草。"),
        ),
        "catalogue.only_a_name": Sentence(
            met=_("姓名一栏只有姓名。"),
            unmet=_("姓名一栏只能写姓名，不能写号码、住址、病情和别的。"),
            way_on=_("请只留姓名；别的都不用写，也不能公示。"),
        ),
        "catalogue.household_counts": Sentence(
            met=_("人数和金额都有。"),
            unmet=_("每一户的人数至少是 1，金额要大于零。"),
            way_on=_("请照来文填写。"),
        ),
        "catalogue.handed_over_once": Sentence(
            met=_("还没有领取。"),
            unmet=_("这份证明已经领走了。"),
            way_on=_("要再盖一份的，用“再盖几份”。"),
        ),
    }
)

register_kinds(
    {
        "catalogue.assistance_to_release": Kind(
            _("有一份救助公示等您核对后公布：{scheme}"),
            _("里面有居民的姓名，要由起草人以外的人公布。"),
            opens="catalogue:assistance_notices",
        ),
        "catalogue.certificate_asked": Kind(
            _("有人申请开证明：{item}"),
            _("请核对名册后拟好，或告知不能出具的原因和去向。"),
            opens="catalogue:certificate",
        ),
        "catalogue.certificate_to_seal": Kind(
            _("一份证明等您看过盖章：{item}"),
            _("内容已对照名册核对。"),
            opens="catalogue:certificate",
        ),
        "catalogue.certificate_sent_back": Kind(
            _("一份证明退回重拟：{item}"),
            _("原因写在这一件的经过里。"),
            opens="catalogue:certificate",
        ),
        "catalogue.certificate_issued": Kind(
            _("您要的证明开好了：{item}"),
            _("编号 {number}。可以到窗口领纸质件，也可以自己下载。"),
            opens="catalogue:own_certificate",
        ),
        "catalogue.certificate_refused": Kind(
            _("您要的证明不能出具：{item}"),
            _("原因和可以去的地方写在页面上。"),
            opens="catalogue:own_certificate",
        ),
        "catalogue.certificate_revoked": Kind(
            _("您的一份证明作废了：{item}"),
            _("编号 {number}。原因写在页面上。"),
            opens="catalogue:own_certificate",
        ),
    }
)

# What may I apply for: by what somebody told, without deciding anything.
register_findings(
    {
        "catalogue.navigator_clause": Sentence(
            met=_("{says}"), unmet=_("{says}"), working=_("{working}")
        ),
        "catalogue.navigator_open": Sentence(
            met=_("{says}"), unmet=_("{says}"), way_on=_("{way}"), working=_("{working}")
        ),
    }
)
