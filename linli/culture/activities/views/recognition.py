"""Thanks and honours for everybody, for whoever is named, and for those who look."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.audit.door import may, permit
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.culture.activities.actions import recognition as acts, stories
from linli.culture.activities.forms.learning import OnceForm
from linli.culture.activities.forms.recognition import (
    AgreeForm,
    NominateForm,
    ObjectForm,
    VoiceForm,
)
from linli.culture.activities.models.recognition import NeighbourStory, Nomination
from linli.culture.activities.queries import recognition
from linli.culture.activities.queries.teaching import by_code
from linli.culture.activities.views.doing import at, carried, nothing, public_tabs


@public
@require_safe
def show(request: Visit) -> HttpResponse:
    """Who is thanked for what, by their own consent; what is shown for objections; stories."""
    here, on = request.community, timezone.localdate()
    context = {
        "tabs": public_tabs(request, "recognition"),
        "calls": recognition.calls_open(here, on),
        "honours": recognition.honours_shown(here, on),
        "shown": recognition.under_notice(here, on),
        "stories": recognition.stories_told(here),
        "objections": recognition.own_objections(request.actor, here),
        "looks": may("activities.look_at_nominations", request.actor, here),
        "desk": may("activities.run_recognition", request.actor, here),
    }
    return answer(request, "activities/learning/recognition.html", context)


@signed_in
def nominate(request: Visit, call_id: UUID) -> HttpResponse:
    """Names a neighbour, or oneself."""
    call = recognition.call_at(request.community, call_id)
    permit("activities.nominate", request.actor, call)
    return step(
        request,
        NominateForm(sent(request)),
        carried(request, acts.nominate, call),
        title=call.title,
        says=_("提名"),
        note=_("看的是：%(lines)s。本人同意以前不公开；没有被选上的，没有名单。")
        % {"lines": "；".join(call.criteria)},
        done=_("收到了。居委会先问本人愿不愿意。"),
        back=at(request, "recognition"),
        leads_to=lambda made: (
            at(request, "my_nomination", made.code)
            if made is not None and made.own
            else at(request, "recognition")
        ),
        frame="portal.html",
    )


@public
@require_safe
def show_own(request: Visit, code: str) -> HttpResponse:
    """What whoever is named reads: what was said, and that it is theirs to decide."""
    row = by_code(Nomination, request.community, code)
    context = {"row": row, "call": row.call}
    return answer(request, "activities/learning/my_nomination.html", context)


@public
def agree(request: Visit, code: str) -> HttpResponse:
    """Whoever is named agrees, by the code of their slip."""
    row = by_code(Nomination, request.community, code)
    return step(
        request,
        AgreeForm(sent(request), initial={"told": row.deed}),
        carried(
            request, acts.agree_to_honour, row, lambda said: {**said, "way": "online"},
            by=request.actor.bearing(row.pk),
        ),
        title=_("同意公开"),
        note=_("名字和每一句话都由您定。什么时候想收回都行，马上撤下。"),
        done=_("谢谢。代表看过以后公示，再授予。"),
        back=at(request, "my_nomination", row.code),
        frame="portal.html",
    )  # fmt: skip


@public
def decline(request: Visit, code: str) -> HttpResponse:
    """Whoever is named does not wish it."""
    row = by_code(Nomination, request.community, code)
    done = _("好的，内容已经清除，没有留下名字。")
    return _end(request, row, acts.decline_honour, _("不同意"), done)


@public
def withdraw(request: Visit, code: str) -> HttpResponse:
    """Whoever agreed takes it back; the page is gone at once."""
    row = by_code(Nomination, request.community, code)
    done = _("已经撤下，内容已经清除。")
    return _end(request, row, acts.withdraw_honour, _("收回同意"), done)


@public
def take_down_story(request: Visit, code: str) -> HttpResponse:
    """Whoever a story is about no longer wishes it told."""
    story = by_code(NeighbourStory, request.community, code)
    done = _("故事已经撤下并清除。")
    return _end(request, story, stories.take_down_story, _("撤下这个故事"), done)


def _end(request: Visit, row: Any, act: Any, title: Any, done: Any) -> HttpResponse:
    return step(
        request,
        OnceForm(sent(request)),
        carried(request, act, row, nothing, by=request.actor.bearing(row.pk)),
        title=title,
        note=_("不用说原因，不影响您办任何事。"),
        done=done,
        back=at(request, "recognition"),
        frame="portal.html",
    )


@needs("activities.look_at_nominations")
@require_safe
def show_to_look_at(request: Visit) -> HttpResponse:
    """What representatives are asked to look at."""
    rows = recognition.to_look_at(request.actor, request.community)
    return answer(request, "activities/learning/look_at.html", {"rows": rows})


@needs("activities.look_at_nominations")
def look_at(request: Visit, nomination_id: UUID) -> HttpResponse:
    """A representative supports it, or asks."""
    row = recognition.nomination_to_look_at(request.actor, request.community, nomination_id)
    return step(
        request,
        VoiceForm(sent(request)),
        carried(request, acts.look_at_nomination, row),
        title=row.shown_name,
        says=_("说好了"),
        note=row.told,
        done=_("记下了。"),
        back=at(request, "look_at"),
        frame="portal.html",
    )


@signed_in
def object_to(request: Visit, nomination_id: UUID) -> HttpResponse:
    """Somebody has something against what is shown."""
    row = recognition.shown_at(request.community, nomination_id, timezone.localdate())
    permit("activities.object_to_honour", request.actor, row)
    return step(
        request,
        ObjectForm(sent(request)),
        carried(request, acts.object_to_honour, row),
        title=_("有不同意见"),
        note=row.told,
        done=_("收到了，会答复您。"),
        back=at(request, "recognition"),
        frame="portal.html",
    )
