"""The register at the desk: what a facility is, when it is open, out of service."""

from datetime import date, datetime, time
from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.queries import bodies_of
from linli.core.files.rules import LIMITS
from linli.core.pages.fields import FileDrop, YuanField
from linli.core.pages.steps import StepForm
from linli.culture.facilities.actions.register import TOLD
from linli.culture.facilities.forms.days import DayField
from linli.culture.facilities.models import Facility
from linli.culture.facilities.models.facility import FUNCTIONS, KINDS
from linli.culture.facilities.rules import clock_of, hours_read
from linli.lib.calendar import SHANGHAI

WEEKDAYS = (
    _("星期一"), _("星期二"), _("星期三"), _("星期四"), _("星期五"), _("星期六"), _("星期日"),
)  # fmt: skip
LOOKED = [("", _("还没有看过")), ("yes", _("看过，有")), ("no", _("看过，没有"))]
MOST = {"people_most": 100_000, "days_ahead": 366, "minutes_most": 1440, "set_up": 240}
"""No community needs more, and the columns hold no more of it."""
_SAYS = {"yes": True, "no": False}


class SquareMetres(forms.DecimalField):
    """An area as it is typed, with at most two decimals; cleans to hundredths, or None."""

    def __init__(self, label: Any) -> None:
        super().__init__(
            label=label,
            required=False,
            min_value=0,
            max_digits=9,
            max_value=20_000_000,
            decimal_places=2,
        )

    def clean(self, value: Any) -> Any:
        metres = super().clean(value)
        return None if metres is None else int(metres * 100)

    def prepare_value(self, value: Any) -> Any:
        return f"{value / 100:.2f}" if isinstance(value, int) else value


class LookedAt(forms.ChoiceField):
    """How it is: looked at, and there or not; nobody has looked yet is not no."""

    def __init__(self, label: Any) -> None:
        super().__init__(label=label, choices=LOOKED, required=False)

    def clean(self, value: Any) -> Any:
        return _SAYS.get(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no", None: ""}.get(value, value)


class FacilityForm(forms.ModelForm):
    """What is said of a facility."""

    functions = forms.MultipleChoiceField(
        label=_("用途"), choices=FUNCTIONS, widget=forms.CheckboxSelectMultiple
    )
    area = SquareMetres(_("建筑面积（平方米）"))
    residents_area = SquareMetres(_("其中居民活动面积（平方米）"))
    elder_area = SquareMetres(_("其中养老服务面积（平方米）"))
    step_free = LookedAt(_("无台阶入口"))
    toilet = LookedAt(_("无障碍卫生间"))
    hearing = LookedAt(_("助听设备"))
    fen_hour = YuanField(label=_("每小时收多少（元）"), max_value=100_000)
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    class Meta:
        model = Facility
        fields: ClassVar = [
            "name", "kind", "functions", "where", "owner", "body", "area", "residents_area",
            "elder_area", "people_most", "step_free", "toilet", "hearing", "access_note",
            "conditions", "quiet_from", "price", "fen_hour", "bookable", "by_residents",
            "needs_approval", "days_ahead", "minutes_most", "with_key", "set_up",
            "through_holidays", "listed", "lon", "lat",
        ]  # fmt: skip
        widgets: ClassVar = {
            "quiet_from": forms.TimeInput({"type": "time"}, format="%H:%M"),
            "conditions": forms.Textarea({"rows": 4, "maxlength": 2000}),
        }
        labels: ClassVar = {
            "body": _("哪个单位的"), "lon": _("经度（可以不填）"), "lat": _("纬度（可以不填）"),
            "listed": _("写在公开的场地清单上"),
        }  # fmt: skip

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        row = kwargs.get("instance")
        if row is not None:
            fen = None if row.fen_hour is None else f"{row.fen_hour / 100:.2f}"
            kwargs["initial"] = {"seen": row.version, "fen_hour": fen}
        super().__init__(*args, **kwargs)
        for name, most in MOST.items():
            number: Any = self.fields[name]
            number.max_value = most
            number.validators.append(MaxValueValidator(most))
            number.widget.attrs["max"] = most
        body: Any = self.fields["body"]
        body.queryset = bodies_of(community, timezone.localdate())
        body.empty_label = _("没有登记的单位")

    def validate_constraints(self) -> None:
        """The act asks; its refusal says what to do."""

    def _post_clean(self) -> None:
        """The row is written by the act, not by the form."""

    @property
    def given(self) -> dict[str, Any]:
        """What the act is given."""
        return {name: value for name, value in self.cleaned_data.items() if name in TOLD}


class NewFacilityForm(FacilityForm):
    """A new facility, with the hall it is a part of and its hours on every day."""

    whole = forms.ModelChoiceField(
        label=_("是哪个大厅分出来的一间"), queryset=None, required=False,
        empty_label=_("不是，单独一处"),
    )  # fmt: skip
    hours = forms.CharField(
        label=_("每天的开放时间"),
        required=False,
        help_text=_(
            "例如 9:00-12:00 14:00-21:30；过半夜的写 18:00-次日2:00。每天不同的，下一步再改。"
        ),
    )

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, community=community, **kwargs)
        whole: Any = self.fields["whole"]
        whole.queryset = Facility.objects.filter(
            community=community, whole__isnull=True, withdrawn_at__isnull=True
        )

    def clean_hours(self) -> Any:
        return _hours(self.cleaned_data["hours"])

    @property
    def weekly(self) -> dict[int, list[tuple[int, int]]]:
        """The same hours on every day."""
        return dict.fromkeys(range(7), self.cleaned_data["hours"])


