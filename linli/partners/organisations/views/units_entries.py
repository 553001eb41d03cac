"""What a unit's delegate does on the phone and the desk from paper: the same steps, each on the own
unit's rows alone. What is of another unit does not exist here."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.partners.organisations.actions import (
    pledges as pledge_acts,
    unit_lists as acts,
    units as unit_acts,
)
from linli.partners.organisations.forms.units import (
    OFFER_NOTE,
    DeliverForm,
    DoesForm,
    NeedForm,
    OfferForm,
    OutcomeForm,
    PledgeForm,
    ReasonForm,
    SureForm,
)
from linli.partners.organisations.models import Need, Offer, Pledge, Project, ResidentUnit
from linli.partners.organisations.queries import (
    joint_meetings as meetings,
    pledges as promised,
    units as read,
)
from linli.partners.organisations.views.carrying_units import DESK, unit_step


@needs("organisations.be_delegate")
@require_safe
def show_own(request: Visit) -> HttpResponse:
    """The units one speaks for, with everything that is theirs and nothing else."""
    today = timezone.localdate()
    units = []
    for unit in read.own_units(request.actor, request.community):
        lists = read.lists_of(unit)
        lists["pledges"] = promised.told(lists["pledges"], today)
        asked = meetings.meetings_asking(unit)
        units.append({"unit": unit, "partner": unit.is_partner(today), "asked": asked, **lists})
    return answer(request, "organisations/units/own.html", {"units": units})


@signed_in
def does(request: Visit, unit_id: UUID) -> HttpResponse:
    """What the unit does."""
    unit = _unit(request, unit_id)
    form = DoesForm(sent(request), row=unit, initial={"does": unit.does})
    return unit_step(request, form, unit_acts.change_unit_file, unit, unit=unit,
                     title=_("这家单位做什么"), done=_("改好了。"), says=_("保存"))  # fmt: skip


@signed_in
def offer(request: Visit, unit_id: UUID) -> HttpResponse:
    """Something the unit offers."""
    unit = _unit(request, unit_id)
    return unit_step(request, OfferForm(sent(request)), acts.offer, unit, unit=unit,
                     title=_("提供一项资源"), note=OFFER_NOTE,
                     done=_("放进资源清单了，居委会看过就公布。"))  # fmt: skip


@signed_in
def need(request: Visit, unit_id: UUID) -> HttpResponse:
    """Something the unit looks for."""
    unit = _unit(request, unit_id)
    return unit_step(request, NeedForm(sent(request)), acts.enter_unit_need, unit, unit=unit,
                     title=_("提出一项需求"), done=_("放进需求清单了，居委会看过就公布。"))  # fmt: skip


@signed_in
def pledge(request: Visit, unit_id: UUID) -> HttpResponse:
    """A promise of the unit."""
    unit = _unit(request, unit_id)
    return unit_step(request, PledgeForm(sent(request)), pledge_acts.pledge, unit, unit=unit,
                     title=_("答应一件事"), note=_("大家都读得到答应了什么、哪天以前、做到了没有。"),
                     done=_("记下了。"))  # fmt: skip


@signed_in
def withdraw_offer(request: Visit, entry_id: UUID) -> HttpResponse:
    """Takes an offer back."""
    row = read.entry_of(Offer, request.actor, request.community, entry_id)
    return unit_step(request, SureForm(sent(request), row=row), acts.withdraw_offer, row,
                     unit=row.unit, title=_("收回这项资源"), note=row.title,
                     done=_("收回了，马上就不在清单上了。"))  # fmt: skip


@signed_in
def withdraw_need(request: Visit, entry_id: UUID) -> HttpResponse:
    """It is no longer needed."""
    row = read.entry_of(Need, request.actor, request.community, entry_id)
    return unit_step(request, SureForm(sent(request), row=row), acts.withdraw_need, row,
                     unit=row.unit, title=_("不需要了"), note=row.title, done=_("拿下来了。"))  # fmt: skip


@signed_in
def end_project(request: Visit, entry_id: UUID) -> HttpResponse:
    """What came of it."""
    row = read.entry_of(Project, request.actor, request.community, entry_id)
    unit = row.offer.unit if row.offer else None
    return unit_step(request, OutcomeForm(sent(request), row=row), acts.end_project, row,
                     unit=unit, title=_("记下结果"), note=row.title,
                     done=_("记下了。"))  # fmt: skip


@signed_in
def deliver(request: Visit, entry_id: UUID) -> HttpResponse:
    """It was done."""
    row = read.entry_of(Pledge, request.actor, request.community, entry_id)
    return unit_step(request, DeliverForm(sent(request), row=row), pledge_acts.deliver_pledge, row,
                     unit=row.unit, title=_("做到了"), note=row.title,
                     done=_done(request, row))  # fmt: skip


@signed_in
def give_back(request: Visit, entry_id: UUID) -> HttpResponse:
    """It cannot be kept."""
    row = read.entry_of(Pledge, request.actor, request.community, entry_id)
    return unit_step(request, ReasonForm(sent(request), row=row), pledge_acts.give_pledge_back, row,
                     unit=row.unit, title=_("收回承诺"),
                     note=_("%(title)s。收回了也看得到，连同理由。") % {"title": row.title},
                     done=_("收回了，理由大家读得到。"))  # fmt: skip


def _done(request: Visit, row: Pledge) -> str:
    if may(DESK, request.actor, row):
        return _("记下了，做到了。")
    return _("记下了，居委会核对以后就算数。")


def _unit(request: Visit, unit_id: UUID) -> ResidentUnit:
    """The desk's unit, or the own one (Http404)."""
    if may(DESK, request.actor, request.community):
        return read.unit_at_desk(request.actor, request.community, unit_id)
    return read.own_unit(request.actor, request.community, unit_id)
