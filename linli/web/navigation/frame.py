"""What the frame of every page is told: the navigation, the account, what the site is called."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import may
from linli.core.pages.shapes import NavItem
from linli.web.navigation.account import who
from linli.web.navigation.addresses import reverse
from linli.web.navigation.desk import desk
from linli.web.navigation.portal import portal

RECEIPTS = (
    (_("建议箱的回执"), "organisations:find_proposal"),
    (_("报名的回执"), "signup:find"),
    (_("居民询问的回执"), "oversight:find"),
    (_("异议的回执"), "publication:find_objection"),
    (_("场地预订的回执"), "facilities:find_slip"),
    (_("捐赠的收条"), "funds:find_receipt"),
    (_("复印件的回执"), "archive:find"),
)
"""A slip looks like any other: whoever tries one on the wrong page is shown the others."""


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `nav`, `thumbs`, `account`, and what frames name the site by."""
    return {**who(request), **_where(request)}


def _where(request: HttpRequest) -> dict[str, Any]:
    community = getattr(request, "community", None)
    if community is None:
        return {"nav": [], "nav_more": None, "thumbs": [], "site_name": "", "home_url": "/"}
    here = {"community_code": community.code}
    home = reverse("home", kwargs=here)
    at_desk = request.path.startswith(f"{home}desk/")
    actor: Any = getattr(request, "actor", None)
    sits = at_desk and actor is not None and may("desk.open", actor, community)
    queue = sits and may("matters.see_queue", actor, community)
    items = desk(request, here) if at_desk else portal(request, here)
    return {
        "nav": items,
        "nav_more": _under_more(items),
        "thumbs": [] if at_desk else items[1:5],
        "site_name": community.name,
        "home_url": reverse("desk", kwargs=here) if sits else home,
        "search_url": reverse("matters:queue", kwargs=here) if queue else "",
        # Where one turns whom a service did not please; rooms may not link to each other.
        "complain_url": reverse("matters:new", kwargs=here),
        "receipt_ways": [NavItem(title, reverse(page, kwargs=here)) for title, page in RECEIPTS],
    }


def _under_more(items: list[NavItem]) -> dict[str, bool] | None:
    """Whether the bar needs a "more", and whether the present page is under it."""
    under = [item for item in items if item.more]
    return {"current": any(item.current for item in under)} if under else None
