"""What the acts and findings about other offices' forms say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "paperwork.receive": ActSentence(_("收到{body}的表“{form}”，{columns} 列")),
        "paperwork.settle": ActSentence(
            _("确认“{form}”的对应：从名册填 {filled} 列，要问 {asked} 列，留空 {empty} 列")
        ),
        "paperwork.put_aside": ActSentence(_("不填{body}的表“{form}”了")),
        "paperwork.choose": ActSentence(_("选定“{form}”填 {rows} 行")),
        "paperwork.add_rows": ActSentence(_("“{form}”增加 {rows} 行")),
        "paperwork.take_off": ActSentence(_("“{form}”去掉一行")),
        "paperwork.answer": ActSentence(_("为“{form}”记下当面问到的 {cells} 格")),
        "paperwork.draw_file": ActSentence(_("生成填好的“{form}”，{rows} 行")),
        "paperwork.hand_over": ActSentence(
            _("把“{form}”交给{body}：{rows} 行，{fields} 列，用了 {minutes} 分钟")
        ),
        "paperwork.transfer": ActSentence(
            _("填在“{form}”里交给了{body}：{fields}。依据：{ground}")
        ),
        "paperwork.expire": ActSentence(_("“{form}”的留底到期清除，{rows} 行")),
    }
)

register_findings(
    {
        "paperwork.due_after_received": Sentence(
            met=_("日期合理。"),
            unmet=_("要求交表的日期（{due_on}）在收到这一天（{received_on}）之前。"),
            way_on=_("请核对对方写的日期；已经过期的，写今天。"),
        ),
        "paperwork.readable_form": Sentence(
            met=_("表能读，能填。"),
            unmet="{reason}",
            way_on=_("换一份文件再上传；实在不行，请对方重新发一份空表。"),
        ),
        "paperwork.not_here_yet": Sentence(
            met=_("这份文件还没有在填。"),
            unmet=_("同一份文件已经在填了：“{title}”。"),
            way_on=_("请在“填表”里打开它接着填。"),
        ),
        "paperwork.something_to_fill": Sentence(
            met=_("有要填的列。"),
            unmet=_("{columns} 列里没有一列要填。"),
            way_on=_("至少选一列从名册填或当面问；整张表都没有依据的，选“不填了”，并答复对方。"),
        ),
        "paperwork.decided_whole": Sentence(
            met=_("每一列都定了。"),
            unmet=_("还有 {count} 列没有定怎么填：{columns}。"),
            way_on=_("给每一列选一项；拿不准的，选“当面问”或“留空”。"),
        ),
        "paperwork.has_ground": Sentence(
            met=_("要填的都有依据。"),
            unmet=_("这几列没有依据，不能收集，也不能填：{columns}。"),
            way_on=_("请选“留空：没有依据”。说明信会替您写明条文；对方有依据的，请对方书面写明。"),
        ),
        "paperwork.somebody_chosen": Sentence(
            met=_("选了 {rows} 行。"),
            unmet=_("选出来 {rows} 行；要有一行以上，最多 {most} 行。"),
            way_on=_("请放宽条件，或者改成一个一个挑。"),
        ),
        "paperwork.still_filled": Sentence(
            met=_("这张表还在填。"),
            unmet=_("这张表已经交了、不填了，或者还没有选人。"),
            way_on=_("请刷新页面看现在的情况；要补交，请重新上传这张表。"),
        ),
        "paperwork.fresh_line": Sentence(
            met=_("没有别人动过。"),
            unmet=_("刚才有同事已经替这一行记了回答，您的没有保存。"),
            way_on=_("请刷新页面，看同事记的对不对，再改。"),
        ),
        "paperwork.children_by_director": Sentence(
            met=_("可以生成。"),
            unmet=_("表里有 {children} 名不满十四周岁的人，他们的号码只能由居委会主任交出去。"),
            way_on=_("请主任来生成和交这张表，或者把这几行、号码这几列去掉。"),
        ),
        "paperwork.transfer_has_ground": Sentence(
            met=_("有依据交给对方。"),
            unmet=_("把个人信息交给别的单位，要有法定职责、紧急情况，或者本人的单独同意。"),
            way_on=_(
                "按“本人同意”交的，请确认每个人都告知过、都单独同意了；有人不同意的，去掉那一行。"
            ),
        ),
        "paperwork.minutes_in_bounds": Sentence(
            met=_("分钟数合理。"),
            unmet=_("分钟数要在 0 到 {most} 之间，这里是 {minutes}。"),
            way_on=_("写大概用了几分钟就可以。"),
        ),
        "paperwork.nothing_changed": Sentence(
            met=_("和上次交的一样。"),
            unmet=_("和上次交的不一样：新增 {new} 行，减少 {gone} 行，变化 {changed} 行。"),
            way_on=_("请选“只交有变化的行”或“全部的行”。"),
        ),
        "paperwork.handed_before": Sentence(
            met=_("上次的留底还在。"),
            unmet=_("没有上次交表的留底，没法只交变化。"),
            way_on=_("这次请交全部的行，下次就可以只交变化。"),
        ),
    }
)
