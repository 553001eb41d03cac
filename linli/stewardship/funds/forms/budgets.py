"""The budget of a year as a table, and the decision that settles it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.fields import DayInput, YuanField
from linli.stewardship.funds.actions import LineGiven
from linli.stewardship.funds.origins import decision_called, decisions_of, row_of
from linli.stewardship.funds.queries.desk import open_sources
from linli.stewardship.funds.words import SIDES

BLANK_ROWS = 4


class LineForm(forms.Form):
    """One line; a line without a title is left out."""

    source = forms.ModelChoiceField(label=_("来源"), queryset=None, empty_label=None)
    side = forms.ChoiceField(label=pgettext_lazy("money", "收支"), choices=SIDES)
    title = forms.CharField(label=_("项目名称"), max_length=60, required=False)
    fen = YuanField()

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["source"]
        field.queryset = open_sources(community, timezone.localdate())

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("title") and not said.get("fen"):
            self.add_error("fen", _("请写金额。"))
        return said


Lines: Any = forms.formset_factory(LineForm, extra=0, max_num=60)


def lines_given(formset: Any) -> list[LineGiven]:
    """The lines that say something."""
    return [
        LineGiven(said["source"], said["side"], " ".join(said["title"].split()), said["fen"])
        for said in (form.cleaned_data for form in formset)
        if said.get("title")
    ]


def lines_start(lines: Any) -> list[dict[str, Any]]:
    """What the table begins with: the lines that are there, and some blank ones."""
    rows = [
        {
            "source": line.source_id,
            "side": line.side,
            "title": line.title,
            "fen": f"{line.fen // 100}.{line.fen % 100:02d}",
        }
        for line in lines
    ]
    return [*rows, *({} for _blank in range(BLANK_ROWS))]


class SeenForm(forms.Form):
    """Which version of the draft the table was opened on, so that of two who write at once the
    later is told; nought where there was none."""

    seen = forms.IntegerField(widget=forms.HiddenInput())


class YearForm(forms.Form):
    """Of which year."""

    year = forms.IntegerField(label=_("年度"), min_value=2020, max_value=2100)


class DecisionForm(forms.Form):
    """By which decision of residents: one that is recorded here, or one told in words."""

    decision = forms.ChoiceField(label=_("哪项决定"), required=False)
    decided_on = forms.DateField(label=_("决定的日期"), widget=DayInput(), required=False)
    decided_by = forms.CharField(
        label=_("没有记在这里的，写明会议和决定"), max_length=160, required=False
    )
    seen = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, budget: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"seen": budget.version, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.community = budget.community
        field: Any = self.fields["decision"]
        field.choices = [
            ("", _("没有记在这里")),
            *((each.ref, f"{each.on} {each.told}") for each in decisions_of(self.community)),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("decision") and not (said.get("decided_by") and said.get("decided_on")):
            self.add_error("decision", _("请选一项决定，或写明会议、决定和日期。"))
        return said

    @property
    def given(self) -> dict[str, Any]:
        """The decision as the acts take it."""
        said = self.cleaned_data
        found = decision_called(self.community, said.get("decision", ""))
        return {
            "decided_on": found.on if found else said["decided_on"],
            "decided_by": found.told if found else said["decided_by"],
            "decision": row_of(self.community, found) if found else None,
            "seen": said["seen"],
        }


class RevisionForm(DecisionForm):
    """The same, with why."""

    reason = forms.CharField(
        label=_("为什么调整"), max_length=200, help_text=_("大家都看得到，不写人的姓名。")
    )

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "reason": self.cleaned_data["reason"]}
