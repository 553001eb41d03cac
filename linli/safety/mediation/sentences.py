"""What the acts, findings and messages of 人民调解 say, in words. No sentence says who, or what a
quarrel is about."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names, register_works
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_clock_names(
    {
        "mediation_taken_up": _("多久有调解员接案"),
        "mediation_usual": _("一般多久调解完"),
        "mediation_confirm": _("共同申请司法确认"),
        "mediation_visit": _("回访"),
    }
)
register_works({"mediation.Mediation": _("人民调解")})

register_acts(
    {
        "mediation.register": ActSentence(_("登记了一件调解")),
        "mediation.apply": ActSentence(_("申请了调解")),
        "mediation.offer": ActSentence(_("主动提出调解")),
        "mediation.add_party": ActSentence(_("调解里添了一方当事人")),
        "mediation.change_party": ActSentence(_("更正或补充了当事人的情况")),
        "mediation.assign": ActSentence(_("分派了调解员")),
        "mediation.take": ActSentence(_("接案，声明没有利害关系")),
        "mediation.hand_back": ActSentence(_("不能接案，交回分派")),
        "mediation.step_back": ActSentence(_("调解员回避")),
        "mediation.ask_another": ActSentence(_("当事人要求换调解员")),
        "mediation.look_at_names": ActSentence(_("为分派看了当事人的姓名")),
        "mediation.open_case": ActSentence(_("调解员打开了调解")),
        "mediation.tell_side": ActSentence(_("当事人说明愿意调解")),
        "mediation.tell_rights": ActSentence(_("告知了权利和义务")),
        "mediation.begin": ActSentence(_("开始调解")),
        "mediation.fix_session": ActSentence(_("约定了调解的时间和地点")),
        "mediation.write_session": ActSentence(_("写了调解记录")),
        "mediation.write_record": ActSentence(_("写了调查、劝阻或回访记录")),
        "mediation.report_to_police": ActSentence(_("报告了公安机关")),
        "mediation.extend": ActSentence(_("各方同意，延长调解期限 {extended_by} 天")),
        "mediation.agree": ActSentence(_("达成调解协议")),
        "mediation.reopen_talks": ActSentence(_("协议没有签，继续调解")),
        "mediation.sign": ActSentence(_("登记协议的签字盖章")),
        "mediation.confirm_in_court": ActSentence(_("登记司法确认")),
        "mediation.note_point": ActSentence(_("登记协议的履行")),
        "mediation.perform": ActSentence(_("协议全部履行")),
        "mediation.refuse": ActSentence(_("一方不愿意，调解停止")),
        "mediation.withdraw": ActSentence(_("撤回调解申请")),
        "mediation.fail": ActSentence(_("调解不成，告知其他途径")),
        "mediation.decline": ActSentence(_("不属于调解范围，告知去处")),
        "mediation.hand_to_police": ActSentence(_("由公安机关处理，调解终结")),
        "mediation.break_off": ActSentence(_("协议没有履行，告知可以起诉")),
        "mediation.mark_paper": ActSentence(_("登记卷宗材料已签")),
        "mediation.add_exhibit": ActSentence(_("收下了材料")),
        "mediation.write_note": ActSentence(_("写了卷宗情况说明")),
        "mediation.close_file": ActSentence(_("卷宗立卷")),
        "mediation.forget": ActSentence(_("保存期满，清除调解里的个人信息")),
        "mediation.enter_term": ActSentence(
            _("登记人民调解委员会一届：{members} 人，其中妇女 {women} 人")
        ),
        "mediation.say_listed": ActSentence(_("调解委员会名单报送县级司法行政部门")),
        "mediation.screen": ActSentence(_("排查矛盾纠纷一轮")),
    }
)

register_findings(
    {
        "mediation.two_parties": Sentence(
            met=_("有 {parties} 方当事人。"),
            unmet=_("调解至少要有两方当事人，现在是 {parties} 方。"),
            way_on=_("请添上对方当事人；不知道姓名的，写能认出是谁的称呼，例如“2单元301”。"),
        ),
        "mediation.one_side_each": Sentence(
            met=_("每个人只在一方。"),
            unmet=_("同一个人不能同时是两方当事人。"),
            way_on=_("请从名册里另选一位；不在名册里的，只写称呼。"),
        ),
        "mediation.withdrawn_by": Sentence(
            met=_("由申请的一方撤回。"),
            unmet=_("只有申请的一方可以撤回申请，或者由办理的调解员代为登记。"),
            way_on=_("不愿意调解的，请说“不愿意调解”，调解就停止。"),
        ),
        "mediation.somebody_mediates": Sentence(
            met=_("本社区有人民调解员。"),
            unmet=_("本社区现在没有人民调解员，没有人可以接。"),
            way_on=_("请主任登记人民调解员的岗位；急的，请找街道的人民调解委员会。"),
        ),
        "mediation.source_named": Sentence(
            met=_("移交的单位写明了。"),
            unmet=_("公安、法院、街道移交的，要写明是哪个单位。"),
            way_on=_("请写上单位名称，有文号的写文号。"),
        ),
        "mediation.all_willing": Sentence(
            met=_("各方都愿意调解。"),
            unmet=_("还没有说愿意的：{who}。有一方不愿意，就不能调解。"),
            way_on=_("请问清楚；明确不愿意的，登记“不愿意调解”，并告知其他途径。"),
        ),
        "mediation.rights_told": Sentence(
            met=_("权利和义务都告知了。"),
            unmet=_("还没有告知权利和义务的：{who}。"),
            way_on=_("请把告知书读给当事人听或者交给当事人，再登记。"),
        ),
        "mediation.mediator_accepted": Sentence(
            met=_("各方都接受调解员。"),
            unmet=_("还没有接受调解员的：{who}。"),
            way_on=_("当事人可以接受，也可以要求换一位。"),
        ),
        "mediation.stands_apart": Sentence(
            met=_("调解员与各方没有利害关系。"),
            unmet=_(
                "调解员是当事人、与当事人同住，或者没有声明与各方没有亲属和利害关系，不能调解这一件。"
            ),
            way_on=_("请交回，由另一位调解员来；自己确认没有的，勾选声明。"),
        ),
        "mediation.others_agreed": Sentence(
            met=_("各方都同意请亲友或者专家参加。"),
            unmet=_("请亲友、邻里、专家参加要各方都同意，现在 {parties} 方里有 {agreed} 方同意。"),
            way_on=_("请先问各方；有一方不同意的，就不请。"),
        ),
        "mediation.all_prolong": Sentence(
            met=_("各方同意延长。"),
            unmet=_("延长调解期限要各方当事人都同意。"),
            way_on=_("请先问各方；不同意的，到期终结并告知其他途径。"),
        ),
        "mediation.routes_told": Sentence(
            met=_("告知了其他途径。"),
            unmet=_("终结调解要告知当事人还可以走哪些途径。"),
            way_on=_("请至少勾选一项：仲裁、行政、诉讼、法律援助。"),
        ),
        "mediation.agreement_whole": Sentence(
            met=_("协议该写的都写了。"),
            unmet=_("协议里还缺：{missing}。"),
            way_on=_("请补上再登记；当事人的住址在“当事人”里补。"),
        ),
        "mediation.all_signed": Sentence(
            met=_("签字盖章齐全，协议已生效。"),
            unmet=_("还差：{missing}。齐全的那天协议生效。"),
            way_on=_(
                "请打印协议书，各方签名、盖章或者按指印，调解员签名，加盖调解委员会印章，再登记日期。"
            ),
        ),
        "mediation.not_ahead": Sentence(
            met=_("日期不在将来。"),
            unmet=_("{day}还没有到，不能登记为已经发生。"),
            way_on=_("请填{today}或者以前的日期。"),
        ),
        "mediation.may_be_confirmed": Sentence(
            met=_("可以共同申请司法确认。"),
            unmet=_("确认身份、收养、婚姻关系的，法院不受理司法确认申请。"),
            way_on=_("需要法院处理的，可以起诉。"),
        ),
        "mediation.confirm_in_time": Sentence(
            met=_("在期限内共同申请，最后一天是{last_day}。"),
            unmet=_("共同申请司法确认的最后一天是{last_day}，{asked_on}已经过了。"),
            way_on=_("协议仍然有约束力；一方不履行的，另一方可以起诉。"),
        ),
        "mediation.all_done": Sentence(
            met=_("协议的每一项都履行了。"),
            unmet=_("协议还有 {open} 项没有登记为已履行。"),
            way_on=_("请逐项登记；确实不履行的，督促后登记“没有履行”，告知可以起诉。"),
        ),
        "mediation.committee_size": Sentence(
            met=_("调解委员会 {members} 人，在 {least} 至 {most} 人之间。"),
            unmet=_("调解委员会应有 {least} 至 {most} 人，填的是 {members} 人。"),
            way_on=_("请核对居民会议推选的结果。"),
        ),
        "mediation.committee_women": Sentence(
            met=_("有妇女成员 {women} 人。"),
            unmet=_("调解委员会应当有妇女成员，至少 {least} 人，也不能比总人数多。"),
            way_on=_("请核对居民会议推选的结果；没有的，请居民会议补选。"),
        ),
        "mediation.chair_mediates": Sentence(
            met=_("主任担任人民调解员。"),
            unmet=_("主任要先登记为人民调解员。"),
            way_on=_("请居委会主任在“岗位与单位”里登记人民调解员的岗位。"),
        ),
        "mediation.paper_whole": Sentence(
            met=_("{number}. {paper}：齐全。"),
            unmet=_("{number}. {paper}：{lacks}。"),
            way_on=_("请补上，再立卷打印。"),
        ),
        "mediation.file_whole": Sentence(
            met=_("卷宗该有的材料、签名和印章都齐了。"),
            unmet=_("卷宗还不齐：{missing}。"),
            way_on=_("请先补齐；只想看看的，可以打印草稿，缺的会写在目录上。"),
        ),
        "mediation.paper_there": Sentence(
            met=_("卷宗里有这份材料。"),
            unmet=_("卷宗里还没有“{paper}”，不能登记为已签。"),
            way_on=_("请先写好或者收下这份材料。"),
        ),
        "mediation.copy_asked_for": Sentence(
            met=_("写明了哪条规定要留复印件。"),
            unmet=_("身份证复印件只在有规定要求时才留；没有的，登记“核对过”就够了。"),
            way_on=_("请写明哪条规定要求留存，或者不留复印件。"),
        ),
        "mediation.is_over": Sentence(
            met=_("可以立卷。"),
            unmet=_("还在调解，不能立卷。"),
            way_on=_("协议生效或者调解终结后再立卷。"),
        ),
        "mediation.matter_known": Sentence(
            met=_("找到了那件诉求。"),
            unmet=_("没有找到这个回执号的诉求，或者您不能看它。"),
            way_on=_("请核对回执号；不从诉求来的，留空。"),
        ),
    }
)

register_kinds(
    {
        "mediation.to_assign": Kind(
            _("有一件新的调解等您"), _("请分派或者接案。"), opens="mediation:new_case"
        ),
        "mediation.given": Kind(
            _("有一件调解分给了您"),
            _("请先看当事人是谁，再声明没有利害关系或者交回。"),
            opens="mediation:new_case",
        ),
        "mediation.another_wanted": Kind(
            _("一件调解换了调解员"), _("当事人要求换一位，您不用再管。"), opens="mediation:cases"
        ),
        "mediation.taken_on": Kind(
            _("您申请的调解有调解员了"), _("调解员会联系各方。"), opens="mediation:own"
        ),
        "mediation.invited": Kind(
            _("有一件事想请您来调解"),
            _("参加不参加由您决定，不收费。不愿意的，点开说一声就停止。"),
            opens="mediation:own",
        ),
        "mediation.mediator_changes": Kind(
            _("您的调解要换一位调解员"), _("换好了会告诉您。"), opens="mediation:own"
        ),
        "mediation.side_told": Kind(
            _("一方当事人说明了意愿"), _("请看能不能开始。"), opens="mediation:case"
        ),
        "mediation.session_fixed": Kind(
            _("约好了调解的时间和地点"),
            _("请点开看。不能来的请告诉调解员。"),
            opens="mediation:own",
        ),
        "mediation.stopped": Kind(
            _("调解停止了"),
            _("一方不愿意，或者申请人撤回了。还可以走的途径写在页面上。"),
            opens="mediation:own",
        ),
        "mediation.ended": Kind(
            _("调解终结了"), _("还可以走的途径写在页面上。"), opens="mediation:own"
        ),
        "mediation.in_force": Kind(
            _("调解协议生效了"),
            _("要做什么、哪天以前、能不能共同申请司法确认，写在页面上。"),
            opens="mediation:own",
        ),
        "mediation.performed": Kind(_("调解协议都履行了"), _("谢谢您。"), opens="mediation:own"),
    }
)
