"""Certificates at the desk, the record that leaves the house, and the words of an invitation."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.queries import account_of
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import or_refusal, sent, step
from linli.lib.tables.writing import spreadsheet
from linli.service.volunteering import words
from linli.service.volunteering.actions import certificates, exporting
from linli.service.volunteering.forms.hours import ExportForm, IssueForm, RevokeForm
from linli.service.volunteering.models import HoursCertificate
from linli.service.volunteering.queries import calls, hours
from linli.service.volunteering.queries.volunteers import name_of
from linli.service.volunteering.views.desk_tabs import desk_tabs

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs("volunteering.see_desk")
@require_safe
def show_certificates(request: Visit) -> HttpResponse:
    """Certificates: those asked for, and those given."""
    state = request.GET.get("show", "asked")
    rows = hours.certificates_in(request.community, state)[:100]
    context = {
        "tabs": desk_tabs(request, "certificates"),
        "shows": [
            Tab(title, f"?show={key}", key == state) for key, title in HoursCertificate.STATES
        ],
        "rows": [(row, name_of(row.volunteer)) for row in rows],
        "state": state,
    }
    return answer(request, "volunteering/certificates.html", context)


@needs("volunteering.keep")
def issue(request: Visit, certificate_id: UUID) -> HttpResponse:
    """Issues a certificate."""
    row = hours.certificate_for(request.actor, request.community, certificate_id)
    total = hours.sum_of(row.volunteer, row.since, row.until)
    start = {"handler": account_of(request.actor.account).label}
    return step(
        request,
        IssueForm(sent(request), initial=start),
        lambda said: certificates.issue_certificate(
            row, **said, by=request.actor, at=timezone.now()
        ),
        title=_("出具证明"),
        note=_("{name}，这段时间确认过的服务一共 {hours} 小时，{times} 次。").format(
            name=name_of(row.volunteer), hours=hours.told_hours(total.half_hours),
            times=total.times,
        ),
        done=_("出具了，请打印盖章交给本人；本人也能自己打印。"),
        back=_at(request, "certificates"),
        leads_to=lambda _made: _at(request, "certificate", row.pk),
    )  # fmt: skip


@needs("volunteering.keep")
def revoke(request: Visit, certificate_id: UUID) -> HttpResponse:
    """Revokes a certificate."""
    row = hours.certificate_for(request.actor, request.community, certificate_id)
    return step(
        request,
        RevokeForm(sent(request)),
        lambda said: certificates.revoke_certificate(
            row, **said, by=request.actor, at=timezone.now()
        ),
        title=_("作废证明"),
        note=row.number,
        done=_("作废了；核验的人会看到已作废。"),
        back=_at(request, "certificates"),
    )


@needs("volunteering.export")
def export(request: Visit) -> HttpResponse:
    """The record of a period in the columns of the national system, for a typed purpose."""
    form = ExportForm(sent(request))
    refused = None
    if form.is_valid():
        said = {name: each for name, each in form.cleaned_data.items() if name != "once"}
        rows, refused = or_refusal(
            request, form,
            lambda _said: exporting.export_record(
                request.community, **said, by=request.actor, at=timezone.now()
            ),
        )  # fmt: skip
        if refused is None:
            columns = [title for _key, title in words.EXPORT_COLUMNS]
            file = spreadsheet(rows, columns, title="志愿服务记录")
            return file_response(file, f"volunteer-record-{said['until']:%Y%m%d}.xlsx", XLSX)
    context = {
        "tabs": desk_tabs(request, "export"),
        "form": form,
        "refused": refused,
        "columns": [title for _key, title in words.EXPORT_COLUMNS],
    }
    status = 409 if refused is not None else 422 if form.is_bound else 200
    return answer(request, "volunteering/export.html", context, status=status)


@needs("volunteering.see_desk")
@require_safe
def invite(request: Visit) -> HttpResponse:
    """What may be said to those who have just retired: an invitation, and nobody's list."""
    rows = calls.calls_told(request.community)[:12]
    address = request.build_absolute_uri(_at(request, "calls"))
    context = {"rows": rows, "address": address}
    return answer(request, "volunteering/invite.html", context)


def _at(request: Visit, name: str, *args: Any) -> str:
    return reverse(f"volunteering:{name}", args=[request.community.code, *args])
