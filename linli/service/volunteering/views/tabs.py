"""The desk pages of wishes, lending and time beside each other."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.pages.shapes import Tab


def neighbour_tabs(request: Any, current: str) -> list[Tab]:
    """The tabs, with the one this page is."""
    pages = (
        ("wishes_desk", _("微心愿")),
        ("lending_desk", _("邻里互借")),
        ("time_desk", _("时间互助")),
    )
    here = [request.community.code]
    return [
        Tab(title, reverse(f"volunteering:{name}", args=here), name == current)
        for name, title in pages
    ]
