"""What the book says of local values, and the findings of this app in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "local_law.enter": ActSentence(
            _("录入本地规定“{rule}”：{value}，从 {begins} 起，等第二人确认")
        ),
        "local_law.confirm": ActSentence(
            _("第二人确认本地规定“{rule}”：{value}，从 {begins} 起执行")
        ),
        "local_law.withdraw": ActSentence(_("本地规定“{rule}”没有通过：{reason}")),
        "local_law.ask_end": ActSentence(_("提出本地规定“{rule}”到 {last_day} 为止")),
        "local_law.confirm_end": ActSentence(_("第二人确认本地规定“{rule}”到 {last_day} 为止")),
        "local_law.keep_on": ActSentence(_("本地规定“{rule}”照旧执行")),
    }
)

register_findings(
    {
        "local_law.left_to_places": Sentence(
            met=_("这个数字法律留给各地决定。"),
            unmet=_("这个数字法律已经定死（{value}），各地不能另定。"),
            way_on=_("当地文件写得不一样的，请向街道办事处和区民政部门反映；本社区按法律办。"),
        ),
        "local_law.within_bound": Sentence(
            met=_("没有越过全国规定的界限。"),
            unmet=_("{value} 越过了全国规定的界限（{bound}）：只能更严，不能更松。"),
            way_on=_("请填在界限以内的数字。"),
        ),
        "local_law.judges_no_case_anew": Sentence(
            met=_("办过的事仍按办理时的规定，不受影响。"),
            unmet=_("从 {begins} 到今天，已经按原来的规定办过 {acts} 项，不能再用新数字重新评判。"),
            way_on=_("请把开始的日子改为今天或者以后；以前的事仍按当时的规定。"),
        ),
        "local_law.none_under_way": Sentence(
            met=_("没有正在进行、要一直照它办的事。"),
            unmet=_("有 {cases} 件正在进行的事一直照原来的数字办，中途不能改。"),
            way_on=_("请等它们结束以后再录入。"),
        ),
        "local_law.stands_on_a_text": Sentence(
            met=_("有依据：上级的规定，或者本来就由本社区自己承诺。"),
            unmet=_("这一项不是本社区自己能定的，要有县、市或者省的规定。"),
            way_on=_("请写明是谁的规定，选“法规或者上级文件的规定”，对照原文。"),
        ),
        "local_law.overlaps_none": Sentence(
            met=_("和已有的本地规定不重叠。"),
            unmet=_("从 {other} 起已经另有一个数字，两个不能同时执行。"),
            way_on=_("请写上到期的日子，早于那一天；或者先结束那一个。"),
        ),
        "local_law.declared": Sentence(
            met=_("有人签名声明对照过原文。"),
            unmet=_("没有人签名声明对照过原文。"),
            way_on=_("请找到原文逐字对照，再勾选声明、签名。"),
        ),
        "local_law.two_people": Sentence(
            met=_("提出和确认的是两个人。"),
            unmet=_("提出的人不能自己确认。"),
            way_on=_("请居委会的另一位成员，或者居务监督委员会的成员来看一遍。"),
        ),
        "local_law.waits": Sentence(
            met=_("还在等第二个人确认。"),
            unmet=_("已经有人处理过了。"),
            way_on=_("请刷新页面，查看现在的情况。"),
        ),
        "local_law.may_end_on": Sentence(
            met=_("可以到 {last_day} 为止。"),
            unmet=_("不能到 {last_day} 为止：最早是 {least}，以前按它办过的事不改。"),
            way_on=_("请选今天或者以后的一天，不晚于原定的到期日。"),
        ),
        "local_law.one_at_a_time": Sentence(
            met=_("这一项没有别的录入在等确认。"),
            unmet=_("这一项已经有一个数字在等第二个人确认。"),
            way_on=_("请先确认那一个，或者写明原因不予通过。"),
        ),
        "local_law.only_here": Sentence(
            met=_("只在本社区执行。"),
            unmet=_("本社区只能为自己录入；全省、全市、全县的，由管理这台机器的人录入。"),
            way_on=_("请在本社区录入；所依据的省、市规定写在“谁的规定”里。"),
        ),
        "local_law.in_force": Sentence(
            met=_("这个数字已经确认。"),
            unmet=_("这个数字还没有确认，谈不上结束。"),
            way_on=_("不需要了的，写明原因不予通过。"),
        ),
        "local_law.reasoned": Sentence(
            met=_("已写明原因。"),
            unmet=_("不予通过要写明原因。"),
            way_on=_("请用一句话写清为什么。"),
        ),
    }
)
