"""What the acts and findings of an elder's visits say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "casework.begin_care": ActSentence(_("按老人的意思定了探访计划")),
        "casework.change_care": ActSentence(_("照老人的意思改了探访计划")),
        "casework.choose_offline": ActSentence(_("记下老人是否同意离线携带当天的探访")),
        "casework.name_visitor": ActSentence(_("探访的人里加了一位")),
        "casework.thank_visitor": ActSentence(_("一位探访的人不再来了")),
        "casework.plan_visit": ActSentence(_("约了一次探访")),
        "casework.note_shock": ActSentence(_("老人遇到变故，尽快上门")),
        "casework.record_visit": ActSentence(_("记下一次探访的结果")),
        "casework.miss_visit": ActSentence(_("约好的探访到时没有结果，开始找人")),
        "casework.try_to_reach": ActSentence(_("找人的一步")),
        "casework.call_off_visit": ActSentence(_("取消了一次探访")),
        "casework.end_care": ActSentence(_("照老人的意思结束了探访计划")),
        "casework.open_visit": ActSentence(_("打开了一次探访")),
        "casework.print_card": ActSentence(_("打印了紧急联系卡")),
    }
)

register_findings(
    {
        "casework.care_agreed": Sentence(
            met=_("老人同意了。"),
            unmet=_("老人还没有同意，不能定探访计划，也不能存联系人。"),
            way_on=_("请先和老人说清楚谁来、多久来一次、记什么、随时可以不要；老人点头再填。"),
        ),
        "casework.care_wanted": Sentence(
            met=_("老人要这个计划。"),
            unmet=_("老人在{ended_on}结束了这个计划，从那天起不再上门。"),
            way_on=_("老人又想要的，请另开一个计划，再问一次。"),
        ),
        "casework.care_one_plan": Sentence(
            met=_("还没有计划。"),
            unmet=_("这里已经有一个计划。"),
            way_on=_("请直接改那一个。"),
        ),
        "casework.care_rhythm": Sentence(
            met=_("日子没有超过约定的间隔。"),
            unmet=_("按约定的间隔，最晚{by}要去一次，您填的是{planned}。"),
            way_on=_("请选早一点的日子，或和老人商量改间隔。"),
        ),
        "casework.care_not_before": Sentence(
            met=_("日子合适。"),
            unmet=_("{planned}已经过去了。"),
            way_on=_("请选今天或以后的日子。"),
        ),
        "casework.care_one_a_day": Sentence(
            met=_("那天还没有约。"),
            unmet=_("{planned}已经约了一次。"),
            way_on=_("请换一天；要换人的，改那一次。"),
        ),
        "casework.care_on_roster": Sentence(
            met=_("这位同事还不在来探访的人里。"),
            unmet=_("这位同事已经在来探访的人里了。"),
            way_on=_("请选别的同事，或者直接约一次探访。"),
        ),
        "casework.care_after_shock": Sentence(
            met=_("变故后 {hours} 小时内去过了。"),
            unmet=_("变故后 {hours} 小时内要去一次，最晚{until}。"),
            way_on=_("请马上去，并记下来。"),
        ),
        "casework.care_key_named": Sentence(
            met=_("这位邻居是老人自己指定的。"),
            unmet=_("老人没有指定有钥匙的邻居，别人不能开门。"),
            way_on=_("担心老人有危险的，请打 110。"),
        ),
        "casework.care_step_in_turn": Sentence(
            met=_("该走这一步了。"),
            unmet=_("还没轮到这一步，或者已经试过（试过 {tried} 步）。"),
            way_on=_("请照单子上的顺序；担心有危险的，随时打 110。"),
        ),
        "casework.care_search_open": Sentence(
            met=_("还在找人。"),
            unmet=_("这一次没有在找人。"),
            way_on=_("请看这次探访现在的情况。"),
        ),
        "casework.care_plan_over": Sentence(
            met=_("探访计划已经结束，或没有定过。"),
            unmet=_("探访计划还在进行。"),
            way_on=_("请先照老人的意思结束探访计划。"),
        ),
        "casework.care_contact_stays": Sentence(
            met=_("没有在找人。"),
            unmet=_("还在找这位老人，联系人现在不能去掉，不然会漏打一位。"),
            way_on=_("请先找到老人，记下来，再去掉。"),
        ),
        "casework.care_nobody_sought": Sentence(
            met=_("没有在找人。"),
            unmet=_("还在找这位老人，计划不能现在结束。"),
            way_on=_("请先找到老人，记下来，再照老人的意思结束。"),
        ),
    }
)

# Of whatever is closed the reader gets one neutral sentence; these lead to the page.
_WAITS = _("有一件需要您看的事")

register_kinds(
    {
        "casework.care_missed": Kind(_WAITS, opens="casework:care_plan"),
        "casework.care_not_home": Kind(_WAITS, opens="casework:care_plan"),
        "casework.care_still_sought": Kind(_WAITS, opens="casework:care_plan"),
        "casework.care_shock": Kind(_WAITS, opens="casework:care_plan"),
        "casework.care_visit_missed": Kind(_WAITS, opens="casework:care_day"),
    }
)
