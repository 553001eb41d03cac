"""What the bank and the books do not agree on, for the page on which a month is closed."""

from datetime import date
from typing import Any

from django import template

from linli.stewardship.funds.queries.bank import unmatched

register = template.Library()


@register.inclusion_tag("funds/bank/_month.html", takes_context=True)
def bank_beside(context: dict[str, Any], month: date) -> dict[str, Any]:
    """What of a month is at the bank and not in the books, and the other way round; nothing where
    no account of the committee's was written down."""
    request = context["request"]
    return {"request": request, "over": unmatched(request.community, month), "month": month}
