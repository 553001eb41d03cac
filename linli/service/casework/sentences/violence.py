"""What the acts and findings about violence at home say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "casework.begin_violence": ActSentence(_("建了家庭暴力个案的档案")),
        "casework.keep_safe": ActSentence(_("记下了安全联系方式和安全计划")),
        "casework.receive_letter": ActSentence(_("收到了告诫书")),
        "casework.set_other_side_apart": ActSentence(_("另一方的记录分开了")),
        "casework.name_for_other_side": ActSentence(_("添了另一方那边可以请的人")),
        "casework.plan_two_visits": ActSentence(_("约了两次错开的查访")),
        "casework.record_victim_visit": ActSentence(_("记下了一次查访")),
        "casework.record_other_visit": ActSentence(_("记下了一次查访")),
        "casework.apply_for_order": ActSentence(_("代为申请了人身安全保护令")),
        "casework.receive_order": ActSentence(_("收到了人身安全保护令")),
        "casework.lift_order": ActSentence(_("人身安全保护令撤销或变更了")),
    }
)

register_findings(
    {
        "casework.violence_reported": Sentence(
            met=_("该报警的已经报警。"),
            unmet=_("受害人没有完全的民事行为能力，要先向公安机关报案。"),
            way_on=_("请马上打 110，打完勾选“已经报警”再保存。"),
        ),
        "casework.violence_has_come": Sentence(
            met=_("日子合适。"),
            unmet=_("{day}还没有到，还没收到的文书不能登记。"),
            way_on=_("请核对文书上的日期。"),
        ),
        "casework.violence_not_past": Sentence(
            met=_("日子合适。"),
            unmet=_("{day}已经过去了。"),
            way_on=_("请选今天或以后的日子。"),
        ),
        "casework.violence_has_letter": Sentence(
            met=_("收到了告诫书。"),
            unmet=_("还没有登记告诫书：查访另一方，凭的是公安机关送来的告诫书。"),
            way_on=_("请先登记告诫书；没有告诫书的，只照顾受害人。"),
        ),
        "casework.violence_apart_once": Sentence(
            met=_("另一方还没有记录。"),
            unmet=_("另一方已经有一份分开的记录。"),
        ),
        "casework.violence_set_apart": Sentence(
            met=_("另一方有分开的记录。"),
            unmet=_("另一方还没有分开的记录。"),
            way_on=_("请先建另一方的记录，交给另一位同事。"),
        ),
        "casework.violence_different_people": Sentence(
            met=_("两方由不同的同事查访。"),
            unmet=_("查访受害人和查访另一方的不能是同一个人。"),
            way_on=_("请把另一方交给别的同事。"),
        ),
        "casework.violence_other_hands": Sentence(
            met=_("两方的个案由不同的同事经办。"),
            unmet=_("这位同事经办着另一方的个案，不能两边都看。"),
            way_on=_("请选没有经办另一方的同事。"),
        ),
        "casework.violence_visited_once": Sentence(
            met=_("这次查访还没有记。"),
            unmet=_("这次查访已经记下了，不能改写。"),
            way_on=_("有新的情况，请另约一次查访。"),
        ),
        "casework.violence_other_open": Sentence(
            met=_("另一方的个案还在办。"),
            unmet=_("另一方的个案已经封存，不能再约查访。"),
            way_on=_("受害人这边可以继续照顾。"),
        ),
        "casework.violence_visits_apart": Sentence(
            met=_("两次查访错开了。"),
            unmet=_("两次查访要错开，先访受害人；另一方最早{earliest}（至少隔 {days} 天）。"),
            way_on=_("请把另一方的日子往后放。"),
        ),
        "casework.violence_order_within": Sentence(
            met=_("保护令的期限合适。"),
            unmet=_(
                "{made_on}作出的保护令最长 {months} 个月，最后一天不晚于{latest}，也不早于作出那天。"
            ),
            way_on=_("请核对裁定书上的日期；延长的，另登记一份。"),
        ),
        "casework.violence_cannot_apply": Sentence(
            met=_("可以代为申请。"),
            unmet=_("受害人自己能申请的，由受害人自己申请，居委会不能代替。"),
            way_on=_("请陪受害人去法院；受强制、威吓不能去的，选明原因。"),
        ),
        "casework.violence_lifted_once": Sentence(
            met=_("这份保护令还有效。"),
            unmet=_("这份保护令已经登记过撤销。"),
        ),
    }
)

register_kinds(
    {
        "casework.other_visit_planned": Kind(
            _("有一件需要您看的事"), opens="casework:other_side", by="code"
        )
    }
)
