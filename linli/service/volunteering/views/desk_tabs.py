"""The pages of volunteering at the desk, beside each other."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.core.access.gates import Visit
from linli.core.audit.door import may
from linli.core.pages.shapes import Tab

PAGES = (
    ("rota", _("班次表")),
    ("day", _("今天")),
    ("calls_desk", _("招募")),
    ("volunteers", _("志愿者")),
    ("certificates", _("证明")),
)


def desk_tabs(request: Visit, current: str) -> list[Tab]:
    """The tabs, with the export for the director."""
    pages = list(PAGES)
    if may("volunteering.export", request.actor, request.community):
        pages.append(("export", _("导出")))
    return [
        Tab(title, reverse(f"volunteering:{name}", args=[request.community.code]), name == current)
        for name, title in pages
    ]
