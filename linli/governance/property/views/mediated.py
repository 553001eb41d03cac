"""A dispute on its way to the mediators: whoever told it is willing, and then its handler hands it
over."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.pages.stepping import sent, step
from linli.governance.property.actions import mediated
from linli.governance.property.forms.asking import MediatorsForm, WillingForm
from linli.governance.property.models import Estate
from linli.governance.property.origins import may_reach_mediators
from linli.governance.property.queries.estates import serving
from linli.governance.property.views.disputes import one_dispute


@signed_in
def wish(request: Visit, dispute_id: UUID) -> HttpResponse:
    """Whoever told it is willing, or not."""
    row = one_dispute(request, dispute_id, "property.own_dispute")
    return step(
        request, WillingForm(sent(request), row=row),
        lambda said: mediated.wish_mediation(row, **said, by=request.actor, at=timezone.now()),
        title=_("愿不愿意调解"), done=_("记下了。"), frame="portal.html",
        note=_("双方都愿意才调解，不收费。谈的内容保密；随时可以停止，不影响起诉。"),
        back=reverse("property:own_dispute", args=[request.community.code, row.pk]),
    )  # fmt: skip


@needs("property.see_desk")
def hand_over(request: Visit, dispute_id: UUID) -> HttpResponse:
    """Both are willing."""
    row = one_dispute(request, dispute_id, "property.handle_dispute")
    if not may_reach_mediators(request.actor, request.community):
        raise Http404
    form = MediatorsForm(sent(request), row=row, initial={"other_side": _other(row.estate)})
    return step(
        request, form,
        lambda said: mediated.hand_to_mediators(row, **said, by=request.actor, at=timezone.now()),
        title=_("双方愿意，转给调解员"), done=_("转给调解员了，期限告诉了本人。"),
        note=_("经过和本人的姓名交给调解员。调解员还会问双方；谈了什么不在这里，只看得到结束没有。"),
        back=reverse("property:dispute", args=[request.community.code, row.pk]),
    )  # fmt: skip


def _other(estate: Estate) -> str:
    """The firm that serves, else who built it."""
    there = serving(estate)
    return there[0].body.name if there else estate.developer
