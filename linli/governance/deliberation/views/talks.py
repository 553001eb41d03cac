"""The desk: a talk is planned, called, held, and its minutes published; the lot is drawn."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.people.presentation import MaskedPerson, masked, open_person
from linli.core.people.queries.dwellings import dwelling_of
from linli.governance.deliberation import actions
from linli.governance.deliberation.forms.talks import CallForm, ChairForm, DrawForm, TalkForm
from linli.governance.deliberation.forms.topics import ReasonForm, SureForm
from linli.governance.deliberation.models import Drawn, Talk
from linli.governance.deliberation.queries.draws import asked_in, draw_in, drawn_again
from linli.governance.deliberation.queries.talks import talk_in, talk_of_gathering
from linli.governance.deliberation.queries.topics import topic_kept_by
from linli.governance.deliberation.views.desk import here
from linli.governance.deliberation.views.shown import draw_shown
from linli.governance.deliberation.words import HALL_FORMS
from linli.mechanisms.gathering.queries import hall_of

USUAL_AGENDA = (
    gettext_lazy("把要议的事说清楚，看看现场的情况和数字"),
    gettext_lazy("各方面说自己的难处"),
    gettext_lazy("一条一条商量怎么办"),
    gettext_lazy("归纳谈成了什么、谁去做、哪天以前"),
)


@needs("deliberation.keep")
def plan(request: Visit, topic_id: UUID) -> HttpResponse:
    """A talk on a topic."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    form_of = topic.form if topic.form in dict(HALL_FORMS) else "council"
    initial = {"form": form_of, "agenda": "\n".join(map(str, USUAL_AGENDA))}
    form = TalkForm(sent(request), initial=initial)
    return step(
        request,
        form,
        lambda _given: actions.plan_talk(topic, by=request.actor, at=timezone.now(), **form.given),
        title=_("筹备一次议事"),
        note=_("发通知以前谁也看不到。"),
        done=_("开始筹备。请到这次议事的页面发通知。"),
        back=here(topic),
    )


@needs("deliberation.see_desk")
@require_safe
def show(request: Visit, talk_id: UUID) -> HttpResponse:
    """One talk: how it stands and what comes next."""
    talk = talk_in(request.community, talk_id)
    context = {
        "talk": talk,
        "topic": talk.topic,
        "gathering": talk.gathering,
        "hall": hall_of(talk.gathering),
        "items": list(talk.gathering.items.order_by("order")),
        "parties": list(talk.topic.parties.all()),
        "may_publish": may("deliberation.publish", request.actor, talk),
    }
    return answer(request, "deliberation/talk.html", context)


@needs("deliberation.see_desk")
@require_safe
def of_gathering(request: Visit, gathering_id: UUID) -> HttpResponse:
    """From the door, the floor or the minutes back to the talk."""
    return redirect(_here(talk_of_gathering(request.community, gathering_id)))


@needs("deliberation.keep")
def change(request: Visit, talk_id: UUID) -> HttpResponse:
    """Another time, place or order, before the notice is out."""
    talk = talk_in(request.community, talk_id)
    starts = timezone.localtime(talk.gathering.starts_at)
    items = talk.gathering.items.order_by("order").values_list("title", flat=True)
    initial = {
        "form": talk.form,
        "day": starts.date(),
        "hour": starts.time(),
        "venue": talk.gathering.venue,
        "agenda": "\n".join(items),
    }
    form = TalkForm(sent(request), initial=initial)
    return step(
        request,
        form,
        lambda _given: actions.change_talk(talk, by=request.actor, at=timezone.now(), **form.given),
        title=_("改时间、地点和顺序"),
        done=_("改好了。"),
        back=_here(talk),
        says=_("保存"),
    )


@needs("deliberation.keep")
def call(request: Visit, talk_id: UUID) -> HttpResponse:
    """Gives notice."""
    return _step(
        request,
        talk_id,
        CallForm(sent(request)),
        actions.call_talk,
        title=_("发出议事通知"),
        note=_("通知贴到公告栏，提议人、请的各方面和随机邀请的居民会收到消息。"),
        done=_("通知已发出。"),
    )


@needs("deliberation.keep")
def cancel(request: Visit, talk_id: UUID) -> HttpResponse:
    """Calls it off."""
    return _step(
        request,
        talk_id,
        ReasonForm(sent(request)),
        actions.cancel_talk,
        title=_("取消这次议事"),
        done=_("已取消，请过的人会收到消息。"),
    )


