"""What the acts and findings of coming in say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "access.invite": ActSentence(_("开出一张邀请单")),
        "access.revoke_invitation": ActSentence(_("作废一张邀请单")),
        "access.accept_invitation": ActSentence(_("凭邀请单开通了账号")),
        "access.appoint": ActSentence(_("任职：{post}")),
        "access.end_post": ActSentence(_("结束任职：{post}")),
        "access.register_body": ActSentence(_("登记承办单位：{name}")),
        "access.close_body": ActSentence(_("不再转给这个单位：{name}")),
        "access.prefer": ActSentence(_("更改了页面偏好")),
        "access.notice_strange_browser": ActSentence(_("有人在没有验证过的浏览器上打开保密的页面")),
    }
)
register_findings(
    {
        "access.permitted": Sentence(
            met=_("您可以这样做。"),
            unmet=_("您现在的岗位不能这样做。"),
            way_on=_("如需办理，请联系居委会主任；若您刚换了岗位，请重新登录后再试。"),
        ),
        "access.login_free": Sentence(
            met=_("这个手机号或邮箱可以使用。"),
            unmet=_("这个手机号或邮箱已经有账号了。"),
            way_on=_("请直接登录；忘了密码，请到居委会窗口重新领取邀请单。"),
        ),
        "access.held_once": Sentence(
            met=_("没有重复的任职。"),
            unmet=_("这个人已经在这个岗位上，没有再登记一次。"),
            way_on=_("要改期限，请先结束现在的任职，再重新登记。"),
        ),
        "access.term_ordered": Sentence(
            met=_("任期的起止没有问题。"),
            unmet=_("任期从{since}开始，最后一天不能早于这一天。"),
            way_on=_("请改最后一天。"),
        ),
        "access.director_remains": Sentence(
            met=_("{on}起有别的主任在任。"),
            unmet=_("从{on}起就没有主任了，那时谁也不能再安排岗位。"),
            way_on=_("请先登记新主任的任职，再结束这一任。"),
        ),
        "access.body_left": Sentence(
            met=_("这个单位没有人还在任。"),
            unmet=_("从{on}起，这个单位还有 {held} 个任职没有结束。"),
            way_on=_("请先结束这些任职，再停用这个单位。"),
        ),
        "access.invitation_good": Sentence(
            met=_("邀请单有效。"),
            unmet=_("这张邀请单已经用过、作废或过期。"),
            way_on=_("请到居委会窗口或联系社区工作者换一张新的。"),
        ),
    }
)
