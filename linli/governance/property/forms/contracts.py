"""Contracts, notice and handover, as they are written down."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput, YuanField
from linli.core.pages.steps import tell_at
from linli.governance.property.forms.told import PUBLIC_WORDS, OnceForm, SeenForm, several_lines
from linli.governance.property.models import Contract
from linli.governance.property.words import HANDOVER_KINDS, NOTICE_SIDES

LONGEST = 120
"""Characters of one thing on the list (`HandoverItem.what`)."""


class ContractForm(OnceForm):
    """A contract that was signed."""

    public = ("scope", "standard")

    body = forms.ModelChoiceField(label=_("物业服务人"), queryset=None)
    kind = forms.ChoiceField(label=_("合同类别"), choices=Contract.KINDS, initial="chosen")
    since = forms.DateField(label=_("合同起"), widget=DayInput())
    ends_on = forms.DateField(label=_("合同止"), widget=DayInput())
    fee = YuanField(label=_("物业费（元/平方米·月）"))
    staff = forms.IntegerField(label=_("在岗人数"), min_value=0, required=False)
    standard = forms.CharField(label=_("服务标准"), max_length=200, required=False)
    scope = forms.CharField(
        label=_("服务事项"),
        max_length=1000,
        required=False,
        widget=several_lines(1000, 4),
        help_text=PUBLIC_WORDS,
    )

    def __init__(self, *args: Any, providers: Any, elsewhere: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["body"]
        field.queryset = providers
        field.help_text = elsewhere

    @property
    def given(self) -> dict[str, Any]:
        """The contract as the act takes it."""
        return {
            name: value for name, value in self.cleaned_data.items() if name not in ("body", "once")
        }


class NoticeForm(SeenForm):
    """A written notice that the firm goes."""

    public = ("reason",)

    side = forms.ChoiceField(label=_("谁通知的"), choices=NOTICE_SIDES)
    notice_on = forms.DateField(
        label=_("书面通知送达的日期"), widget=DayInput(), initial=timezone.localdate
    )
    leaves_on = forms.DateField(label=_("离开的日期"), widget=DayInput())
    reason = forms.CharField(label=_("理由"), max_length=200, help_text=PUBLIC_WORDS)


class ListForm(OnceForm):
    """Further things that are handed over."""

    kind = forms.ChoiceField(label=_("属于"), choices=HANDOVER_KINDS)
    what = forms.CharField(
        label=_("交接什么，一行一项"),
        max_length=1000,
        widget=several_lines(1000, 4),
        help_text=PUBLIC_WORDS,
    )

    def clean_what(self) -> list[str]:
        """The things, line by line, none too long for the list."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["what"].splitlines()]
        for number, line in enumerate(lines, 1):
            if len(line) > LONGEST:
                raise forms.ValidationError(
                    _("第 {number} 行超过 {longest} 个字，请分成几行。").format(
                        number=number, longest=LONGEST
                    )
                )
        return [line for line in lines if line]

    def clean(self) -> dict[str, Any]:
        # What everybody reads is judged as it was typed, a line at a time.
        said = self.cleaned_data
        lines = said.get("what") or []
        for line in lines:
            tell_at(self, "what", self.judge(line))
        return said


class WithdrawForm(SeenForm):
    """A written notice is taken back."""

    public = ("reason",)

    reason = forms.CharField(label=_("理由"), max_length=200, help_text=PUBLIC_WORDS)


class GivenForm(OnceForm):
    """One thing has been handed over."""

    public = ("note",)

    on = forms.DateField(label=_("交接的日期"), widget=DayInput(), initial=timezone.localdate)
    note = forms.CharField(label=_("交接情况"), max_length=200, required=False)


class SureForm(SeenForm):
    """A step that asks nothing."""
