"""Fields that several forms of mediations have."""

from typing import Any

from django import forms

from linli.core.pages.fields import DayInput, MomentInput

LONG = 4000


def words(
    label: Any, help_text: Any = "", *, rows: int = 4, most: int = LONG, required: bool = True
) -> forms.CharField:
    """Several lines. Nothing of it is kept as a draft in the browser."""
    attrs = {"rows": rows, "maxlength": most, "data-no-draft": True}
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        required=required,
        widget=forms.Textarea(attrs=attrs),
    )


def line(
    label: Any, help_text: Any = "", *, most: int = 120, required: bool = True
) -> forms.CharField:
    """One line."""
    attrs = {"autocomplete": "off", "data-no-draft": True}
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        required=required,
        widget=forms.TextInput(attrs=attrs),
    )


def day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """A day."""
    widget = DayInput()
    return forms.DateField(label=label, help_text=help_text, required=required, widget=widget)


def moment(label: Any, help_text: Any = "") -> forms.DateTimeField:
    """A day and a time."""
    widget = MomentInput()
    return forms.DateTimeField(label=label, help_text=help_text, widget=widget)


def tick(label: Any, help_text: Any = "", *, required: bool = False) -> forms.BooleanField:
    """Yes or no."""
    return forms.BooleanField(label=label, help_text=help_text, required=required)


def several(label: Any, choices: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    """Several of a list."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
