"""Acts, messages and clocks of the archive in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names
from linli.core.messages.kinds import Kind, register_kinds

register_clock_names(
    {"archive_copy": _("答复复印申请的期限"), "archive_loan": _("归还档案原件的日子")}
)

register_acts(
    {
        "archive.start_filing": ActSentence(_("开始归档 {year} 年的材料")),
        "archive.file_pieces": ActSentence(_("归档 {year} 年的材料 {count} 件")),
        "archive.finish_filing": ActSentence(_("{year} 年归档完毕，共 {count} 件")),
        "archive.file_paper": ActSentence(_("归档一件：{number}")),
        "archive.change_item": ActSentence(_("更新档案的存放或开放程度：{number}")),
        "archive.entrust": ActSentence(_("保密档案移交给另一人：{number}")),
        "archive.add_line": ActSentence(_("归档范围加一条：{line}")),
        "archive.end_line": ActSentence(_("归档范围停用一条：{line}")),
        "archive.lend": ActSentence(_("借出档案原件：{number}")),
        "archive.take_back": ActSentence(_("收回档案原件：{number}")),
        "archive.hold_back": ActSentence(_("暂缓销毁：{number}")),
        "archive.lift_hold": ActSentence(_("解除暂缓：{number}")),
        "archive.open_appraisal": ActSentence(_("列出期满的档案：鉴定 {number}，{count} 件")),
        "archive.judge": ActSentence(_("记下鉴定结果：鉴定 {number}，销毁 {count} 件")),
        "archive.approve": ActSentence(_("批准鉴定结果：鉴定 {number}")),
        "archive.send_back": ActSentence(_("退回重新鉴定：鉴定 {number}")),
        "archive.drop_appraisal": ActSentence(_("取消鉴定 {number}")),
        "archive.carry_out": ActSentence(_("开始执行鉴定 {number}")),
        "archive.destroy_lines": ActSentence(
            _("鉴定 {number}：销毁 {destroyed} 件，延长 {extended} 件，暂缓 {spared} 件")
        ),
        "archive.finish_destruction": ActSentence(_("鉴定 {number} 执行完毕")),
        "archive.ask_copy": ActSentence(_("要档案复印件：{number}")),
        "archive.give_copy": ActSentence(_("给出档案复印件：{number}")),
        "archive.refuse_copy": ActSentence(_("不能提供复印件，已说明：{number}")),
        "archive.withdraw_copy": ActSentence(_("撤回复印申请：{number}")),
        "archive.forget_copy_sender": ActSentence(_("复印申请满一年，清除是谁要的：{number}")),
        "archive.ask_package": ActSentence(_("导出 {year} 年的档案包，{count} 件")),
        "archive.keep_package": ActSentence(_("{year} 年的档案包做好了，{count} 件")),
        "archive.make_package": ActSentence(_("用命令导出 {year} 年的档案包，{count} 件")),
        "archive.forget_package": ActSentence(_("{year} 年的档案包已从服务器上移除")),
        "archive.fetch_package": ActSentence(_("下载 {purpose} 年的档案包")),
        "archive.look": ActSentence(_("查看档案：{purpose}")),
        "archive.read_paper": ActSentence(_("打开档案里的文件：{purpose}")),
        "archive.fetch_copy": ActSentence(_("凭回执下载复印件：{purpose}")),
    }
)

register_kinds(
    {
        "archive.year_filed": Kind(
            _("{year} 年的材料归档完毕，共 {count} 件"),
            _("可以打印目录，需要时导出档案包。"),
            opens="archive:home",
        ),
        "archive.entrusted": Kind(
            _("一件保密档案交给您保管：{number}"),
            _("只有您能看到它。离开岗位前请移交给接手的人。"),
            opens="archive:home",
        ),
        "archive.lent": Kind(
            _("您借了一件档案原件：{number}"), _("请在{day}以前归还。"), opens="archive:loans"
        ),
        "archive.judged": Kind(
            _("鉴定 {number} 等您批准"),
            _("小组已逐件鉴定，请看过后批准或退回。"),
            opens="archive:appraisals",
        ),
        "archive.carried_out": Kind(
            _("鉴定 {number} 执行完毕"),
            _("销毁清册已经生成，永久保存。"),
            opens="archive:appraisals",
        ),
        "archive.copy_asked": Kind(
            _("有居民要档案复印件：{number}"), _("请在期限内答复。"), opens="archive:copies"
        ),
        "archive.copy_answered": Kind(
            _("您要的复印件有答复了：{number}"),
            _("用回执查看；给出的可以下载或到窗口取。"),
            opens="archive:my_copies",
        ),
    }
)
