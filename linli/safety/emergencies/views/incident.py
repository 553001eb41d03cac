"""The day it happens: one screen, doors, tasks, messages, log; and the end of the list."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.places.models import Place
from linli.safety.emergencies.actions import cards, destroying, doors, incident as acts
from linli.safety.emergencies.forms import incident as forms
from linli.safety.emergencies.models import Door, Incident, IncidentTask
from linli.safety.emergencies.models.incident import TASK_STATES
from linli.safety.emergencies.queries import cards as card_queries, incident as queries
from linli.safety.emergencies.queries.prepared import one_of
from linli.safety.emergencies.views.sending import carry, desk_tabs, here, once, pressed


def _one(request: Visit, key: UUID) -> Incident:
    found: Incident = one_of(Incident, request.community, key)
    return found


@needs("emergencies.keep")
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
    if acts.unseen(incident, request.actor.account):
        carry(request, acts.look_at_list, incident)
    context = {
        "incident": incident,
        "places": [each.place for each in incident.places.select_related("place")],
        "buildings": queries.by_building(incident),
        "shelters": queries.filled(incident),
        "notices": queries.notices_of(incident),
        "slips": incident.slips.select_related("supply").order_by("-drawn_at")[:20],
        "lines": incident.lines.select_related("incident", "by").order_by("-at")[:100],
        "task_states": TASK_STATES,
        "asked_by_other": incident.asked_by_id not in (None, request.actor.account),
    }
    response = answer(request, "emergencies/desk/incident.html", context)
    response["Cache-Control"] = "no-store"
    return response


@needs("emergencies.lead")
def add(request: Visit, key: UUID, name: str) -> HttpResponse:
    """A task, a count, a line, a message, further places, somebody who asks now."""
    steps: dict[str, Any] = {
        "task": (forms.TaskForm, acts.add_task, _("加一件任务")),
        "heads": (forms.HeadsForm, acts.count_heads, _("点避难场所的人数")),
        "log": (forms.LogForm, acts.write_log, _("记一条")),
        "notice": (forms.NoticeForm, acts.tell_residents, _("发通知")),
        "widen": (forms.WidenForm, acts.widen, _("调整级别和范围")),
        "ask": (forms.NowForm, doors.ask_help, _("有人要求帮助")),
    }
    if name not in steps:
        raise Http404
    sort, act, title = steps[name]
    incident = _one(request, key)
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
    if sort is forms.NowForm:
        given["homes"] = Place.objects.filter(
            community=request.community, kind="dwelling", until__isnull=True
        ).order_by("position")
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
    homes = card_queries.door_names({UUID(door.door)}, request.community)
    form = forms.TickForm(
        sent(request), community=request.community, row=door,
        initial={"state": door.state, "shelter": door.shelter_id},
    )  # fmt: skip
    return step(
        request, form,
        lambda said: once(request, doors.tick, door, said, **form.said(), seen=said["seen"]),
        title=homes.get(UUID(door.door), ""), note=door.name, done=_("打上勾了。"),
        back=here(request, "incident", door.incident_id), says=_("打勾"),
    )  # fmt: skip


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
    "end": (acts.end, _("结束了。名单不再需要，就请两个人确认销毁。")),
    "ask_destroy": (destroying.ask_destroy, _("提出了，请另一位负责人确认。")),
    "destroy": (destroying.destroy, _("销毁了。证明留在这里。")),
}


@needs("emergencies.lead")
@require_POST
def press(request: Visit, key: UUID, name: str) -> HttpResponse:
    """A step that asks nothing."""
    if name not in PRESSED:
        raise Http404
    act, done = PRESSED[name]
    incident = _one(request, key)
    page = "review" if name == "destroy" else "incident"
    return pressed(request, act, incident, done, here(request, page, incident.pk))


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


@needs("emergencies.keep")
@require_safe
def review(request: Visit, key: UUID) -> HttpResponse:
    """What stays: counts, lessons, the certificate."""
    incident = _one(request, key)
    context = {
        "incident": incident,
        "tally": queries.tally(incident),
        "places": [each.place for each in incident.places.select_related("place")],
        "tasks": incident.tasks.count(),
        "tasks_done": incident.tasks.filter(state="done").count(),
        "slips": incident.slips.filter(signed_at__isnull=False).select_related("supply"),
        "notices": queries.notices_of(incident),
        "lessons": incident.lessons.all(),
        "certificate": incident.certificates.select_related("asked_by", "confirmed_by").first(),
    }
    return answer(request, "emergencies/desk/review.html", context)


@needs("emergencies.cards")
@require_http_methods(["GET", "HEAD", "POST"])
def show_cards(request: Visit) -> HttpResponse:
    """How many there are in each building; opened only for a purpose, which is written down."""
    form = forms.LookForm(sent(request))
    found: list[Any] = []
    blocks = card_queries.cards_by_building(request.community)
    if request.method == "POST" and form.is_valid():
        chosen = [place.pk for place, _n in blocks if str(place.pk) in request.POST]
        rows = card_queries.cards_of(request.community, chosen or [p.pk for p, _n in blocks])
        carry(
            request, cards.look_at_cards, request.community, why=form.cleaned_data["why"],
            cards=[row.pk for row in rows],
        )  # fmt: skip
        found = card_queries.opened(rows)
    context = {
        "form": form, "blocks": blocks, "found": found, "tabs": desk_tabs(request, "cards"),
    }  # fmt: skip
    response = answer(request, "emergencies/desk/cards.html", context)
    response["Cache-Control"] = "no-store"
    return response


@needs("emergencies.cards")
def put_spoken(request: Visit) -> HttpResponse:
    """Typed at the desk on somebody's word."""
    homes = Place.objects.filter(
        community=request.community, kind="dwelling", until__isnull=True
    ).order_by("position")
    form = forms.CardForm(sent(request), community=request.community, homes=homes, spoken=True)
    return step(
        request, form,
        lambda said: once(request, cards.put_card, request.community, said, carded=form.carded),
        title=_("代填求助卡"), done=_("记下了。"), back=here(request, "cards"),
    )  # fmt: skip


@needs("emergencies.cards")
@require_POST
def drop_spoken(request: Visit, key: UUID) -> HttpResponse:
    """Somebody rang and does not wish it any more."""
    card = next(
        (row for row in card_queries.cards_of(
            request.community, [p.pk for p, _n in card_queries.cards_by_building(request.community)]
        ) if row.pk == key), None,
    )  # fmt: skip
    if card is None:
        raise Http404
    return pressed(
        request, cards.withdraw_card, card, _("撤回了，已经删除。"), here(request, "cards")
    )
