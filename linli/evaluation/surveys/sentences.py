"""What the acts and findings of surveys say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "evaluation.compose_survey": ActSentence(_("准备满意度调查：{title}")),
        "evaluation.recompose_survey": ActSentence(_("重新选了调查的题：{title}")),
        "evaluation.drop_survey": ActSentence(_("不做这次满意度调查了：{title}")),
        "evaluation.draw_sample": ActSentence(_("从 {whole} 个里抽了 {drawn} 个来问")),
        "evaluation.open_survey": ActSentence(_("开始满意度调查：{title}")),
        "evaluation.leave_door": ActSentence(_("一处住房问过了")),
        "evaluation.put_back_door": ActSentence(_("一处登记错的住房放回了名单")),
        "evaluation.close_survey": ActSentence(_("结束满意度调查：{title}")),
        "evaluation.reckon_survey": ActSentence(_("算出了调查结果：{title}，{estimates} 个数")),
        "evaluation.publish_survey": ActSentence(_("公布调查结果：{title}")),
    }
)

register_findings(
    {
        "evaluation.survey_asks": Sentence(
            met=_("选了要问的题。"),
            unmet=_("一组题也没有选，问卷是空的。"),
            way_on=_("请至少选一组题。"),
        ),
        "evaluation.own_questions_few": Sentence(
            met=_("自己加的题不多。"),
            unmet=_("自己加的题最多 {most} 道；问卷长了，答的人就少。"),
            way_on=_("请只留最要紧的。"),
        ),
        "evaluation.sample_possible": Sentence(
            met=_("抽得出这么多。"),
            unmet=_("要抽 {n} 个，登记里这一天有 {whole} 个，抽不出来。"),
            way_on=_("请改抽多少；登记里没有人的，先把住房（居民）登记好。"),
        ),
        "evaluation.survey_in_draft": Sentence(
            met=_("调查还在准备。"),
            unmet=_("调查已经开始，不能再重抽。"),
            way_on=_("要换样本，请另做一次调查。"),
        ),
        "evaluation.survey_framed": Sentence(
            met=_("已经数过底册，定了问谁。"),
            unmet=_("还没有数底册、定好问谁，开始以后就说不清代表谁。"),
            way_on=_("请先到“问谁”一页数底册；抽样的，抽好。"),
        ),
        "evaluation.survey_open": Sentence(
            met=_("调查正在进行。"),
            unmet=_("调查没有在进行。"),
            way_on=_("只有调查期间才上门登记。"),
        ),
        "evaluation.door_open": Sentence(
            met=_("这一处还没有问过。"),
            unmet=_("这一处已经有人登记过了。"),
            way_on=_("请看名单上的下一处。"),
        ),
        "evaluation.door_back": Sentence(
            met=_("可以放回名单。"),
            unmet=_("放不回去：已经放回了，或者过了十分钟。"),
            way_on=_("请看名单；数目记错了的，在“录入和回收”一页改。"),
        ),
        "evaluation.survey_closed": Sentence(
            met=_("调查已结束，还没有公布。"),
            unmet=_("调查还没有结束，或者结果已经公布。"),
            way_on=_("结束以后才算结果；公布了的不再改。"),
        ),
        "evaluation.survey_reckoned": Sentence(
            met=_("结果已经算出来。"),
            unmet=_("结果还在计算。"),
            way_on=_("请过几分钟再看。"),
        ),
        "evaluation.enough_answers": Sentence(
            met=_("问了 {asked} 个，答了 {answered} 个。"),
            unmet=_("问了 {asked} 个，只答了 {answered} 个，不到二十分之一：这些数不能代表大家。"),
            way_on=_("看的时候请记住这一点；下次多上门问一问。"),
        ),
        "evaluation.enough_answers_untold": Sentence(
            met=_("问了 {asked} 个，答的不到 {floor} 个。"),
            unmet=_("问了 {asked} 个，答的不到 {floor} 个：这些数不能代表大家。"),
            way_on=_("看的时候请记住这一点；下次多上门问一问。"),
        ),
    }
)
