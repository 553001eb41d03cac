"""Score-card meetings at the desk: prepared, held, written down, agreed, looked at again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.steps import StepForm
from linli.evaluation.queries import picture_of
from linli.evaluation.scorecard import actions, queries
from linli.evaluation.scorecard.forms import (
    AgainForm,
    AgreeForm,
    DoneForm,
    HoldForm,
    PrepareForm,
    ReasonForm,
    ViewForm,
    WordsForm,
)
from linli.evaluation.scorecard.showing import chapters_shown, stages_of
from linli.evaluation.scorecard.views.answering import sent, show_form, take_step

MOVES: dict[str, tuple[type[StepForm], Any, Any, Any]] = {
    "hold": (HoldForm, actions.hold_meeting, _("登记会议"), _("已登记。请把居民的话记下来。")),
    "publish": (StepForm, actions.publish_meeting, _("公布"), _("已公布，日期已列入日历。")),
    "look-again": (AgainForm, actions.look_again, _("回头看"), _("已回头看过，写进年度报告。")),
    "call-off": (ReasonForm, actions.call_off_meeting, _("不开了"), _("已记下原因。")),
}
ACTION_MOVES: dict[str, tuple[type[StepForm], Any, Any, Any]] = {
    "finish": (DoneForm, actions.finish_action, _("已做到"), _("已记为做到。")),
    "leave": (ReasonForm, actions.leave_action, _("没有做到"), _("已写明原因。")),
    "strike": (StepForm, actions.strike_action, _("划掉"), _("已划掉。")),
}
SIZES = ("a4", "a3")


@needs("scorecard.keep")
@require_safe
def list_meetings(request: Visit) -> HttpResponse:
    """All meetings, and the comments that wait for a look or an answer."""
    context = {
        "meetings": list(queries.meetings_of(request.community)[:40]),
        "comments": list(queries.comments_waiting(request.community)[:100]),
    }
    return answer(request, "evaluation/scorecard/desk_list.html", context)


@needs("scorecard.keep")
def prepare(request: Visit) -> HttpResponse:
    """Prepares a meeting: which figures are taken to it."""
    on = timezone.localdate()
    picture = picture_of(request.community, on)
    form = PrepareForm(sent(request), on=on, picture=picture)
    if not form.is_valid():
        return show_form(request, "evaluation/scorecard/prepare.html", form)
    said = form.cleaned_data
    meeting = actions.prepare_meeting(
        request.community,
        year=said["year"],
        round=said["round"],
        taken=form.taken,
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("已准备好，可以印出来带到会上。"))
    return redirect(_address(request, meeting.pk))


@needs("scorecard.keep")
@require_safe
def show(request: Visit, meeting_id: UUID) -> HttpResponse:
    """One meeting with everything said and agreed, and what can be done next."""
    meeting = queries.meeting_in(request.community, meeting_id)
    context = {
        "meeting": meeting,
        "chapters": chapters_shown(queries.topics_in(meeting)),
        "stages": stages_of(meeting),
        "may_publish": may("scorecard.publish", request.actor, request.community),
    }
    return answer(request, "evaluation/scorecard/desk.html", context)


@needs("scorecard.keep")
@require_safe
def sheet(request: Visit, meeting_id: UUID) -> HttpResponse:
    """The figures as they are taken to the meeting, in ordinary or large type, on A4 or A3."""
    meeting = queries.meeting_in(request.community, meeting_id)
    size = request.GET.get("paper", "a4")
    context = {
        "meeting": meeting,
        "chapters": chapters_shown(queries.topics_in(meeting)),
        "paper": size if size in SIZES else "a4",
        "large": "large" in request.GET,
    }
    return answer(request, "evaluation/scorecard/sheet.html", context)


@needs("scorecard.keep")
def move(request: Visit, meeting_id: UUID, name: str) -> HttpResponse:
    """A step of the meeting itself."""
    meeting = queries.meeting_in(request.community, meeting_id)
    if name not in MOVES:
        raise Http404
    form, act, title, done = MOVES[name]
    words = {"title": title, "lead": "", "done": done, "back": _address(request, meeting.pk)}
    return take_step(request, form(sent(request), row=meeting), act, meeting, **words)


@needs("scorecard.keep")
def write(request: Visit, meeting_id: UUID, topic_id: UUID) -> HttpResponse:
    """What residents said of one standard."""
    meeting, topic, words = _topic(request, meeting_id, topic_id)
    start = {name: getattr(topic, name) for name in ("words", "better", "same", "worse")}
    form = WordsForm(sent(request), row=meeting, initial=start)
    words |= {"title": _("居民的话"), "done": _("已记下。")}
    return take_step(request, form, actions.write_topic, topic, **words)


@needs("scorecard.keep")
def view(request: Visit, meeting_id: UUID, topic_id: UUID) -> HttpResponse:
    """What a provider says of itself on one standard."""
    meeting, topic, words = _topic(request, meeting_id, topic_id)
    form = ViewForm(sent(request), row=meeting, on=timezone.localdate())
    words |= {"title": _("提供方怎么看自己"), "done": _("已记下。")}
    return take_step(request, form, actions.record_view, topic, **words)


@needs("scorecard.keep")
def agree(request: Visit, meeting_id: UUID, topic_id: UUID) -> HttpResponse:
    """An action agreed face to face."""
    meeting, topic, words = _topic(request, meeting_id, topic_id)
    figures = [figure for each in queries.topics_in(meeting) for figure in each.figures]
    form = AgreeForm(sent(request), row=meeting, figures=figures, on=timezone.localdate())
    words |= {"title": _("约定一件事"), "done": _("已约定。")}
    return take_step(request, form, actions.agree_action, topic, **words)


@needs("scorecard.keep")
def move_action(request: Visit, action_id: UUID, name: str) -> HttpResponse:
    """A step of an action."""
    agreed = queries.action_in(request.community, action_id)
    if name not in ACTION_MOVES:
        raise Http404
    form, act, title, done = ACTION_MOVES[name]
    row = agreed.topic.meeting if name == "strike" else agreed
    back = _address(request, agreed.topic.meeting_id)
    words = {"title": title, "lead": agreed.title, "done": done, "back": back}
    return take_step(request, form(sent(request), row=row), act, agreed, **words)


@needs("scorecard.keep")
@require_safe
def of_action(request: Visit, action_id: UUID) -> HttpResponse:
    """Leads to the meeting an action was agreed in."""
    agreed = queries.action_in(request.community, action_id)
    return redirect(_address(request, agreed.topic.meeting_id))


def _topic(request: Visit, meeting_id: UUID, topic_id: UUID) -> tuple[Any, Any, dict[str, Any]]:
    meeting = queries.meeting_in(request.community, meeting_id)
    topic = queries.topic_in(meeting, topic_id)
    lead = chapters_shown([topic])[0].title
    return meeting, topic, {"lead": lead, "back": _address(request, meeting.pk)}


def _address(request: Visit, key: UUID) -> str:
    return reverse("evaluation:scorecard_desk", args=[request.community.code, key])
