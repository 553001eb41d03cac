"""The parts of the work desk, as tabs; cards only for the employment post."""

from django.urls import reverse
from django.utils.translation import gettext as _, pgettext

from linli.core.access.gates import Visit
from linli.core.audit.door import may
from linli.core.pages.shapes import Tab


def tabs_of(request: Visit, current: str) -> list[Tab]:
    """Openings, what is over, employers; and what only the employment post sees."""
    here = {"community_code": request.community.code}
    lines = reverse("catalogue:opening_lines", kwargs=here)
    tabs = [
        Tab(pgettext("work", "岗位"), lines, current == "openings"),
        Tab(_("过去的岗位"), f"{lines}?show=over", current == "over"),
        Tab(
            pgettext("several", "用人单位"),
            reverse("catalogue:employers", kwargs=here),
            current == "employers",
        ),
    ]
    if may("catalogue.keep_job_cards", request.actor, request.community):
        tabs += [
            Tab(_("求职卡"), reverse("catalogue:job_cards", kwargs=here), current == "cards"),
            Tab(_("要转告的"), reverse("catalogue:releases", kwargs=here), current == "pass_on"),
        ]
    return tabs
