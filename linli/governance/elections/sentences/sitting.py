"""The register of who sits on the committee, in words."""

from django.utils.translation import gettext_lazy as _, ngettext_lazy

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "elections.enter_member": ActSentence(_("登记现任成员：{office}，任职自 {since}")),
        "elections.end_term": ActSentence(_("登记职务终止：{office}，{reason}")),
        "elections.end_by_appraisal": ActSentence(
            _("连续两次被评为不称职，职务依法终止：{office}")
        ),
    }
)

register_findings(
    {
        "elections.one_director": Sentence(
            met=_("主任一职空着。"),
            unmet=_("居委会已经有一位主任。"),
            way_on=_("先登记现任主任的职务终止，再登记新的主任。"),
        ),
        "elections.sits_once": Sentence(
            met=_("这个人没有在居委会任职。"),
            unmet=_("这个人已经在居委会任职，一个人只担任一个职务。"),
            way_on=_("职务有变的，先登记原来的职务终止。"),
        ),
        "elections.supervises_no_longer": Sentence(
            met=_("这个人不是居务监督委员会成员。"),
            unmet=_("这个人还是居务监督委员会成员，不能同时在居委会任职。"),
            way_on=_("请先在“岗位与单位”结束监督委员会的任职，再登记。"),
        ),
        "elections.still_sits": Sentence(
            met=_("还在任。"),
            unmet=_("这个职务已经终止（{ended_on}），不能再终止一次。"),
            way_on=_("登记有误的，请主任联系管理员核对。"),
        ),
        "elections.term_in_order": Sentence(
            met=_("任期的日子合理。"),
            unmet=_("任职自（{since}）要在今天（{on}）或以前，任期至（{ends}）要在它之后。"),
            way_on=_("请核对当选公告上的日期。"),
        ),
        "elections.seats_are_vacant": Sentence(
            met=_("补选的名额都空着。"),
            unmet=ngettext_lazy(
                "补选只填空缺：选了 {wanted} 个名额，其中 {beyond} 个没有空缺。",
                "补选只填空缺：选了 {wanted} 个名额，其中 {beyond} 个没有空缺。",
                "wanted",
            ),
            way_on=_("至少选一个空着的名额；不多选。"),
        ),
        "elections.term_still_runs": Sentence(
            met=_("本届任期到{ends}。"),
            unmet=_("本届任期到{ends}，选举日（{day}）已经不在本届。"),
            way_on=_("请准备换届选举。"),
        ),
        "elections.may_end": Sentence(
            met=_("职务从{ended_on}起终止。"),
            unmet=_(
                "终止的日子（{ended_on}）要在任职（{since}）之后，不能晚于今天（{on}），并写明依据。"
            ),
            way_on=_("辞职要等居民会议或者居民代表会议审议通过；其他情形填文书的日期。"),
        ),
    }
)

register_kinds(
    {
        "elections.term_ended": Kind(
            _("职务终止：{office}"),
            _("您在居委会的职务已登记终止。登记有误的，请告诉居委会或者街道办事处。"),
            opens="elections:members",
        ),
    }
)
