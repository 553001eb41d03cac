"""What the acts and findings of services, contacts, support agreements and day-care sheets say."""

from django.utils.translation import gettext_lazy as _, ngettext_lazy

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "casework.wish_service": ActSentence(_("记下老人想要的服务：{service}")),
        "casework.arrange_service": ActSentence(_("照老人的意思约好服务：{service}")),
        "casework.move_service": ActSentence(_("一项服务有了变化：{service}")),
        "casework.run_out_service": ActSentence(_("约定的日子到了，服务结束：{service}")),
        "casework.name_contact": ActSentence(_("加了一位没人应门时要打的联系人")),
        "casework.drop_contact": ActSentence(_("去掉了一位联系人")),
        "casework.ask_need": ActSentence(_("本人要人来看看需要怎样照料")),
        "casework.write_assessment": ActSentence(_("记下民政部门来评估")),
        "casework.end_need": ActSentence(_("不再来看要怎样照料")),
        "casework.draft_support": ActSentence(_("起草赡养协议")),
        "casework.write_support": ActSentence(_("改了赡养协议的草稿")),
        "casework.add_supporter": ActSentence(_("赡养协议的草稿加了一位赡养人")),
        "casework.remove_supporter": ActSentence(_("赡养协议的草稿去掉了一位赡养人")),
        "casework.sign_support": ActSentence(_("登记签好的赡养协议，老人同意")),
        "casework.check_support": ActSentence(_("看了一次赡养协议的履行")),
        "casework.end_support": ActSentence(_("赡养协议结束")),
        "casework.print_support": ActSentence(_("打印了赡养协议")),
        "casework.sign_in_day": ActSentence(_("日间照料登记：来了一位")),
        "casework.sign_out_day": ActSentence(_("日间照料登记：走了一位")),
        "casework.strike_day": ActSentence(_("日间照料登记：去掉记错的一行")),
        "casework.erase_day_sheets": ActSentence(_("到期清除日间照料登记的姓名，只留人数")),
    }
)

_OWED = _(
    "怎样分担可以商量，要不要赡养不能商量。请把这一句去掉；家人争执不下的，可以请人民调解，或申请法律援助。"
)

