"""What the views of this room share: a form that was sent, a step that is taken."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils import timezone

from linli.core.access.gates import Visit
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.lib.law import require
from linli.mechanisms.flow import rules as flow_rules
from linli.mechanisms.flow.declaration import Flow
from linli.mechanisms.flow.queries import posts_that_may
from linli.stewardship.planning.forms.steps import Offered


def sent(request: Visit) -> Any:
    """What was sent, or None where the page is only opened."""
    return request.POST if request.method == "POST" else None


def show_form(request: Visit, template: str, form: Any, **more: Any) -> HttpResponse:
    """The page with the form; 422 where what was sent does not do."""
    bound = getattr(form, "is_bound", False)
    return answer(request, template, {"form": form, **more}, status=422 if bound else 200)


def take_step(
    request: Visit,
    flow: Flow,
    row: Any,
    name: str,
    steps: Mapping[str, Offered],
    context: Mapping[str, Any],
) -> HttpResponse | None:
    """Shows the form of a step, or takes it: then the answer is None and the view leads on.
    Opened where it does not start from here, or is not this reader's, it is refused with why."""
    chosen = steps.get(name)
    if chosen is None:
        raise Http404
    move = flow.move(name)
    who = posts_that_may(move.who)
    require(flow_rules.is_theirs(move, may(move.who, request.actor, row), who))
    if request.method != "POST":
        require(flow_rules.starts_here(flow, row.state, move, who))
    form = chosen.form(sent(request), row=row)
    if not form.is_valid():
        page = {"offered": chosen, "row": row, **context}
        return show_form(request, "planning/step.html", form, **page)
    chosen.act(row, **form.cleaned_data, by=request.actor, at=timezone.now())
    messages.success(request, chosen.done)
    return None
