"""Deliveries of culture and days of sport as they are typed."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.culture.activities.actions.screenings import Announced
from linli.culture.activities.forms.learning import (
    PUBLIC_WORDS,
    ClockInput,
    ToldForm,
    a_day,
    several_lines,
)
from linli.culture.activities.words_learning import DELIVERY_KINDS, SPORT_DAY_KINDS
from linli.lib.calendar.periods import SHANGHAI


class DeliveryForm(ToldForm):
    """What residents wish to be brought."""

    public = ("wished", "asked_of", "place")

    kind = forms.ChoiceField(label=_("送什么来"), choices=DELIVERY_KINDS)
    wished = forms.CharField(label=_("想看什么、为什么"), max_length=200, help_text=PUBLIC_WORDS)
    asked_of = forms.CharField(
        label=_("向哪个部门提"), max_length=80, help_text=_("例如区文化和旅游局。")
    )
    asked_on = a_day(_("哪天提的"))
    place = forms.CharField(label=_("放在哪里"), max_length=80)


class DeliveredForm(ToldForm):
    """What came."""

    public = ("shown", "deliverer")

    shown = forms.CharField(label=_("实际送了什么"), max_length=80)
    deliverer = forms.CharField(label=_("哪个单位送的"), max_length=80)
    delivered_on = a_day(_("哪天送到的"))
    came = forms.IntegerField(label=_("来了多少人"), min_value=0, max_value=100_000)


class FeedbackForm(ToldForm):
    """What residents said, for the authority."""

    public = ("feedback",)

    feedback = several_lines(_("居民说好不好、下次想要什么"), PUBLIC_WORDS)


class SportDayForm(ToldForm):
    """A day of sport."""

    public = ("title", "place", "held_with", "bring")

    kind = forms.ChoiceField(label=_("是什么日子"), choices=SPORT_DAY_KINDS)
    title = forms.CharField(label=_("名称"), max_length=60)
    on = a_day(_("哪天"), help_text=_("全民健身日是 8 月 8 日。"))
    starts = forms.TimeField(label=_("几点开始"), widget=ClockInput())
    ends = forms.TimeField(label=_("几点结束"), widget=ClockInput())
    place = forms.CharField(label=_("地点"), max_length=80)
    held_with = forms.CharField(label=_("谁来测、谁开放场地"), max_length=80)
    bring = forms.CharField(
        label=_("带什么、注意什么"), max_length=200, required=False, help_text=PUBLIC_WORDS
    )

    @property
    def announced(self) -> Announced:
        """The day, as the act takes one."""
        said: dict[str, Any] = self.cleaned_data
        starts, ends = (
            datetime.combine(said["on"], said[name], tzinfo=SHANGHAI) for name in ("starts", "ends")
        )
        return Announced(
            said["kind"], said["title"], starts, ends, said["place"], said["held_with"],
            said["bring"],
        )  # fmt: skip
