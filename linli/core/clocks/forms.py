"""The form that says what one day is."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import CalendarDay
from linli.core.pages.fields import DayInput


class DayForm(forms.ModelForm):
    """One day of the work calendar."""

    class Meta:
        model = CalendarDay
        fields: ClassVar = ["on", "kind", "name", "source"]
        widgets: ClassVar = {"on": DayInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["kind"]
        field.choices = [("", _("请选择")), *CalendarDay.KINDS]
