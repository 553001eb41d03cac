"""Rounds, devices and defects at the desk."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.files.queries import files_of
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Entry
from linli.core.pages.stepping import carry, once, pressed, sent, sent_files, step
from linli.culture.facilities.actions import defects as acts, devices
from linli.culture.facilities.flows import DEFECT
from linli.culture.facilities.forms.inspection import (
    DefectForm,
    DeviceForm,
    PlanForm,
    RepairForm,
    RoundForm,
)
from linli.culture.facilities.forms.told import ReasonStep
from linli.culture.facilities.models import Defect
from linli.culture.facilities.queries import out_of_use as queries
from linli.culture.facilities.rules.keeping import another_looks_again
from linli.culture.facilities.views.sending import desk_tabs, here
from linli.lib.calendar import local_day


@needs("facilities.inspect")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What is broken, what is due to be looked at, and every site."""
    community, now = request.community, timezone.now()
    on = local_day(now)
    plans = list(queries.plans_standing(community))
    context = {
        "defects": queries.defects_open(community),
        "now": now,
        "plans": [(plan, plan.next_on < on) for plan in plans],
        "facilities": queries.facilities_kept(community),
        "tabs": desk_tabs(request, "defects"),
    }
    return answer(request, "facilities/keeping/defects.html", context)


@needs("facilities.inspect")
@require_safe
def show_facility(request: Visit, facility_id: UUID) -> HttpResponse:
    """A facility: its devices, its plan, the rounds done, what was found."""
    facility = queries.facility_in(request.community, facility_id)
    plan = queries.plans_standing(request.community).filter(facility=facility).first()
    context = {
        "facility": facility,
        "devices": queries.devices_of(facility),
        "plan": plan,
        "rounds": queries.inspections_of(facility),
        "defects": queries.defects_of(facility),
        "today": local_day(timezone.now()),
        "now": timezone.now(),
    }
    return answer(request, "facilities/keeping/kept.html", context)


@needs("facilities.inspect")
def put_device(request: Visit, facility_id: UUID) -> HttpResponse:
    """A further device."""
    facility = queries.facility_in(request.community, facility_id)
    form = DeviceForm(sent(request))
    return step(
        request,
        form,
        lambda said: once(request, devices.put_device, facility, said, installed=form.installed),
        title=_("登记器材"),
        done=_("登记好了。"),
        back=here(request, "kept", facility.pk),
    )


@needs("facilities.inspect")
def alter_device(request: Visit, device_id: UUID) -> HttpResponse:
    """Changes what is known of a device."""
    device = queries.device_in(request.community, device_id)
    known = {
        name: getattr(device, name) for name in ("kind", "label", "installed_on", "last_until")
    }
    form = DeviceForm(sent(request), initial=known)
    return step(
        request,
        form,
        lambda said: once(request, devices.alter_device, device, said, installed=form.installed),
        title=_("更新器材"),
        done=_("更新了。"),
        back=here(request, "kept", device.facility_id),
    )


@needs("facilities.inspect")
@require_POST
def remove_device(request: Visit, device_id: UUID) -> HttpResponse:
    """It was taken down."""
    device = queries.device_in(request.community, device_id)
    back = here(request, "kept", device.facility_id)
    return pressed(request, devices.remove_device, device, _("记为拆除了。"), back)


@needs("facilities.inspect")
def plan(request: Visit, facility_id: UUID) -> HttpResponse:
    """How often, by whom, what is looked at."""
    facility = queries.facility_in(request.community, facility_id)
    form = PlanForm(sent(request), initial={"next_on": local_day(timezone.now())})
    return step(
        request,
        form,
        lambda said: once(request, devices.plan_inspection, facility, said, **form.planned()),
        title=_("定巡查安排"),
        done=_("定好了，到日子会提醒。"),
        back=here(request, "kept", facility.pk),
    )


@needs("facilities.inspect")
def inspect(request: Visit, plan_id: UUID) -> HttpResponse:
    """A round: every item; what is not in order is then written down as a defect."""
    row = queries.plan_in(request.community, plan_id)
    form = RoundForm(
        sent(request), sent_files(request), plan=row, initial={"on": local_day(timezone.now())}
    )
    back = here(request, "kept", row.facility_id)

    def leads_to(made: Any) -> str:
        failed = made is not None and made.failed
        return (
            f"{here(request, 'find_defect', row.facility_id)}?round={made.pk}" if failed else back
        )

    return step(
        request,
        form,
        lambda said: once(request, devices.inspect_facility, row, said, **form.looked()),
        title=_("巡查：{name}").format(name=row.facility.name),
        done=_("记下了。不合格的，请接着写是哪里坏了。"),
        back=back,
        leads_to=leads_to,
    )


