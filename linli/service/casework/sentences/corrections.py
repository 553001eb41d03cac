"""What the acts and findings about help in community corrections say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "casework.begin_corrections": ActSentence(_("开始了一项帮助")),
        "casework.change_corrections": ActSentence(_("改了要帮什么和怎么帮")),
        "casework.note_help": ActSentence(_("记了一次帮助")),
        "casework.end_corrections": ActSentence(_("到期自动封存了")),
    }
)

register_findings(
    {
        "casework.corrections_initials": Sentence(
            met=_("只有首字母。"),
            unmet=_("这里只写姓名的拼音首字母，大写，最多 {most} 个字母。"),
            way_on=_("不要写姓名、数字或别的字。"),
        ),
        "casework.corrections_tied_to_nobody": Sentence(
            met=_("没有和名册上的人连起来。"),
            unmet=_("矫正帮扶不和名册上的人连起来。"),
            way_on=_("请不要选居民，只写姓名首字母。"),
        ),
        "casework.corrections_names_nobody": Sentence(
            met=_("看不出是谁。"),
            unmet=_("这段话里有能认出人的内容（姓名、电话、证件号或门牌）。"),
            way_on=_("请删掉；这里只写帮什么、怎么帮。"),
        ),
        "casework.corrections_woman": Sentence(
            met=_("小组里有女性成员。"),
            unmet=_("对象是女性的，小组里要有女性成员。"),
            way_on=_("请先把一位女同事加进小组，再选她。"),
        ),
        "casework.corrections_minor": Sentence(
            met=_("小组里有熟悉未成年人的成员。"),
            unmet=_("对象是未成年人的，小组里要有熟悉未成年人身心特点的成员，并与成年人分开。"),
            way_on=_("请先把这样一位同事加进小组，再选。"),
        ),
        "casework.corrections_ends": Sentence(
            met=_("有结束的日子。"),
            unmet=_("结束的日子要在{since}之后；到期自动封存。"),
            way_on=_("请照文书写上结束的日子。"),
        ),
        "casework.corrections_over": Sentence(
            met=_("最后一天过完了，自动封存。"),
            unmet=_("最后一天是{last_day}，还没有过完。"),
        ),
        "casework.corrections_not_ahead": Sentence(
            met=_("日子合适。"),
            unmet=_("{day}还没有到。"),
            way_on=_("帮过了再记。"),
        ),
    }
)
