"""What the acts, findings and messages of 诉求 say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "matters.raise": ActSentence(_("登记诉求：{kind}（{channel}）")),
        "matters.withdraw": ActSentence(_("提出人撤回诉求")),
        "matters.accept": ActSentence(_("受理：{kind}，{handling}")),
        "matters.assign": ActSentence(_("交给{to}办理")),
        "matters.note": ActSentence(_("写了内部记录")),
        "matters.ask": ActSentence(_("请提出人补充情况")),
        "matters.supply": ActSentence(_("提出人补充了情况")),
        "matters.resume": ActSentence(_("不再等待补充，继续办理")),
        "matters.extend": ActSentence(_("延长承诺期限 {extended_by} 个工作日")),
        "matters.forward": ActSentence(_("转给{body}办理")),
        "matters.take_back": ActSentence(_("从{body}收回")),
        "matters.hand_back": ActSentence(_("{body}退回")),
        "matters.answer": ActSentence(_("答复")),
        "matters.decline": ActSentence(_("告知不属本处办理和去向")),
        "matters.rate": ActSentence(_("提出人作了评价")),
        "matters.close": ActSentence(_("办结")),
        "matters.reopen": ActSentence(_("主任决定重新办理")),
        "matters.merge": ActSentence(_("并入同一件事的另一件诉求")),
        "matters.split": ActSentence(_("分成 {parts} 件办理")),
        "matters.publish": ActSentence(_("看过后公开")),
        "matters.unpublish": ActSentence(_("撤下公开内容")),
        "matters.forget_sender": ActSentence(_("按保存期删除提出人的信息和照片")),
        "matters.seed_kinds": ActSentence(_("设立诉求类型 {count} 个")),
        "matters.save_kind": ActSentence(_("修改诉求类型：{kind}")),
        "matters.save_routing": ActSentence(_("保存分派规则 {count} 条")),
        "matters.preview_import": ActSentence(_("查看了一份待导入的诉求表")),
        "matters.import": ActSentence(_("导入诉求表：新增 {new} 件，更新 {changed} 件")),
        "matters.begin_import": ActSentence(_("开始导入一份诉求表")),
        "matters.finish_import": ActSentence(_("诉求表导入完成")),
        "matters.open_contact": ActSentence(
            _("查看了提出人的联系方式：{purpose}"), forget=("purpose",)
        ),
        "matters.undo_import": ActSentence(_("撤销一次导入：{count} 件")),
    }
)

register_findings(
    {
        "matters.time_possible": Sentence(
            met=_("时间合理。"),
            unmet=_("提出时间（{raised_at}）晚于登记时间（{recorded_at}），这不可能。"),
            way_on=_("请核对提出的日期和时间。"),
        ),
        "matters.reopen_window": Sentence(
            met=_("{last_day}以前都可以要求重新办理。"),
            unmet=_("答复已超过 {days} 天，不再自动重新办理（最后一天是{last_day}）。"),
            way_on=_("可以重新提一件，或请居委会主任重新办理。"),
        ),
        "matters.answered": Sentence(
            met=_("已经答复，可以评价。"),
            unmet=_("现在的状态还不能评价。"),
            way_on=_("收到答复后，用回执再来评价。"),
        ),
        "matters.rated_once": Sentence(
            met=_("可以评价。"),
            unmet=_("这次答复已经评价过了。"),
            way_on=_("如果又有新情况，可以补充，或重新提一件。"),
        ),
        "matters.forward_complete": Sentence(
            met=_("转办的目的和内容齐全。"),
            unmet=_("转办要写明目的，并选定提供哪些内容。"),
            way_on=_("只提供办这件事用得着的内容；联系方式要有必要才勾选。"),
        ),
        "matters.mergeable": Sentence(
            met=_("可以并案。"),
            unmet=_("不能并到那一件：它不在本社区、就是这一件，或状态是“{state}”。"),
            way_on=_("请选一件还在办理或已答复的诉求。"),
        ),
        "matters.splittable": Sentence(
            met=_("可以分办。"),
            unmet=_("分办至少要两件，现在只有 {parts} 件。"),
            way_on=_("请再写一件，或直接受理。"),
        ),
        "matters.look_clean": Sentence(
            met=_("没有发现不宜公开的内容。"),
            unmet=_("公开内容里还有 {count} 处像是私人信息：{kinds}。"),
            way_on=_("请改掉这些内容再公开。"),
        ),
        "matters.undoable": Sentence(
            met=_("可以撤销这次导入。"),
            unmet=_("这次导入有 {touched} 件已经有人办理，不能整批撤销。"),
            way_on=_("请逐件处理这几件，其余的可以撤回。"),
        ),
        "matters.importable": Sentence(
            met=_("这张表可以导入。"),
            unmet=_("这张表现在不能导入。"),
            way_on=_("请看预览里列出的问题，改好后重新上传。"),
        ),
    }
)

register_kinds(
    {
        "matters.raised": Kind(
            _("新诉求：{kind}"),
            _("有一件新诉求等您受理。"),
            opens="matters:show",
        ),
        "matters.assigned": Kind(
            _("交给您一件诉求：{kind}"),
            _("同事把一件诉求交给您办理。"),
            opens="matters:show",
        ),
        "matters.asked": Kind(
            _("请补充情况：{kind}"),
            _("社区请您补充情况，补充后继续计时。"),
            opens="matters:own",
        ),
        "matters.supplied": Kind(
            _("提出人补充了情况：{kind}"),
            _("可以继续办理了。"),
            opens="matters:show",
        ),
        "matters.extended": Kind(
            _("答复时间推迟：{kind}"),
            _("承诺的答复时间推迟 {days} 个工作日，原因见诉求页面。"),
            opens="matters:own",
        ),
        "matters.forwarded": Kind(
            _("转来一件诉求：{kind}"),
            _("居委会转来一件诉求，请办理并回复。"),
            opens="matters:show",
        ),
        "matters.sent_on": Kind(
            _("您的诉求已转给{body_name}"),
            _("居委会会继续跟进。"),
            opens="matters:own",
        ),
        "matters.handed_back": Kind(
            _("承办单位退回：{kind}"),
            _("请看退回的原因，另作安排。"),
            opens="matters:show",
        ),
        "matters.answered": Kind(
            _("您的诉求有答复了：{kind}"),
            _("请看答复，并说说是否满意。"),
            opens="matters:own",
        ),
        "matters.onward_ended": Kind(
            subject=_("“{kind}”引出的隐患有了结果"),
            body=_("请答复提出人；答复里已经写好办了什么，看过再发。"),
            opens="matters:show",
            by="which",
        ),
        "matters.body_answered": Kind(
            _("{body_name}已答复：{kind}"),
            _("请看一眼答复，合适的话公开。"),
            opens="matters:show",
        ),
        "matters.reopened": Kind(
            _("重新办理：{kind}"),
            _("提出人不满意，这件诉求重新计时办理。"),
            opens="matters:show",
        ),
        "matters.rated_poor_late": Kind(
            _("过了时间的不满意评价：{kind}"),
            _("已过自动重办的时间，请您决定是否重新办理。"),
            opens="matters:show",
        ),
    }
)
