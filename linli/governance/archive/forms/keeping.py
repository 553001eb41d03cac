"""Lending, holding back, entrusting; appraising; answering requests; checking a package."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Account
from linli.core.access.queries import holdings_in, staff_of
from linli.core.files.rules import LIMITS
from linli.core.pages.fields import DayInput, FileDrop
from linli.governance.archive.actions.appraising import Verdict
from linli.governance.archive.models import Judgement
from linli.governance.archive.models.copies import WAYS
from linli.governance.archive.words import CAPACITIES, TERMS, VERDICTS
from linli.lib.identity.ids import new_id

SEATS = 5
WATCHING = 2


class LendForm(forms.Form):
    """To whom, what for, until when."""

    to = forms.ModelChoiceField(label=_("借给谁"), queryset=None, empty_label=_("请选择"))
    purpose = forms.CharField(label=_("用途"), max_length=200)
    due_on = forms.DateField(label=_("哪天归还"), widget=DayInput())

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {"due_on": today + timedelta(days=7), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        _offer_accounts(self.fields["to"], _post_holders(community))


class ReturnForm(forms.Form):
    """In what state it came back."""

    condition = forms.CharField(
        label=_("归还时的状况"), max_length=200, initial=_("完好，页数相符")
    )


class ReasonForm(forms.Form):
    """A step with a reason."""

    reason = forms.CharField(
        label=_("原因"), max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )


class EntrustForm(forms.Form):
    """Who keeps a confidential item from now on."""

    to = forms.ModelChoiceField(label=_("交给谁"), queryset=None, empty_label=_("请选择"))

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_accounts(self.fields["to"], staff_of(community, timezone.localdate()))


class People(forms.Form):
    """Names and capacities, a line each; empty lines are left out."""

    seats = SEATS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, self.seats + 1):
            self.fields[f"name{number}"] = forms.CharField(
                label=_("姓名"), max_length=40, required=False
            )
            self.fields[f"capacity{number}"] = forms.ChoiceField(
                label=_("身份"), choices=[("", "—"), *CAPACITIES], required=False
            )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for number in range(1, self.seats + 1):
            name, capacity = said.get(f"name{number}"), said.get(f"capacity{number}")
            if bool(name) != bool(capacity):
                self.add_error(f"name{number}", _("姓名和身份要一起填。"))
        return said

    @property
    def people(self) -> list[tuple[str, str]]:
        """Who is there."""
        said = self.cleaned_data
        lines = ((said[f"name{n}"], said[f"capacity{n}"]) for n in range(1, self.seats + 1))
        return [(name, capacity) for name, capacity in lines if name]

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """The fields line by line, for the page."""
        return [(self[f"name{n}"], self[f"capacity{n}"]) for n in range(1, self.seats + 1)]


class JudgeForm(People):
    """The group's judgement of every line, who sat in it, and when."""

    met_on = forms.DateField(label=_("鉴定日期"), widget=DayInput())
    seen = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, lines: list[Judgement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            key = line.pk.hex
            self.fields[f"verdict-{key}"] = forms.ChoiceField(
                label=_("鉴定结果"), choices=[("", "—"), *VERDICTS], required=False
            )
            self.fields[f"term-{key}"] = forms.ChoiceField(
                label=_("延长到"), choices=[("", "—"), *TERMS], required=False
            )
            self.fields[f"reason-{key}"] = forms.CharField(
                label=_("理由"), max_length=200, required=False
            )

    @property
    def verdicts(self) -> dict[UUID, Verdict]:
        """What was said, of the lines something was said of."""
        said = self.cleaned_data
        return {
            line.pk: Verdict(
                said[f"verdict-{line.pk.hex}"],
                said[f"term-{line.pk.hex}"],
                said[f"reason-{line.pk.hex}"],
            )
            for line in self.lines
            if said[f"verdict-{line.pk.hex}"]
        }

    @property
    def judged(self) -> list[tuple[Judgement, Any, Any, Any]]:
        """Each line with its fields, for the page."""
        return [
            (
                line,
                self[f"verdict-{line.pk.hex}"],
                self[f"term-{line.pk.hex}"],
                self[f"reason-{line.pk.hex}"],
            )
            for line in self.lines
        ]


class CarryOutForm(People):
    """Who watches, and how the paper goes."""

    seats = WATCHING
    way = forms.CharField(
        label=_("纸质档案怎么销毁"), max_length=120, initial=_("送指定单位粉碎化浆")
    )
    seen = forms.IntegerField(widget=forms.HiddenInput())


class AskForm(forms.Form):
    """How a resident wants the copy; at the window, a worker asks for them."""

    way = forms.ChoiceField(
        label=_("怎么拿"), choices=WAYS, initial="file", widget=forms.RadioSelect
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class AnswerForm(forms.Form):
    """The answer to a request: given with a word, or not, with the reason."""

    answer = forms.CharField(
        label=_("要说的话"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("不能提供的，这里写原因，申请人看得到。"),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput())


class ReceiptForm(forms.Form):
    """The receipt of a request."""

    receipt = forms.CharField(label=_("回执号"), max_length=40)


class PackageForm(forms.Form):
    """Which year goes into a package."""

    year = forms.TypedChoiceField(label=_("年度"), coerce=int)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(year, str(year)) for year in years]
        self.fields["year"].choices = offered  # type: ignore[attr-defined]


class VerifyForm(forms.Form):
    """A package to check."""

    package = forms.FileField(
        label=_("档案包（ZIP）"),
        widget=FileDrop(accept=("application/zip", ".zip"), kinds="ZIP", most=LIMITS["table"]),
    )


def _post_holders(community: Any) -> Any:
    held = holdings_in(community, timezone.localdate()).values("account_id")
    return Account.objects.filter(is_active=True, pk__in=held).order_by("label", "pk")


def _offer_accounts(field: Any, accounts: Any) -> None:
    field.queryset = accounts
    field.label_from_instance = lambda account: account.label
