"""What is said where a book refuses."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "ledger.code_is_plain": Sentence(
            met=_("编号可以用。"),
            unmet=_(
                "编号“{code}”不能用：要以数字或大写字母开头，只含字母、数字和短横，不超过 32 位。"
            ),
            way_on=_("请换一个编号。"),
        ),
        "ledger.code_is_free": Sentence(
            met=_("编号没有重复。"),
            unmet=_("编号“{code}”已经用过。"),
            way_on=_("请换一个编号。"),
        ),
        "ledger.moves_something": Sentence(
            met=_("每一笔都有数额。"),
            unmet=_("至少要有一笔，每一笔的数额都要大于零。"),
            way_on=_("请填写数额；记错的用冲销，不用负数。"),
        ),
        "ledger.two_accounts": Sentence(
            met=_("转出和转入是两个账户。"),
            unmet=_("转出和转入是同一个账户，等于没有动。"),
            way_on=_("请选择另一个账户。"),
        ),
        "ledger.one_book": Sentence(
            met=_("账户都在这一本账里。"),
            unmet=_("有账户不在这一本账里：一项资金不能为另一项付款。"),
            way_on=_("请从用途相符的资金中支付。"),
        ),
        "ledger.month_is_open": Sentence(
            met=_("这个月还没有结账。"),
            unmet=_("{closed_through}以前已经结账，{day}的账不能再记。"),
            way_on=_("发现错误的，请在没有结账的月份冲销后重新记账。"),
        ),
        "ledger.not_ahead": Sentence(
            met=_("已经发生。"),
            unmet=_("{day}还没有到，不能先记账。"),
            way_on=_("请填写实际发生的日期。"),
        ),
        "ledger.enough_there": Sentence(
            met=_("“{account}”有 {held}，够用。"),
            unmet=_("“{account}”现有 {held}，要用 {taken}，还差 {short}。"),
            way_on=_("请减少数额，或等款物到账后再办。"),
        ),
        "ledger.same_again": Sentence(
            met=_("与已经记的一致。"),
            unmet=_("这件事已经记过账，内容和这次不同。"),
            way_on=_("请先看已经记的那一笔；确实记错的，请冲销后重新记账。"),
        ),
        "ledger.reversed_once": Sentence(
            met=_("没有冲销过。"),
            unmet=_("这一笔已经由第 {by} 号冲销。"),
            way_on=_("不用再冲销；需要的话请重新记一笔。"),
        ),
        "ledger.is_no_reversal": Sentence(
            met=_("不是冲销。"),
            unmet=_("这一笔本身就是冲销，不能再冲销。"),
            way_on=_("冲销错了的，请把原来的内容重新记一笔。"),
        ),
        "ledger.not_before": Sentence(
            met=_("冲销在原来的日期之后。"),
            unmet=_("原来那一笔是{entered}的，冲销不能早于它（{day}）。"),
            way_on=_("请填写发现错误以后的日期。"),
        ),
        "ledger.month_is_over": Sentence(
            met=_("这个月已经过完。"),
            unmet=_("{last_day}还没有过完，不能结账。"),
            way_on=_("请在下个月第一天以后结账。"),
        ),
        "ledger.not_closed_yet": Sentence(
            met=_("还没有结账。"),
            unmet=_("{last_day}以前已经结账。"),
            way_on=_("不用再结；要更正的，请在没有结账的月份冲销。"),
        ),
    }
)
