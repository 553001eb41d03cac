"""Reading a kept file in another way: which sheets, and which column is which."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.people.roster.preview import Options, Preview
from linli.lib.tables import Column, Match, Sheet
from linli.web.desk.roster.forms import COLUMN_TITLES

UNUSED = ("", _("不读"))


@dataclass(frozen=True)
class Group:
    """Sheets under one and the same heading, shown and corrected together."""

    sheets: Sequence[Sheet]

    @property
    def names(self) -> str:
        return gettext("、").join(sheet.worksheet for sheet in self.sheets)

    @property
    def rows(self) -> int:
        return sum(sheet.total for sheet in self.sheets)

    @property
    def columns(self) -> Sequence[Column]:
        return [column for column in self.sheets[0].columns if column.heading]

    @property
    def matches(self) -> list[tuple[Match, Any]]:
        """Each column that is read, with what it is taken for."""
        return [(match, COLUMN_TITLES[name]) for name, match in self.sheets[0].mapping.items()]


def grouped(sheets: Sequence[Sheet]) -> list[Group]:
    """The sheets by their headings."""
    found: dict[tuple[Any, ...], list[Sheet]] = {}
    for sheet in sheets:
        if sheet.heading is not None:
            taken = tuple((name, match.column.index) for name, match in sheet.mapping.items())
            found.setdefault((sheet.columns, taken), []).append(sheet)
    return [Group(together) for together in found.values()]


class RereadForm(forms.Form):
    """The sheets to read, where a workbook has several, and a field for each column."""

    def __init__(self, *args: Any, preview: Preview, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = grouped(preview.sheets)
        names = [sheet.worksheet for sheet in preview.sheets if sheet.worksheet]
        left = [sheet.name for sheet in preview.tables.left]
        self._may_choose = len(names) + len(left) > 1
        if self._may_choose:
            self.fields["sheets"] = forms.MultipleChoiceField(
                label=_("要读的工作表"),
                choices=[(name, name) for name in (*names, *left)],
                initial=names,
                widget=forms.CheckboxSelectMultiple(),
            )
        asked = {field.name for field in (preview.sheets[0].fields if preview.sheets else ())}
        titles = [(name, title) for name, title in COLUMN_TITLES.items() if name in asked]
        for number, group in enumerate(self.groups):
            taken = {m.column.index: name for name, m in group.sheets[0].mapping.items()}
            for column in group.columns:
                label = f"{column.letters} {column.heading}"
                self.fields[f"column-{number}-{column.index}"] = forms.ChoiceField(
                    label=f"{group.names} {label}" if len(self.groups) > 1 else label,
                    choices=[UNUSED, *titles],
                    initial=taken.get(column.index, ""),
                    required=False,
                )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for number in range(len(self.groups)):
            chosen = [name for name in self._columns(said, number).values() if name]
            if len(chosen) > len(set(chosen)):
                raise forms.ValidationError(_("同一项不能选两列。"), code="twice")
        return said

    def options(self, before: Options) -> Options:
        """What the file is read with from now on: beside what was pointed at before, what differs
        from how the columns were taken."""
        said = self.cleaned_data
        mapping = {name: dict(columns) for name, columns in (before.mapping or {}).items()}
        for number, group in enumerate(self.groups):
            columns = {name: at for at, name in self._columns(said, number).items() if name}
            now = {name: match.column.index for name, match in group.sheets[0].mapping.items()}
            if columns != now:
                mapping |= {sheet.worksheet: columns for sheet in group.sheets}
        sheets = tuple(said["sheets"]) if self._may_choose else None
        return replace(before, mapping=mapping, sheets=sheets)

    def _columns(self, said: dict[str, Any], number: int) -> dict[int, str]:
        return {
            column.index: said.get(f"column-{number}-{column.index}", "")
            for column in self.groups[number].columns
        }
