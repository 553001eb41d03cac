"""What is told of it, and to whom it leads."""

from django.utils.translation import gettext_lazy as _

from linli.core.messages.kinds import Kind, register_kinds

_MINE = "volunteering:mine"
register_kinds(
    {
        "volunteering.ask_guardian": Kind(
            _("一位未成年人注册了志愿者"),
            _("请和监护人当面或电话谈一谈，同意了再记上；在这以前不安排班次。"),
            opens="volunteering:volunteers",
        ),
        "volunteering.guardian_agreed": Kind(
            _("监护人的同意记上了"), _("适合未成年人的班次，现在可以报名了。"), opens=_MINE
        ),
        "volunteering.known_now": Kind(
            _("居委会认得您了，可以上门"),
            _("送餐、探访、陪同的班次，当天看得到要去的几家。"),
            opens=_MINE,
        ),
        "volunteering.ask_known": Kind(
            _("一位还没有见过的志愿者报了要上门的班次：{title}"),
            _("请在 {starts_at} 以前见一面；认得了，记上，当天才看得到要去的几家。"),
            opens="volunteering:shift_desk",
        ),
        "volunteering.substitute_wanted": Kind(
            _("急找一位志愿者顶班：{title}"),
            _("{starts_at} 的班次空出一个位子。能来的点开说一声，先答应的先得；来不了不用回。"),
            opens="volunteering:shift",
        ),
        "volunteering.gap": Kind(
            _("班次空出一个位子：{title}"),
            _("{starts_at} 的班次。能收到消息的已经问了，其余的请打电话。"),
            opens="volunteering:shift_desk",
        ),
        "volunteering.taken_off": Kind(
            _("这一班不用来了：{title}"),
            _("{starts_at} 的班次，要求变了，或者监护人收回了同意。点开看原因；别的班次照常。"),
            opens="volunteering:shift",
        ),
        "volunteering.put_down": Kind(
            _("已按您的答应记上一班：{title}"),
            _("{starts_at}。没有答应过的，或者来不了，点开按一下就取消。"),
            opens="volunteering:shift",
        ),
        "volunteering.hours_confirmed": Kind(
            _("服务时长确认了：{title}"), _("谢谢您。记得不对的，请告诉居委会更正。"), opens=_MINE
        ),
        "volunteering.hours_corrected": Kind(
            _("服务时长更正了：{title}"),
            _("原来怎么记的、为什么改，都写在您的服务记录里。"),
            opens=_MINE,
        ),
        "volunteering.certificate_asked": Kind(
            _("有人申请志愿服务记录证明"),
            _("免费，凭记录如实出具。"),
            opens="volunteering:certificates",
        ),
        "volunteering.certificate_issued": Kind(
            _("志愿服务记录证明 {number} 好了"),
            _("可以自己打印；要盖章的，请到居委会。"),
            opens=_MINE,
        ),
        "volunteering.certificate_revoked": Kind(
            _("志愿服务记录证明 {number} 作废了"),
            _("记录更正过，请按更正后的记录重新申请。"),
            opens=_MINE,
        ),
        "volunteering.certificate_withdrawn": Kind(
            _("志愿服务记录证明 {number} 作废了"),
            _("作废的原因：{reason}。有疑问请问居委会。"),
            opens=_MINE,
        ),
        "volunteering.thanked": Kind(
            _("有一句写给您的感谢"), _("只有您看得到；要不要给别人看，由您定。"), opens=_MINE
        ),
        "volunteering.nobody_home": Kind(
            _("上门没有人应门：{title}"),
            _("请马上打电话或者上门看看，有了结果记下来。"),
            opens="volunteering:day",
        ),
        "volunteering.missed_long": Kind(
            _("没有人应门，还没有结果：{title}"),
            _("请安排人今天找到本人。"),
            opens="volunteering:day",
        ),
    }
)
