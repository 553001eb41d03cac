"""For everybody: what is talked over, what came of it; proposing, one's own topics, the lot."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.places.laid_down import laid_down
from linli.governance.deliberation import actions
from linli.governance.deliberation.flows import POINT
from linli.governance.deliberation.forms.topics import DissentForm, ProposeForm, SureForm
from linli.governance.deliberation.models import Topic
from linli.governance.deliberation.queries.draws import drawn_in, own_invitations
from linli.governance.deliberation.queries.talks import coming_talks
from linli.governance.deliberation.queries.topics import (
    PUBLIC_STATES,
    dissents_in,
    own_topics,
    point_in,
    public_topics,
    read_points,
    topic_for,
    waiting,
    waits_for_meeting,
)
from linli.governance.deliberation.views.shown import answer_by, as_data, late, point_as_data, shown
from linli.governance.deliberation.words import FORM_SAYS, FORMS
from linli.mechanisms.flow.queries import timeline


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What is being talked over and what came of earlier topics; what is coming."""
    community, state = request.community, request.GET.get("state", "")
    today = timezone.localdate()
    topics = list(public_topics(community, state, late_on=today)[:100])
    context = {
        "topics": topics,
        "state": state if state in PUBLIC_STATES else "",
        "talks": coming_talks(community, timezone.now()),
        "waiting": waiting(community),
        "answered": laid_down("deliberation.answered_within", community, today),
        "mine": own_topics(request.actor, community),
        "invited": own_invitations(request.actor, community),
        "may_propose": may("deliberation.propose", request.actor, community),
        "forms": [(words, FORM_SAYS[code]) for code, words in FORMS],
    }
    return answer(
        request,
        "deliberation/topics.html",
        context,
        json=lambda: {"topics": [as_data(each) for each in read_points(topics)]},
    )


@public
@require_safe
def show(request: Visit, topic_id: UUID) -> HttpResponse:
    """One topic, from who proposed it as what to what came of it."""
    topic = topic_for(request.actor, request.community, topic_id)
    context = shown(topic, request.actor, timezone.now())
    return answer(
        request, "deliberation/topic.html", context, json=lambda: as_data(topic, whole=True)
    )


@needs("deliberation.propose")
def propose(request: Visit) -> HttpResponse:
    """Something is to be talked through."""
    form = ProposeForm(sent(request))
    limit = laid_down("deliberation.answered_within", request.community, timezone.localdate())
    if request.method == "POST" and form.is_valid():
        return _propose(request, form.cleaned_data)
    return step(
        request,
        form,
        lambda _given: None,
        title=_("提一件要议的事"),
        note=_("居委会 %(days)d 个工作日内答复：受理，或写明理由和可以怎么办。是谁提的不公开。")
        % {"days": limit.value},
        done="",
        back=reverse("deliberation:topics", args=[request.community.code]),
        frame="portal.html",
    )


def _propose(request: Visit, given: dict[str, Any]) -> HttpResponse:
    """Sent, and told until when it is answered; a form sent twice is led to what it made."""
    at = timezone.now()
    try:
        topic = actions.propose(request.community, by=request.actor, at=at, **given)
    except Replayed:
        return redirect("deliberation:topics", request.community.code)
    promised = answer_by(topic, at)
    day = date_format(promised.due) if promised else ""
    messages.success(request, _("收到了，%(day)s以前答复您。") % {"day": day})
    return redirect(_page(topic))


@signed_in
def withdraw(request: Visit, topic_id: UUID) -> HttpResponse:
    """Whoever proposed it takes it back."""
    topic = _own(request, topic_id, "deliberation.withdraw")
    return step(
        request,
        SureForm(sent(request)),
        lambda _given: actions.withdraw(topic, by=request.actor, at=timezone.now()),
        title=_("收回这件事"),
        note=topic.title,
        done=_("已收回。"),
        back=reverse("deliberation:topics", args=[request.community.code]),
        frame="portal.html",
    )


@signed_in
def dissent(request: Visit, topic_id: UUID) -> HttpResponse:
    """Whoever took part holds their own opinion, word for word."""
    topic = _own(request, topic_id, "deliberation.dissent")
    return step(
        request,
        DissentForm(sent(request)),
        lambda given: actions.dissent(topic, by=request.actor, at=timezone.now(), **given),
        title=_("保留意见"),
        note=topic.title,
        done=_("记下了，一字不改。公布以前可以收回。"),
        back=_page(topic),
        frame="portal.html",
    )


@signed_in
def take_back(request: Visit, topic_id: UUID) -> HttpResponse:
    """One's own dissent is taken back."""
    topic = _own(request, topic_id, "deliberation.dissent")
    mine = [each for each in dissents_in(topic) if each.account_id == request.actor.account]
    if not mine:
        raise Http404
    return step(
        request,
        SureForm(sent(request)),
        lambda _given: actions.take_dissent_back(mine[0], by=request.actor, at=timezone.now()),
        title=_("收回保留的意见"),
        note=mine[0].words,
        done=_("已收回。"),
        back=_page(topic),
        frame="portal.html",
    )


@signed_in
@require_safe
def invited(request: Visit) -> HttpResponse:
    """Where the lot met whoever looks."""
    found = own_invitations(request.actor, request.community)
    coming = coming_talks(request.community, timezone.now())
    context = {
        "invitations": [
            (each, [talk for talk in coming if talk.topic_id == each.draw.topic_id])
            for each in found
        ]
    }
    return answer(request, "deliberation/invited.html", context)


@signed_in
def answer_draw(request: Visit, drawn_id: UUID) -> HttpResponse:
    """Yes or no to an invitation by lot."""
    drawn = drawn_in(request.community, drawn_id)
    if not may("deliberation.answer_draw", request.actor, drawn) or request.method != "POST":
        raise Http404
    comes = "yes" in request.POST
    actions.answer_draw(drawn, comes=comes, by=request.actor, at=timezone.now())
    messages.success(request, _("谢谢，到时见。") if comes else _("知道了，会请下一位。"))
    if may("deliberation.keep", request.actor, drawn) and "desk" in request.POST:
        return redirect("deliberation:draw", request.community.code, drawn.draw_id)
    return redirect("deliberation:invited", request.community.code)


@public
@require_safe
def show_point(request: Visit, point_id: UUID) -> HttpResponse:
    """One point that was agreed: whose, by when, what came of it."""
    point = point_in(request.community, point_id)
    context = {
        "point": point,
        "topic": point.topic,
        "entries": timeline(POINT, point, public=True),
        "may_reopen": not point.current.open
        and point.topic.state == "agreed"
        and may("deliberation.keep", request.actor, point),
        "waits": waits_for_meeting(point.topic),
        "late": late(point, timezone.localdate()),
        "may_follow": point.current.open and may("deliberation.follow", request.actor, point),
    }
    return answer(request, "deliberation/point.html", context, json=lambda: point_as_data(point))


def _own(request: Visit, topic_id: UUID, permission: str) -> Topic:
    topic = topic_for(request.actor, request.community, topic_id)
    if not may(permission, request.actor, topic):
        raise Http404
    return topic


def _page(topic: Topic) -> str:
    return reverse("deliberation:topic", args=[topic.community.code, topic.pk])
