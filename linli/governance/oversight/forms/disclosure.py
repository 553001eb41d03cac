"""Preparing an item, from the records or by hand; and the steps after that."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.pages.steps import StepForm
from linli.governance.oversight.actions.disclosure import Content
from linli.governance.oversight.lines import Line
from linli.governance.oversight.postings.disclosure import COMPUTED
from linli.lib.identity.ids import new_id
from linli.mechanisms.publication.declaration import PublicField
from linli.mechanisms.publication.disclosed import USUAL_DAYS, Row

LINES_AT_FIRST, LINES_MORE, LINES_MOST = 6, 6, 120
PAPER_DAYS = {"month": 40, "quarter": 100, "half_year": 195, "year": USUAL_DAYS}
"""How long an item is usually up: until the next one is sure to be there."""


class ContentForm(forms.Form):
    """What both ways of preparing share."""

    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)
    note = forms.CharField(
        label=_("说明"),
        required=False,
        max_length=2000,
        help_text=_("和内容一起公布。不写姓名、电话、门牌。"),
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 2000}),
    )

    @property
    def content(self) -> Content:
        """What was given, as the act takes it."""
        raise NotImplementedError


class ComposedForm(ContentForm):
    """The rows as the records give them. Beside each: why it is not listed, or nothing."""

    def __init__(self, *args: Any, rows: Sequence[Row], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.composed = rows
        for row in rows:
            self.fields[_name_of(row)] = forms.CharField(
                label=_("为什么不列出这一行"), required=False, max_length=200
            )

    def lines(self) -> Iterator[tuple[Row, Any]]:
        """Each row with its input."""
        for row in self.composed:
            yield row, self[_name_of(row)]

    @property
    def content(self) -> Content:
        given = self.cleaned_data
        reasons = {row.key: given.get(_name_of(row), "").strip() for row in self.composed}
        left_out = {key: reason for key, reason in reasons.items() if reason}
        return Content(left_out=left_out, note=given["note"])


class HandForm(ContentForm):
    """A table filled in by hand: the columns of the template, amounts in yuan. A line that is
    empty is none."""

    count = forms.IntegerField(widget=forms.HiddenInput(), required=False)
    nothing = forms.BooleanField(label=_("本期没有"), required=False)

    def __init__(
        self,
        *args: Any,
        line: Line,
        columns: Sequence[PublicField],
        start: Iterable[Mapping[str, Any]] = (),
        opening: int | None = None,
        count: int = LINES_AT_FIRST,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = line.kind
        typed = COMPUTED.get(line.kind, frozenset())
        self.columns = [each for each in columns if each.key not in typed]
        begun = list(start)
        self.size = min(LINES_MOST, max(count, len(begun) + 1))
        self.initial.setdefault("count", self.size)
        if self.kind == "accounts":
            self.fields["opening"] = _money(_("上期结余（元）"), required=True)
            self.initial.setdefault("opening", _yuan(opening))
        for number in range(self.size):
            given = begun[number] if number < len(begun) else {}
            for column in self.columns:
                name = f"r{number}_{column.key}"
                self.fields[name] = _input(column, number)
                value = given.get(column.key)
                if value is not None:
                    self.initial.setdefault(name, _yuan(value) if column.kind == "money" else value)

    def lines(self) -> Iterator[tuple[int, list[Any]]]:
        """Each line with its inputs, numbered from one."""
        for number in range(self.size):
            yield number + 1, [self[f"r{number}_{column.key}"] for column in self.columns]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        self.rows: list[dict[str, Any]] = []
        for number in range(self.size):
            row = {}
            for column in self.columns:
                value = given.get(f"r{number}_{column.key}")
                if value not in (None, ""):
                    row[column.key] = _fen(value) if column.kind == "money" else value
            if row:
                self._complete(number, row)
                self.rows.append(row)
        return given

    def _complete(self, number: int, row: Mapping[str, Any]) -> None:
        for column in self.columns:
            name = f"r{number}_{column.key}"
            if column.required and column.key not in row and name not in self.errors:
                self.add_error(name, _("这一行还缺这一项。"))

    @property
    def content(self) -> Content:
        given = self.cleaned_data
        opening = given.get("opening")
        return Content(
            rows=self.rows,
            opening=_fen(opening) if opening is not None else None,
            nothing=given["nothing"],
            note=given["note"],
        )


class PeriodForm(forms.Form):
    """Of what time an item speaks that nobody was reminded of."""

    since = forms.DateField(label=_("从哪天"), widget=DayInput())
    until = forms.DateField(label=_("到哪天"), widget=DayInput())

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("结束的日子不能早于开始的日子。"))
        return given


class ReasonForm(StepForm):
    """Why it goes back, or is not disclosed after all."""

    reason = forms.CharField(
        label=_("原因"), max_length=300, widget=forms.Textarea(attrs={"rows": 2, "maxlength": 300})
    )


class PublishForm(StepForm):
    """For how many days. How few the law allows is for the rule to say, with its article."""

    days = forms.IntegerField(
        label=_("公布多少天"),
        min_value=1,
        max_value=3650,
        help_text=_("公布当天不算。公开栏上的纸质件同样贴满这些天。"),
    )


class CorrectionForm(forms.Form):
    """Why what is up is put right."""

    reason = forms.CharField(
        label=_("更正的原因"),
        max_length=200,
        help_text=_("和更正后的内容一起公开，不写个人信息。"),
    )


def _name_of(row: Row) -> str:
    return f"out_{hashlib.sha256(row.key.encode()).hexdigest()[:16]}"


def _input(column: PublicField, number: int) -> forms.Field:
    label = _("第 {number} 行 {column}").format(number=number + 1, column=column.label)
    if column.kind == "money":
        return _money(label, required=False)
    named = {"aria-label": str(label)}
    if column.kind == "day":
        return forms.DateField(label=label, required=False, widget=DayInput(attrs=named))
    if column.kind == "number":
        return forms.IntegerField(
            label=label, required=False, min_value=0, widget=forms.NumberInput(attrs=named)
        )
    return forms.CharField(
        label=label,
        required=False,
        max_length=column.limit,
        widget=forms.TextInput(attrs=named),
    )


def _money(label: Any, *, required: bool) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        required=required,
        min_value=Decimal(0),
        max_digits=14,
        decimal_places=2,
        widget=forms.NumberInput(
            attrs={"aria-label": str(label), "step": "0.01", "inputmode": "decimal"}
        ),
    )


def _fen(yuan: Decimal) -> int:
    return int(yuan * 100)


def _yuan(fen: int | None) -> Decimal | None:
    return None if fen is None else Decimal(fen).scaleb(-2)
