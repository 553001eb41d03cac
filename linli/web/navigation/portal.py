"""What residents find in the bar of the portal."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.audit.door import may
from linli.core.pages.shapes import NavItem
from linli.web.navigation.entry import entry


def portal(request: HttpRequest, here: dict[str, str]) -> list[NavItem]:
    """The entries, the most used first; the desk at the end for whoever works there."""
    items = [
        entry(request, _("首页"), reverse("home", kwargs=here), "home", exact=True),
        entry(request, _("提诉求"), reverse("matters:new", kwargs=here), "message-2-plus"),
        entry(
            request, pgettext_lazy("nav", "查进度"), reverse("matters:find", kwargs=here), "receipt"
        ),
        entry(
            request,
            pgettext_lazy("nav", "看办理"),
            reverse("matters:public", kwargs=here),
            "list-check",
            exact=True,
        ),
        entry(request, _("公告栏"), reverse("publication:notices", kwargs=here), "pin"),
        entry(
            request,
            pgettext_lazy("nav", "能办什么"),
            reverse("catalogue:guides", kwargs=here),
            "book-2",
            more=True,
        ),
        entry(
            request,
            _("开证明"),
            reverse("catalogue:certificates", kwargs=here),
            "certificate",
            more=True,
        ),
        entry(
            request,
            pgettext_lazy("nav", "能申请什么"),
            reverse("catalogue:navigator", kwargs=here),
            "compass",
            more=True,
        ),
        entry(
            request,
            _("帮您申请"),
            reverse("catalogue:application_start", kwargs=here),
            "heart-handshake",
            more=True,
        ),
        entry(
            request,
            _("人民调解"),
            reverse("mediation:about", kwargs=here),
            "scale",
            more=True,
        ),
        entry(
            request, _("我的权利"), reverse("rights:mine", kwargs=here), "shield-check", more=True
        ),
        entry(
            request,
            _("居务公开目录"),
            reverse("oversight:catalogue", kwargs=here),
            "list-check",
            more=True,
        ),
        # Looked for now and then: under "more", so that the bar stays one row in any language.
        entry(
            request,
            _("居民会议"),
            reverse("assemblies:coming", kwargs=here),
            "speakerphone",
            more=True,
        ),
        entry(
            request,
            _("年度计划"),
            reverse("planning:plan_now", kwargs=here),
            "calendar-event",
            more=True,
        ),
        entry(request, _("心愿单"), reverse("planning:wishes", kwargs=here), "bulb", more=True),
        entry(request, _("选举"), reverse("elections:list", kwargs=here), "checklist", more=True),
        entry(request, _("投票"), reverse("ballot:polls", kwargs=here), "ticket", more=True),
        entry(
            request, _("居务监督"), reverse("oversight:supervision", kwargs=here), "eye", more=True
        ),
        entry(
            request,
            _("居委会做什么"),
            reverse("intake:list", kwargs=here),
            "clipboard-list",
            more=True,
        ),
        entry(request, _("居务档案"), reverse("archive:open", kwargs=here), "archive", more=True),
        entry(
            request,
            _("社区评价"),
            reverse("evaluation:standards", kwargs=here),
            "chart-bar",
            more=True,
        ),
    ]
    if may("desk.open", request.actor, request.community):  # type: ignore[attr-defined]
        items.append(entry(request, _("工作台"), reverse("desk", kwargs=here), "clipboard-list"))
    elif may("people.count", request.actor, request.community):  # type: ignore[attr-defined]
        counts = reverse("roster:questions", kwargs=here)
        items.append(
            entry(request, pgettext_lazy("nav", "有多少人"), counts, "help-circle", more=True)
        )
    return items
