"""The desk: files of units, what waits for a look, needs brought together with offers, pledges."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.stepping import carried, sent, step
from linli.partners.organisations.actions import pledges as pledge_acts, unit_lists, units as acts
from linli.partners.organisations.forms.units import (
    NEED_NOTE,
    AgreementForm,
    MatchForm,
    NeedForm,
    OpenForm,
    ReasonForm,
    SureForm,
)
from linli.partners.organisations.lent import lent_on
from linli.partners.organisations.models import Need, Offer, Pledge, Project
from linli.partners.organisations.queries import pledges as promised, units as read
from linli.partners.organisations.takers import takers_of
from linli.partners.organisations.views.carrying_units import DESK, desk_tabs, unit_step
from linli.partners.organisations.views.reading import in_full

ENTRIES: dict[str, Any] = {"offer": Offer, "need": Need, "project": Project, "pledge": Pledge}


@needs(DESK)
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The units, and what their delegates wrote that nobody has looked at."""
    here, today = request.community, timezone.localdate()
    waiting = read.waiting_for_a_look(here)
    units = read.units_from(here, request.GET.get("units", ""))
    context = {
        "units": [(unit, unit.is_partner(today)) for unit in units.rows],
        "more": units.after,
        "lent": lent_on(here, today),
        "waiting": [(row, type(row).__name__.lower()) for row in waiting],
        "tabs": desk_tabs(request, "units_desk"),
    }
    return answer(request, "organisations/units/desk.html", context)


@needs(DESK)
def open_file(request: Visit) -> HttpResponse:
    """A new file."""
    here = request.community
    form = OpenForm(
        sent(request),
        organisations=read.without_file(here),
        bodies=read.free_bodies(here, timezone.localdate()),
    )
    return step(
        request,
        form,
        carried(request, acts.open_unit_file, here),
        title=_("登记一家单位"),
        note=_("机关、企业、学校、医院、商户等在社区里的单位；物业服务人也可以。"),
        done=_("登记好了。请主任在“账号和岗位”里给它的代表开账号。"),
        back=reverse("organisations:units_desk", args=[here.code]),
    )


@needs(DESK)
@require_safe
def show(request: Visit, unit_id: UUID) -> HttpResponse:
    """One unit: its file, its delegates, its lists and pledges."""
    unit, today = read.unit_at_desk(request.actor, request.community, unit_id), timezone.localdate()
    lists = read.lists_of(unit)
    context = {
        "unit": unit,
        "partner": unit.is_partner(today),
        "delegates": read.delegates_of(unit, today),
        "may_appoint": may("access.appoint", request.actor, request.community),
        **lists,
        "pledges": promised.told(lists["pledges"], today),
    }
    return answer(request, "organisations/units/unit.html", context)


@needs(DESK)
def agreement(request: Visit, unit_id: UUID) -> HttpResponse:
    """The co-building agreement."""
    unit = read.unit_at_desk(request.actor, request.community, unit_id)
    kept = ("agreement_since", "agreement_until", "agreement_about")
    form = AgreementForm(
        sent(request), row=unit, initial={name: getattr(unit, name) for name in kept}
    )
    return unit_step(request, form, acts.record_agreement, unit, unit=unit,
                     title=_("共建协议"), done=_("记下了。"), says=_("保存"))  # fmt: skip


@needs(DESK)
def end_file(request: Visit, unit_id: UUID) -> HttpResponse:
    """The unit is no longer here."""
    unit = read.unit_at_desk(request.actor, request.community, unit_id)
    return unit_step(request, SureForm(sent(request), row=unit), acts.end_unit_file, unit,
                     unit=unit, title=_("单位不在社区了"),
                     note=_("提供的资源从清单上拿下来；以前的承诺照样看得到。"), done=_("记下了。"))  # fmt: skip


