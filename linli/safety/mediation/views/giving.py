"""What is new: given by the chair, taken with a declaration, or given back."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views.proving import proved
from linli.core.audit.door import may, permit
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step as show_step
from linli.safety.mediation import actions
from linli.safety.mediation.forms.work import AssignForm, BackForm, TakeForm
from linli.safety.mediation.queries import cases as queries
from linli.safety.mediation.views.shapes import address, of_case, private


@needs("mediation.see_desk")
@proved
@require_safe
def show(request: Visit, subject: UUID) -> HttpResponse:
    """One that waits: its kind and day; and, to find somebody whom nothing ties to a side, who the
    parties are. Not what it is about. That the names were read is written down."""
    at = timezone.now()
    case = queries.waiting_for(request.actor, request.community, subject, timezone.localdate(at))
    assigns = case.state == "received" and may("mediation.assign", request.actor, case)
    takes = may("mediation.take", request.actor, case)
    names = assigns or takes
    if names:
        actions.note_look(case, "mediation.look_at_names", by=request.actor, at=at)
    context = {"case": case, "assigns": assigns, "takes": takes, "names": names}
    return private(answer(request, "mediation/new.html", context))


@needs("mediation.see_desk")
@proved
def take(request: Visit, subject: UUID, step: str) -> HttpResponse:
    """Assigns, takes on, or hands back."""
    at, by = timezone.now(), request.actor
    case = queries.waiting_for(by, request.community, subject, timezone.localdate(at))
    form, act, needed, title, done, back = _step(request, case, step)
    permit(needed, by, case)
    return private(
        show_step(
            request,
            form,
            lambda given: act(case, **(form.given() if step == "assign" else given), by=by, at=at),
            title=title,
            done=done,
            back=back,
        )
    )


def _step(request: Visit, case: Any, step: str) -> tuple[Any, Any, str, str, str, str]:
    cases, data = f"{address(request, 'cases')}?show=new", sent(request)
    if step == "assign":
        mediators = queries.mediators_of(request.community, timezone.localdate())
        chosen = AssignForm(data, row=case, mediators=mediators)
        return chosen, actions.assign, "mediation.assign", _("分派"), _("分派了。"), cases
    if step == "take":
        title, done, back = _("接案"), _("接了，可以联系各方了。"), of_case(request, case)
        return TakeForm(data, row=case), actions.take_on, "mediation.take", title, done, back
    if step == "hand-back" and case.state == "assigned":
        title, done = _("不能接案，交回"), _("交回了。")
        form = BackForm(data, row=case)
        return form, actions.hand_back, "mediation.hand_back", title, done, cases
    raise Http404
