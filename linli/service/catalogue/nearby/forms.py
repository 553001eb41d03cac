"""From which building, of which field; and at the desk where something is."""

from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.places.models import Place
from linli.core.places.models.point import DATUMS
from linli.core.places.queries import Pointed
from linli.service.catalogue.models.choices import BASIC_CHOICES, FIELDS

AT_BUILDING, AT_POINT, NOWHERE = "building", "point", "nowhere"


class NearForm(forms.Form):
    """What somebody looks for, and from where. A building, never a door."""

    start = forms.ChoiceField(label=_("从哪栋楼走"), required=False)
    field = forms.ChoiceField(label=_("领域"), choices=[("", _("都行")), *FIELDS], required=False)
    step_free = forms.BooleanField(label=_("无台阶"), required=False)
    open_now = forms.BooleanField(label=_("现在开着"), required=False)

    def __init__(self, data: Any, *, buildings: list[Pointed]) -> None:
        super().__init__(data)
        start: Any = self.fields["start"]
        named = [(str(each.place.pk), each.place.name_inside) for each in buildings]
        start.choices = [("", _("不选")), *named]


class MonthForm(forms.Form):
    """Which month of service days: its first day."""

    month = forms.DateField(input_formats=["%Y-%m"], required=False)


class PointFields(forms.Form):
    """Longitude first, as maps of this country give it."""

    lon = forms.DecimalField(
        label=_("经度"),
        max_digits=9,
        decimal_places=6,
        required=False,
        help_text=_("如 113.624931"),
        widget=forms.NumberInput(attrs={"step": "0.000001", "inputmode": "decimal"}),
    )
    lat = forms.DecimalField(
        label=_("纬度"),
        max_digits=9,
        decimal_places=6,
        required=False,
        help_text=_("如 34.747215"),
        widget=forms.NumberInput(attrs={"step": "0.000001", "inputmode": "decimal"}),
    )

    def _both(self, cleaned: dict[str, Any]) -> None:
        for name in ("lon", "lat"):
            if cleaned.get(name) is None and name not in self.errors:
                self.add_error(name, gettext("经度和纬度都要填。"))


class PointForm(PointFields):
    """The point of a building."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self._both(cleaned)
        return cleaned


class SpotForm(PointFields):
    """Where a service is."""

    how = forms.ChoiceField(
        label=_("在哪里"),
        widget=forms.RadioSelect,
        choices=[
            (AT_BUILDING, _("在这栋楼（用楼栋的点，楼栋的点改了跟着走）")),
            (AT_POINT, _("在这个点（图上点一下，或填经纬度）")),
            (NOWHERE, _("先不标")),
        ],
        initial=AT_BUILDING,
    )
    spot = forms.ModelChoiceField(
        label=_("哪栋楼"), queryset=Place.objects.none(), required=False, empty_label="—"
    )
    basic = forms.ChoiceField(
        label=_("属于哪一类基本服务"),
        choices=[("", _("都不是")), *BASIC_CHOICES],
        required=False,
        help_text=_("用来看出走路一刻钟以内还缺什么。"),
    )

    field_order = ("how", "spot", "lon", "lat", "basic")

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spot: Any = self.fields["spot"]
        spot.queryset = places
        spot.label_from_instance = lambda place: place.name_inside

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("how") == AT_BUILDING and not cleaned.get("spot"):
            self.add_error("spot", gettext("请选一栋楼。"))
        if cleaned.get("how") == AT_POINT:
            self._both(cleaned)
        return cleaned

    def given(self) -> dict[str, Any]:
        """What the act takes."""
        cleaned = self.cleaned_data
        given: dict[str, Any] = {"basic": cleaned["basic"]}
        if cleaned["how"] == AT_BUILDING:
            given["spot"] = cleaned["spot"]
        if cleaned["how"] == AT_POINT:
            given |= {"lon": cleaned["lon"], "lat": cleaned["lat"]}
        return given


class DatumForm(forms.Form):
    """In which coordinate system the points are."""

    datum = forms.ChoiceField(label=_("坐标系"), choices=DATUMS, widget=forms.RadioSelect)
    taken_from = forms.CharField(
        label=_("从哪里取的坐标"),
        max_length=120,
        required=False,
        help_text=_("如：高德开放平台的坐标拾取器。"),
    )


class PointsFileForm(forms.Form):
    """A GeoJSON file of buildings."""

    points = forms.FileField(
        label=_("GeoJSON 文件"),
        help_text=_("UTF-8 编码，一栋一个点，名称写在 name 里，按社区里的叫法。"),
        widget=forms.FileInput(attrs={"accept": ".geojson,.json"}),
    )
