"""What is asked for at the desk of reports."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.evaluation.models import Report
from linli.evaluation.periods import PERIOD_LENGTHS, Period, period_before, period_of, read_period
from linli.evaluation.presentation import say_period
from linli.evaluation.reports.telling import chapter_keys

_OFFERED = {"month": 14, "quarter": 6, "year": 4}
"""How many periods of each kind are offered, the latest first."""


class PeriodForm(forms.Form):
    """Which period to report: the one just over stands first."""

    period = forms.ChoiceField(label=_("时段"))

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].choices = [  # type: ignore[attr-defined]
            (label, [(period.key, _named(period, today)) for period in _latest(kind, today)])
            for kind, label in (("month", _("月报")), ("quarter", _("季报")), ("year", _("年报")))
        ]
        self.fields["period"].initial = period_before(period_of("month", today)).key

    def clean_period(self) -> Period:
        period = read_period(self.cleaned_data["period"])
        assert period is not None, "one of those offered"
        return period


class RevisionForm(forms.Form):
    """Which state of the words the sender had before them."""

    seen = forms.IntegerField(widget=forms.HiddenInput(), min_value=0)

    def __init__(self, report: Report, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = report.revision


class WordsForm(RevisionForm):
    """What is said beside the figures, a field for each chapter."""

    def __init__(self, report: Report, *args: Any, **kwargs: Any) -> None:
        super().__init__(report, *args, **kwargs)
        for key, title in chapter_keys():
            self.fields[key] = forms.CharField(
                label=title,
                max_length=4000,
                required=False,
                initial=report.words.get(key, ""),
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def asked(self) -> dict[str, Any]:
        """The words by chapter, and the revision they were written on."""
        words = dict(self.cleaned_data)
        return {"seen": words.pop("seen"), "words": words}

    def first_trouble(self) -> str:
        """The first thing that cannot be kept, in words."""
        return next((str(error) for errors in self.errors.values() for error in errors), "")


def _latest(kind: str, today: date) -> list[Period]:
    periods = [period_of(kind, today)]
    while len(periods) < _OFFERED[kind]:
        periods.append(period_before(periods[-1]))
    return periods


def _named(period: Period, today: date) -> str:
    words = say_period(period)
    return words if period.ends < today else str(_("{period}（到今天为止）")).format(period=words)


assert set(_OFFERED) == set(PERIOD_LENGTHS)
