"""Whoever is handed a paper makes sure of it: without an account, and nothing is kept of it."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.lib.identity.receipt import parse_receipt
from linli.lib.identity.refusals import Refusal
from linli.lib.identity.sentences import sentence_of
from linli.service.catalogue.forms import CodeForm
from linli.service.catalogue.paper import issuer_of, phone_of
from linli.service.catalogue.queries.certificates import Proof, proof_of


@public
def check(request: Visit) -> HttpResponse:
    """The code typed from a paper whose QR code cannot be read."""
    form = CodeForm(request.POST or None)
    if form.is_bound and form.is_valid():
        code = parse_receipt(form.cleaned_data["code"])
        if not isinstance(code, Refusal):
            here = request.community.code
            return redirect("catalogue:checked", community_code=here, code=code)
        form.add_error("code", sentence_of(code, _))
    status = 422 if form.is_bound else 200
    return _unseen(answer(request, "catalogue/check.html", {"form": form}, status=status))


@public
@require_safe
def checked(request: Visit, code: str) -> HttpResponse:
    """What a paper's code proves, to be compared with the paper."""
    on = timezone.localdate()
    proof = proof_of(request.community, code, on)
    context = {
        "proof": proof if isinstance(proof, Proof) else None,
        "code": code,
        "issuer": issuer_of(request.community, on),
        "phone": phone_of(request.community, on),
    }
    status = 200 if isinstance(proof, Proof) else 404
    return _unseen(answer(request, "catalogue/checked.html", context, status=status))


def _unseen(response: HttpResponse) -> HttpResponse:
    """Neither found by a search engine, nor told on to another site, nor kept. (Without any
    referrer a browser sends no origin, and the form of the page would be refused.)"""
    response["X-Robots-Tag"] = "noindex, noarchive"
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store"
    return response
