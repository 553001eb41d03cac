"""Calls at the desk: written, published, ended; shifts planned; whom a round calls on."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.stepping import carried, or_refusal, sent, step
from linli.core.people.choosing import FindForm
from linli.service.volunteering import words
from linli.service.volunteering.actions import calling, rounds as round_acts
from linli.service.volunteering.forms.calls import CallForm, PlanForm
from linli.service.volunteering.forms.rounds import ReceiverForm
from linli.service.volunteering.queries import calls, rounds, shifts
from linli.service.volunteering.queries.volunteers import name_of
from linli.service.volunteering.views.desk_tabs import desk_tabs
from linli.service.volunteering.views.seen import seen_form


@needs("volunteering.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """Every call."""
    context = {
        "tabs": desk_tabs(request, "calls_desk"),
        "rows": calls.calls_at_desk(request.community)[:200],
    }
    return answer(request, "volunteering/calls_desk.html", context)


@needs("volunteering.see_desk")
@require_safe
def show(request: Visit, call_id: UUID) -> HttpResponse:
    """One call with what is missing before it can be published, its shifts, its round."""
    call = calls.call_for(request.actor, request.community, call_id)
    context = {
        "call": call,
        "missing": [each for each in calling.completeness_of(call) if not each],
        "shifts": shifts.coming_shifts(request.community, timezone.now(), [call]),
        "goes_round": call.kind in words.ROUND_KINDS,
        "receivers": [(each, name_of(each)) for each in rounds.receivers_of(call)],
    }
    return answer(request, "volunteering/call_desk.html", context)


@needs("volunteering.keep")
def write(request: Visit) -> HttpResponse:
    """Writes a call."""
    form = CallForm(sent(request), community=request.community)
    made: list[Any] = []

    def carry_out(said: dict[str, Any]) -> None:
        try:
            row = calling.draft_call(
                request.community, said=form.said, by=request.actor, at=timezone.now(),
                once=said["once"],
            )  # fmt: skip
            made.append(row.pk)
        except Replayed as replay:
            made.append(replay.subject)

    return step(
        request,
        form,
        carry_out,
        title=_("写一项招募"),
        note=_("先存成草稿；写全了才能公布：真实的内容、可能的风险、要求和由谁答复。"),
        done=_("存成草稿了。看一遍，再公布。"),
        back=_at(request, "calls_desk"),
        leads_to=lambda _made: _at(request, "call_desk", made[0]),
    )


@needs("volunteering.keep")
def change(request: Visit, call_id: UUID) -> HttpResponse:
    """Changes a call."""
    call = calls.call_for(request.actor, request.community, call_id)
    form = CallForm(sent(request), community=request.community, call=call)

    def carry_out(said: dict[str, Any]) -> None:
        with suppress(Replayed):  # the same form came twice; once is enough
            calling.change_call(
                call, said=form.said, seen=said["seen"], by=request.actor, at=timezone.now(),
                once=said["once"],
            )  # fmt: skip

    return step(
        request,
        form,
        carry_out,
        title=_("改招募"),
        done=_("改好了。"),
        back=_at(request, "call_desk", call.pk),
    )


@needs("volunteering.keep")
def publish(request: Visit, call_id: UUID) -> HttpResponse:
    """Publishes a call that is complete."""
    call = calls.call_for(request.actor, request.community, call_id)
    return step(
        request,
        seen_form(request, call),
        carried(request, calling.publish_call, call),
        title=_("公布招募"),
        note=call.title,
        findings=calling.completeness_of(call),
        done=_("公布了。"),
        back=_at(request, "call_desk", call.pk),
    )


@needs("volunteering.keep")
def close(request: Visit, call_id: UUID) -> HttpResponse:
    """Ends a call."""
    call = calls.call_for(request.actor, request.community, call_id)
    return step(
        request,
        seen_form(request, call),
        carried(request, calling.close_call, call),
        title=_("结束招募"),
        note=_("不再收新的名字；已经报上的班次照常。"),
        done=_("结束了。"),
        back=_at(request, "call_desk", call.pk),
    )


@needs("volunteering.keep")
def plan(request: Visit, call_id: UUID) -> HttpResponse:
    """Lays out shifts."""
    call = calls.call_for(request.actor, request.community, call_id)
    form = PlanForm(sent(request))

    def carry_out(said: dict[str, Any]) -> None:
        with suppress(Replayed):  # the same form came twice; once is enough
            calling.plan_shifts(
                call, planned=form.planned, by=request.actor, at=timezone.now(),
                once=said["once"],
            )  # fmt: skip

    return step(
        request,
        form,
        carry_out,
        title=_("安排班次"),
        note=_("每一班单独报名，本人一班一班地答应；不派人，不轮流抽人。"),
        done=_("排好了。"),
        back=_at(request, "call_desk", call.pk),
    )


@needs("volunteering.keep")
def add_receiver(request: Visit, call_id: UUID) -> HttpResponse:
    """Puts somebody on a round who wishes it: found in the roster, ticked."""
    call = calls.call_for(request.actor, request.community, call_id)
    words_typed, on = request.POST.get("q", "").strip(), timezone.localdate()
    given = request.POST if request.method == "POST" and "find" not in request.POST else None
    form = ReceiverForm(given, community=request.community, words=words_typed, on=on)
    refused = None
    if form.is_valid():
        _made, refused = or_refusal(
            request, form,
            lambda said: round_acts.add_receiver(call, **said, by=request.actor,
                                                 at=timezone.now()),
        )  # fmt: skip
        if refused is None:
            messages.success(request, _("登记了。"))
            return redirect("volunteering:call_desk", request.community.code, call.pk)
    context = {
        "find": FindForm({"q": words_typed} if request.method == "POST" else None),
        "form": form, "words": words_typed, "searched": request.method == "POST",
        "refused": refused, "call": call, "title": _("登记一位要上门的人"),
        "back": _at(request, "call_desk", call.pk),
    }  # fmt: skip
    status = 409 if refused is not None else 422 if form.is_bound else 200
    return answer(request, "volunteering/choose.html", context, status=status)


def _at(request: Visit, name: str, *args: Any) -> str:
    return reverse(f"volunteering:{name}", args=[request.community.code, *args])
