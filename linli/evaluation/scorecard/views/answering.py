"""What these views share: a step's form, shown or taken."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from linli.core.access.gates import Visit
from linli.core.pages.answer import answer


def sent(request: Visit) -> Any:
    """What was sent, or None where the page is only opened."""
    return request.POST if request.method == "POST" else None


def show_form(request: Visit, template: str, form: Any, **more: Any) -> HttpResponse:
    """The page with the form; 422 where what was sent does not do."""
    return answer(request, template, {"form": form, **more}, status=422 if form.is_bound else 200)


def take_step(
    request: Visit,
    form: Any,
    act: Callable[..., object],
    subject: Any,
    *,
    title: Any,
    lead: Any,
    back: str,
    done: Any,
) -> HttpResponse:
    """Shows the form of a step, or takes it and leads back to `back`, an address."""
    if not form.is_valid():
        page = {"title": title, "lead": lead, "back": back}
        return show_form(request, "evaluation/scorecard/step.html", form, **page)
    act(subject, **form.cleaned_data, by=request.actor, at=timezone.now())
    messages.success(request, done)
    return redirect(back)
