"""The desk of community social organisations: what waits, what is owed."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.partners.organisations.grants_told import calls_page
from linli.partners.organisations.queries import social

SHOWN = (
    ("waiting", _("等办理")),
    ("drafts", _("筹备中")),
    ("record", _("登记备案的")),
    ("over", _("结束的")),
)


@needs("organisations.see_social_desk")
@require_safe
def show(request: Visit) -> HttpResponse:
    """What waits, whose summary is missing."""
    here, today = request.community, timezone.localdate()
    chosen = request.GET.get("show", "waiting")
    page = social.desk_page(here, chosen, request.GET.get("after", ""))
    counts = social.counts(here)
    base = reverse("organisations:social_desk", args=[here.code])
    context = {
        "rows": page.rows,
        "after": page.after,
        "tabs": [
            Tab(title, f"{base}?show={name}", name == chosen, counts.get(name))
            for name, title in SHOWN
        ],
        "heading": dict(SHOWN).get(chosen, dict(SHOWN)["waiting"]),
        "calls": calls_page(here),
        "owed": social.summaries_owed(here, today),
        "keeps": may("organisations.keep_social", request.actor, here),
    }
    return answer(request, "organisations/social/desk.html", context)
