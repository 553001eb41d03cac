"""For everybody: fire, the community police, alerts, lost and found."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import once, sent, step
from linli.lib.calendar import local_day
from linli.safety.hazards.actions import found
from linli.safety.hazards.forms.standing import LostForm
from linli.safety.hazards.law import months_to_claim
from linli.safety.hazards.models import SafetyAlert
from linli.safety.hazards.queries import standing as queries
from linli.safety.hazards.views.sending import here, public_tabs


@public
@require_safe
def show_fire(request: Visit) -> HttpResponse:
    """Which office keeps fire safety, the covenant, who signed by building, the force."""
    community, on = request.community, local_day(timezone.now())
    covenant = queries.covenant_of(community)
    context = {
        "keeper": queries.keeper_of(community),
        "covenant": covenant,
        "signed": queries.signed_by_building(covenant, on),
        "force": queries.force_of(community),
        "tabs": public_tabs(request, "fire"),
        "desk": may("hazards.see_desk", request.actor, community),
    }
    return answer(request, "hazards/fire.html", context)


@public
@require_safe
def show_police(request: Visit) -> HttpResponse:
    """How the community police are reached, what to beware of, and the monthly meetings."""
    community, on = request.community, local_day(timezone.now())
    context = {
        "office": queries.office_of(community),
        "alerts": queries.alerts_now(community, on),
        "meetings": queries.meetings_of(community),
        "tabs": public_tabs(request, "police"),
        "desk": may("hazards.see_desk", request.actor, community),
    }
    return answer(request, "hazards/police.html", context)


@public
@require_safe
def show_alert(request: Visit, alert_id: UUID) -> HttpResponse:
    """One alert: in large type for the board, and as text for a group chat."""
    alert = queries.one(SafetyAlert, request.community, alert_id)
    source = _("来源：{office}").format(office=alert.told_by)
    context = {
        "alert": alert,
        "today": _today(),
        "text": f"【{alert.get_kind_display()}】{alert.title}\n{alert.words}\n{source}",
    }
    return answer(request, "hazards/alert.html", context)


@public
@require_safe
def show_found(request: Visit) -> HttpResponse:
    """What waits for its owner."""
    context = {
        "rows": queries.found_things(request.community),
        "ended": queries.found_ended(request.community, _today()),
        "months": months_to_claim(request.community, _today()),
        "tabs": public_tabs(request, "found"),
        "desk": may("hazards.keep_found", request.actor, request.community),
    }
    return answer(request, "hazards/found.html", context)


@public
def report_lost(request: Visit) -> HttpResponse:
    """Somebody misses a thing."""
    form = LostForm(sent(request))
    fields = ("thing", "where", "lost_on", "contact")
    return step(
        request,
        form,
        lambda said: once(
            request, found.report_lost, request.community, said,
            **{name: said[name] for name in fields},
        ),
        title=_("我丢了东西"),
        note=_("联系方式只有工作人员看得到，每次打开都有记录，找到或半年后就清除。没有回执，有人捡到才联系您。"),
        done=_("记下了，有人捡到就联系您。"),
        back=here(request, "found"),
        frame="portal.html",
    )  # fmt: skip


def _today() -> date:
    return local_day(timezone.now())
