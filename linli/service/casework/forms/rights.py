"""The forms of rights help: parsed, and nothing decided."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from linli.service.casework.forms.care import area, day, line
from linli.service.casework.models import Referral
from linli.service.casework.models.rights import ADVISERS, OUTCOMES
from linli.service.casework.routes import BY_KEY, ROUTE_CHOICES, ROUTES
from linli.service.casework.rules import rights as rules


class RouteForm(forms.Form):
    """Which way, and from when its time runs."""

    route = forms.ChoiceField(label=_("哪条路"), choices=ROUTE_CHOICES, widget=forms.RadioSelect)
    since = day(_("从哪天起算"), required=False)
    next_step = area(_("下一步做什么、带什么"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        starts = format_html_join(
            "", "<br>{}：{}", ((each.title, each.since) for each in ROUTES if each.asked_within)
        )
        differ = _("下面这几条路要写，起算的日子各不一样；别的路可以不写。")
        self.fields["since"].help_text = format_html("{}{}", differ, starts)

    def clean(self) -> Any:
        """The ways with a last day need the day it is counted from."""
        given = super().clean() or self.cleaned_data
        route = BY_KEY.get(given.get("route", ""))
        if route and route.asked_within and not given.get("since") and "since" not in self.errors:
            self.add_error("since", _("这条路有最后一天，要写从哪天起算。"))
        return given


class TakenForm(forms.Form):
    """Handed in: where, when, by whom."""

    to = line(_("交到了哪里"), required=True, most=120)
    on = day(_("哪天交的"))
    referral = forms.ChoiceField(
        label=_("谁去交的"), required=False, help_text=_("我们转介的，选那一次转介。")
    )

    def __init__(self, *args: Any, referrals: list[Referral], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.referrals = {str(row.pk): row for row in referrals}
        field: Any = self.fields["referral"]
        field.choices = [
            ("", _("本人去的")),
            *((key, f"{row.to} · {row.purpose}"[:60]) for key, row in self.referrals.items()),
        ]

    def given(self) -> dict[str, Any]:
        """What the act is given."""
        data = self.cleaned_data
        return {
            "to": data["to"],
            "on": data["on"],
            "referral": self.referrals.get(data["referral"]),
        }


class RouteEndForm(forms.Form):
    """How the way ended."""

    outcome = forms.ChoiceField(label=_("怎么样"), choices=OUTCOMES, widget=forms.RadioSelect)
    answer = area(_("结果，本人怎么看"), required=False)


class AgainForm(forms.Form):
    """The day on which it is asked again."""

    on = day(_("哪天再去问"))


class ConsultationForm(forms.Form):
    """A consultation day."""

    on = day(_("哪天"))
    opens = forms.TimeField(label=_("几点开始"), widget=forms.TimeInput(attrs={"type": "time"}))
    closes = forms.TimeField(label=_("几点结束"), widget=forms.TimeInput(attrs={"type": "time"}))
    where = line(_("在哪里"), required=True, most=80)
    adviser = line(_("谁来"), required=True, most=60, help_text=_("会公开。"))
    adviser_kind = forms.ChoiceField(label=_("身份"), choices=ADVISERS)
    verified_how = line(
        _("怎样核实的身份"),
        required=True,
        most=120,
        help_text=_("例如：看过律师执业证；法律援助中心来函。"),
    )
    numbers = forms.IntegerField(label=_("放多少个号"), min_value=1, max_value=200)

    def clean(self) -> Any:
        """What the act would refuse is said at its field, and nothing typed is lost."""
        given = super().clean() or self.cleaned_data
        on, opens, closes = given.get("on"), given.get("opens"), given.get("closes")
        if on and not rules.ahead(on, timezone.localdate()):
            self.add_error("on", _("这一天已经过去了。"))
        if opens and closes and not rules.hours_in_order(opens, closes):
            self.add_error("closes", _("结束要比开始晚。"))
        return given
