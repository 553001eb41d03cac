"""What is said of bought services."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "organisations.need_service": ActSentence(_("提出购买服务的需求：{title}")),
        "organisations.name_money": ActSentence(_("写明购买服务的经费来源：{title}")),
        "organisations.tender": ActSentence(_("公开征集承接单位：{title}")),
        "organisations.sign_contract": ActSentence(_("签订服务合同：{title}")),
        "organisations.add_milestone": ActSentence(_("列出服务的节点：{title}")),
        "organisations.finish_milestone": ActSentence(_("服务的一个节点完成：{title}")),
        "organisations.accept_service": ActSentence(_("验收服务：{title}")),
        "organisations.evaluate_service": ActSentence(_("评价服务：{title}")),
        "organisations.stop_purchase": ActSentence(_("终止购买服务：{title}")),
        "organisations.keep_receipt": ActSentence(_("留存{office}的回执 {number}")),
    }
)

register_findings(
    {
        "organisations.commission_has_money": Sentence(
            met=_("写明了经费来源。"),
            unmet=_("部门委托的服务没有写明用哪一笔钱，手续不全。"),
            way_on=_("请部门随委托把经费列明，再往下办。"),
        ),
        "organisations.next_stage": Sentence(
            met=_("下一步就是这一步。"),
            unmet=_("现在还办不到这一步，或者已经办过了。"),
            way_on=_("请按需求、征集、合同、验收、评价的顺序办。"),
        ),
        "organisations.within_contract": Sentence(
            met=_("各节点加起来没有超过合同金额。"),
            unmet=_("各节点加起来 {paid} 元，超过合同金额 {contract} 元。"),
            way_on=_("请核对金额。"),
        ),
        "organisations.milestones_done": Sentence(
            met=_("各节点都完成了。"),
            unmet=_("还有 {open} 个节点没有完成。"),
            way_on=_("先记节点完成；没有完成的，验收结果写“没有完成”。"),
        ),
        "organisations.milestone_open": Sentence(
            met=_("还没有完成。"), unmet=_("这个节点已经记过了。"), way_on=_("请看别的节点。")
        ),
        "organisations.purchase_not_ahead": Sentence(
            met=_("日期已经到了。"), unmet=_("日期是{day}，还没有到。"), way_on=_("办完以后再记。")
        ),
        "organisations.purchase_in_order": Sentence(
            met=_("日期有先有后。"), unmet=_("日期早于前一步。"), way_on=_("请核对日期。")
        ),
        "organisations.purchase_words": Sentence(
            met=_("没有写出是谁。"),
            unmet=_("大家都会读到，这里好像写了人的姓名、电话或者门牌号。"),
            way_on=_("请去掉，只写单位和事情。"),
        ),
        "organisations.purchase_words_given": Sentence(
            met=_("写了。"), unmet=_("这里还没有写。"), way_on=_("请写一句。")
        ),
        "organisations.purchase_fresh": Sentence(
            met=_("没有别人改过。"),
            unmet=_("您打开这一页以后，别人已经改过了。"),
            way_on=_("请打开最新的一页再办，别人写的不会丢。"),
        ),
        "organisations.counts_fit": Sentence(
            met=_("人数对得上。"),
            unmet=_("满意的人数比问到的多，或者只填了一个。"),
            way_on=_("请核对人数。"),
        ),
        "organisations.receipt_once": Sentence(
            met=_("这份回执还没有登记。"),
            unmet=_("这个部门的这个回执编号已经登记过。"),
            way_on=_("请核对编号。"),
        ),
    }
)
