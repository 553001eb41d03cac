"""What is in order and what is not: for everybody, and for whoever says that it is broken."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import once, sent, sent_files, step
from linli.culture.facilities.actions import defects as acts
from linli.culture.facilities.forms.inspection import DefectForm
from linli.culture.facilities.models import Facility
from linli.culture.facilities.queries import out_of_use as queries
from linli.culture.facilities.views.sending import here
from linli.lib.calendar import local_day


@public
@require_safe
def show_out(request: Visit) -> HttpResponse:
    """Everything that stands out of use now."""
    rows = queries.out_now(request.community)
    context = {
        "rows": rows,
        "sites": queries.facilities_kept(request.community).filter(
            kind="fitness_site", listed=True
        ),
        "desk": may("facilities.inspect", request.actor, request.community),
    }
    data = {
        "out_of_use": [
            {"facility": row.facility.name, "device": row.device.label if row.device else None,
             "what": row.what, "since": row.out_at}
            for row in rows
        ]
    }  # fmt: skip
    return answer(request, "facilities/keeping/out.html", context, json=data)


@public
@require_safe
def show(request: Visit, facility_id: UUID) -> HttpResponse:
    """A site: its devices, which of them can be used, when somebody looked last."""
    facility, now = _listed(request, facility_id), timezone.now()
    rounds = queries.inspections_of(facility, limit=1)
    context = {
        "facility": facility,
        "now": now,
        "devices": [
            (device, _usable(device, local_day(now))) for device in queries.devices_of(facility)
        ],
        "open": [row for row in queries.defects_of(facility) if row.state in queries.OPEN],
        "last": rounds[0] if rounds else None,
        "keeps": may("facilities.inspect", request.actor, facility),
    }
    return answer(request, "facilities/keeping/condition.html", context)


@public
def report(request: Visit, facility_id: UUID) -> HttpResponse:
    """Something is broken: without an account, in one form."""
    facility = _listed(request, facility_id)
    devices = queries.devices_of(facility)
    initial = {"device": request.GET.get("device")} if request.method != "POST" else None
    form = DefectForm(sent(request), sent_files(request), devices=devices, initial=initial)
    return step(
        request,
        form,
        lambda said: once(
            request, acts.report_defect, facility, said, seen=form.seen_there(found_by="resident")
        ),
        title=_("{name}：反映坏了").format(name=facility.name),
        note=_("谢谢您。不用登录，也不用留姓名。看过就停用，修好由另一个人复查。"),
        done=_("收到了，工作人员会去看。"),
        back=here(request, "condition", facility.pk),
        frame="portal.html",
        says=_("交给居委会"),
    )


def _usable(device: object, on: object) -> bool:
    last = getattr(device, "last_until", None)
    return not getattr(device, "is_out", False) and (last is None or on <= last)


def _listed(request: Visit, facility_id: UUID) -> Facility:
    facility = queries.facility_in(request.community, facility_id)
    if not facility.listed and not may("facilities.inspect", request.actor, facility):
        raise Http404
    return facility
