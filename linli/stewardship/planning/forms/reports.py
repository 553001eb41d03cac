"""What is written beside the figures of a report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.stewardship.planning.forms.steps import several_lines
from linli.stewardship.planning.models import ProgressReport
from linli.stewardship.planning.words import HALVES, STANDARDS

LONGEST = 600


class MakeForm(forms.Form):
    """Which report."""

    kind = forms.ChoiceField(choices=HALVES)


class WordsForm(forms.Form):
    """A few sentences for each standard, and what comes next. No figure is typed."""

    seen = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, report: ProgressReport, **kwargs: Any) -> None:
        kwargs["initial"] = {"seen": report.revision, **report.words}
        super().__init__(*args, **kwargs)
        for code, title in [*STANDARDS, ("outlook", _("下一步打算"))]:
            self.fields[code] = forms.CharField(
                label=title, required=False, max_length=LONGEST, widget=several_lines(LONGEST, 2)
            )

    @property
    def asked(self) -> dict[str, Any]:
        """As the act takes it."""
        said = dict(self.cleaned_data)
        return {"seen": said.pop("seen"), "words": said}
