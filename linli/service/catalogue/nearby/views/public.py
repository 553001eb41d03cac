"""The map for everybody, on the screen and on the board."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.service.catalogue.nearby import queries, shapes
from linli.service.catalogue.nearby.forms import NearForm
from linli.service.catalogue.nearby.shapes import Looked
from linli.service.catalogue.paper import issuer_of
from linli.service.catalogue.queries.network import committee_phone


@public
@require_safe
def show(request: Visit) -> HttpResponse:
    """What is near: a drawing, a list by field, what is missing, and what stands in the way."""
    context = _contents(request)
    context["may_place"] = may("catalogue.place_on_map", request.actor, request.community)
    return answer(
        request,
        "catalogue/nearby/map.html",
        context,
        "catalogue/nearby/_found.html",
        json=lambda: shapes.as_data(context),
    )


@public
@require_safe
def sheet(request: Visit) -> HttpResponse:
    """The same as a sheet for the board, from the building chosen."""
    context = _contents(request)
    on = timezone.localdate()
    context |= {
        "on": on,
        "issuer": issuer_of(request.community, on),
        "phone": committee_phone(request.community, on),
    }
    return answer(request, "catalogue/nearby/sheet.html", context)


def _contents(request: Visit) -> dict[str, Any]:
    at = timezone.now()
    around = queries.around(request.community, at)
    form = NearForm(request.GET, buildings=around.buildings)
    looked = Looked()
    if form.is_valid():
        given = form.cleaned_data
        chosen = {str(each.place.pk): each.place.pk for each in around.buildings}
        looked = Looked(**{**given, "start": chosen.get(given["start"])})
    return {"form": form, **shapes.picture(request.community, around, looked, at)}
