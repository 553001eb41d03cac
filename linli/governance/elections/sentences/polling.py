"""Election day: its acts and what its rules found, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "elections.prepare_ballots": ActSentence(_("按公布的名单做选票：{candidates} 名候选人")),
        "elections.put_on_duty": ActSentence(_("安排投票站值班")),
        "elections.take_off_duty": ActSentence(_("撤下一个值班安排")),
        "elections.record_assistance": ActSentence(_("记下帮助投票的人数：{number}")),
        "elections.print_ballots": ActSentence(_("印选票：{first} 到 {last} 号")),
        "elections.destroy_leftovers": ActSentence(_("销毁剩余选票 {number} 张")),
        "elections.open_polls": ActSentence(_("开始投票")),
        "elections.close_polls": ActSentence(_("投票结束，共发出选票 {issued} 张")),
    }
)

register_findings(
    {
        "elections.on_election_day": Sentence(
            met=_("今天是公布的选举日。"),
            unmet=_("公布的选举日是{day}，不是今天。"),
            way_on=_("请在选举日当天开始投票；要改日子，请先改期并重新公布。"),
        ),
        "elections.help_while_counted": Sentence(
            met=_("投票帮助在投票和计票时记。"),
            unmet=_("现在不是投票或计票的时候，不能记投票帮助。"),
            way_on=_("开始投票以后、宣布结果以前，由各站报人数。"),
        ),
        "elections.list_is_posted": Sentence(
            met=_("候选人名单已经公布。"),
            unmet=_("候选人名单还没有公布，不能做选票。"),
            way_on=_("请先公布候选人名单。"),
        ),
        "elections.ballots_prepared": Sentence(
            met=_("选票已经做好。"),
            unmet=_("选票还没有做好。"),
            way_on=_("请按公布的候选人名单做选票。"),
        ),
        "elections.ballots_still_closed": Sentence(
            met=_("这一轮还没有开始投票。"),
            unmet=_("这一轮已经开始投票，选票不能再改。"),
            way_on=_("需要另行选举的，请在宣布结果以后另做一轮选票。"),
        ),
        "elections.paper_still_open": Sentence(
            met=_("还没有印过，选票可以改。"),
            unmet=_("已经印了 {printed} 张选票，选票不能再改。"),
            way_on=_("印过的选票确实有错的，请改期，全部销毁后另做。"),
        ),
        "elections.stations_ready": Sentence(
            met=_("{stations} 个投票站都指定了计票人和监票人。"),
            unmet=_(
                "现有 {stations} 个待开的投票站，其中 {without_tellers} 个没有指定齐两名计票人和一名监票人。"
            ),
            way_on=_("请至少设一个投票站，给每个站指定计票人和监票人。"),
        ),
        "elections.objections_decided": Sentence(
            met=_("对选民名单的异议都已处理。"),
            unmet=_("还有 {undecided} 件对选民名单的异议没有处理。"),
            way_on=_("请先处理异议，公布结果。"),
        ),
        "elections.papers_enough": Sentence(
            met=_("印了 {printed} 张选票，够 {electors} 人用。"),
            unmet=_("印了 {printed} 张选票，名单上有 {electors} 人，还差 {missing} 张。"),
            way_on=_("可以再印；投票中间也可以补印，不会让人白跑。"),
        ),
        "elections.boxes_sealed": Sentence(
            met=_("各站都已封箱。"),
            unmet=_("还有 {still_open} 个站没有封箱。"),
            way_on=_("请等各站停止发票、封箱；没有启用的站请撤掉。"),
        ),
        "elections.leftovers_fit": Sentence(
            met=_("印的选票都有去向：发出 {issued} 张，剩余销毁 {destroyed} 张。"),
            unmet=_(
                "印了 {printed} 张，发出 {issued} 张，应剩 {left} 张，已记销毁 {destroyed} 张。"
            ),
            way_on=_("请当众清点各站没有用过的选票，销毁并记下张数。"),
        ),
        "elections.on_duty_once": Sentence(
            met=_("没有重复。"),
            unmet=_("这个人同一时间、同一职责已经排过了。"),
            way_on=_("请换一个时间或职责。"),
        ),
        "elections.serves_impartially": Sentence(
            met=_("可以担任投票站工作人员。"),
            unmet=_("候选人和候选人的近亲属，不能担任投票站工作人员、计票人或监票人。"),
            way_on=_("请另请别人。"),
        ),
        "elections.paper_made": Sentence(
            met=_("选票已经做好。"),
            unmet=_("选票还没有做好，不能印。"),
            way_on=_("请先做选票。"),
        ),
        "elections.run_fits": Sentence(
            met=_("张数合适。"),
            unmet=_("一次最多印 {most} 张，写的是 {number} 张。"),
            way_on=_("请分几次印。"),
        ),
        "elections.station_of_round": Sentence(
            met=_("是这一轮的投票站。"),
            unmet=_("这个投票站不是这一轮的。"),
            way_on=_("请选这一轮的投票站。"),
        ),
        "elections.prints_before_close": Sentence(
            met=_("还可以印选票。"),
            unmet=_("投票已经结束，不能再印选票。"),
            way_on=_("剩余的选票请当众清点销毁。"),
        ),
        "elections.sealed_first": Sentence(
            met=_("已经封箱，可以清点剩余选票。"),
            unmet=_("这个站还没有封箱，剩余多少还不知道。"),
            way_on=_("请封箱以后再清点。"),
        ),
        "elections.destroyed_of_run": Sentence(
            met=_("张数合适。"),
            unmet=_("这一批只印了 {printed} 张，不能销毁 {number} 张。"),
            way_on=_("请核对张数。"),
        ),
    }
)
