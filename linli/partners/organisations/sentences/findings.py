"""What each rule says: met, not met, and the way on."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "organisations.words_for_all": Sentence(
            met=_("没有写人的姓名、电话和住址。"),
            unmet=_("这段话大家都看得到，里面却有像姓名、手机号或门牌的内容。"),
            way_on=_(
                "请去掉；可以写组织、岗位、办公电话，或者“负责人”“一位邻居”；谁任职在“登记任职”里写。"
            ),
        ),
        "organisations.still_there": Sentence(
            met=_("还在。"),
            unmet=_("已经终止或取消了，不能再改。"),
            way_on=_("请刷新页面看现在的情况；又成立的，重新登记一个。"),
        ),
        "organisations.still_held": Sentence(
            met=_("还在任。"),
            unmet=_("这一任已经登记结束了。"),
            way_on=_("请刷新页面看现在的情况。"),
        ),
        "organisations.reason_given": Sentence(
            met=_("写了原因。"), unmet=_("没有写原因。"), way_on=_("请写清楚为什么。")
        ),
        "organisations.of_this_community": Sentence(
            met=_("是本社区的组织。"),
            unmet=_("选的组织或岗位不合适：要是本社区的，也不能是它自己或它的下属。"),
            way_on=_("请重新选。"),
        ),
        "organisations.not_ahead": Sentence(
            met=_("日期合适。"),
            unmet=_("日期不合适：不能是以后的日子，也不能早于开始的日子。"),
            way_on=_("请核对日期；以后的事到那天再登记。"),
        ),
        "organisations.in_order": Sentence(
            met=_("日期前后合适。"),
            unmet=_("结束要在开始以后，也不能早于所在组织或到岗的日子。"),
            way_on=_("请核对日期。"),
        ),
        "organisations.named_once_here": Sentence(
            met=_("名称和代码没有重复。"),
            unmet=_("已经有同名的，或者统一社会信用代码一样的。"),
            way_on=_("请看看是不是已经登记过；岗位有几个人的，把名额改大。"),
        ),
        "organisations.code_valid": Sentence(
            met=_("统一社会信用代码核对无误。"),
            unmet=_("统一社会信用代码不对：要 18 位，最后一位是校验码。"),
            way_on=_("请照登记证书上的再核对一遍。"),
        ),
        "organisations.named": Sentence(
            met=_("写了姓名。"), unmet=_("没有写姓名。"), way_on=_("请写姓名。")
        ),
        "organisations.named_once": Sentence(
            met=_("没有重复的人。"),
            unmet=_("同一个人登记了两次，或者一个人也没有写。"),
            way_on=_("每人只写一次；兼两个岗位的，登记完再加。"),
        ),
        "organisations.rests_on_paper": Sentence(
            met=_("写了依据。"),
            unmet=_("没有写依据哪份文件或会议纪要。"),
            way_on=_("请写文件名称和日期，例如“2026年3月1日居民代表会议纪要”。"),
        ),
        "organisations.name_agreed": Sentence(
            met=_("本人同意公布。"),
            unmet=_("这条任职没有本人的同意可以收回。"),
            way_on=_("依法公布姓名的任职照旧公布。"),
        ),
        "organisations.office_phone": Sentence(
            met=_("是办公电话。"),
            unmet=_("大家都看得到，这里写了个人的姓名、手机号或者证件号。"),
            way_on=_("请写座机、窗口或者岗位。"),
        ),
        "organisations.kin_asked": Sentence(
            met=_("问过近亲属和回避的情况。"),
            unmet=_("还没有问本人：和同一组织、应当回避的组织里的人是不是近亲属。"),
            way_on=_(
                "问过以后打勾再登记。近亲属指配偶、父母、子女、兄弟姐妹、（外）祖父母、（外）孙子女。"
            ),
        ),
        "organisations.kept_here": Sentence(
            met=_("这个组织的任职在这里登记。"),
            unmet=_("这个组织的成员由别的栏目登记，这里自动显示，不用再写一遍。"),
            way_on=_("请到产生他们的栏目办理，例如换届选举、居民会议、人民调解。"),
        ),
        "organisations.committee_without_kin": Sentence(
            met=_("和其他成员不是近亲属。"),
            unmet=_("居委会成员之间不得是近亲属，不能登记。"),
            way_on=_("请改选或改派别人；亲属情况没有保存。"),
        ),
        "organisations.kept_apart": Sentence(
            met=_("本人和近亲属都不在应当回避的组织任职。"),
            unmet=_("本人或近亲属在应当回避的组织里任职，不能担任这个职务。"),
            way_on=_("请换一个人；或者先辞去那边的职务。亲属情况没有保存。"),
        ),
        "organisations.has_seat": Sentence(
            met=_("有空着的名额。"),
            unmet=_("名额不够：{seats} 个名额，已有 {held} 人。"),
            way_on=_("先登记谁不再任职，或者把名额改大。"),
        ),
        "organisations.committee_hands_over": Sentence(
            met=_("在这里登记交接。"),
            unmet=_("居委会的移交在换届选举里办，由选举委员会主持、街道监督。"),
            way_on=_("请到换届选举的移交页面。"),
        ),
        "organisations.one_handover": Sentence(
            met=_("没有别的交接在办。"),
            unmet=_("这个组织已经有一份交接清单没有交完。"),
            way_on=_("请在那份清单上继续。"),
        ),
        "organisations.handover_open": Sentence(
            met=_("交接还在办。"), unmet=_("这份清单已经交接完了。"), way_on=_("清单留存，不再改。")
        ),
        "organisations.item_open": Sentence(
            met=_("还没有交完。"), unmet=_("这一项两边都签过了。"), way_on=_("请看下一项。")
        ),
        "organisations.another_takes": Sentence(
            met=_("交的人和接的人不是同一个。"),
            unmet=_("您是交的人，不能自己接。"),
            way_on=_("请接的人用自己的账号签。"),
        ),
        "organisations.has_lines": Sentence(
            met=_("可以写办事指引。"),
            unmet=_("办事指引只写政府部门、公用事业单位、居委会和其他办事机构的。"),
            way_on=_("请先把它登记成这几类组织。"),
        ),
        "organisations.line_once": Sentence(
            met=_("没有重复。"), unmet=_("这件事已经写过了。"), way_on=_("请看看现在的写法对不对。")
        ),
        "organisations.one_file": Sentence(
            met=_("这个账号没有别的档案。"),
            unmet=_("这个账号已经有一份在岗的档案。"),
            way_on=_("请在那份档案上改。"),
        ),
        "organisations.level_in_table": Sentence(
            met=_("等级表里有这一级。"),
            unmet=_("现行等级表里，“{post}”没有第 {level} 级。"),
            way_on=_("请先改岗位，或者核对本地等级表。"),
        ),
        "organisations.cover_is_there": Sentence(
            met=_("替班的人这几天都在。"),
            unmet=_("替班的人这几天自己也请假，或者已经离岗，或者就是本人。"),
            way_on=_("请换一个人，或者错开日子。"),
        ),
        "organisations.not_away_twice": Sentence(
            met=_("没有重复请假。"),
            unmet=_("这几天里已经登记过请假。"),
            way_on=_("请先取消原来的，再重新登记。"),
        ),
        "organisations.not_standing_in": Sentence(
            met=_("这几天不替别人的班。"),
            unmet=_("这几天正替别人的班。"),
            way_on=_("请先给那边换一个替班的人。"),
        ),
        "organisations.table_read": Sentence(
            met=_("等级表看得懂。"),
            unmet=_(
                "等级表看不懂（{why}）：每级要有 level、post，可以有 years、certificate，按级数从小到大。"
            ),
            way_on=_("请照页面上的样子改；原来的表没有动。"),
        ),
        "organisations.table_once": Sentence(
            met=_("那天没有别的等级表开始用。"),
            unmet=_("那天已经有一张等级表开始用。"),
            way_on=_("请换一天。"),
        ),
        "organisations.enough_staff": Sentence(
            met=_("社区工作者 {staff} 人，达到规划的人数。"),
            unmet=_("社区工作者 {staff} 人，按规划应有 {wanted} 人。"),
            way_on=_("可以写进年度诊断，向街道提出。"),
            working=_("常住 {residents} 人 ÷ 10000 × {foreseen}，不满一人的不算。"),
        ),
    }
)
