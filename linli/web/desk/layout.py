"""Laying the community out: a compound with its buildings, and residents' groups over them.

Both are shown as they would come out, with their counts, before anything is done.
"""

from contextlib import suppress
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.fields import DayInput
from linli.core.places.actions import BuildingPlan, build_compound
from linli.core.places.queries import public_places
from linli.lib.identity.ids import new_id


class CompoundForm(forms.Form):
    """The usual compound: so many blocks, each with so many entrances, floors and doors."""

    name = forms.CharField(label=_("小区名称"), max_length=40)
    buildings = forms.IntegerField(label=_("几栋楼"), min_value=1, max_value=200)
    first = forms.IntegerField(
        label=_("从几号楼起"),
        min_value=1,
        max_value=999,
        initial=1,
        help_text=_("一般从 1 号楼起。"),
    )
    entrances = forms.IntegerField(label=_("每栋几个单元"), min_value=1, max_value=20)
    floors = forms.IntegerField(label=_("每个单元几层"), min_value=1, max_value=99)
    per_floor = forms.IntegerField(label=_("每层几户"), min_value=1, max_value=60)
    on = forms.DateField(label=_("从哪天起"), widget=DayInput)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("不能晚于今天。"), code="future")
        return on


def plans(given: dict[str, Any]) -> list[BuildingPlan]:
    """The blocks the form describes, numbered on from its first."""
    return [
        BuildingPlan.numbered(
            f"{given['first'] + number}号楼",
            entrances=given["entrances"],
            floors=given["floors"],
            per_floor=given["per_floor"],
        )
        for number in range(given["buildings"])
    ]


def count(given: dict[str, Any]) -> dict[str, Any]:
    """How much that is, and the first and last door, to be looked at before it is done."""
    entrances = given["buildings"] * given["entrances"]
    last = given["first"] + given["buildings"] - 1
    return {
        "buildings": given["buildings"],
        "entrances": entrances,
        "dwellings": entrances * given["floors"] * given["per_floor"],
        "first": f"{given['first']}号楼 › 1单元 › 101",
        "last": f"{last}号楼 › {given['entrances']}单元 › {given['floors']}{given['per_floor']:02d}",
    }


@needs("places.lay_out")
def compounds(request: Visit) -> HttpResponse:
    """The compounds there are, and the way to lay out another."""
    here = [place for place in public_places(request.community) if place.kind == "compound"]
    return answer(request, "desk/compounds.html", {"compounds": here})


@needs("places.lay_out")
def new_compound(request: Visit) -> HttpResponse:
    """First what it would come to; then, where that is right, it is laid out."""
    form = CompoundForm(request.POST or None, initial={"on": timezone.localdate()})
    valid = request.method == "POST" and form.is_valid()
    if valid and "do" in request.POST:
        given = form.cleaned_data
        with suppress(Replayed):  # sent twice; it stands once
            build_compound(
                request.community,
                name=given["name"],
                buildings=plans(given),
                on=given["on"],
                by=request.actor,
                at=timezone.now(),
                once=given["once"],
            )
        messages.success(request, gettext("小区已经建好，可以打印楼道二维码、导入名册了。"))
        return redirect("compounds", community_code=request.community.code)
    context = {"form": form, "count": count(form.cleaned_data) if valid else None}
    status = 422 if form.is_bound and not valid else 200
    return answer(request, "desk/new_compound.html", context, status=status)
