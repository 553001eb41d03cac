"""What the acts, findings and messages of guides, directory, network and home service say."""

from django.utils.translation import gettext_lazy as _, ngettext_lazy

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "catalogue.draft_guide": ActSentence(_("起草服务指南：{guide}")),
        "catalogue.redraft_guide": ActSentence(_("修改服务指南：{guide}，第 {version} 版")),
        "catalogue.publish_guide": ActSentence(_("公布服务指南：{guide}，第 {version} 版")),
        "catalogue.discard_guide_draft": ActSentence(_("删除了一份没公布的服务指南：{guide}")),
        "catalogue.confirm_guide": ActSentence(_("核实服务指南，都没变：{guide}")),
        "catalogue.retire_guide": ActSentence(_("服务指南不再提供，写明了去向：{guide}")),
        "catalogue.rate_guide": ActSentence(_("一次上门服务得到了评价")),
        "catalogue.enter_provider": ActSentence(_("录入服务单位：{provider}")),
        "catalogue.check_provider": ActSentence(
            _("打电话核实服务单位：{provider}，{result}，改了 {changes} 处")
        ),
        "catalogue.name_contact": ActSentence(_("指定联系人和不在时找的人：{place}")),
        "catalogue.end_contact": ActSentence(_("不再单独指定联系人：{place}")),
        "catalogue.ask_home_service": ActSentence(_("申请上门服务")),
        "catalogue.schedule_home_service": ActSentence(_("约了上门时间")),
        "catalogue.confirm_home_service": ActSentence(_("说定了上门时间")),
        "catalogue.hand_over_home_service": ActSentence(_("转交上门服务")),
        "catalogue.finish_home_service": ActSentence(_("上门服务办好了")),
        "catalogue.give_up_home_service": ActSentence(_("上门服务没办成，告知了原因和去向")),
        "catalogue.withdraw_home_service": ActSentence(_("不用上门服务了")),
        "catalogue.forget_home_service": ActSentence(_("保存期满，清除上门服务里的个人信息")),
    }
)

