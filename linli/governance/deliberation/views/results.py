"""The desk: what was agreed is written, shown, published, followed and looked back at."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.audit.door import may
from linli.core.pages.stepping import sent, step
from linli.governance.deliberation import actions
from linli.governance.deliberation.forms.topics import (
    AgreementForm,
    ConsiderForm,
    DecisionForm,
    DeskDissentForm,
    PointForm,
    ReasonForm,
    ResultForm,
    StrikeDissentForm,
    SureForm,
    WordsForm,
)
from linli.governance.deliberation.queries.topics import (
    considered_in,
    dissents_in,
    point_in,
    points_of,
    topic_kept_by,
)
from linli.governance.deliberation.views.desk import here


@needs("deliberation.keep")
def write(request: Visit, topic_id: UUID) -> HttpResponse:
    """What it came to."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    agreement = getattr(topic, "agreement", None)
    initial = {
        name: getattr(agreement, name, "") for name in ("text", "needs_decision", "decides_what")
    }
    form = AgreementForm(sent(request), initial=initial)
    return _step(
        request, topic, form, actions.write_agreement, title=_("写结果"), done=_("写好了。")
    )


@needs("deliberation.keep")
def add_point(request: Visit, topic_id: UUID) -> HttpResponse:
    """One thing that was agreed."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    form = PointForm(sent(request), community=request.community, at=timezone.now())
    return _step(
        request, topic, form, actions.add_point, title=_("写谈成的一条"), done=_("写上了。")
    )


@needs("deliberation.keep")
def consider(request: Visit, topic_id: UUID) -> HttpResponse:
    """What was made of one opinion."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    initial = {key: request.GET.get(key, "") for key in ("words", "source", "mark")}
    form = ConsiderForm(sent(request), topic=topic, initial=initial)
    return _step(
        request,
        topic,
        form,
        actions.consider,
        title=_("写明一条意见是否采纳"),
        done=_("写上了。"),
    )


@needs("deliberation.keep")
@require_POST
def strike(request: Visit, topic_id: UUID) -> HttpResponse:
    """Takes a point or a line back, as the button says."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    lists: dict[str, tuple[Any, Any]] = {
        "point": (points_of, actions.strike_point),
        "considered": (considered_in, actions.strike_considered),
    }
    for name, (read, act) in lists.items():
        wanted = request.POST.get(name)
        for each in read(topic) if wanted else ():
            if str(each.pk) == wanted:
                each.topic = topic
                act(each, by=request.actor, at=timezone.now())
                messages.success(request, _("已划掉。"))
    return redirect(here(topic))


@needs("deliberation.keep")
def strike_dissent(request: Visit, topic_id: UUID, dissent_id: UUID) -> HttpResponse:
    """Strikes what was written down at the desk, and says why."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    held = next((each for each in dissents_in(topic) if each.pk == dissent_id), None)
    if held is None:
        raise Http404
    held.topic = topic
    return step(
        request,
        StrikeDissentForm(sent(request)),
        lambda given: actions.strike_dissent(held, by=request.actor, at=timezone.now(), **given),
        title=_("划掉在居委会登记的保留意见"),
        note=held.words,
        done=_("已划掉。"),
        back=here(topic),
    )


@needs("deliberation.keep")
def show_draft(request: Visit, topic_id: UUID) -> HttpResponse:
    """To those who took part, first."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    return _step(
        request,
        topic,
        SureForm(sent(request)),
        actions.show_draft,
        title=_("把初稿给参加的人看"),
        note=_("参加的人会收到消息，不同意的可以保留意见。"),
        done=_("初稿给参加的人看了。"),
    )


@needs("deliberation.keep")
def take_draft_back(request: Visit, topic_id: UUID) -> HttpResponse:
    """Talked over again."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    form = ReasonForm(sent(request))
    return _step(
        request,
        topic,
        form,
        actions.take_draft_back,
        title=_("收回初稿，接着议"),
        done=_("收回了。"),
    )


