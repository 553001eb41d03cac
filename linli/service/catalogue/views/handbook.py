"""便民手册: everything offered and everybody in the directory, to be printed, in ordinary and in
large type, on A5 or A4."""

from typing import Any

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.core.pages.paper import as_pdf, can_draw, pdf_response
from linli.service.catalogue.paper import issuer_of
from linli.service.catalogue.queries import providers
from linli.service.catalogue.queries.network import committee_phone
from linli.service.catalogue.views.guides import by_field
from linli.service.catalogue.views.providers import leaf

STYLE = "catalogue/handbook.css"
SIZES = ("a5", "a4")


@public
@require_safe
def handbook(request: Visit) -> HttpResponse:
    """The handbook as a page, as it will lie on paper."""
    return answer(request, "catalogue/guides/handbook.html", _contents(request))


@public
@require_safe
def handbook_pdf(request: Visit) -> HttpResponse:
    """The same as a PDF; Http404 where this machine cannot draw one."""
    if not can_draw():
        raise Http404
    contents = _contents(request)
    html = render_to_string("catalogue/guides/handbook_pdf.html", contents, request)
    name = f"handbook-{contents['paper']}{'-large' if contents['large'] else ''}.pdf"
    return pdf_response(as_pdf(html, [STYLE]), name)


def _contents(request: Visit) -> dict[str, Any]:
    at = timezone.now()
    on = timezone.localdate(at)
    paper = request.GET.get("paper", "a5")
    return {
        "fields": by_field(request.community, at),
        "providers": [leaf(each, at) for each in providers.directory(request.community, at)],
        "issuer": issuer_of(request.community, on),
        "phone": committee_phone(request.community, on),
        "on": on,
        "paper": paper if paper in SIZES else "a5",
        "large": "large" in request.GET,
        "can_draw": can_draw(),
    }
