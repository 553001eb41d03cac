"""What is said of micro-wishes."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_clock_names({"wish_looked": _("答复微心愿的期限")})

register_acts(
    {
        "volunteering.make_wish": ActSentence(_("收到微心愿 {number}")),
        "volunteering.give_wish_back": ActSentence(_("请许愿的人改一改微心愿 {number}")),
        "volunteering.change_wish": ActSentence(_("微心愿 {number} 改好再送")),
        "volunteering.publish_wish": ActSentence(_("公布微心愿 {number}")),
        "volunteering.refuse_wish": ActSentence(_("没有公布微心愿 {number}，告诉了别的办法")),
        "volunteering.claim_wish": ActSentence(_("认领微心愿 {number}，保留到 {until}")),
        "volunteering.release_wish": ActSentence(_("微心愿 {number} 的认领放开")),
        "volunteering.meet_wish": ActSentence(_("微心愿 {number} 实现了")),
        "volunteering.thank_wish": ActSentence(_("微心愿 {number} 的许愿人说了一句")),
        "volunteering.show_wish_words": ActSentence(_("看过微心愿 {number} 的话")),
        "volunteering.run_out_wish": ActSentence(_("微心愿 {number} 到期收起")),
        "volunteering.withdraw_wish": ActSentence(_("微心愿 {number} 收回")),
        "volunteering.end_wish": ActSentence(_("收起微心愿 {number}")),
        "volunteering.forget_wish": ActSentence(_("删除微心愿 {number} 里的个人信息")),
    }
)

register_findings(
    {
        "volunteering.words_given": Sentence(
            met=_("写了。"), unmet=_("这里还没有写。"), way_on=_("请写一句。")
        ),
        "volunteering.names_nobody": Sentence(
            met=_("没有写出是谁。"),
            unmet=_("大家都会读到，这里好像写了人的姓名、称呼、电话或者门牌号。"),
            way_on=_("请去掉，只说想要什么。"),
        ),
        "volunteering.no_appeal": Sentence(
            met=_("不是要钱，也不是募捐。"),
            unmet=_(
                "这里写了“{word}”：微心愿不收钱、不募捐，也不放任何账户和收款码。面向公众募捐"
                "只能由有资格的慈善组织来做，个人求助要到指定的平台。"
            ),
            way_on=_(
                "生活有困难的，请告诉社区工作者，帮您申请低保、临时救助等社会救助；要筹钱的，请找慈善"
                "组织。想要一件小东西、想有人陪一陪，不写钱，可以再许一次。"
            ),
        ),
        "volunteering.nothing_private": Sentence(
            met=_("没有写病情和家境。"),
            unmet=_("大家都会读到，这里写了“{word}”：心愿不用说病情，也不用说家境。"),
            way_on=_("请去掉，只说想要什么；需要救助的，请和社区工作者单独说。"),
        ),
        "volunteering.wisher_consents": Sentence(
            met=_("本人同意公布。"),
            unmet=_("心愿要本人同意公布才能登记。"),
            way_on=_("请问过本人，本人同意了再勾选。"),
        ),
        "volunteering.guardian_consents": Sentence(
            met=_("监护人同意公布。"),
            unmet=_("孩子的心愿要监护人同意才能登记。"),
            way_on=_("请监护人同意后勾选；公布时只写“一个孩子”，不写名字、学校和住址。"),
        ),
        "volunteering.guardian_meets": Sentence(
            met=_("监护人同意见面。"),
            unmet=_("孩子的心愿如果不是一件东西，会和认领的人见面，要监护人先同意。"),
            way_on=_(
                "监护人同意、愿意在场的，请勾选；不想见面的，可以改成想要一件东西，由居委会转交。"
            ),
        ),
        "volunteering.wish_free": Sentence(
            met=_("还没有人认领。"),
            unmet=_("这个心愿已经有人认领了。"),
            way_on=_("可以看看别的心愿；认领的人没有来得及的，会重新放出来。"),
        ),
        "volunteering.not_own_wish": Sentence(
            met=_("不是自己的心愿。"),
            unmet=_("这是您自己的心愿，不用自己认领。"),
            way_on=_("不需要了的，可以收回。"),
        ),
        "volunteering.wishes_open": Sentence(
            met=_("可以再许一个。"),
            unmet=_("您已经有 {n} 个心愿还没有完成，一次最多 {most} 个，让大家都轮得到。"),
            way_on=_("等其中一个实现了，或者收回一个，再许新的。"),
        ),
    }
)

_MINE, _WISH, _DESK = "volunteering:wishes_mine", "volunteering:wish", "volunteering:wish_desk"

register_kinds(
    {
        "volunteering.wish_made": Kind(
            _("有一个微心愿等着看：{number}"),
            _("请在承诺的时间里看过、公布，或者告诉别的办法。"),
            opens="volunteering:wishes_desk",
        ),
        "volunteering.wish_returned": Kind(
            _("您的微心愿 {number} 请改一改"), _("点开看社区工作者的话。"), opens=_MINE
        ),
        "volunteering.wish_published": Kind(
            _("您的微心愿 {number} 公布了"),
            _("公布时没有写您是谁。有人认领会告诉您。"),
            opens=_WISH,
        ),
        "volunteering.wish_refused": Kind(
            _("您的微心愿 {number} 换一个办法更好"), _("点开看为什么、可以找谁。"), opens=_MINE
        ),
        "volunteering.wish_claimed": Kind(
            _("您的微心愿 {number} 有人认领了"), _("社区工作者会来转交，请等几天。"), opens=_WISH
        ),
        "volunteering.wish_claimed_desk": Kind(
            _("微心愿 {number} 有人认领了"), _("请和认领的人联系，帮忙转交。"), opens=_DESK
        ),
        "volunteering.claim_lapsed": Kind(
            _("微心愿 {number} 的认领到期放开了"),
            _("没有关系，没有人会知道。有空时还可以再认领。"),
            opens="volunteering:wishes",
        ),
        "volunteering.wish_met": Kind(
            _("您的微心愿 {number} 实现了"), _("愿意的话，可以说一句。"), opens=_WISH
        ),
        "volunteering.wish_thanked": Kind(
            _("您实现的微心愿 {number}，许愿的人说了一句"), _("点开看。"), opens=_WISH
        ),
        "volunteering.wish_words_wait": Kind(
            _("微心愿 {number} 有话等着看"),
            _("看过才公布：不写是谁，不写病情、家境和钱。"),
            opens=_DESK,
        ),
        "volunteering.wish_ran_out": Kind(
            _("您的微心愿 {number} 到期收起了"), _("还想要的，可以再许一次。"), opens=_MINE
        ),
        "volunteering.wish_withdrawn": Kind(
            _("您认领的微心愿 {number} 收回了"),
            _("许愿的人不需要了，谢谢您。"),
            opens="volunteering:wishes",
        ),
        "volunteering.wish_ended": Kind(
            _("您的微心愿 {number} 收起了"), _("点开看为什么；可以再许一次。"), opens=_MINE
        ),
    }
)
