"""What the acts of this room say in the book, and what it tells."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds

register_acts(
    {
        "party.found_branch": ActSentence(_("登记党组织：{branch}")),
        "party.change_branch": ActSentence(_("改党组织的介绍：{branch}")),
        "party.end_branch": ActSentence(_("党组织撤销：{branch}")),
        "party.tell_total": ActSentence(_("记下党组织报的总数：{total} {value}")),
        "party.tell_month": ActSentence(_("{month}月底的报到数记下了，以后不再改")),
        "party.plan_meeting": ActSentence(_("安排{branch}的{sort}")),
        "party.move_meeting": ActSentence(_("改{branch}的{sort}安排")),
        "party.hold_meeting": ActSentence(_("记下{branch}开了{sort}")),
        "party.drop_meeting": ActSentence(_("{branch}的{sort}这次不开")),
        "party.promise": ActSentence(_("{branch}公开承诺")),
        "party.keep_pledge": ActSentence(_("{branch}的承诺兑现")),
        "party.publish_affair": ActSentence(_("党务公开：{item}")),
        "party.open_post": ActSentence(_("公布公益岗位：{post}")),
        "party.close_post": ActSentence(_("公益岗位不再招人：{post}")),
        "party.claim_post": ActSentence(_("有居民认领公益岗位：{post}")),
        "party.leave_post": ActSentence(_("公益岗位的认领删除：{post}")),
        "party.check_in": ActSentence(_("有人自己报到")),
        "party.stay": ActSentence(_("有人确认继续服务")),
        "party.leave": ActSentence(_("一次报到删除")),
        "party.record_service": ActSentence(_("有人记下自己的服务")),
        "party.strike_service": ActSentence(_("有人删去自己记的服务")),
        "party.answer_service": ActSentence(_("反馈了一次服务")),
        "party.look_at_checkin": ActSentence(_("书记查看了一条认领或报到")),
        "party.check_in_unit": ActSentence(_("单位报到：{unit}")),
        "party.change_unit": ActSentence(_("改报到单位的联系方式：{unit}")),
        "party.end_unit": ActSentence(_("单位不再参加：{unit}")),
        "party.write_letter": ActSentence(_("给单位写反馈信：{unit}")),
        "party.plan_council": ActSentence(_("筹备党建联席会议")),
        "party.call_council": ActSentence(_("通知党建联席会议，提前 {days} 天")),
        "party.cancel_council": ActSentence(_("取消党建联席会议")),
        "party.open_council": ActSentence(_("党建联席会议开会，到会 {present}")),
        "party.close_council": ActSentence(_("党建联席会议散会")),
        "party.take_wish": ActSentence(_("{branch}认领微心愿 {number}")),
    }
)

register_kinds(
    {
        "party.post_claimed": Kind(
            _("有居民认领了岗位：{title}"),
            _("请联系一下，说好时间和注意的事。"),
            opens="party:posts_desk",
        ),
        "party.checked_in": Kind(
            _("有人向社区党组织报到"), _("请看一看，回一句话。"), opens="party:checkins"
        ),
        "party.service_answered": Kind(
            _("您记的服务有反馈了"), _("只有您和书记看得到。"), opens="party:mine"
        ),
    }
)
