"""What the book says of each act."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts

register_acts(
    {
        "organisations.add": ActSentence(_("登记组织：{name}")),
        "organisations.alter": ActSentence(_("改了{name}的登记")),
        "organisations.end": ActSentence(_("登记{name}终止")),
        "organisations.add_office": ActSentence(_("{name}设了岗位：{office}")),
        "organisations.divide_work": ActSentence(_("定了{office}的分工")),
        "organisations.end_office": ActSentence(_("撤销岗位：{office}")),
        "organisations.begin_term": ActSentence(_("登记任职：{name}{office}")),
        "organisations.enter_whole_term": ActSentence(_("登记{name}新一届，{count} 人")),
        "organisations.hide_name": ActSentence(_("收回公布姓名的同意：{name}{office}")),
        "organisations.end_term": ActSentence(_("登记不再任职：{name}{office}")),
        "organisations.find_tasks": ActSentence(_("把 {count} 处空缺和到期的任期列入待办")),
        "organisations.open_handover": ActSentence(_("开始{name}的交接")),
        "organisations.add_handover_item": ActSentence(_("{name}的交接清单加了一项")),
        "organisations.sign_item": ActSentence(_("在{name}的交接清单上签字")),
        "organisations.add_line": ActSentence(_("办事指引：{name}管“{what}”")),
        "organisations.end_line": ActSentence(_("办事指引：{name}不再管“{what}”")),
        "organisations.take_on": ActSentence(_("建了一份工作人员档案")),
        "organisations.alter_file": ActSentence(_("改了工作人员档案里的岗位和分工")),
        "organisations.fix_level": ActSentence(_("按文件登记了定级")),
        "organisations.close_file": ActSentence(_("登记工作人员离岗")),
        "organisations.add_qualification": ActSentence(_("登记了一本证书")),
        "organisations.record_training": ActSentence(_("登记培训：{subject}")),
        "organisations.enter_leave": ActSentence(_("登记请假和替班")),
        "organisations.strike_leave": ActSentence(_("取消请假")),
        "organisations.adopt_grades": ActSentence(_("启用本地等级表，{count} 级")),
        "organisations.open_file": ActSentence(_("看了工作人员档案")),
        "organisations.forget_files": ActSentence(_("删除离岗满一年的 {count} 份工作人员档案")),
    }
)
