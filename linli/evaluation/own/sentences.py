"""What the acts and findings of own indicators say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "evaluation.draft_own": ActSentence(_("起草了本社区自己的指标：{indicator}")),
        "evaluation.redraft_own": ActSentence(_("修改了自己的指标的草稿：{indicator}")),
        "evaluation.discard_own": ActSentence(_("删除了自己的指标的草稿：{indicator}")),
        "evaluation.try_own": ActSentence(_("请求试算自己的指标：{indicator}")),
        "evaluation.keep_own_trial": ActSentence(
            _("用{year}年的 {facts} 条记录试算了自己的指标：{indicator}")
        ),
        "evaluation.adopt_own": ActSentence(
            _("启用了自己的指标 {code}（第 {version} 版）：{indicator}")
        ),
        "evaluation.retire_own": ActSentence(_("停用了自己的指标 {code}：{indicator}")),
    }
)

register_findings(
    {
        "evaluation.own_of_work": Sentence(
            met=_("说的是做了什么事，不是谁是怎样的人。"),
            unmet=_("里面有“{found}”：指标评的是社区的工作，不评居民是怎样的人、有过什么经历。"),
            way_on=_("请改成社区做了什么，例如“按期办结的申请”。"),
        ),
        "evaluation.own_kinds_fit": Sentence(
            met=_("选的记录和数法配得上。"),
            unmet=_(
                "选了 {events} 种事件、{stocks} 种存量（最多 {most} 种）：“期末还有多少”只能数存量，"
                "别的数法只能数事件。"
            ),
            way_on=_("请重新选记录，或换一种数法。"),
        ),
        "evaluation.own_kinds_open": Sentence(
            met=_("都是平常的记录。"),
            unmet=_(
                "“{kinds}”是保密的记录，件数少时对谁都不说；放进自己的指标，就能推算出少数几个人。"
            ),
            way_on=_("请换成别的记录；这些记录只进随系统带来的指标。"),
        ),
        "evaluation.own_times_fit": Sentence(
            met=_("写明了几个月。"),
            unmet=_("“在几个以上不同月份有记录”要写 2 到 12 个月；别的数法不写。"),
            way_on=_("请改“至少几个不同的月份”。"),
        ),
        "evaluation.own_base_fits": Sentence(
            met=_("比的对象合适。"),
            unmet=_("这种数法自己带着分母，或者比的是保密的、不存在的记录。"),
            way_on=_("请选“不比”，或换一种登记数、记录数。"),
        ),
        "evaluation.own_unit_fits": Sentence(
            met=_("单位合适。"),
            unmet=_("这个单位和算法对不上：百分之几、每千人要有分母，件、个、户不能有分母。"),
            way_on=_("请换单位，或改“和什么比”。"),
        ),
        "evaluation.own_goalposts_fit": Sentence(
            met=_("标尺从最差到最好。"),
            unmet=_(
                "标尺的次序不对：越高越好时最差要小于最好，越低越好时相反；"
                "只作背景的不写标尺，要写就两头都写。"
            ),
            way_on=_("请核对两个数。"),
        ),
        "evaluation.own_minimum_fits": Sentence(
            met=_("人太少时不算。"),
            unmet=_("数人的指标，分母至少要有 {least}，不然会说到少数几个人。"),
            way_on=_("请把“分母至少要有”改大。"),
        ),
        "evaluation.own_tried": Sentence(
            met=_("用记录试算过。"),
            unmet=_("还没有试算过，或者试算以后又改了。"),
            way_on=_("请按“试算”。"),
        ),
        "evaluation.own_says_something": Sentence(
            met=_("试算得出数来。"),
            unmet=_(
                "用{year}年的记录算不出数：没有这种记录、没有可以对照的底数，或者太少，这个指标说明不了什么。"
            ),
            way_on=_("请看试算的说明，换记录、数法或“分母至少要有”，再试。"),
        ),
        "evaluation.own_not_few": Sentence(
            met=_("全年的数不小，可以公布。"),
            unmet=_(
                "{year}年全年的数不到 {floor}（或者没数到的不到 {floor}），公布出来就是在说少数几个人。"
            ),
            way_on=_("请数得宽一些，例如多选几种记录；实在只有这么少的，不适合做指标。"),
        ),
        "evaluation.own_share_within": Sentence(
            met=_("没有超过百分之百。"),
            unmet=_("{year}年算出来超过百分之百：分子不是分母的一部分。"),
            way_on=_("请换分母，或把单位改成“倍数”。"),
        ),
        "evaluation.own_one_pace": Sentence(
            met=_("没有别的指标按别的时段数同样的记录。"),
            unmet=_(
                "“{other}”也这样数同样的记录，只是多久算一次不一样：两个摆在一起，"
                "减一减就能得出不公开的那个月。"
            ),
            way_on=_("请把“多久算一次”改成和它一样，或者直接用它。"),
        ),
        "evaluation.own_not_beside": Sentence(
            met=_("和别的指标摆在一起，推算不出小数。"),
            unmet=_(
                "{period}的数和“{other}”的只差不到 {floor}：两个都公布，减一减就知道那少数几件是谁的。"
            ),
            way_on=_("请数得和它一样，或者差得多一些，例如换记录、换“哪方面”。"),
        ),
        "evaluation.own_title_new": Sentence(
            met=_("还没有同名的指标。"),
            unmet=_("已经有一个同名的指标。"),
            way_on=_("请换一个名称。"),
        ),
        "evaluation.own_begins": Sentence(
            met=_("起算的日子合适。"),
            unmet=_(
                "第一版从今年或去年的某个月初起算；以后各版从今天以后的某个月初起算，已经算出的数不改。"
            ),
            way_on=_("请重新选起算的日子。"),
        ),
        "evaluation.own_room_for": Sentence(
            met=_("还有空的编号。"),
            unmet=_("自己的指标已经有 {most} 个，编号用完了。"),
            way_on=_("指标贵在少而看得懂；请修改已有的。"),
        ),
        "evaluation.own_in_use": Sentence(
            met=_("指标在用。"),
            unmet=_("这个指标已经停用。"),
            way_on=_("要再用的话，照着它另起草一个。"),
        ),
        "evaluation.own_one_draft": Sentence(
            met=_("还没有人在改它。"),
            unmet=_("已经有人在起草这个指标的下一版。"),
            way_on=_("请打开那份草稿接着改。"),
        ),
        "evaluation.own_unchanged": Sentence(
            met=_("和您看到的一样。"),
            unmet=_("在您看的时候，这个指标被改过、启用了或者删除了。"),
            way_on=_("请打开它看看最新的情况。"),
        ),
    }
)
