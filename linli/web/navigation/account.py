"""Who is signed in, and what belongs to them."""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from linli.core.access.posts import POSTS
from linli.core.audit.door import may
from linli.core.messages.queries import unread_count
from linli.core.pages.shapes import NavItem
from linli.core.places.models import Place
from linli.web.navigation.addresses import reverse

_HELPED = (
    (_("办理上门"), "catalogue:my_home_services", "home"),
    (_("我的申请"), "catalogue:my_applications", "heart-handshake"),
    (_("我的调解"), "mediation:mine", "scale"),
    (_("我的报名"), "signup:mine", "calendar-event"),
    (_("我订的场地"), "facilities:mine", "building"),
    (_("我借的、提供的"), "facilities:own_kept", "accessible"),
    (_("我的志愿服务"), "volunteering:mine", "heart-handshake"),
    (_("我的邻里互借"), "volunteering:lending_mine", "tool"),
    (_("我的小区"), "property:own", "building-community"),
    (_("我的房屋"), "property:own_units", "home"),
    (_("认岗和报到"), "party:mine", "heart-handshake"),
    (_("应急求助卡"), "emergencies:own", "alert-triangle"),
    (_("我的建议"), "organisations:own_proposals", "bulb"),
    (_("我发起的组织"), "organisations:social_mine", "users"),
    (_("保密的记录"), "casework:my_cases", "lock"),
)
"""What is done for one person. The entries stand for everybody, whether or not there is anything
behind them: that there is, nobody may learn from a menu."""

_BY_POST = (
    ("organisations.be_delegate", _("我代表的单位"), "organisations:own_units", "building"),
    ("desk.open", _("我的档案"), "organisations:own", "file-text"),
)
"""What belongs to whoever holds a post."""


def who(request: HttpRequest) -> dict[str, Any]:
    """Who is signed in, by the name they chose, and what belongs to them."""
    links = [
        NavItem(_("无障碍说明"), reverse("accessibility")),
        NavItem(_("个人信息怎么用"), reverse("privacy")),
        NavItem(_("依据的法律"), reverse("law")),
    ]
    actor = getattr(request, "actor", None)
    if actor is None or not actor.signed_in:
        here = quote(request.get_full_path())
        return {"sign_in_url": f"{reverse('account_login')}?next={here}", "footer_links": links}
    titles = [str(POSTS[held.post].title) for held in actor.posts if held.post in POSTS]
    return {
        "account": {
            "name": request.user.label,  # type: ignore[union-attr]
            "post": str(_("、")).join(dict.fromkeys(titles)),
            "links": [*_mine(request), *_streets(actor)],
            "sign_out_url": reverse("account_logout"),
        },
        "footer_links": links,
    }


def _mine(request: HttpRequest) -> list[NavItem]:
    unread = unread_count(request.actor.account)  # type: ignore[attr-defined]
    inbox = _("消息（%(count)d 条未读）") % {"count": unread} if unread else _("消息")
    items = [NavItem(inbox, reverse("messages:inbox"), "bell")]
    community = getattr(request, "community", None)
    if community is not None:
        here = {"community_code": community.code}
        items.append(NavItem(_("我提的诉求"), reverse("matters:mine", kwargs=here), "receipt"))
        items.append(
            NavItem(_("我的证明"), reverse("catalogue:my_certificates", kwargs=here), "file-text")
        )
        items += [NavItem(title, reverse(page, kwargs=here), icon) for title, page, icon in _HELPED]
        actor: Any = request.actor  # type: ignore[attr-defined]
        items += [
            NavItem(title, reverse(page, kwargs=here), icon)
            for needs, title, page, icon in _BY_POST
            if may(needs, actor, community)
        ]
        if may("catalogue.see_certificate_counts", actor, community):
            items.append(
                NavItem(_("开证明的次数"), reverse("catalogue:counts", kwargs=here), "chart-bar")
            )
        items.append(NavItem(_("我要的复印件"), reverse("archive:my_copies", kwargs=here), "copy"))
        reads = may("archive.see", actor, community)
        if reads and not may("desk.open", actor, community):
            items.append(NavItem(_("居务档案"), reverse("archive:home", kwargs=here), "archive"))
    items += [
        NavItem(_("关于我的信息"), reverse("me:held"), "shield"),
        NavItem(_("账号与安全"), reverse("access_account"), "lock"),
        NavItem(_("后台任务"), reverse("jobs:list"), "hourglass"),
    ]
    return items


def _streets(actor: Any) -> list[NavItem]:
    """The street pages of whoever holds a post there."""
    paths = [held.path for held in actor.posts if POSTS[held.post].counts_only]
    streets = Place.objects.filter(path__in=paths) if paths else []
    return [
        NavItem(street.name, reverse("street:side_by_side", args=[street.code]), "building-bank")
        for street in streets
    ]
