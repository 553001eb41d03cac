"""What the acts, findings and messages of openings and job-seeker's cards say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "catalogue.enter_employer": ActSentence(_("核实后录入用人单位：{employer}")),
        "catalogue.check_employer": ActSentence(_("核实用人单位：{employer}，{result}")),
        "catalogue.draft_opening": ActSentence(_("起草岗位：{opening}（{kind}）")),
        "catalogue.redraft_opening": ActSentence(_("修改岗位：{opening}（{kind}）")),
        "catalogue.discard_opening": ActSentence(_("删除了一个没公布的岗位：{opening}")),
        "catalogue.publish_opening": ActSentence(_("公布岗位：{opening}（{kind}）")),
        "catalogue.ring_about_opening": ActSentence(_("问了岗位还招不招：{opening}，{answer}")),
        "catalogue.ask_about_opening": ActSentence(_("提醒核实快到期的岗位：{opening}")),
        "catalogue.expire_opening": ActSentence(_("岗位到期，不再显示：{opening}")),
        "catalogue.write_job_card": ActSentence(_("写了一张求职卡")),
        "catalogue.rewrite_job_card": ActSentence(_("改了求职卡")),
        "catalogue.keep_job_card": ActSentence(_("求职卡继续留着")),
        "catalogue.destroy_job_card": ActSentence(_("销毁了一张求职卡")),
        "catalogue.ask_about_job_card": ActSentence(_("问本人求职卡还要不要")),
        "catalogue.release_card_fields": ActSentence(_("勾了求职卡上告诉一个用人单位的内容")),
        "catalogue.withdraw_release": ActSentence(_("收回了告诉一个用人单位的内容")),
        "catalogue.tell_employer": ActSentence(_("照本人勾的，打电话转告用人单位")),
        "catalogue.employer_not_reached": ActSentence(_("没打通，没有转告")),
        "catalogue.recall_release": ActSentence(_("请用人单位删掉了转告过的内容")),
        "catalogue.look_at_job_cards": ActSentence(_("看了有求职卡的人的名单")),
        "catalogue.look_at_job_card": ActSentence(_("打开了求职卡")),
        "catalogue.look_at_release": ActSentence(_("看了要转告用人单位的内容")),
    }
)

_FAIR = _("请把这句话删掉或改成工作本身的要求；确实不是这个意思的，勾上“看过”并由您负责。")

register_findings(
    {
        "catalogue.employer_rung": Sentence(
            met=_("写明了打的哪个电话，或上门看过。"),
            unmet=_("没有写打的是哪个电话，不算核实。"),
            way_on=_("请填打通的号码；上门看过的选“上门看过”。"),
        ),
        "catalogue.employer_new": Sentence(
            met=_("还没有这家单位。"),
            unmet=_("同一个统一社会信用代码的单位已经录过了。"),
            way_on=_("请打开原来那一家，核实后再改。"),
        ),
        "catalogue.employer_unchanged": Sentence(
            met=_("和您看到的一样。"),
            unmet=_("这一家刚才有人核实过，或者已经停业。"),
            way_on=_("请打开它看看最新的情况。"),
        ),
        "catalogue.employer_there": Sentence(
            met=_("单位还在。"),
            unmet=_("这家单位已经停业或不再招人。"),
            way_on=_("请换一家，或重新核实后录入。"),
        ),
        "catalogue.employer_fresh": Sentence(
            met=_("单位核实过，到{last_day}以前不用再核实。"),
            unmet=_("单位超过 {days} 天没有核实（最后一天是{last_day}），岗位不能公布。"),
            way_on=_("请先打电话核实这家单位。"),
        ),
        "catalogue.opening_whole": Sentence(
            met=_("该写的都写了。"),
            unmet=_("还没写：{missing}。"),
            way_on=_("补上再公布。"),
        ),
        "catalogue.pay_stated": Sentence(
            met=_("工钱写明了。"),
            unmet=_("没有写工钱多少、按什么算，不能公布。"),
            way_on=_("请问清楚再填；“面议”不行，可以写从多少到多少。"),
        ),
        "catalogue.pay_above_nothing": Sentence(
            met=_("工钱大于零。"),
            unmet=_("做工没有工钱，不能公布。"),
            way_on=_("请问清楚；不给钱的是志愿服务，不是岗位。"),
        ),
        "catalogue.pay_range": Sentence(
            met=_("工钱从低到高。"),
            unmet=_("最多的比最少的还少。"),
            way_on=_("请核对两个数。"),
        ),
        "catalogue.nothing_charged": Sentence(
            met=_("问过用人单位：不收钱、不收押金、不扣证件。"),
            unmet=_(
                "还没有问过用人单位收不收钱、扣不扣证件。向求职者收钱、收押金、扣证件都是禁止的。"
            ),
            way_on=_("请问过再勾；要收的不能公布，可以告诉劳动保障监察。"),
        ),
        "catalogue.no_charge_in_words": Sentence(
            met=_("没有写要交钱、扣证件。"),
            unmet=_(
                "里面写着“{found}”。向求职者收钱、收押金、扣证件都是禁止的，这个岗位不能公布。"
            ),
            way_on=_("请问清用人单位；真要收的不公布，可以告诉劳动保障监察。不收的，写成“不收”。"),
        ),
        "catalogue.opening_expires": Sentence(
            met=_("写明了哪天起不再显示。"),
            unmet=_("要写哪天起不再显示：明天以后，最晚{last_day}（{days} 天）。"),
            way_on=_("请选一天；到时还招的，打个电话就能延长。"),
        ),
        "catalogue.opening_unchanged": Sentence(
            met=_("和您看到的一样。"),
            unmet=_("这个岗位在您看的时候有人改过、公布过或撤下了。"),
            way_on=_("请打开它看看最新的情况。"),
        ),
        "catalogue.opening_up": Sentence(
            met=_("岗位还在招。"),
            unmet=_("这个岗位已经到期、招满或撤下了。"),
            way_on=_("请看看别的岗位。"),
        ),
        "catalogue.wording_fair": Sentence(met=_("没有看到把人拒之门外的话。"), unmet=""),
        "catalogue.wording_sex": Sentence(
            met="",
            unmet=_("“{found}”：招人不能按性别、婚育把人排除在外。"),
            way_on=_FAIR,
        ),
        "catalogue.wording_ethnicity": Sentence(
            met="", unmet=_("“{found}”：招人不能按民族挑人。"), way_on=_FAIR
        ),
        "catalogue.wording_belief": Sentence(
            met="", unmet=_("“{found}”：招人不能按信不信教挑人。"), way_on=_FAIR
        ),
        "catalogue.wording_disability": Sentence(
            met="", unmet=_("“{found}”：招人不能歧视残疾人。"), way_on=_FAIR
        ),
        "catalogue.wording_infection": Sentence(
            met="",
            unmet=_("“{found}”：招人不能因为携带传染病病原拒绝录用，也不能要求查乙肝。"),
            way_on=_FAIR,
        ),
        "catalogue.wording_rural": Sentence(
            met="",
            unmet=_("“{found}”：不能对农村来的、外地来的人设限制。"),
            way_on=_FAIR,
        ),
        "catalogue.card_on_wish": Sentence(
            met=_("是本人的意思。"),
            unmet=_(
                "求职卡只能由本人写、本人改；在窗口要由就业服务专员照本人的意思写，并记下怎样同意的。"
            ),
            way_on=_("请本人登录，或请本人到窗口。"),
        ),
        "catalogue.card_new": Sentence(
            met=_("还没有求职卡。"),
            unmet=_("这位已经有一张求职卡。"),
            way_on=_("请打开原来那张改。"),
        ),
        "catalogue.card_reachable": Sentence(
            met=_("写明了怎样找到本人。"),
            unmet=_("没有写怎样找到本人。"),
            way_on=_("请填电话，或选“请社区转告我”。"),
        ),
        "catalogue.card_unchanged": Sentence(
            met=_("和您看到的一样。"),
            unmet=_("求职卡在您看的时候改过。"),
            way_on=_("请打开它看看最新的情况。"),
        ),
        "catalogue.job_card_there": Sentence(
            met=_("求职卡在。"),
            unmet=_("这张求职卡已经销毁了，什么也不能转告。"),
            way_on=_("请不要再用记下的内容；本人想再找工作，可以重新写一张。"),
        ),
        "catalogue.card_asked": Sentence(
            met=_("问过本人，没有答复。"),
            unmet=_("还没有问过本人，或者还在等答复，不能销毁。"),
            way_on=_("等到期限过了再说。"),
        ),
        "catalogue.release_ticked": Sentence(
            met=_("只转告勾了的。"),
            unmet=_("至少勾一样，并且只能勾卡上写了的（有 {more} 样是空的）。"),
            way_on=_("请重新勾；没写的先在卡上写好。"),
        ),
        "catalogue.release_new": Sentence(
            met=_("这个岗位还没有转告过。"),
            unmet=_("这个岗位已经转告过用人单位了。"),
            way_on=_("要改的请先收回；社区请单位删掉以后，可以重新勾。"),
        ),
        "catalogue.release_stands": Sentence(
            met=_("可以照办。"),
            unmet=_("这一条已经收回、转告过，或者不在了。"),
            way_on=_("请回到单子上看最新的情况，不要照旧的打电话。"),
        ),
    }
)

register_kinds(
    {
        "catalogue.opening_ends": Kind(
            _("岗位快到期了：{opening}"),
            _("打个电话问问还招不招；不问的到期自动不显示。"),
            opens="catalogue:ring_opening",
        ),
        "catalogue.job_card_still": Kind(
            _("您的求职卡还要吗"),
            _("点开说一声；不答的到期自动销毁。"),
            opens="catalogue:my_job_card",
        ),
    }
)
