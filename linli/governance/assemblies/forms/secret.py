"""Forms of a secret vote among those present."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.governance.assemblies.forms.meetings import VoteForm
from linli.governance.assemblies.queries.secret import Voter


class OpenVoteForm(forms.Form):
    """Who takes a paper though they could vote on their phone."""

    on_paper = forms.MultipleChoiceField(
        label=_("有账号、但要用纸票的人"),
        help_text=_("打勾的发纸票，不能再用手机投。没有列出的人没有账号，一律发纸票。"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, voters: list[Voter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["on_paper"]
        field.choices = [(str(each.attendance), each.name) for each in voters if each.by_phone]

    def clean_on_paper(self) -> set[UUID]:
        """The attendances, as the act takes them."""
        return {UUID(each) for each in self.cleaned_data["on_paper"]}


class GivePaperForm(forms.Form):
    """To whom of those present. The list does not say who has voted."""

    attendance = forms.ChoiceField(
        label=_("发给谁"),
        help_text=_("到会、有表决权的人都在这里，不显示谁投过；投过的或领过的，系统不让再发。"),
    )

    def __init__(self, *args: Any, voters: list[Voter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["attendance"]
        field.choices = [("", "—"), *((str(each.attendance), each.name) for each in voters)]

    def clean_attendance(self) -> UUID:
        """As the act takes it."""
        return UUID(self.cleaned_data["attendance"])


class CloseVoteForm(forms.Form):
    """What was read out from the papers; phones are counted by the box."""

    votes_for = forms.IntegerField(label=_("纸票：赞成"), min_value=0)
    votes_against = forms.IntegerField(label=_("纸票：反对"), min_value=0)
    abstained = forms.IntegerField(label=_("纸票：弃权"), min_value=0)
    void = forms.IntegerField(label=_("纸票：空白或无效"), min_value=0)

    def __init__(self, *args: Any, handed_out: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not handed_out:
            for field in self.fields.values():
                field.widget, field.required = forms.HiddenInput(), False

    def clean(self) -> dict[str, Any]:
        """Nothing typed where no paper was handed out is none."""
        return {name: given or 0 for name, given in self.cleaned_data.items()}


class OutcomeForm(VoteForm):
    """What was decided; the counts come out of the box and cannot be typed."""

    votes_for = votes_against = abstained = None  # type: ignore[assignment]