@needs(DESK)
@require_safe
def show_lists(request: Visit) -> HttpResponse:
    """What is needed, and what is under way."""
    here = request.community
    context = {
        "needs": list(read.needs_open(here).order_by("-id")[:200]),
        "projects": list(read.projects_running(here).order_by("begun_on")[:200]),
        "tabs": desk_tabs(request, "lists_desk"),
    }
    return answer(request, "organisations/units/lists_desk.html", context)


@needs(DESK)
def enter_need(request: Visit) -> HttpResponse:
    """Something the community looks for."""
    here = request.community
    return step(
        request,
        NeedForm(sent(request)),
        carried(request, unit_lists.enter_community_need, here),
        title=_("登记社区的一项需求"),
        note=NEED_NOTE,
        done=_("放进需求清单了。"),
        back=reverse("organisations:lists_desk", args=[here.code]),
    )


@needs(DESK)
def match(request: Visit, entry_id: UUID) -> HttpResponse:
    """A need and an offer become a project."""
    need = read.entry_at_desk(Need, request.actor, request.community, entry_id)
    today = timezone.localdate()
    form = MatchForm(
        sent(request),
        row=need,
        offers=read.offers_for(need, today),
        rows=read.offers_standing(request.community, today),
        takers=takers_of(request.community),
        initial={"title": need.title, "due_on": need.wanted_by},
    )
    return step(
        request,
        form,
        carried(request, unit_lists.match, need),
        title=_("对接成项目"),
        note=_("%(whose)s需要：%(title)s。同一种资源排在前面。")
        % {"whose": need.whose, "title": need.title},
        done=_("对接上了，单位会收到消息。"),
        back=reverse("organisations:lists_desk", args=[request.community.code]),
    )


@needs(DESK)
def look(request: Visit, kind: str, entry_id: UUID) -> HttpResponse:
    """What a delegate wrote: everybody may read it from now on."""
    if kind not in ENTRIES:
        raise Http404
    row = read.entry_at_desk(ENTRIES[kind], request.actor, request.community, entry_id)
    return step(
        request,
        SureForm(sent(request), row=row),
        carried(request, unit_lists.show_entry, row),
        title=_("看过，公布"),
        note=in_full(row),
        done=_("公布了。"),
        back=reverse("organisations:units_desk", args=[request.community.code]),
    )


@needs(DESK)
@require_safe
def show_pledges(request: Visit) -> HttpResponse:
    """What is to be looked at, what is overdue, all."""
    here, today = request.community, timezone.localdate()
    found = page_of(promised.pledges_of(here), "due_on", request.GET.get("after", ""), newest=True)
    context = {
        "checking": promised.told(promised.to_check(here).order_by("delivered_on")[:50], today),
        "overdue": promised.told(promised.overdue(here, today).order_by("due_on")[:50], today),
        "rows": promised.told(found.rows, today),
        "next": found.after,
        "tabs": desk_tabs(request, "pledges_desk"),
    }
    return answer(request, "organisations/units/pledges_desk.html", context)


@needs(DESK)
def confirm(request: Visit, entry_id: UUID) -> HttpResponse:
    """Somebody has looked: it was done."""
    row = read.entry_at_desk(Pledge, request.actor, request.community, entry_id)
    return unit_step(request, SureForm(sent(request), row=row), pledge_acts.confirm_delivery, row,
                     unit=row.unit, title=_("核对过，做到了"),
                     note=in_full(row), done=_("记下了，做到了。"))  # fmt: skip


@needs(DESK)
def turn_down(request: Visit, entry_id: UUID) -> HttpResponse:
    """It was not done yet, or not as promised."""
    row = read.entry_at_desk(Pledge, request.actor, request.community, entry_id)
    return unit_step(request, ReasonForm(sent(request), row=row), pledge_acts.turn_delivery_down,
                     row, unit=row.unit, title=_("核对过，还没有做到"), note=row.title,
                     done=_("告诉单位了。"))  # fmt: skip
