"""A notice about help, typed from the deciding office's paper."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.service.catalogue.actions.assistance import Asked, Household
from linli.service.catalogue.models.assistance import SCHEMES, AssistanceNotice

LINES = 8
"""How many households one notice is typed for; longer lists are posted in several."""


class AssistanceForm(forms.Form):
    """The office, its paper, the sort of help, and line by line the three things that may be
    public of a household. There is no field for anything else."""

    office = forms.CharField(
        label=_("哪个单位审核确认"),
        max_length=60,
        help_text=_("作决定的单位，例如街道办事处或区民政局。居委会不作决定。"),
    )
    paper = forms.CharField(
        label=_("来文"), max_length=80, help_text=_("文号，或“书面通知”加日期。")
    )
    received_on = forms.DateField(label=_("收到日期"), widget=DayInput())
    scheme = forms.ChoiceField(label=_("救助种类"), choices=SCHEMES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in range(1, LINES + 1):
            needed = line == 1
            self.fields[f"name_{line}"] = forms.CharField(
                label=_("姓名"),
                max_length=30,
                required=needed,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )
            self.fields[f"members_{line}"] = forms.IntegerField(
                label=_("家庭人数"), min_value=1, max_value=30, required=needed
            )
            self.fields[f"amount_{line}"] = forms.DecimalField(
                label=_("金额（元）"),
                min_value=Decimal("0.01"),
                max_digits=9,
                decimal_places=2,
                required=needed,
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for line in range(2, LINES + 1):
            given = [cleaned.get(key) for key in _keys(line)]
            if any(given) and not all(given):
                for key, value in zip(_keys(line), given, strict=True):
                    if not value and key not in self.errors:
                        self.add_error(key, _("这一户的三项要填全，或者都不填。"))
        return cleaned

    @property
    def heads(self) -> list[Any]:
        """The fields above the lines."""
        return [self[name] for name in ("office", "paper", "received_on", "scheme")]

    @property
    def lines(self) -> list[list[Any]]:
        """The inputs household by household."""
        return [[self[key] for key in _keys(line)] for line in range(1, LINES + 1)]

    def asked(self) -> Asked:
        """What was typed, amounts in fen."""
        given = self.cleaned_data
        households = [
            Household(
                given[f"name_{line}"],
                given[f"members_{line}"],
                int(given[f"amount_{line}"] * 100),
            )
            for line in range(1, LINES + 1)
            if given.get(f"name_{line}")
        ]
        return Asked(
            given["office"], given["paper"], given["received_on"], given["scheme"], households
        )

    @staticmethod
    def from_notice(row: AssistanceNotice) -> dict[str, Any]:
        """A draft as it was typed, names as they were kept."""
        initial: dict[str, Any] = {
            "office": row.office,
            "paper": row.paper,
            "received_on": row.received_on,
            "scheme": row.scheme,
        }
        kept: list[Mapping[str, Any]] = row.posting.fields["households"] if row.posting else []
        for line, each in enumerate(kept[:LINES], 1):
            initial[f"name_{line}"] = each["name"]
            initial[f"members_{line}"] = each["members"]
            initial[f"amount_{line}"] = Decimal(each["amount"]) / 100
        return initial


def _keys(line: int) -> tuple[str, str, str]:
    return f"name_{line}", f"members_{line}", f"amount_{line}"
