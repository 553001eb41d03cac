"""What the room itself finds, beside the law: whether something is there, and done once."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "assemblies.figure_known": Sentence(
            met=_("有基数。"),
            unmet=_("还不知道{kind}有多少，不能计算。"),
            way_on=_("请先登记基数：从名册统计，或填写数字并写明出处。"),
        ),
        "assemblies.in_base": Sentence(
            met=_("在联名的范围内。"),
            unmet=_("这次由{kind}联名，名册里看不出这个人属于这个范围，不能计入。"),
            way_on=_("名册有误或没有出生日期的，请到居委会更正；也可以请符合条件的家人来签。"),
        ),
        "assemblies.signed_once": Sentence(
            met=_("还没有签过。"),
            unmet=_("已经签过了，一个人（或一户）只计一次。"),
            way_on=_("可以请更多的邻居联名。"),
        ),
        "assemblies.known_person": Sentence(
            met=_("账号对应到名册里的一个人。"),
            unmet=_("您的账号还没有和居民名册对应，联名不能计数。"),
            way_on=_("请带身份证件到居委会对应一次，或在纸质联名表上签字。"),
        ),
        "assemblies.public_words": Sentence(
            met=_("没有私人信息。"),
            unmet=_("文字里像是有私人信息（电话、证件号、门牌等），这段话会公开。"),
            way_on=_("请删掉这些内容再提交。"),
        ),
        "assemblies.still_signing": Sentence(
            met=_("正在征集联名。"),
            unmet=_("这次联名已经不再征集。"),
            way_on=_("可以看它的结果，或发起新的联名。"),
        ),
        "assemblies.birthdays_known": Sentence(
            met=_("名册里每位居民都有出生日期。"),
            unmet=_(
                "名册里有 {unknown} 位居民没有出生日期，看不出是否年满 {age} 周岁，没有计入，"
                "从名册统计的人数可能偏少。"
            ),
            way_on=_("请先在名册里补上出生日期，再从名册统计；或按有出处的数字登记基数。"),
        ),
        "assemblies.petition_over": Sentence(
            met=_("联名已经有了结果。"),
            unmet=_("联名还没有结果，签名还要用来核对。"),
            way_on=_("会议召集或联名结束满一年以后再销毁。"),
        ),
        "assemblies.has_representatives": Sentence(
            met=_("有居民代表。"),
            unmet=_("还没有登记居民代表，不能召集居民代表会议。"),
            way_on=_("请先由居民小组推选，并登记居民代表。"),
        ),
        "assemblies.topic_planned": Sentence(
            met=_("会议还在筹备，可以改议题。"),
            unmet=_("会议通知已经发出，议题不能再改。"),
            way_on=_("新的议题列入下一次会议。"),
        ),
        "assemblies.document_settled": Sentence(
            met=_("文本已定稿。"),
            unmet=_("要表决的文本还没有定稿，或不属于这类文件。"),
            way_on=_("请先征求意见、定稿，再列入议程。"),
        ),
        "assemblies.votes_taken": Sentence(
            met=_("这一项要表决。"),
            unmet=_("这一项只是听取意见，不表决。"),
            way_on=_("要作决定的，列入下一次会议的议程。"),
        ),
        "assemblies.secret_way": Sentence(
            met=_("这一项无记名投票。"),
            unmet=_("这一项不是无记名投票。"),
            way_on=_("请举手表决，再登记结果；要无记名的，下次列议题时选“无记名投票”。"),
        ),
        "assemblies.voted_once": Sentence(
            met=_("还没有投过票。"),
            unmet=_("这一项正在投票、已经投过，或者已有结果、已暂缓。"),
            way_on=_("请刷新会议页面，看过现在的情况再办。"),
        ),
        "assemblies.somebody_by_phone": Sentence(
            met=_("有人用手机投票。"),
            unmet=_("在场的人都用纸票，不用开手机投票。"),
            way_on=_("请发纸票，当众唱票，再点“登记表决”填入票数。"),
        ),
        "assemblies.here_with_vote": Sentence(
            met=_("在场，有表决权。"),
            unmet=_("这个人没有签到、已经离场，或者没有表决权。"),
            way_on=_("请先在签到台签到；列席的人不投票。"),
        ),
        "assemblies.here_when_opened": Sentence(
            met=_("投票开始时在场。"),
            unmet=_("投票开始时您还没有签到；手机投票的名单是那时在场的人，开始以后不再加。"),
            way_on=_("您的一票不会少：请向工作人员领一张纸票，同样无记名。"),
        ),
        "assemblies.vote_runs": Sentence(
            met=_("正在投票。"),
            unmet=_("这一项现在没有在投票：还没有开始，或者刚才已经结束。"),
            way_on=_("请刷新会议页面，看过现在的情况再办。"),
        ),
        "assemblies.vote_over": Sentence(
            met=_("投票已结束。"),
            unmet=_("投票还没有结束，或者结果已经登记。"),
            way_on=_("请先结束投票，再登记结果。"),
        ),
        "assemblies.no_vote_runs": Sentence(
            met=_("没有在投票。"),
            unmet=_("这一项正在投票，或者刚投完：结果只从票箱来，不能手填，也不能暂缓。"),
            way_on=_("请结束投票，按票箱登记结果；投票还没有结束的，可以停止投票，重新来。"),
        ),
        "assemblies.one_version_at_work": Sentence(
            met=_("没有别的草案在办。"),
            unmet=_("第 {number} 版还在办理，一次只办一个新版本。"),
            way_on=_("请先办完，或写明原因不再推进那一版。"),
        ),
        "assemblies.text_given": Sentence(
            met=_("有条文。"),
            unmet=_("还没有条文。"),
            way_on=_("请一行写一条。"),
        ),
        "assemblies.text_open": Sentence(
            met=_("草案可以修改。"),
            unmet=_("这一版已经不在起草中，不能改条文。"),
            way_on=_("征求意见中的，请先退回修改；施行中的，请另起新版。"),
        ),
        "assemblies.consultation_ahead": Sentence(
            met=_("征求意见的期限合适。"),
            unmet=_("征求意见要到{today}以后的日子。"),
            way_on=_("请改日期，让大家有时间看。"),
        ),
        "assemblies.consultation_over": Sentence(
            met=_("征求意见的期限已到。"),
            unmet=_("征求意见到{until}才结束，现在还不能定稿。"),
            way_on=_("请等期满，并逐条回应意见。"),
        ),
        "assemblies.consulting": Sentence(
            met=_("正在征求意见。"),
            unmet=_("这一版现在不征求意见。"),
            way_on=_("可以向居委会提诉求，或在下次征求意见时说。"),
        ),
        "assemblies.opinions_answered": Sentence(
            met=_("意见都有了回应。"),
            unmet=_("还有 {left} 条意见没有回应。"),
            way_on=_("请逐条写明采纳还是不采纳、为什么。"),
        ),
        "assemblies.clauses_looked_at": Sentence(
            met=_("对提示的条款写了核对意见。"),
            unmet=_("有 {warned} 条可能侵犯居民权利，还没有写核对意见。"),
            way_on=_("请改掉这些条款；确实没有这个意思的，写明为什么可以这样写。"),
        ),
        "assemblies.filed_in_order": Sentence(
            met=_("日期的先后合理。"),
            unmet=_(
                "备案日期（{filed_on}）要在通过日期（{adopted_on}）当天或以后，也不能晚于今天。"
            ),
            way_on=_("请核对备案回执上的日期。"),
        ),
        "assemblies.reported_once": Sentence(
            met=_("还没有通报过。"),
            unmet=_("这次会议已经通报过了。"),
            way_on=_("有补充的，可以不选会议另记一次。"),
        ),
        "assemblies.votes_of_group": Sentence(
            met=_("户数合理。"),
            unmet=_("同意的户数不能多过参加的户数。"),
            way_on=_("请核对推选记录。"),
        ),
        "assemblies.due_ahead": Sentence(
            met=_("落实期限合适。"),
            unmet=_("落实期限（{due_on}）要在通过以后。"),
            way_on=_("请改期限，或不填。"),
        ),
        "assemblies.reserved_only": Sentence(
            met=_("属于可以授权的事项。"),
            unmet=_("一般事项不用授权。"),
            way_on=_("居民代表会议可以直接决定。"),
        ),
    }
)
