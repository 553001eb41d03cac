"""What forms of this room have in common."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import PublicForm, StepForm
from linli.core.people.roster.addresses import AddressBook
from linli.core.people.roster.problems import ROSTER_SENTENCES
from linli.core.places.models import Place
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding
from linli.safety.emergencies.actions.saying import judge_words

PUBLIC_WORDS = _("大家都看得到，不写人的姓名、电话和门牌。")
NAMED = 6
SEALED = _("加密保存，只有值守的人看得到。")


class ToldForm(PublicForm):
    """Words everybody will read."""

    def judge(self, words: str) -> Finding:
        return judge_words(words)


class OnceForm(ToldForm):
    """Carried out once, however often it is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def said(self, *leave_out: str) -> dict[str, Any]:
        """What was typed, without the key of the form."""
        gone = {"once", "seen", *leave_out}
        return {name: each for name, each in self.cleaned_data.items() if name not in gone}


class SeenForm(OnceForm, StepForm):
    """A step of a row, sent once."""


def several_lines(most: int, rows: int = 3) -> forms.Textarea:
    """An input of so many rows and characters."""
    return forms.Textarea(attrs={"rows": rows, "maxlength": most})


class PlaceChoice(forms.ModelChoiceField):
    """A compound or building, by its name inside the community."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Place.objects.none(), **kwargs)

    def label_from_instance(self, obj: Place) -> str:
        return obj.name_inside


class HomeField(forms.CharField):
    """A dwelling of the community, typed as people say it: among a thousand nobody scrolls. What
    may mean several is told back with their names, and never guessed."""

    def __init__(self, *, community: Place, **kwargs: Any) -> None:
        given = {"max_length": 120, "help_text": _("例如 3-2-501，或 3号楼2单元501。")}
        super().__init__(**{**given, **kwargs})
        self.community = community

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = AddressBook(self.community).find(text)
        rows = Place.objects.filter(community=self.community)
        if found.dwelling is not None:
            return rows.get(pk=found.dwelling)
        words = str(ROSTER_SENTENCES[found.problem or ""]).format(several=found.several)
        among = rows.filter(pk__in=found.among[:NAMED]).order_by("position")
        words += _("、").join(row.name_inside for row in among)
        raise forms.ValidationError(words, code=found.problem)


class PlacesChoice(forms.ModelMultipleChoiceField):
    """Several of them."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Place.objects.none(), **kwargs)

    def label_from_instance(self, obj: Place) -> str:
        return obj.name_inside


def pointed_places(community: Any) -> Any:
    """Compounds and buildings."""
    rows = Place.objects.filter(
        community=community, kind__in=("compound", "building"), until__isnull=True
    )
    return rows.order_by("position")
