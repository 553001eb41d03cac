"""The street office's page: its communities beside each other, in counts."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.pages.answer import answer, twin
from linli.core.pages.downloads import file_response
from linli.core.places.laid_down import floor_laid_down
from linli.core.places.models.fields import within
from linli.core.places.queries import served_communities
from linli.evaluation.periods import period_of, plan_span, read_period
from linli.evaluation.queries import figures_beside
from linli.evaluation.side_by_side import SideBySide, lay_side_by_side
from linli.lib.tables import comma_separated
from linli.web.street.gate import needs_street
from linli.web.street.tables import as_data, as_rows, heading_row, tabs_of


@needs_street
@require_safe
def side_by_side(request: Any, street: Any) -> HttpResponse:
    """The table of one period, in the order of names."""
    on = timezone.localdate()
    table = _table(request, street, on)
    context = {
        "street": street,
        "table": table,
        "tabs": tabs_of(plan_span(on).periods, table.period),
        "query": f"?period={table.period.key}",
    }
    return answer(request, "street/side_by_side.html", context)


@needs_street
@require_safe
def download_csv(request: Any, street: Any) -> HttpResponse:
    """The same table, with the same cells hidden, for a spreadsheet."""
    table = _table(request, street, timezone.localdate())
    body = b"".join(comma_separated(as_rows(table), heading_row(table)))
    name = f"{street.code}-{table.period.key}.csv"
    return file_response(body, name, "text/csv; charset=utf-8")


@needs_street
@require_safe
def download_json(request: Any, street: Any) -> HttpResponse:
    """The same table as data."""
    return twin(request, as_data(street, _table(request, street, timezone.localdate())))


def _table(request: Any, street: Any, on: date) -> SideBySide:
    period = read_period(request.GET.get("period", "")) or period_of("year", on)
    communities = list(served_communities().filter(within(street.path)))
    figures = figures_beside((each.pk for each in communities), period)
    return lay_side_by_side(communities, figures, period, floor=floor_laid_down(street, on))
