"""What the acts and findings about persons say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "people.open": ActSentence(_("查看了完整信息，用途：{purpose}"), forget=("purpose",)),
        "people.register": ActSentence(_("登记")),
        "people.correct": ActSentence(_("更正了 {count} 项信息")),
        "people.record_death": ActSentence(_("登记去世")),
        "people.move_in": ActSentence(_("登记与住房的关系")),
        "people.move_out": ActSentence(_("结束与住房的关系")),
        "people.form_household": ActSentence(_("登记一户，{members} 人")),
        "people.join_household": ActSentence(_("登记为一户的成员")),
        "people.name_representative": ActSentence(_("登记户的代表")),
        "people.end_household": ActSentence(_("注销一户")),
        "people.give_consent": ActSentence(_("登记了一项同意")),
        "people.withdraw_consent": ActSentence(_("撤回了一项同意，相应信息已清除")),
        "people.appoint_agent": ActSentence(_("登记受托人或监护人")),
        "people.end_agency": ActSentence(_("结束委托或监护登记")),
        "people.merge": ActSentence(_("合并重复登记")),
        "people.undo_merge": ActSentence(_("撤销合并")),
        "people.mark_not_same": ActSentence(_("确认不是同一人")),
        "people.unmark_not_same": ActSentence(_("撤回“不是同一人”的确认")),
        "people.list": ActSentence(_("查了一份名单，其中有这个人：{purpose}"), forget=("purpose",)),
        "people.look_at_home": ActSentence(_("看了这套住房住着谁（{on} 的情况）")),
        "people.look_at_stairs": ActSentence(_("逐户看了楼道或楼栋住着谁（{on} 的情况）")),
        "people.save_question": ActSentence(_("保存了一个常用问题：{label}"), forget=("label",)),
        "people.drop_question": ActSentence(_("删除了一个常用问题")),
        "people.declare": ActSentence(_("申报了一项变动")),
        "people.confirm_declaration": ActSentence(_("核对材料后登记了申报的变动")),
        "people.refuse_declaration": ActSentence(_("没有登记申报的变动，写明了理由")),
        "people.withdraw_declaration": ActSentence(_("撤回了申报的变动")),
        "people.note_resemblances": ActSentence(_("查找可能重复的登记，找到 {count} 对")),
        "people.ask": ActSentence(_("本人就自己的信息提出要求")),
        "people.answer_request": ActSentence(_("答复了本人的要求")),
        "people.forget": ActSentence(_("清除了个人信息")),
        "people.keep_preview": ActSentence(_("读取居民表格，{read} 行，待确认")),
        "people.reread_preview": ActSentence(
            _("改了工作表或列，重新读取居民表格，{read} 行，待确认")
        ),
        "people.drop_preview": ActSentence(_("放弃导入居民表格")),
        "people.commit_roster": ActSentence(
            _("导入居民表格：新增 {new} 行，变更 {changed} 行，未导入 {refused} 行")
        ),
        "people.begin_roster": ActSentence(_("开始写入一份居民表格，{read} 行")),
        "people.write_block": ActSentence(_("写入居民表格，写到了第 {rows} 行")),
        "people.undo_roster": ActSentence(_("撤销导入：移除 {removed} 人，恢复 {restored} 人")),
        "people.expire": ActSentence(_("按期清除 {count} 项过期内容")),
        "people.reseal": ActSentence(_("用新密钥重新加密 {count} 个值")),
    }
)

TO_WHOM_IT_CONCERNS = {
    "people.commit_roster": _("导入一份居民表格，登记由它新增或更正"),
    "people.undo_roster": _("撤销了那份居民表格的导入"),
}
"""What a person whose record was in it reads of an act on many at once."""

_SAVED = _("可以保存。")

register_findings(
    {
        "people.purpose_said": Sentence(
            met=_("用途写明了。"),
            unmet=_("请写明查看的用途，{least} 至 {most} 个字。"),
            way_on=_("例如“核对选民登记”“联系本人回复诉求”。本人可以看到这句话。"),
        ),
        "people.name_given": Sentence(
            met=_SAVED,
            unmet=_("姓名要填写，最长 {longest} 个字。"),
            way_on=_("请对照证件填写姓名。"),
        ),
        "people.choice_known": Sentence(
            met=_SAVED,
            unmet=_("有一项选择不在可选范围内。"),
            way_on=_("请刷新页面后重新选择。"),
        ),
        "people.born_already": Sentence(
            met=_SAVED,
            unmet=_("出生日期在今天之后。"),
            way_on=_("请对照证件核对出生日期。"),
        ),
        "people.id_agrees": Sentence(
            met=_("与身份证号一致。"),
            unmet=_("性别或出生日期与身份证号里的不一致。"),
            way_on=_("请对照证件核对；不填这两项时，会从身份证号得出。"),
        ),
        **{
            f"people.{code}": Sentence(met=_SAVED, unmet=said, way_on=_("请对照证件核对后再保存。"))
            for code, said in (
                ("id_length", _("身份证号应为 18 位，这里是 {found} 位。")),
                ("id_old_form", _("这是 15 位的旧号码，应填现在的 18 位身份证号。")),
                ("id_digit", _("身份证号第 {position} 位不是数字。")),
                ("id_birth_date", _("身份证号里的出生日期不存在。")),
                ("id_birth_future", _("身份证号里的出生日期还没有到。")),
                ("id_checksum", _("身份证号的最后一位对不上，可能有一位输错。")),
                ("id_digits_lost", _("身份证号末尾是 000，可能被表格软件改动过。")),
            )
        },
        **{
            f"people.{code}": Sentence(met=_SAVED, unmet=said, way_on=_("请与本人核对后再保存。"))
            for code, said in (
                ("phone_empty", _("没有电话号码。")),
                ("phone_several", _("这里有几个号码，只能填一个。")),
                ("phone_short", _("这是服务热线或短号，不能用来联系个人。")),
                ("phone_area_code", _("固定电话缺少区号，应写成 010-62345678 这样。")),
                ("phone_length", _("手机号应为 11 位，这里是 {found} 位。")),
                ("phone_unknown", _("没有这样的电话号码。")),
            )
        },
        "people.not_yet_known": Sentence(
            met=_("登记册里还没有这个人。"),
            unmet=_("登记册里已经有人用这个证件号码。"),
            way_on=_("请用证件号码搜索，打开已有的登记；如果那一份登记错了，先更正它。"),
        ),
        "people.consent_given": Sentence(
            met=_("本人已同意。"),
            unmet=_("电话、沟通语言和无障碍需要，要本人同意才能记录。"),
            way_on=_("请问过本人，勾选同意的方式；本人不同意就留空，不影响办事。"),
        ),
        "people.checked_at_desk": Sentence(
            met=_("可以直接修改。"),
            unmet=_("姓名、证件、出生日期等要核对材料后才能更正。"),
            way_on=_("请在“我的信息”里提出更正要求，或带证件到居委会窗口办理。"),
        ),
        "people.guardian_consents": Sentence(
            met=_("由本人或监护人同意。"),
            unmet=_("不满 {under} 周岁（现 {age} 周岁），要由父母或其他监护人同意。"),
            way_on=_("请先登记监护人，再由监护人签字同意。"),
        ),
        "people.is_guardian": Sentence(
            met=_("是登记的监护人。"),
            unmet=_("同意的人还没有登记为监护人。"),
            way_on=_("请先在“受托人与监护人”里登记，并写明依据的材料。"),
        ),
        "people.not_consented_yet": Sentence(
            met=_("还没有这项同意。"),
            unmet=_("这项同意已经登记过，仍然有效。"),
            way_on=_("不需要再登记；要更改的，先撤回再登记。"),
        ),
        "people.may_be_forgotten": Sentence(
            met=_("可以清除。"),
            unmet=_("还有 {ties} 项住房或户籍关系、{agencies} 项委托关系有效，现在不能清除。"),
            way_on=_("搬离、过户或结束委托后再清除；电话等可选信息可以随时删除。"),
        ),
        "people.term_in_order": Sentence(
            met=_("起止日期合理。"),
            unmet=_("结束日期（{until}）要晚于开始日期（{since}）。"),
            way_on=_("请核对日期；止日是关系不再有效的第一天。"),
        ),
        "people.died_in_order": Sentence(
            met=_("日期合理。"),
            unmet=_("去世日期（{died_on}）不能晚于今天，也不能早于出生日期。"),
            way_on=_("请对照证明材料核对日期。"),
        ),
        "people.dwelling_here": Sentence(
            met=_("住房在本社区。"),
            unmet=_("要选本社区里的一套住房。"),
            way_on=_("请从住房列表里选；没有的，先在“场所”里添加。"),
        ),
        "people.not_tied_yet": Sentence(
            met=_("还没有这项关系。"),
            unmet=_("这个人与这套住房已有同样的关系。"),
            way_on=_("不需要再登记；日期有误的，先结束原来的再登记。"),
        ),
        "people.household_there": Sentence(
            met=_("这一户在这套住房里。"),
            unmet=_("这一户不在这套住房里，或者已经注销。"),
            way_on=_("请选这套住房里现有的一户，或新立一户。"),
        ),
        "people.household_number_free": Sentence(
            met=_("户号可以使用。"),
            unmet=_("这个户号已经登记在另一户名下。"),
            way_on=_("请核对户口簿；原来的一户已迁走的，先注销那一户。"),
        ),
        "people.members_live_there": Sentence(
            met=_("成员都在这套住房里。"),
            unmet=_("选了 {members} 人，其中 {tied} 人与这套住房有关系。"),
            way_on=_("请先登记其他人与这套住房的关系，再立户。"),
        ),
        "people.is_member": Sentence(
            met=_("是这一户的成员。"),
            unmet=_("户的代表要从这一户的成员里产生。"),
            way_on=_("请选这一户的成员，或先把此人登记到这一户。"),
        ),
        "people.agent_is_another": Sentence(
            met=_("是两个人。"),
            unmet=_("受托人或监护人要是本社区登记的另一个人。"),
            way_on=_("请先登记那个人，再登记委托或监护。"),
        ),
        "people.paper_named": Sentence(
            met=_("写明了材料。"),
            unmet=_("要写明依据的材料。"),
            way_on=_("例如“授权委托书，2026-03-05”“户口簿”。"),
        ),
        "people.not_agent_yet": Sentence(
            met=_("还没有这项登记。"),
            unmet=_("同样的委托或监护已经登记，仍然有效。"),
            way_on=_("不需要再登记；要改范围的，先结束原来的。"),
        ),
        "people.same_community": Sentence(
            met=_("在同一社区。"),
            unmet=_("只有同一社区里两份有效的登记才能这样处理。"),
            way_on=_("请刷新页面，核对两份登记是否已经合并或清除。"),
        ),
        "people.pair_undecided": Sentence(
            met=_("这一对还没有处理。"),
            unmet=_("这一对刚刚已经有人处理，其中一份合并掉了。"),
            way_on=_("请刷新页面看现在的情况；合并错了的可以撤销。"),
        ),
        "people.not_known_apart": Sentence(
            met=_("没有确认过是两个人。"),
            unmet=_("这两份登记已经确认不是同一人。"),
            way_on=_("如果那次确认有误，先撤回确认，再合并。"),
        ),
        "people.one_id_number": Sentence(
            met=_("证件号码不冲突。"),
            unmet=_("两份登记的证件号码不同，是两个人。"),
            way_on=_(
                "请核对两个人的证件；确实有一个号码登记错了的，勾选“另一份的号码登记错了”再合并。"
            ),
        ),
        "people.merge_stands": Sentence(
            met=_("合并仍然有效。"),
            unmet=_("这次合并已经撤销过了。"),
            way_on=_("请刷新页面查看现在的登记。"),
        ),
        "people.not_asked_yet": Sentence(
            met=_("还没有提过。"),
            unmet=_("同样的要求已经提出，正在办理。"),
            way_on=_("请等答复；急的话请联系居委会窗口。"),
        ),
        "people.said_what_to_change": Sentence(
            met=_("写明了内容。"),
            unmet=_("请写明要更正或解释什么。"),
            way_on=_("写一两句话就可以，例如“姓名第二个字写错了”。"),
        ),
        "people.not_answered_yet": Sentence(
            met=_("还没有答复。"),
            unmet=_("这项要求已经答复过了。"),
            way_on=_("请刷新页面查看答复。"),
        ),
        "people.reason_given": Sentence(
            met=_("写明了理由。"),
            unmet=_("不同意的，要写明理由。"),
            way_on=_("请写明理由；本人有权向法院起诉。"),
        ),
        "people.declared_whole": Sentence(
            met=_("写全了。"),
            unmet=_(
                "还有 {missing} 项没有写，或者日期太早：还没有发生的事，搬迁可以提前一个月申报。"
            ),
            way_on=_("请把标出的几项填上；还没有发生的，发生以后再申报。"),
        ),
        "people.of_ones_household": Sentence(
            met=_("是本人、同户的人，或由本人代办的人。"),
            unmet=_("只能替自己、同一户的人，或者由您代办的人申报。"),
            way_on=_("请本人申报，或带材料到居委会窗口办理。"),
        ),
        "people.not_declared_yet": Sentence(
            met=_("还没有申报过。"),
            unmet=_("同样的变动已经申报，正在核对。"),
            way_on=_("请等居委会核对；写错了的，先撤回再报。"),
        ),
        "people.declaration_open": Sentence(
            met=_("还没有处理。"),
            unmet=_("这项申报已经处理过了。"),
            way_on=_("请刷新页面查看结果。"),
        ),
        "people.lives_here": Sentence(
            met=_("登记为住在这里。"),
            unmet=_("没有登记这个人住在这里，没有可以结束的居住关系。"),
            way_on=_("户籍或产权有变化的，请在“搬离”里逐项办理。"),
        ),
        "people.question_name_free": Sentence(
            met=_("名称可以使用。"),
            unmet=_("已经有一个叫这个名称的问题。"),
            way_on=_("请换一个名称，或先删除原来的。"),
        ),
        "people.list_short": Sentence(
            met=_("人数不多，可以列出。"),
            unmet=_("有 {count} 人，一次最多列 {most} 人；整份名册不提供导出。"),
            way_on=_("请加上年龄、楼栋或居民小组，问得具体一些。"),
        ),
        "people.question_coarse": Sentence(
            met=_("可以回答。"),
            unmet=_("只看数字的岗位，年龄按五岁一档、日期按每月第一天、地点到楼栋或居民小组为止。"),
            way_on=_("请放宽一些再问；需要名单的，请登记册的经办人办理。"),
        ),
        "people.batch_open": Sentence(
            met=_("这份表格等待确认。"),
            unmet=_("这份表格已经处理过，或已过保存期。"),
            way_on=_("请重新上传表格。"),
        ),
        "people.batch_committed": Sentence(
            met=_("这次导入有效。"),
            unmet=_("这次导入没有完成，或者已经撤销。"),
            way_on=_("请刷新页面查看导入记录。"),
        ),
        "people.batch_undoable": Sentence(
            met=_("可以撤销。"),
            unmet=_("这次导入已过可撤销的期限。"),
            way_on=_("请逐个更正；或用正确的表格再导入一次。"),
        ),
        "people.batch_under_way": Sentence(
            met=_("这份表格正在写入。"),
            unmet=_("这份表格不在写入：已经写完，或已经撤销。"),
            way_on=_("请刷新页面查看导入记录。"),
        ),
        "people.one_roster_at_a_time": Sentence(
            met=_("没有别的表格在写入。"),
            unmet=_("另一份表格正在写入，还没有写完。"),
            way_on=_("请等它写完，或在“导入居民表格”里接着写完、撤销它。"),
        ),
        "people.roster_readable": Sentence(
            met=_("表格可以读取。"),
            unmet=_("这份表格现在读不出来。"),
            way_on=_("请检查表头后重新上传。"),
        ),
    }
)
