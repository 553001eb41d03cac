"""The form of a day-care sheet: a name as its bearer wants it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.service.casework.forms.care import line


class ComesForm(forms.Form):
    """One who came."""

    name = line(_("谁来了"), required=True, most=20, help_text=_("老人想怎么叫就怎么写。"))

    def __init__(self, *args: Any, known: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known or []
