"""What is typed about offers and needs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import tell_at
from linli.culture.facilities.actions.offers import NAMED, Offered, Wanting
from linli.culture.facilities.forms.days import DayField
from linli.culture.facilities.forms.told import (
    PUBLIC_WORDS,
    OnceForm,
    ToldForm,
    contact_fields,
    several_lines,
)
from linli.culture.facilities.models import Offer
from linli.culture.facilities.models.offers import NEEDED_BY, OFFER_KINDS, OFFERED_BY, WHY_NOT
from linli.lib.law import Finding


class OfferForm(ToldForm):
    """What somebody would put at others' disposal."""

    public = ("title", "conditions", "times", "unit_name")

    by = forms.ChoiceField(label=_("谁提供"), choices=OFFERED_BY)
    unit_name = forms.CharField(
        label=_("单位或学校名称"), max_length=80, required=False,
        help_text=_("单位和学校公开名称；居民提供的不写名字，只写“居民”。"),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("提供什么"), choices=OFFER_KINDS)
    title = forms.CharField(label=_("是什么"), max_length=80, help_text=PUBLIC_WORDS)
    times = forms.CharField(
        label=_("什么时候可以"), max_length=120, required=False, help_text=_("例如：周末白天")
    )
    conditions = forms.CharField(
        label=_("条件"), max_length=300, required=False, widget=several_lines(300)
    )
    until = DayField(label=_("到哪天为止"), required=False)

    def __init__(self, *args: Any, by_desk: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_desk = by_desk
        if not by_desk:
            # A unit or a school is spoken for by the desk, where somebody has asked it.
            field: Any = self.fields["by"]
            field.choices = [each for each in OFFERED_BY if each[0] == "resident"]
            field.initial, field.widget = "resident", forms.HiddenInput()
            del self.fields["unit_name"]
        contact_fields(self, by_desk=False)
        self.fields["once"] = OnceForm.base_fields["once"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        named = bool(said.get("unit_name")) or said.get("by") not in NAMED
        tell_at(self, "unit_name", Finding(named, "facilities.offer_unit_named"))
        return said

    @property
    def offered(self) -> Offered:
        """The offer as the act takes it."""
        said = {name: each for name, each in self.cleaned_data.items() if name != "once"}
        return Offered(**said, by_desk=self.by_desk)


class NeedForm(OnceForm):
    """What is needed."""

    public = ("title", "times")

    kind = forms.ChoiceField(label=_("需要什么"), choices=OFFER_KINDS)
    title = forms.CharField(label=_("做什么用"), max_length=120, help_text=PUBLIC_WORDS)
    times = forms.CharField(label=_("什么时候要"), max_length=120, required=False)
    needed_by = forms.ChoiceField(label=_("谁需要"), choices=NEEDED_BY)

    @property
    def wanting(self) -> Wanting:
        """The need as the act takes it."""
        said = {name: each for name, each in self.cleaned_data.items() if name != "once"}
        return Wanting(**said)


class MatchForm(forms.Form):
    """Which offer."""

    offer = forms.ModelChoiceField(
        label=_("哪一项资源"), queryset=Offer.objects.none(), empty_label=_("请选择")
    )

    def __init__(self, *args: Any, offers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["offer"]
        field.queryset = offers
        field.label_from_instance = lambda row: (
            f"{row.get_kind_display()} · {row.title} · {row.owner_told}"
        )


class OutcomeForm(ToldForm):
    """What came of it."""

    public = ("outcome",)

    used = forms.TypedChoiceField(
        label=_("结果"), choices=(("yes", _("用上了")), ("no", _("没有用上"))),
        coerce=lambda said: said == "yes", widget=forms.RadioSelect,
    )  # fmt: skip
    why_not = forms.ChoiceField(
        label=_("没有用上，是因为"), choices=[("", "—"), *WHY_NOT], required=False
    )
    outcome = forms.CharField(
        label=_("用得怎么样"), max_length=200, required=False, help_text=PUBLIC_WORDS
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("used") is False:
            told = Finding(bool(said.get("why_not")), "facilities.match_why_not")
            tell_at(self, "why_not", told)
        return said
