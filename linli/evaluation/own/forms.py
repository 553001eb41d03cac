"""An own indicator, composed of closed choices; and from when on it counts."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now, gettext_lazy as _

from linli.core.pages.wording import tell_day
from linli.evaluation.choices import OF_GROUP
from linli.evaluation.own.actions import FIELDS as FIELDS_TAKEN
from linli.evaluation.own.choices import (
    AGGREGATORS,
    BASES,
    CONSTANT,
    DIRECTIONS,
    FIELDS,
    OWNERS,
    PERIODS,
    REGISTER,
    ROOMS,
    UNITS,
)
from linli.evaluation.own.models import OwnIndicator
from linli.evaluation.sources import kinds_declared
from linli.evaluation.standards import criteria

LATEST = 3
"""How many of the next months are offered for a new version to begin with."""


class OwnForm(forms.Form):
    """Everything of a definition. Whether its parts fit each other is for the rules to say."""

    title = forms.CharField(label=_("名称"), max_length=40, help_text=_("如：上门服务的户"))
    says = forms.CharField(
        label=_("一句话说明"),
        max_length=200,
        help_text=_("居民一看就懂：数的是什么，占什么的多少。"),
    )
    source = forms.CharField(
        label=_("依据"),
        max_length=200,
        help_text=_("哪次会议定的、哪条公约或哪个标准；自己的想法就写“本社区的设计”。"),
    )
    standard = forms.ChoiceField(label=_("对应哪条标准"))
    aggregator = forms.ChoiceField(label=_("怎样数"), choices=AGGREGATORS)
    kinds = forms.MultipleChoiceField(
        label=_("数哪些记录"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("可以选几种；“（存量）”只配“期末还有多少”。保密的记录不在里面。"),
    )
    field = forms.ChoiceField(label=_("哪方面"), choices=FIELDS, required=False)
    of = forms.ChoiceField(label=_("数人还是数户"), choices=OWNERS)
    times = forms.IntegerField(
        label=_("至少几个不同的月份"),
        min_value=0,
        max_value=12,
        required=False,
        help_text=_("只在“在几个以上不同月份有记录”时填。"),
    )
    base = forms.ChoiceField(label=_("和什么比"), choices=BASES, required=False)
    base_kind = forms.ChoiceField(label=_("比哪一种"), required=False)
    base_constant = forms.IntegerField(label=_("固定的数"), min_value=1, required=False)
    unit = forms.ChoiceField(label=_("单位"), choices=UNITS)
    direction = forms.ChoiceField(label=_("怎样看"), choices=DIRECTIONS)
    worst = forms.DecimalField(
        label=_("标尺：最差"), max_digits=12, decimal_places=2, required=False
    )
    best = forms.DecimalField(
        label=_("标尺：最好"),
        max_digits=12,
        decimal_places=2,
        required=False,
        help_text=_("按单位写；不写就不设标尺。"),
    )
    every = forms.ChoiceField(label=_("多久算一次"), choices=PERIODS, required=False)
    minimum = forms.IntegerField(
        label=_("分母至少要有"),
        min_value=1,
        initial=20,
        help_text=_("不够就不算，免得几件事就晃。"),
    )
    title_en = forms.CharField(label=_("英文名称"), max_length=80, required=False)
    says_en = forms.CharField(label=_("英文说明"), max_length=300, required=False)
    source_en = forms.CharField(
        label=_("英文依据"), max_length=300, required=False, help_text=_("英文不写就显示中文。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["standard"].choices = [
            (code, f"{code} {criterion.title}") for code, criterion in criteria().items()
        ]
        offered = list(_by_room())
        fields["kinds"].choices = offered
        fields["base_kind"].choices = [("", "—"), *offered]

    def given(self) -> dict[str, Any]:
        """What was entered, as the acts take it; what does not belong to the choices made is left
        out."""
        cleaned = dict(self.cleaned_data)
        cleaned["times"] = cleaned["times"] or 0
        cleaned["base_constant"] = cleaned["base_constant"] or 1
        if cleaned["base"] != REGISTER:
            cleaned["base_kind"] = ""
        if cleaned["base"] != CONSTANT:
            cleaned["base_constant"] = 1
        return {name: cleaned[name] for name in FIELDS_TAKEN}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("base") == REGISTER and not cleaned.get("base_kind"):
            self.add_error("base_kind", _now("请选比哪一种。"))
        return cleaned


class SeenForm(forms.Form):
    """Which state of it the sender had before them."""

    seen = forms.IntegerField(widget=forms.HiddenInput(), min_value=0)


class AdoptForm(SeenForm):
    """From which day on it counts."""

    valid_from = forms.TypedChoiceField(label=_("从哪天起算"), coerce=date.fromisoformat)

    def __init__(self, on: date, before: date | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["valid_from"].choices = [
            (day.isoformat(), tell_day(day)) for day in _first_days(on, before)
        ]


def begin_own(row: OwnIndicator) -> dict[str, Any]:
    """What the form begins with."""
    return {name: getattr(row, name) for name in FIELDS_TAKEN}


def _first_days(on: date, before: date | None) -> Iterator[date]:
    if before is None:
        yield date(on.year, 1, 1)
        yield date(on.year - 1, 1, 1)
        return
    day = max(on, before)
    for _each in range(LATEST):
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        yield day


def _by_room() -> Iterator[tuple[Any, list[tuple[str, str]]]]:
    """The kinds that are open, grouped by the room they come from."""
    rooms: dict[str, list[tuple[str, str]]] = {}
    for name, kind in sorted(kinds_declared().items()):
        if kind.held_back or name == OF_GROUP:
            continue
        title = _now("{kind}（存量）").format(kind=kind.title) if kind.stock else str(kind.title)
        rooms.setdefault(name.partition(".")[0], []).append((name, title))
    for room, offered in rooms.items():
        yield ROOMS.get(room, room), offered
