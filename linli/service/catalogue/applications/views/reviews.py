"""At the desk: which reviews are due, and the round to their doors."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.access.views.proving import proved
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.core.people.queries import dwellings_of
from linli.mechanisms.rounds.actions import plan
from linli.mechanisms.rounds.declaration import StopGiven
from linli.service.catalogue.applications import forms, queries
from linli.service.catalogue.applications.models import ApplicationHelp
from linli.service.catalogue.applications.review import KIND
from linli.service.catalogue.applications.views.desk import FOLDER, pressing_first, tabs_of


@needs("catalogue.visit_for_review")
@proved
def due(request: Visit) -> HttpResponse:
    """Those one handles that are due within thirty days; a round to them by two."""
    at, community = timezone.now(), request.community
    rows = queries.due_for_review(request.actor, community, at)
    form = forms.ReviewRoundForm(sent(request), initial={"day": timezone.localdate(at)})
    form.offer(community, request.actor.account, rows)
    if form.is_bound and form.is_valid():
        _plan(request, rows, form)
        messages.success(request, _("排好了。两个人一起去，都要留名。"))
        return redirect("catalogue:application_reviews", community_code=community.code)
    context = {
        "form": form,
        "lines": pressing_first(rows, community),
        "tabs": tabs_of(request, "reviews"),
    }
    status = 422 if form.is_bound else 200
    response = answer(request, f"{FOLDER}/reviews.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _plan(request: Visit, rows: list[ApplicationHelp], form: forms.ReviewRoundForm) -> None:
    given, community = form.cleaned_data, request.community
    chosen = [row for row in rows if str(row.pk) in given["rows"]]
    whose = [(row, row.person_id) for row in chosen if row.person_id]
    homes = dwellings_of(community.pk, [person for _row, person in whose], timezone.localdate())
    stops = [
        StopGiven(
            place=home.pk if (home := homes.get(person)) else None,
            person=person,
            ref=row.pk,
            last={"changed": "yes" if row.visit_changed else "no"} if row.visited_on else {},
            last_on=row.visited_on,
        )
        for row, person in whose
    ]
    plan(
        community,
        kind=KIND,
        day=given["day"],
        stops=stops,
        carriers=[request.actor.account, given["second"].pk],
        by=request.actor,
        at=timezone.now(),
    )
