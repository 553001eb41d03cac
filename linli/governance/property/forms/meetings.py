"""Assemblies, resolutions and the meeting of the three parties, as they are written down."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.fields import DayInput, MomentInput
from linli.governance.property.forms.told import PUBLIC_WORDS, OnceForm, SeenForm, several_lines
from linli.governance.property.models import AgreedPoint, OwnersAssembly, Resolution


class AssemblyForm(OnceForm):
    """An assembly was announced."""

    public = ("title",)

    def __init__(self, *args: Any, enters: bool, **kwargs: Any) -> None:
        """`enters`: the residents' committee enters it itself and says since when it knows."""
        super().__init__(*args, **kwargs)
        if not enters:
            del self.fields["told_on"]

    kind = forms.ChoiceField(label=pgettext_lazy("assembly", "类别"), choices=OwnersAssembly.KINDS)
    title = forms.CharField(label=_("议题"), max_length=120, help_text=PUBLIC_WORDS)
    noticed_on = forms.DateField(label=_("公告的日期"), widget=DayInput())
    told_on = forms.DateField(label=_("告诉居委会的日期"), widget=DayInput())
    meets_on = forms.DateField(label=_("开会的日期"), widget=DayInput())
    asked = forms.IntegerField(
        label=_("要求开会的业主"), min_value=0, required=False, help_text=_("临时会议才填。")
    )
    owners = forms.IntegerField(label=_("业主总数"), min_value=0, required=False)


class ResolutionForm(OnceForm):
    """A resolution the residents' committee has received."""

    public = ("title",)

    by_whom = forms.ChoiceField(label=_("谁作的决定"), choices=Resolution.BY)
    title = forms.CharField(label=_("决定了什么"), max_length=160, help_text=PUBLIC_WORDS)
    decided_on = forms.DateField(label=_("作出的日期"), widget=DayInput())
    received_on = forms.DateField(
        label=_("居委会收到的日期"), widget=DayInput(), initial=timezone.localdate
    )
    posted_on = forms.DateField(label=_("公告业主的日期"), widget=DayInput(), required=False)


class ThreeForm(OnceForm):
    """The three parties are asked to one table."""

    public = ("venue", "agenda")

    starts_at = forms.DateTimeField(label=_("什么时候"), widget=MomentInput())
    venue = forms.CharField(label=_("在哪里"), max_length=80)
    agenda = forms.CharField(
        label=_("议题，一行一项"),
        max_length=1000,
        widget=several_lines(1000, 4),
        help_text=PUBLIC_WORDS,
    )


class PointForm(OnceForm):
    """Something was agreed."""

    public = ("what",)

    what = forms.CharField(label=_("商定的事"), max_length=160, help_text=PUBLIC_WORDS)
    side = forms.ChoiceField(label=pgettext_lazy("meeting", "谁办"), choices=AgreedPoint.SIDES)
    due_on = forms.DateField(label=_("办到哪天"), widget=DayInput())


class DeliverForm(SeenForm):
    """It was done."""

    public = ("told_words",)

    on = forms.DateField(label=_("办好的日期"), widget=DayInput(), initial=timezone.localdate)
    told_words = forms.CharField(label=_("办得怎样"), max_length=200, help_text=PUBLIC_WORDS)
