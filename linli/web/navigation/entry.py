"""One entry of a navigation, and whether the page before the reader lies under it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from linli.core.pages.shapes import NavItem


@dataclass(frozen=True, slots=True)
class Way:
    """One entry: who `needs` what to see it (empty: whoever may open the page it stands on), its
    name, the page it leads to, its sign, and the letter that follows `g` on the keyboard."""

    needs: str
    title: Any
    page: str
    icon: str
    key: str = ""


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
