"""Two places, or two days, side by side: which numbers hold, and where they differ."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.local_law.words import tell_place, tell_rule
from linli.core.pages.answer import answer
from linli.core.pages.bilingual import in_language
from linli.core.pages.fields import DayInput
from linli.core.places.queries import communities, jurisdictions_of
from linli.lib.law import Parameter, held
from linli.lib.law.packs import NATIONAL, OWN
from linli.lib.law.titles import is_example, place_title, subject_of, subjects
from linli.web.portal.law.told import number_data, number_told


@dataclass(frozen=True, slots=True)
class Side:
    """One column: a place as its chain of jurisdictions, and a day."""

    title: str
    places: tuple[str, ...]
    on: date


class CompareForm(forms.Form):
    """Two places and two days; what is left out is the whole country, today."""

    one = forms.ChoiceField(label=_("一处"), required=False)
    on_one = forms.DateField(label=_("哪一天"), widget=DayInput, required=False)
    two = forms.ChoiceField(label=_("另一处"), required=False)
    on_two = forms.DateField(label=_("哪一天"), widget=DayInput, required=False)
    differ = forms.BooleanField(label=_("只看不一样的"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        packs = {row.jurisdiction for row in held().rows}
        wide = sorted(key for key in packs if not key.startswith(OWN))
        self.chains: dict[str, tuple[str, ...]] = {key: (key,) for key in wide}
        titles = {key: _pack_title(key) for key in wide}
        for community in communities():
            self.chains[community.code] = jurisdictions_of(community)
            titles[community.code] = community.name
        fields: Any = self.fields
        for name in ("one", "two"):
            fields[name].choices = list(titles.items())
        self.titles = titles

    def sides(self, today: date) -> tuple[Side, Side]:
        """The two columns; of what is wrong or missing the usual."""
        told = self.cleaned_data if self.is_valid() else {}
        found = []
        for name in ("one", "two"):
            key = told.get(name) or NATIONAL
            on = told.get(f"on_{name}") or today
            found.append(Side(self.titles[key], self.chains[key], on))
        return found[0], found[1]


@public
@require_safe
def compare(request: Visit) -> HttpResponse:
    """Every number as it holds in one place on one day, beside another; what differs is marked."""
    today = timezone.localdate()
    given = request.GET.copy()
    for name, usual in (("one", NATIONAL), ("two", NATIONAL)):
        given.setdefault(name, usual)
    for name in ("on_one", "on_two"):
        given.setdefault(name, today.isoformat())
    form = CompareForm(given)
    one, two = form.sides(today)
    lines = [_line(rule, one, two) for rule in sorted(held().rules)]
    lines = [line for line in lines if line["left"] or line["right"]]
    differing = sum(1 for line in lines if line["differs"])
    if form.is_valid() and form.cleaned_data["differ"]:
        lines = [line for line in lines if line["differs"]]
    context = {
        "form": form,
        "one": one,
        "two": two,
        "subjects": _by_subject(lines),
        "differing": differing,
    }
    return answer(
        request,
        "portal/law/compare.html",
        context,
        json=lambda: {
            "one": {"places": one.places, "on": one.on},
            "two": {"places": two.places, "on": two.on},
            "numbers": [
                {
                    "rule": line["rule"],
                    "differs": line["differs"],
                    "one": number_data(line["row_one"]) if line["row_one"] else None,
                    "two": number_data(line["row_two"]) if line["row_two"] else None,
                }
                for line in lines
            ],
        },
    )


def _line(rule: str, one: Side, two: Side) -> dict[str, Any]:
    left = held().in_force(rule, one.on, one.places)
    right = held().in_force(rule, two.on, two.places)
    return {
        "rule": rule,
        "title": tell_rule(rule),
        "row_one": left,
        "row_two": right,
        "left": number_told(left) if left else None,
        "right": number_told(right) if right else None,
        "differs": _value(left) != _value(right),
    }


def _value(row: Parameter | None) -> Any:
    # The type beside the value: True is not 1, which a count might be.
    return None if row is None else (type(row.value), row.value, row.unit)


def _pack_title(key: str) -> str:
    if is_example(key):
        return f"{key} · {_('示例')}"
    title = in_language(place_title(key))
    return title if title != key else tell_place(key)


def _by_subject(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    groups: dict[str, list[dict[str, Any]]] = {key: [] for key in subjects()}
    for line in lines:
        groups[subject_of(line["rule"])[0]].append(line)
    return [
        {"key": key, "title": in_language(subject_of(found[0]["rule"])[1]), "lines": found}
        for key, found in groups.items()
        if found
    ]
