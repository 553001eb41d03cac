"""What each finding says, and what can be done then."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "planning.public_words": Sentence(
            met=_("没有不宜公开的内容。"),
            unmet=_("这些话人人看得到，里面却有像电话、证件号、门牌或人名的内容。"),
            way_on=_("请改成事情和岗位的名称。"),
        ),
        "planning.takes_comments": Sentence(
            met=_("草案正在征求意见。"),
            unmet=_("这份计划现在不收意见了。"),
            way_on=_("有想法，可以写到心愿单上，明年编计划时会看。"),
        ),
        "planning.may_merge": Sentence(
            met=_("可以并入。"),
            unmet=_("只能并入本社区单上的另一个心愿。"),
            way_on=_("请先把那一个列在单上，或另选一个。"),
        ),
        "planning.survey_title": Sentence(
            met=_("标题没有用过。"),
            unmet=_("已经有一次调查叫“{title}”。"),
            way_on=_("请换一个标题，例如写上年度。"),
        ),
        "planning.survey_in_draft": Sentence(
            met=_("还在准备。"),
            unmet=_("调查开始以后，问题不能再改，否则前后的答案不能放在一起数。"),
            way_on=_("可以结束这一次，另准备一次。"),
        ),
        "planning.may_open_survey": Sentence(
            met=_("可以开始。"),
            unmet=_("有另一次调查正在进行。"),
            way_on=_("请先结束那一次。"),
        ),
        "planning.plan_once": Sentence(
            met=_("这一年还没有计划。"),
            unmet=_("{year} 年已经有一份计划了。"),
            way_on=_("请打开那一份继续写。"),
        ),
        "planning.editable": Sentence(
            met=_("草案可以改。"),
            unmet=_("计划已经提请审议或批准，不能整张改写。"),
            way_on=_("审议前可以退回修改；批准后逐项改动，写明原因。"),
        ),
        "planning.table_fresh": Sentence(
            met=_("没有别人改过。"),
            unmet=_("您打开以后，有人改过这里，没有保存，免得把别人写的盖掉。"),
            way_on=_("请重新打开，再写一遍您改的。"),
        ),
        "planning.day_in_year": Sentence(
            met=_("日期在计划的年度里。"),
            unmet=_("{day}不在 {year} 年里。"),
            way_on=_("请改日期；要到下一年做的，转到下一年。"),
        ),
        "planning.need_known": Sentence(
            met=_("需要找得到。"),
            unmet=_("选的需要现在找不到了。"),
            way_on=_("请重新选一个。"),
        ),
        "planning.another_year": Sentence(
            met=_("是另一年的计划。"),
            unmet=_("只能从本社区另一年的计划抄。"),
            way_on=_("请选另一年的计划。"),
        ),
        "planning.comments_ahead": Sentence(
            met=_("日子在后面。"),
            unmet=_("收意见的最后一天要晚于今天。"),
            way_on=_("请给居民留出看和说的时间。"),
        ),
        "planning.ready_to_settle": Sentence(
            met=_("{tasks} 项，每一项都写明了回应什么需要。"),
            unmet=_("一共 {tasks} 项，有 {without} 项没有写回应什么需要。"),
            way_on=_("请逐项选好：哪个心愿、哪项决议、哪处不足；上级交办的就写上级交办。"),
        ),
        "planning.decision_known": Sentence(
            met=_("决议找得到。"),
            unmet=_("找不到这项决议。"),
            way_on=_("请先在会议里登记表决结果，再来登记批准。"),
        ),
        "planning.approved_by_residents": Sentence(
            met=_("由居民会议或居民代表会议决定。"),
            unmet=_("这是居委会自己的决定，不能批准居委会自己的计划。"),
            way_on=_("请提请居民会议或居民代表会议审议。"),
        ),
        "planning.takes_tasks": Sentence(
            met=_("可以加任务。"),
            unmet=_("计划正在等会议审议，或已经总结，现在不能加任务。"),
            way_on=_("审议前可以退回修改；批准后可以加，写明原因。"),
        ),
        "planning.reasoned": Sentence(
            met=_("写明了原因。"),
            unmet=_("居民批准过的计划，改动要写明原因，原来的一版照样保留。"),
            way_on=_("请写一句原因，人人都看得到。"),
        ),
        "planning.plan_running": Sentence(
            met=_("计划正在执行。"),
            unmet=_("计划还没有批准，或这一年已经总结，不能这样办。"),
            way_on=_("请先由会议批准计划。"),
        ),
        "planning.day_by_postponing": Sentence(
            met=_("日期没有变。"),
            unmet=_("改日期要用“改期”，写明原因；现在的日子是{day}。"),
            way_on=_("请回到任务，按“改期”。"),
        ),
        "planning.may_close": Sentence(
            met=_("可以总结归档。"),
            unmet=_("还有 {left} 项没有了结，或年度报告还没有公布。"),
            way_on=_("没做完的，转到下一年或说明不做；再公布年度报告。"),
        ),
        "planning.done_by_now": Sentence(
            met=_("完成的日子合理。"),
            unmet=_("{day}还没有到，不能先写完成。"),
            way_on=_("请写实际完成的日子。"),
        ),
        "planning.new_day_ahead": Sentence(
            met=_("新的日子在后面。"),
            unmet=_("新的日子要晚于今天，并和现在的不同。"),
            way_on=_("请换一个日子；做不成的，转到下一年或说明不做。"),
        ),
        "planning.another_post": Sentence(
            met=_("是另一个岗位。"),
            unmet=_("要移交给另一个在居委会办事的岗位。"),
            way_on=_("请另选一个岗位。"),
        ),
        "planning.development_span": Sentence(
            met=_("发展规划是 {years} 年。"),
            unmet=_("发展规划一般是 {least} 到 {most} 年，这一份是 {years} 年。"),
            way_on=_("请改起止的年份。"),
        ),
        "planning.development_in_draft": Sentence(
            met=_("还是草案。"),
            unmet=_("居民通过的发展规划不再改写。"),
            way_on=_("需要改的，另起草一份，再由会议通过。"),
        ),
        "planning.development_title": Sentence(
            met=_("名称没有用过。"),
            unmet=_("已经有一份规划叫“{title}”。"),
            way_on=_("请换一个名称，例如写上年份。"),
        ),
        "planning.year_begun": Sentence(
            met=_("这一年已经开始。"),
            unmet=_("{year} 年还没有开始，没有什么可以汇总。"),
            way_on=_("到时候再汇总。"),
        ),
        "planning.report_open": Sentence(
            met=_("报告还没有公布。"),
            unmet=_("报告已经公布，不再改动。"),
            way_on=_("要更正的，写在下一份报告里。"),
        ),
    }
)
