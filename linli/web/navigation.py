"""The ways through the site: which entries a reader sees, and which is the present one."""

from dataclasses import replace
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.access.posts import POSTS
from linli.core.audit.door import may
from linli.core.messages.queries import unread_count
from linli.core.pages.shapes import NavItem
from linli.core.places.models import Place


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `nav`, `thumbs`, `account`, and what frames name the site by."""
    return {**_who(request), **_where(request)}


def _where(request: HttpRequest) -> dict[str, Any]:
    community = getattr(request, "community", None)
    if community is None:
        return {"nav": [], "nav_more": None, "thumbs": [], "site_name": "", "home_url": "/"}
    here = {"community_code": community.code}
    home = reverse("home", kwargs=here)
    desk = request.path.startswith(f"{home}desk/")
    actor: Any = getattr(request, "actor", None)
    sits = desk and actor is not None and may("desk.open", actor, community)
    queue = sits and may("matters.see_queue", actor, community)
    items = _desk(request, here) if desk else _portal(request, here)
    return {
        "nav": items,
        "nav_more": _under_more(items),
        "thumbs": [] if desk else items[1:5],
        "site_name": community.name,
        "home_url": reverse("desk", kwargs=here) if sits else home,
        "search_url": reverse("matters:queue", kwargs=here) if queue else "",
    }


def _who(request: HttpRequest) -> dict[str, Any]:
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
        actor: Any = request.actor  # type: ignore[attr-defined]
        if may("catalogue.see_certificate_counts", actor, community):
            items.append(
                NavItem(_("开证明的次数"), reverse("catalogue:counts", kwargs=here), "chart-bar")
            )
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


def _under_more(items: list[NavItem]) -> dict[str, bool] | None:
    """Whether the bar needs a "more", and whether the present page is under it."""
    under = [item for item in items if item.more]
    return {"current": any(item.current for item in under)} if under else None


def _portal(request: HttpRequest, here: dict[str, str]) -> list[NavItem]:
    items = [
        _item(request, _("首页"), reverse("home", kwargs=here), "home", exact=True),
        _item(request, _("提诉求"), reverse("matters:new", kwargs=here), "message-2-plus"),
        _item(
            request, pgettext_lazy("nav", "查进度"), reverse("matters:find", kwargs=here), "receipt"
        ),
        _item(
            request,
            pgettext_lazy("nav", "看办理"),
            reverse("matters:public", kwargs=here),
            "list-check",
            exact=True,
        ),
        _item(request, _("公告栏"), reverse("publication:notices", kwargs=here), "pin"),
        _item(
            request,
            _("开证明"),
            reverse("catalogue:certificates", kwargs=here),
            "certificate",
            more=True,
        ),
        # Looked for now and then: under "more", so that the bar stays one row in any language.
        _item(
            request,
            _("居民会议"),
            reverse("assemblies:coming", kwargs=here),
            "speakerphone",
            more=True,
        ),
        _item(request, _("选举"), reverse("elections:list", kwargs=here), "checklist", more=True),
        _item(request, _("投票"), reverse("ballot:polls", kwargs=here), "ticket", more=True),
        _item(
            request,
            _("居委会做什么"),
            reverse("intake:list", kwargs=here),
            "clipboard-list",
            more=True,
        ),
        _item(
            request,
            _("社区评价"),
            reverse("evaluation:standards", kwargs=here),
            "chart-bar",
            more=True,
        ),
    ]
    if may("desk.open", request.actor, request.community):  # type: ignore[attr-defined]
        items.append(_item(request, _("工作台"), reverse("desk", kwargs=here), "clipboard-list"))
    elif may("people.count", request.actor, request.community):  # type: ignore[attr-defined]
        counts = reverse("roster:questions", kwargs=here)
        items.append(
            _item(request, pgettext_lazy("nav", "有多少人"), counts, "help-circle", more=True)
        )
    return items


def _desk(request: HttpRequest, here: dict[str, str]) -> list[NavItem]:
    actor, community = request.actor, request.community  # type: ignore[attr-defined]
    entries = [
        (may("desk.open", actor, community), _("今日"), "desk", "calendar", "t", ""),
        (
            may("matters.see_queue", actor, community),
            _("诉求"),
            "matters:queue",
            "inbox",
            "m",
            _("办理"),
        ),
        (
            may("matters.handle", actor, community),
            _("记一件诉求"),
            "matters:type_in",
            "pencil",
            "n",
            "",
        ),
        (
            may("matters.handle", actor, community),
            _("重复出现的地点"),
            "matters:patterns",
            "map-pin",
            "r",
            "",
        ),
        (
            may("matters.import", actor, community),
            _("导入表格"),
            "matters:imports",
            "upload",
            "i",
            "",
        ),
        (may("chains.handle", actor, community), _("接龙"), "chains:list", "list", "l", ""),
        (
            may("catalogue.see_certificates", actor, community),
            _("开证明"),
            "catalogue:counter",
            "certificate",
            "z",
            "",
        ),
        (
            may("paperwork.see", actor, community),
            pgettext_lazy("nav", "填表"),
            "paperwork:forms",
            "table",
            "f",
            "",
        ),
        (
            may("assemblies.see_desk", actor, community),
            _("居民会议"),
            "assemblies:meetings",
            "speakerphone",
            "a",
            _("自治"),
        ),
        (
            may("assemblies.see_desk", actor, community),
            pgettext_lazy("nav", "决议落实"),
            "assemblies:resolutions_desk",
            "list-check",
            "j",
            "",
        ),
        (
            may("elections.see_desk", actor, community),
            _("选举"),
            "elections:desk_list",
            "checklist",
            "e",
            "",
        ),
        (
            may("elections.see_desk", actor, community),
            pgettext_lazy("nav", "居委会成员"),
            "elections:register_of_members",
            "certificate",
            "w",
            "",
        ),
        (
            may("assemblies.see_desk", actor, community),
            _("投票"),
            "ballot:polls",
            "ticket",
            "v",
            "",
        ),
        (
            may("intake.see_desk", actor, community),
            _("上级要求"),
            "intake:queue",
            "file-import",
            "x",
            _("减负"),
        ),
        (
            may("intake.see_burden", actor, community),
            _("负担月报"),
            "intake:burden",
            "chart-bar",
            "y",
            "",
        ),
        (
            may("people.read", actor, community),
            _("居民名册"),
            "roster:search",
            "users",
            "p",
            _("底数"),
        ),
        (
            may("people.count", actor, community),
            pgettext_lazy("nav", "有多少人"),
            "roster:questions",
            "help-circle",
            "h",
            "",
        ),
        (may("places.tag", actor, community), _("楼道二维码"), "stair_tags", "qrcode", "d", ""),
        (
            may("access.invite", actor, community),
            _("邀请单"),
            "access_invitations",
            "ticket",
            "q",
            "",
        ),
        (
            may("matters.handle", actor, community),
            _("公告栏"),
            "publication:notices",
            "pin",
            "b",
            _("公开"),
        ),
        (True, _("社区评价"), "evaluation:standards", "chart-bar", "s", ""),
        (
            may("evaluation.see_reports", actor, community),
            _("工作报告"),
            "evaluation:work_reports",
            "clipboard-list",
            "o",
            "",
        ),
        (
            may("matters.set_rules", actor, community),
            _("分派规则"),
            "matters:routing",
            "route",
            "u",
            _("设置"),
        ),
        (
            may("matters.set_rules", actor, community),
            _("诉求类型"),
            "matters:kinds",
            "adjustments-horizontal",
            "k",
            "",
        ),
        (
            may("clocks.edit_calendar", actor, community),
            _("工作日历"),
            "clocks:calendar",
            "calendar-event",
            "c",
            "",
        ),
        (
            may("places.lay_out", actor, community),
            _("社区概况"),
            "community_profile",
            "building-community",
            "",
            "",
        ),
        (
            may("access.see_posts", actor, community),
            _("岗位与单位"),
            "access_posts",
            "user-circle",
            "",
            "",
        ),
    ]
    return _one_current(
        [
            _item(request, title, reverse(name, kwargs=here), icon, key=key, group=group)
            for allowed, title, name, icon, key, group in entries
            if allowed
        ]
    )


def _one_current(items: list[NavItem]) -> list[NavItem]:
    """Where a page lies under two entries, one is its own: the one with the longer address."""
    longest = max((len(item.url) for item in items if item.current), default=0)
    return [replace(item, current=item.current and len(item.url) == longest) for item in items]


def _item(
    request: HttpRequest,
    title: Any,
    url: str,
    icon: str,
    *,
    key: str = "",
    group: Any = "",
    exact: bool = False,
    more: bool = False,
) -> NavItem:
    exact = exact or url.endswith(
        ("/desk/", "/desk/matters/", "/desk/assemblies/", "/desk/intake/")
    )
    current = request.path == url if exact else request.path.startswith(url)
    return NavItem(title, url, icon, key, current, None, group, more)
