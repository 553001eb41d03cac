"""Rounds of thanks at the desk: consent first, then the representatives, then everybody."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.culture.activities.actions import recognition as acts, stories
from linli.culture.activities.forms.learning import OnceForm
from linli.culture.activities.forms.recognition import (
    AnswerForm,
    CallForm,
    DeskAgreeForm,
    ObjectionForm,
    StoryForm,
)
from linli.culture.activities.queries import recognition
from linli.culture.activities.views.doing import at, carried, desk_tabs, nothing


@needs("activities.run_recognition")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The rounds and the stories."""
    here = request.community
    context = {
        "tabs": desk_tabs(request, "recognition_desk"),
        "calls": recognition.calls_kept(here),
        "stories": recognition.stories_told(here),
    }
    return answer(request, "activities/learning/recognition_desk.html", context)


@needs("activities.run_recognition")
@require_safe
def show_call(request: Visit, call_id: UUID) -> HttpResponse:
    """One round with what is under way in it; of what ended nothing is kept."""
    call = recognition.call_at(request.community, call_id)
    context = {
        "call": call,
        "rows": recognition.nominations_kept(request.actor, call),
        "awards": may("activities.award", request.actor, call),
        "today": timezone.localdate(),
    }
    return answer(request, "activities/learning/call_desk.html", context)


@needs("activities.run_recognition")
@require_safe
def show_slip(request: Visit, nomination_id: UUID) -> HttpResponse:
    """The slip for whoever is named: they decide with it, without an account."""
    row = recognition.nomination_for(request.actor, request.community, nomination_id)
    path = reverse("activities:my_nomination", args=[request.community.code, row.code])
    context = {"row": row, "address": request.build_absolute_uri(path)}
    return answer(request, "activities/learning/nomination_slip.html", context)


@needs("activities.run_recognition")
def call(request: Visit) -> HttpResponse:
    """Calls for nominations."""
    form = CallForm(sent(request), initial={"opens_on": timezone.localdate()})
    return step(
        request,
        form,
        carried(
            request, acts.call_for_nominations, request.community,
            lambda _: {"called": form.called},
        ),
        title=_("开始一轮提名"),
        done=_("开始了，居民可以提名。"),
        back=at(request, "recognition_desk"),
    )  # fmt: skip


@needs("activities.run_recognition")
def agree(request: Visit, nomination_id: UUID) -> HttpResponse:
    """Writes down the consent of whoever signed, or said it before a witness."""
    row = recognition.nomination_for(request.actor, request.community, nomination_id)
    form = DeskAgreeForm(
        sent(request), initial={"told": row.deed}, community=request.community, known=row.name
    )
    done = _("本人同意记下了，请代表看。")
    return _about(request, row, form, acts.agree_to_honour, _("记下本人同意"), done)


@needs("activities.run_recognition")
def move(request: Visit, nomination_id: UUID, move: str) -> HttpResponse:
    """Shows it, gives it, or takes it down at the wish of whoever is named."""
    row = recognition.nomination_for(request.actor, request.community, nomination_id)
    act, title, done = MOVES[move]
    return _about(request, row, OnceForm(sent(request)), act, title, done, given=nothing)


MOVES: dict[str, tuple[Any, Any, Any]] = {
    "show": (acts.show_nomination, _("公示"), _("公示了。")),
    "award": (acts.award_honour, _("授予"), _("授予了，到期自动撤下。")),
    "decline": (acts.decline_honour, _("本人不同意"), _("内容已经清除。")),
    "withdraw": (acts.withdraw_honour, _("本人收回同意"), _("已经撤下并清除。")),
}


def _about(
    request: Visit, row: Any, form: Any, act: Any, title: Any, done: Any, given: Any = None
) -> HttpResponse:
    return step(
        request,
        form,
        carried(request, act, row, given),
        title=title,
        note=row.shown_name or row.name,
        done=done,
        back=at(request, "call_desk", row.call_id),
    )


@needs("activities.run_recognition")
def answer_voice(request: Visit, voice_id: UUID) -> HttpResponse:
    """Answers what a representative asked."""
    voice = recognition.voice_at(request.actor, request.community, voice_id)
    return step(
        request,
        AnswerForm(sent(request)),
        carried(request, acts.answer_voice, voice),
        title=_("答复代表的疑问"),
        note=voice.question,
        done=_("答复了。"),
        back=at(request, "call_desk", voice.nomination.call_id),
    )


@needs("activities.run_recognition")
def answer_objection(request: Visit, objection_id: UUID) -> HttpResponse:
    """Answers an objection."""
    said = recognition.objection_at(request.actor, request.community, objection_id)
    return step(
        request,
        ObjectionForm(sent(request)),
        carried(request, acts.answer_objection, said),
        title=_("答复不同意见"),
        note=said.words,
        done=_("答复了。"),
        back=at(request, "call_desk", said.nomination.call_id),
    )


@needs("activities.run_recognition")
def close(request: Visit, call_id: UUID) -> HttpResponse:
    """Ends a round."""
    found = recognition.call_at(request.community, call_id)
    return step(
        request,
        OnceForm(sent(request)),
        carried(request, acts.close_honour_call, found, nothing),
        title=_("这一轮结束"),
        note=_("没有公示的提名全部清除，只告诉提名的人；不留名单。"),
        done=_("结束了。"),
        back=at(request, "recognition_desk"),
    )


@needs("activities.run_recognition")
def tell_story(request: Visit) -> HttpResponse:
    """Tells a story, with the consent of those it is about."""
    return step(
        request,
        StoryForm(sent(request)),
        carried(request, stories.tell_story, request.community),
        title=_("讲一个邻里故事"),
        note=_("先给当事人看过、同意了再写；不写名字。"),
        done=_("公开了。请把纸条打印给当事人，凭上面的码随时撤下。"),
        back=at(request, "recognition_desk"),
        leads_to=lambda made: (
            at(request, "story_slip", made.pk) if made else at(request, "recognition_desk")
        ),
    )


@needs("activities.run_recognition")
@require_safe
def show_story_slip(request: Visit, story_id: UUID) -> HttpResponse:
    """The slip for those a story is about."""
    story = recognition.story_at(request.actor, request.community, story_id)
    path = reverse("activities:take_down_story", args=[request.community.code, story.code])
    context = {"story": story, "address": request.build_absolute_uri(path)}
    return answer(request, "activities/learning/story_slip.html", context)


@needs("activities.run_recognition")
def take_down_story(request: Visit, story_id: UUID) -> HttpResponse:
    """Takes a story down at the wish of those it is about."""
    story = recognition.story_at(request.actor, request.community, story_id)
    return step(
        request,
        OnceForm(sent(request)),
        carried(request, stories.take_down_story, story, nothing),
        title=_("撤下故事"),
        note=story.title,
        done=_("撤下了。"),
        back=at(request, "recognition_desk"),
    )
