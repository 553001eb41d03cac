"""A form for any template: each listed field becomes an input, and nothing else does."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.mechanisms.publication.declaration import PublicField, Template

PREFIX = "field_"
_DAYS = 3650


class FieldsForm(forms.Form):
    """The listed fields of one template. `values()` is what `draft` takes: only those keys.

    A table is typed, or pasted from a table program: one row a line, columns parted by a tab
    or by |.
    """

    def __init__(self, *args: Any, template: Template, **kwargs: Any) -> None:
        initial = kwargs.pop("initial", None) or {}
        shown = {
            PREFIX + field.key: _as_typed(field, initial[field.key])
            for field in template.fields
            if field.key in initial
        }
        others = {key: value for key, value in initial.items() if key not in _keys(template)}
        kwargs["initial"] = {**others, **shown}
        super().__init__(*args, **kwargs)
        self.template = template
        # The template's own fields stand before those of a form that inherits this one.
        own = dict(self.fields)
        self.fields.clear()
        for field in template.fields:
            self.fields[PREFIX + field.key] = _input_of(field)
        self.fields.update(own)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for field in self.template.fields:
            key = PREFIX + field.key
            if field.kind == "rows" and cleaned.get(key):
                try:
                    cleaned[key] = _rows_of(field, cleaned[key])
                except forms.ValidationError as error:
                    self.add_error(key, error)
        return cleaned

    def values(self) -> dict[str, Any]:
        """What was filled in, by the template's keys; money in fen."""
        found = {}
        for field in self.template.fields:
            value = self.cleaned_data.get(PREFIX + field.key)
            if value in (None, "", []):
                continue
            found[field.key] = int(value * 100) if field.kind == "money" else value
        return found


class ComposeForm(FieldsForm):
    """A notice written by hand: its fields, for how long, from which day, and, where the
    template asks for consent, whom of those who agreed it names."""

    days = forms.IntegerField(
        label=_("公布多少天"), min_value=1, max_value=_DAYS, help_text=_("公布当天不算在内。")
    )
    on = forms.DateField(
        label=_("从哪天起"),
        required=False,
        widget=DayInput(),
        help_text=_("不填就是发布的当天。不能早于今天。"),
    )
    persons = forms.MultipleChoiceField(
        label=_("写到的人"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("只列出在名册里登记了同意“在公告栏公布我的名字”的人。"),
    )

    def __init__(
        self,
        *args: Any,
        template: Template,
        agreeing: Iterable[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, template=template, **kwargs)
        self.fields["days"].initial = template.period_days or 30
        if template.consent:
            persons = self.fields["persons"]
            assert isinstance(persons, forms.MultipleChoiceField)
            persons.choices = list(agreeing)
        else:
            del self.fields["persons"]


class CorrectForm(FieldsForm):
    """Every field as it should be, and why; both can be read by everybody."""

    reason = forms.CharField(
        label=_("为什么更正"), max_length=200, help_text=_("会一同公开，不写个人信息。")
    )
    restart = forms.BooleanField(
        label=_("公布期从今天重新算起"),
        required=False,
        help_text=_("原来写错的内容会影响大家怎么做时才选。"),
    )


class SendBackForm(forms.Form):
    """What is to be put right before it can be posted."""

    reason = forms.CharField(
        label=_("要改什么"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 200}),
    )


def _keys(template: Template) -> set[str]:
    return {field.key for field in template.fields}


def _input_of(field: PublicField) -> forms.Field:
    given: dict[str, Any] = {"label": field.label, "required": field.required}
    match field.kind:
        case "prose":
            area = forms.Textarea(attrs={"rows": 6, "maxlength": field.limit})
            return forms.CharField(max_length=field.limit, widget=area, **given)
        case "day":
            return forms.DateField(widget=DayInput(), **given)
        case "number":
            return forms.IntegerField(**given)
        case "money":
            return forms.DecimalField(
                max_digits=12, decimal_places=2, help_text=_("单位：元"), **given
            )
        case "rows":
            columns = " | ".join(str(column.label) for column in field.columns)
            told = gettext("一行一条，各栏用 | 隔开，也可以从表格里粘贴：{columns}")
            area = forms.Textarea(attrs={"rows": 6})
            return forms.CharField(widget=area, help_text=told.format(columns=columns), **given)
    hint = _("单位的办公电话和地点。") if field.kind == "contact" else ""
    return forms.CharField(max_length=field.limit, help_text=hint, **given)


def _as_typed(field: PublicField, value: Any) -> Any:
    match field.kind:
        case "money":
            return (Decimal(value) / 100).quantize(Decimal("0.01"))
        case "day" if isinstance(value, str):
            return date.fromisoformat(value)
        case "rows":
            return "\n".join(
                " | ".join(
                    str(_as_typed(column, row[column.key])) if column.key in row else ""
                    for column in field.columns
                )
                for row in value
            )
    return value


def _rows_of(field: PublicField, typed: str) -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = []
    for number, line in enumerate(filter(str.strip, typed.splitlines()), 1):
        cells = [cell.strip() for cell in line.split("\t" if "\t" in line else "|")]
        if len(cells) > len(field.columns):
            raise forms.ValidationError(
                _("第 %(number)s 行有 %(found)s 栏，最多 %(most)s 栏。"),
                params={"number": number, "found": len(cells), "most": len(field.columns)},
            )
        row = {}
        for column, cell in zip(field.columns, cells, strict=False):
            if cell:
                row[column.key] = _cell_of(column, cell, number)
        rows.append(row)
    return rows


def _cell_of(column: PublicField, cell: str, number: int) -> Any:
    try:
        value = _input_of(column).clean(cell)
    except forms.ValidationError as error:
        raise forms.ValidationError(
            _("第 %(number)s 行的“%(column)s”不对：%(why)s"),
            params={"number": number, "column": column.label, "why": error.messages[0]},
        ) from None
    return int(value * 100) if column.kind == "money" else value
