"""A voucher as it is brought."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import DayInput, FileDrop
from linli.stewardship.funds.actions.vouchers import Paper
from linli.stewardship.funds.forms.names import NamesNobody
from linli.stewardship.funds.words import VOUCHER_KINDS

ACCEPT = ("image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf")


class Scans(FileDrop):
    """Pictures of a paper, or its PDF; several."""

    def __init__(self) -> None:
        super().__init__(
            accept=ACCEPT, kinds=_("照片或 PDF"), most=LIMITS["document"], several=True
        )


class ScansField(forms.FileField):
    """The files chosen, as a list."""

    widget = Scans

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        chosen = data if isinstance(data, list | tuple) else [data] if data else []
        if not chosen and self.required:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [super(ScansField, self).clean(each, initial) for each in chosen]


ASKED: dict[str, Any] = {
    "scans": _("请选凭证的照片或 PDF。"),
    "voucher_kind": _("请选凭证种类。"),
    "dated": _("请写凭证上的日期。"),
    "says": _("请写凭证上写的是什么。"),
}


class PaperFields(NamesNobody):
    """The fields of a paper; none of them is asked for where `paper_needed` is false and no file
    was chosen."""

    paper_needed = True
    public_words: ClassVar[tuple[str, ...]] = ("says",)

    scans = ScansField(label=_("凭证的照片或 PDF"), required=False)
    voucher_kind = forms.ChoiceField(label=_("凭证种类"), choices=VOUCHER_KINDS, required=False)
    dated = forms.DateField(label=_("凭证日期"), widget=DayInput(), required=False)
    says = forms.CharField(
        label=pgettext_lazy("voucher", "上面写的"),
        max_length=120,
        required=False,
        help_text=_("大家都看得到：开票单位、品名和数量，不写人的姓名、电话和账号。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, told in ASKED.items():
            self.fields[name].required = self.paper_needed
            self.fields[name].error_messages["required"] = told

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("scans") and not said.get("says") and "says" not in self.errors:
            self.add_error("says", ASKED["says"])
        if (said.get("dated") or date.min) > timezone.localdate():
            self.add_error("dated", _("凭证的日期还没有到。请核对日期。"))
        return said

    @property
    def paper(self) -> Paper | None:
        """The paper as the acts take it; None where none was brought."""
        said = self.cleaned_data
        if not said.get("scans"):
            return None
        return Paper(
            kind=said.get("voucher_kind") or VOUCHER_KINDS[0][0],
            dated=said.get("dated") or timezone.localdate(),
            says=said["says"],
            files=said["scans"],
        )


class VoucherForm(PaperFields):
    """A paper brought to an entry that is there. `sealed`: the name of the person it is about."""

    def __init__(self, *args: Any, sealed: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sealed = sealed

    def sealed_names(self, said: dict[str, Any]) -> Sequence[str]:
        return self.sealed


class ClearForm(forms.Form):
    """The look of another at a voucher's image."""

    nothing_personal = forms.BooleanField(
        label=_("我看过影像：上面没有姓名、电话、证件号、账号、住址等个人信息"),
        required=False,
    )
