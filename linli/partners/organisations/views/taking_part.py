"""The ladder of taking part: what one can do now on each rung, and how many did, without names."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.core.places.laid_down import floor_laid_down
from linli.partners.organisations.ladder import Part, taken_part, ways_up
from linli.partners.organisations.unit_words import RUNGS

YEARS = 5


@public
@require_safe
def show(request: Visit) -> HttpResponse:
    """Five rungs, each with its doors and its counts; few people are not told."""
    here, today = request.community, timezone.localdate()
    years = [today.year - back for back in range(YEARS)]
    asked = request.GET.get("year", "")
    year = next((each for each in years if str(each) == asked), today.year)
    floor = floor_laid_down(here, today)
    steps, parts = ways_up(here), taken_part(here, year)
    rungs = [
        {
            "title": title,
            "means": means,
            "steps": [each for each in steps if each.rung == code],
            "parts": [_told(each, floor) for each in parts if each.rung == code],
        }
        for code, title, means in RUNGS
    ]
    page = reverse("organisations:taking_part", args=[here.code])
    tabs = [Tab(str(each), f"{page}?year={each}", each == year) for each in years]
    context = {"rungs": rungs, "year": year, "years": tabs, "floor": floor}
    return answer(request, "organisations/taking_part.html", context)


def _told(part: Part, floor: int) -> tuple[object, int | None]:
    """Title and count; None where so few people would be told."""
    few = part.people and 0 < part.count < floor
    return part.title, None if few else part.count
