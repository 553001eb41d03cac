"""Days of listening and the digest of opinions sent upward: for everybody, and at the desk."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.governance.deliberation.actions import listening as actions
from linli.governance.deliberation.forms.listening import DayForm, HeldForm, NoteForm, SendForm
from linli.governance.deliberation.forms.topics import ReasonForm, WordsForm
from linli.governance.deliberation.queries.listening import (
    carried_by,
    carried_in,
    coming_days,
    day_in,
    days_of,
    digest,
)


@public
@require_safe
def show_public(request: Visit) -> HttpResponse:
    """When somebody listens; what was sent upward, to whom, and what was answered."""
    found = digest(request.community)
    context = {
        "days": coming_days(request.community, timezone.localdate()),
        "held": list(days_of(request.community).filter(state="held")[:12]),
        "digest": found,
    }
    return answer(
        request,
        "deliberation/listening.html",
        context,
        json=lambda: {"digest": [_as_data(row) for row, _entries in found]},
    )


@needs("deliberation.see_desk")
@require_safe
def show_desk(request: Visit) -> HttpResponse:
    """The desk: days to hold, what to send, whom to ask again."""
    context = {
        "days": list(days_of(request.community)[:30]),
        "carried": list(carried_by(request.community)[:100]),
        "may_send": may("deliberation.publish", request.actor, request.community),
        "today": timezone.localdate(),
    }
    return answer(request, "deliberation/listening_desk.html", context)


@needs("deliberation.keep")
def announce(request: Visit) -> HttpResponse:
    """A day of listening."""
    form = DayForm(sent(request))
    words = {"title": _("通知一次接待日"), "done": _("通知贴出去了。")}
    return _step(request, request.community, form, actions.announce_day, **words)


@needs("deliberation.keep")
def hold(request: Visit, day_id: UUID) -> HttpResponse:
    """It was held."""
    day = day_in(request.community, day_id)
    words = {
        "title": _("登记接待"),
        "note": _("只记人数，不记是谁。要办的事另记成诉求，要议的事另登记成议题。"),
        "done": _("登记好了。"),
    }
    return _step(request, day, HeldForm(sent(request)), actions.hold_day, **words)


@needs("deliberation.keep")
def call_off(request: Visit, day_id: UUID) -> HttpResponse:
    """It is not held."""
    day = day_in(request.community, day_id)
    words = {"title": _("取消这次接待"), "done": _("取消了。")}
    return _step(request, day, ReasonForm(sent(request)), actions.call_off_day, **words)


@needs("deliberation.keep")
def note(request: Visit) -> HttpResponse:
    """What residents say that others must settle."""
    form = NoteForm(sent(request))
    words = {"title": _("记一条要反映的意见"), "done": _("记下了，主任看过就反映上去。")}
    return _step(request, request.community, form, actions.note, **words)


@needs("deliberation.publish")
def send(request: Visit, carried_id: UUID) -> HttpResponse:
    """To the office that can settle it."""
    carried = carried_in(request.community, carried_id)
    form = SendForm(sent(request), community=request.community, at=timezone.now())
    words = {"title": _("反映上去"), "note": carried.title, "done": _("反映上去了，大家都看得见。")}
    return _step(request, carried, form, actions.send, **words)


@needs("deliberation.keep")
def chase(request: Visit, carried_id: UUID) -> HttpResponse:
    """Once more."""
    carried = carried_in(request.community, carried_id)
    words = {"title": _("催一次"), "note": carried.title, "done": _("记下了。")}
    return _step(request, carried, WordsForm(sent(request)), actions.chase, **words)


@needs("deliberation.keep")
def answer_it(request: Visit, carried_id: UUID) -> HttpResponse:
    """What the office answered."""
    carried = carried_in(request.community, carried_id)
    words = {"title": _("登记答复"), "note": carried.title, "done": _("答复公开了。")}
    return _step(request, carried, WordsForm(sent(request)), actions.answer, **words)


@needs("deliberation.publish")
def drop(request: Visit, carried_id: UUID) -> HttpResponse:
    """Not sent after all."""
    carried = carried_in(request.community, carried_id)
    words = {"title": _("不反映"), "note": carried.title, "done": _("写明了理由。")}
    return _step(request, carried, ReasonForm(sent(request)), actions.drop, **words)


def _step(request: Visit, row: Any, form: Any, act: Any, **words: Any) -> HttpResponse:
    return step(
        request,
        form,
        lambda given: act(row, by=request.actor, at=timezone.now(), **given),
        back=reverse("deliberation:listening_desk", args=[request.community.code]),
        **words,
    )


def _as_data(row: Any) -> dict[str, Any]:
    return {
        "number": row.number,
        "title": row.title,
        "heard_at": row.heard_at,
        "times": row.times,
        "state": row.state,
        "sent_to": row.to.name if row.to else "",
        "sent_on": row.sent_on,
        "answered_on": row.answered_on,
        "answer": row.answer,
    }
