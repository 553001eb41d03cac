"""The certificate: asked for, printed, and checked by whoever is shown it, without an account."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.access.queries import bodies_of
from linli.core.audit.door import Replayed, may, record_opening
from linli.core.pages.answer import answer
from linli.core.pages.paper import as_pdf, can_draw, pdf_response
from linli.core.pages.stepping import sent, step
from linli.lib.identity.receipt import parse_receipt
from linli.service.volunteering.actions import certificates
from linli.service.volunteering.forms.hours import CheckForm, PeriodForm
from linli.service.volunteering.models import HoursCertificate
from linli.service.volunteering.queries import fitness, hours

STYLE = "volunteering/certificate.css"


@signed_in
def ask(request: Visit) -> HttpResponse:
    """Asks for a certificate of what one served in a period."""
    line = fitness.last_line(request.actor, request.community)
    if line is None:
        raise Http404

    def carry_out(said: dict[str, Any]) -> None:
        with suppress(Replayed):  # the same form came twice; once is enough
            certificates.ask_certificate(
                line, since=said["since"], until=said["until"], by=request.actor,
                at=timezone.now(), once=said["once"],
            )  # fmt: skip

    return step(
        request,
        PeriodForm(sent(request)),
        carry_out,
        title=_("申请志愿服务记录证明"),
        note=_("免费，不限次数；凭确认过的记录如实出具。"),
        done=_("申请交上了，出具后会告诉您。"),
        back=reverse("volunteering:mine", args=[request.community.code]),
        frame="portal.html",
    )


@signed_in
@require_safe
def show(request: Visit, certificate_id: UUID) -> HttpResponse:
    """The certificate as it is printed."""
    row = hours.certificate_for(request.actor, request.community, certificate_id)
    if row.state == "asked":
        raise Http404
    _write_down_look(request, row)
    context = {
        **_parts(request, row),
        "can_draw": can_draw(),
        "keeps": may("volunteering.keep", request.actor, row),
    }
    return answer(request, "volunteering/certificate.html", context)


@signed_in
@require_safe
def download(request: Visit, certificate_id: UUID) -> HttpResponse:
    """The certificate as a PDF; where this machine cannot draw one, the page prints the same."""
    row = hours.certificate_for(request.actor, request.community, certificate_id)
    if row.state != "issued" or not can_draw():
        raise Http404
    _write_down_look(request, row)
    html = render_to_string("volunteering/certificate_pdf.html", _parts(request, row))
    return pdf_response(as_pdf(html, [STYLE]), f"volunteer-{row.number}.pdf")


def _write_down_look(request: Visit, row: HoursCertificate) -> None:
    if not may("volunteering.own_alone", request.actor, row):
        person = row.volunteer.person_id
        at = timezone.now()
        record_opening("volunteering.open_certificate", request.actor, row, at=at, about=person)


def _parts(request: Visit, row: HoursCertificate) -> dict[str, Any]:
    on = row.issued_on or timezone.localdate()
    committee = bodies_of(request.community, on).filter(kind="residents_committee").first()
    where = [request.community.code, row.number, row.code]
    return {
        "certificate": row,
        "person": row.volunteer.person,
        "volunteer": row.volunteer,
        "services": hours.services_certified(row),
        "hours": hours.told_hours(row.half_hours or 0),
        "issuer": committee.name if committee else request.community.name,
        "address": request.build_absolute_uri(reverse("volunteering:checked", args=where)),
    }


@public
def check(request: Visit) -> HttpResponse:
    """Number and code typed from a paper."""
    form = CheckForm(request.POST or None)
    if form.is_valid():
        number, code = form.cleaned_data["number"].strip(), form.cleaned_data["code"]
        read = parse_receipt(code)
        if isinstance(read, str) and "/" not in number:
            return redirect("volunteering:checked", request.community.code, number, read)
        form.add_error("code", _("编号或校验码抄错了，请再核对一次。"))
    status = 422 if form.is_bound else 200
    page = answer(request, "volunteering/check.html", {"form": form}, status=status)
    return _unseen(page)


@public
@require_safe
def checked(request: Visit, number: str, code: str) -> HttpResponse:
    """What number and code prove: whether it is genuine, hours and period, and nothing else."""
    proof = hours.proof_of(request.community, number, code)
    committee = bodies_of(request.community, timezone.localdate())
    context = {
        "proof": proof,
        "committee": committee.filter(kind="residents_committee").first(),
    }
    status = 200 if proof is not None else 404
    return _unseen(answer(request, "volunteering/checked.html", context, status=status))


def _unseen(response: HttpResponse) -> HttpResponse:
    """Neither found by a search engine, nor told on to another site, nor kept."""
    response["X-Robots-Tag"] = "noindex, noarchive"
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store"
    return response
