"""A line of the list, as the director writes it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.partners.intake.forms.ground import GroundForm, ground_of, ground_start
from linli.partners.intake.models import Item
from linli.partners.intake.queries import offices_of
from linli.partners.intake.seed import SeedLine
from linli.partners.intake.words import FREQUENCIES, NATURES

PLAIN = (
    "title", "title_en", "does", "does_en", "does_not", "does_not_en", "nature", "office",
    "office_en", "form_names", "frequency",
)  # fmt: skip


class ItemForm(GroundForm):
    """What is done, for whom, on what ground, for what money, from when."""

    first_part = _("做什么")

    title = forms.CharField(label=_("事项"), max_length=80)
    nature = forms.ChoiceField(label=_("性质"), choices=NATURES)
    does = forms.CharField(
        label=_("居委会做什么"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    does_not = forms.CharField(
        label=_("居委会不做什么"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("写给居民看，例如“不审批，不打分”。"),
    )
    body = forms.ModelChoiceField(
        label=_("哪个单位可以按这一项提要求"),
        queryset=None,
        required=False,
        empty_label=_("不限"),
    )
    office = forms.CharField(
        label=_("哪类部门的事"),
        max_length=60,
        required=False,
        help_text=_("单位还没有登记时写，例如“民政部门”。"),
    )
    form_names = forms.CharField(label=_("要填的表"), max_length=200, required=False)
    frequency = forms.ChoiceField(label=_("多久一次"), choices=FREQUENCIES)
    since = forms.DateField(label=_("从哪天起"), widget=DayInput())
    title_en = forms.CharField(label=_("英文名称"), max_length=120, required=False)
    does_en = forms.CharField(label=_("做什么（英文）"), max_length=400, required=False)
    does_not_en = forms.CharField(label=_("不做什么（英文）"), max_length=400, required=False)
    office_en = forms.CharField(label=_("哪类部门（英文）"), max_length=80, required=False)

    field_order = (
        "title", "nature", "does", "does_not", "body", "office", "frequency", "form_names", "since",
        "cites", "paper", "paper_number", "paper_date", "paper_status", "money", "yuan", "per",
        "payer", "title_en", "does_en", "does_not_en", "office_en",
    )  # fmt: skip

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        field.queryset = offices_of(community, timezone.localdate())  # type: ignore[attr-defined]
        field.label_from_instance = lambda body: body.name  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any]:
        """The line as the acts take it."""
        said = self.cleaned_data
        plain = {name: said[name] for name in PLAIN}
        return {**plain, "body": said["body"], "since": said["since"], **ground_of(said)}


def item_start(item: Item) -> dict[str, Any]:
    """What the form begins with for a line that is there; a change holds from today."""
    plain = {name: getattr(item, name) for name in PLAIN}
    since = max(timezone.localdate(), item.since)
    return {**plain, "body": item.body_id, "since": since, **ground_start(item)}


def seed_start(line: SeedLine) -> dict[str, Any]:
    """What the form begins with for a shipped line: its words and articles, from today."""
    plain = {name: getattr(line, name, "") for name in PLAIN}
    cites = list(line.cites)
    return {**plain, "cites": cites, "money": line.money, "since": timezone.localdate()}


class EndForm(forms.Form):
    """From when a line is on the list no longer."""

    until = forms.DateField(
        label=_("从哪天起不再办"), widget=DayInput(), help_text=_("这一天起，它不在清单上。")
    )
