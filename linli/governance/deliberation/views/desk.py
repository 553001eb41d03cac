"""The desk: topics that wait for an answer, and one topic with all that can be done about it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.audit.queries import entries_of
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.governance.deliberation import actions
from linli.governance.deliberation.forms.topics import (
    AcceptForm,
    DeclineForm,
    DeskProposeForm,
    EndForm,
    PartyForm,
    ReasonForm,
    WayForm,
)
from linli.governance.deliberation.models import Party, Topic
from linli.governance.deliberation.queries.taking_part import bodies_without_account
from linli.governance.deliberation.queries.topics import (
    late_points,
    points_of,
    topic_kept_by,
    topics_of,
)
from linli.governance.deliberation.repeated import Repeated, repeated_in
from linli.governance.deliberation.views.shown import shown
from linli.governance.deliberation.views.standing import conditions_of
from linli.mechanisms.flow.queries import moves_open


@needs("deliberation.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What waits for an answer, what is being talked over, what is late."""
    rows = topics_of(request.community)
    context = {
        "waiting": list(rows.filter(state="proposed").order_by("state_since")[:50]),
        "topics": list(rows.exclude(state="proposed")[:100]),
        "late": list(late_points(request.community, timezone.localdate())[:50]),
        "repeated": _repeated(request),
    }
    return answer(request, "deliberation/desk.html", context)


@needs("deliberation.see_desk")
@require_safe
def show(request: Visit, topic_id: UUID) -> HttpResponse:
    """One topic: how it stands and what can be done now."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    offers = moves_open(topic.flow, topic, request.actor)
    context = {
        **shown(topic, request.actor, timezone.now(), desk=True),
        "conditions": conditions_of(topic, timezone.localdate()),
        "moves": {each.move.name for each in offers if each.finding},
        "open_points": sum(each.current.open for each in points_of(topic)),
        "writes": topic.state == "talking",
        "prepares": topic.state in ("accepted", "talking"),
        "may_publish": may("deliberation.publish", request.actor, topic),
        "book": entries_of(topic.pk),
        "silent": bodies_without_account(topic, timezone.localdate()),
    }
    return answer(request, "deliberation/topic_desk.html", context)


@needs("deliberation.keep")
def propose(request: Visit) -> HttpResponse:
    """Written down at the desk."""
    wanted = {key: request.GET.get(key, "") for key in ("title", "text", "source")}
    initial = {**wanted, "title": wanted["title"][:100]}
    about = {"community": request.community, "at": timezone.now()}
    form = DeskProposeForm(sent(request), initial=initial, **about)
    return step(
        request,
        form,
        lambda given: actions.propose(request.community, **_step_of(request), **given),
        title=_("登记一件要议的事"),
        done=_("登记好了，答复的期限从今天算。"),
        back=reverse("deliberation:desk", args=[request.community.code]),
        says=_("登记"),
    )


@needs("deliberation.settle")
def accept(request: Visit, topic_id: UUID) -> HttpResponse:
    """It will be talked through."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    return step(
        request,
        AcceptForm(sent(request)),
        lambda given: actions.accept(topic, by=request.actor, at=timezone.now(), **given),
        title=_("受理"),
        note=topic.title,
        done=_("受理了，提议人会收到答复。"),
        back=here(topic),
    )


@needs("deliberation.publish")
def end(request: Visit, topic_id: UUID) -> HttpResponse:
    """It is not talked over any further."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    return step(
        request,
        EndForm(sent(request)),
        lambda given: actions.end(topic, by=request.actor, at=timezone.now(), **given),
        title=_("不议了"),
        note=topic.title,
        done=_("理由和办法已公开，参加的人会收到消息。"),
        back=here(topic),
    )


@needs("deliberation.settle")
def decline(request: Visit, topic_id: UUID) -> HttpResponse:
    """It will not be talked through here."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    return step(
        request,
        DeclineForm(sent(request)),
        lambda given: actions.decline(topic, by=request.actor, at=timezone.now(), **given),
        title=_("不受理"),
        note=topic.title,
        done=_("已答复，理由和办法已公开。"),
        back=here(topic),
    )


@needs("deliberation.settle")
def reconsider(request: Visit, topic_id: UUID) -> HttpResponse:
    """What was declined is looked at again."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    return step(
        request,
        ReasonForm(sent(request)),
        lambda given: actions.reconsider(topic, by=request.actor, at=timezone.now(), **given),
        title=_("重新考虑"),
        note=topic.title,
        done=_("重新考虑，答复的期限重新算。"),
        back=here(topic),
    )


@needs("deliberation.keep")
def arrange(request: Visit, topic_id: UUID) -> HttpResponse:
    """Another form."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    return step(
        request,
        WayForm(sent(request), initial={"form": topic.form}),
        lambda given: actions.arrange(topic, by=request.actor, at=timezone.now(), **given),
        title=_("改怎么议"),
        note=topic.title,
        done=_("改好了。"),
        back=here(topic),
        says=_("保存"),
    )


@needs("deliberation.keep")
def invite(request: Visit, topic_id: UUID) -> HttpResponse:
    """Who is concerned, or whose knowledge is needed."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    form = PartyForm(sent(request), community=request.community, at=timezone.now())
    return step(
        request,
        form,
        lambda given: actions.invite_party(topic, by=request.actor, at=timezone.now(), **given),
        title=_("请一方"),
        note=topic.title,
        done=_("写进名单了。"),
        back=here(topic),
    )


@needs("deliberation.keep")
@require_POST
def drop_party(request: Visit, topic_id: UUID) -> HttpResponse:
    """Off the list."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    rows = Party.objects.filter(community=topic.community_id, topic=topic)
    party = rows.filter(title=request.POST.get("title", "")).first()
    if party is not None:
        party.topic = topic
        actions.drop_party(party, by=request.actor, at=timezone.now())
        messages.success(request, _("已划掉。"))
    return redirect(here(topic))


def _repeated(request: Visit) -> list[Repeated]:
    """What comes up again and again and has not been made a topic yet."""
    found = repeated_in(request.community, timezone.localdate())
    known = topics_of(request.community).filter(source="matters")
    titles = set(known.values_list("title", flat=True))
    return [each for each in found if each.title[:100] not in titles]


def _step_of(request: Visit) -> dict[str, Any]:
    return {"by": request.actor, "at": timezone.now()}


def here(topic: Topic) -> str:
    """The topic's page at the desk."""
    return reverse("deliberation:topic_desk", args=[topic.community.code, topic.pk])
