"""On paper: a form to fill in, and the list of a date with boxes to tick."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.pages.answer import answer
from linli.core.people.models import Person
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.queries.sheets import (
    attendance_of,
    dates_of,
    next_date,
    occasion_kept,
    sheet_shown,
)

EMPTY_LINES = 8


@public
@require_safe
def slip(request: Visit, sheet_id: UUID) -> HttpResponse:
    """The form for the pen, with the code that leads to the page."""
    sheet = sheet_shown(request.actor, request.community, sheet_id)
    dates = dates_of(sheet)
    address = reverse("signup:sheet", args=[request.community.code, sheet.pk])
    context = {
        "sheet": sheet,
        "next": next_date(dates, timezone.now()),
        "dates": len([each for each in dates if each.state == rules.PLANNED]),
        "needs": [words for _code, words in Person.NEEDS],
        "minors": sheet.asks_age and (sheet.age_from is None or sheet.age_from < rules.OF_AGE),
        "address": request.build_absolute_uri(address),
    }
    return answer(request, "signup/slip.html", context)


@signed_in
@require_safe
def print_list(request: Visit, occasion_id: UUID) -> HttpResponse:
    """Everybody of a date with a box to tick, and empty lines for who comes besides. No telephone
    numbers: the list lies on a table."""
    occasion = occasion_kept(request.actor, request.community, occasion_id)
    context = {
        "occasion": occasion,
        "sheet": occasion.sheet,
        "rows": attendance_of(occasion),
        "empty": range(EMPTY_LINES),
        "minutes": occasion.sheet.sort.asks_minutes,
    }
    return answer(request, "signup/print.html", context)
