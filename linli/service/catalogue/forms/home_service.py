"""Asking for a visit, and the steps of one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Account
from linli.core.pages.fields import MomentInput
from linli.core.pages.steps import StepForm
from linli.lib.identity.ids import new_id
from linli.service.catalogue.models.choices import WANTED
from linli.service.catalogue.queries.guides import Offered


class AskForm(forms.Form):
    """Which service, when it suits, and what to know of the way in. No reason is asked for."""

    guide = forms.ChoiceField(label=_("要办什么"), widget=forms.RadioSelect)
    person = forms.ChoiceField(label=_("给谁办"), widget=forms.RadioSelect)
    wanted = forms.ChoiceField(label=_("什么时候方便"), choices=WANTED, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("上门前要知道的"),
        max_length=120,
        required=False,
        help_text=_("如：先打电话、按门铃要久一点。不用写原因和病情；办结后会清除。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(
        self, data: Any, *, offers: list[Offered], people: list[Any], initial: Any = None
    ) -> None:
        super().__init__(data, initial=initial)
        guides: Any = self.fields["guide"]
        guides.choices = [(str(e.version.guide_id), e.version.name) for e in offers]
        persons: Any = self.fields["person"]
        persons.choices = [(str(each.pk), each.name) for each in people]


class VisitStep(StepForm):
    """A step of a visit; `staff` are those it may be handed to."""

    def __init__(self, *args: Any, staff: list[Account], **kwargs: Any) -> None:
        self.staff = staff
        super().__init__(*args, **kwargs)


class ScheduleForm(VisitStep):
    """When somebody comes."""

    visit_at = forms.DateTimeField(
        label=_("哪天几点上门"),
        widget=MomentInput(),
        input_formats=["%Y-%m-%dT%H:%M"],
    )


class HandOverForm(VisitStep):
    """To whom, and why."""

    to = forms.ChoiceField(label=_("交给谁"))
    reason = forms.CharField(label=_("原因"), max_length=200)

    def fit(self) -> None:
        field: Any = self.fields["to"]
        field.choices = [(str(each.pk), each.label) for each in self.staff]


class GiveUpForm(VisitStep):
    """Why not, and what else there is."""

    reason = forms.CharField(label=_("原因"), max_length=200)
    way_on = forms.CharField(
        label=_("可以怎么办（申请人看得到）"),
        max_length=200,
        help_text=_("写明找谁、什么时候再约。"),
    )


class NameForm(forms.Form):
    """Who is asked first for a place, and who stands in."""

    place = forms.ChoiceField(label=_("哪里"))
    contact = forms.ChoiceField(label=_("联系人"))
    stand_in = forms.ChoiceField(label=_("不在时找"))

    def __init__(self, data: Any, *, places: list[tuple[str, str]], staff: list[Account]) -> None:
        super().__init__(data)
        named = [("", _("请选择")), *((str(each.pk), each.label) for each in staff)]
        for name, choices in (("place", places), ("contact", named), ("stand_in", named)):
            field: Any = self.fields[name]
            field.choices = choices
