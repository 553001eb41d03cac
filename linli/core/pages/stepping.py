"""A form that carries out one act and leads back: the same few lines for every step."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from linli.core.pages.answer import answer

STEP = "step.html"


def step(
    request: HttpRequest,
    form: Any,
    carry_out: Callable[[dict[str, Any]], object],
    *,
    title: Any,
    done: Any,
    back: str,
    note: Any = "",
    findings: Any = (),
    frame: str = "desk.html",
    says: Any = "",
) -> HttpResponse:
    """Shows `form`; where it was sent and is in order, carries the act out with what was given
    and goes `back`. `says`: what the button says, where that is not the title."""
    if request.method == "POST" and form.is_valid():
        carry_out(form.cleaned_data)
        messages.success(request, done)
        return redirect(back)
    context = {
        "form": form,
        "title": title,
        "back": back,
        "note": note,
        "findings": findings,
        "shell": frame,
        "says": says or title,
    }
    status = 422 if form.is_bound and form.errors else 200
    return answer(request, STEP, context, status=status)


def sent(request: HttpRequest) -> Any:
    """What was sent, or nothing where the page is only opened."""
    return request.POST if request.method == "POST" else None


def sent_files(request: HttpRequest) -> Any:
    """The files that came along, or nothing."""
    return request.FILES if request.method == "POST" else None
