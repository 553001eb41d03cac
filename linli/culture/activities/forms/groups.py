"""Groups, their dates and hours as they are typed."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.culture.activities.actions.groups import Hours, Registered
from linli.culture.activities.forms.learning import (
    AT_THE_DESK,
    PUBLIC_WORDS,
    ClockInput,
    OfRegisterForm,
    OnceForm,
    ToldForm,
    a_day,
    several_lines,
)
from linli.culture.activities.words_learning import GROUP_KINDS, RHYTHMS
from linli.lib.calendar.series import Series, SeriesTooLong

MOST_DATES = 60


class HoursForm(ToldForm):
    """Hours and volume that were agreed with those who live round the place."""

    public = ("with_whom",)

    since = forms.TimeField(label=_("商定几点以后"), widget=ClockInput())
    until = forms.TimeField(label=_("商定几点以前"), widget=ClockInput())
    with_whom = forms.CharField(
        label=_("和谁商定的、怎么控制音量"), max_length=200, help_text=PUBLIC_WORDS
    )


class GroupForm(OfRegisterForm):
    """A group, with the consent of its leader."""

    named_in = "leader_name"

    public = ("title", "about", "place", "with_whom")

    title = forms.CharField(label=_("叫什么"), max_length=60)
    kind = forms.ChoiceField(label=_("哪一类"), choices=GROUP_KINDS)
    about = several_lines(_("做什么、欢迎谁"), PUBLIC_WORDS, most=300)
    place = forms.CharField(label=_("在哪里活动"), max_length=80)
    leader_name = forms.CharField(
        label=_("负责人"), max_length=40, help_text=_("加密保存，不公开。")
    )
    way = forms.ChoiceField(label=_("负责人怎么同意登记的"), choices=AT_THE_DESK[1:])
    witness = forms.CharField(
        label=_("在场作证的人"), max_length=40, required=False, help_text=_("口头同意的要写。")
    )
    leader_phone = forms.CharField(label=_("负责人电话"), max_length=20, required=False)
    show_phone = forms.BooleanField(
        label=_("负责人勾了：电话可以公开"),
        required=False,
        help_text=_("不勾的，想联系的人到居委会问。"),
    )
    since = forms.TimeField(
        label=_("商定几点以后"),
        widget=ClockInput(),
        required=False,
        help_text=_("广场舞要填：先和周围邻居商定时段和音量。"),
    )
    until = forms.TimeField(label=_("商定几点以前"), widget=ClockInput(), required=False)
    with_whom = forms.CharField(label=_("和谁商定的、怎么控制音量"), max_length=200, required=False)

    @property
    def registered(self) -> Registered:
        """The group, as the act takes one."""
        said = self.cleaned_data
        names = (
            "title", "kind", "about", "place", "leader_name", "way", "witness", "leader_phone",
            "show_phone", "person",
        )  # fmt: skip
        hours = Hours(said["since"], said["until"], said["with_whom"])
        return Registered(**{name: said[name] for name in names}, hours=hours)


class MeetingsForm(OnceForm):
    """Dates of a group, as one series."""

    first = a_day(_("第一次是哪天"))
    starts = forms.TimeField(label=_("几点开始"), widget=ClockInput())
    minutes = forms.IntegerField(label=_("多少分钟"), min_value=10, max_value=720, initial=90)
    every = forms.ChoiceField(label=_("多久一次"), choices=RHYTHMS, initial="week")
    until = a_day(_("排到哪天"), required=False, help_text=_("只一次的不填。"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        if said["every"] != "once" and said["until"] is None:
            self.add_error("until", _("请填排到哪天。"))
            return said
        try:
            said["spans"] = Series(
                first=said["first"], starts=said["starts"], minutes=said["minutes"],
                every=said["every"], until=said["until"],
            ).spans()  # fmt: skip
        except SeriesTooLong:
            self.add_error("until", _("日子太多了，请分几次排。"))
        if len(said.get("spans", ())) > MOST_DATES:
            self.add_error("until", _("日子太多了，请分几次排。"))
        return said

    @property
    def spans(self) -> list[tuple[datetime, datetime]]:
        """From when until when each date lasts."""
        found: list[tuple[datetime, datetime]] = self.cleaned_data["spans"]
        return found


class JoinForm(OnceForm):
    """How somebody wishes to be called in the group."""

    called = forms.CharField(
        label=_("组里怎么称呼您"),
        max_length=20,
        help_text=_("只有组员看得到，排值日用；不用写全名。离开就删除。"),
    )
