"""The QR codes that hang on the stairs: printed by building, revoked when torn off or copied."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.places.actions import issue_tag, revoke_tag
from linli.core.places.models import Place
from linli.core.places.queries import houses_in, public_places, tags_of


class BuildingForm(forms.Form):
    """For which building."""

    building = forms.ModelChoiceField(
        label=_("楼栋"),
        queryset=Place.objects.none(),
        empty_label=_("请选择"),
        help_text=_("每个单元一张；已有的照原样再印，没有的现做。"),
    )

    def __init__(self, *args: Any, community: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["building"]
        field.queryset = houses_in(community)
        field.label_from_instance = lambda place: place.name_inside


@needs("places.tag")
def print_tags(request: Visit) -> HttpResponse:
    """Choose a building; the page that follows is for the printer."""
    form = BuildingForm(request.POST or None, community=request.community)
    if request.method == "POST" and form.is_valid():
        slips = _slips(request, form.cleaned_data["building"])
        return answer(request, "desk/tag_slips.html", {"slips": slips})
    context = {"form": form, "tags": tags_of(request.community)[:200]}
    status = 422 if form.is_bound else 200
    return answer(request, "desk/tags.html", context, status=status)


@needs("places.tag")
@require_POST
def revoke(request: Visit) -> HttpResponse:
    """From now on the code leads nowhere; print a new one for its place."""
    tag = tags_of(request.community).filter(code=request.POST.get("code", "")).first()
    if tag is None:
        raise Http404
    revoke_tag(tag, by=request.actor, at=timezone.now())
    messages.success(request, gettext("已作废。请重新打印一张贴上。"))
    return redirect("stair_tags", community_code=request.community.code)


def _slips(request: Visit, building: Place) -> list[dict[str, Any]]:
    """A code for each entrance of the building, or for the building where it has none."""
    places = list(public_places(request.community).filter(parent=building)) or [building]
    known = {tag.place_id: tag for tag in tags_of(request.community).filter(place__in=places)}
    slips = []
    for place in places:
        tag = known.get(place.pk) or issue_tag(place, by=request.actor, at=timezone.now())
        address = reverse("places:tag", args=[tag.code])
        slips.append({"place": place, "tag": tag, "url": request.build_absolute_uri(address)})
    return slips
