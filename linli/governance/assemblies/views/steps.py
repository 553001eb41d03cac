"""The desk: the steps of a meeting and of its topics."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.stepping import sent, step
from linli.governance.assemblies import actions
from linli.governance.assemblies.forms.meetings import (
    ChairForm,
    ReasonForm,
    StudyForm,
    SureForm,
    TopicForm,
    UrgentForm,
    VoteForm,
)
from linli.governance.assemblies.gatherings import quorum_now
from linli.governance.assemblies.models import Assembly
from linli.governance.assemblies.queries import assembly_in, topic_in
from linli.mechanisms.gathering.queries import present_by_capacity


@needs("assemblies.call")
def call(request: Visit, assembly_id: UUID) -> HttpResponse:
    """Gives notice."""
    assembly = assembly_in(request.community, assembly_id)
    return step(
        request,
        UrgentForm(sent(request)),
        lambda given: actions.call_assembly(assembly, by=request.actor, at=timezone.now(), **given),
        title=_("发出会议通知"),
        note=_("发出以后，时间、地点、议题和应到名单都不能再改；通知同时贴到公告栏。"),
        done=_("通知已发出，并贴到公告栏。"),
        back=_here(assembly),
    )


@needs("assemblies.call")
def cancel(request: Visit, assembly_id: UUID) -> HttpResponse:
    """Calls it off."""
    assembly = assembly_in(request.community, assembly_id)
    return step(
        request,
        ReasonForm(sent(request)),
        lambda given: actions.cancel_assembly(
            assembly, by=request.actor, at=timezone.now(), **given
        ),
        title=_("取消会议"),
        done=_("会议已取消。"),
        back=_here(assembly),
    )


@needs("assemblies.convene")
def open_meeting(request: Visit, assembly_id: UUID) -> HttpResponse:
    """Calls it to order, with the quorum in sight."""
    assembly = assembly_in(request.community, assembly_id)
    quorum = quorum_now(assembly.gathering, present_by_capacity(assembly.gathering))
    return step(
        request,
        ChairForm(sent(request)),
        lambda given: actions.open_assembly(assembly, by=request.actor, at=timezone.now(), **given),
        title=_("宣布开会"),
        done=_("会议开始。"),
        back=_here(assembly),
        findings=[quorum] if quorum else [],
    )


@needs("assemblies.convene")
def close(request: Visit, assembly_id: UUID) -> HttpResponse:
    """Ends it."""
    assembly = assembly_in(request.community, assembly_id)
    return step(
        request,
        SureForm(sent(request)),
        lambda _given: actions.close_assembly(assembly, by=request.actor, at=timezone.now()),
        title=_("宣布散会"),
        note=_("散会以后，通过的决议贴到公告栏，居民代表会收到向小组通报的提醒。"),
        done=_("已散会，决议已公布。"),
        back=_here(assembly),
    )


@needs("assemblies.convene")
def add_topic(request: Visit, assembly_id: UUID) -> HttpResponse:
    """Puts something on the agenda."""
    assembly = assembly_in(request.community, assembly_id)
    form = TopicForm(sent(request), community=request.community)
    return step(
        request,
        form,
        lambda _given: actions.add_topic(
            assembly, by=request.actor, at=timezone.now(), **form.given
        ),
        title=_("列入议题"),
        done=_("已列入。"),
        back=_here(assembly),
    )


@needs("assemblies.convene")
def edit_topic(request: Visit, topic_id: UUID) -> HttpResponse:
    """Changes what is on the agenda."""
    topic = topic_in(request.community, topic_id)
    form = TopicForm(sent(request), instance=topic, community=request.community)
    return step(
        request,
        form,
        lambda _given: actions.change_topic(
            topic, by=request.actor, at=timezone.now(), **form.given
        ),
        title=_("改议题"),
        done=_("改好了。"),
        back=_here(topic.assembly),
        says=_("保存"),
    )


@needs("assemblies.convene")
@require_POST
def drop_topic(request: Visit, topic_id: UUID) -> HttpResponse:
    """Takes it off the agenda."""
    topic = topic_in(request.community, topic_id)
    assembly = actions.drop_topic(topic, by=request.actor, at=timezone.now())
    messages.success(request, _("已取消这项议题。"))
    return redirect(_here(assembly))


@needs("assemblies.study")
def study(request: Visit, topic_id: UUID) -> HttpResponse:
    """What the Party organisation studied before the meeting."""
    topic = topic_in(request.community, topic_id)
    desk = may("assemblies.see_desk", request.actor, request.community)
    coming = reverse("assemblies:coming", args=[request.community.code])
    return step(
        request,
        StudyForm(sent(request)),
        lambda given: actions.record_study(topic, by=request.actor, at=timezone.now(), **given),
        title=_("记录党组织的研究"),
        note=topic.title,
        done=_("记下了。研究意见不会填进表决结果。"),
        back=_here(topic.assembly) if desk else coming,
        says=_("记下"),
    )


@needs("assemblies.decide")
def decide(request: Visit, topic_id: UUID) -> HttpResponse:
    """The vote, with the base it is counted against in sight."""
    topic = topic_in(request.community, topic_id)
    gathering = topic.assembly.gathering
    present = present_by_capacity(gathering)
    quorum = quorum_now(gathering, present)
    voting = gathering.sort.voting(present)
    return step(
        request,
        VoteForm(sent(request), community=request.community),
        lambda given: actions.decide_topic(topic, by=request.actor, at=timezone.now(), **given),
        title=_("登记表决结果：%(title)s") % {"title": topic.title},
        note=_("%(way)s。在场有表决权的 %(n)d 人，赞成超过一半才通过；弃权和没有表决的不算赞成。")
        % {"way": topic.get_way_display(), "n": voting},
        done=_("表决结果已登记。"),
        back=_here(topic.assembly),
        findings=[quorum] if quorum else [],
        says=_("登记表决结果"),
    )


@needs("assemblies.decide")
def put_off(request: Visit, topic_id: UUID) -> HttpResponse:
    """Leaves it for another meeting."""
    topic = topic_in(request.community, topic_id)
    return step(
        request,
        ReasonForm(sent(request)),
        lambda given: actions.put_off_topic(topic, by=request.actor, at=timezone.now(), **given),
        title=_("暂缓表决"),
        note=topic.title,
        done=_("已暂缓。"),
        back=_here(topic.assembly),
    )


def _here(assembly: Assembly) -> str:
    return reverse("assemblies:meeting", args=[assembly.community.code, assembly.pk])
