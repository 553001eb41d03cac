"""Owners before the roster's keeper: chosen, passed on to, named, joined, tied to the register."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import record_opening
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.governance.property.actions import owners as acts, rosters as units
from linli.governance.property.forms import votes as forms
from linli.governance.property.models import Estate, Owner, Unit
from linli.governance.property.queries import rosters, votes

AIMS = {"pass": "pass_unit", "speaker": "name_representative", "join": "join_owners"}
"""For what an owner is chosen, and the page it leads to."""


def opened(request: Visit, estate: Estate) -> None:
    """That the roster was opened is written down."""
    record_opening(
        "property.open_roster", request.actor, estate, at=timezone.now(), about=None,
        estate=estate.name,
    )  # fmt: skip


def who_owns(owner: Owner | None) -> str:
    """The owner a form is for, with what is theirs."""
    if owner is None:
        return ""
    labels = rosters.units_owned(owner)
    return _("业主：{name}（{units}）").format(
        name=owner.name, units=_("、").join(labels[:5]) or _("现在没有")
    )


@needs("property.keep_roster")
@never_cache
@require_safe
def show(request: Visit, unit_id: UUID) -> HttpResponse:
    """Who owns a unit, what else is theirs, and what can be put right."""
    unit = rosters.unit_for(request.community, unit_id)
    current = rosters.current_of(unit)
    opened(request, unit.estate)
    context = {
        "unit": unit, "current": current, "owner": current.owner,
        "labels": rosters.units_owned(current.owner),
    }  # fmt: skip
    return answer(request, "property/votes/owner.html", context)


@needs("property.keep_roster")
@never_cache
@require_safe
def choose(request: Visit, estate_id: UUID) -> HttpResponse:
    """Finds an owner of the roster: for a unit (`unit`, `to`), or for one to be entered."""
    estate = votes.estate_for(request.community, estate_id)
    here, words = request.community, request.GET.get("q", "")
    aim, wanted = request.GET.get("to", "add"), request.GET.get("unit", "")
    target = reverse("property:add_unit", args=[here.code, estate.pk])
    unit = None
    if aim != "add":
        unit = _unit_in(estate, wanted)
        if aim not in AIMS:
            raise Http404
        target = reverse(f"property:{AIMS[aim]}", args=[here.code, unit.pk])
    if words:
        opened(request, estate)
    context = {
        "estate": estate, "unit": unit, "aim": aim, "words": words, "target": target,
        "rows": rosters.owners_like(estate, words),
    }  # fmt: skip
    return answer(request, "property/votes/choose.html", context)


@needs("property.keep_roster")
@never_cache
def pass_on(request: Visit, unit_id: UUID) -> HttpResponse:
    """A unit passes to somebody else, new or of the roster, or back to the developer."""
    unit = rosters.unit_for(request.community, unit_id)
    chosen = rosters.owner_chosen(unit.estate, request.GET.get("owner", ""))
    start = {
        "seen": rosters.current_of(unit).pk,
        "kind": "developer" if request.GET.get("to") == "developer" else "person",
    }
    form = forms.BuyerForm(sent(request), chosen=chosen, initial=start)
    return step(
        request, form,
        lambda said: units.pass_unit(
            unit, buyer=form.buyer, on=said["on"], joint=said["joint"], seen=said["seen"],
            by=request.actor, at=timezone.now(), once=said["once"],
        ),
        title=_("{unit}过户").format(unit=unit.label), done=_("过户记好了。"),
        note=f"{who_owns(chosen)} {_('正在进行的表决不受影响：它的名册在通知那天已经确定。')}",
        back=_owner_page(request, unit),
    )  # fmt: skip


@needs("property.keep_roster")
@never_cache
def name_speaker(request: Visit, unit_id: UUID) -> HttpResponse:
    """Joint owners name the one who votes for all."""
    unit = rosters.unit_for(request.community, unit_id)
    current = rosters.current_of(unit)
    chosen = rosters.owner_chosen(unit.estate, request.GET.get("owner", ""))
    start = {"name": current.owner.name, "phone": current.owner.phone, "joint": current.joint,
             "seen": current.pk}  # fmt: skip
    form = forms.SpeakerForm(sent(request), chosen=chosen, initial=start)
    note = _("几人共有一处的，推定一个人投票，算一人。换了人，要重新对上居民名册。")
    return step(
        request, form,
        lambda said: acts.name_representative(
            current, buyer=form.buyer, joint=said["joint"], seen=said["seen"], by=request.actor,
            at=timezone.now(), once=said["once"],
        ),
        title=_("{unit}的代表人").format(unit=unit.label), done=_("代表人记好了。"),
        note=f"{who_owns(chosen)} {note}", back=_owner_page(request, unit),
    )  # fmt: skip


@needs("property.keep_roster")
@never_cache
def change(request: Visit, unit_id: UUID) -> HttpResponse:
    """An owner's name or phone is put right."""
    unit = rosters.unit_for(request.community, unit_id)
    owner = rosters.current_of(unit).owner
    start = {"name": owner.name, "phone": owner.phone, "seen": acts.face_of_owner(owner)}
    return step(
        request, forms.OwnerForm(sent(request), initial=start),
        lambda said: acts.change_owner(
            owner, name=said["name"], phone=said["phone"], seen=said["seen"], by=request.actor,
            at=timezone.now(), once=said["once"],
        ),
        title=_("更正业主的姓名和电话"), done=_("改好了。"),
        note=_("只用来改写错的；换了业主，请办过户。他的每一处都一起改。"),
        back=_owner_page(request, unit),
    )  # fmt: skip


