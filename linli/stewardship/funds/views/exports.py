"""A month for accounting software, and as plain text."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.downloads import file_response
from linli.stewardship.funds.exports import SHAPES, export_month
from linli.stewardship.funds.views.shapes import month_in


@needs("funds.export")
@require_safe
def download(request: Visit, year: int, month: int, shape: str) -> HttpResponse:
    """The vouchers of a month in one of the shapes."""
    chosen = next((each for each in SHAPES if each.key == shape), None)
    if chosen is None:
        raise Http404
    first = month_in(year, month)
    body = export_month(request.community, first, shape)
    name = f"{request.community.code}-{first:%Y-%m}-{shape}.{chosen.ending}"
    return file_response(body, name, chosen.content_type)
