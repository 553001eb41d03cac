"""The street office's page of the burden from above: its communities beside each other, in counts
of requests and minutes. Nothing in it is about a person, so nothing in it is hidden."""

from typing import Any

from django.http import HttpResponse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.pages.answer import answer, twin
from linli.core.pages.downloads import file_response
from linli.core.places.models.fields import within
from linli.core.places.queries import served_communities
from linli.lib.tables import comma_separated
from linli.partners.intake.burden import as_data, as_rows, cells, heading_row
from linli.partners.intake.months import read_month
from linli.partners.intake.queries import Burden, burden_beside, month_after, month_before
from linli.web.street.gate import needs_street


@needs_street
@require_safe
def show(request: Any, street: Any) -> HttpResponse:
    """One month, in the order of the communities' names."""
    found = _burden(request, street)
    this = timezone.localdate().replace(day=1)
    context = {
        "street": street,
        "month": formats.date_format(found.first, "YEAR_MONTH_FORMAT"),
        "key": f"{found.first:%Y-%m}",
        "before": f"{month_before(found.first, 1):%Y-%m}",
        "next": f"{month_after(found.first):%Y-%m}" if found.first < this else "",
        "titles": heading_row(_("社区")),
        "lines": [(name, cells(tally)) for name, tally in found.rows],
        "sums": cells(found.total),
    }
    return answer(request, "street/burden.html", context)


@needs_street
@require_safe
def download_csv(request: Any, street: Any) -> HttpResponse:
    """The same month for a spreadsheet."""
    found = _burden(request, street)
    body = b"".join(comma_separated(as_rows(found), heading_row(_("社区"))))
    name = f"burden-{street.code}-{found.first:%Y-%m}.csv"
    return file_response(body, name, "text/csv; charset=utf-8")


@needs_street
@require_safe
def download_json(request: Any, street: Any) -> HttpResponse:
    """The same month as data."""
    found = _burden(request, street)
    return twin(request, {"street": street.code, **as_data(found, "community")})


def _burden(request: Any, street: Any) -> Burden:
    first = read_month(request.GET.get("month", ""), timezone.localdate())
    communities = served_communities().filter(within(street.path)).order_by("name", "code")
    return burden_beside(communities, first)