@needs("deliberation.keep")
def dissent(request: Visit, topic_id: UUID) -> HttpResponse:
    """What somebody says at the desk against it."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    return _step(
        request,
        topic,
        DeskDissentForm(sent(request)),
        actions.dissent,
        title=_("登记保留的意见"),
        note=_("照本人的原话写，写完念给本人听。"),
        done=_("记下了。"),
    )


@needs("deliberation.publish")
def publish(request: Visit, topic_id: UUID) -> HttpResponse:
    """Everybody reads what was agreed."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    form = SureForm(sent(request))
    if "open" in request.GET:
        return _step(
            request,
            topic,
            form,
            actions.leave_open,
            title=_("公布没有谈成"),
            note=_("各方的理由一同公布，半年内再回头看。"),
            done=_("已公布。"),
        )
    return _step(
        request,
        topic,
        form,
        actions.publish,
        title=_("公布谈成的内容"),
        note=_("公布以后不能再改；每一条的期限从今天开始算，参加的人会收到消息。"),
        done=_("已公布，并贴到公告栏。"),
    )


@needs("deliberation.keep")
def talk_again(request: Visit, topic_id: UUID) -> HttpResponse:
    """What was not agreed is talked over again."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    form = ReasonForm(sent(request))
    return _step(request, topic, form, actions.talk_again, title=_("再议"), done=_("接着议。"))


@needs("deliberation.keep")
def begin_online(request: Visit, topic_id: UUID) -> HttpResponse:
    """Without a hall."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    form = SureForm(sent(request))
    return _step(
        request, topic, form, actions.begin_online, title=_("开始线上议"), done=_("开始议了。")
    )


@needs("deliberation.publish")
def take_to_assembly(request: Visit, topic_id: UUID) -> HttpResponse:
    """To the residents' meeting."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    return _step(
        request,
        topic,
        SureForm(sent(request)),
        actions.take_to_assembly,
        title=_("提请居民会议决定"),
        note=_("正在筹备的会议会列入这项议题；没有正在筹备的，下一次筹备时自动列入。"),
        done=_("已提请。"),
    )


@needs("deliberation.keep")
def record_decision(request: Visit, topic_id: UUID) -> HttpResponse:
    """What the meeting decided."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    form = DecisionForm(sent(request))
    return _step(
        request, topic, form, actions.record_decision, title=_("记下会议的决定"), done=_("记下了。")
    )


@needs("deliberation.keep")
def look_back(request: Visit, topic_id: UUID) -> HttpResponse:
    """Half a year on."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    return _step(
        request,
        topic,
        WordsForm(sent(request)),
        actions.look_back,
        title=_("回头看"),
        note=_("谈成的事现在怎样了，当初的难处解决了没有。参加的人会收到消息。"),
        done=_("已公布。"),
    )


@signed_in
def follow(request: Visit, point_id: UUID, how: str) -> HttpResponse:
    """Whose a point is says how far it is, or what came of it."""
    point = point_in(request.community, point_id)
    ways: dict[str, tuple[Any, Any, Any]] = {
        "report": (WordsForm, actions.report, _("说说进展")),
        "finish": (ResultForm, actions.finish, _("做到了")),
        "leave": (ReasonForm, actions.leave, _("没有做到")),
        "reopen": (ReasonForm, actions.reopen, _("记错了，重新打开")),
    }
    needed = "deliberation.keep" if how == "reopen" else "deliberation.follow"
    if how not in ways or not may(needed, request.actor, point):
        raise Http404
    form, act, title = ways[how]
    return step(
        request,
        form(sent(request)),
        lambda given: act(point, by=request.actor, at=timezone.now(), **given),
        title=title,
        note=point.title,
        done=_("已公布，参加议过的人会收到消息。") if how != "report" else _("已公布。"),
        back=reverse("deliberation:point", args=[request.community.code, point.pk]),
        frame="portal.html",
    )


def _step(request: Visit, topic: Any, form: Any, act: Any, **words: Any) -> HttpResponse:
    return step(
        request,
        form,
        lambda given: act(topic, by=request.actor, at=timezone.now(), **given),
        back=here(topic),
        **{"note": topic.title, **words},
    )
