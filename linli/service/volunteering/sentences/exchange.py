"""What is said of time exchange: acts and messages."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds

register_acts(
    {
        "volunteering.switch_time_on": ActSentence(_("按 {decided} 的决议开启时间互助")),
        "volunteering.switch_time_off": ActSentence(_("按 {decided} 的决议停止时间互助")),
        "volunteering.join_time": ActSentence(_("时间互助成员 {number} 加入")),
        "volunteering.leave_time": ActSentence(_("时间互助成员 {number} 退出，结清")),
        "volunteering.write_help": ActSentence(_("写下一次互助 {minutes} 分钟，等对方确认")),
        "volunteering.confirm_help": ActSentence(_("确认一次互助 {minutes} 分钟")),
        "volunteering.decline_help": ActSentence(_("没有确认一次互助")),
        "volunteering.give_time": ActSentence(_("送给邻居 {minutes} 分钟")),
        "volunteering.give_to_pot": ActSentence(_("捐给公共时间池 {minutes} 分钟")),
        "volunteering.grant_time": ActSentence(_("公共时间池给出 {minutes} 分钟")),
        "volunteering.take_deed_back": ActSentence(_("冲销时间互助的一笔 {minutes} 分钟")),
        "volunteering.print_cheques": ActSentence(_("给成员 {number} 印时间条 {slips} 张")),
        "volunteering.type_cheque": ActSentence(_("登记一张时间条，{minutes} 分钟")),
        "volunteering.void_cheque": ActSentence(_("时间条 {number} 号作废")),
        "volunteering.tell_expiry": ActSentence(_("提前告诉成员有 {minutes} 分钟要到期")),
        "volunteering.expire_time": ActSentence(_("到期 {minutes} 分钟转入公共时间池")),
        "volunteering.agree_with_partner": ActSentence(_("和{partner}约定互通时间")),
        "volunteering.set_partner_limits": ActSentence(_("改和{partner}互通时间的限额")),
        "volunteering.ask_clearing": ActSentence(_("请{partner}确认跨社区互助 {minutes} 分钟")),
        "volunteering.confirm_clearing": ActSentence(_("确认跨社区互助 {minutes} 分钟")),
        "volunteering.decline_clearing": ActSentence(_("没有确认{partner}的跨社区互助")),
    }
)

_MINE = "volunteering:time_mine"

register_kinds(
    {
        "volunteering.help_to_confirm": Kind(
            _("有一次互助等您确认：{minutes} 分钟"),
            _("对的点确认；不对的点没有这回事。"),
            opens=_MINE,
        ),
        "volunteering.help_confirmed": Kind(_("互助 {minutes} 分钟记上了"), opens=_MINE),
        "volunteering.help_declined": Kind(
            _("互助 {minutes} 分钟对方没有确认"), _("可以和对方说清楚再写一次。"), opens=_MINE
        ),
        "volunteering.time_given": Kind(
            _("有邻居送给您 {minutes} 分钟"), _("需要帮忙时可以用。"), opens=_MINE
        ),
        "volunteering.time_granted": Kind(
            _("公共时间池给了您 {minutes} 分钟"), _("需要帮忙时可以用，不用还。"), opens=_MINE
        ),
        "volunteering.deed_taken_back": Kind(
            _("时间互助有一笔 {minutes} 分钟冲销了"),
            _("原来的一笔和冲销都在您的明细里。"),
            opens=_MINE,
        ),
        "volunteering.help_written": Kind(
            _("窗口替您写下一次互助 {minutes} 分钟"),
            _("等对方确认；不对的，请告诉居委会。"),
            opens=_MINE,
        ),
        "volunteering.time_left": Kind(
            _("您退出了时间互助，结清了"),
            _("存的转入了公共时间池，欠的不用还；想再来，随时可以。"),
            opens="volunteering:time",
        ),
        "volunteering.cheque_void": Kind(
            _("您的时间条 {number} 号作废了"), _("不是您要作废的，请告诉居委会。"), opens=_MINE
        ),
        "volunteering.cheque_typed": Kind(_("时间条 {minutes} 分钟记上了"), opens=_MINE),
        "volunteering.time_expires": Kind(
            _("您有 {minutes} 分钟到{day}转入公共时间池"),
            _("在那以前可以请人帮忙，或者送给邻居。"),
            opens=_MINE,
        ),
        "volunteering.time_expired": Kind(
            _("您有 {minutes} 分钟到期，转入公共时间池"),
            _("帮给一时用不上时间的邻居。"),
            opens=_MINE,
        ),
        "volunteering.help_cleared": Kind(
            _("跨社区互助 {minutes} 分钟，两边都记上了"), _("在您自己社区的“我的时间”里看。")
        ),
    }
)
