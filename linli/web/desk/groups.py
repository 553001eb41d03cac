"""Residents' groups, grids and property areas: which there are, and a new one over buildings."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.fields import DayInput
from linli.core.places.actions import assign_dwellings, open_area
from linli.core.places.models.area import AREA_KINDS
from linli.core.places.models.place import Place
from linli.core.places.queries import areas_of, dwellings_under, houses_in
from linli.lib.identity.ids import new_id


class GroupForm(forms.Form):
    """Its kind and name, and the buildings whose dwellings it takes in."""

    kind = forms.ChoiceField(label=_("类别"), choices=AREA_KINDS, widget=forms.RadioSelect)
    name = forms.CharField(label=_("名称"), max_length=60, help_text=_("例如“第三居民小组”。"))
    buildings = forms.ModelMultipleChoiceField(
        label=_("包括哪些楼"),
        queryset=Place.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("楼里的每一户都划进来；原来在同类别处的，从那里划走。"),
    )
    on = forms.DateField(label=_("从哪天起"), widget=DayInput)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["buildings"]
        field.queryset = houses_in(community)
        field.label_from_instance = lambda place: place.name_inside

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("不能晚于今天。"), code="future")
        return on


@needs("places.lay_out")
def groups(request: Visit) -> HttpResponse:
    """What the community is cut into, each with the number of its dwellings."""
    areas = areas_of(request.community, timezone.localdate())
    return answer(request, "desk/groups.html", {"areas": areas})


@needs("places.lay_out")
def new_group(request: Visit) -> HttpResponse:
    """First how many dwellings it would have; then, where that is right, it is opened."""
    form = GroupForm(
        request.POST or None,
        community=request.community,
        initial={"on": timezone.localdate(), "kind": "residents_group"},
    )
    valid = request.method == "POST" and form.is_valid()
    inside = _dwellings(form.cleaned_data) if valid else []
    if valid and "do" in request.POST:
        with suppress(Replayed):  # sent twice; it stands once
            _open(request, form.cleaned_data, inside)
        messages.success(request, gettext("已经划好。"))
        return redirect("groups", community_code=request.community.code)
    context = {"form": form, "valid": valid, "count": len(inside)}
    status = 422 if form.is_bound and not valid else 200
    return answer(request, "desk/new_group.html", context, status=status)


def _dwellings(given: dict[str, Any]) -> list[UUID]:
    found = (dwellings_under(house).values_list("pk", flat=True) for house in given["buildings"])
    return [dwelling for each in found for dwelling in each]


def _open(request: Visit, given: dict[str, Any], inside: list[UUID]) -> None:
    """Opened and filled, both or neither."""
    by, at, on = request.actor, timezone.now(), given["on"]
    with transaction.atomic():
        area = open_area(
            request.community,
            kind=given["kind"],
            name=given["name"],
            on=on,
            by=by,
            at=at,
            once=given["once"],
        )
        assign_dwellings(area, dwellings=inside, on=on, by=by, at=at)
