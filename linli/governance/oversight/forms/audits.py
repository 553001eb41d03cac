"""The director's audit: the commission, what is added to it, and what it came to."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.access.seats import Seat
from linli.core.files.rules import LIMITS
from linli.core.pages.fields import DayInput, FileDrop
from linli.core.pages.wording import tell_day
from linli.governance.oversight.actions.audits import Commission
from linli.governance.oversight.models import AuditItem, DirectorAudit

USUAL = (
    "财务收支和资金使用",
    "资产管理和处置",
    "惠民资金、捐赠的管理使用",
    "居民会议、居民代表会议决定的落实",
)
"""What every such audit looks at; Chinese, as it is posted."""


def _served(seat: Seat) -> str:
    """Whose term it is, and from when to when."""
    until = tell_day(seat.until) if seat.until else ""
    return f"{seat.name}（{tell_day(seat.since)} – {until}）"


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class CommissionForm(forms.Form):
    """The street's commission."""

    seat = forms.ChoiceField(label=_("审计谁"))
    kind = forms.ChoiceField(
        label=_("类别"), choices=DirectorAudit.KINDS, widget=forms.RadioSelect, initial="departure"
    )
    commissioned_by = forms.CharField(label=_("由谁组织"), max_length=80)
    commissioned_on = forms.DateField(label=_("委托日期"), widget=DayInput())
    paper = forms.CharField(
        label=_("街道的文件"), max_length=120, help_text=_("文号或者名称，原件归档。")
    )
    auditor = forms.CharField(label=_("由谁审计"), max_length=80)
    begins = forms.DateField(label=_("审计期间自"), widget=DayInput())
    ends = forms.DateField(label=_("审计期间至"), widget=DayInput())
    items = forms.CharField(
        label=_("审计什么"),
        initial="\n".join(USUAL),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("一行一项。"),
    )

    def __init__(self, *args: Any, seats: Sequence[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {str(seat.id): seat for seat in seats}
        field: Any = self.fields["seat"]
        field.choices = [(key, _served(seat)) for key, seat in self.seats.items()]

    @property
    def commission(self) -> dict[str, Any]:
        """As the act takes it."""
        given = self.cleaned_data
        names = Commission.__dataclass_fields__
        return {
            "seat": self.seats[given["seat"]],
            "kind": given["kind"],
            "commission": Commission(**{name: given[name] for name in names}),
            "items": _lines(given["items"]),
        }


class AddItemsForm(forms.Form):
    """What so many want looked at as well."""

    asked_by = forms.ChoiceField(
        label=_("谁要求的"), choices=AuditItem.ASKED_BY[1:], widget=forms.RadioSelect
    )
    signed = forms.IntegerField(label=_("联名人数"), min_value=1)
    base = forms.IntegerField(label=_("总数"), min_value=1)
    base_source = forms.CharField(
        label=_("总数的出处"), max_length=120, help_text=_("联名的原件归档，系统不记谁联名。")
    )
    items = forms.CharField(
        label=_("要求审计什么"), widget=forms.Textarea(attrs={"rows": 3}), help_text=_("一行一项。")
    )

    def clean_items(self) -> list[str]:
        """One a line."""
        return _lines(self.cleaned_data["items"])


class ReportForm(forms.Form):
    """What it came to, item by item, and the report."""

    reported_on = forms.DateField(label=_("报告日期"), widget=DayInput())
    summary = forms.CharField(
        label=_("审计结果"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("会原样公布。不写其他个人的情况。"),
    )
    report = forms.FileField(
        label=_("审计报告"),
        required=False,
        widget=FileDrop(
            accept=(".pdf", ".docx"), kinds=_("PDF 或 DOCX 文件"), most=LIMITS["document"]
        ),
        help_text=_("公布结果时一并公开。"),
    )

    def __init__(self, *args: Any, items: Sequence[AuditItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for each in items:
            self.fields[f"found_{each.pk.hex}"] = forms.CharField(
                label=each.what, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
            )

    @property
    def found(self) -> dict[UUID, str]:
        """What was found of each thing."""
        return {each.pk: self.cleaned_data[f"found_{each.pk.hex}"] for each in self.items}
