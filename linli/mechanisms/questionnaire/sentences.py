"""What the acts and findings of a questionnaire say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "questionnaire.print_slips": ActSentence(_("印了 {count} 张调查条")),
        "questionnaire.take_slip": ActSentence(_("有人在网上领了一张调查条")),
        "questionnaire.answer": ActSentence(_("收到一份网上的答卷")),
        "questionnaire.answer_for": ActSentence(_("代记一份答卷")),
        "questionnaire.type_paper": ActSentence(_("录入一份纸质答卷")),
        "questionnaire.settle_paper": ActSentence(_("核对一份纸质答卷的两遍录入")),
        "questionnaire.drop_paper": ActSentence(_("撤回一份录错编号的纸质答卷")),
        "questionnaire.count_unreached": ActSentence(
            _("记下不愿答的 {refused} 份、没联系上的 {not_reached} 份")
        ),
    }
)

register_findings(
    {
        "questionnaire.stands": Sentence(
            met=_("可以办这一步。"),
            unmet=_("调查现在的状态不能办这一步：还没开始、正在进行或已经结束。"),
            way_on=_("请刷新页面，看调查进行到哪一步。"),
        ),
        "questionnaire.unchanged": Sentence(
            met=_("打开页面以后没有别人改过。"),
            unmet=_("打开页面以后，别人已经改过这次调查，您刚才的操作没有生效。"),
            way_on=_("请刷新页面，看过现在的情况再决定。"),
        ),
        "questionnaire.runs_forward": Sentence(
            met=_("日期合理。"),
            unmet=_("调查的日子不对：不能先结束后开始，也不能在过去结束。"),
            way_on=_("请核对日期。"),
        ),
        "questionnaire.well_formed": Sentence(
            met=_("每一题都答得了。"),
            unmet=_(
                "第 {number} 题答不了：选择题至少两个选项，打分题正好五个，数目题每个范围要有下限、从小到大，自己写的没有选项；两题也不能算作同一项。"
            ),
            way_on=_("请补上选项，或改成“用自己的话写”。"),
        ),
        "questionnaire.asked_in_order": Sentence(
            met=_("跳题都往前指。"),
            unmet=_("第 {number} 题的条件不对：只能看前面某一题选了哪些选项。"),
            way_on=_("请改条件，或把这一题移到后面。"),
        ),
        "questionnaire.public_words": Sentence(
            met=_("问题里没有个人信息。"),
            unmet=_("问题或选项里有像姓名、电话、证件号或门牌的内容，人人都会看到。"),
            way_on=_("请删掉再保存。"),
        ),
        "questionnaire.sample_fits": Sentence(
            met=_("样本和分组对得上。"),
            unmet=_("样本不对：每组要有编号、不重复，抽的不能比组里的多。"),
            way_on=_("请核对分组和抽样数。"),
        ),
        "questionnaire.asks_something": Sentence(
            met=_("有问题可答。"),
            unmet=_("还没有问题，不能开始。"),
            way_on=_("请先写好问题。"),
        ),
        "questionnaire.slips_possible": Sentence(
            met=_("数目合理。"),
            unmet=_("一次可以印 1 到 {most} 张。"),
            way_on=_("请改一个数，多的分几次印。"),
        ),
        "questionnaire.stratum_known": Sentence(
            met=_("有这一组。"),
            unmet=_("样本里没有这一组。"),
            way_on=_("请从列出的组里选。"),
        ),
        "questionnaire.takes_answers": Sentence(
            met=_("调查正在进行。"),
            unmet=_("调查没有在进行：还没开始，或已经结束（从{from}到{until}）。"),
            way_on=_("有想法，可以随时向居委会说。"),
        ),
        "questionnaire.slip_by_sample": Sentence(
            met=_("人人都可以领。"),
            unmet=_("这次调查是抽样的，只问抽到的，不能在网上自己领调查条。"),
            way_on=_("抽到的会收到调查条；没抽到的，有想法可以随时向居委会说。"),
        ),
        "questionnaire.slip_asks_account": Sentence(
            met=_("已登录。"),
            unmet=_("没有调查条的，要先登录，免得一户答几份。"),
            way_on=_("请登录，或向居委会要一张纸质的调查条。"),
        ),
        "questionnaire.slip_asks_dwelling": Sentence(
            met=_("有登记的住处。"),
            unmet=_("这次调查每户一份，您的账号还没有登记住处。"),
            way_on=_("请向居委会要一张纸质的调查条，或请居委会确认住处。"),
        ),
        "questionnaire.slip_taken_once": Sentence(
            met=_("还没有领过。"),
            unmet=_("已经领过一张调查条了，每户（每人）只有一张。"),
            way_on=_("请用领到的那一张。丢了的，可以到居委会换纸质的。"),
        ),
        "questionnaire.slip_good": Sentence(
            met=_("调查条有效。"),
            unmet=_("这张调查条用过了，或者编号不对。"),
            way_on=_("请核对编号；不对的，请到居委会换一张。"),
        ),
        "questionnaire.answers_fit": Sentence(
            met=_("答案完整。"),
            unmet=_("答案和问题对不上：至少要答一题，选项要是给出的，自己写的不超过 {most} 个字。"),
            way_on=_("请回到问卷改一改。"),
        ),
        "questionnaire.enough_answers": Sentence(
            met=_("收回 {answered} 份，发出 {handed_out} 份。"),
            unmet=_("发出 {handed_out} 份，只收回 {answered} 份，不能当作大家的意见。"),
            way_on=_("看结果时请当心；可以再上门问一问。"),
        ),
        "questionnaire.counts_from_nought": Sentence(
            met=_("数目合理。"),
            unmet=_("减掉的比记下的还多。"),
            way_on=_("请核对现在的数目再改。"),
        ),
        "questionnaire.within_sample": Sentence(
            met=_("发出的调查条没有超过抽到的。"),
            unmet=_("发出了 {handed_out} 张调查条，只抽了 {drawn} 个：没抽到的可能也答了。"),
            way_on=_("请把多印的收回销毁；只有换掉丢失的才另印。答卷率按抽到的算，最多算到 100%。"),
        ),
        "questionnaire.paper_counted": Sentence(
            met=_("纸质答卷都计入了。"),
            unmet=_("还有 {waiting} 份纸质答卷没有录完两遍或没有核对，现在结束就不计了。"),
            way_on=_("请先到“核对两遍录入”一页录完、核对完；确实录不了的，勾选“不计入”再结束。"),
        ),
        "questionnaire.typist_known": Sentence(
            met=_("知道是谁录的。"),
            unmet=_("录两遍要由两个登录的人来录。"),
            way_on=_("请登录后再录。"),
        ),
        "questionnaire.typed_by_two": Sentence(
            met=_("由另一个人录第二遍。"),
            unmet=_("这一份您已经录过第一遍，第二遍要由另一个人录。"),
            way_on=_("请把这份答卷交给同事录；编号录错了的，可以撤回。"),
        ),
        "questionnaire.paper_untouched": Sentence(
            met=_("没有别人动过这一份。"),
            unmet=_("这一份刚才已经由别人录完或核对了，您这次的没有计入。"),
            way_on=_("请看等待核对的清单，接着录下一份。"),
        ),
        "questionnaire.paper_typed_twice": Sentence(
            met=_("两遍都录了。"),
            unmet=_("这一份只录了一遍，还没有可核对的。"),
            way_on=_("请另一个人先录第二遍。"),
        ),
        "questionnaire.paper_all_settled": Sentence(
            met=_("不同的地方都核对了。"),
            unmet=_("两遍录入有 {left} 处不同，还没有都核对。"),
            way_on=_("请看着纸上的答案，每一处都定下来。"),
        ),
    }
)
