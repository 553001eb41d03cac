"""The forms of the committee, of rounds, and of a party's own page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import StepForm
from linli.safety.mediation.forms.fields import day, tick, words
from linli.safety.mediation.kinds import KINDS
from linli.safety.mediation.models import Record


class TermForm(forms.Form):
    """Whom the residents' assembly chose."""

    chosen_on = day(_("居民会议推选日期"))
    members = forms.IntegerField(label=_("委员人数"), min_value=1, max_value=30)
    women = forms.IntegerField(label=_("其中妇女"), min_value=0, max_value=30)
    chair = forms.ChoiceField(label=_("调解委员会主任"))

    def __init__(self, data: Any, *, mediators: Any) -> None:
        super().__init__(data)
        self.accounts = {str(account.pk): account for account in mediators}
        chair = self.fields["chair"]
        assert isinstance(chair, forms.ChoiceField)
        chair.choices = [(key, each.label) for key, each in self.accounts.items()]

    def given(self) -> dict[str, Any]:
        """The term as entered."""
        return {**self.cleaned_data, "chair": self.accounts[self.cleaned_data["chair"]]}


class ListedForm(forms.Form):
    """When the list went out."""

    on = day(_("报送日期"))


class ScreeningForm(forms.Form):
    """A round: how many of each kind were found."""

    on = day(_("哪一天"))
    place = forms.ChoiceField(label=_("哪里"), required=False)
    sensitive = tick(_("敏感时期的专项排查"))

    def __init__(self, data: Any, *, places: Any, today: Any) -> None:
        super().__init__(data, initial={"on": today})
        self.places = {str(place.pk): place for place in places}
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        named = [(key, place.stairs_name) for key, place in self.places.items()]
        field.choices = [("", _("整个社区")), *named]
        for key, title in KINDS:
            self.fields[f"n_{key}"] = forms.IntegerField(
                label=title, min_value=0, max_value=999, required=False
            )

    def given(self) -> dict[str, Any]:
        """The round as entered."""
        given = self.cleaned_data
        found = {key: given[f"n_{key}"] or 0 for key, _title in KINDS}
        place = self.places.get(given["place"])
        return {"on": given["on"], "place": place, "sensitive": given["sensitive"], "found": found}


class AssignForm(StepForm):
    """To whom the chair gives it."""

    mediator = forms.ChoiceField(label=_("交给哪位调解员"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, mediators: Any, **kwargs: Any) -> None:
        self.accounts = {str(account.pk): account for account in mediators}
        super().__init__(*args, **kwargs)

    def fit(self) -> None:
        field = self.fields["mediator"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, each.label) for key, each in self.accounts.items()]

    def given(self) -> dict[str, Any]:
        """Whom, and the version."""
        given = self.cleaned_data
        return {"mediator": self.accounts[given["mediator"]], "seen": given["seen"]}


class TakeForm(StepForm):
    """The declaration of whoever takes it on."""

    apart = tick(_("我不是当事人，与各方没有亲属和利害关系"))


class BackForm(StepForm):
    """Given back."""

    why = words(_("为什么不能接"), _("例如：与一方是亲属。"), rows=2, most=400)


class NotesForm(StepForm):
    """What was said in a session and came of it."""

    present = words(_("在场的人"), rows=2, most=400)
    text = words(_("调解记录"), _("只有本案调解员看得到，不给对方看。"), rows=8)
    result = forms.ChoiceField(
        label=_("结果"),
        choices=[
            each for each in Record.RESULTS if each[0] in ("agreed", "not_agreed", "recorded")
        ],
        initial="recorded",
    )


class SideForm(StepForm):
    """A party is willing, and says how."""

    accepts_mediator = tick(_("接受这位调解员"))
    wants_open = tick(_("要求公开调解"), _("不勾就是不公开；各方都要求公开的才公开。"))
    others_agreed = tick(_("同意请亲友、邻里或者专家参加"), _("有一方不同意就不请。"))

    def start(self, row: Any) -> dict[str, Any]:
        return {"accepts_mediator": True}


class AnotherForm(StepForm):
    """Another mediator is wanted; a reason only if one likes."""

    why = words(_("想说的话"), _("可以不写。"), rows=2, most=400, required=False)
