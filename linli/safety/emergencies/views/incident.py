"""The day it happens: one screen, doors, tasks, messages, log; and the end of the list."""

from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import carry, once, pressed, sent, step
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.publication.models import Posting
from linli.safety.emergencies.actions import asking, destroying, doors, incident as acts
from linli.safety.emergencies.forms import incident as forms
from linli.safety.emergencies.models import Door, Incident, IncidentTask
from linli.safety.emergencies.models.incident import TASK_STATES
from linli.safety.emergencies.queries import cards as card_queries, incident as queries
from linli.safety.emergencies.queries.prepared import one_of
from linli.safety.emergencies.rules import ending
from linli.safety.emergencies.views.sending import desk_tabs, here

NEAR = timedelta(days=3)
ON_PAPER = ("heads", "log", "ask")
"""What the printed pack has blank sheets for."""


def _one(request: Visit, key: UUID) -> Incident:
    found: Incident = one_of(Incident, request.community, key)
    return found


def _looked(request: Visit, incident: Incident, **more: Any) -> None:
    """Whoever looks is written beside each card that is opened, once a day."""
    if any(acts.unseen(incident, request.actor.account, timezone.now(), **more)):
        carry(request, acts.look_at_list, incident, **more)


@needs("emergencies.see_ends")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What runs, what is over, what was destroyed."""
    context = {
        "rows": queries.incidents(request.community),
        "may_lead": may("emergencies.lead", request.actor, request.community),
        "tabs": desk_tabs(request, "incidents"),
    }
    return answer(request, "emergencies/desk/incidents.html", context)


@needs("emergencies.lead")
def begin(request: Visit) -> HttpResponse:
    """Something begins."""
    form = forms.BeginForm(sent(request), community=request.community)
    return step(
        request, form,
        lambda said: once(request, acts.begin, request.community, said, begun=form.begun),
        title=_("启动突发事件"), done=_("启动了。名单的销毁日期已经定下。"),
        back=here(request, "incidents"),
        leads_to=lambda made: (
            here(request, "incident", made.pk) if made else here(request, "incidents")
        ),
        note=_("受影响地方填过求助卡的人会列进名单，本人看得到名单被打开。"), says=_("启动"),
    )  # fmt: skip


@needs("emergencies.cards")
@require_safe
def show(request: Visit, key: UUID) -> HttpResponse:
    """The one screen, on a telephone or at the desk."""
    incident = _one(request, key)
    if not incident.is_running and incident.state != "over":
        return redirect(here(request, "review", incident.pk))
    _looked(request, incident)
    on = local_day(timezone.now())
    context = {
        "incident": incident,
        "places": queries.touched(incident),
        "buildings": queries.by_building(incident),
        "shelters": queries.filled(incident),
        "notices": queries.notices_of(incident),
        "slips": incident.slips.select_related("supply").order_by("-drawn_at")[:20],
        "lines": incident.lines.select_related("incident", "by").order_by("-at")[:100],
        "task_states": TASK_STATES,
        "asked_by_other": incident.asked_by_id not in (None, request.actor.account),
        "may_put_off": may("emergencies.put_off", request.actor, incident),
        "shown": Posting.SHOWN,
        "near": incident.destroy_on <= on + NEAR,
        "passed": incident.destroy_on <= on,
    }
    response = answer(request, "emergencies/desk/incident.html", context)
    response["Cache-Control"] = "no-store"
    return response


@needs("emergencies.lead")
def add(request: Visit, key: UUID, name: str) -> HttpResponse:
    """A task, a count, a line, a message, further places, somebody who asks now. What may stand
    on paper is typed in afterwards too, while the list is there."""
    steps: dict[str, Any] = {
        "task": (forms.TaskForm, acts.add_task, _("加一件任务")),
        "heads": (forms.HeadsForm, acts.count_heads, _("点避难场所的人数")),
        "log": (forms.LogForm, acts.write_log, _("写进记录")),
        "notice": (forms.NoticeForm, acts.tell_residents, _("发通知")),
        "widen": (forms.WidenForm, acts.widen, _("调整级别和范围")),
        "ask": (forms.NowForm, asking.ask_help, _("有人要求帮助")),
    }
    if name not in steps:
        raise Http404
    sort, act, title = steps[name]
    incident = _one(request, key)
    late = name in ON_PAPER
    require(ending.list_stands(incident.state) if late else ending.is_running(incident.state))
    form = _form_for(request, sort, incident)
    return step(
        request, form,
        lambda said: once(request, act, incident, said, **_takes(form)),
        title=title, note=incident.title, done=_("记下了。"),
        back=here(request, "incident", incident.pk), says=title,
    )  # fmt: skip


def _form_for(request: Visit, sort: Any, incident: Incident) -> Any:
    given: dict[str, Any] = {}
    if issubclass(sort, forms.OfCommunity):
        given["community"] = request.community
    if sort is forms.WidenForm:
        given["initial"] = {"level": incident.level}
    return sort(sent(request), **given)


def _takes(form: Any) -> dict[str, Any]:
    if isinstance(form, forms.NowForm):
        return {"carded": form.carded}
    if isinstance(form, forms.LogForm):
        return {"words": form.cleaned_data["words"], "when": form.moment}
    return dict(form.said())


@needs("emergencies.cards")
def tick(request: Visit, key: UUID) -> HttpResponse:
    """Somebody stood before a door."""
    door: Door = one_of(Door, request.community, key)
    _looked(request, door.incident, door=door)
    form = forms.TickForm(
        sent(request), community=request.community, row=door,
        initial={"state": door.state, "shelter": door.shelter_id},
    )  # fmt: skip
    try:
        return _tick_step(request, door, form)
    except Refused as error:
        if error.finding.rule != "emergencies.door_fresh":
            raise
        found = error.finding
    door = one_of(Door, request.community, key)
    again = forms.TickForm(community=request.community, row=door, initial=form.said())
    response = _tick_step(request, door, again, found)
    response.status_code = HTTPStatus.CONFLICT
    return response


def _tick_step(request: Visit, door: Door, form: Any, *findings: Finding) -> HttpResponse:
    """The form of a door; with what somebody else ticked there meanwhile."""
    homes = card_queries.door_names({UUID(door.door)}, request.community)
    response = step(
        request, form,
        lambda said: once(request, doors.tick, door, said, **form.said(), seen=said["seen"]),
        title=homes.get(UUID(door.door), ""),
        note=render_to_string("emergencies/desk/_who.html", {"door": door}), done=_("打上勾了。"),
        back=here(request, "incident", door.incident_id), says=_("打勾"), findings=findings,
    )  # fmt: skip
    response["Cache-Control"] = "no-store"
    return response


@needs("emergencies.lead")
@require_POST
def set_task(request: Visit, key: UUID, state: str) -> HttpResponse:
    """How a task stands."""
    task = one_of(IncidentTask, request.community, key)
    if state not in dict(TASK_STATES):
        raise Http404
    back = here(request, "incident", task.incident_id)
    return pressed(request, acts.set_task, task, _("记下了。"), back, state=state)


@needs("emergencies.cards")
def type_in(request: Visit, key: UUID) -> HttpResponse:
    """A paper, typed in afterwards in one form."""
    incident = _one(request, key)
    if incident.state == "destroyed":
        return redirect(here(request, "review", incident.pk))
    _looked(request, incident)
    rows = [each for block in queries.by_building(incident) for each in block.doors]
    form = forms.PaperForm(sent(request), incident=incident, doors=rows)

    def carry_out(said: dict[str, Any]) -> Any:
        kept = once(request, doors.tick_from_paper, incident, said, ticked=form.ticked)
        if kept:
            told = _("有 {count} 户刚才已经有人打了不同的勾，没有改；请逐户核对。")
            messages.warning(request, told.format(count=len(kept)))
        return kept

    return step(
        request, form, carry_out, title=_("录入纸上的勾"),
        note=_("纸上没有打勾的不用选。"), done=_("录好了。"),
        back=here(request, "incident", incident.pk), says=_("录入"),
    )  # fmt: skip


PRESSED: dict[str, Any] = {
    "ask_destroy": (destroying.ask_destroy, _("提出了，请另一位负责人确认。")),
    "take_back_destroy": (destroying.take_back_destroy, _("收回了，名单留到销毁日期。")),
}


@needs("emergencies.lead")
@require_POST
def press(request: Visit, key: UUID, name: str) -> HttpResponse:
    """A step that asks nothing."""
    if name not in PRESSED:
        raise Http404
    act, done = PRESSED[name]
    incident = _one(request, key)
    return pressed(request, act, incident, done, here(request, "incident", incident.pk))


@dataclass(frozen=True)
class Sure:
    """A step without a way back, as it is asked about: its words, and where it leads."""

    act: Any
    title: Any
    note: Any
    done: Any
    page: str


SURE = {
    "end": Sure(
        acts.end, _("结束突发事件"),
        _("发过的通知同时撤下，大家看得到已经结束；不能改回进行中。名单留到销毁日期，销毁"
          "以前还可以录入纸上的勾、补记、补登有人要求帮助。"),
        _("结束了。纸上的勾还可以录入；名单不再需要，就请两个人确认销毁。"), "incident",
    ),
    "destroy": Sure(
        destroying.destroy, _("确认销毁"),
        _("名单、上门的勾和记录一起销毁，先毁钥匙，打不开也找不回。只留数字和证明。"),
        _("销毁了。证明留在这里。"), "review",
    ),
}  # fmt: skip


@needs("emergencies.lead")
def be_sure(request: Visit, key: UUID, name: str) -> HttpResponse:
    """What has no way back is asked once more, with what is still open."""
    if name not in SURE:
        raise Http404
    incident, asked = _one(request, key), SURE[name]
    if name == "end":
        require(ending.is_running(incident.state))
    else:
        require(ending.is_over(incident.state))
        require(ending.two_hands(incident.asked_by_id, request.actor.account))
    form = forms.SureForm(sent(request))
    return step(
        request, form, lambda said: once(request, asked.act, incident, said),
        title=asked.title, note=f"{incident.title}{_('：')}{asked.note}", done=asked.done,
        findings=queries.left_open(incident), back=here(request, "incident", incident.pk),
        leads_to=lambda _made: here(request, asked.page, incident.pk),
    )  # fmt: skip


@needs("emergencies.lead")
def take_notice_down(request: Visit, key: UUID, posting: UUID) -> HttpResponse:
    """What residents were told is taken back."""
    incident = _one(request, key)
    row = one_of(Posting, request.community, posting)
    if row.owner != incident.pk:
        raise Http404
    form = forms.NoticeDownForm(sent(request))
    return step(
        request, form,
        lambda said: once(
            request, acts.take_notice_down, incident, said, posting=row, ground=said["ground"]
        ),
        title=_("撤下通知"), note=row.fields.get("title", ""), done=_("撤下了。"),
        back=here(request, "incident", incident.pk), says=_("撤下"),
    )  # fmt: skip


@needs("emergencies.put_off")
def put_off(request: Visit, key: UUID) -> HttpResponse:
    """The day is put off, with what was weighed."""
    incident = _one(request, key)
    form = forms.PutOffForm(sent(request))
    return step(
        request, form,
        lambda said: once(request, destroying.put_off, incident, said, **form.said()),
        title=_("延期销毁"), note=_("突发事件应对法第八十五条：要评估是否合法、必要、安全。"),
        done=_("延期了，理由记在册上。"), back=here(request, "incident", incident.pk),
    )  # fmt: skip


@needs("emergencies.see_ends")
@require_safe
def review(request: Visit, key: UUID) -> HttpResponse:
    """What stays: counts, lessons, the certificate."""
    incident = _one(request, key)
    certificate = incident.certificates.select_related("asked_by", "confirmed_by").first()
    context = {
        "incident": incident,
        "tally": queries.tally(incident),
        "places": queries.touched(incident),
        "tasks": incident.tasks.count(),
        "tasks_done": incident.tasks.filter(state="done").count(),
        "slips": incident.slips.filter(signed_at__isnull=False).select_related("supply"),
        "notices": queries.notices_of(incident),
        "lessons": incident.lessons.filter(withdrawn_at__isnull=True),
        "certificate": certificate,
        "certified": queries.certified(certificate),
        "may_keep": may("emergencies.keep", request.actor, request.community),
    }
    return answer(request, "emergencies/desk/review.html", context)
