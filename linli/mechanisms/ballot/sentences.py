"""What the book says of casting, and the findings of this app in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "ballot.cast": ActSentence(_("一张选票投入票箱（不记是谁、几时、怎么投）")),
        "ballot.close_by_time": ActSentence(_("投票时间到，投票结束")),
        "ballot.set_up_station": ActSentence(_("增设投票站")),
        "ballot.take_down_station": ActSentence(_("撤掉没有启用的投票站")),
        "ballot.name_tellers": ActSentence(_("指定计票人和监票人")),
        "ballot.open_station": ActSentence(_("票箱查空加封，开始发票")),
        "ballot.hand_out": ActSentence(_("发出一张选票")),
        "ballot.exchange": ActSentence(_("收回一张废票，换发一张")),
        "ballot.seal_box": ActSentence(_("停止发票，封箱")),
        "ballot.open_box": ActSentence(_("开箱清点：发出 {issued} 张，箱内 {returned} 张")),
        "ballot.enter_sheet": ActSentence(_("计票人交出一份计票，{papers} 张")),
        "ballot.confirm_count": ActSentence(_("监票人确认一个站的计票")),
        "ballot.count_again": ActSentence(_("一个站重新计票")),
        "ballot.join_boxes": ActSentence(_("票箱并入另一个站")),
        "ballot.void_station": ActSentence(_("一个站的选票作废：{ground}")),
    }
)

_LOOK_AGAIN = _("请刷新页面，看过现在的情况再办。")
_ASK = _("如有疑问，请联系社区居委会。")

ROLL = {
    "ballot.drafted": Sentence(
        met=_("名册还在编制，可以增减。"),
        unmet=_("名册已经确定，不能直接增减。"),
        way_on=_("请用更正：写明理由，补登、除名或改正一行。"),
    ),
    "ballot.frozen": Sentence(
        met=_("名册已经确定（第 {version} 版）。"),
        unmet=_("名册还没有确定。"),
        way_on=_("请先核对并确定名册，再办这一步。"),
    ),
    "ballot.has_somebody": Sentence(
        met=_("名册上有 {size} 人。"),
        unmet=_("名册上还没有人。"),
        way_on=_("请先把有投票资格的人列入名册。"),
    ),
    "ballot.once_on_the_roll": Sentence(
        met=_("名册上没有重复。"),
        unmet=_("同一个人（或同一户）在一份名册上只能有一行。"),
        way_on=_("请核对是否已经在册，去掉重复的一行。"),
    ),
    "ballot.still_on_the_roll": Sentence(
        met=_("这一行仍然有效。"),
        unmet=_("这一行已经撤销，不能再改。"),
        way_on=_LOOK_AGAIN,
    ),
    "ballot.has_ground": Sentence(
        met=_("更正有理由。"),
        unmet=_("更正已经确定的名册，要写明理由。"),
        way_on=_("请写一句话：依据什么更正。"),
    ),
    "ballot.roll_unchanged": Sentence(
        met=_("名册没有变动。"),
        unmet=_("您看的是名册第 {seen} 版，现在已经是第 {now} 版。"),
        way_on=_LOOK_AGAIN,
    ),
    "ballot.struck_in_time": Sentence(
        met=_("还没有领票，可以除名。"),
        unmet=_("已经领过选票，不能再除名：选票可能已在票箱里，查不出是哪一张。"),
        way_on=_("对资格有争议的，请由组织投票的一方就整次投票作出处理。"),
    ),
}

PROXIES = {
    "ballot.proxy_on_the_roll": Sentence(
        met=_("委托人和受托人都在名册上。"),
        unmet=_("委托人和受托人都要在这次投票的名册上。"),
        way_on=_("请核对两人的名册编号。"),
    ),
    "ballot.proxy_of_another": Sentence(
        met=_("受托人是另一个人。"),
        unmet=_("不能委托自己。"),
        way_on=_("请填写另一位受托人。"),
    ),
    "ballot.proxy_given_once": Sentence(
        met=_("没有委托过别人。"),
        unmet=_("这位委托人已经委托了别人。"),
        way_on=_("要换人，请先撤回原来的委托。"),
    ),
    "ballot.proxy_limit": Sentence(
        met=_("受托人已接受 {held} 人委托，没有超过 {most} 人。"),
        unmet=_("受托人最多接受 {most} 人委托，现在已满。"),
        way_on=_("请委托名册上的另一个人。"),
    ),
    "ballot.proxy_not_handed_on": Sentence(
        met=_("没有转委托。"),
        unmet=_("委托不能转给别人：接受了委托的人不能再委托，委托了别人的人不能再接受委托。"),
        way_on=_("请委托另一个人，或先撤回有关的委托。"),
    ),
    "ballot.proxy_written": Sentence(
        met=_("委托书写于{written_on}。"),
        unmet=_("委托书的日期{written_on}在今天（{on}）之后。"),
        way_on=_("请核对委托书上的日期。"),
    ),
    "ballot.proxy_not_used": Sentence(
        met=_("还没有领票。"),
        unmet=_("这位委托人的选票已经领过，委托不能再改。"),
        way_on=_ASK,
    ),
    "ballot.proxy_held": Sentence(
        met=_("持有有效的委托。"),
        unmet=_("没有这个人的有效委托，不能代他投票。"),
        way_on=_("请委托人书面委托，登记后再来。"),
    ),
}

CASTING = {
    "ballot.open": Sentence(
        met=_("正在投票。"),
        unmet=_("现在不能投票：还没有开始，或者已经结束。"),
        way_on=_("投票时间见这次投票的页面；投票结束后不再收票。"),
    ),
    "ballot.channel": Sentence(
        met=_("可以这样投票。"),
        unmet=_("这次投票不用这种方式。"),
        way_on=_("请看这次投票的页面：在哪里、用什么方式投。"),
    ),
    "ballot.on_the_roll": Sentence(
        met=_("在这次投票的名册上。"),
        unmet=_("不在这次投票的名册上。"),
        way_on=_("如果认为应当在册，请联系社区居委会核对。"),
    ),
    "ballot.one_paper": Sentence(
        met=_("还没有领过选票。"),
        unmet=_("选票已经领过或投过，一人只有一张（不论纸质、屏幕或委托）。"),
        way_on=_("自己没有投过票的，请立即告诉投票站或居委会。"),
    ),
    "ballot.not_given_away": Sentence(
        met=_("没有委托别人投票。"),
        unmet=_("已经书面委托别人投票，不能再自己投。"),
        way_on=_("要自己投，请先撤回委托；受托人已经投票的，不能撤回。"),
    ),
    "ballot.in_state": Sentence(
        met=_("投票到了这一步。"),
        unmet=_("这次投票现在不在这一步：投票结束前看不到结果，结束后不能再开始。"),
        way_on=_LOOK_AGAIN,
    ),
    "ballot.closed_once": Sentence(
        met=_("投票已结束。"),
        unmet=_("投票刚才已经由另一个人结束，或者还没有开始。"),
        way_on=_LOOK_AGAIN,
    ),
    "ballot.complete": Sentence(
        met=_("选票完整。"),
        unmet=_("选票还不完整：有 {questions} 个事项，其中 {without_options} 个没有选项。"),
        way_on=_("请至少列一个事项，并给每个事项列出选项。"),
    ),
    "ballot.known_marks": Sentence(
        met=_("选票上的记号都认得。"),
        unmet=_("有选票上没有的事项、选项或记号，或者另选他人的行数不对。"),
        way_on=_("请对照选票重新填写；看不清的记为“无法辨认”。"),
    ),
    "ballot.within_seats": Sentence(
        met=_("没有多选。"),
        unmet=_("第 {question} 项最多选 {seats} 个，您选了 {chosen} 个。"),
        way_on=_("多选的这一项不算数，请去掉多选的。"),
    ),
}

LISTING = {
    "ballot.within_points": Sentence(
        met=_("没有给多。"),
        unmet=_(
            "第 {question} 项共 {points} 分，一个选项最多 {most} 分；您给出 {given} 分，或有一个选项给多了。"
        ),
        way_on=_("给多的这一项不算数，请减到规定的分数以内。"),
    ),
    "ballot.points": Sentence(
        met=_("分数定得合适。"),
        unmet=_(
            "打分的事项要有可分的分数，一个选项最多给的不能多于总分（现在是 {points} 分、最多 {most} 分）。"
        ),
        way_on=_("请写明共多少分、一个选项最多多少分；别的事项不写分数。"),
    ),
    "ballot.may_be_listed": Sentence(
        met=_("可以在结束后按票号逐张公布选票。"),
        unmet=_(
            "记名投票、换届选举和罢免的选票不能逐张公布：依法选举要无记名，有票号就可能有人要求出示。"
        ),
        way_on=_("请不要选“逐张公布”；选举、罢免照样当众唱票、公开计票、当场公布结果。"),
    ),
    "ballot.lists_no_names": Sentence(
        met=_("没有另选他人的空行。"),
        unmet=_("逐张公布的投票不能有“另选他人”：写的名字会公布出去，也看得出是谁投的。"),
        way_on=_("请去掉另选他人的空行，或者不逐张公布。"),
    ),
    "ballot.enough_to_list": Sentence(
        met=_("选票够多，可以逐张公布。"),
        unmet=_("只有 {papers} 张选票，不到 {floor} 张，不逐张公布：看得出是谁怎么投的。"),
        way_on=_("结果由组织投票的一方公布。"),
    ),
}

COUNTING = {
    "ballot.station_in_state": Sentence(
        met=_("投票站到了这一步。"),
        unmet=_("投票站现在不在这一步，或者刚才已经有人办过。"),
        way_on=_LOOK_AGAIN,
    ),
    "ballot.station_named_once": Sentence(
        met=_("名称没有重复。"),
        unmet=_("这次投票已有同名的投票站。"),
        way_on=_("请换一个名称。"),
    ),
    "ballot.stations_closed": Sentence(
        met=_("所有投票站都已封箱。"),
        unmet=_("还有 {still_open} 个投票站没有封箱。"),
        way_on=_("请先停止发票、封好票箱，再结束投票；没有用到的投票站请先去掉。"),
    ),
    "ballot.one_part": Sentence(
        met=_("一人一岗。"),
        unmet=_("同一个人在一个投票站只能担任一项：第一计票人、第二计票人或监票人。"),
        way_on=_("请指定另一个人。"),
    ),
    "ballot.is_teller": Sentence(
        met=_("是指定的计票人或监票人。"),
        unmet=_("只有这个投票站指定的计票人、监票人可以办这一步。"),
        way_on=_("请由指定的人登录办理，或先指定人选。"),
    ),
    "ballot.tellers_named": Sentence(
        met=_("两名计票人、一名监票人都已指定。"),
        unmet=_("计票人和监票人还缺 {missing} 人。"),
        way_on=_("请指定两名计票人和一名监票人，三个不同的人。"),
    ),
    "ballot.can_spoil": Sentence(
        met=_("可以收回作废的选票。"),
        unmet=_("发出 {issued} 张，已收回作废 {spoiled} 张，没有可以再收回的。"),
        way_on=_("请核对发票的张数。"),
    ),
    "ballot.no_more_spoiled": Sentence(
        met=_("作废的没有多于发出的。"),
        unmet=_("作废 {spoiled} 张，多于发出的 {issued} 张。"),
        way_on=_("请核对票根和作废的选票，填入实际张数。"),
    ),
    "ballot.not_more_than_issued": Sentence(
        met=_("票箱里的选票没有多于发出的选票。"),
        unmet=_("票箱里有 {returned} 张，多于发出的 {issued} 张。"),
        way_on=_("请重新清点；确实多出的，这个投票站作废。"),
        working=_("收回 {returned} ≤ 发出 {issued}"),
    ),
    "ballot.balance": Sentence(
        met=_("发出的选票与作废、收回、未收回的相符。"),
        unmet=_("发出的选票与作废、收回、未收回的相差 {off} 张。"),
        way_on=_("请重新清点，填入实际张数；带走没有投的算未收回。"),
        working=_("发出 {issued} = 作废 {spoiled} + 收回 {returned} + 未收回 {unreturned}"),
    ),
    "ballot.all_entered": Sentence(
        met=_("票箱里的选票都已录入。"),
        unmet=_("票箱里有 {returned} 张，录入了 {entered} 张。"),
        way_on=_("请找出漏录或多录的选票，重新录入。"),
    ),
    "ballot.both_entered": Sentence(
        met=_("两名计票人都已录入。"),
        unmet=_("还有 {missing} 名计票人没有录入。"),
        way_on=_("请等两名计票人各自录完。"),
    ),
    "ballot.entries_agree": Sentence(
        met=_("两份录入一致，各 {first} 张。"),
        unmet=_(
            "两份录入有 {differing} 种选票的张数不同（第一份共 {first} 张，第二份共 {second} 张）。"
        ),
        way_on=_("请把这几种选票当众再读一遍，改正录错的一份。"),
    ),
    "ballot.numbers_given": Sentence(
        met=_("张数填写正确。"),
        unmet=_("有 {wrong} 处张数不对：要填正整数。"),
        way_on=_("请改正后再提交。"),
    ),
    "ballot.can_merge": Sentence(
        met=_("可以并箱。"),
        unmet=_("只能把一个票箱并入同一次投票的另一个票箱。"),
        way_on=_("请选择另一个投票站。"),
    ),
    "ballot.boxes_opened": Sentence(
        met=_("票箱都已开箱清点。"),
        unmet=_("还有 {sealed} 个票箱没有开箱清点，其中有“{box}”。"),
        way_on=_("先当众数清每个票箱里有多少张，再唱票、计票。"),
    ),
    "ballot.joined_first": Sentence(
        met=_("没有选票少到会看出是谁投的票箱。"),
        unmet=_("“{box}”只有 {papers} 张选票，不到 {floor} 张，单独计会看出是谁投的。"),
        way_on=_(
            "请主持投票的人把“{box}”并入“{into}”混在一起计；“{into}”已经确认计票的，先重新计票。"
        ),
    ),
    "ballot.may_be_told": Sentence(
        met=_("选票够多，可以公布票数。"),
        unmet=_(
            "这次无记名投票只有 {papers} 张选票，不到 {floor} 张，各项票数不在这里公布：看得出是谁怎么投的。"
        ),
        way_on=_("各项票数只有组织投票的一方看得到；是否当选、是否通过，由他们依规定公布。"),
    ),
    "ballot.screens_sheltered": Sentence(
        met=_("屏幕上投的票够多，或者全在屏幕上投。"),
        unmet=_(
            "屏幕上投的只有 {papers} 张，不到 {floor} 张；纸票当众唱过，一减就看得出这几张怎么投的，各项票数不公布。"
        ),
        way_on=_("只公布结果；各项票数不公布，也不逐张公布。"),
    ),
    "ballot.within_marks": Sentence(
        met=_("选票没有多于名册上领票、投票的人。"),
        unmet=_("选票 {papers} 张，名册上领票、投票的 {marks} 人，有一处多出 {over} 张。"),
        way_on=_("请重新清点、重新计票；确实多出的，这个投票站作废，或者取消这次投票并说明原因。"),
    ),
    "ballot.asked_by_keeper": Sentence(
        met=_("由主持投票的人提出。"),
        unmet=_("投票站作废要由主持投票的人先提出。"),
        way_on=_("请告诉主持投票的人。"),
    ),
    "ballot.agreed_by_another": Sentence(
        met=_("由另一个人同意。"),
        unmet=_("这个站的票已经唱过，作废要另一个人同意，提出的人自己不能同意。"),
        way_on=_("请这个站的监票人，或另一位主持投票的人来同意。"),
    ),
    "ballot.all_counted": Sentence(
        met=_("所有投票站都已计票。"),
        unmet=_("还有 {open_stations} 个投票站没有计完票。"),
        way_on=_("请等全部计票确认后再确定结果。"),
    ),
}

register_findings({**ROLL, **PROXIES, **CASTING, **LISTING, **COUNTING})