register_findings(
    {
        "catalogue.guide_new": Sentence(
            met=_("还没有这份指南。"),
            unmet=_("这份指南已经有了。"),
            way_on=_("请打开它，改写成新的一版。"),
        ),
        "catalogue.guide_unchanged": Sentence(
            met=_("就是您看到的这一稿。"),
            unmet=_("这一稿在您看的时候被改过，或者已经公布了。"),
            way_on=_("请打开最新的一稿再看一遍。"),
        ),
        "catalogue.guide_live": Sentence(
            met=_("指南正在公布。"),
            unmet=_("这份指南现在没有公布。"),
            way_on=_("先公布一版，再核实或停办。"),
        ),
        "catalogue.guide_leads_on": Sentence(
            met=_("写明了改到哪里办。"),
            unmet=_("停办要写明改到哪里办。"),
            way_on=_("选另一份指南，或写上找谁、电话多少。"),
        ),
        "catalogue.guide_whole": Sentence(
            met=_("该写的都写了。"),
            unmet=ngettext_lazy(
                "还有 {missing} 项没写：谁可以来、谁来办、带什么、多久办好、在哪里或打什么电话。",
                "还有 {missing} 项没写：谁可以来、谁来办、带什么、多久办好、在哪里或打什么电话。",
                "missing",
            ),
            way_on=_("补上再公布；不用带材料的也写一句“不用带”。"),
        ),
        "catalogue.statutory_free": Sentence(
            met=_("法定服务，不收钱。"),
            unmet=_("这是法定服务，不能收钱。"),
            way_on=_("请把收费改为“无偿”。"),
        ),
        "catalogue.price_published": Sentence(
            met=_("价格和依据都写明了。"),
            unmet=_("收钱的服务没有写明价格和价格依据，不能公布。"),
            way_on=_("请填价格、按什么算、依据哪份价目表或约定。"),
        ),
        "catalogue.provider_named": Sentence(
            met=_("写明了由谁收费。"),
            unmet=_("有偿服务没有写明由哪个单位提供，不能公布。"),
            way_on=_("先把提供服务的单位录入服务目录，再在指南里选它。"),
        ),
        "catalogue.two_for_a_price": Sentence(
            met=_("起草和公布不是同一个人。"),
            unmet=_("写了价格的指南，起草的人不能自己公布。"),
            way_on=_("请另一位同事看过公布。"),
        ),
        "catalogue.mark_known": Sentence(
            met=_("评价在一到五之间。"),
            unmet=_("评价要选一到五中的一个。"),
            way_on=_("请重新选。"),
        ),
        "catalogue.rated_once": Sentence(
            met=_("还没有评价过。"),
            unmet=_("这一次已经评价过了，或者还没有办好。"),
            way_on=_("有意见可以提一件诉求。"),
        ),
        "catalogue.hours_sound": Sentence(
            met=_("开放时间写得清楚。"),
            unmet=_("开放时间第 {line} 行不对。"),
            way_on=_(
                "关门要晚于开门；每周的要选星期，隔周的和一次的要填日期，同一天只能写一次例外。"
            ),
        ),
        "catalogue.number_agreed": Sentence(
            met=_("电话可以列出。"),
            unmet=_("这是个人手机号，要本人同意才能列出。"),
            way_on=_("请先征得本人同意，填上同意的日期；或者改填单位的座机。"),
        ),
        "catalogue.provider_new": Sentence(
            met=_("目录里还没有这个单位。"),
            unmet=_("目录里已经有同名的单位。"),
            way_on=_("请打开原来那一条，打电话核实后改。"),
        ),
        "catalogue.provider_unchanged": Sentence(
            met=_("和您看到的一样。"),
            unmet=_("这一条刚才已经有人核实过了。"),
            way_on=_("请打开它看看最新的情况。"),
        ),
        "catalogue.something_changed": Sentence(
            met=_("写明了哪里变了。"),
            unmet=_("选了“有变化”，可是没有填新的内容。"),
            way_on=_("没变的请选“都对，没变”。"),
        ),
        "catalogue.no_address": Sentence(
            met=_("没有留下地址。"),
            unmet=_("选了“只留电话，不留地址”，就不能填地址。"),
            way_on=_("请把地址清空；要公开的只填门面地址。"),
        ),
        "catalogue.contact_holds_post": Sentence(
            met=_("这位在本社区有岗位。"),
            unmet=_("只能指定在本社区有岗位的人或居民代表。"),
            way_on=_("请先在“岗位与单位”里登记岗位。"),
        ),
        "catalogue.contact_and_stand_in": Sentence(
            met=_("联系人和不在时找的人是两个人。"),
            unmet=_("联系人和不在时找的人不能是同一个人。"),
            way_on=_("请另选一位代班。"),
        ),
        "catalogue.contact_named": Sentence(
            met=_("这里单独指定了联系人。"),
            unmet=_("这里没有单独指定联系人。"),
            way_on=_("不用取消：由上一级的联系人负责。"),
        ),
        "catalogue.comes_home": Sentence(
            met=_("这项可以上门办。"),
            unmet=_("这项现在不能申请上门。"),
            way_on=_("请打居委会电话，或提一件诉求。"),
        ),
        "catalogue.may_ask_for": Sentence(
            met=_("可以为这位申请。"),
            unmet=_("只能为自己，或者为书面委托了您的人申请。"),
            way_on=_("请到窗口或打电话，由社区工作者登记；委托可以在“关于我的信息”里办。"),
        ),
        "catalogue.visit_ahead": Sentence(
            met=_("上门时间在承诺以内。"),
            unmet=_("上门时间要在现在以后、{last_day}以前（{days} 天以内）。"),
            way_on=_("请另约时间；实在去不了的，选“没办成”并写明去向。"),
        ),
    }
)

register_kinds(
    {
        "catalogue.guide_to_publish": Kind(
            _("一份写了价格的服务指南等人公布：{guide}"),
            _("起草的人不能自己公布，请看过价格和依据。"),
            opens="catalogue:guide_version_desk",
        ),
        "catalogue.home_service_asked": Kind(
            _("有人申请上门服务"),
            _("您是第一个被问到的人，请约时间；转交以前由您负责。"),
            opens="catalogue:home_service",
        ),
        "catalogue.home_service_handed": Kind(
            _("一件上门服务转交给您了"),
            _("请看约好的时间。"),
            opens="catalogue:home_service",
        ),
        "catalogue.home_service_set": Kind(
            _("上门的时间约好了：{when}"),
            _("请看看方不方便，点一下“这个时间可以”。"),
            opens="catalogue:my_home_service",
        ),
        "catalogue.home_service_given_up": Kind(
            _("您申请的上门服务没办成"),
            _("原因和可以怎么办写在页面上。"),
            opens="catalogue:my_home_service",
        ),
    }
)
