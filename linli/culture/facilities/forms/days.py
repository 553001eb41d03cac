"""Days as they are typed: none so far off that nobody can mean it."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput

BACK, AHEAD = 400, 3 * 366
A_LIFE = 60 * 366
"""How far devices reach, back to when they were put up and on to the end of their term."""


class DayField(forms.DateField):
    """A day from `back` days before today to `ahead` days after."""

    def __init__(self, *, back: int = BACK, ahead: int = AHEAD, **kwargs: Any) -> None:
        self.back, self.ahead = back, ahead
        super().__init__(widget=DayInput(), **kwargs)

    def clean(self, value: Any) -> date | None:
        day: date | None = super().clean(value)
        if day is not None and day != near(day, back=self.back, ahead=self.ahead):
            raise forms.ValidationError(_("这一天离得太远，请看看年份。"), code="far_off")
        return day


def near(day: date, *, back: int = BACK, ahead: int = AHEAD) -> date:
    """The day, or the last one on its side that is not too far off."""
    today = timezone.localdate()
    return min(max(day, today - timedelta(days=back)), today + timedelta(days=ahead))
