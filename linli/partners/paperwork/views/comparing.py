"""What this form asks that an earlier one, from anybody, already had."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Crumb
from linli.partners.paperwork.queries import lists
from linli.partners.paperwork.views import shapes


@needs("paperwork.see")
@require_safe
def show(request: Visit, asking_id: UUID) -> HttpResponse:
    """Column by column, which earlier forms had it; and the share, for a polite answer."""
    asking = lists.asking_in(request.community, asking_id)
    columns = lists.had_already(asking)
    had, asked = lists.share_had(columns)
    context = {
        "asking": asking,
        "columns": columns,
        "had": had,
        "asked": asked,
        "requesters": sorted({each.body for column in columns for each in column.where}),
        "crumbs": shapes.crumbs(asking, Crumb(_("别的表已经有的"))),
    }
    return answer(request, "paperwork/compare.html", context)