register_findings(
    {
        "casework.service_agreed": Sentence(
            met=_("老人同意这项服务。"),
            unmet=_("老人还没有同意，不能约这项服务。"),
            way_on=_(
                "请先和老人说清楚谁来、什么时候、多少钱、谁付；老人不要的，按“老人不要这项服务”。"
            ),
        ),
        "casework.service_provider": Sentence(
            met=_("写明了谁来提供。"),
            unmet=_("还没有写谁来提供。"),
            way_on=_("请从服务目录里选一家，或者写老人自己找的人。"),
        ),
        "casework.service_priced": Sentence(
            met=_("价钱和谁付写清楚了。"),
            unmet=_("收费的服务要写价格和谁付；无偿的两样都不写。"),
            way_on=_("请先问清价格、老人愿意谁来付，再约。"),
        ),
        "casework.service_days": Sentence(
            met=_("写明了哪些天。"),
            unmet=_("还没有选每周哪些天。"),
            way_on=_("请至少选一天；只有紧急呼叫不用选。"),
        ),
        "casework.service_in_order": Sentence(
            met=_("起止的日子合适。"),
            unmet=_("结束的日子早于开始的日子（{since}）。"),
            way_on=_("请改正；没有说好哪天结束的空着。"),
        ),
        "casework.service_still_runs": Sentence(
            met=_("约定的日子已经过了。"),
            unmet=_("约定的日子还没有过。"),
            way_on=_("老人现在就不要的，请按“结束”。"),
        ),
        "casework.contact_first": Sentence(
            met=_("已经有第一位联系人。"),
            unmet=_("计划里还没有第一位紧急联系人。"),
            way_on=_("请先在“改计划”里写老人指定的第一位。"),
        ),
        "casework.contact_at_once": Sentence(
            met=_("没有别人同时在加。"),
            unmet=_("刚才有人同时加了一位联系人。"),
            way_on=_("请看看单子，再加一次。"),
        ),
        "casework.need_wanted": Sentence(
            met=_("本人要人来看看。"),
            unmet=_("本人没有说要，就不上门看需要怎样照料。"),
            way_on=_("不来不影响特困供养；评估由县级民政部门组织，本人可以直接找街道。"),
        ),
        "casework.need_once": Sentence(
            met=_("还没有约过。"),
            unmet=_("已经约了人来看要怎样照料。"),
            way_on=_("请看计划里约好的探访。"),
        ),
        "casework.need_assessed": Sentence(
            met=_("日子合适。"),
            unmet=_(
                "评估的日子（{came_on}）不能在今天以后，告知的日子不能早于评估、也不能在今天以后。"
            ),
            way_on=_("请照通知上的日子写；还没有来、没有告知的先不写。"),
        ),
        "casework.need_told": Sentence(
            met=_("告知的结果写全了。"),
            unmet=_("告知的结果、哪个部门告知、哪天告知，要么都写，要么都不写。"),
            way_on=_("没有收到告知的先空着；居委会不自己判断。"),
        ),
        "casework.support_consented": Sentence(
            met=_("老人同意这份协议。"),
            unmet=_("老人没有同意，赡养人之间的协议不能签。"),
            way_on=_(
                "请把协议念给老人听，照老人的意思改；老人不同意的，家人照法律赡养，可以请人民调解。"
            ),
        ),
        "casework.support_among_several": Sentence(
            met=_("有两位以上的赡养人。"),
            unmet=ngettext_lazy(
                "赡养协议是赡养人之间的约定，至少两位；现在写了 {n} 位。",
                "赡养协议是赡养人之间的约定，至少两位；现在写了 {n} 位。",
                "n",
            ),
            way_on=_("请加上另一位；只有一位赡养人的，不用协议，照法律赡养。"),
        ),
        "casework.support_nobody_waived": Sentence(
            met=_("每一位都做一样。"),
            unmet=_("有人一样都不做：不出钱、不照料、也不看望。赡养的义务不能免除。"),
            way_on=_OWED,
        ),
        "casework.support_no_waiver": Sentence(
            met=_("没有写谁不再赡养。"),
            unmet=_("里面写了不再赡养或者断绝关系。赡养的义务不能免除。"),
            way_on=_OWED,
        ),
        "casework.support_no_condition": Sentence(
            met=_("没有和财产挂钩。"),
            unmet=_("里面把赡养和分财产、放弃继承连在一起。不得以放弃继承或者别的理由不赡养。"),
            way_on=_OWED,
        ),
        "casework.support_nothing_hidden": Sentence(
            met=_("问过了，纸上和纸外都没有这样的话。"),
            unmet=_("还没有问过老人和每一位：有没有不再赡养、以财产为条件的话。"),
            way_on=_("请当面问一遍，再勾选。"),
        ),
        "casework.support_signed_by_now": Sentence(
            met=_("日子合适。"),
            unmet=_("{signed_on}还没有到。"),
            way_on=_("签好、同意以后再登记。"),
        ),
        "casework.support_checked_in_force": Sentence(
            met=_("日子合适。"),
            unmet=_("要在签字以后、今天以前。"),
            way_on=_("请写问老人的那一天。"),
        ),
        "casework.support_leads_on": Sentence(
            met=_("下一步写清楚了。"),
            unmet=_("没有全做到的，要写老人选的下一步；都做到的不用写。"),
            way_on=_("督促、人民调解、法律援助、起诉，或者老人说先等一等，选一项。"),
        ),
        "casework.support_still_drafted": Sentence(
            met=_("还是草稿。"),
            unmet=_("已经有一份，签了的不能再改。"),
            way_on=_("请看那一份；要改的先结束它，老人同意后另起草。"),
        ),
        "casework.support_over": Sentence(
            met=_("没有要看着履行的赡养协议。"),
            unmet=_("赡养协议还要看着履行，个案不能现在结束。"),
            way_on=_("老人不要看着了，先结束协议，再结案。"),
        ),
        "casework.day_not_here_yet": Sentence(
            met=_("还没有登记。"),
            unmet=_("这一位已经登记，还没有走。"),
            way_on=_("走了的请先按“走了”；同名的加个字区分。"),
        ),
        "casework.day_leaves_after_coming": Sentence(
            met=_("时间合适。"),
            unmet=_("走的时间早于来的时间。"),
            way_on=_("请看看这台机器的时间。"),
        ),
        "casework.day_left_once": Sentence(
            met=_("还没有走。"),
            unmet=_("已经记过走了。"),
            way_on=_("又来的，再登记一次。"),
        ),
    }
)

register_kinds(
    {"casework.support_not_kept": Kind(_("有一件需要您看的事"), opens="casework:support")}
)
