"""What lies on the desk, by the part of the work it belongs to."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.audit.door import may
from linli.core.pages.shapes import NavItem
from linli.web.navigation.addresses import reverse
from linli.web.navigation.entry import Way, entry

GROUPS: tuple[tuple[Any, tuple[Way, ...]], ...] = (
    (
        "",
        (
            Way("desk.open", _("今日"), "desk", "calendar", "t"),
            Way("clocks.see_duties", _("常规工作"), "clocks:duties", "list-check"),
            Way("clocks.see", pgettext_lazy("nav", "移交"), "clocks:hand_over", "arrow-forward-up"),
            Way("clocks.see", _("代班"), "clocks:stand_ins", "users"),
            Way("clocks.keep_feed", _("日历订阅"), "clocks:feed", "calendar-event"),
        ),
    ),
    (
        _("办理"),
        (
            Way("matters.see_queue", _("诉求"), "matters:queue", "inbox", "m"),
            Way("matters.handle", _("记一件诉求"), "matters:type_in", "pencil", "n"),
            Way("matters.handle", _("重复出现的地点"), "matters:patterns", "map-pin", "r"),
            Way("matters.import", _("导入表格"), "matters:imports", "upload", "i"),
            Way("chains.handle", _("接龙"), "chains:list", "list", "l"),
            Way("paperwork.see", pgettext_lazy("nav", "填表"), "paperwork:forms", "table", "f"),
        ),
    ),
    (
        pgettext_lazy("nav", "服务"),
        (
            Way("catalogue.see_certificates", _("开证明"), "catalogue:counter", "certificate", "z"),
            Way(
                "catalogue.open_navigator",
                pgettext_lazy("nav", "能申请什么"),
                "catalogue:navigator_desk",
                "compass",
            ),
            Way(
                "catalogue.see_applications",
                _("帮助申请"),
                "catalogue:applications",
                "heart-handshake",
            ),
            Way(
                "catalogue.see_application_counts",
                _("帮助申请的件数"),
                "catalogue:application_counts",
                "chart-bar",
            ),
            Way("catalogue.see_reminders", _("提醒和服务卡"), "catalogue:reminder_list", "bell"),
            Way("catalogue.handle_home_services", _("办理上门"), "catalogue:home_services", "home"),
            Way("catalogue.draft_guides", _("服务指南"), "catalogue:guide_desk", "book-2"),
            Way("catalogue.keep_providers", _("服务单位"), "catalogue:provider_desk", "building"),
            Way(
                "catalogue.keep_openings",
                pgettext_lazy("work", "岗位"),
                "catalogue:opening_lines",
                "search",
            ),
        ),
    ),
    (
        _("照护"),
        (
            Way("rounds.see", pgettext_lazy("nav", "走访"), "rounds:list", "stairs"),
            Way("casework.see", _("保密个案"), "casework:mine", "lock"),
            Way("casework.see_visits", _("今天的探访"), "casework:care_day", "home"),
            Way("casework.report_child", _("孩子受侵害"), "casework:child_report", "phone"),
            Way(
                "casework.protect_children",
                _("未成年人保护"),
                "casework:child_waiting",
                "shield-check",
            ),
        ),
    ),
    (
        pgettext_lazy("nav", "文化"),
        (
            Way("activities.see_desk", _("活动和课程"), "activities:desk", "calendar-event"),
            Way("activities.run_learning", _("学习和团队"), "activities:learning_desk", "book-2"),
            Way(
                "activities.run_recognition",
                _("感谢和荣誉"),
                "activities:recognition_desk",
                "certificate",
            ),
            Way("facilities.see_desk", _("场地预订"), "facilities:desk", "building"),
            Way("facilities.see_desk", _("场地登记"), "facilities:register", "clipboard-list"),
            Way("facilities.see_desk", _("场地季"), "facilities:season_desk", "calendar"),
            Way("facilities.see_desk", _("巡查和停用"), "facilities:defects", "tool"),
            Way("facilities.see_desk", _("出借"), "facilities:lending_desk", "accessible"),
            Way(
                "facilities.see_desk", _("资源对接"), "facilities:offer_desk", "building-community"
            ),
            Way("activities.see_desk", _("要打的电话"), "signup:calls", "phone-call"),
        ),
    ),
    (
        _("邻里互助"),
        (
            Way("volunteering.see_desk", _("志愿服务"), "volunteering:rota", "heart-handshake"),
            Way("volunteering.look_at_wish", _("微心愿和互借"), "volunteering:wishes_desk", "star"),
        ),
    ),
    (
        _("调解"),
        (
            Way("mediation.see_desk", _("人民调解"), "mediation:cases", "scale"),
            Way("mediation.register", _("登记调解"), "mediation:register", "pencil"),
            Way("mediation.see_counts", _("调解件数"), "mediation:counts", "chart-bar"),
        ),
    ),
    (
        _("平安"),
        (
            Way("hazards.see_desk", _("隐患"), "hazards:desk", "alert-circle"),
            Way("hazards.see_owed", _("要我们整改的"), "hazards:owed", "tool"),
            Way("hazards.see_rounds", _("巡查"), "hazards:rounds", "route"),
            Way("emergencies.see_ends", _("应急"), "emergencies:incidents", "alert-triangle"),
        ),
    ),
    (
        _("自治"),
        (
            Way("assemblies.see_desk", _("居民会议"), "assemblies:meetings", "speakerphone", "a"),
            Way(
                "assemblies.see_desk",
                pgettext_lazy("nav", "决议落实"),
                "assemblies:resolutions_desk",
                "list-check",
                "j",
            ),
            Way("deliberation.see_desk", _("协商议事"), "deliberation:desk", "message-2-plus"),
            Way("elections.see_desk", _("选举"), "elections:desk_list", "checklist", "e"),
            Way(
                "elections.see_desk",
                pgettext_lazy("nav", "居委会成员"),
                "elections:register_of_members",
                "certificate",
                "w",
            ),
            Way("assemblies.see_desk", _("投票"), "ballot:polls", "ticket", "v"),
            Way("budgeting.see_desk", _("大家定的钱"), "budgeting:desk_list", "ticket"),
            Way("oversight.see_supervision", _("居务监督"), "oversight:supervision_desk", "eye"),
            Way("archive.see", _("居务档案"), "archive:home", "archive"),
            Way("property.see_desk", _("小区和物业"), "property:desk", "building-community"),
            Way("property.see_votes_desk", _("业主表决"), "property:votes_desk", "checklist"),
        ),
    ),
    (
        pgettext_lazy("nav", "共建"),
        (
            Way("organisations.see_desk", _("组织登记"), "organisations:desk", "building"),
            Way("organisations.lead", _("工作人员"), "organisations:staff", "users"),
            Way(
                "organisations.see_social_desk",
                _("社区社会组织"),
                "organisations:social_desk",
                "users",
            ),
            Way(
                "organisations.keep_units",
                pgettext_lazy("several", "驻社区单位"),
                "organisations:units_desk",
                "building-community",
            ),
            Way(
                "organisations.answer_proposal", _("建议箱"), "organisations:proposals_desk", "bulb"
            ),
            Way(
                "organisations.see_purchases_desk",
                _("购买的服务"),
                "organisations:purchases",
                "file-text",
            ),
        ),
    ),
    (
        pgettext_lazy("nav", "党建"),
        (Way("party.see_desk", _("党建"), "party:calendar", "calendar-event"),),
    ),
    (
        _("减负"),
        (
            Way("intake.see_desk", _("上级要求"), "intake:queue", "file-import", "x"),
            Way("intake.see_burden", _("负担月报"), "intake:burden", "chart-bar", "y"),
        ),
    ),
    (
        pgettext_lazy("nav", "统筹"),
        (
            Way("planning.see_desk", pgettext_lazy("nav", "工作计划"), "planning:home", "table"),
            Way("planning.tend_wishes", _("心愿单"), "planning:wishes_desk", "bulb"),
            Way("planning.survey", _("需求调查"), "planning:surveys", "clipboard-list"),
            Way("planning.diagnose", _("社区诊断"), "planning:diagnoses", "chart-bar"),
            Way("funds.see_desk", pgettext_lazy("nav", "经费"), "funds:desk", "coin"),
            Way("funds.see_desk", _("捐赠和物品"), "funds:gifts", "heart-handshake"),
        ),
    ),
    (
        _("底数"),
        (
            Way("people.read", _("居民名册"), "roster:search", "users", "p"),
            Way(
                "people.count",
                pgettext_lazy("nav", "有多少人"),
                "roster:questions",
                "help-circle",
                "h",
            ),
            Way("places.tag", _("楼道二维码"), "stair_tags", "qrcode", "d"),
            Way("access.invite", _("邀请单"), "access_invitations", "ticket", "q"),
        ),
    ),
    (
        _("公开"),
        (
            Way("publication.see_desk", _("公告"), "publication:overview", "pin", "b"),
            Way(
                "catalogue.draft_assistance",
                _("救助公示"),
                "catalogue:assistance_notices",
                "heart-handshake",
            ),
            Way("oversight.see_desk", _("居务公开"), "oversight:desk", "speakerphone"),
            Way(
                "oversight.see_inquiries", _("居民询问"), "oversight:inquiries_desk", "help-circle"
            ),
            Way("", _("社区评价"), "evaluation:standards", "chart-bar", "s"),
            Way("evaluation.survey", _("满意度调查"), "evaluation:surveys", "clipboard-list"),
            Way(
                "evaluation.see_reports",
                _("工作报告"),
                "evaluation:work_reports",
                "clipboard-list",
                "o",
            ),
            Way("returns.see", pgettext_lazy("nav", "上报"), "returns:list", "upload"),
        ),
    ),
    (
        _("设置"),
        (
            Way("matters.set_rules", _("分派规则"), "matters:routing", "route", "u"),
            Way("matters.set_rules", _("诉求类型"), "matters:kinds", "adjustments-horizontal", "k"),
            Way("clocks.edit_calendar", _("工作日历"), "clocks:calendar", "calendar-event", "c"),
            Way("local_law.see", _("本地规定"), "local_law:values", "scale"),
            Way("places.lay_out", _("社区概况"), "community_profile", "building-community"),
            Way("access.see_posts", _("岗位与单位"), "access_posts", "user-circle"),
            Way(
                "casework.set_duty_offices",
                _("紧急时要找的单位"),
                "casework:duty_offices",
                "phone",
            ),
        ),
    ),
)
"""A group's name stands above its entries; the first group, the day itself, has none."""


def reads_here(actor: Any, community: Any) -> bool:
    """Whether some page of the desk opens for whoever holds a post without working at it: a
    supervisor, a member of an owners' committee."""
    if not actor.posts_over(community):
        return False
    needed = dict.fromkeys(way.needs for _group, ways in GROUPS for way in ways if way.needs)
    return any(may(permission, actor, community) for permission in needed)


def desk(request: HttpRequest, here: dict[str, str]) -> list[NavItem]:
    """The entries this worker may use, in order."""
    actor, community = request.actor, request.community  # type: ignore[attr-defined]
    items = []
    for group, ways in GROUPS:
        for way in ways:
            if way.needs and not may(way.needs, actor, community):
                continue
            url = reverse(way.page, kwargs=here)
            items.append(entry(request, way.title, url, way.icon, key=way.key, group=group))
    return _one_current(items)


def _one_current(items: list[NavItem]) -> list[NavItem]:
    """Where a page lies under two entries, one is its own: the one with the longer address."""
    longest = max((len(item.url) for item in items if item.current), default=0)
    return [replace(item, current=item.current and len(item.url) == longest) for item in items]