@needs("deliberation.keep")
def open_talk(request: Visit, talk_id: UUID) -> HttpResponse:
    """Begins it."""
    return _step(
        request,
        talk_id,
        ChairForm(sent(request)),
        actions.open_talk,
        title=_("宣布开始"),
        note=_("先念一遍议事规则。"),
        done=_("开始议了。"),
    )


@needs("deliberation.keep")
def close(request: Visit, talk_id: UUID) -> HttpResponse:
    """Ends it."""
    return _step(
        request,
        talk_id,
        SureForm(sent(request)),
        actions.close_talk,
        title=_("宣布结束"),
        note=_("发言的要点可以接着补，两个人签字以后就不能改。"),
        done=_("结束了。请补齐要点并签字。"),
    )


@needs("deliberation.publish")
def publish_minutes(request: Visit, talk_id: UUID) -> HttpResponse:
    """Everybody reads the minutes."""
    return _step(
        request,
        talk_id,
        SureForm(sent(request)),
        actions.publish_minutes,
        title=_("公布纪要"),
        note=_("只写什么身份的人说了什么要点，不写姓名。"),
        done=_("纪要已公布。"),
    )


@needs("deliberation.keep")
def announce(request: Visit, topic_id: UUID) -> HttpResponse:
    """The seed of a draw."""
    topic = topic_kept_by(request.actor, request.community, topic_id)
    form = DrawForm(sent(request), initial={"wanted": 8, "by_what": ["age", "sex"]})
    return step(
        request,
        form,
        lambda given: actions.announce_draw(topic, by=request.actor, at=timezone.now(), **given),
        title=_("随机邀请居民：先公布种子"),
        note=_("种子公布以后再抽，抽几次大家都看得见。抽到谁不公布。"),
        done=_("种子已公布。"),
        back=here(topic),
        says=_("公布种子"),
    )


@needs("deliberation.keep")
def draw(request: Visit, draw_id: UUID) -> HttpResponse:
    """The draw, and whom still to ask."""
    drawn = draw_in(request.community, draw_id)
    opened = request.POST.get("open", "")
    if request.method == "POST" and not opened:
        actions.draw_residents(drawn, by=request.actor, at=timezone.now())
        return redirect("deliberation:draw", request.community.code, drawn.pk)
    asked = asked_in(drawn)
    context = {
        **draw_shown(drawn),
        "topic": drawn.topic,
        "asked": [(each, _met(request, each, opened)) for each in asked],
        "said": {
            "asked": len(asked),
            "yes": sum(each.answer == "yes" for each in asked),
            "no": sum(each.answer == "no" for each in asked),
            "open": sum(not each.answer for each in asked),
        },
    }
    response = answer(request, "deliberation/draw.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _met(request: Visit, drawn: Drawn, opened: str) -> MaskedPerson:
    """Whom the lot met: masked; the one that is `opened`, to be rung up or called on, with number
    and home, which goes into the book where that person reads it."""
    if str(drawn.pk) != opened:
        return masked(drawn.person, request.actor)
    at, why = timezone.now(), _("随机邀请：打电话或上门问来不来")
    home = dwelling_of(drawn.person, timezone.localdate(at))
    who = open_person(drawn.person, request.actor, purpose=why, at=at, dwelling=home)
    return replace(who, id_number="")


@needs("deliberation.check_draw")
@require_safe
def check_draw(request: Visit, draw_id: UUID) -> HttpResponse:
    """Draws again from the register as of that day and says whether it comes to the same: numbers
    and yes or no, and nobody's name."""
    drawn = draw_in(request.community, draw_id)
    context = {**draw_shown(drawn), "topic": drawn.topic, "found": drawn_again(drawn)}
    return answer(request, "deliberation/check.html", context)


def _step(request: Visit, talk_id: UUID, form: Any, act: Any, **words: Any) -> HttpResponse:
    talk = talk_in(request.community, talk_id)
    return step(
        request,
        form,
        lambda given: act(talk, by=request.actor, at=timezone.now(), **given),
        back=_here(talk),
        **words,
    )


def _here(talk: Talk) -> str:
    return reverse("deliberation:talk", args=[talk.community.code, talk.pk])
