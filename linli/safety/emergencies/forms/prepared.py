"""What is typed to be prepared."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.fields import DayInput
from linli.safety.emergencies.actions.contacts import Listed
from linli.safety.emergencies.actions.drills import Planned
from linli.safety.emergencies.actions.supplies import Drawn, Stored
from linli.safety.emergencies.forms.shared import (
    PUBLIC_WORDS,
    SEALED,
    OnceForm,
    PlaceChoice,
    pointed_places,
    several_lines,
)
from linli.safety.emergencies.models import Contact, Incident
from linli.safety.emergencies.models.contacts import CONTACT_KINDS, RESULTS
from linli.safety.emergencies.models.drills import DRILL_KINDS
from linli.safety.emergencies.models.places import RISKS
from linli.safety.emergencies.models.supplies import WAYS


def _contacts(community: Any) -> Any:
    return Contact.objects.filter(community=community, withdrawn_at__isnull=True)


class OfCommunity(OnceForm):
    """A form that offers what this community has; `seen`: the version that was looked at."""

    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(self, *args: Any, community: Any, row: Any = None, **kwargs: Any) -> None:
        if row is not None:
            kwargs["initial"] = {"seen": row.version, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.community, self.row = community, row
        self.offer()

    def offer(self) -> None:
        """Offers what this community has."""


class ContactForm(OfCommunity):
    """A line of the call tree."""

    public = ("duty",)

    kind = forms.ChoiceField(label=_("类别"), choices=CONTACT_KINDS)
    duty = forms.CharField(label=_("单位或职责"), max_length=60, help_text=PUBLIC_WORDS)
    name = forms.CharField(label=_("姓名"), max_length=40, required=False, help_text=SEALED)
    phone = forms.CharField(label=_("电话"), max_length=30, required=False, help_text=SEALED)
    office_phone = forms.CharField(label=_("单位公开电话"), max_length=30, required=False)
    told = forms.BooleanField(label=_("公开这个单位电话"), required=False)
    agreed_on = forms.DateField(
        label=_("本人同意公开手机号的日期"), required=False,
        widget=DayInput(),
        help_text=_("公开的是座机就不用填。"),
    )  # fmt: skip
    caller = forms.ModelChoiceField(
        label=_("由谁通知"), queryset=Contact.objects.none(), required=False,
        empty_label=_("最先打的"),
    )  # fmt: skip
    stand_in = forms.ModelChoiceField(
        label=_("没接由谁替"), queryset=Contact.objects.none(), required=False,
        empty_label=_("没有替补"),
    )  # fmt: skip

    def offer(self) -> None:
        rows = _contacts(self.community)
        if self.row is not None:
            rows = rows.exclude(pk=self.row.pk)
        for name in ("caller", "stand_in"):
            field: Any = self.fields[name]
            field.queryset = rows

    @property
    def listed(self) -> Listed:
        """The line as the act takes it."""
        return Listed(**self.said())


class CallForm(OnceForm):
    """What became of a call."""

    result = forms.ChoiceField(label=_("结果"), choices=RESULTS, widget=forms.RadioSelect)


class NightForm(OfCommunity):
    """Who has a night."""

    on = forms.DateField(label=_("哪一天的夜里"), widget=DayInput())
    first = forms.ModelChoiceField(label=_("谁值班"), queryset=Contact.objects.none())
    second = forms.ModelChoiceField(
        label=_("没接由谁替"), queryset=Contact.objects.none(), required=False,
        empty_label=_("没有替补"),
    )  # fmt: skip

    def offer(self) -> None:
        self.fields["on"].disabled = self.row is not None
        for name in ("first", "second"):
            field: Any = self.fields[name]
            field.queryset = _contacts(self.community).exclude(kind__in=("office", "utility"))


class PlacedForm(OfCommunity):
    """Where something lies: by a building, or by its own point."""

    place = PlaceChoice(label=_("在哪个小区、哪栋楼旁边"), required=False)
    lon = forms.DecimalField(
        label=_("经度"), max_digits=9, decimal_places=6, required=False,
        help_text=_("不填就用楼栋的位置。坐标系和“便民地图”一样。"),
    )  # fmt: skip
    lat = forms.DecimalField(label=_("纬度"), max_digits=9, decimal_places=6, required=False)

    def offer(self) -> None:
        field: Any = self.fields["place"]
        field.queryset = pointed_places(self.community)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if (said.get("lon") is None) != (said.get("lat") is None):
            self.add_error("lat", _("经度和纬度要一起填。"))
        return said


class RiskForm(PlacedForm):
    """A place where something may happen."""

    public = ("title", "advice")

    kind = forms.ChoiceField(label=_("风险类型"), choices=RISKS)
    title = forms.CharField(label=_("地点"), max_length=60, help_text=PUBLIC_WORDS)
    advice = forms.CharField(
        label=_("怎么办"), max_length=300, widget=several_lines(300), help_text=PUBLIC_WORDS
    )

    field_order = ("kind", "title", "advice", "place", "lon", "lat")


class ShelterForm(PlacedForm):
    """A shelter."""

    public = ("title", "where", "keys")

    title = forms.CharField(label=_("名称"), max_length=60, help_text=PUBLIC_WORDS)
    where = forms.CharField(label=_("在哪里、怎么走"), max_length=160)
    capacity = forms.IntegerField(label=_("能容纳多少人"), min_value=1, max_value=30000)
    step_free = forms.BooleanField(label=_("轮椅进得去"), required=False)
    pets = forms.BooleanField(label=_("可以带宠物"), required=False)
    power = forms.BooleanField(label=_("有备用电"), required=False)
    opened_by = forms.ModelChoiceField(
        label=_("谁开门"), queryset=Contact.objects.none(), required=False
    )
    keys = forms.CharField(
        label=_("钥匙在哪里"), max_length=120, required=False,
        help_text=_("只有值守的人看得到；不写姓名。"),
    )  # fmt: skip

    field_order = ("title", "where", "capacity", "step_free", "pets", "power", "opened_by", "keys")

    def offer(self) -> None:
        super().offer()
        field: Any = self.fields["opened_by"]
        field.queryset = _contacts(self.community)


class SupplyForm(OfCommunity):
    """A sort of thing in store."""

    public = ("title", "where")

    title = forms.CharField(label=_("物资"), max_length=60)
    measure = forms.CharField(label=_("单位（个、箱、袋）"), max_length=10)
    where = forms.CharField(label=_("存放地点"), max_length=80)
    minimum = forms.IntegerField(label=_("最少要有"), min_value=0, max_value=1_000_000, initial=0)
    expires_on = forms.DateField(label=_("最早到期"), required=False, widget=DayInput())

    @property
    def stored(self) -> Stored:
        """The sort as the act takes it."""
        return Stored(**self.said())


class SlipForm(OfCommunity):
    """In, out, or counted."""

    public = ("what",)

    way = forms.ChoiceField(
        label=pgettext_lazy("stock", "进出"), choices=WAYS, widget=forms.RadioSelect
    )
    amount = forms.IntegerField(label=_("数量"), min_value=0, max_value=1_000_000)
    on = forms.DateField(label=pgettext_lazy("stock", "哪天"), widget=DayInput())
    what = forms.CharField(
        label=_("做什么用"), max_length=120, required=False, help_text=PUBLIC_WORDS
    )
    expires_on = forms.DateField(label=_("这一批到期"), required=False, widget=DayInput())
    incident = forms.ModelChoiceField(
        label=_("为哪件突发事件"), queryset=Incident.objects.none(), required=False
    )

    def offer(self) -> None:
        field: Any = self.fields["incident"]
        field.queryset = Incident.objects.filter(community=self.community).exclude(
            state="destroyed"
        )

    @property
    def drawn(self) -> Drawn:
        """The slip as the act takes it."""
        return Drawn(**self.said())


class DrillForm(OfCommunity):
    """A drill to come."""

    public = ("title", "where", "plan")

    kind = forms.ChoiceField(label=_("演练内容"), choices=DRILL_KINDS)
    title = forms.CharField(label=_("名称"), max_length=80, help_text=PUBLIC_WORDS)
    on = forms.DateField(label=_("哪一天"), widget=DayInput())
    where = forms.CharField(label=_("在哪里"), max_length=120)
    plan = forms.CharField(
        label=_("怎么演练"), max_length=1000, required=False, widget=several_lines(1000, 5)
    )

    @property
    def planned(self) -> Planned:
        """The drill as the act takes it."""
        return Planned(**self.said())


class HeldForm(OfCommunity):
    """How a drill went: counts only."""

    on = forms.DateField(label=_("实际哪天"), widget=DayInput())
    present = forms.IntegerField(label=_("到场人数"), min_value=0, max_value=100_000)
    homes = forms.IntegerField(label=_("参加户数"), min_value=0, max_value=100_000)
    minutes = forms.IntegerField(label=_("用了几分钟"), min_value=1, max_value=1440)


class LessonForm(OfCommunity):
    """One lesson."""

    public = ("found", "change")

    found = forms.CharField(label=_("发现什么"), max_length=200, help_text=PUBLIC_WORDS)
    change = forms.CharField(label=_("要改什么"), max_length=100)
    due_on = forms.DateField(label=_("什么时候以前"), widget=DayInput())
