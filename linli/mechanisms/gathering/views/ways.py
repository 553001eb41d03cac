"""The pages of one gathering, as tabs, with the way back to its domain's own page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.pages.shapes import Tab
from linli.mechanisms.gathering.models import Gathering


def tabs_of(gathering: Gathering, current: str) -> list[Tab]:
    """Overview (the domain's), door, floor, minutes."""
    here = {"community_code": gathering.community.code, "gathering_id": gathering.pk}
    pages = [("door", _("签到")), ("floor", _("议程和发言")), ("minutes", _("会议记录"))]
    tabs = [
        Tab(title, reverse(f"gathering:{name}", kwargs=here), name == current)
        for name, title in pages
    ]
    if gathering.sort.opens:
        tabs.insert(0, Tab(_("会议"), reverse(gathering.sort.opens, kwargs=here)))
    return tabs
