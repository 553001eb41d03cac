"""Help is needed now: whoever lives here asks, while an incident lasts, and takes it back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.access.queries import account_of
from linli.core.pages.stepping import once, sent, step
from linli.lib.calendar import local_day
from linli.safety.emergencies.actions import asking as acts
from linli.safety.emergencies.forms.incident import AskForm, SureForm
from linli.safety.emergencies.models import Incident
from linli.safety.emergencies.queries import asking as queries
from linli.safety.emergencies.queries.prepared import one_of
from linli.safety.emergencies.views.public import own_homes
from linli.safety.emergencies.views.sending import here

AT_HOME = "+86"


@needs("emergencies.ask_now")
def ask(request: Visit, key: UUID) -> HttpResponse:
    """In one short form. Whoever is on the list already is told so."""
    incident: Incident = one_of(Incident, request.community, key)
    if not incident.is_running:
        raise Http404
    if request.method != "POST" and queries.listed_in(request.actor, [incident]):
        messages.info(request, _("您已经在名单上。"))
        return redirect(here(request, "own"))
    form = AskForm(
        sent(request), community=request.community, homes=own_homes(request),
        initial=_known(request),
    )  # fmt: skip
    response = step(
        request, form,
        lambda said: once(request, acts.ask_help, incident, said, carded=form.carded),
        title=_("我现在需要人帮"), note=_note(request, incident),
        done=_("记下了，您在名单上。情况变急，马上打电话。"), back=here(request, "show"),
        frame="portal.html", says=_("请人来帮"),
    )  # fmt: skip
    response["Cache-Control"] = "no-store"
    return response


def _known(request: Visit) -> dict[str, Any]:
    """What need not be typed in a hurry: how one is called, and the number one signs in with."""
    account = account_of(request.actor.account)
    phone = account.phone.removeprefix(AT_HOME)
    return {"name": account.label, "phone": phone if phone.isdecimal() else ""}


def _note(request: Visit, incident: Incident) -> str:
    """Whom to ring first, who will read it, and until when it is there."""
    number = queries.committee_number(request.community, local_day(timezone.now()))
    ring = _("起火打 119，有人受伤打 120。")
    if number is not None:
        ring += _("也可以打社区电话 {phone}。").format(phone=number.phone)
    kept = _(
        "这里填的只有社区主任、副主任和社区工作者看得到。事情结束以后销毁，定在{day}；"
        "到那天还没结束，或者延期，会晚于这一天。"
    )
    return ring + kept.format(day=date_format(incident.destroy_on, "DATE_FORMAT"))


@signed_in
def take_back(request: Visit, key: UUID) -> HttpResponse:
    """Not needed any more: asked once, then gone."""
    door = queries.own_door(request.actor, request.community, key)
    form = SureForm(sent(request))
    return step(
        request, form,
        lambda said: once(request, acts.take_back_help, door, said),
        title=_("撤回求助"), note=_("马上从名单上删除，没有人再来。以后还可以再求助。"),
        done=_("撤回了，已经删除。"), back=here(request, "own"), frame="portal.html",
        says=_("撤回并删除"),
    )  # fmt: skip
