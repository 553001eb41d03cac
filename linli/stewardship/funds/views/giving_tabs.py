"""The desk pages of gifts, goods, charities and bank lines beside each other."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.pages.shapes import Tab


def giving_tabs(request: Any, current: str) -> list[Tab]:
    """The tabs, with the one this page is."""
    pages = (
        ("desk", _("经费")),
        ("gifts", _("捐赠")),
        ("stock", _("物品")),
        ("charities", _("慈善合作")),
        ("calls", _("小额资助")),
        ("bank", _("对账")),
    )
    here = [request.community.code]
    return [
        Tab(title, reverse(f"funds:{name}", args=here), name == current) for name, title in pages
    ]
