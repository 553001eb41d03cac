"""What the rules of teaching, groups, learning, honours and deliveries find."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "activities.plain_words": Sentence(
            met=_("没有写人的姓名、电话和住址。"),
            unmet=_("这段话大家都看得到，里面却有像姓名、电话、证件号或门牌的内容。"),
            way_on=_("请只写做什么，把人名、号码和门牌去掉。"),
        ),
        "activities.teacher_consents": Sentence(
            met=_("姓名公开有本人同意。"),
            unmet=_("老师没有同意公开姓名，不能写在公开的页面上。"),
            way_on=_("请先问本人，写明怎么同意的；不同意就只公开教什么。"),
        ),
        "activities.learning_not_ahead": Sentence(
            met=_("日子已经到了。"),
            unmet=_("写的日子还没有到。"),
            way_on=_("请核对日期，做过了再记。"),
        ),
        "activities.teaching_term": Sentence(
            met=_("在任教的日子里。"),
            unmet=_("写的日子在开始任教以前。"),
            way_on=_("请核对日期。"),
        ),
        "activities.certificate_days": Sentence(
            met=_("证书日期先后合理。"),
            unmet=_("有效期早于发证的日子。"),
            way_on=_("请对照证书核对两个日期。"),
        ),
        "activities.hours_agreed": Sentence(
            met=_("时段和音量和周围邻居商定了。"),
            unmet=_("广场舞要先和周围邻居商定时段和音量，才能登记。"),
            way_on=_("请和楼栋、物业商量好，写上几点到几点、和谁商定的。"),
        ),
        "activities.within_agreed_hours": Sentence(
            met=_("在商定的时段里。"),
            unmet=_("这一次不在商定的时段里（{agreed_from} 到 {agreed_until}）。"),
            way_on=_("请改时间，或者先和周围邻居重新商定。"),
        ),
        "activities.leader_consents": Sentence(
            met=_("负责人同意登记。"),
            unmet=_("负责人还没有同意登记和公开。"),
            way_on=_("请本人签字，或者当面口头同意并写上在场作证的人。"),
        ),
        "activities.consent_given": Sentence(
            met=_("本人同意了。"),
            unmet=_("没有写明本人怎么同意的；口头同意要有在场作证的人。"),
            way_on=_("请选签字或口头；口头的写上作证的人。"),
        ),
        "activities.consent_own_hand": Sentence(
            met=_("本人自己同意的。"),
            unmet=_("“在网上同意”只能由本人凭通知或纸条上的码自己点。"),
            way_on=_("替本人登记的，请选签字或者口头同意。"),
        ),
        "activities.signed_in": Sentence(
            met=_("已经登录。"), unmet=_("还没有登录。"), way_on=_("请先登录，再点一次。")
        ),
        "activities.group_once": Sentence(
            met=_("没有登记过。"),
            unmet=_("已经有同名的团队。"),
            way_on=_("请换个名字，或在原来那一个上修改。"),
        ),
        "activities.group_open": Sentence(
            met=_("团队还在活动。"),
            unmet=_("这个团队已经结束了。"),
            way_on=_("要重新开始，请重新登记。"),
        ),
        "activities.meeting_dates": Sentence(
            met=_("排了日子。"),
            unmet=_("没有排出任何一次活动。"),
            way_on=_("请核对第一次的日子和到哪天为止。"),
        ),
        "activities.meeting_ahead": Sentence(
            met=_("日子在今天或以后。"),
            unmet=_("排的日子早于今天（{on}）。"),
            way_on=_("请从今天起排；以前没有排过的活动不补记。"),
        ),
        "activities.meeting_stands": Sentence(
            met=_("照常进行。"),
            unmet=_("这一次已经取消、结束或者记过人数了。"),
            way_on=_("请刷新页面看现在的情况。"),
        ),
        "activities.meeting_held": Sentence(
            met=_("已经开始了。"),
            unmet=_("这一次还没有开始，不能记来了多少人。"),
            way_on=_("请活动以后再记。"),
        ),
        "activities.member_once": Sentence(
            met=_("还没有参加。"),
            unmet=_("您已经在这个团队里了。"),
            way_on=_("请刷新页面。"),
        ),
        "activities.is_member": Sentence(
            met=_("在团队里。"),
            unmet=_("您不在这个团队里。"),
            way_on=_("请先参加。"),
        ),
        "activities.turn_free": Sentence(
            met=_("还没有人认。"),
            unmet=_("已经有人认了这一次，比您早一步。"),
            way_on=_("请看别的日子。"),
        ),
        "activities.turn_own": Sentence(
            met=_("是您的值日。"),
            unmet=_("这一次不是您的值日。"),
            way_on=_("请刷新页面看现在轮到谁。"),
        ),
        "activities.topic_open": Sentence(
            met=_("在清单上。"),
            unmet=_("这一项不在本社区的清单上，或者已经拿下来了。"),
            way_on=_("请刷新页面重新选。"),
        ),
        "activities.completes_course": Sentence(
            met=_("{held} 次里来了 {present} 次，达到了 {least}。"),
            unmet=_("{held} 次里来了 {present} 次，不到 {least}。"),
            way_on=_("可以补听，或者下一期再来；到场记错的，先改到场记录。"),
        ),
        "activities.course_over": Sentence(
            met=_("每一次都办完了。"),
            unmet=_("还有 {planned} 次没有办或没有记到场，办过的有 {held} 次。"),
            way_on=_("请先记完到场，取消的写取消，再发结业证。"),
        ),
        "activities.needs_once": Sentence(
            met=_("还没有答过。"),
            unmet=_("这门课您已经答过了。"),
            way_on=_("答案不记名，所以改不了；还有话可以到居委会说。"),
        ),
        "activities.needs_came": Sentence(
            met=_("来上过课。"),
            unmet=_("这一问只问来上过课的人。"),
            way_on=_("想学什么，可以在“想学什么”里勾。"),
        ),
        "activities.certificate_stands": Sentence(
            met=_("这张结业证有效。"),
            unmet=_("这张结业证已经作废了。"),
            way_on=_("请重新发一张。"),
        ),
        "activities.reason_given": Sentence(
            met=_("写了内容。"), unmet=_("没有写内容。"), way_on=_("请写一句话。")
        ),
        "activities.positive_only": Sentence(
            met=_("只说做了什么好事。"),
            unmet=_("“{words}”说的是扣分、打分、排名或者好处，这里不写。"),
            way_on=_("请改成做了什么、帮了谁；感谢不和任何待遇挂钩。"),
        ),
        "activities.honour_criteria": Sentence(
            met=_("写了看什么。"), unmet=_("没有写看什么。"), way_on=_("请一行写一条。")
        ),
        "activities.honour_days": Sentence(
            met=_("日期先后合理。"),
            unmet=_("截止的日子早于开始的日子。"),
            way_on=_("请核对两个日期。"),
        ),
        "activities.honour_open": Sentence(
            met=_("在提名的日子里。"),
            unmet=_("这一轮提名从{opens_on}到{closes_on}，现在不收。"),
            way_on=_("请留意下一轮。"),
        ),
        "activities.honour_said": Sentence(
            met=_("写明了是谁、做了什么。"),
            unmet=_("没有写是谁，或者没有写做了什么。"),
            way_on=_("请两项都写。"),
        ),
        "activities.nominee_consents": Sentence(
            met=_("本人同意公开。"),
            unmet=_("本人还没有同意，不能公开。"),
            way_on=_("请先把纸条上的码交给本人，或者请本人签字、当面口头同意并有人作证。"),
        ),
        "activities.honour_looked_at": Sentence(
            met=_("{voices} 位代表看过，疑问都答复了。"),
            unmet=_("有 {voices} 位代表看过（至少要 {least} 位），还有 {open} 个疑问没有答复。"),
            way_on=_("请代表看一看，并答复疑问。"),
        ),
        "activities.not_own_nomination": Sentence(
            met=_("不是自己的提名。"),
            unmet=_("自己被提名的、自己提出的，不能自己来看。"),
            way_on=_("请另一位代表看。"),
        ),
        "activities.question_said": Sentence(
            met=_("写了疑问。"), unmet=_("选了有疑问，没有写问什么。"), way_on=_("请写一句话。")
        ),
        "activities.objections_heard": Sentence(
            met=_("公示期满，不同意见都答复了。"),
            unmet=_("公示到{shown_until}，还有 {open} 条不同意见没有答复；期满第二天起才能授予。"),
            way_on=_("请等公示期满，并先答复不同意见。"),
        ),
        "activities.objection_in_time": Sentence(
            met=_("在公示期里。"),
            unmet=_("公示期已经过了。"),
            way_on=_("有情况仍然可以到居委会说。"),
        ),
        "activities.honour_own_name": Sentence(
            met=_("没有写别人的姓名。"),
            unmet=_("这是名册里的姓名，系统认不出是不是您本人的。"),
            way_on=_("请写“3号楼的一家人”这样的称呼；想写全名，请到居委会当面办。"),
        ),
        "activities.nomination_fresh": Sentence(
            met=_("还在这一步。"),
            unmet=_("情况已经变了，这一步办不了。"),
            way_on=_("请刷新页面看现在的情况。"),
        ),
        "activities.story_of": Sentence(
            met=_("写明了说的是谁。"),
            unmet=_("没有写说的是谁，就说不清是谁同意的。"),
            way_on=_("请写上，只有工作人员看得到。"),
        ),
        "activities.delivered_after": Sentence(
            met=_("日期先后合理。"),
            unmet=_("送到的日子要在提出（{asked_on}）以后，不晚于今天（{on}）。"),
            way_on=_("请核对日期。"),
        ),
        "activities.delivery_told": Sentence(
            met=_("送到了，写了反馈。"),
            unmet=_("还没有送到，或者没有写居民怎么说。"),
            way_on=_("请先记下送到的情况，再写反馈。"),
        ),
        "activities.delivery_open": Sentence(
            met=_("还没有反馈。"),
            unmet=_("已经反馈给文化部门了，不能再改。"),
            way_on=_("写错了的，请另行说明。"),
        ),
        "activities.sport_day_hours": Sentence(
            met=_("时间先后合理。"),
            unmet=_("结束早于开始。"),
            way_on=_("请核对两个时间。"),
        ),
        "activities.sport_day_over": Sentence(
            met=_("已经结束了。"),
            unmet=_("还没有结束，不能记来了多少人。"),
            way_on=_("请结束以后再记。"),
        ),
    }
)
