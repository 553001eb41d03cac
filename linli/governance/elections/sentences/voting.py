"""What the findings of the vote say: proxies, stations, turnout, who is elected."""

from django.utils.translation import gettext_lazy as _, ngettext_lazy

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "elections.near_relatives": Sentence(
            met=_("两人是近亲属。"),
            unmet=_("两人不是法律所说的近亲属。"),
        ),
        "elections.size_allowed": Sentence(
            met=_("居委会 {members} 人，在 {least} 至 {most} 人之间。"),
            unmet=_("居委会 {members} 人，法律规定 {least} 至 {most} 人。"),
            way_on=_("请调整名额；选出不足的，另行选举或者补选。"),
        ),
        "elections.has_woman": Sentence(
            met=_("有妇女成员 {women} 人。"),
            unmet=_("没有妇女成员，至少要有 {least} 人。"),
            way_on=_("投票前请再提名；选出后没有的，留名额另行选举或者补选。"),
        ),
        "elections.without_kin": Sentence(
            met=_("成员之间没有近亲属。"),
            unmet=_("成员中有 {pairs} 对近亲属，不能同时任职。"),
            way_on=_("请其中一人退出。"),
        ),
        "elections.may_supervise": Sentence(
            met=_("可以担任居务监督委员会成员。"),
            unmet=_(
                "居委会成员和他们的近亲属不能担任居务监督委员会成员；成员要从居民或者社区工作者中推选。"
            ),
            way_on=_("请另推人选。"),
        ),
        "elections.proxies_in_mode": Sentence(
            met=_("这种选举方式可以委托投票。"),
            unmet=_("由居民代表选举的，不实行委托投票。"),
            way_on=_("请代表本人到会投票。"),
        ),
        "elections.proxy_in_writing": Sentence(
            met=_("委托是书面的。"),
            unmet=_("委托投票要有书面委托。"),
            way_on=_("请填写委托书，由委托人签名。"),
        ),
        "elections.principal_registered": Sentence(
            met=_("委托人在选民名单上。"),
            unmet=_("委托人不在选民名单上。"),
            way_on=_("请先登记，或者核对姓名。"),
        ),
        "elections.principal_away": Sentence(
            met=_("委托人选举期间外出。"),
            unmet=_("只有选举期间外出、不能到场的选民可以委托。"),
            way_on=_("能到场的请本人投票；行动不便的，可以请流动票箱上门。"),
        ),
        "elections.holder_registered": Sentence(
            met=_("受托人在选民名单上。"),
            unmet=_("受托人要是本社区的选民。"),
            way_on=_("请改托名单上的选民。"),
        ),
        "elections.holder_no_candidate": Sentence(
            met=_("受托人不是候选人。"),
            unmet=_("候选人不能接受委托投票。"),
            way_on=_("请改托别的选民。"),
        ),
        "elections.proxy_not_passed_on": Sentence(
            met=_("没有转托。"),
            unmet=_("受托人不能再转托别人。"),
            way_on=_("请委托人另行委托。"),
        ),
        "elections.proxies_within": Sentence(
            met=_("受托 {held} 人，不超过 {most} 人。"),
            unmet=_("受托人已经受托，这是第 {held} 人；每人最多受托 {most} 人。"),
            way_on=_("请改托别的选民。"),
        ),
        "elections.proxies_posted": Sentence(
            met=_("委托人和受托人名单已经公布。"),
            unmet=_("委托人和受托人名单要在投票前公布。"),
            way_on=_("请核对委托书后公布名单。"),
        ),
        "elections.staff_impartial": Sentence(
            met=_("工作人员中没有候选人和他们的近亲属。"),
            unmet=_("工作人员中有候选人 {candidates} 人、候选人的近亲属 {kin} 人。"),
            way_on=_("请换人。"),
        ),
        "elections.station_staffed": Sentence(
            met=_("投票站人手符合规定。"),
            unmet=_(
                "投票站有工作人员 {staff} 人、监票人 {scrutineers} 人，至少要 {least} 人，其中监票人 {scrutineers_least} 人。"
            ),
            way_on=_("请补派人员后再开始投票。"),
        ),
        "elections.no_more_than_electors": Sentence(
            met=_("收回选票 {cast} 张，不多于 {electors} 名参加选举的人。"),
            unmet=_("收回选票 {cast} 张，多于名单上的 {electors} 人，选举无效。"),
            way_on=_("请核对名单人数和选票数；查明原因后重新组织投票。"),
        ),
        "elections.no_more_than_issued": Sentence(
            met=_("收回选票 {cast} 张，不多于发出的 {issued} 张。"),
            unmet=_("收回选票 {cast} 张，多于发出的 {issued} 张，选举无效。"),
            way_on=_("请封存选票，查明原因后重新组织投票。"),
        ),
        "elections.enough_took_part": Sentence(
            met=_("投票 {cast} 人，超过 {electors} 人的 {share}，选举有效。"),
            unmet=_(
                "投票 {cast} 人，没有超过 {electors} 人的 {share}（至少要 {needed} 人），选举无效。"
            ),
            way_on=_("请重新组织投票。"),
            working=_("{cast}÷{electors} 与 {share} 相比，就是 {left} 与 {right} 相比。"),
        ),
        "elections.has_majority": Sentence(
            met=ngettext_lazy(
                "{name}得 {votes} 票，超过 {voted} 名投票人的 {share}。",
                "{name}得 {votes} 票，超过 {voted} 名投票人的 {share}。",
                "votes",
            ),
            unmet=ngettext_lazy(
                "{name}得 {votes} 票，没有超过 {voted} 名投票人的 {share}（至少要 {needed} 票）。",
                "{name}得 {votes} 票，没有超过 {voted} 名投票人的 {share}（至少要 {needed} 票）。",
                "votes",
            ),
            working=_("{votes}÷{voted} 与 {share} 相比，就是 {left} 与 {right} 相比。"),
        ),
        "elections.reaches_floor": Sentence(
            met=ngettext_lazy(
                "{name}得 {votes} 票，不少于 {cast} 张选票的 {share}。",
                "{name}得 {votes} 票，不少于 {cast} 张选票的 {share}。",
                "votes",
            ),
            unmet=ngettext_lazy(
                "{name}得 {votes} 票，少于 {cast} 张选票的 {share}（至少要 {needed} 票）。",
                "{name}得 {votes} 票，少于 {cast} 张选票的 {share}（至少要 {needed} 票）。",
                "votes",
            ),
            working=_("{votes}÷{cast} 与 {share} 相比，就是 {left} 与 {right} 相比。"),
        ),
        "elections.stands_in_runoff": Sentence(
            met=_("{name}是另行选举的候选人。"),
            unmet=_("{name}不是另行选举的候选人，不能当选。"),
        ),
        "elections.cut_is_clear": Sentence(
            met=ngettext_lazy(
                "票数够的 {enough} 人，应选 {seats} 人，得票多的当选。",
                "票数够的 {enough} 人，应选 {seats} 人，得票多的当选。",
                "seats",
            ),
            unmet=ngettext_lazy(
                "{tied}票数相等，还有 {open} 个名额定不下来。",
                "{tied}票数相等，还有 {open} 个名额定不下来。",
                "open",
            ),
            way_on=_("请在票数相等的人中再次投票，得票多的当选。"),
        ),
        "elections.woman_seated": Sentence(
            met=_("妇女成员已经选出：{women}。"),
            unmet=ngettext_lazy(
                "没有妇女得到过半数选票，留出 {reserved} 个名额另行选举妇女成员。",
                "没有妇女得到过半数选票，留出 {reserved} 个名额另行选举妇女成员。",
                "reserved",
            ),
            way_on=_("请组织另行选举，候选人为妇女。"),
        ),
        "elections.elected_without_kin": Sentence(
            met=_("当选人之间没有近亲属。"),
            unmet=_(
                "当选人中有 {pairs} 对近亲属，只能保留一人。退出：{leaving}；再次投票：{tied}。"
            ),
            way_on=_("没有人声明退出的，按本地规定处理；本地没有规定的，请选举委员会确定后记录。"),
        ),
        "elections.kin_looked_at": Sentence(
            met=_("当选人之间有没有近亲属，已经核对，并依法处理。"),
            unmet=_("当选人之间有没有近亲属，还没有核对。"),
        ),
        "elections.seats_filled": Sentence(
            met=ngettext_lazy(
                "应选 {seats} 名，全部选出。", "应选 {seats} 名，全部选出。", "seats"
            ),
            unmet=ngettext_lazy(
                "应选 {seats} 名，选出 {elected} 名，还差 {left} 名。",
                "应选 {seats} 名，选出 {elected} 名，还差 {left} 名。",
                "seats",
            ),
            way_on=_("不足的名额另行选举。"),
        ),
        "elections.runoff_field": Sentence(
            met=ngettext_lazy(
                "另行选举 {seats} 名，候选人 {candidates} 名：{names}。得票多的当选，但不能少于选票的 {floor}。",
                "另行选举 {seats} 名，候选人 {candidates} 名：{names}。得票多的当选，但不能少于选票的 {floor}。",
                "seats",
            ),
            unmet=ngettext_lazy(
                "另行选举 {seats} 名，没有当选的人只有 {candidates} 名，不够差额。",
                "另行选举 {seats} 名，没有当选的人只有 {candidates} 名，不够差额。",
                "seats",
            ),
            way_on=_("请再次组织提名。"),
        ),
        "elections.may_stay_vacant": Sentence(
            met=ngettext_lazy(
                "已选出 {elected} 人，不少于 {least} 人，其余 {left} 个名额可以暂缺。",
                "已选出 {elected} 人，不少于 {least} 人，其余 {left} 个名额可以暂缺。",
                "left",
            ),
            unmet=ngettext_lazy(
                "只选出 {elected} 人，不足 {least} 人，还差 {left} 个名额。",
                "只选出 {elected} 人，不足 {least} 人，还差 {left} 个名额。",
                "left",
            ),
            way_on=_("请再次另行选举或者补选。"),
        ),
    }
)
