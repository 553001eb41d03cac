"""What the findings of 居民会议 and 居民代表会议 say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "assemblies.petition_enough": Sentence(
            met=_("联名 {signers} 人，达到 {base} 人的 {share}，应当召集。"),
            unmet=_("联名 {signers} 人，不到 {base} 人的 {share}（至少要 {needed} 人）。"),
            way_on=_("可以继续征集签名；也可以请居委会自行召集。"),
        ),
        "assemblies.may_call": Sentence(
            met=_("可以召集。"),
            unmet=_("会议由居委会召集；联名人数达到规定的，居委会应当召集。"),
            way_on=_("请联名提议，或者请居委会召集。"),
        ),
        "assemblies.called_in_time": Sentence(
            met=_("在承诺的时间内召集（{last_day}以前）。"),
            unmet=_("联名已够，承诺 {days} 天内召集，最后一天是{last_day}，已经过了。"),
            way_on=_("请立即召集；居民可以向街道反映。"),
        ),
        "assemblies.notice_given": Sentence(
            met=_("{notified_on}通知，符合要求。"),
            unmet=_(
                "会议在{meeting_on}，要提前 {days} 天通知，最晚{last_day}；{notified_on}太晚。"
            ),
            way_on=_("请把会议往后移；确有特殊情况的，写明理由后可以临时通知。"),
        ),
        "assemblies.quorum": Sentence(
            met=_("到会 {present} 人，超过应到 {base} 人的 {share}。"),
            unmet=_("到会 {present} 人，没有超过应到 {base} 人的 {share}，还差 {short} 人。"),
            way_on=_("到会不足不能作决定；请等人到齐，或者改期。"),
            working=_("{present}÷{base} 与 {share} 相比，就是 {left} 与 {right} 相比。"),
        ),
        "assemblies.meeting_quorum": Sentence(
            met=_("到会 {present} 人，达到应到 {base} 人的 {share}。"),
            unmet=_("到会 {present} 人，不到应到 {base} 人的 {share}，还差 {short} 人。"),
            way_on=_("到会不足不能开会；请等人到齐，或者改期。"),
            working=_("{present}÷{base} 与 {share} 相比，就是 {left} 与 {right} 相比。"),
        ),
        "assemblies.carried": Sentence(
            met=_("赞成 {yes} 人，超过到会 {present} 人的 {share}，通过。"),
            unmet=_(
                "赞成 {yes} 人，没有超过到会 {present} 人的 {share}（至少要 {needed} 人），没有通过。"
            ),
            way_on=_("可以修改后在以后的会议上再议。"),
            working=_("{yes}÷{present} 与 {share} 相比，就是 {left} 与 {right} 相比。"),
        ),
        "assemblies.meeting_composed": Sentence(
            met=_("{members} 名组成人员中居民代表 {representatives} 名，达到 {share}。"),
            unmet=_(
                "{members} 名组成人员中居民代表 {representatives} 名，不到 {share}（至少要 {needed} 名）。"
            ),
            way_on=_("请由居民小组增选居民代表。"),
        ),
        "assemblies.representatives_usual": Sentence(
            met=_("{households} 户、居民代表 {representatives} 名，符合一般比例。"),
            unmet=_(
                "{households} 户一般推选 {least} 至 {most} 名居民代表，现在是 {representatives} 名。"
            ),
            way_on=_("法律允许按实际情况增减；请写明理由。"),
        ),
        "assemblies.meeting_held": Sentence(
            met=_("本半年已开会 {held} 次。"),
            unmet=_(
                "本半年（{first_day}到{last_day}）还没有开过居民代表会议，还有 {days_left} 天。"
            ),
            way_on=_("请安排日期并通知。"),
        ),
        "assemblies.may_decide": Sentence(
            met=_("可以由这个会议决定。"),
            unmet=_("这件事由居民会议决定；居民代表会议经授权才能决定，居委会不能决定。"),
            way_on=_("请提交居民会议，或者请居民会议授权。"),
        ),
        "assemblies.may_change": Sentence(
            met=_("可以撤销或者变更这项决定。"),
            unmet=_("只能撤销或者变更本级和下级的决定。"),
            way_on=_("请提交上一级会议。"),
        ),
        "assemblies.studied_first": Sentence(
            met=_("已先经社区党组织研究。"),
            unmet=_("重要事项要先经社区党组织研究讨论，再由会议决定；研究不能代替表决。"),
            way_on=_("请记录研究的日期，再召开会议。"),
        ),
        "assemblies.clause_keeps_rights": Sentence(
            met=_("没有发现可能侵犯居民权利的内容。"),
            unmet=_(
                "这一条写了“{word}”，可能侵犯居民的人身、民主或者财产权利。章程、公约和会议决定不能有这样的内容。"
            ),
            way_on=_("请改为劝说、调解或者报告主管部门；没有这个意思的，请换一种写法。"),
        ),
        "assemblies.filed": Sentence(
            met=_("已报备案。"),
            unmet=_("自治章程和居民公约要报政府或者街道备案，现在还没有备案的记录。"),
            way_on=_("请报送，并记下日期。"),
        ),
        "assemblies.carried_out_in_time": Sentence(
            met=_("按会议定的时间落实。"),
            unmet=_("会议定在{due_on}前落实，已经过了。"),
            way_on=_("请落实，或者向下一次会议说明原因。"),
        ),
        "assemblies.may_be_challenged": Sentence(
            met=_("决定侵害居民合法权益的，受侵害的居民可以请求法院撤销。"),
            unmet=_("决定侵害居民合法权益的，受侵害的居民可以请求法院撤销。"),
        ),
    }
)
