"""What is typed about seasons."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.dateformat import time_format
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import StepForm, tell_at
from linli.culture.facilities.actions.season import Drafted, Wanted
from linli.culture.facilities.forms.days import DayField
from linli.culture.facilities.forms.told import (
    PUBLIC_WORDS,
    OnceForm,
    ToldForm,
    contact_fields,
    several_lines,
)
from linli.culture.facilities.models import Facility, Season, SeasonSlot
from linli.culture.facilities.models.season import FOR_WHOM, WEEKDAYS
from linli.lib.law import Finding


class TimeInput(forms.TimeInput):
    """A time picked by the browser."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class SeasonForm(OnceForm):
    """A season as it is drafted."""

    public = ("title", "note")

    title = forms.CharField(label=_("名称"), max_length=60, help_text=_("例如：2027 年春季"))
    since = DayField(label=_("从哪天起"))
    until = DayField(label=_("到哪天为止"))
    wishes_until = DayField(label=_("志愿收到哪天"), help_text=_("要在学季开始以前。"))
    wishes_most = forms.IntegerField(
        label=_("每个团队最多填几个志愿"), min_value=1, max_value=10, initial=3
    )
    slots_most = forms.IntegerField(
        label=_("每个团队最多分到几个时段"), min_value=1, max_value=5, initial=2
    )
    note = forms.CharField(
        label=_("说明"), max_length=300, required=False, widget=several_lines(300),
        help_text=PUBLIC_WORDS,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        since, until, last = (said.get(name) for name in ("since", "until", "wishes_until"))
        if since and until and last:
            tell_at(self, "since", Finding(last < since <= until, "facilities.season_days"))
        return said

    @property
    def drafted(self) -> Drafted:
        """The season as the act takes it."""
        return Drafted(**{name: each for name, each in self.cleaned_data.items() if name != "once"})


class SlotForm(OnceForm):
    """Slots of one facility, on several weekdays at the same hours."""

    facility = forms.ModelChoiceField(
        label=_("场地"), queryset=Facility.objects.none(), empty_label=_("请选择")
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("星期几"), choices=WEEKDAYS, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    starts = forms.TimeField(label=_("几点开始"), widget=TimeInput())
    ends = forms.TimeField(label=_("几点结束"), widget=TimeInput())

    def __init__(self, *args: Any, facilities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["facility"]
        field.queryset = facilities

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("starts") and said.get("ends"):
            fine = said["starts"] < said["ends"]
            tell_at(self, "ends", Finding(fine, "facilities.season_slot_order"))
        return said


class WishForm(ToldForm):
    """A group's wishes in the order of preference."""

    public = ("group_name", "purpose")

    group_name = forms.CharField(label=_("团队名称"), max_length=60)
    named = forms.BooleanField(label=_("同意公开团队名称（不勾就只写编号）"), required=False)
    purpose = forms.CharField(label=_("做什么用"), max_length=80, help_text=PUBLIC_WORDS)
    for_whom = forms.ChoiceField(label=_("给谁"), choices=FOR_WHOM)
    size = forms.IntegerField(label=_("大约多少人"), min_value=1, max_value=2000)
    step_free = forms.BooleanField(label=_("要无台阶（有人坐轮椅或走不了台阶）"), required=False)

    def __init__(
        self, *args: Any, season: Season, slots: Sequence[SeasonSlot], by_desk: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by_desk, self.most = by_desk, season.wishes_most
        choices = [("", _("不填")), *((str(slot.pk), told_slot(slot)) for slot in slots)]
        for rank in range(1, self.most + 1):
            self.fields[f"wish_{rank}"] = forms.ChoiceField(
                label=_("第 {rank} 志愿").format(rank=rank), choices=choices, required=rank == 1
            )
        contact_fields(self, by_desk=by_desk)
        self.fields["once"] = OnceForm.base_fields["once"]

    @property
    def wanted(self) -> Wanted:
        """The wishes as the act takes them."""
        said = self.cleaned_data
        chosen = [said[f"wish_{rank}"] for rank in range(1, self.most + 1)]
        return Wanted(
            group_name=said["group_name"], purpose=said["purpose"], size=said["size"],
            slots=[UUID(each) for each in chosen if each], for_whom=said["for_whom"],
            step_free=said["step_free"], named=said["named"], name=said["name"],
            phone=said["phone"], by_desk=self.by_desk,
        )  # fmt: skip


class DrawForm(StepForm):
    """The lot is drawn, with a number somebody in the room calls out."""

    called = forms.CharField(
        label=_("当众报的数"),
        max_length=20,
        required=False,
        help_text=_("请在场的人随口报一个数：这样保管种子的人也定不了结果。没有人在场可以空着。"),
    )


def told_slot(slot: SeasonSlot) -> str:
    """A slot in one line."""
    hours = f"{time_format(slot.starts, 'H:i')}–{time_format(slot.ends, 'H:i')}"
    return f"{slot.number}. {slot.get_weekday_display()} {hours} · {slot.facility.name}"
