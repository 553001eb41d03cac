"""What residents find in the bar of the portal."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.audit.door import may
from linli.core.pages.shapes import NavItem
from linli.web.navigation.addresses import reverse
from linli.web.navigation.desk import reads_here
from linli.web.navigation.entry import Way, entry

BAR: tuple[Way, ...] = (
    Way("", _("首页"), "home", "home"),
    Way("", _("提诉求"), "matters:new", "message-2-plus"),
    Way("", pgettext_lazy("nav", "查进度"), "matters:find", "receipt"),
    Way("", pgettext_lazy("nav", "看办理"), "matters:public", "list-check"),
    Way("", _("公告栏"), "publication:notices", "pin"),
)
"""The most used first."""

MORE: tuple[tuple[Any, tuple[Way, ...]], ...] = (
    (
        _("办事"),
        (
            Way("", pgettext_lazy("nav", "能办什么"), "catalogue:guides", "book-2"),
            Way("", _("开证明"), "catalogue:certificates", "certificate"),
            Way("", pgettext_lazy("nav", "能申请什么"), "catalogue:navigator", "compass"),
            Way("", _("帮您申请"), "catalogue:application_start", "heart-handshake"),
            Way("", _("人民调解"), "mediation:about", "scale"),
            Way("", _("法律咨询日"), "casework:consultations", "message-2-plus"),
            Way("", _("我的权利"), "rights:mine", "shield-check"),
        ),
    ),
    (
        _("自治"),
        (
            Way("", _("居民会议"), "assemblies:coming", "speakerphone"),
            Way("", _("协商议事"), "deliberation:topics", "message-2-plus"),
            Way("", _("居民接待日"), "deliberation:listening", "message-2-plus"),
            Way("", _("年度计划"), "planning:plan_now", "calendar-event"),
            Way("", _("心愿单"), "planning:wishes", "bulb"),
            Way("", _("大家定的钱"), "budgeting:rounds", "ticket"),
            Way("", _("选举"), "elections:list", "checklist"),
            Way("", _("投票"), "ballot:polls", "ticket"),
            Way("", _("小区和物业"), "property:list", "building-community"),
            Way("", _("业主表决"), "property:owners_votes", "checklist"),
            Way("", _("建议箱"), "organisations:proposals", "bulb"),
            Way("", _("怎么参与"), "organisations:taking_part", "stairs"),
        ),
    ),
    (
        _("平安"),
        (
            Way("", _("出了事怎么办"), "emergencies:show", "alert-triangle"),
            Way("", _("隐患和整改"), "hazards:list", "shield-check"),
            Way("", _("社区警务"), "hazards:police", "shield"),
            Way("", _("消防"), "hazards:fire", "flame"),
            Way("", _("失物招领"), "hazards:found", "search"),
        ),
    ),
    (
        _("一起来"),
        (
            Way("", _("活动和课程"), "activities:home", "calendar-event"),
            Way("", _("想学什么"), "activities:wishes", "book-2"),
            Way("", _("居民团队"), "activities:groups", "users"),
            Way("", _("场地"), "facilities:list", "building"),
            Way("", _("借东西、借辅具"), "facilities:lending", "accessible"),
            Way("", _("志愿服务"), "volunteering:calls", "heart-handshake"),
            Way("", _("微心愿"), "volunteering:wishes", "star"),
            Way("", _("邻里互借"), "volunteering:lending", "tool"),
            Way("", _("时间互助"), "volunteering:time", "hourglass"),
            Way("", _("资源对接"), "facilities:offers", "building-community"),
            Way("", _("感谢和荣誉"), "activities:recognition", "certificate"),
            Way("", _("查报名"), "signup:find", "search"),
            Way("", _("社区社会组织"), "organisations:social_list", "users"),
            Way(
                "",
                pgettext_lazy("several", "驻社区单位"),
                "organisations:units",
                "building-community",
            ),
        ),
    ),
    (
        _("公开"),
        (
            Way("", _("居务公开目录"), "oversight:catalogue", "list-check"),
            Way("", _("钱用在哪里"), "funds:home", "coin"),
            Way("", _("居务监督"), "oversight:supervision", "eye"),
            Way("", _("居委会做什么"), "intake:list", "clipboard-list"),
            Way("", _("社区里的组织"), "organisations:list", "building"),
            Way("", _("找谁办"), "organisations:directory", "search"),
            Way("", _("党务公开"), "party:public", "file-text"),
            Way("", _("购买的服务"), "organisations:purchases", "file-text"),
            Way("", _("居务档案"), "archive:open", "archive"),
            Way("", _("社区评价"), "evaluation:standards", "chart-bar"),
            Way("", _("捐赠和用途"), "funds:giving", "heart-handshake"),
            Way("", _("小额资助"), "funds:calls", "coin"),
            Way("", _("满意度调查"), "evaluation:survey_come_in", "clipboard-list"),
        ),
    ),
)
"""Looked for now and then: under "more", so that the bar stays one row in any language."""

EXACT = frozenset({"home", "matters:public"})
COUNTS = Way("people.count", pgettext_lazy("nav", "有多少人"), "roster:questions", "help-circle")


def portal(request: HttpRequest, here: dict[str, str]) -> list[NavItem]:
    """The entries, the most used first; the desk at the end for whoever works there."""

    def leads(way: Way, *, group: Any = "", more: bool = False) -> NavItem:
        url, exact = reverse(way.page, kwargs=here), way.page in EXACT
        return entry(request, way.title, url, way.icon, exact=exact, group=group, more=more)

    def opens(permission: str) -> bool:
        return may(permission, request.actor, request.community)  # type: ignore[attr-defined]

    items = [leads(way) for way in BAR]
    items += [leads(way, group=group, more=True) for group, ways in MORE for way in ways]
    actor, community = request.actor, request.community  # type: ignore[attr-defined]
    if opens("desk.open") or reads_here(actor, community):
        items.append(leads(Way("", _("工作台"), "desk", "clipboard-list")))
    elif opens(COUNTS.needs):
        items.append(leads(COUNTS, group=MORE[-1][0], more=True))
    return items
