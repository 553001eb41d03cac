"""Hours, corrections, certificates, and what leaves the house."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.lib.identity.ids import new_id
from linli.service.volunteering import words
from linli.service.volunteering.forms.calls import PUBLIC, VolunteerWords
from linli.service.volunteering.models import Shift
from linli.service.volunteering.queries.coming import minutes_of
from linli.service.volunteering.queries.shifts import Serving
from linli.service.volunteering.queries.volunteers import name_of


class ConfirmForm(forms.Form):
    """How long each of those on a shift served, on one page; nothing for who did not come."""

    evaluation = forms.ChoiceField(
        label=_("这一班完成得怎样"), choices=words.EVALUATIONS, widget=forms.RadioSelect,
        initial="as_agreed", help_text=_("说的是这一班的事，不是给人打分。"),
    )  # fmt: skip

    def __init__(self, *args: Any, shift: Shift, serving: Sequence[Serving], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        came = minutes_of(shift)
        # Once somebody was marked, whoever was not is not taken to have been there all the time.
        unmarked = 0 if came or shift.confirmed_at else shift.occasion.minutes
        for each in serving:
            if each.volunteer is None:
                continue
            self.fields[f"m_{each.signup.pk}"] = forms.IntegerField(
                label=_("{name}：服务了多少分钟").format(name=name_of(each.volunteer)),
                min_value=0,
                max_value=shift.occasion.minutes,
                initial=came.get(each.signup.pk, unmarked),
                help_text=_("路上的时间不算；没有来的写 0。"),
            )
        self.order_fields([*(name for name in self.fields if name != "evaluation"), "evaluation"])

    @property
    def minutes(self) -> dict[UUID, int]:
        """As the act takes it."""
        return {
            UUID(name[2:]): said
            for name, said in self.cleaned_data.items()
            if name.startswith("m_")
        }


class CorrectForm(VolunteerWords):
    """What a service becomes, and why."""

    public = ("reason",)

    hours = forms.DecimalField(
        label=_("应当是多少小时"), min_value=0, max_value=24, decimal_places=1, max_digits=3
    )
    reason = forms.CharField(
        label=_("为什么更正"), max_length=200, help_text=_("写在本人的记录里；不写人的姓名和电话。")
    )

    def clean_hours(self) -> int:
        halves = self.cleaned_data["hours"] * 2
        if halves != int(halves):
            raise forms.ValidationError(_("只记整小时和半小时。"))
        return int(halves)


class PeriodForm(forms.Form):
    """A period; the last twelve months, where nothing else is said."""

    since = forms.DateField(label=_("从哪天起"), widget=DayInput())
    until = forms.DateField(label=_("到哪天为止"), widget=DayInput())
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        today: date = timezone.localdate()
        start = {"since": today - timedelta(days=365), "until": today}
        kwargs["initial"] = {**start, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class IssueForm(forms.Form):
    """Who answers for a certificate: both stand on it."""

    handler = forms.CharField(label=_("经办人"), max_length=40)
    responsible = forms.CharField(label=_("负责人"), max_length=40)


class RevokeForm(VolunteerWords):
    """Why a certificate is revoked."""

    public = ("reason",)

    reason = forms.CharField(label=_("作废的原因"), max_length=200, help_text=PUBLIC)


class CheckForm(forms.Form):
    """Number and code of a certificate."""

    number = forms.CharField(label=_("证明编号"), max_length=20)
    code = forms.CharField(label=_("校验码"), max_length=40)


class ExportForm(PeriodForm):
    """Which period leaves the house, and what for."""

    purpose = forms.CharField(
        label=_("做什么用"),
        max_length=100,
        help_text=_("会写进名单上每个人的查阅记录，本人看得到。"),
    )
    field_order = ("since", "until", "purpose")
