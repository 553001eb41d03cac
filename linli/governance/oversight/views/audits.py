"""The desk of the director's audit: for supervisors, workers, and the street that organises it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.files.queries import files_of
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, sent_files, step
from linli.governance.oversight.actions import audits as acts
from linli.governance.oversight.forms import audits as forms
from linli.governance.oversight.forms.committee import SureForm
from linli.governance.oversight.models import DirectorAudit
from linli.governance.oversight.queries import audits as queries


@needs("oversight.see_audits")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """Every audit, and whether a director leaves without one."""
    on, place = timezone.localdate(), request.community
    context = {
        "audits": list(queries.audits_of(place)),
        "audited": queries.audited_on_leaving(place, on),
        "keeps": may("oversight.keep_audit", request.actor, place),
    }
    return answer(request, "oversight/audits_desk.html", context)


@needs("oversight.see_audits")
@require_safe
def desk(request: Visit, audit_id: UUID) -> HttpResponse:
    """One audit: what it looks at, who added to it, what it came to."""
    audit = queries.audit_in(request.community, audit_id)
    context = {
        "audit": audit,
        "items": list(queries.items_of(audit)),
        "files": list(files_of(audit)),
        "keeps": may("oversight.keep_audit", request.actor, audit),
    }
    return answer(request, "oversight/audit_desk.html", context)


@needs("oversight.keep_audit")
def commission(request: Visit) -> HttpResponse:
    """The street has commissioned an audit."""
    on, place = timezone.localdate(), request.community
    form = forms.CommissionForm(
        sent(request),
        seats=queries.directors(place, on),
        initial={"commissioned_on": on, "commissioned_by": _street(place)},
    )
    return step(
        request,
        form,
        lambda _given: acts.commission_audit(
            place, by=request.actor, at=timezone.now(), **form.commission
        ),
        title=_("登记街道组织的审计"),
        note=_(
            "审计由街道办事处组织。街道工作人员可以直接登记，也可以由居务监督委员会照文件登记。"
        ),
        done=_("已登记。"),
        back=reverse("oversight:audits_desk", args=[place.code]),
        says=_("登记"),
    )


@needs("oversight.keep_audit")
def add_items(request: Visit, audit_id: UUID) -> HttpResponse:
    """Representatives or residents want more looked at."""
    audit = queries.audit_in(request.community, audit_id)
    return _step(
        request,
        audit,
        forms.AddItemsForm(sent(request)),
        lambda given: acts.add_items(audit, by=request.actor, at=timezone.now(), **given),
        title=_("增加审计事项"),
        note=_("三分之一以上居民代表，或者十分之一以上居民，可以要求增加审计事项。"),
        done=_("已增加。"),
    )


@needs("oversight.keep_audit")
def report(request: Visit, audit_id: UUID) -> HttpResponse:
    """What the audit came to."""
    audit = queries.audit_in(request.community, audit_id)
    form = forms.ReportForm(
        sent(request),
        sent_files(request),
        items=list(queries.items_of(audit)),
        initial={"reported_on": timezone.localdate()},
    )
    return _step(
        request,
        audit,
        form,
        lambda given: acts.report_audit(
            audit,
            reported_on=given["reported_on"],
            summary=given["summary"],
            report=given["report"],
            found=form.found,
            by=request.actor,
            at=timezone.now(),
        ),
        title=_("登记审计结果"),
        done=_("已登记。核对以后公布。"),
    )


@needs("oversight.keep_audit")
def publish(request: Visit, audit_id: UUID) -> HttpResponse:
    """Posts the result."""
    audit = queries.audit_in(request.community, audit_id)
    return _step(
        request,
        audit,
        SureForm(sent(request)),
        lambda _given: acts.publish_audit(audit, by=request.actor, at=timezone.now()),
        title=_("公布审计结果"),
        note=_("结果贴到公告栏，审计报告同时公开。离任审计公布以后，才能举行下一次选举。"),
        done=_("已公布。"),
    )


def _step(
    request: Visit, audit: DirectorAudit, form: Any, carry_out: Any, **words: Any
) -> HttpResponse:
    here = reverse("oversight:audit_desk", args=[request.community.code, audit.pk])
    return step(request, form, carry_out, back=here, **words)


def _street(place: Any) -> str:
    parent = getattr(place, "parent", None)
    return str(parent.name) if parent is not None else ""