@needs("facilities.inspect")
def find_defect(request: Visit, facility_id: UUID) -> HttpResponse:
    """Something is broken: out of use with this one form."""
    facility = queries.facility_in(request.community, facility_id)
    rounds = {str(each.pk): each for each in queries.inspections_of(facility)}
    of = rounds.get(request.GET.get("round", ""))
    initial = {
        "device": request.GET.get("device"),
        "what": "；".join(of.failed)[:200] if of else "",
    }
    devices_ = queries.devices_of(facility)
    form = DefectForm(
        sent(request), sent_files(request), devices=devices_, at_desk=True, initial=initial
    )
    more = {"inspection": of, "found_by": "inspection" if of else "staff"}
    return step(
        request,
        form,
        lambda said: once(request, acts.find_defect, facility, said, seen=form.seen_there(**more)),
        title=_("{name}：坏了，停用").format(name=facility.name),
        note=_("保存的同时就停用：地图和公开页面马上看得到，整个场地停用的，订了的人会收到消息。"),
        done=_("停用了。"),
        back=here(request, "kept", facility.pk),
        says=_("马上停用"),
    )


@needs("facilities.inspect")
@require_safe
def show_defect(request: Visit, defect_id: UUID) -> HttpResponse:
    """One defect: what happened, the photographs, and what can be done next."""
    defect = queries.defect_in(request.community, defect_id)
    context = {
        "defect": defect,
        "photos": files_of(defect, "photo"),
        "again": another_looks_again(defect.repaired_by_id, request.actor.account),
        "entries": [
            Entry(row.at, DEFECT.move(row.move).title, note=row.reason)
            for row in defect.steps.all()
        ],
    }
    return answer(request, "facilities/keeping/defect.html", context)


PRESSED = {
    "stop": (acts.stop_use, _("停用了。"), {}),
    "keep_open": (acts.keep_in_use, _("记下了，照常用，等修。"), {}),
    "pass": (acts.look_again, _("恢复使用了。"), {"fine": True}),
}


@needs("facilities.inspect")
@require_POST
def press(request: Visit, defect_id: UUID, move: str) -> HttpResponse:
    """A step that asks nothing."""
    if move not in PRESSED:
        raise Http404
    act, done, given = PRESSED[move]
    defect = queries.defect_in(request.community, defect_id)
    return pressed(request, act, defect, done, here(request, "defect", defect.pk), **given)


@needs("facilities.inspect")
def repair(request: Visit, defect_id: UUID) -> HttpResponse:
    """It was repaired."""
    defect = queries.defect_in(request.community, defect_id)
    form = RepairForm(sent(request), row=defect)
    return step(
        request,
        form,
        lambda said: carry(
            request, acts.repair_defect, defect, repair=said["repair"], seen=said["seen"]
        ),
        title=_("修好了"),
        note=_("请另一位工作人员复查，合格了才恢复使用。"),
        done=_("记下了，等另一个人复查。"),
        back=here(request, "defect", defect.pk),
    )


@needs("facilities.inspect")
def dismiss(request: Visit, defect_id: UUID) -> HttpResponse:
    """Nothing was wrong."""
    return _with_reason(request, defect_id, _("看过，没有问题"), acts.dismiss_defect)


@needs("facilities.inspect")
def fail(request: Visit, defect_id: UUID) -> HttpResponse:
    """It is not in order yet."""
    return _with_reason(request, defect_id, _("复查不合格"), acts.look_again, fine=False)


def _with_reason(
    request: Visit, defect_id: UUID, title: Any, act: Any, **given: Any
) -> HttpResponse:
    defect: Defect = queries.defect_in(request.community, defect_id)
    form = ReasonStep(sent(request), row=defect)
    return step(
        request,
        form,
        lambda said: carry(request, act, defect, reason=said["reason"], seen=said["seen"], **given),
        title=title,
        done=_("记下了。"),
        back=here(request, "defect", defect.pk),
    )
