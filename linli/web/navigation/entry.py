"""One entry of a navigation, and whether the page before the reader lies under it."""

from typing import Any

from django.http import HttpRequest

from linli.core.pages.shapes import NavItem

# Below these lie pages that have entries of their own.
_EXACT = ("/desk/", "/desk/matters/", "/desk/assemblies/", "/desk/intake/", "/desk/planning/")


def entry(
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
    """The entry; `exact`: current on that very page only; `more`: under "more" on a narrow bar."""
    exact = exact or url.endswith(_EXACT)
    current = request.path == url if exact else request.path.startswith(url)
    return NavItem(title, url, icon, key, current, None, group, more)
