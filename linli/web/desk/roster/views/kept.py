"""A person's life here and how it stood on a day; and until when each field is kept."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.people.presentation import masked
from linli.core.people.queries import load_person
from linli.core.people.queries.history import life_of, stood_on
from linli.core.people.queries.kept import kept_of, leaves_on
from linli.web.desk.roster import shapes
from linli.web.desk.roster.lives import told_life
from linli.web.desk.roster.views.homes import day_asked


@needs("people.read")
@require_safe
def history(request: Visit, person_id: UUID) -> HttpResponse:
    """What happened, by day, and how it stood on the day asked for."""
    found = load_person(request.community, person_id)
    on = day_asked(request)
    stood = stood_on(found, on)
    context = {
        "person": found,
        "who": masked(found, request.actor),
        "on": on,
        "today": timezone.localdate(),
        "stood": stood,
        "age": shapes.age_of(found, on),
        "agents": [(row, masked(row.agent, request.actor)) for row in stood.agents],
        "principals": [(row, masked(row.principal, request.actor)) for row in stood.principals],
        "life": told_life(life_of(found), request.actor),
    }
    return answer(request, "roster/history.html", context)


@needs("people.read")
@require_safe
def kept(request: Visit, person_id: UUID) -> HttpResponse:
    """Every field with its ground, its purpose and its clock."""
    found = load_person(request.community, person_id)
    context = {
        "person": found,
        "who": masked(found, request.actor),
        "rows": kept_of(found),
        "left": leaves_on(found),
    }
    return answer(request, "roster/kept.html", context)
