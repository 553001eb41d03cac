"""What forms of this room share: words for everybody, sent once, areas in square metres."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import PublicForm, StepForm
from linli.governance.property.actions.saying import judge_words
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding

PUBLIC_WORDS = _("大家都看得到，不写人的姓名、电话和住址。")


class ToldForm(PublicForm):
    """Words everybody will read, line by line."""

    def judge(self, words: str) -> Finding:
        for line in words.splitlines():
            if not (found := judge_words(line)):
                return found
        return judge_words("")


class OnceForm(ToldForm):
    """Carried out once, however often it is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class SeenForm(ToldForm, StepForm):
    """A step of a row somebody has been looking at."""


class SquareField(forms.DecimalField):
    """An area typed in square metres with at most two decimals; cleans to hundredths, or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=12, decimal_places=2, min_value=0, **kwargs)

    def clean(self, value: Any) -> Any:
        metres: Decimal | None = super().clean(value)
        return None if metres is None else int(metres * 100)

    def prepare_value(self, value: Any) -> Any:
        return Decimal(value) / 100 if isinstance(value, int) else value


def several_lines(most: int, rows: int = 3) -> forms.Textarea:
    """An input of so many rows and characters."""
    return forms.Textarea(attrs={"rows": rows, "maxlength": most})
