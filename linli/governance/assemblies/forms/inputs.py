"""Inputs that several forms share: a day, an hour, a few lines."""

from typing import Any

from django import forms

from linli.core.pages.fields import DayInput


def day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """A day, picked or typed."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=DayInput(),
    )


def hour(label: Any) -> forms.TimeField:
    """An hour of the day."""
    return forms.TimeField(
        label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )


def lines(
    label: Any, help_text: Any = "", *, rows: int = 3, most: int = 2000, required: bool = True
) -> forms.CharField:
    """Some lines of text."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows, "maxlength": most}),
    )
