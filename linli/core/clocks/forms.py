"""The form that says what one day is."""

from typing import ClassVar

from django import forms

from linli.core.clocks.models import CalendarDay
from linli.core.pages.fields import DayInput


class DayForm(forms.ModelForm):
    """One day of the work calendar."""

    class Meta:
        model = CalendarDay
        fields: ClassVar = ["on", "kind", "name", "source"]
        widgets: ClassVar = {"on": DayInput}
