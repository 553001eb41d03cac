"""The forms of visits: parsed, and nothing decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.service.casework.forms.care import area, day
from linli.service.casework.kinds import Kind
from linli.service.casework.models.visits import OCCASIONS, STATES
from linli.service.casework.rules import visits as rules


def occasions_of(kind: Kind) -> list[tuple[str, Any]]:
    """The occasions of a kind, in words."""
    return [(key, title) for key, title in OCCASIONS if key in kind.visits]


class PlanForm(forms.Form):
    """What for, and when."""

    occasion = forms.ChoiceField(label=_("为了什么去"), widget=forms.RadioSelect)
    on = day(_("哪天去"), help_text=_("先和本人约好。"))
    asked_again = forms.BooleanField(label=_("以前说过不要来，本人又说可以来"), required=False)

    def __init__(self, *args: Any, kind: Kind, no_more: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["occasion"]
        field.choices = occasions_of(kind)
        if not no_more:
            del self.fields["asked_again"]


class OutcomeForm(forms.Form):
    """How it went."""

    outcome = forms.ChoiceField(
        label=_("怎么样"),
        choices=[each for each in STATES if each[0] != rules.PLANNED],
        widget=forms.RadioSelect,
    )
    words = area(_("情况，要我们做什么"), required=False)


class SeveralForm(forms.Form):
    """One occasion and day for several of one's own files."""

    occasion = forms.ChoiceField(label=_("为了什么去"), widget=forms.RadioSelect)
    on = day(_("哪天去"), help_text=_("先和本人约好。"))
    cases = forms.MultipleChoiceField(label=_("去看哪几位"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, kind: Kind, cases: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        occasion: Any = self.fields["occasion"]
        occasion.choices = occasions_of(kind)
        ticked: Any = self.fields["cases"]
        ticked.choices = cases
