"""What the findings up to election day say: electorate, election committee, roll, nomination."""

from django.utils.translation import gettext_lazy as _, ngettext_lazy

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "elections.mode_chosen": Sentence(
            met=_("选举方式已按规定决定并记录。"),
            unmet=_("选举方式还没有决定，或者没有记录是怎样决定的。"),
            way_on=_("请记录由谁、在哪次会议上决定采用哪一种方式。"),
        ),
        "elections.of_age": Sentence(
            met=_("选举日年满 {age} 周岁。"),
            unmet=_("到选举日（{election_day}）还不满 {age} 周岁。"),
            way_on=_("请核对出生日期。"),
        ),
        "elections.proxies_as_posted": Sentence(
            met=_("可以办理委托。"),
            unmet=_("另行选举沿用第一次投票的选民名单和委托名单，不再办理新的委托。"),
            way_on=_("没有用过的委托可以撤销；能到场的请自己投票。"),
        ),
        "elections.belongs_here": Sentence(
            met=_("名册上有依据，或者选举委员会核对材料后确认了。"),
            unmet=_("名册上看不出这个依据，也没有材料和选举委员会的确认。"),
            way_on=_("请写明核对了什么材料，由选举委员会确认。"),
        ),
        "elections.worked_long_enough": Sentence(
            met=_("到选举日（{election_day}）已在本社区工作满 {months} 个月，有材料。"),
            unmet=_(
                "户籍不在本社区的社区工作者，要到选举日（{election_day}）工作满 {months} 个月，写明从哪天起，并有材料。"
            ),
            way_on=_("请补上起始日期和材料；不满期限的，可以在户籍地参加选举。"),
        ),
        "elections.registered_once": Sentence(
            met=_("只在本社区登记。"),
            unmet=_("此人已在别的社区登记参加选举，同一个人只能在一处登记。"),
            way_on=_("请本人选定一处，另一处撤下后再登记。"),
        ),
        "elections.committee_chosen": Sentence(
            met=_("选举委员会由会议推选产生。"),
            unmet=_("选举委员会要由居民会议或者居民代表会议推选产生。"),
            way_on=_("请先召开会议推选，并记录结果和顺序。"),
        ),
        "elections.committee_size": Sentence(
            met=_("选举委员会 {members} 人，符合规定。"),
            unmet=_("选举委员会 {members} 人，本地规定 {least} 至 {most} 人。"),
            way_on=_("请按推选结果增补，或者减少名额。"),
        ),
        "elections.committee_without_kin": Sentence(
            met=_("选举委员会成员之间没有近亲属关系。"),
            unmet=_("选举委员会里有 {pairs} 对近亲属，本地规定要回避。"),
            way_on=_("请其中一人退出，由下一位递补。"),
        ),
        "elections.absent_too_often": Sentence(
            met=_("无正当理由 {absences} 次不到会，已达 {most} 次，职务自行终止。"),
            unmet=_("无正当理由 {absences} 次不到会，没有达到 {most} 次，职务不终止。"),
            way_on=_("请核对会议记录；本人要退出的，选“本人辞去”。"),
        ),
        "elections.absence_ends_no_seat": Sentence(
            met=_("这里的规定让缺席终止职务。"),
            unmet=_("这里没有规定缺席几次职务终止。"),
            way_on=_("请与本人商量；本人要退出的，选“本人辞去”。"),
        ),
        "elections.committee_impartial": Sentence(
            met=_("本人和近亲属都没有被提名，可以留在选举委员会。"),
            unmet=_("本人或者近亲属被提名为候选人，要退出选举委员会。"),
            way_on=_("由下一位按原推选结果递补；不愿接受提名的，请书面说明。"),
        ),
        "elections.committee_filled": Sentence(
            met=ngettext_lazy(
                "空缺的 {vacancies} 个名额已按原推选结果递补。",
                "空缺的 {vacancies} 个名额已按原推选结果递补。",
                "vacancies",
            ),
            unmet=ngettext_lazy(
                "空缺 {vacancies} 个名额，原推选结果只够递补 {filled} 个。",
                "空缺 {vacancies} 个名额，原推选结果只够递补 {filled} 个。",
                "vacancies",
            ),
            way_on=_("其余名额可以另行推选。"),
        ),
        "elections.roll_posted_in_time": Sentence(
            met=_("名单在{posted_on}公布，不晚于{last_day}。"),
            unmet=_(
                "名单要在选举日（{election_day}）的 {days} 日前公布，最晚{last_day}；{posted_on}太晚。"
            ),
            way_on=_("请把选举日往后移，或者早一些公布。"),
        ),
        "elections.objection_in_time": Sentence(
            met=_("申诉在期限内（最后一天是{last_day}）。"),
            unmet=_("对名单的申诉自公布之日起 {days} 日内提出，最后一天是{last_day}。"),
            way_on=_("期限已过的，仍可以向选举委员会反映差错，由它更正名单。"),
        ),
        "elections.objection_decided_in_time": Sentence(
            met=_("申诉在期限内作了决定。"),
            unmet=_("申诉自收到之日起 {days} 日内决定并公布，最后一天是{last_day}。"),
            way_on=_("请尽快决定、公布，并记下迟延的原因。"),
        ),
        "elections.roll_still_holds": Sentence(
            met=_("名单仍然有效。"),
            unmet=_("选举推迟 {days} 天，超过 {most} 天，名单要重新核实并公布。"),
            way_on=_("请核实名单，公布后再定选举日。"),
        ),
        "elections.nominated": Sentence(
            met=_("提名有效。"),
            unmet=_(
                "提名要由社区党组织提出，或者由 {least} 名以上选民联名；现在有 {nominators} 名。"
            ),
            way_on=_("请联名的选民补签，签名的人要在名单上。"),
        ),
        "elections.proposed_within_seats": Sentence(
            met=_("提名的人数不超过应选名额。"),
            unmet=ngettext_lazy(
                "提名了 {proposed} 人，应选 {seats} 人，本地规定不能超过。",
                "提名了 {proposed} 人，应选 {seats} 人，本地规定不能超过。",
                "proposed",
            ),
            way_on=_("请提名人减少人数。"),
        ),
        "elections.may_stand": Sentence(
            met=_("有关机关已经答复，没有不得作候选人的情形。"),
            unmet=_("有关机关还没有答复，或者确认有不得作候选人的情形。"),
            way_on=_("请等有关机关答复；本人有异议的，向作出确认的机关提出。"),
        ),
        "elections.more_candidates_than_seats": Sentence(
            met=ngettext_lazy(
                "候选人 {candidates} 名，应选 {seats} 名，差额符合规定。",
                "候选人 {candidates} 名，应选 {seats} 名，差额符合规定。",
                "candidates",
            ),
            unmet=ngettext_lazy(
                "候选人 {candidates} 名，应选 {seats} 名，差额不符合规定。",
                "候选人 {candidates} 名，应选 {seats} 名，差额不符合规定。",
                "candidates",
            ),
            way_on=_("人数不够的，再次组织提名；人数过多的，按选举办法预选。"),
        ),
        "elections.one_office": Sentence(
            met=_("只作为一项职务的候选人。"),
            unmet=_("同时被提名 {nominations} 项职务，还没有书面确认其中一项。"),
            way_on=_("请本人书面确认作为哪一项职务的候选人。"),
        ),
        "elections.nominees_posted_in_time": Sentence(
            met=_("被提名人名单公布及时。"),
            unmet=_("被提名人名单最晚{last_day}公布，{posted_on}太晚。"),
            way_on=_("请把选举日往后移，或者早一些公布。"),
        ),
        "elections.candidates_posted_in_time": Sentence(
            met=_("候选人名单公布及时。"),
            unmet=_("候选人名单最晚{last_day}公布，{posted_on}太晚。"),
            way_on=_("请把选举日往后移，或者早一些公布。"),
        ),
        "elections.candidates_met": Sentence(
            met=_("候选人已与居民见面。"),
            unmet=_("投票前还没有安排候选人与居民见面。"),
            way_on=_("请在{election_day}之前安排一次见面，并记下时间和地点。"),
        ),
    }
)
