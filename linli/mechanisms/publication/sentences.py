"""What the book says of notices, and the findings of this app in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "publication.withdraw": ActSentence(_("撤下了 {number} 号公告")),
        "publication.expire": ActSentence(_("{number} 号公告公示期满，自动撤下")),
        "publication.write_notice": ActSentence(_("起草了一份公告")),
        "publication.rewrite_notice": ActSentence(_("改写了一份还没公布的公告")),
        "publication.release_notice": ActSentence(_("公布了 {number} 号公告")),
        "publication.send_back_notice": ActSentence(_("退回了一份还没公布的公告")),
        "publication.discard_notice": ActSentence(_("删除了一份还没公布的公告")),
        "publication.correct_notice": ActSentence(_("更正了 {number} 号公告，第 {version} 版")),
        "publication.object": ActSentence(_("收到对 {number} 号公告的异议")),
        "publication.withdraw_objection": ActSentence(_("撤回了对公告的异议")),
        "publication.pass_objection_on": ActSentence(_("转交了对 {number} 号公告的异议")),
        "publication.answer_objection": ActSentence(_("答复了对 {number} 号公告的异议：{outcome}")),
        "publication.forget_objection": ActSentence(
            _("保存期满，清除对 {number} 号公告的异议内容")
        ),
        "publication.open_board": ActSentence(_("登记了公告栏：{board}")),
        "publication.close_board": ActSentence(_("停用了公告栏：{board}")),
        "publication.hang": ActSentence(_("{number} 号公告贴到了{board}，照片 {photos} 张")),
        "publication.take_off": ActSentence(_("{number} 号公告从{board}取下")),
        "publication.check_board": ActSentence(
            _("核对了{board}：{notices} 份，不一致的 {wrong} 份")
        ),
        "publication.begin_round": ActSentence(_("开始上门告知 {number} 号公告")),
        "publication.note_told": ActSentence(_("{number} 号公告又告知了 {households} 户")),
        "publication.untell": ActSentence(_("更正了 {number} 号公告的一户告知记录")),
        "publication.confirm_told": ActSentence(_("一户人家确认知道了公告")),
        "publication.forget_notice": ActSentence(_("保存期满，清除 {number} 号公告的内容")),
        "publication.take_down_unconsented": ActSentence(
            _("{number} 号公告里的人撤回了同意，自动撤下")
        ),
    }
)

register_findings(
    {
        "publication.complete": Sentence(
            met=_("要公开的内容都填了。"),
            unmet=_("要公开的内容还缺：{missing}。"),
            way_on=_("请补上再公布。"),
        ),
        "publication.short_enough": Sentence(
            met=_("各项内容的长度都放得下。"),
            unmet=_("这几项太长，最多 {most}（字或行）：{fields}。"),
            way_on=_("请缩短，或者分成几份公布。"),
        ),
        "publication.without_private_numbers": Sentence(
            met=_("要公开的文字里没有能认出或联系到个人的内容。"),
            unmet=_(
                "这几项里有能认出或联系到个人的内容（证件号、电话、门牌、姓名等），不能公开：{fields}。"
            ),
            way_on=_("请删去或遮盖；单位的办公电话和地点填在联系方式一栏。"),
        ),
        "publication.without_health": Sentence(
            met=_("没有写到病情、残疾等情况。"),
            unmet=_("救助类公示不能写病情、残疾和家里的遭遇，这几项里有：{fields}。"),
            way_on=_("请删去。公示只写姓名、家庭人数、救助种类和金额。"),
        ),
        "publication.explained": Sentence(
            met=_("已写明更正的原因。"),
            unmet=_("更正公告要写明原因；原因会一同公开，里面不能有个人信息。"),
            way_on=_("请用一句话写清改了什么、为什么改。"),
        ),
        "publication.long_enough": Sentence(
            met=_("公布的时间够长。"),
            unmet=_("公布 {days} 天太短，至少要公布 {minimum} 天。"),
            way_on=_("请把公布天数改为 {minimum} 天以上。公布当天不算在内。"),
        ),
        "publication.not_backdated": Sentence(
            met=_("从公布当天起算。"),
            unmet=_("公布日期 {on} 已经过去，今天是 {today}。"),
            way_on=_("公布期从实际公布之日起算，请选今天或以后的日期。"),
        ),
        "publication.stood_long_enough": Sentence(
            met=_("已经公布满规定的天数，可以撤下。"),
            unmet=_("至少要公布 {minimum} 天，{may_come_down} 起才能撤下。"),
            way_on=_("内容有误的请用更正；误公开了个人信息的，选这个原因可以立即撤下。"),
        ),
        "publication.seen_by_two": Sentence(
            met=_("由另一个人核对后公布。"),
            unmet=_("有个人姓名的公告要由两个人经手：起草的人不能自己公布。"),
            way_on=_("请另一位工作人员核对后公布。"),
        ),
        "publication.agreed_by_all": Sentence(
            met=_("写到的人都同意公布。"),
            unmet=_("写到 {named} 位，同意公布姓名的 {agreed} 位。没有本人同意，不能公布姓名。"),
            way_on=_(
                "请在起草页选上写到的每一位，并先请本人在名册里登记同意“在公告栏公布我的名字”。"
            ),
        ),
        "publication.corrected_by_two": Sentence(
            met=_("这份公告可以直接更正。"),
            unmet=_("有个人姓名的公告不能由一个人更正。"),
            way_on=_("请撤下（原因选“内容有误”），重新起草，由另一位核对后公布。"),
        ),
        "publication.still_up": Sentence(
            met=_("公告正在公示。"),
            unmet=_("这份公告没有在公示。"),
            way_on=_("请看正在公示的公告；以前的可以到居委会查档。"),
        ),
        "publication.objected_in_time": Sentence(
            met=_("还在提异议的期限里。"),
            unmet=_("这份公告不在提异议的期限里。"),
            way_on=_("有情况要反映的，可以提诉求，或到居委会窗口说。"),
        ),
        "publication.passed_on_first": Sentence(
            met=_("可以答复。"),
            unmet=_("这件事由别的单位决定，居委会不能自己答复异议。"),
            way_on=_("请先转交作决定的单位；有了结果，再把那个单位的答复告诉提出人。"),
        ),
        "publication.reasoned": Sentence(
            met=_("写明了内容。"),
            unmet=_("还没有写内容。"),
            way_on=_("请用几句话写清楚。"),
        ),
        "publication.office_named": Sentence(
            met=_("写明了转交给哪个单位。"),
            unmet=_("没有写转交给哪个单位。"),
            way_on=_("请写作决定的单位的名称。"),
        ),
        "publication.board_once": Sentence(
            met=_("没有同名的公告栏。"),
            unmet=_("已经有叫“{name}”的公告栏。"),
            way_on=_("请换一个能分清的名称。"),
        ),
        "publication.few_photos": Sentence(
            met=_("照片张数合适。"),
            unmet=_("一次最多 {most} 张照片。"),
            way_on=_("拍清整块公告栏的一两张就够了。"),
        ),
        "publication.round_open": Sentence(
            met=_("正在上门告知。"),
            unmet=_("这份公告没有在上门告知：还没开始，或者已经撤下。"),
            way_on=_("请先在公告的页面开始上门告知。"),
        ),
        "publication.household_known": Sentence(
            met=_("知道是哪一户。"),
            unmet=_("名册上还分不清您是哪一户，没法替您家确认。"),
            way_on=_("不确认也没关系；要更正名册，请到“我的信息”或居委会窗口。"),
        ),
        "publication.unchanged": Sentence(
            met=_("这份公告没有变动。"),
            unmet=_("这份公告刚才已经有人处理过。"),
            way_on=_("请刷新页面，看过现在的情况再决定。"),
        ),
    }
)

register_kinds(
    {
        "publication.to_release": Kind(
            _("有一份公告等您核对后公布：{sort}"),
            _("里面有个人姓名，要由起草人以外的人公布。"),
            opens="publication:overview",
        ),
        "publication.sent_back": Kind(
            _("您起草的公告被退回了"),
            _("原因写在草稿的页面上。"),
            opens="publication:overview",
        ),
        "publication.objected": Kind(
            _("有人对 {number} 号公告提出异议"),
            _("请在期限内答复；由别的单位决定的，先转交。"),
            opens="publication:objections",
        ),
        "publication.objection_moved": Kind(
            _("您对公告提出的异议有了进展"),
            _("凭回执号 {receipt} 查看。"),
            opens="publication:own_objection",
            by="receipt",
        ),
        "publication.consent_gone": Kind(
            _("{number} 号公告因本人撤回同意已经撤下"),
            _("贴在公告栏的纸质件也请马上取下。"),
            opens="publication:overview",
        ),
    }
)
