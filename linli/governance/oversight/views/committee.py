"""The register of supervisors, how to reach them, and the meetings they are told of."""

from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.people.choosing import FindForm
from linli.governance.oversight.actions import committee as acts
from linli.governance.oversight.forms.committee import (
    ContactForm,
    EndSeatForm,
    MeetingForm,
    SatInForm,
    SeatForm,
)
from linli.governance.oversight.queries.committee import contact_of, seat_in, sitting_in


@needs("oversight.keep_supervisors")
def seat(request: Visit) -> HttpResponse:
    """Enters somebody whom a meeting has chosen: found in the roster, ticked."""
    words, on = request.POST.get("q", "").strip(), timezone.localdate()
    given = request.POST if request.method == "POST" and "find" not in request.POST else None
    form = SeatForm(given, community=request.community, words=words, on=on)
    if form.is_valid():
        chosen = dict(form.cleaned_data)
        once = chosen.pop("once")
        with suppress(Replayed):
            acts.seat_supervisor(
                request.community, by=request.actor, at=timezone.now(), once=once, **chosen
            )
        messages.success(request, _("已登记。"))
        return redirect("oversight:supervision_desk", community_code=request.community.code)
    find = FindForm({"q": words} if request.method == "POST" else None)
    context = {"find": find, "form": form, "words": words, "searched": request.method == "POST"}
    return answer(request, "oversight/seat.html", context, status=422 if form.is_bound else 200)


@needs("oversight.keep_supervisors")
def end_seat(request: Visit, seat_id: UUID) -> HttpResponse:
    """Records that a seat ended."""
    found = seat_in(request.actor, request.community, seat_id)
    return step(
        request,
        EndSeatForm(sent(request)),
        lambda given: acts.end_supervisor(found, by=request.actor, at=timezone.now(), **given),
        title=_("任职结束"),
        note=_("监督委员会成员的变动，由居民会议或者居民代表会议决定。"),
        done=_("已登记任职结束。"),
        back=_desk(request),
    )


@needs("oversight.keep_supervisors")
def contact(request: Visit) -> HttpResponse:
    """How residents reach the supervisors."""
    known = contact_of(request.community)
    initial = {name: getattr(known, name, "") for name in ("phone", "where", "hours")}
    return step(
        request,
        ContactForm(sent(request), initial=initial),
        lambda given: acts.state_contact(
            request.community, by=request.actor, at=timezone.now(), **given
        ),
        title=_("怎样找到居务监督委员会"),
        note=_("居民都能看到。只写办公电话和意见箱，不写个人的号码。"),
        done=_("已写明。"),
        back=_desk(request),
        says=_("保存"),
    )


@needs("oversight.notify_supervisors")
def announce(request: Visit) -> HttpResponse:
    """Tells the supervisors of a meeting of the committee."""
    form = MeetingForm(sent(request))
    return step(
        request,
        form,
        lambda _given: acts.announce_meeting(
            request.community, by=request.actor, at=timezone.now(), **form.meeting
        ),
        title=_("通知监督委员会列席"),
        note=_("居民会议和居民代表会议发出通知时，系统自动通知；居委会自己的会议在这里通知。"),
        done=_("已通知居务监督委员会成员。"),
        back=_desk(request),
        says=_("通知"),
    )


@needs("oversight.supervise")
def sat_in(request: Visit, sitting_id: UUID) -> HttpResponse:
    """Says whether anybody sat in, and what was seen."""
    found = sitting_in(request.actor, request.community, sitting_id)
    return step(
        request,
        SatInForm(sent(request)),
        lambda given: acts.record_sitting_in(found, by=request.actor, at=timezone.now(), **given),
        title=_("记录列席：%(title)s") % {"title": found.title},
        done=_("已记录。"),
        back=_desk(request),
        says=_("保存"),
    )


def _desk(request: Visit) -> str:
    return reverse("oversight:supervision_desk", args=[request.community.code])