class HoursForm(forms.Form):
    """The hours of each weekday, as one writes them on a door."""

    def __init__(self, *args: Any, facility: Facility, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows: dict[int, list[str]] = {}
        for row in facility.hours.all():
            told = f"{clock_of(row.opens)}-{clock_of(row.closes)}"
            rows.setdefault(row.weekday, []).append(told)
        for number, title in enumerate(WEEKDAYS):
            self.fields[f"day{number}"] = forms.CharField(
                label=title, required=False, initial=" ".join(rows.get(number, ())),
                help_text=_("空着就是不开。") if number == 0 else "",
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        weekly = {}
        for number in range(7):
            try:
                weekly[number] = _hours(said.get(f"day{number}", ""))
            except forms.ValidationError as error:
                self.add_error(f"day{number}", error)
        return {"weekly": weekly}


class OtherHoursForm(forms.Form):
    """Some days are closed, or open at other hours."""

    since = DayField(label=_("从哪天"))
    until = DayField(label=_("到哪天（含）"))
    reason = forms.CharField(label=_("原因（大家都看得到）"), max_length=200)
    hours = forms.CharField(
        label=_("这几天的开放时间"), required=False, help_text=_("空着就是不开。例如 18:00-22:00。")
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        since, until = said.get("since"), said.get("until")
        if since and until and until < since:
            self.add_error("until", _("要在开始那天以后。"))
        if "hours" in said:
            try:
                spans = _hours(said.pop("hours"))
            except forms.ValidationError as error:
                self.add_error("hours", error)
            else:
                if len(spans) > 1:
                    self.add_error("hours", _("这里只写一段时间。"))
                said["opens"], said["closes"] = spans[0] if spans else (None, None)
        return said


class OutForm(forms.Form):
    """Out of service: why, and until when if that is known."""

    reason = forms.CharField(label=_("为什么停用（大家都看得到）"), max_length=200)
    until = DayField(label=_("预计停到哪天（含，不知道就不填）"), required=False)

    def clean_until(self) -> Any:
        day: date | None = self.cleaned_data["until"]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError(_("要在今天以后。"))
        return None if day is None else datetime.combine(day, time.max, tzinfo=SHANGHAI)


class PhotoForm(forms.Form):
    """A photograph of the place."""

    photo = forms.FileField(
        label=_("照片（只拍地方，不拍人）"),
        widget=FileDrop(
            accept=("image/jpeg", "image/png"), kinds=_("JPG、PNG 照片"), most=LIMITS["photo"]
        ),
    )


class ReasonForm(StepForm):
    """Why not."""

    reason = forms.CharField(
        label=_("理由（申请的人看得到）"), max_length=300,
        widget=forms.Textarea({"rows": 3, "maxlength": 300}),
    )  # fmt: skip


class SureForm(forms.Form):
    """Nothing to say but yes."""


class FilterForm(forms.Form):
    """What the list is narrowed down by."""

    kind = forms.ChoiceField(label=_("类别"), choices=[("", _("全部")), *KINDS], required=False)
    use = forms.ChoiceField(label=_("用途"), choices=[("", _("全部")), *FUNCTIONS], required=False)
    step_free = forms.BooleanField(label=_("无台阶"), required=False)
    free = forms.BooleanField(label=_("现在空着"), required=False)


def _hours(text: str) -> list[tuple[int, int]]:
    found = hours_read(text)
    if found is None:
        raise forms.ValidationError(_("看不懂。请写成 9:00-12:00 14:00-21:30，几段之间不能重叠。"))
    return found
