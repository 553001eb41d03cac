"""Terms of courses: opened, and held again as the last one was."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.culture.activities import actions
from linli.culture.activities.forms.steps import CopyTermForm, TermForm
from linli.culture.activities.queries import coming
from linli.culture.activities.views.desk import tabs_of


@needs("activities.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The terms with what was held in each."""
    terms = coming.terms_of(request.community)[:12]
    context = {
        "tabs": tabs_of(request, "terms"),
        "terms": [(term, coming.held_in(term)) for term in terms],
        "keeps": may("activities.keep", request.actor, request.community),
    }
    return answer(request, "activities/terms.html", context)


@needs("activities.keep")
def open_new(request: Visit) -> HttpResponse:
    """Opens a term."""

    def carry_out(said: dict[str, Any]) -> Any:
        return actions.open_term(request.community, **said, by=request.actor, at=timezone.now())

    return step(
        request,
        TermForm(sent(request)),
        carry_out,
        title=_("设立学期"),
        done=_("学期设好了。"),
        back=_terms(request),
    )


@needs("activities.keep")
def copy(request: Visit, term_id: UUID) -> HttpResponse:
    """Drafts again in another term what was held in this one."""
    term = coming.term_for(request.community, term_id)
    form = CopyTermForm(sent(request), term=term, held=coming.held_in(term))

    def carry_out(said: dict[str, Any]) -> Any:
        return actions.copy_term(
            said["into"], activities=form.chosen, by=request.actor, at=timezone.now(),
            once=said["once"],
        )  # fmt: skip

    return step(
        request,
        form,
        carry_out,
        title=_("照办到新学期"),
        note=_("同样的星期几、同样的时间，从新学期第一天起；先成草稿，逐项看过再公布。"),
        done=_("草稿写好了，请逐项核对日期后公布。"),
        back=_terms(request),
        leads_to=lambda _made: reverse("activities:desk", args=[request.community.code]),
    )


def _terms(request: Visit) -> str:
    return reverse("activities:terms", args=[request.community.code])