@needs("property.keep_roster")
@never_cache
def join(request: Visit, unit_id: UUID) -> HttpResponse:
    """The owner of this unit and another of the roster are one buyer."""
    unit = rosters.unit_for(request.community, unit_id)
    owner = rosters.current_of(unit).owner
    into = rosters.owner_chosen(unit.estate, request.GET.get("owner", ""))
    if into is None:
        choose_it = reverse("property:choose_owner", args=[request.community.code, unit.estate_id])
        return redirect(f"{choose_it}?to=join&unit={unit.pk}")
    return step(
        request, forms.OnceForm(sent(request)),
        lambda said: acts.join_owners(
            owner, into=into, by=request.actor, at=timezone.now(), once=said["once"]
        ),
        title=_("两位业主是同一人"), done=_("合成一位了，表决时算一人。"),
        note=f"{who_owns(owner)} → {who_owns(into)}", back=_owner_page(request, unit),
    )  # fmt: skip


@needs("property.keep_roster")
@never_cache
def tie(request: Visit, unit_id: UUID) -> HttpResponse:
    """Whom of the register an owner is: only then they see their units and vote on a screen."""
    unit = rosters.unit_for(request.community, unit_id)
    owner = rosters.current_of(unit).owner
    people = {str(each.pk): each for each in rosters.own_here(unit)}
    if owner.person is not None:  # tied by another of their homes; not untied by looking
        people.setdefault(str(owner.person_id), owner.person)
    names = {key: each.name for key, each in people.items()}
    form = forms.TieForm(sent(request), people=names, initial={"person": owner.person_id or ""})
    return step(
        request, form,
        lambda said: acts.tie_owner(
            owner, person=people.get(said["person"]), by=request.actor, at=timezone.now(),
            once=said["once"],
        ),
        title=_("对上居民：{unit}").format(unit=unit.label), done=_("对上了。"), says=_("对上"),
        note=format_html(
            '{} <a href="{}">{}</a>', _("只列登记为这处住房业主的人；没有的，先到居民名册登记业主。"),
            _register_of(request, unit), _("居民名册"),
        ),
        back=_owner_page(request, unit),
    )  # fmt: skip


def _register_of(request: Visit, unit: Unit) -> str:
    """The register at the unit's home; where its home is not known, at its beginning."""
    here = request.community.code
    if unit.dwelling_id is None:
        return reverse("roster:search", args=[here])
    return reverse("roster:place", args=[here, unit.dwelling_id])


def _unit_in(estate: Estate, wanted: str) -> Unit:
    try:
        unit = rosters.unit_for(estate.community, UUID(wanted))
    except ValueError:
        raise Http404 from None
    if unit.estate_id != estate.pk:
        raise Http404
    return unit


def _owner_page(request: Visit, unit: Unit) -> str:
    return reverse("property:unit_owner", args=[request.community.code, unit.pk])
