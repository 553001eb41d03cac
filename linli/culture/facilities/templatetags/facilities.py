"""How a facility stands at the moment a page is made."""

from datetime import datetime
from typing import Any

from django import template

register = template.Library()


@register.filter
def out_at(facility: Any, at: datetime) -> bool:
    """Whether it is out of service then."""
    found: bool = facility.is_out_at(at)
    return found
