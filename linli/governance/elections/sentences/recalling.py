"""A recall, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "elections.ask_recall": ActSentence(_("提出罢免要求：{office}")),
        "elections.sign_recall": ActSentence(_("登记一个联名")),
        "elections.unsign_recall": ActSentence(_("撤回一个联名")),
        "elections.submit_recall": ActSentence(_("提交罢免要求，联名 {signers} 人")),
        "elections.accept_recall": ActSentence(_("受理罢免要求：联名 {signers} 人，总数 {base}")),
        "elections.refuse_recall": ActSentence(
            _("不予受理罢免要求：联名 {signers} 人，总数 {base}")
        ),
        "elections.defend": ActSentence(_("被要求罢免的人提出申辩")),
        "elections.withdraw_recall": ActSentence(_("撤回罢免要求")),
        "elections.put_recall_to_vote": ActSentence(_("罢免付诸投票，登记 {electors} 人")),
        "elections.open_recall_poll": ActSentence(_("罢免投票开始")),
        "elections.close_recall_poll": ActSentence(_("罢免投票结束")),
        "elections.declare_recall": ActSentence(_("宣布罢免结果：收回 {cast} 票，同意 {yes} 票")),
        "elections.open_signatures": ActSentence(
            _("查看了罢免要求的联名：{purpose}"), forget=("purpose",)
        ),
    }
)

register_findings(
    {
        "elections.may_sign_as_electors": Sentence(
            met=_("可以联名。"),
            unmet=_("联名的人要是本社区有选举权的居民：年满 {least} 周岁，登记在册。"),
            way_on=_("名册里没有或者有误的，请到居委会窗口登记，带上证件。"),
        ),
        "elections.may_sign_as_households": Sentence(
            met=_("可以代表本户联名。"),
            unmet=_("联名的人要是本社区一户的代表，年满 {least} 周岁；一户一人。"),
            way_on=_("本户另有代表的，由代表联名；没有登记在一户的，请到居委会窗口登记。"),
        ),
        "elections.may_sign_as_representatives": Sentence(
            met=_("可以联名。"),
            unmet=_("这份要求由居民代表联名，联名的人要是现任居民代表。"),
            way_on=_("不是居民代表的，可以另由有选举权的居民联名提出。"),
        ),
        "elections.recall_collecting": Sentence(
            met=_("正在征集联名。"),
            unmet=_("联名已经结束，不能再签名或者撤回。"),
            way_on=_("可以在这件罢免要求的页面看进展。"),
        ),
        "elections.signs_once": Sentence(
            met=_("还没有联名。"),
            unmet=_("已经联名了；按户联名的，一户只算一人。"),
            way_on=_("要撤回的，在提交以前撤回。"),
        ),
        "elections.one_recall_at_a_time": Sentence(
            met=_("没有别的罢免要求在进行。"),
            unmet=_("对这名成员的一件罢免要求正在进行。"),
            way_on=_("可以在那一件上联名。"),
        ),
        "elections.recall_must_be_accepted": Sentence(
            met=_("联名不够，可以不予受理。"),
            unmet=_("联名已经够数，应当受理；理由成不成立，由投票决定。"),
            way_on=_("请受理，并听取本人申辩。"),
        ),
        "elections.base_found": Sentence(
            met=_("总数和来源齐全。"),
            unmet=_("要写明按多少人或者多少户计算，数字从哪里来。"),
            way_on=_("按名册或者最近一次选民名单填写。"),
        ),
        "elections.defence_said": Sentence(
            met=_("提出了申辩。"),
            unmet=_("申辩还没有写。"),
            way_on=_("写好再提交；不申辩的不用提交。"),
        ),
        "elections.known_resident": Sentence(
            met=_("是本社区居民。"),
            unmet=_("您的账号没有和本社区的居民登记连在一起，不能代您联名。"),
            way_on=_("请到居委会窗口登记，或者在纸质联名单上签名。"),
        ),
        "elections.not_before_its_day": Sentence(
            met=_("到了公布的投票日期。"),
            unmet=_("公布的投票日期是{announced}，今天是{on}，不能提前投票。"),
            way_on=_("到那一天再开始。"),
        ),
        "elections.serves_at_recall": Sentence(
            met=_("与罢免无关，可以参加投票和计票的工作。"),
            unmet=_("被要求罢免的人不能参加投票和计票的工作。"),
            way_on=_("请另指定一个人。"),
        ),
        "elections.counted_in_full": Sentence(
            met=_("各投票站都已计票。"),
            unmet=_("还有投票站没有计完票，不能宣布结果。"),
            way_on=_("每个投票站由两人计票、监票人核对以后再宣布。"),
        ),
    }
)

register_kinds(
    {
        "elections.recall_submitted": Kind(
            _("有一件罢免要求等待核对联名"),
            _("请核对联名是否够数，够数的应当受理。"),
            opens="elections:desk_recalls",
        ),
        "elections.recall_accepted": Kind(
            _("对您的罢免要求已受理，您可以申辩"),
            _("您的申辩会和理由一起公布。"),
            opens="elections:recalls",
        ),
        "elections.recall_refused": Kind(
            _("您提出的罢免要求没有受理"),
            _("理由见页面；联名够数以后可以再提。"),
            opens="elections:recalls",
        ),
        "elections.recall_decided": Kind(
            _("罢免投票有了结果"),
            _("请看公布的结果。"),
            opens="elections:recalls",
        ),
    }
)
