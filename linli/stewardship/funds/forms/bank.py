"""Bank accounts, their files, and what a line stands for."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import FileDrop
from linli.stewardship.funds.bank_files import FIELDS
from linli.stewardship.funds.forms.giving import PUBLIC_WORDS, several_lines
from linli.stewardship.funds.words import BANK_KINDS

PARTS = {
    "moment": _("日期（或日期和时间）"),
    "time": _("时间（单独一列的）"),
    "income": _("收入金额（贷方）"),
    "expense": _("支出金额（借方）"),
    "amount": _("金额（收支在一列的）"),
    "direction": _("收还是支（借贷标志）"),
    "balance": _("余额"),
    "other_name": _("对方户名"),
    "other_account": _("对方账号"),
    "words": _("摘要"),
    "purpose": _("用途或附言"),
    "reference": _("流水号"),
}
"""The parts of a line as a person points at them."""


class BankAccountForm(forms.Form):
    """An account of the committee's own."""

    title = forms.CharField(label=_("名称"), max_length=60, help_text=_("例如“基本户（农商行）”。"))
    kind = forms.ChoiceField(label=_("是什么账户"), choices=BANK_KINDS)
    tail = forms.CharField(
        label=_("账号后四位"),
        validators=[RegexValidator(r"^\d{4}$", _("请填四位数字。"))],
        help_text=_("只记后四位，用来认出拿错的文件。不登记个人的账户。"),
    )


class FileForm(forms.Form):
    """A file from the bank, and, where it is of no known kind, which column is what."""

    file = forms.FileField(
        label=_("流水文件"),
        widget=FileDrop(
            accept=(".csv", ".txt", ".xlsx", ".xls"), kinds=_("CSV 或 Excel"), most=LIMITS["table"]
        ),
        help_text=_("从银行、微信支付商户平台或支付宝商户中心下载的原文件，不要改。"),
    )

    def __init__(self, *args: Any, headings: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("没有这一列")), *((each, each) for each in headings)]
        self.headings = list(headings)
        for part in FIELDS if headings else ():
            self.fields[part] = forms.ChoiceField(
                label=PARTS[part], choices=choices, required=False
            )

    @property
    def columns(self) -> dict[str, str]:
        """Which heading a person took for what."""
        said = self.cleaned_data
        return {part: said[part] for part in FIELDS if said.get(part)}


class ExplainForm(forms.Form):
    """What a line is that stands for no entry."""

    words = forms.CharField(
        label=_("说明"), max_length=200, widget=several_lines(200), help_text=PUBLIC_WORDS
    )
