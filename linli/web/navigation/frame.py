"""What the frame of every page is told: the navigation, the account, what the site is called."""

from typing import Any

from django.http import HttpRequest

from linli.core.audit.door import may
from linli.core.pages.shapes import NavItem
from linli.web.navigation.account import who
from linli.web.navigation.addresses import reverse
from linli.web.navigation.desk import desk
from linli.web.navigation.portal import portal


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
    }


def _under_more(items: list[NavItem]) -> dict[str, bool] | None:
    """Whether the bar needs a "more", and whether the present page is under it."""
    under = [item for item in items if item.more]
    return {"current": any(item.current for item in under)} if under else None
