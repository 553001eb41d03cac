"""What each rule of this room says where it holds, where not, and the way on."""

from django.utils.translation import gettext_lazy as _, ngettext_lazy

from linli.core.pages.sentences import Sentence, register_findings

_AGAIN = _("请刷新页面，看看现在的情况再办。")

register_findings(
    {
        "funds.another_hand": Sentence(
            met=_("由另一个人同意。"),
            unmet=_("申请的人、已经同意过的人，不能再同意这一笔。"),
            way_on=_("请另一位有同意权的人来看：主任、副主任或委员。"),
        ),
        "funds.three_hands": Sentence(
            met=_("两个人就够（{from_amount} 元起要第三人）。"),
            unmet=_("{amount} 元达到 {from_amount} 元，第二人之后还要第三人同意。"),
            way_on=_("第二人同意后，请另一位再看。"),
        ),
        "funds.decided_by_residents": Sentence(
            met=_("居民已经决定（{from_amount} 元起要居民决定）。"),
            unmet=_("{amount} 元达到 {from_amount} 元，要先由居民会议或者居民代表会议决定。"),
            way_on=_("请先开会决定，再写上是哪次会议的哪项决定。"),
        ),
        "funds.below_assembly": Sentence(
            met=_("不到要居民决定的金额（{from_amount} 元）。"),
            unmet=_("{amount} 元达到 {from_amount} 元，要先由居民会议或者居民代表会议决定。"),
            way_on=_("请先开会决定，再选上是哪项决定；居委会自己的决定不算。"),
        ),
        "funds.looked_at_by_another": Sentence(
            met=_("由另一个人看过。"),
            unmet=_("附上凭证的人，不能自己决定公开凭证影像。"),
            way_on=_("请另一位同事看过影像再公开。"),
        ),
        "funds.nothing_personal": Sentence(
            met=_("影像上没有个人信息。"),
            unmet=_("没有勾选“没有个人信息”，影像不能公开。"),
            way_on=_("上面有姓名、电话、账号的，不公开影像；居民看到的是凭证写明的事项。"),
        ),
        "funds.more_than_nothing": Sentence(
            met=_("金额大于零。"),
            unmet=_("金额要大于零，最小到分。"),
            way_on=_("请核对金额。"),
        ),
        "funds.for_its_purpose": Sentence(
            met=_("用途和约定的一致。"),
            unmet=_("这笔钱约定了用途，不能用在别的地方。"),
            way_on=_("请从另一个来源申请；要改约定的用途，先和出钱的人书面商定。"),
        ),
        "funds.fits_purpose": Sentence(
            met=_("同意的人对照过约定的用途。"),
            unmet=_("用途待同意的人对照：还没有勾选“符合约定的用途”。"),
            way_on=_("请对照出钱时的原话，符合的勾选；不符合的，不同意并写明理由。"),
        ),
        "funds.purpose_told": Sentence(
            met=_("写明了约定的用途。"),
            unmet=_("只能用在约定用途的钱，要写明约定了什么。"),
            way_on=_("请照文件、协议或捐赠人的原话写，不写人的姓名。"),
        ),
        "funds.who_commissions": Sentence(
            met=_("写明了委托的部门。"),
            unmet=_("委托经费要写明是哪个部门出的。"),
            way_on=_("请选委托的部门；没有登记的，请主任先在“岗位与单位”里登记。"),
        ),
        "funds.commission_known": Sentence(
            met=_("对应的委托在“上级要求”里。"),
            unmet=_("选的委托不是这个部门提的，或已经找不到。"),
            way_on=_("请核对委托的部门和委托的事项。"),
        ),
        "funds.enough_free": Sentence(
            met=_("钱够。"),
            unmet=_("这个来源可用的只有 {free} 元，不够 {amount} 元。"),
            way_on=_("已批待付和项目预留的不能再用；请减少金额、换一个来源，或等钱到账。"),
        ),
        "funds.line_named": Sentence(
            met=_("写明了预算项目。"),
            unmet=_("这个来源今年有预算，用款要写明在哪个预算项目下。"),
            way_on=_("请选预算项目；预算里没有的，先按程序调整预算。"),
        ),
        "funds.line_of_source": Sentence(
            met=_("预算项目属于这个来源。"),
            unmet=_("选的预算项目不属于这个来源。"),
            way_on=_("请重新选择。"),
        ),
        "funds.reserve_of_source": Sentence(
            met=_("预留属于这个来源。"),
            unmet=_("选的项目预留不属于这个来源。"),
            way_on=_("请重新选择。"),
        ),
        "funds.within_line": Sentence(
            met=_("在预算之内。"),
            unmet=_("这个预算项目只剩 {left} 元，不够 {amount} 元。"),
            way_on=_("请减少金额，或先由居民决定调整预算。"),
        ),
        "funds.within_reserve": Sentence(
            met=_("在项目预留之内。"),
            unmet=_("为这个项目预留的只剩 {left} 元，不够 {amount} 元。"),
            way_on=_("请减少金额，或从别的来源另行申请。"),
        ),
        "funds.reserved_once": Sentence(
            met=_("第一次预留。"),
            unmet=_("这个项目刚刚已经预留过了。"),
            way_on=_AGAIN,
        ),
        "funds.reserve_unchanged": Sentence(
            met=_("预留没有变过。"),
            unmet=_("这笔预留刚刚有变动。"),
            way_on=_AGAIN,
        ),
        "funds.not_more_than_approved": Sentence(
            met=_("没有超过同意的金额。"),
            unmet=_("付款 {amount} 元，超过了同意的 {approved} 元。"),
            way_on=_("多出的部分请另外申请。"),
        ),
        "funds.not_before_approved": Sentence(
            met=_("同意以后才付款。"),
            unmet=_("付款日期早于同意的日期（{approved_on}）。"),
            way_on=_(
                "请核对付款日期。银行已经先扣的：现在补申请、补同意，付款日期写今天，"
                "再在“对账”里由人把那笔流水和它对上；说明里写清为什么晚了。"
            ),
        ),
        "funds.source_is_open": Sentence(
            met=_("这个来源还在用。"),
            unmet=_("这个来源从{closed_on}起已经结束。"),
            way_on=_("请用别的来源；结束错了的，请另一位有同意权的人重新启用。"),
        ),
        "funds.source_once": Sentence(
            met=_("名称没有重复。"),
            unmet=_("已经有一个来源叫“{title}”。"),
            way_on=_("请换一个名称，例如加上年份。"),
        ),
        "funds.nothing_left": Sentence(
            met=_("钱已用完。"),
            unmet=_("这个来源里还有 {left} 元，不能结束。"),
            way_on=_("请先用完、退回，或等项目付清。"),
        ),
        "funds.source_not_closed": Sentence(
            met=_("这个来源还没有结束。"),
            unmet=_("这个来源已经结束了。"),
            way_on=_("结束错了的，请另一位有同意权的人重新启用，写明原因。"),
        ),
        "funds.source_closed": Sentence(
            met=_("这个来源已经结束。"),
            unmet=_("这个来源没有结束，不用重新启用。"),
            way_on=_AGAIN,
        ),
        "funds.since_opened": Sentence(
            met=_("在来源设立以后。"),
            unmet=_("这个来源从{opened_on}起才有账，更早的日期不能记。"),
            way_on=_("请核对日期；设立以前就有的钱，设立时写在“里面原来就有的钱”里。"),
        ),
        "funds.after_all_entries": Sentence(
            met=_("在最后一笔账以后。"),
            unmet=_("{last}还记过账，结束的日期要晚于这一天。"),
            way_on=_("请选更晚的日期；今天记过账的，明天再结束。"),
        ),
        "funds.words_name_nobody": Sentence(
            met=_("没有写人的姓名、电话和住址。"),
            unmet=_(
                "这句话大家都看得到，记进账就去不掉，里面却有像姓名、电话、证件号或门牌的内容。"
            ),
            way_on=_("请只写做什么用；收款人的姓名写在“名称或姓名”里，只有记账和监督的人能看。"),
        ),
        "funds.reserve_decided": Sentence(
            met=_("居民已经选定。"),
            unmet=_("这笔钱留给居民正在选的项目，结果公布前不能付，也不能放回。"),
            way_on=_("请等结果公布；这一轮取消的，钱会自己回到来源。"),
        ),
        "funds.decision_known": Sentence(
            met=_("是居民会议或者居民代表会议的决定，现在还有效。"),
            unmet=_("选的决定不是居民作出的，或已经变更、撤销。"),
            way_on=_("请重新选择；还没有记在“居民会议”里的，先记下决定。"),
        ),
        "funds.month_is_over": Sentence(
            met=_("这个月已经过完。"),
            unmet=_("这个月还没有过完（最后一天是{last_day}）。"),
            way_on=_("请过了这一天再结账。"),
        ),
        "funds.next_to_close": Sentence(
            met=_("按月份顺序结账。"),
            unmet=_("月份要一个一个结，下一个要结的月份从{expected}开始。"),
            way_on=_("请先结前面的月份。"),
        ),
        "funds.closed_by_another": Sentence(
            met=_("由另一个人结账。"),
            unmet=_("做表的人自己不能结账。"),
            way_on=_("请主任或副主任中没有做表的一位来结账。"),
        ),
        "funds.all_have_vouchers": Sentence(
            met=_("每一笔付款都有凭证。"),
            unmet=ngettext_lazy(
                "这个月还有 {count} 笔付款没有凭证。",
                "这个月还有 {count} 笔付款没有凭证。",
                "count",
            ),
            way_on=_("请先补上凭证；实在没有的，附上两个人写的情况说明。"),
        ),
        "funds.still_as_prepared": Sentence(
            met=_("和做表时一样。"),
            unmet=_("做表以后账又有了变动，结的不是核对过的那张表。"),
            way_on=_("请重新做表，再由另一个人核对、结账。"),
        ),
        "funds.month_still_open": Sentence(
            met=_("这个月还没有结账。"),
            unmet=_("这个月已经结账。"),
            way_on=_("要改的，在没有结账的月份里冲销，写明原因。"),
        ),
        "funds.in_open_month": Sentence(
            met=_("记在没有结账的月份。"),
            unmet=_("{closed}以前的月份已经结账，不能再记。"),
            way_on=_("请记在没有结账的月份；发现记错的，用冲销，写明原因。"),
        ),
        "funds.not_ahead": Sentence(
            met=_("日期不晚于今天。"),
            unmet=_("日期晚于今天（{today}），还没有发生的事不能记。"),
            way_on=_("请核对日期。"),
        ),
        "funds.voucher_has_a_paper": Sentence(
            met=_("附了影像或文件。"),
            unmet=_("没有附上凭证的影像或文件。"),
            way_on=_("请拍照或选 PDF；实在没有凭证的，附上两个人写的情况说明。"),
        ),
        "funds.few_files": Sentence(
            met=_("文件数合适。"),
            unmet=_("一张凭证最多附 {most} 个文件。"),
            way_on=_("请分几次附，或合成一个 PDF。"),
        ),
        "funds.reason_given": Sentence(
            met=_("写明了原因。"),
            unmet=_("没有写明原因。"),
            way_on=_("请写一句大家看得懂的原因，不写人的姓名。"),
        ),
        "funds.decision_named": Sentence(
            met=_("写明了居民的决定。"),
            unmet=_("没有写明是哪次会议的决定。"),
            way_on=_("请写明会议的名称和日期。"),
        ),
        "funds.still_draft": Sentence(
            met=_("还是草案。"),
            unmet=_("这份预算已经居民决定，不能当草案改。"),
            way_on=_("请用“调整预算”，写上居民的决定和原因。"),
        ),
        "funds.is_settled": Sentence(
            met=_("已经居民决定。"),
            unmet=_("这份预算还是草案。"),
            way_on=_("草案可以直接改，改好请居民决定。"),
        ),
        "funds.has_lines": Sentence(
            met=_("有预算项目。"),
            unmet=_("预算要有 1 到 60 个项目。"),
            way_on=_("请写上项目和金额。"),
        ),
        "funds.line_once": Sentence(
            met=_("项目没有重复。"),
            unmet=_("同一来源下“{title}”写了两次。"),
            way_on=_("请合成一行，或换一个名称。"),
        ),
        "funds.line_keeps_committed": Sentence(
            met=_("不低于已经同意的金额。"),
            unmet=_("“{title}”已经同意用款 {committed} 元，不能调到这个数以下。"),
            way_on=_("请把金额调到已经同意的数以上。"),
        ),
        "funds.line_unused": Sentence(
            met=_("没有用款的项目可以去掉。"),
            unmet=_("有用款申请或者到账的预算项目不能去掉。"),
            way_on=_("可以把金额调低，不能去掉这一行。"),
        ),
        "funds.budget_unchanged": Sentence(
            met=_("没有别人改过。"),
            unmet=_("刚刚有别人改过这份预算。"),
            way_on=_AGAIN,
        ),
    }
)
