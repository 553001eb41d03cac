"""Where the same thing comes up again: a pattern of a place, with every matter behind it."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.gates import Visit, needs, public
from linli.core.pages.answer import answer
from linli.core.places.laid_down import number_laid_down
from linli.service.matters.queries import patterns
from linli.service.matters.queries.lists import matters_at


class PatternForm(forms.Form):
    """How far back, and how often."""

    days = forms.ChoiceField(
        label=_("时间"),
        required=False,
        choices=[("90", _("近 90 天")), ("365", _("近一年")), ("", _("全部"))],
    )
    at_least = forms.IntegerField(label=_("至少几次"), min_value=2, max_value=100, required=False)


@needs("matters.handle")
def show(request: Visit) -> HttpResponse:
    """For the desk: each group opens to its matters."""
    spot, kind = request.GET.get("spot", ""), request.GET.get("of", "")
    context = _found(request)
    if spot and kind:
        context["matters"] = matters_at(request.community, kind, spot)
    return answer(request, "matters/patterns.html", context, "matters/_patterns.html")


@public
def show_public(request: Visit) -> HttpResponse:
    """For everybody: only places of the tree (never words typed by somebody), kinds and counts."""
    context = _found(request)
    groups = [group for group in context["groups"] if group["place"] is not None]
    return answer(
        request,
        "matters/places.html",
        {**context, "groups": groups},
        json=lambda: {
            "places": [
                {
                    "kind": group["kind"].title,
                    "place": group["place"].name_without_door,
                    "count": group["count"],
                    "open": group["open"],
                    "last": timezone.localdate(group["last"]),
                }
                for group in groups
            ]
        },
    )


def _found(request: Visit) -> dict[str, Any]:
    on = timezone.localdate()
    given = request.GET if "days" in request.GET or "at_least" in request.GET else None
    usual = number_laid_down("matters.repeated_pattern_count", request.community, on)
    form = PatternForm(given, initial={"days": "90", "at_least": usual})
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {"days": "90"}
    days = int(wanted["days"]) if wanted.get("days") else None
    at_least = int(wanted.get("at_least") or usual)
    groups = patterns(request.community, until=on, days=days, at_least=at_least)
    return {"form": form, "groups": groups, "at_least": at_least, "days": days}
