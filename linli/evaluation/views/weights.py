"""What the groups weigh: read by everybody, entered and adopted at the desk."""

from fractions import Fraction
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.evaluation import actions
from linli.evaluation.models import Weighing
from linli.evaluation.queries.weights import (
    adopted_weighings,
    weighing_in,
    weighing_of,
    weighings_of,
)
from linli.evaluation.scoring import say_bounds
from linli.evaluation.weighing.effect import effect_of
from linli.evaluation.weighing.entering import scored_codes
from linli.evaluation.weighing.forms import FORMS
from linli.lib.law import Finding, Refused


@public
@require_safe
def show_weights(request: Visit) -> HttpResponse:
    """What the groups weigh here, who decided so, and how a score comes about."""
    on, community = timezone.localdate(), request.community
    present = weighing_of(community, on.year)
    weights = present.by_group if present else dict.fromkeys(scored_codes(), Fraction(1))
    context = {
        "present": present,
        "decisions": adopted_weighings(community),
        "effect": effect_of(community, weights, on.year, on),
        "bounds": list(say_bounds()),
        "may_weigh": may("evaluation.draft_weights", request.actor, community),
    }
    return answer(
        request,
        "evaluation/weights.html",
        context,
        json=lambda: {"decisions": [_tell(each) for each in adopted_weighings(community)]},
    )


@needs("evaluation.draft_weights")
@require_safe
def list_weighings(request: Visit) -> HttpResponse:
    """The decisions, drafts first, and the two ways to enter one."""
    rows = list(weighings_of(request.community))
    return answer(request, "evaluation/weighings.html", {"rows": rows})


@needs("evaluation.draft_weights")
@require_http_methods(["GET", "HEAD", "POST"])
def enter_weights(request: Visit, method: str) -> HttpResponse:
    """A decision entered: points shared out, or groups compared in pairs."""
    if method not in FORMS:
        raise Http404
    return _enter(request, method, None)


@needs("evaluation.draft_weights")
@require_http_methods(["GET", "HEAD", "POST"])
def edit_weights(request: Visit, weighing_id: UUID) -> HttpResponse:
    """A draft entered anew."""
    weighing = weighing_in(request.community, weighing_id)
    return _enter(request, weighing.method, weighing)


@needs("evaluation.draft_weights")
@require_safe
def show_weighing(request: Visit, weighing_id: UUID) -> HttpResponse:
    """One decision: what follows from it beside equal weights, and whether it counts."""
    weighing = weighing_in(request.community, weighing_id)
    on = timezone.localdate()
    context = {
        "weighing": weighing,
        "effect": effect_of(request.community, weighing.by_group, weighing.from_year, on),
        "may_adopt": may("evaluation.adopt_weights", request.actor, request.community),
    }
    return answer(request, "evaluation/weighing.html", context)


@needs("evaluation.adopt_weights")
@require_POST
def adopt_weights(request: Visit, weighing_id: UUID) -> HttpResponse:
    """Makes it count."""
    weighing = weighing_in(request.community, weighing_id)
    actions.adopt_weights(weighing, by=request.actor, at=timezone.now())
    messages.success(request, _("权重已通过。"))
    return redirect("evaluation:weighing", request.community.code, weighing.pk)


@needs("evaluation.draft_weights")
@require_POST
def drop_weights(request: Visit, weighing_id: UUID) -> HttpResponse:
    """Takes a draft away."""
    weighing = weighing_in(request.community, weighing_id)
    actions.drop_weights(weighing, by=request.actor, at=timezone.now())
    messages.success(request, _("草稿已删除。"))
    return redirect("evaluation:weighings", request.community.code)


def _enter(request: Visit, method: str, weighing: Weighing | None) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = FORMS[method](timezone.localdate(), data, weighing=weighing)
    finding: Finding | None = None
    if data is not None and form.is_valid():
        try:
            row = actions.draft_weights(
                request.community,
                **form.asked(),
                weighing=weighing,
                by=request.actor,
                at=timezone.now(),
            )
        except Refused as refused:  # what was entered stays in the form: 36 answers are many
            finding = refused.finding
            form.tell(finding)
        else:
            return redirect("evaluation:weighing", request.community.code, row.pk)
    context = {"form": form, "weighing": weighing, "method": method, "finding": finding}
    status = 422 if data is not None else 200
    return answer(request, "evaluation/weights_form.html", context, status=status)


def _tell(row: Weighing) -> dict[str, Any]:
    return {
        "from_year": row.from_year,
        "method": row.method,
        "resolution": row.resolution,
        "decided_on": row.decided_on,
        "took_part": row.took_part,
        "consistency_ratio": row.ratio,
        "weights": {code: float(weight) for code, weight in row.by_group.items()},
    }
