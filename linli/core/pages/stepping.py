"""A form that carries out one act and leads back: the same few lines for every step.

What an act refuses is said above the form as it was filled in: nothing is typed twice.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from linli.core.pages.answer import answer, wants_fragment
from linli.lib.law import Finding, Refused
from linli.lib.replayed import Replayed

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
    folded: Any = (),
    findings: Any = (),
    frame: str = "desk.html",
    says: Any = "",
    leads_to: Callable[[Any], str] | None = None,
) -> HttpResponse:
    """Shows `form`; where it was sent and is in order, carries the act out with what was given
    and goes `back`, or to where `leads_to` says for what the act made. `says`: what the button
    says, where that is not the title. `folded`: what can be read on beside the `note`, as a
    heading and its text."""
    refused: Finding | None = None
    if request.method == "POST" and form.is_valid():
        try:
            made, refused = or_refusal(request, form, carry_out)
        except Replayed:  # the same form came twice: what it asks for is done
            messages.success(request, done)
            return redirect(back)
        if refused is None:
            messages.success(request, done)
            return redirect(leads_to(made) if leads_to else back)
    context = {
        "form": form,
        "title": title,
        "back": back,
        "note": note,
        "folded": folded,
        "findings": findings,
        "shell": frame,
        "says": says or title,
        "refused": refused,
        "files_again": refused is not None and bool(request.FILES),
    }
    status = 409 if refused is not None else 422 if form.is_bound and form.errors else 200
    response = answer(request, STEP, context, status=status)
    if refused is not None:
        response["Cache-Control"] = "no-store"
    return response


def carry(request: Any, act: Any, subject: Any, **given: Any) -> Any:
    """The act, by whoever looks, now."""
    return act(subject, by=request.actor, at=timezone.now(), **given)


def once(request: Any, act: Any, subject: Any, said: dict[str, Any], **given: Any) -> Any:
    """The same, once however often the form is sent; None where it came before."""
    with suppress(Replayed):
        return carry(request, act, subject, once=said["once"], **given)
    return None


def pressed(
    request: Any, act: Any, subject: Any, done: Any, back: str, **given: Any
) -> HttpResponse:
    """A button: the act, a word, and back. What it refuses is told on the page of refusals."""
    carry(request, act, subject, **given)
    messages.success(request, done)
    return redirect(back)


def version_in(text: str) -> int | None:
    """The version of a row a form was drawn from; nothing where no such number stands there."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def carried(
    request: Any, act: Any, subject: Any, *, by: Any = None, **more: Any
) -> Callable[[dict[str, Any]], Any]:
    """What a form in order does: the act, about the subject, by whoever is here (or `by`), now,
    with what was typed and `more`."""

    def carry_out(given: dict[str, Any]) -> Any:
        return act(subject, by=by or request.actor, at=timezone.now(), **{**given, **more})

    return carry_out


def or_refusal(
    request: HttpRequest, form: Any, carry_out: Callable[[dict[str, Any]], Any]
) -> tuple[Any, Finding | None]:
    """What the act made of a form in order, or the finding that forbids it, for the page to show
    above the form as it was filled in.

    Who may not at all, and what has moved on since the page was drawn, is left to the page of
    refusals; so is a part of a page, since what was typed is still in it.
    """
    try:
        return carry_out(form.cleaned_data), None
    except Refused as error:
        rule = error.finding.rule
        if rule == "access.permitted" or rule.endswith("fresh") or wants_fragment(request):
            raise
        return None, error.finding


def sent(request: HttpRequest) -> Any:
    """What was sent, or nothing where the page is only opened."""
    return request.POST if request.method == "POST" else None


def sent_files(request: HttpRequest) -> Any:
    """The files that came along, or nothing."""
    return request.FILES if request.method == "POST" else None
