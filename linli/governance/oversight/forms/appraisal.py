"""The appraisal: whom, by whom, and what was read out from the papers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.access.queries import bodies_of
from linli.governance.oversight.models import Appraisal, Appraised
from linli.governance.oversight.queries.appraisal import electors_in, judges, titles_of
from linli.governance.oversight.rules.appraisal import GRADES

SERVING = ("property_provider", "utility", "department", "resident_unit")


class PlanForm(forms.Form):
    """Whom an appraisal looks at, and how many representatives there are."""

    kind = forms.ChoiceField(
        label=_("评议谁"), choices=Appraisal.KINDS, widget=forms.RadioSelect, initial="members"
    )
    year = forms.IntegerField(label=_("年度"), min_value=2026, max_value=2200)
    title = forms.CharField(label=_("名称"), max_length=80)
    base = forms.IntegerField(label=_("居民代表总数"), min_value=1)
    base_source = forms.CharField(
        label=_("总数的出处"), max_length=120, help_text=_("例如“居民代表名册，本届”。")
    )
    bodies = forms.ModelMultipleChoiceField(
        label=_("评议哪些服务单位"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("评议居委会成员时不用选：现任成员都在内。"),
    )

    def __init__(self, *args: Any, community: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["bodies"]
        field.queryset = bodies_of(community, on).filter(kind__in=SERVING)

    def clean(self) -> dict[str, Any]:
        """Services are only appraised where they are named; members are not named."""
        given = dict(super().clean() or {})
        given["bodies"] = (
            list(given.get("bodies") or ()) if given.get("kind") == "providers" else []
        )
        return given


class OpenForm(forms.Form):
    """Who of the representatives has come: by phone, or with a paper."""

    accounts = forms.ModelMultipleChoiceField(
        label=_("到会、用手机评议的居民代表"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    on_paper = forms.CharField(
        label=_("到会、用纸票的居民代表"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("一行一个名字。没有账号的，或者愿意用纸票的。"),
    )

    def __init__(self, *args: Any, community: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["accounts"]
        field.queryset = judges(community, on).filter(person__isnull=False)
        field.label_from_instance = lambda account: account.label

    def clean_on_paper(self) -> list[str]:
        """One name a line."""
        return [line.strip() for line in self.cleaned_data["on_paper"].splitlines() if line.strip()]


class PaperForm(forms.Form):
    """Who takes a paper after all. The list does not say who has voted."""

    elector = forms.ModelChoiceField(label=_("发给谁"), queryset=None)

    def __init__(self, *args: Any, appraisal: Appraisal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["elector"]
        field.queryset = electors_in(appraisal)
        field.label_from_instance = lambda elector: elector.name


class CountForm(forms.Form):
    """What was read out from the papers, name by name; phones are counted by the box."""

    returned = forms.IntegerField(label=_("收回的纸票"), min_value=0, initial=0, required=False)

    def __init__(
        self, *args: Any, appraisal: Appraisal, appraised: Sequence[Appraised], handed_out: int,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.numbers = len(appraised)
        if handed_out:
            for each in appraised:
                for grade, title in zip(GRADES, titles_of(appraisal), strict=True):
                    self.fields[f"n{each.position}_{grade}"] = forms.IntegerField(
                        label=f"{each.office} {each.name}：{title}".strip(),
                        min_value=0,
                        required=False,
                        initial=0,
                    )
        else:
            self.fields["returned"].widget = forms.HiddenInput()

    @property
    def counts(self) -> list[list[int]]:
        """By name in the order of the paper, then by grade."""
        given = self.cleaned_data
        return [
            [given.get(f"n{place}_{grade}") or 0 for grade in GRADES]
            for place in range(1, self.numbers + 1)
        ]
