"""Why whom the lot met, and who signed their dissent, may be kept."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, DUTY, Ground, register_grounds

_TALK = (_("协商议事"),)

register_grounds(
    {
        "deliberation.Drawn.person": Ground(
            DUTY,
            _("随机邀请居民来议事，按抽出的顺序补请；抽到谁不公布，议完就删除"),
            _TALK,
            kept="settled",
            cites=("pipl.13", "rcl2025.32"),
            title=_("随机邀请抽到的人"),
        ),
        "deliberation.Dissent.name": Ground(
            CONTRACT,
            _("应本人要求，给保留的意见署名公开"),
            _TALK,
            kept="settled",
            optional=True,
            title=_("保留意见的署名"),
        ),
        "deliberation.Statement.author": Ground(
            CONTRACT,
            _("告诉写短意见的人放没放出来、为什么，并限制每人几条；收完意见就删除"),
            _TALK,
            kept="settled",
            title=_("短意见是谁写的"),
        ),
        "deliberation.Vote.code": Ground(
            CONTRACT,
            _("一人一条只算最后一次表态；存的是由账号算出的代号，收完意见换成随机的"),
            _TALK,
            kept="settled",
            title=_("表态的代号"),
        ),
    }
)
